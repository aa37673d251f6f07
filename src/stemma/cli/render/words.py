"""Small pieces of text that several pages share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def cited(numbers: Iterable[int]) -> str:
    """Evidence numbers as they stand at the end of a line: "[3, 5–8]"; "" for none."""
    runs: list[list[int]] = []
    for number in sorted(set(numbers)):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    told = [_run(run) for run in runs]
    return f"[{', '.join(told)}]" if told else ""


def short_id(claim: str) -> str:
    """The beginning of a claim's id, by which ``stemma why`` finds it."""
    return claim.removeprefix("claim-")[:8]


def counted(number: int, one: str, many: str = "") -> str:
    """A number with its noun: "1 claim", "2 claims"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def _run(run: Sequence[int]) -> str:
    if len(run) < 3:
        return ", ".join(str(number) for number in run)
    return f"{run[0]}–{run[-1]}"
