"""verify and export."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest
from example import TITLE, example
from told import claim, read, store

from stemma.cli import main


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A store with the example, which the commands use."""
    store(tmp_path, example()).close()
    path = tmp_path / "stemma.db"
    monkeypatch.setenv("STEMMA_STORE", str(path))
    return path


def test_verify(kept: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verify"]) == 0
    assert capsys.readouterr().out == "all is as it was written: 1 document\n"
    assert main(["verify", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"documents": 1, "problems": []}


def test_verify_finds_a_changed_text(kept: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with sqlite3.connect(kept) as database:
        database.execute("UPDATE document SET text = replace(text, 'Hezbollah', 'Somebody ')")
    database.close()
    assert main(["verify"]) == 7
    shown = capsys.readouterr()
    assert "its text is not as it was written" in shown.out
    assert "problem" in shown.err
    assert main(["verify", "--format", "json"]) == 7
    assert json.loads(capsys.readouterr().out)["problems"]


def test_export_to_standard_output(kept: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export"]) == 0
    told = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert {r["record"] for r in told} == {"document", "claim", "event", "entity"}
    assert main(["export", "Jaysh al-Izza"]) == 0
    some = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [r["predicate"] for r in some if r["record"] == "claim"] == ["allied_with"]


def test_export_to_a_file(kept: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "out.jsonl"
    assert main(["export", "--format", "jsonl", "--out", str(out)]) == 0
    shown = capsys.readouterr()
    assert (shown.out, shown.err) == ("", f"31 claims and events written to {out}\n")
    assert len(out.read_text("utf-8").splitlines()) > 31


def test_export_of_what_is_sure_enough(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    sure, unsure = claim("A", "strength", "50", confidence=0.9), claim("B", "strength", "9", confidence=0.2)
    store(tmp_path, read(sure, title="A"), read(unsure, title="B")).close()
    monkeypatch.setenv("STEMMA_STORE", str(tmp_path / "stemma.db"))
    assert main(["export", "--min-confidence", "0.5"]) == 0
    told = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [r["object"] for r in told if r["record"] == "claim"] == ["50"]
    assert [r["title"] for r in told if r["record"] == "document"] == ["A", "B"]
    assert main(["export", "B", "--min-confidence", "0.5"]) == 0
    assert capsys.readouterr().out == ""
    assert main(["export", "--format", "html"]) == 0
    assert capsys.readouterr().out.startswith("<!DOCTYPE html>")


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["export", "--format", "xls"], 1, "no export format is called 'xls'"),
        (["export", "--out", "no/such/folder/x"], 1, "cannot write"),
        (["export", "Nobody"], 6, "no entity is called 'Nobody'"),
        (["verify", "--store", "nothing.db"], 5, "nothing.db"),
    ],
)
def test_what_cannot_be_done(
    arguments: list[str], code: int, message: str, kept: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == code
    assert message in capsys.readouterr().err


def test_nothing_is_written_for_a_name_that_is_not_there(kept: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    assert main(["export", "Nobody", "--out", str(out)]) == 6
    assert not out.exists()
    assert main(["export", TITLE, "--out", str(out)]) == 0
    assert out.exists()
