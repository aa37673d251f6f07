"""The progress of long work, on standard error and only on a terminal."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from stemma.cli.render.printable import printable

_LONGEST_NAME = 40


@contextmanager
def working(what: str) -> Iterator[None]:
    """Say on a terminal ``what`` is being done, for as long as it takes."""
    if not sys.stderr.isatty():
        yield
        return
    with Console(stderr=True).status(what):
        yield


@contextmanager
def reading_bar() -> Iterator[Callable[[Path, int, int], None] | None]:
    """What is told of progress: a bar on a terminal, else nothing."""
    if not sys.stderr.isatty():
        yield None
        return
    columns = (TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    # Lines of results go round the bar where both are on one terminal, and stay on standard output where not.
    together = sys.stdout.isatty()
    with Progress(
        *columns, console=Console(stderr=True), transient=True, redirect_stdout=together, redirect_stderr=True
    ) as bar:
        task = bar.add_task("reading", total=None)
        yield lambda path, done, total: bar.update(
            task, description=printable(path.name)[:_LONGEST_NAME], completed=done, total=total
        )
