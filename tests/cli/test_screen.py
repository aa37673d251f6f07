"""Widths, wrapping and colours."""

from __future__ import annotations

import io

import pytest

from stemma.cli.render.screen import WIDEST, Screen
from stemma.cli.render.words import cited, counted, short_id


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "TTY_COMPATIBLE", "TTY_INTERACTIVE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")


def test_a_file_gets_no_colours_and_a_fixed_width() -> None:
    out = io.StringIO()
    screen = Screen(out)
    screen.line(screen.text(("word " * 60, "heading")))
    assert "\x1b" not in out.getvalue()
    assert max(len(line) for line in out.getvalue().splitlines()) in range(WIDEST - 5, WIDEST + 1)


def test_a_terminal_gets_colours_unless_it_wants_none(monkeypatch: pytest.MonkeyPatch) -> None:
    out = Terminal()
    screen = Screen(out, 80)
    screen.line(screen.text(("word", "heading")))
    assert "\x1b[1m" in out.getvalue()
    monkeypatch.setenv("NO_COLOR", "1")
    bare = Terminal()
    screen = Screen(bare, 80)
    screen.line(screen.text(("word", "number")))
    assert "\x1b[36m" not in bare.getvalue()


@pytest.mark.parametrize("columns", ["60", "30", "250"])
def test_the_width_is_that_of_the_terminal_within_bounds(columns: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    assert Screen(io.StringIO()).width == min(max(int(columns), 40), WIDEST)


def test_labels_and_texts_stand_beside_each_other() -> None:
    out = io.StringIO()
    screen = Screen(out, 40)
    screen.pair(screen.text("A long label here"), screen.text("one two three four five six seven"), 2, 14)
    screen.pair(screen.text(""), screen.text("below"), 2, 14)
    assert out.getvalue().splitlines() == [
        "  A long      one two three four five",
        "  label here  six seven",
        "              below",
    ]


def test_evidence_numbers_stay_with_the_last_word() -> None:
    out = io.StringIO()
    screen = Screen(out, 40)
    screen.line(screen.text("aaaa bbbb cccc dddd eeee ffff gggg hhhh", (" [1, 2]", "number")))
    assert out.getvalue().splitlines() == ["aaaa bbbb cccc dddd eeee ffff gggg", "hhhh [1, 2]"]


def test_hostile_text_is_shown_not_sent() -> None:
    out = Terminal()
    screen = Screen(out, 80)
    screen.line(screen.text("[bold]not markup[/bold] :smile: \x1b[2J\u202e"))
    assert out.getvalue() == "[bold]not markup[/bold] :smile: ␛[2J�\n"


def test_right_to_left_names_are_set_off_on_a_terminal_only() -> None:
    out, file = Terminal(), io.StringIO()
    for stream in (out, file):
        screen = Screen(stream, 80)
        screen.line(screen.text("أنصار"))
    assert (out.getvalue(), file.getvalue()) == ("\u2068أنصار\u2069\n", "أنصار\n")


@pytest.mark.parametrize(
    ("numbers", "shown"),
    [((), ""), ((3,), "[3]"), ((2, 1), "[1, 2]"), ((1, 2, 3, 7, 9, 10, 11, 12), "[1–3, 7, 9–12]")],
)
def test_evidence_numbers(numbers: tuple[int, ...], shown: str) -> None:
    assert cited(numbers) == shown


def test_small_words() -> None:
    assert (counted(1, "claim"), counted(1200, "claim"), counted(2, "sheep", "sheep")) == (
        "1 claim",
        "1,200 claims",
        "2 sheep",
    )
    assert short_id("claim-0123456789abcdef") == "01234567"
