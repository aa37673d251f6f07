"""What the README shows is what the demo prints."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from stemma.cli import main

ROOT = Path(__file__).parents[2]


def words(text: str) -> str:
    """``text`` without evidence numbers, which move with every new wording that is read, and without layout."""
    return " ".join(re.sub(r"\[[\d, –]+\]", "", text).split())


def test_the_sample_is_what_the_demo_prints(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("STEMMA_STORE", str(tmp_path / "stemma.db"))
    assert main(["ingest", str(ROOT / "examples" / "ansar-al-tawhid.txt")]) == 0
    capsys.readouterr()
    for command in ("show", "ledger"):
        assert main([command, "Ansar al-Tawhid"]) == 0
    printed = words(capsys.readouterr().out)
    fences = re.findall(r"^```(\w*)\n(.*?)^```$", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE | re.DOTALL)
    sample = next(text for language, text in fences if not language)
    parts = [words(part) for part in re.split(r"^ *\.\.\.$", sample, flags=re.MULTILINE)]
    assert len(parts) > 1
    assert [part for part in parts if part not in printed] == []
