"""The quotes behind the evidence numbers."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from stemma.cli.render.screen import Screen
from stemma.cli.render.words import short_id
from stemma.query.evidence import Evidence


def print_quotes(evidence: Sequence[Evidence], screen: Screen, only: Collection[int] | None = None) -> None:
    """Print numbered quotes with document, section and line, and the ids of the claims that rest on them.

    ``only`` are the numbers wanted, all if None.
    """
    titles = {e.title for e in evidence}
    column = len(str(len(evidence))) + 4
    for one in evidence:
        if only is not None and one.number not in only:
            continue
        screen.pair(screen.text((f"[{one.number}]", "number")), screen.text((f"“{one.quote}”", "quote")), 0, column)
        where = [one.title] if len(titles) > 1 else []
        where += [one.section or "lead", f"line {one.line}"]
        ids = ", ".join(short_id(claim) for claim in one.claims)
        screen.line(screen.text((", ".join(where) + (f" · {ids}" if ids else ""), "quiet")), column, column)
