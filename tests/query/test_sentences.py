"""Happenings as sentences."""

from __future__ import annotations

import pytest
from told import Record, claim, entity, event, killed, material

from stemma.model.vocabulary import vocabulary
from stemma.query.material import Material
from stemma.query.phrases import phrases
from stemma.query.sentences import adds, change, counts, excerpt, sentence


def said(record: Record, *others: Record, of: str = "A") -> str:
    """The sentence for an event, as told to a reader who asked about ``of``."""
    made = material(record, *others)
    return sentence(made.events[0], one(made, of), made)


def one(made: Material, name: str) -> str:
    return next((made.one(e.id) for e in made.entities.values() if e.name == name), "")


@pytest.mark.parametrize(
    ("record", "words"),
    [
        (event("clash", None, "B, A", "C", quote="they attacked C"), "A with B attacked C"),
        (event("clash", None, "B, D", "C", quote="they fought"), "B and D fought C"),
        (event("clash", None, "A", "Syrian army", quote="A repelled them"), "A repelled the Syrian army"),
        (event("clash", None, "A, B", quote="fighting between A and B"), "A and B took part in fighting"),
        (event("clash", None, "", "A", quote="two of its men were killed"), "Members of A were killed"),
        (event("clash", quote="shots"), "Fighting broke out"),
        (event("strike", None, "B", "A", quote="missile attacks hit A"), "B struck A with missiles"),
        (event("strike", None, "B", "A", quote="warplanes hit A"), "B struck A from the air"),
        (event("bombing", None, "A", "B", quote="a suicide attack"), "A attacked B with a suicide bomb"),
        (event("arrest", None, "B", "A", quote="B raided A's base"), "B raided A and made arrests"),
        (event("arrest", None, "B", "Rebel Union", quote="B detained them"), "B detained members of the Rebel Union"),
        (event("agreement", None, "A, B", quote="a truce"), "A and B agreed on a cease-fire"),
        (event("meeting", None, "A, B", quote="talks"), "A and B met"),
        (event("attack_on_civilians", None, "A", "B", quote="abducted"), "A abducted members of B"),
        (event("territory_change", None, "A", quote="A left", place="Manbij"), "A withdrew from Manbij"),
        (
            event("property_destruction", None, "B", quote="B burned a tree", modality="alleged"),
            "Allegedly, B burned property",
        ),
        (event("protest", place="Syria", quote="protests across Syria"), "Protests were held across Syria"),
        (event("other", None, "A", quote="A did a thing"), ""),
    ],
)
def test_one_plain_sentence(record: Record, words: str) -> None:
    assert said(record) == words


@pytest.mark.parametrize(
    ("quote", "where"),
    [
        ("near the government held enclave of Fuah", "near Fuah"),
        ("outside Fuah", "outside Fuah"),
        ("Fuah saw an attack", "in Fuah"),
        ("the attack against Fuah", "in Fuah"),
        ("an attack elsewhere", "in Fuah"),
    ],
)
def test_the_place_keeps_its_preposition(quote: str, where: str) -> None:
    assert said(event("clash", None, "A", "B", place="Fuah", quote=quote)).endswith(where)


def test_a_place_that_is_a_direction_has_no_preposition() -> None:
    assert said(event("clash", None, "A", "B", place="west of Manbij", quote="fought")) == "A fought B west of Manbij"


def test_a_partys_word_about_itself_is_its_own_account() -> None:
    own = {"modality": "claimed", "by": "A", "quote": "A claims to have attacked B"}
    assert said(event("clash", None, "A", "B", **own)) == "By its own account, A attacked B"
    assert said(event("clash", None, "A, C", "B", **own)) == "By the account of A, A with C attacked B"
    passed_on = {**own, "chain": ["a newspaper"]}
    assert (
        said(event("clash", None, "A", "B", **passed_on))
        == "By its own account, according to a newspaper, A attacked B"
    )
    other = {"modality": "claimed", "by": "Syrian army", "quote": "the army says A attacked B"}
    assert said(event("clash", None, "A", "B", **other)) == "The Syrian army claimed: A attacked B"


def test_a_person_is_killed_with_the_name_of_the_group() -> None:
    people = [entity("Omar", kind="person"), claim("A", "led_by", "Omar")]
    record = event("clash", None, "B", "Omar, A", quote="Omar of A was killed", casualties=[killed("1", "Omar")])
    assert said(record, *people) == "B killed Omar of A"
    made = material(record, *people)
    assert counts(made.events[0], "B killed Omar of A", made) == ""
    assert counts(made.events[0], "B fought A", made) == "killed: 1 (Omar)"


def test_casualties_stand_side_by_side() -> None:
    record = event(
        "clash",
        None,
        "A",
        "Syrian army",
        casualties=[
            killed("40", "Syrian army", "claimed", "A"),
            killed("16", "Syrian army", "confirmed"),
            {**killed("3", "A"), "wounded": "10-12"},
            killed("2000", "only 2000"),
        ],
    )
    made = material(record)
    assert counts(made.events[0], "", made) == (
        "killed: 40 claimed by A, 16 confirmed (Syrian army); 3 (A); 2,000; wounded: 10–12 (A)"
    )


def test_every_event_type_has_a_wording_for_all_that_may_be_known() -> None:
    for name in vocabulary().event_types:
        for known in ("both", "actors", "targets", "none"):
            wording, _ = phrases().wording(name, known, "", persons=False, several=False)
            assert wording.format(actors="A", targets="B", together="A", people="B", was="was")


@pytest.mark.parametrize(
    ("record", "phase", "words"),
    [
        (claim("Rebel Units", "founded", "2015", "2015"), "point", "The Rebel Units were founded"),
        (claim("A", "part_of", "Southern Front", "2014/.."), "start", "A joined the Southern Front"),
        (claim("A", "allied_with", "B", "../2020"), "end", "A and B ended their alliance"),
        (claim("A", "led_by", "Omar", "2017/.."), "start", "Omar became leader of A"),
        (claim("Omar", "died", "killed in action", "2017"), "point", "Omar was killed in action"),
        (claim("Omar", "died", "died of wounds", "2017"), "point", "Omar died of wounds"),
        (claim("Omar", "died", "", "2017"), "point", "Omar died"),
        (claim("Omar", "died", "suicide", "2017"), "point", "Omar died (suicide)"),
        (claim("Omar", "died", "shot dead", "2017", modality="reported"), "point", "Reportedly, Omar was shot dead"),
        (claim("A", "strength", "300", "2017"), "point", ""),
    ],
)
def test_changes_as_sentences(record: Record, phase: str, words: str) -> None:
    made = material(record)
    assert phase in ("start", "end", "point")
    assert change(made.claims[0], phase, made) == words  # type: ignore[arg-type]


def test_long_words_are_cut_at_a_words_end() -> None:
    assert excerpt("short  words\nhere") == "short words here"
    cut = excerpt("word " * 60)
    assert cut.endswith("word …")
    assert len(cut) <= 162


def test_a_quote_that_adds_nothing_is_left_out() -> None:
    assert not adds("fighting between A and B in 2016", "A and B took part in fighting 2016")
    assert adds("exchanges of artillery fire", "A was shelled")
