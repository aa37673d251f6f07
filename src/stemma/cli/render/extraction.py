"""What one document says, as two tables: its claims and its events."""

from __future__ import annotations

from rich.table import Table

from stemma.cli.render.screen import Screen
from stemma.cli.render.words import counted
from stemma.export.base import Part
from stemma.export.jsonl import records
from stemma.query.evidence import line_of


def print_table(part: Part, screen: Screen) -> None:
    """Print claims and events in the order of the text, with the line of the document on which each stands."""
    told = list(records(part))
    claims = [r for r in told if r["record"] == "claim"]
    events = [r for r in told if r["record"] == "event"]
    screen.line(screen.text((part.document.title, "title")))
    screen.line(screen.text((f"{counted(len(claims), 'claim')}, {counted(len(events), 'event')}", "quiet")))
    table = _table("Line", "Subject", "Predicate", "Object", "When", "How")
    for record in claims:
        how = _how(record["modality"], record["attributed_to"], record["polarity"], record["former"])
        cells = [record["subject"], record["predicate"], record["object"], record["time"] or "", how]
        table.add_row(*(screen.text(cell) for cell in (_line(part, record), *cells)))
    if claims:
        screen.table(table)
    table = _table("Line", "Event", "Who", "Where", "When", "How")
    for record in events:
        who = ", ".join(f"{p['name']} ({p['role']})" for p in record["participants"])
        how = _how(record["modality"], record["attributed_to"], "positive", False)
        cells = [record["type"], who, record["place"] or "", record["time"] or "", how]
        table.add_row(*(screen.text(cell) for cell in (_line(part, record), *cells)))
    if events:
        screen.table(table)


def _table(*columns: str) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold")
    for name in columns:
        table.add_column(name, no_wrap=name in ("Line", "Predicate", "When"), overflow="fold")
    return table


def _line(part: Part, record: dict[str, object]) -> str:
    evidence = record["evidence"]
    start = evidence[0]["start"] if isinstance(evidence, list) else 0
    return str(line_of(part.document, start))


def _how(modality: str, speaker: str | None, polarity: str, former: bool) -> str:
    words = ["not"] if polarity == "negative" else []
    words += ["former"] if former else []
    words += [modality] if modality != "stated" or speaker else []
    words += [f"({speaker})"] if speaker else []
    return " ".join(words)
