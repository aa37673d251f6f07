"""The sections of a dossier: labels on the left, what is said on the right, evidence numbers at the end."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text

from stemma.cli.render.screen import Screen
from stemma.cli.render.words import cited
from stemma.query.dossier import Dossier, Section
from stemma.query.statements import Statement, Voice

INDENT = 2
_WIDEST_LABEL = 22
_LONG = 45
"""From how many characters on a literal gets a line of its own."""


def label_column(dossier: Dossier) -> int:
    """Where the text stands beside the labels of this dossier."""
    labels = [len(s.label) for section in dossier.sections for s in section.statements]
    return INDENT + min(max(labels, default=0), _WIDEST_LABEL) + 2


def print_section(section: Section, screen: Screen, column: int) -> None:
    """Print one section."""
    screen.heading(section.title)
    last = ""
    for group in together(section.statements):
        label = group[0].label
        screen.pair(screen.text((label if label != last else "", "label")), _line(group, screen), INDENT, column)
        last = label
        for statement in group:
            if statement.details:
                screen.line(_details(statement.details, screen), column + INDENT, column + INDENT)
    for words, numbers in section.remarks:
        screen.pair(Text(), screen.text((f"{words} ", "quiet"), (cited(numbers), "number")), column, column)


def together(statements: Sequence[Statement]) -> list[list[Statement]]:
    """Statements in groups that make one line each: those that differ only in whom or what they name."""
    groups: list[list[Statement]] = []
    for statement in statements:
        if groups and _joins(statement) and _joins(groups[-1][0]) and _manner(statement) == _manner(groups[-1][0]):
            groups[-1].append(statement)
        else:
            groups.append([statement])
    return groups


def _joins(statement: Statement) -> bool:
    short = statement.entity is not None or len(statement.text) < _LONG
    return short and len(statement.voices) == 1 and not statement.notes and not statement.details


def _manner(statement: Statement) -> tuple[str, str, str, str]:
    voice = statement.voices[0]
    return statement.label, voice.words, voice.when, statement.ending_text


def _line(group: Sequence[Statement], screen: Screen) -> Text:
    """The text of one line: names, remarks, when, who says so, how it ended, and the evidence numbers."""
    first = group[0]
    if len(group) == 1:
        line = screen.text(first.text)
        if first.notes:
            line.append_text(screen.text((f" ({', '.join(first.notes)})", "quiet")))
        return _voices(line, first, screen)
    alike = len({s.voices[0].evidence for s in group}) == 1
    separator = "; " if any("," in s.text for s in group) else ", "
    line = Text()
    for place, statement in enumerate(group):
        line.append_text(screen.text(separator if place else "", statement.text))
        if not alike:
            line.append_text(screen.text((f" {cited(statement.voices[0].evidence)}", "number")))
    line.append_text(_manner_text(first.voices[0], first.ending_text, screen))
    if alike:
        line.append_text(screen.text((f" {cited(first.voices[0].evidence)}", "number")))
    return line


def _voices(line: Text, statement: Statement, screen: Screen) -> Text:
    if len(statement.voices) == 1:
        voice = statement.voices[0]
        line.append_text(_manner_text(voice, statement.ending_text, screen))
        line.append_text(screen.text((f" {cited(voice.evidence)}", "number")))
        return line
    for place, voice in enumerate(statement.voices):
        if place:
            line.append(";")
        line.append_text(_manner_text(voice, "", screen, dash=place == 0))
        line.append_text(screen.text((f" {cited(voice.evidence)}", "number")))
    if statement.ending_text:
        line.append_text(screen.text((f"; {statement.ending_text}", "quiet")))
    return line


def _manner_text(voice: Voice, ending: str, screen: Screen, dash: bool = True) -> Text:
    """When, by whose word, and how it ended: " — until May 2020, end stated"."""
    parts = [(voice.when, ""), (voice.words, "hedge"), (ending, "quiet")]
    text = Text()
    for words, style in parts:
        if words:
            mark = (" — " if dash else " ") if not text else ", "
            text.append_text(screen.text(mark, (words, style)))
    return text


def _details(details: Sequence[Statement], screen: Screen) -> Text:
    text = Text()
    last = ""
    for detail in details:
        text.append("; " if text else "")
        said = detail.label == last or detail.text.startswith(detail.label)
        text.append_text(screen.text(("" if said else f"{detail.label}: ", "label"), detail.text))
        _voices(text, detail, screen)
        last = detail.label
    return text
