"""Text cut into the word pieces that the network knows, in windows of whole sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tokenizers import Tokenizer

WINDOW = 160
"""The most pieces that the network reads at once. Longer sentences are cut."""
MARKS = 8
"""How many spellings are told apart: see ``_mark``."""
_CLOSE, _OPEN = 102, 101
_WORD = re.compile(r"\w+|[^\w\s]")
_SENTENCE_END = re.compile(r"(?<=[.!?])[\"')\]”’]*\s+(?=[\"'(\[“‘]*[A-Z0-9])")


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of a text: its pieces and marks with the outer signs, and where each inner piece stands in the text."""

    pieces: list[int]
    marks: list[int]
    places: list[tuple[int, int]]


def windows(tokenizer: Tokenizer, text: str) -> Iterator[Window]:
    """``text`` in windows of at most ``WINDOW`` pieces, cut between sentences where that can be done."""
    coded = tokenizer.encode(text, add_special_tokens=False)
    if not coded.ids:
        return
    marks = _marks(text)
    ends = [m.start() for m in _SENTENCE_END.finditer(text)]
    inner = WINDOW - 2
    first = 0
    while first < len(coded.ids):
        last = min(first + inner, len(coded.ids))
        if last < len(coded.ids):
            start, end = coded.offsets[first][0], coded.offsets[last][0]
            if breaks := [e for e in ends if start < e <= end]:
                while coded.offsets[last - 1][1] > breaks[-1]:
                    last -= 1
        places = list(coded.offsets[first:last])
        yield Window(
            [_OPEN, *coded.ids[first:last], _CLOSE],
            [0, *(marks.get(_word_start(marks, s), 1) for s, _ in places), 0],
            places,
        )
        first = last


def _word_start(marks: dict[int, int], place: int) -> int:
    while place > 0 and place not in marks:
        place -= 1
    return place


def _marks(text: str) -> dict[int, int]:
    """Where each word begins -> how it is spelled."""
    return {m.start(): _mark(m.group()) for m in _WORD.finditer(text)}


def _mark(word: str) -> int:
    if not word[0].isalnum():
        return 7
    if any(c.isdigit() for c in word):
        return 6 if len(word) == 4 and word.isdigit() else 5
    if word.islower():
        return 1
    if word.isupper():
        return 3 if len(word) > 1 else 2
    return 2 if word[1:].islower() else 4
