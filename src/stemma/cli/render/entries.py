"""A timeline: dates on the left; what happened, the casualties and the words themselves on the right."""

from __future__ import annotations

from collections.abc import Sequence

from stemma.cli.render.screen import Screen
from stemma.cli.render.words import cited
from stemma.query.timeline import Entry

INDENT = 2
_WIDEST_DATE = 24
_UNDATED = "not dated"


def print_entries(entries: Sequence[Entry], screen: Screen) -> None:
    """Print the entries of a timeline; a date is printed once for all that happened then."""
    column = INDENT + min(max((len(e.when or _UNDATED) for e in entries), default=0), _WIDEST_DATE) + 2
    known = {e.event for e in entries if e.event}
    last = ""
    for entry in entries:
        follows = entry.came_of in known
        label = entry.when or ("" if follows else _UNDATED)
        _print_entry(entry, label if label != last else "", column, screen, follows)
        last = label or last


def _print_entry(entry: Entry, label: str, column: int, screen: Screen, follows: bool) -> None:
    style = "" if entry.involved else "quiet"
    text = screen.text("↳ " if follows else "", (entry.text, style), (f" {cited(entry.evidence)}", "number"))
    texts = [(text, 0)]
    if entry.counts:
        texts.append((screen.text((entry.counts, "count")), INDENT))
    if entry.quote:
        texts.append((screen.text((f"“{entry.quote}”", "quote")), INDENT))
    screen.block(screen.text((label, "label")), texts, INDENT, column)
