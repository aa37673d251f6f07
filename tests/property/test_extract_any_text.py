"""Any text is read without a crash, and whatever is found in it stands in it."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from prose import Told, extractor, prose
from sound import check

from stemma.documents.read import read_bytes
from stemma.extract.rules.aliases import aliases
from stemma.extract.rules.runs import runs
from stemma.model.document import Document
from stemma.model.extraction import Extraction

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


def checked(document: Document) -> Extraction:
    """The extraction of ``document``, after a look at what is true of every one."""
    found = extractor().extract(document)
    check(document, found)
    return found


@QUICK
@given(st.text(max_size=300), st.text(max_size=30))
@example("\x00", "\x00")
@example("Fatah \u0301(\u200b)\ufeff", "’s")
@example("A.A.A. 's -– ()()", "The")
@example("ǅ Ⅷ ﬁ ß İ", "İ")
def test_any_text(text: str, title: str) -> None:
    checked(prose(text, title))


@QUICK
@given(SENTENCES)
def test_any_words_of_the_field_in_any_order(text: str) -> None:
    checked(prose(text))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(FIELDS), VALUES), max_size=6))
def test_any_infobox(lines: list[tuple[str, str]]) -> None:
    fields = "".join(f"- {key}: {' '.join(value.split())}\n" for key, value in lines)
    text = f"= Dawn Division =\n\nDawn Division\n{fields}\nDawn Division is a group."
    checked(read_bytes(text.encode("utf-8"), "dawn.txt"))


@settings(max_examples=30, deadline=None)
@given(SENTENCES)
def test_read_twice_it_is_the_same(text: str) -> None:
    assert checked(prose(text)) == checked(prose(text))


@settings(max_examples=30, deadline=None)
@given(SENTENCES, st.integers(1, 50))
def test_empty_lines_before_a_text_change_nothing(text: str, lines: int) -> None:
    here, there = prose(text), prose("\n" * lines + text)
    assert sorted(Told(here, checked(here)).lines()) == sorted(Told(there, checked(there)).lines())


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
