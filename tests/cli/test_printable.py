"""Hostile text made safe to print."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemma.cli.render.printable import isolated, printable


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred\x1b[0m", "␛[31mred␛[0m"),
        ("\x9b2J", "�2J"),
        ("bell\x07, back\x08, delete\x7f, null\x00", "bell␇, back␈, delete␡, null␀"),
        ("one\ntwo\r\nthree\tfour\u2028five\x85six", "one two three four five six"),
        ("abc\u202edef\u202c", "abc�def�"),
        ("\u2066a\u2069\u200f\u061c\ufeff\u200b", "�a�����"),
        ("\U000e0041\ud800", "��"),
        ("أنصار التوحيد – zwnj \u200c stays, é too", "أنصار التوحيد – zwnj \u200c stays, é too"),
    ],
)
def test_what_a_terminal_would_obey_is_shown(text: str, shown: str) -> None:
    assert printable(text) == shown


@given(st.text(st.characters()))
def test_nothing_that_moves_colours_or_turns_is_left(text: str) -> None:
    turning = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
    for char in printable(text):
        assert unicodedata.category(char) not in ("Cc", "Cs", "Zl", "Zp")
        assert unicodedata.bidirectional(char) not in turning


def test_right_to_left_is_set_off() -> None:
    assert isolated("أنصار") == "\u2068أنصار\u2069"
    assert isolated("mixed أنصار") == "\u2068mixed أنصار\u2069"
    assert isolated("Ansar") == "Ansar"
