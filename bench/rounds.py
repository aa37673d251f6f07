"""Two things timed against each other: alternately, so that a busy moment of the machine hits both."""

from __future__ import annotations

from collections.abc import Callable
from statistics import median
from time import perf_counter


def alternate(one: Callable[[], object], other: Callable[[], object], rounds: int) -> tuple[float, float]:
    """The median seconds that ``one`` and ``other`` take, over ``rounds`` runs of each.

    Which goes first changes from round to round. What is slow only the first
    time must have been done before.
    """
    times: dict[Callable[[], object], list[float]] = {one: [], other: []}
    for index in range(rounds):
        for run in (one, other) if index % 2 == 0 else (other, one):
            start = perf_counter()
            run()
            times[run].append(perf_counter() - start)
    return median(times[one]), median(times[other])


def verdict(reached: bool, target: str) -> int:
    """Print whether a target was reached; the exit status that says so."""
    print(f"target {target}: {'reached' if reached else 'MISSED'}")
    return 0 if reached else 1
