"""Wikitext made safe for the parser."""

from __future__ import annotations

import time

import mwparserfromhell
import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemma.documents.wiki_guard import BLUNT, DEEPEST, blunted

MARKS = [
    "{{",
    "}}",
    "[[",
    "]]",
    "|",
    "<ref>",
    "</ref>",
    "<b>",
    "</b>",
    "'''",
    "{|\n",
    "\n|}\n",
    "<!--",
    "-->",
    "a",
    " ",
    "\n",
]


@pytest.mark.parametrize(
    "text",
    [
        "{{a|[[b|c]]}}",
        "<ref>a {{b}}</ref>",
        "[http://a.example b] [c]",
        "{|\n| a\n|}",
        "<!-- {{ -->",
        "<br> <ref name=a />",
    ],
)
def test_what_is_well_paired_stays(text: str) -> None:
    assert blunted(text) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{{a", "__a"),
        ("a}}", "a__"),
        ("{{a|[[b}}", "{{a|__b}}"),
        ("<ref>a", "_____a"),
        ("a < b", "a _ b"),
        ("<!-- a", "____ a"),
        ("{{a|<ref>}}</ref>", "{{a|_____}}______"),
        ("[http://a.example b\n]", "_http://a.example b\n]"),
    ],
)
def test_what_has_no_partner_is_taken_out(text: str, expected: str) -> None:
    assert blunted(text).replace(BLUNT, "_") == expected


def test_absurd_depth_is_cut() -> None:
    text = "{{a|" * 40 + "b" + "}}" * 40
    assert blunted(text).count("{{") == DEEPEST


@given(st.lists(st.sampled_from(MARKS), max_size=60).map("".join))
def test_the_length_stays_and_the_parser_gives_back_what_it_got(text: str) -> None:
    safe = blunted(text)
    assert len(safe) == len(text)
    assert str(mwparserfromhell.parse(safe)) == safe


@pytest.mark.parametrize(
    "mark", ["{{", "[[", "{{{", "{{a|", "[[a|{{b|", "<b ", "<ref>", "[http://a.example ", "{|\n", "<!--", "'''''"]
)
def test_marks_without_end_take_no_time(mark: str) -> None:
    begin = time.perf_counter()
    mwparserfromhell.parse(blunted(mark * 5000))
    assert time.perf_counter() - begin < 5
