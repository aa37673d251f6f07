"""The ledger of a whole store, under the titles of its documents, with the words themselves."""

from __future__ import annotations

from collections.abc import Iterable

from stemma.cli.render.disputes import print_disagreements
from stemma.cli.render.quotes import print_quotes
from stemma.cli.render.screen import Screen
from stemma.query.ledger import Ledger


def print_whole_ledger(ledgers: Iterable[Ledger], screen: Screen) -> None:
    """Print each ledger with its quotes; numbers run anew under each title."""
    found = False
    for ledger in ledgers:
        if found:
            screen.line()
        found = True
        screen.line(screen.text((ledger.title, "title")))
        print_disagreements(ledger.disagreements, screen)
        screen.line()
        print_quotes(ledger.evidence, screen)
    if not found:
        screen.line(screen.text("No disagreements were found."))
