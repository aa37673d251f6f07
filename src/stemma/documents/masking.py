"""Masked text: a copy of a text, of the same length, in which what is no prose is overwritten.

Every reader works on such a copy, so that what it finds has the offsets of the
text itself. A masked text has three marks: ``HIDDEN`` stands for a code point
that a reader of the page does not see, ``BREAK`` for one that ends a line
(``<br>``), ``GAP`` for one seen as a space (``&nbsp;``). A text that has these
control characters of its own loses nothing but them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

HIDDEN = "\x00"
BREAK = "\x1e"
GAP = "\x1f"

_MARKS = re.compile(r"[\x00\x1e\x1f]+")
_BLANK = frozenset(" \t\n\r\x0b\x0c\x85\xa0\u2028\u2029\ufeff\u200b" + HIDDEN + BREAK + GAP)
_SPACES = re.compile(r"\s+")
_SEEN = str.maketrans({HIDDEN: None, BREAK: "\n", GAP: " "})

Edit = tuple[int, int, str]
"""Overwrite the range from ``start`` to ``end`` with a text, filled up with ``HIDDEN``."""


def edited(masked: str, edits: Iterable[Edit]) -> str:
    """``masked`` with ``edits`` made; of two that overlap, the one that starts first (or is longer) wins."""
    parts: list[str] = []
    at = 0
    for start, end, new in sorted(edits, key=lambda e: (e[0], -e[1])):
        if end <= at or end <= start:
            continue
        start = max(start, at)
        parts.append(masked[at:start])
        parts.append(new[: end - start].ljust(end - start, HIDDEN))
        at = end
    parts.append(masked[at:])
    return "".join(parts)


def hide(masked: str, ranges: Iterable[tuple[int, int]]) -> str:
    """``masked`` with ``ranges`` hidden."""
    return edited(masked, ((start, end, "") for start, end in ranges))


def seen(masked: str, start: int, end: int) -> str:
    """What a reader of the page sees of a range, white space as one space, none at its ends."""
    return _SPACES.sub(" ", masked[start:end].translate(_SEEN)).strip()


def trimmed(masked: str, start: int, end: int, also: str = "") -> tuple[int, int]:
    """The range without blank, hidden and ``also`` characters at its ends; empty ranges end at ``start``."""
    while start < end and (masked[end - 1] in _BLANK or masked[end - 1] in also):
        end -= 1
    while start < end and (masked[start] in _BLANK or masked[start] in also):
        start += 1
    return start, end


def hidden_ranges(masked: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """The runs of marks inside a range, in order and apart."""
    return tuple(m.span() for m in _MARKS.finditer(masked, start, end))


def pairs(masked: str, opener: str, closer: str, stop: str = "") -> tuple[list[tuple[int, int]], list[int], list[int]]:
    """Matching pairs of two different marks, in one pass.

    Returns the pairs (from the start of the opener to the end of the closer,
    inner before outer), the starts of openers and of closers that have no
    partner. At ``stop``, if given, all open ones are given up.
    """
    found: list[tuple[int, int]] = []
    stack: list[int] = []
    lone_openers: list[int] = []
    lone_closers: list[int] = []
    marks = "|".join(re.escape(m) for m in (opener, closer, stop) if m)
    for m in re.finditer(marks, masked):
        if m.group() == opener:
            stack.append(m.start())
        elif m.group() == closer:
            if stack:
                found.append((stack.pop(), m.end()))
            else:
                lone_closers.append(m.start())
        else:
            lone_openers += stack
            stack.clear()
    return found, lone_openers + stack, lone_closers
