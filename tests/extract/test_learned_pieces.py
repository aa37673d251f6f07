"""Windows of word pieces: all of a text, in order, never too long."""

from __future__ import annotations

from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer

from stemma.extract.learned.pieces import MARKS, WINDOW, windows

SENTENCE = "The Moro Islamic Liberation Front split from the MNLF in 1977 and is based in Mindanao. "


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    made = Tokenizer.from_str((files("stemma.extract.learned") / "model" / "tokenizer.json").read_text("utf-8"))
    made.no_truncation()
    made.no_padding()
    return made


def test_a_short_text_is_one_window(tokenizer: Tokenizer) -> None:
    (window,) = windows(tokenizer, SENTENCE)
    assert len(window.pieces) == len(window.marks) == len(window.places) + 2
    assert SENTENCE[slice(*window.places[0])] == "The"


def test_a_long_text_is_cut_between_sentences(tokenizer: Tokenizer) -> None:
    text = SENTENCE * 30
    made = list(windows(tokenizer, text))
    assert len(made) > 1
    for window in made:
        assert len(window.pieces) <= WINDOW
        assert text[window.places[0][0] :].startswith("The Moro")


def test_a_sentence_longer_than_a_window_is_cut(tokenizer: Tokenizer) -> None:
    made = list(windows(tokenizer, "rebels and " * 400))
    assert all(len(w.pieces) <= WINDOW for w in made)
    assert sum(len(w.places) for w in made) == 800


def test_spelling_is_marked(tokenizer: Tokenizer) -> None:
    text = "army Army ARMY 1977 12 ,"
    (window,) = windows(tokenizer, text)
    marks = {text[start:end]: mark for (start, end), mark in zip(window.places, window.marks[1:-1], strict=True)}
    assert len(set(marks.values())) == 6


@given(st.text(max_size=600))
def test_any_text_is_covered_once_and_in_order(text: str) -> None:
    tokenizer = _shipped()
    last = 0
    for window in windows(tokenizer, text):
        assert 2 < len(window.pieces) <= WINDOW
        assert all(0 <= mark < MARKS for mark in window.marks)
        for start, end in window.places:
            assert last <= end <= len(text)
            assert start <= end
            last = max(last, start)


def _shipped() -> Tokenizer:
    if not _MADE:
        made = Tokenizer.from_str((files("stemma.extract.learned") / "model" / "tokenizer.json").read_text("utf-8"))
        made.no_truncation()
        made.no_padding()
        _MADE.append(made)
    return _MADE[0]


_MADE: list[Tokenizer] = []
