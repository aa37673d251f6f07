"""Printing to a terminal, a file or a pipe: widths, wrapping and styles in one place."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from itertools import zip_longest
from typing import TextIO

from rich.console import Console
from rich.table import Table
from rich.text import Text

from stemma.cli.render.printable import isolated, printable

WIDEST = 100
_NARROWEST = 40
_LABEL_GAP = 2
_LEAST_WRAP = 8
_GLUE = "\ue000"
"""Stands for a blank at which no line may break, while lines are made: evidence numbers stay with the last word."""

STYLES = {
    "title": "bold",
    "heading": "bold",
    "label": "dim",
    "quiet": "dim",
    "hedge": "italic",
    "number": "dim cyan",
    "quote": "italic",
    "count": "bold",
    "serious": "bold red",
    "moderate": "yellow",
    "minor": "dim",
    "": "",
}
"""What each kind of words looks like where there is colour; without it nothing does."""


class Screen:
    """Where answers are printed: at most ``WIDEST`` columns, without colours where there is no terminal for them."""

    def __init__(self, out: TextIO | None = None, width: int | None = None) -> None:
        out = out or sys.stdout
        if width is None and not out.isatty() and not os.environ.get("COLUMNS", "").isdigit():
            width = WIDEST
        self._console = Console(file=out, width=width, highlight=False, markup=False, emoji=False, soft_wrap=True)
        self.width = max(_NARROWEST, min(self._console.width, WIDEST))

    def text(self, *parts: str | tuple[str, str]) -> Text:
        """Words from plain strings and pairs of a string and the name of a style. All are made safe to print."""
        made = Text()
        for part in parts:
            words, style = part if isinstance(part, tuple) else (part, "")
            safe = printable(words)
            if style == "number":
                safe = safe.replace(" ", _GLUE)
            made.append(isolated(safe) if self._console.is_terminal else safe, STYLES[style])
        return made

    def line(self, text: Text | None = None, indent: int = 0, hanging: int | None = None) -> None:
        """Print ``text`` (None: an empty line), wrapped; lines after the first stand at ``hanging``."""
        if text is None:
            self._console.print()
            return
        hanging = indent if hanging is None else hanging
        lines = self._wrapped(text, self.width - max(indent, hanging))
        for row, line in enumerate(lines):
            self._print(Text(" " * (hanging if row else indent)).append_text(line))

    def pair(self, label: Text, text: Text, indent: int, column: int) -> None:
        """Print ``label`` at ``indent`` and ``text`` at ``column``, both wrapped, beside each other."""
        self.block(label, [(text, 0)], indent, column)

    def block(self, label: Text, texts: Sequence[tuple[Text, int]], indent: int, column: int) -> None:
        """The same for several texts below each other, each with how far it is indented from ``column``."""
        left = self._wrapped(label, column - indent - _LABEL_GAP)
        right = [
            Text(" " * more).append_text(line)
            for text, more in texts
            for line in self._wrapped(text, self.width - column - more)
        ]
        for label_line, text_line in zip_longest(left, right, fillvalue=Text()):
            line = Text(" " * indent).append_text(label_line)
            line.append(" " * max(0, column - line.cell_len)).append_text(text_line)
            self._print(line)

    def table(self, table: Table) -> None:
        """Print a table after an empty line, without blanks at the ends of its lines."""
        self.line()
        with self._console.capture() as made:
            self._console.print(table, width=self.width)
        for line in made.get().split("\n")[:-1]:
            self._console.out(line.rstrip(), highlight=False)

    def heading(self, words: str) -> None:
        """Print the heading of a section, with an empty line before it."""
        self.line()
        self.line(self.text((words, "heading")))

    def _wrapped(self, text: Text, width: int) -> list[Text]:
        lines = list(text.wrap(self._console, max(_LEAST_WRAP, width))) or [Text()]
        for line in lines:
            line.plain = line.plain.replace(_GLUE, " ")
        return lines

    def _print(self, line: Text) -> None:
        line.rstrip()
        self._console.print(line)
