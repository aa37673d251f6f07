"""Which names resemble one: what to suggest when nothing is found."""

from __future__ import annotations

from collections.abc import Iterable
from heapq import nsmallest

from stemma.model.names import name_key

_ENOUGH = 0.5
"""How much of two names must be the same, from 0 to 1, for one to be suggested for the other."""


def closest(name: str, known: Iterable[tuple[str, str]], limit: int) -> list[str]:
    """The ``limit`` names most like ``name``, closest first, equals in order of the alphabet.

    Names are compared by the pairs of neighbouring characters that their
    keys share, so that the time it takes is linear in their length.

    Args:
        known: pairs of a ``name_key`` and the name to suggest for it; a name may have several keys.
    """
    wanted = _pairs(name_key(name))
    best: dict[str, float] = {}
    for key, suggestion in known:
        pairs = _pairs(key)
        likeness = 2 * len(wanted & pairs) / (len(wanted) + len(pairs))
        if likeness >= _ENOUGH:
            best[suggestion] = max(likeness, best.get(suggestion, 0.0))
    return nsmallest(limit, best, key=lambda suggestion: (-best[suggestion], suggestion))


def _pairs(key: str) -> set[str]:
    """Two neighbours each, the ends of the key being neighbours of a space."""
    padded = f" {key} "
    return {padded[i : i + 2] for i in range(len(padded) - 1)}
