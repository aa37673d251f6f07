"""The benchmarks measure what they say."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from extraction import documents
from rounds import alternate, verdict

EXAMPLE = Path(__file__).parents[2] / "examples" / "ansar-al-tawhid.txt"


def test_both_sides_take_turns_at_going_first() -> None:
    calls: list[str] = []
    alternate(lambda: calls.append("a"), lambda: calls.append("b"), 3)
    assert "".join(calls) == "abbaab"


def test_the_median_leaves_out_a_slow_moment() -> None:
    waits = iter([0.05, 0.0, 0.0])
    slow, quick = alternate(lambda: time.sleep(next(waits)), lambda: None, 3)
    assert slow < 0.05
    assert quick < 0.05


def test_the_verdict_is_an_exit_status(capsys: pytest.CaptureFixture[str]) -> None:
    assert (verdict(True, "10 ms"), verdict(False, "10 ms")) == (0, 1)
    assert capsys.readouterr().out == "target 10 ms: reached\ntarget 10 ms: MISSED\n"


def test_documents_are_repeated_up_to_the_words_asked_for() -> None:
    words = len(EXAMPLE.read_text("utf-8").split())
    assert len(documents([EXAMPLE], 1)) == 1
    assert len(documents([EXAMPLE], words)) == 1
    assert len(documents([EXAMPLE], 3 * words + 1)) == 3
