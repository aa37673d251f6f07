"""The progress bar."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from stemma.cli.render.progress import reading_bar


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def test_no_bar_without_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    with reading_bar() as progress:
        assert progress is None


def test_a_bar_on_the_terminal_leaves_standard_output_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    error, out = Terminal(), io.StringIO()
    monkeypatch.setattr(sys, "stderr", error)
    monkeypatch.setattr(sys, "stdout", out)
    with reading_bar() as progress:
        assert progress is not None
        progress(Path("folder/evil\x1b[2J.txt"), 1, 3)
        print("a result")
    assert out.getvalue() == "a result\n"
    assert "1/3" in error.getvalue()
    assert "evil␛[2J.txt" in error.getvalue()
