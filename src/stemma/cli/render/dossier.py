"""A dossier as a page: head, sections, timeline, disagreements, and the quotes behind the numbers."""

from __future__ import annotations

from stemma.cli.render.disputes import print_disagreements
from stemma.cli.render.entries import print_entries
from stemma.cli.render.quotes import print_quotes
from stemma.cli.render.screen import Screen
from stemma.cli.render.sections import label_column, print_section
from stemma.cli.render.words import counted
from stemma.model.names import script_of
from stemma.query.dossier import Dossier


def print_dossier(dossier: Dossier, screen: Screen, quotes: bool) -> None:
    """Print all of a dossier."""
    print_head(dossier, screen)
    column = label_column(dossier)
    for section in dossier.sections:
        print_section(section, screen, column)
    if dossier.entries:
        screen.heading("Timeline")
        print_entries(dossier.entries, screen)
    if dossier.disagreements:
        screen.heading("Disagreements")
        print_disagreements(dossier.disagreements, screen)
    _print_evidence(dossier, screen, quotes, {e.number for e in dossier.evidence})


def print_timeline(dossier: Dossier, screen: Screen, quotes: bool) -> None:
    """Print the timeline of a dossier, with the numbers it has there."""
    print_head(dossier, screen)
    screen.line()
    if dossier.entries:
        print_entries(dossier.entries, screen)
    else:
        screen.line(screen.text("Nothing that happened is told of."))
    _print_evidence(dossier, screen, quotes, {n for e in dossier.entries for n in e.evidence})


def print_ledger(dossier: Dossier, screen: Screen, quotes: bool) -> None:
    """Print the disagreements of a dossier, with the numbers they have there."""
    print_head(dossier, screen)
    screen.line()
    if dossier.disagreements:
        print_disagreements(dossier.disagreements, screen)
    else:
        screen.line(screen.text("No disagreements were found."))
    _print_evidence(dossier, screen, quotes, {n for d in dossier.disagreements for s in d.sides for n in s.evidence})


def print_head(dossier: Dossier, screen: Screen) -> None:
    """Print who it is, when it was, and on what all this rests."""
    names = next((s.statements for s in dossier.sections if s.id == "names"), ())
    native = next((s.text for s in names if not s.negative and not s.text.isascii() and _foreign(s.text)), "")
    screen.line(screen.text((dossier.name, "title"), "  " if native else "", native))
    if dossier.life:
        screen.line(screen.text(dossier.life))
    if dossier.summary:
        screen.line(screen.text(" · ".join(dossier.summary)))
    basis = [dossier.kind, counted(len(dossier.documents), "document"), counted(dossier.claims, "claim")]
    if dossier.disagreements:
        basis.append(counted(len(dossier.disagreements), "disagreement"))
    if dossier.set_aside:
        basis.append(f"{counted(dossier.set_aside, 'claim')} set aside by reviewers")
    if dossier.unsure:
        basis.append(f"{counted(dossier.unsure, 'claim')} less sure than {dossier.least:g} left out")
    screen.line(screen.text((" · ".join(basis), "quiet")))


def _foreign(text: str) -> bool:
    return script_of(text) not in ("Latn", "Zyyy")


def _print_evidence(dossier: Dossier, screen: Screen, quotes: bool, numbers: set[int]) -> None:
    if not numbers:
        return
    if quotes:
        screen.heading("Evidence")
        print_quotes(dossier.evidence, screen, numbers)
        return
    screen.line()
    name = dossier.name.replace('"', "")
    hint = f'The words behind the numbers: add --quotes, or ask for one: stemma why {min(numbers)} --of "{name}"'
    if dossier.least:
        hint += f" --min-confidence {dossier.least:g}"  # with other claims the numbers are others
    screen.line(screen.text((hint, "quiet")))
