"""From drafts to the model: each thing said once, everybody named listed, ids that do not change."""

from __future__ import annotations

import pytest
from prose import TITLE, Told, extractor, prose, told

from stemma.extract.rules.cast import Cast
from stemma.extract.rules.draft import ClaimDraft, EventDraft
from stemma.extract.rules.finish import finish
from stemma.extract.rules.names import Named
from stemma.model.extraction import Extraction
from stemma.model.span import Span

DOCUMENT = prose("The Dawn Division is part of Fatah. " * 20)
TEXT = (
    "The Dawn Division (DD), an Islamist group, is part of Fatah. On 5 May 2018 it attacked Hamas in Gaza. "
    "In 2019 the Dawn Division left Fatah."
)


@pytest.fixture
def named() -> Named:
    cast = Cast(DOCUMENT.source.id)
    return Named(cast, cast.add(TITLE))


def made(named: Named, claims: list[ClaimDraft], events: list[EventDraft] | None = None) -> Extraction:
    """The extraction of these drafts."""
    return finish(DOCUMENT, named, claims, events or [], "rules", "1.2")


def part_of(named: Named, start: int, confidence: float = 0.7, object: str = "Fatah") -> ClaimDraft:
    """A draft of a membership, said from ``start`` on."""
    cast = named.cast
    span = Span(DOCUMENT.id, start, start + 20)
    return ClaimDraft(
        cast.add("Dawn Division"),
        "part_of",
        cast.add(object),
        None,
        [span],
        confidence=confidence,
        found_by=f"f{start}",
    )


def test_of_two_drafts_that_say_the_same_there_the_surest_is_kept(named: Named) -> None:
    (claim,) = made(named, [part_of(named, 4), part_of(named, 4, 0.9), part_of(named, 4, 0.8)]).claims
    assert claim.confidence == 0.9


def test_the_same_said_elsewhere_is_another_claim(named: Named) -> None:
    assert len(made(named, [part_of(named, 4), part_of(named, 300)]).claims) == 2


def test_overlapping_words_that_say_the_same_are_one_claim_wherever_they_stand(named: Named) -> None:
    counts = {len(made(named, [part_of(named, at), part_of(named, at + 3)]).claims) for at in range(100)}
    assert counts == {1}


def test_claims_stand_in_the_order_of_the_text(named: Named) -> None:
    claims = made(named, [part_of(named, 300), part_of(named, 4, object="Hamas"), part_of(named, 100)]).claims
    assert [c.spans[0].start for c in claims] == [4, 100, 300]


def test_who_read_it_is_kept_with_all(named: Named) -> None:
    event = EventDraft("clash", [Span(DOCUMENT.id, 0, 5)], "2018", found_by="clash.x")
    event.add(named.cast.add("Fatah"), "actor")
    found = made(named, [part_of(named, 4)], [event])
    assert {(c.extractor, c.version) for c in found.claims} == {("rules", "1.2")}
    assert {(e.extractor, e.version) for e in found.events} == {("rules", "1.2")}
    assert (found.extractor, found.version) == ("rules", "1.2")
    assert (found.claims[0].found_by, found.events[0].found_by) == ("f4", "clash.x")


def test_only_those_who_are_spoken_of_are_listed(named: Named) -> None:
    named.cast.add("Hamas")
    found = made(named, [part_of(named, 4)])
    assert {e.name for e in found.entities} == {TITLE, "Dawn Division", "Fatah"}
    assert found.subject == next(e.id for e in found.entities if e.name == TITLE)


def test_an_event_caused_by_another_names_its_id(named: Named) -> None:
    one = EventDraft("clash", [Span(DOCUMENT.id, 0, 5)], "2018")
    two = EventDraft("protest", [Span(DOCUMENT.id, 6, 9)], "2018", cause=one)
    first, second = made(named, [], [one, two]).events
    assert second.caused_by == first.id
    assert first.caused_by is None


def test_nothing_said(named: Named) -> None:
    found = made(Named(Cast("source-1"), None), [])
    assert (found.document, found.subject, found.entities, found.claims, found.events) == (
        DOCUMENT.id,
        None,
        (),
        (),
        (),
    )


@pytest.mark.parametrize("moved", [1, 7, 13, 20, 39, 40])
def test_where_a_text_stands_changes_nothing_of_what_it_says(moved: int) -> None:
    there = prose("\n" * moved + TEXT)
    assert Told(there, extractor().extract(there)).lines() == told(TEXT).lines()
