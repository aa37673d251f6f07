"""Any text is read without a crash, and whatever is found in it stands in it."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from prose import Told, extractor, prose

from stemma.documents.read import read_bytes
from stemma.extract.rules.aliases import aliases
from stemma.extract.rules.runs import runs
from stemma.model.claim import Claim
from stemma.model.dates import parse_date
from stemma.model.document import Document
from stemma.model.event import Event
from stemma.model.extraction import Extraction
from stemma.model.vocabulary import vocabulary

QUICK = settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
PIECES = [
    *[
        "Fatah",
        "Hamas",
        "the Dawn Division",
        "The group",
        "it",
        "Its leader",
        "Samir Khoury",
        "Syrian army",
        "pro-Assad forces",
        "Basra",
    ],
    *[
        "Hurras al-Din-led",
        "On 5 May 2018",
        "in 2015",
        "until May 2020",
        "since 2012",
        "the 1970s",
        "1,000 fighters",
        "killing 40 men",
    ],
    *[
        "attacked",
        "was founded by",
        "split from",
        "joined",
        "is part of",
        "claimed that",
        "denied",
        "reportedly",
        "according to",
    ],
    *["known as", "the attack", "and", "or", "[1]", "أنصار", "100%", "$5"],
    *',;.()“”"-–…\n\u200b\u0301%',
    *("'s", ". ", "\n\n", "\n= X\n", "\n* Y"),
]
FIELDS = ["Leader", "Allies", "Opponents", "Active", "Size", "Battles", "Partof", "Clans", "Ideology", "X"]
VALUES = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=60)
SENTENCES = st.lists(st.sampled_from(PIECES), max_size=30).map(" ".join)


def check(document: Document) -> Extraction:
    """The extraction of ``document``, after a look at what is always true of one."""
    found = extractor().extract(document)
    known, events = {e.id for e in found.entities}, {e.id for e in found.events}
    assert len(known) == len(found.entities)
    assert len(events) == len(found.events)
    for claim in found.claims:
        assert claim.subject in known
        assert claim.object is None or claim.object in known
        predicate = vocabulary().predicate(claim.predicate)
        assert (predicate.literal is None) == (claim.literal is None)
    for event in found.events:
        assert {p.entity for p in event.participants} <= known
        assert event.place is None or event.place in known
        assert event.caused_by is None or event.caused_by in events - {event.id}
        vocabulary().event_type(event.type)
    things: list[Claim | Event] = [*found.claims, *found.events]
    for thing in things:
        assert thing.date is None or parse_date(thing.date)
        assert 0 <= thing.confidence <= 1
        for span in thing.spans:
            assert span.end <= len(document.text)
            assert span.quote(document.text).strip()
    return found


@QUICK
@given(st.text(max_size=300), st.text(max_size=30))
@example("\x00", "\x00")
@example("Fatah \u0301(\u200b)\ufeff", "’s")
@example("A.A.A. 's -– ()()", "The")
@example("ǅ Ⅷ ﬁ ß İ", "İ")
def test_any_text(text: str, title: str) -> None:
    check(prose(text, title))


@QUICK
@given(SENTENCES)
def test_any_words_of_the_field_in_any_order(text: str) -> None:
    check(prose(text))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(FIELDS), VALUES), max_size=6))
def test_any_infobox(lines: list[tuple[str, str]]) -> None:
    fields = "".join(f"- {key}: {' '.join(value.split())}\n" for key, value in lines)
    text = f"= Dawn Division =\n\nDawn Division\n{fields}\nDawn Division is a group."
    check(read_bytes(text.encode("utf-8"), "dawn.txt"))


@settings(max_examples=30, deadline=None)
@given(SENTENCES)
def test_read_twice_it_is_the_same(text: str) -> None:
    assert check(prose(text)) == check(prose(text))


@settings(max_examples=30, deadline=None)
@given(SENTENCES, st.integers(1, 50))
def test_empty_lines_before_a_text_change_nothing(text: str, lines: int) -> None:
    here, there = prose(text), prose("\n" * lines + text)
    assert Told(here, check(here)).lines() == Told(there, check(there)).lines()


@settings(max_examples=200, deadline=None)
@given(st.one_of(st.text(max_size=200), SENTENCES))
def test_names_and_other_names_stand_in_the_text(text: str) -> None:
    found = runs(text)
    assert all(text[r.start : r.end] == r.text and r.text.strip() for r in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    for alias in aliases(text, [(r.start, r.end) for r in found]):
        assert 0 <= alias.start < alias.end <= len(text)
        assert alias.text in text
        assert alias.owner is None or alias.owner < len(found)
