"""One way to name parts that can be exchanged: a table of ``"module:Name"`` strings, plus entry points.

A part is imported when it is first used, never before.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from importlib.metadata import entry_points
from typing import Any

from stemma.errors import StemmaError


@dataclass(frozen=True, slots=True)
class Registry:
    """The parts of one kind.

    ``kind`` names them in messages ("reader"), ``group`` is the entry-point
    group under which other packages may add parts, ``table`` holds our own.
    """

    kind: str
    group: str
    table: Mapping[str, str]

    def names(self) -> list[str]:
        """The names of all parts, sorted."""
        return sorted({*self.table, *(e.name for e in entry_points(group=self.group))})

    def load(self, name: str) -> Any:
        """Import the part called ``name`` and return it.

        Raises:
            StemmaError: if no part has that name.
        """
        if name in self.table:
            module, _, attribute = self.table[name].partition(":")
            return getattr(import_module(module), attribute)
        for entry in entry_points(group=self.group, name=name):
            return entry.load()
        raise StemmaError(f"no {self.kind} is called {name!r}; there are {', '.join(self.names())}")
