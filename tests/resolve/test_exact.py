"""Which entities of several sources are one."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from stemma.model.entity import Entity, Kind, Name
from stemma.model.judgement import Judgement, Verdict
from stemma.resolve.exact import same_entities


def entity(id: str, name: str, kind: Kind = "organization", *others: str) -> Entity:
    return Entity(id, kind, (Name(name), *(Name(other, "alias") for other in others)))


def judgement(a: str, verdict: Verdict, b: str, day: int = 1) -> Judgement:
    return Judgement(a, verdict, "a reviewer", f"2024-01-{day:02}T00:00:00Z", b)


def test_spellings_of_one_main_name_are_one() -> None:
    found = same_entities(
        [entity("e3", "al-Nusra Front"), entity("e1", "Nusra Front"), entity("e2", "The Nusra Front")], []
    )
    assert found == {"e1": "e1", "e2": "e1", "e3": "e1"}


def test_what_the_rule_keeps_apart() -> None:
    entities = [
        entity("e1", "Idlib", "place"),
        entity("e2", "Idlib", "organization"),
        entity("e3", "Nusra", "organization", "Idlib"),
        entity("e4", "clash 2017", "event"),
        entity("e5", "clash 2017", "event"),
        entity("e6", "???"),
        entity("e7", "!!!"),
    ]
    assert same_entities(entities, []) == {e.id: e.id for e in entities}
    assert same_entities([], [judgement("a", "same", "b")]) == {}


def test_a_reviewer_joins_and_parts() -> None:
    entities = [entity("e1", "Nusra"), entity("e2", "Nusra"), entity("e3", "Fath al-Sham")]
    judgements = [judgement("e3", "same", "e2"), judgement("e2", "different", "e1")]
    assert same_entities(entities, judgements) == {"e1": "e1", "e2": "e2", "e3": "e2"}


def test_the_newest_word_on_a_pair_counts() -> None:
    entities = [entity("e1", "Nusra"), entity("e2", "Fath al-Sham"), entity("e3", "Nusra")]
    same, parted = judgement("e1", "same", "e2", 1), judgement("e2", "different", "e1", 2)
    unsure = judgement("e1", "unsure", "e2", 3)
    assert same_entities(entities, [same]) == {"e1": "e1", "e2": "e1", "e3": "e1"}
    apart = {"e1": "e1", "e2": "e2", "e3": "e1"}
    assert same_entities(entities, [parted, same]) == apart
    assert same_entities(entities, [unsure, same, parted]) == apart
    assert same_entities(entities, [judgement("e1", "unsure", "e3")])["e3"] == "e1"


def test_namesakes_that_are_parted_from_one_are_still_one_with_another() -> None:
    entities = [entity(id, "Islamic Front") for id in ("e1", "e2", "e3")]
    judgements = [judgement("e1", "different", "e2"), judgement("e1", "different", "e3")]
    assert same_entities(entities, judgements) == {"e1": "e1", "e2": "e2", "e3": "e2"}


def test_what_is_different_is_not_joined_by_way_of_a_third() -> None:
    entities = [entity("e1", "Nusra"), entity("e2", "JaN"), entity("e3", "Fath al-Sham")]
    judgements = [judgement("e1", "same", "e2"), judgement("e2", "same", "e3"), judgement("e1", "different", "e3")]
    found = same_entities(entities, judgements)
    assert found["e1"] != found["e3"]
    assert found["e2"] in (found["e1"], found["e3"])


def test_entities_are_joined_by_way_of_one_that_is_not_asked_for() -> None:
    entities = [entity("e2", "Nusra"), entity("e3", "Fath al-Sham")]
    judgements = [judgement("e2", "same", "e1"), judgement("e1", "same", "e3")]
    assert same_entities(entities, judgements) == {"e2": "e2", "e3": "e2"}


def test_judgements_on_claims_do_not_matter() -> None:
    entities = [entity("e1", "Nusra"), entity("e2", "Fath al-Sham")]
    about_claims = [
        Judgement("e1", "right", "me", "2024"),
        Judgement("e1", "corrected", "me", "2024", "e2"),
    ]
    assert same_entities(entities, about_claims) == {"e1": "e1", "e2": "e2"}


IDS = [f"e{i}" for i in range(8)]
ENTITIES = st.lists(
    st.builds(entity, st.sampled_from(IDS), st.sampled_from(["Nusra", "al-Nusra", "Fath"])), unique_by=lambda e: e.id
)
JUDGEMENTS = st.lists(
    st.builds(
        judgement,
        st.sampled_from(IDS),
        st.sampled_from(["same", "different", "unsure"]),
        st.sampled_from(IDS),
        st.integers(1, 28),
    ).filter(lambda j: j.about != j.other)
)


@given(ENTITIES, JUDGEMENTS)
def test_the_answer_holds_together(entities: list[Entity], judgements: list[Judgement]) -> None:
    found = same_entities(entities, judgements)

    assert found.keys() == {e.id for e in entities}
    for id, canonical in found.items():
        assert canonical == min(other for other in found if found[other] == found[id])
    newest = {frozenset((j.about, j.other)): j.verdict for j in sorted(judgements, key=lambda j: (j.made_at, j.id))}
    for a, b in combinations(found, 2):
        if newest.get(frozenset((a, b))) == "different":
            assert found[a] != found[b]
    assert same_entities(entities[::-1], judgements[::-1]) == found
