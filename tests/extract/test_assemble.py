"""Events assembled: one happening told in several clauses is one event."""

from __future__ import annotations

import pytest
from prose import told

from stemma.extract.rules.assemble import assemble
from stemma.extract.rules.cast import Cast, Referent
from stemma.extract.rules.draft import CountDraft, EventDraft
from stemma.model.event import Role
from stemma.model.span import Span

CAST = Cast("source-1")
A, B, C = CAST.add("Dawn Division"), CAST.add("Iraqi army"), CAST.add("Fatah")
BASRA, MOSUL = CAST.add("Basra"), CAST.add("Mosul")


def draft(
    type: str,
    *parties: tuple[Referent, Role],
    at: int = 0,
    passage: int = 0,
    date: str | None = "2018-05-05",
    place: Referent | None = None,
    follows: bool = False,
) -> EventDraft:
    """A draft told in sentence ``at`` of a passage."""
    start = passage * 1000 + at * 100
    return EventDraft(
        type,
        [Span("document-1", start, start + 10)],
        date,
        date is not None,
        place,
        list(parties),
        passage=passage,
        sentence=at,
        follows=follows,
    )


def test_two_clauses_of_one_sentence_tell_of_one_happening() -> None:
    (event,) = assemble([draft("clash", (A, "actor")), draft("clash", (B, "target"), date=None, place=BASRA)])
    assert event.parties == [(A, "actor"), (B, "target")]
    assert event.place is BASRA
    assert len(event.spans) == 2


def test_somebody_who_takes_part_keeps_the_first_role() -> None:
    (event,) = assemble([draft("clash", (A, "actor")), draft("clash", (A, "target"), (B, "actor"))])
    assert event.parties == [(A, "actor"), (B, "actor")]


@pytest.mark.parametrize(
    ("one", "two", "type"),
    [
        ("clash", "strike", "strike"),
        ("clash", "bombing", "bombing"),
        ("clash", "attack_on_civilians", "attack_on_civilians"),
    ],
)
def test_violence_of_two_kinds_in_one_sentence_is_the_more_telling(one: str, two: str, type: str) -> None:
    for first, second in ((one, two), (two, one)):
        (event,) = assemble([draft(first, (A, "actor")), draft(second, (A, "actor"))])
        assert event.type == type


@pytest.mark.parametrize(
    "two",
    [
        draft("meeting", (A, "actor")),
        draft("clash", (A, "actor"), date="2019"),
        draft("clash", (A, "actor"), at=1),
        draft("clash", (A, "actor"), passage=1),
        draft("clash", (C, "actor"), place=MOSUL),
    ],
    ids=["another kind", "another day", "another sentence", "another passage", "others elsewhere"],
)
def test_what_differs_is_another_happening(two: EventDraft) -> None:
    assert len(assemble([draft("clash", (A, "actor"), place=BASRA), two])) == 2


def test_what_nobody_takes_part_in_or_nothing_places_is_left_out() -> None:
    assert assemble([draft("clash")]) == []
    assert assemble([draft("clash", (A, "actor"), date=None)]) == []
    assert len(assemble([draft("protest")])) == 1
    assert len(assemble([draft("clash", (A, "actor"), date=None, place=BASRA)])) == 1


def test_a_consequence_is_linked_to_what_it_came_of() -> None:
    first, second, third = assemble(
        [
            draft("property_destruction", (A, "actor")),
            draft("protest", at=1, follows=True),
            draft("arrest", (B, "actor"), at=2),
        ]
    )
    assert second.cause is first
    assert third.cause is None


def test_a_consequence_is_not_linked_over_passages() -> None:
    _, second = assemble([draft("clash", (A, "actor")), draft("protest", passage=1, follows=True)])
    assert second.cause is None


def test_a_count_told_twice_is_kept_once() -> None:
    one, two, three = draft("clash", (A, "actor")), draft("clash", (A, "actor")), draft("clash", (A, "actor"))
    one.counts = [CountDraft("soldiers", {"killed": "40"})]
    two.counts = [CountDraft("men", {"killed": "40"})]
    three.counts = [CountDraft("men", {"killed": "40"}, "claimed")]
    (event,) = assemble([one, two, three])
    assert [(c.who, c.status) for c in event.counts] == [("soldiers", "reported"), ("men", "claimed")]


def test_nothing_happened() -> None:
    assert assemble([]) == []


ATTACK = "On 5 May 2018 the Dawn Division attacked the Iraqi army in Basra."


def test_the_attack_spoken_of_again_is_the_one_told_before() -> None:
    event = told(f"{ATTACK} The attack, which Fatah led, killed 12 soldiers.").event("clash")
    assert event.date == "2018-05-05"
    assert [c.killed for c in event.casualties] == ["12"]


def test_another_attack_is_another() -> None:
    assert len(told(f"{ATTACK} On 7 May 2018 it attacked Fatah in Mosul.").events("clash")) == 2


def test_arrests_made_in_a_raid_are_one_event() -> None:
    text = (
        "In May 2018 the Iraqi army raided the headquarters of the Dawn Division in Basra and arrested three members."
    )
    (event,) = told(text).events()
    assert (event.type, event.actors, event.place) == ("arrest", ("Iraqi army",), "Basra")


def test_an_announcement_of_a_deed_is_no_event_of_its_own() -> None:
    text = "On 5 May 2018 the Dawn Division announced that it had captured the town of Sarmin from Fatah."
    assert [e.type for e in told(text).events()] == ["territory_change"]


def test_background_is_no_event() -> None:
    assert told("The Dawn Division has carried out many attacks.").events() == []
    assert told("The Dawn Division often attacks the Iraqi army in Basra.").events() == []
    assert told("The Dawn Division would attack the Iraqi army in Basra in 2018.").events() == []


def test_what_came_of_a_happening_names_it() -> None:
    said = told(f"{ATTACK} The incident led to protests across Iraq.")
    assert (said.event("protest").follows, said.event("protest").place) == ("clash", "Iraq")
