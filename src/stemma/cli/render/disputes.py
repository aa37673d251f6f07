"""A ledger: each disagreement with its sides, who stands on them, and where."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text

from stemma.cli.render.screen import Screen
from stemma.cli.render.words import cited
from stemma.query.ledger import Disagreement, Side

INDENT = 2


def print_disagreements(disagreements: Sequence[Disagreement], screen: Screen) -> None:
    """Print disagreements, each under its topic, side by side beneath each other."""
    for disagreement in disagreements:
        remark = ", infobox against prose" if disagreement.infobox_against_prose else ""
        level: str = disagreement.severity
        screen.line(screen.text(f"{disagreement.topic} ", (f"({level}{remark})", level)), INDENT, INDENT + 2)
        for side in disagreement.sides:
            screen.line(_side(side, screen), INDENT + 2, INDENT + 4)


def _side(side: Side, screen: Screen) -> Text:
    voice = (f" — {side.voice}", "hedge") if side.voice else ""
    where = "" if side.source == "prose" else f" — {side.source}"
    return screen.text("· ", side.says, voice, (where, "quiet"), (f" {cited(side.evidence)}", "number"))
