"""Hostile texts end in bounded time: four times the text takes about four times as long."""

from __future__ import annotations

import time
from collections.abc import Callable
from itertools import product

import pytest
from prose import extractor, prose

GROWTH, SLACK = 7, 0.3
"""How much longer four times the text may take (16 would be quadratic), and seconds that small things may add."""


def _names(n: int) -> list[str]:
    letters = "abcdefghijklmnopqrstuvwxyz"
    return [f"Abc{''.join(p)}" for _, p in zip(range(n), product(letters, repeat=3), strict=False)]


TEXTS: dict[str, tuple[int, Callable[[int], str]]] = {
    "opening brackets": (5000, lambda n: "(" * n),
    "brackets after a name": (400, lambda n: "Hamas (" * n),
    "pairs of brackets": (500, lambda n: "Hamas ()" + "()" * n),
    "no space": (100_000, lambda n: "a" * n),
    "no space, in capitals": (50_000, lambda n: "A" * n),
    "commas": (20_000, lambda n: "," * n),
    "full stops": (20_000, lambda n: "." * n),
    "abbreviations": (1500, lambda n: "A." * n),
    "digits": (20_000, lambda n: "1" * n),
    "numbers": (500, lambda n: "1," * n),
    "hyphens": (600, lambda n: "A-" * n),
    "hyphens and articles": (500, lambda n: "al-" * n),
    "nested quotes": (250, lambda n: "Hamas said “" * n + "”" * n),
    "nested clauses": (150, lambda n: "Hamas said that " * n),
    "nested phrases": (200, lambda n: "members of " * n + "Hamas"),
    "one endless sentence": (300, lambda n: "the army and " * n),
    "one sentence of names": (300, lambda n: "Hamas and " * n),
    "one sentence of deeds": (120, lambda n: "Hamas killed 5 soldiers and " * n),
    "other names": (200, lambda n: "known as " * n),
    "capitals": (500, lambda n: "Alpha Beta Gamma " * n),
    "different names": (1000, lambda n: ", ".join(_names(n))),
    "different groups": (1000, lambda n: ", ".join(f"Group {name}" for name in _names(n))),
    "dates": (150, lambda n: "5 May 2018 " * n),
    "right to left": (400, lambda n: "أنصار التوحيد " * n),
    "combining marks": (20_000, lambda n: "a" + "\u0301" * n),
    "no width": (3000, lambda n: "a\u200b" * n),
    "spaces": (100_000, lambda n: " " * n + "a"),
    "pictures": (20_000, lambda n: "😀" * n),
    "short lines": (300, lambda n: "Hamas\n" * n),
    "infinitives": (150, lambda n: "to want " * n),
}


def seconds(text: str) -> float:
    """How long a processor works to read ``text``, whatever else the machine does."""
    document = prose(text)
    start = time.process_time()
    extractor().extract(document)
    return time.process_time() - start


@pytest.fixture(scope="module", autouse=True)
def _warm() -> None:
    seconds("On 5 May 2018 Hamas attacked the Israeli army in Gaza.")


@pytest.mark.parametrize("what", list(TEXTS))
def test_time_grows_with_the_text_and_no_faster(what: str) -> None:
    n, text = TEXTS[what]
    short, long = text(n // 2), text(2 * n)
    first, second = seconds(short), seconds(long)
    assert second <= GROWTH * first + SLACK, f"{len(short)} characters {first:.2f} s, {len(long)} {second:.2f} s"
