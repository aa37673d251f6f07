"""Names spelled out before their abbreviation, with all small words: "Partido Komunista ng Pilipinas (PKP)"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from stemma.extract.rules.text import Passage

_BRACKET = re.compile(r" [\"“_*]{0,2}\((?:[A-Z][a-z]+: )?([A-Z][A-Za-zÀ-Þ.-]{1,9})(?=[);,])")
_WORD = re.compile(r"[^\W_][\w’'ʻ.-]*")
_REACH = 100
"""How far before a bracket a name may begin, in code points."""
_MOST_SMALL = 3
"""The most words without a capital that may follow each other inside a name."""


def spelled_out(texts: Sequence[Passage]) -> set[str]:
    """The names in ``texts`` whose capitals are the letters of the abbreviation after them, in any order."""
    return {name for passage in texts for name in _spelled(passage.text)}


def _spelled(text: str) -> Iterator[str]:
    for bracket in _BRACKET.finditer(text):
        letters = sorted(c for c in bracket.group(1) if c.isupper())
        if len(letters) < 3:
            continue
        start = max(0, bracket.start() - _REACH)
        words = list(_WORD.finditer(text, start, bracket.start()))
        if not words or words[-1].end() != bracket.start():
            continue
        begin = _beginning(text, words, letters)
        if begin is not None and " " in text[begin : bracket.start()]:
            yield text[begin : bracket.start()]


def _beginning(text: str, words: Sequence[re.Match[str]], letters: list[str]) -> int | None:
    """Where the name that ends with ``words`` begins, if its capitals are ``letters``; None if they are not."""
    seen: list[str] = []
    small = 0
    following = None
    for word in reversed(words):
        if following is not None and text[word.end() : following] not in (" ", "-", "–"):
            return None
        following = word.start()
        if not word.group()[0].isupper():
            small += 1
            if small > _MOST_SMALL:
                return None
            continue
        small = 0
        seen += [part[0] for part in re.split(r"[-–]", word.group()) if part[:1].isupper()]
        if sorted(seen) == letters:
            return word.start()
        if len(seen) >= len(letters):
            return None
    return None
