"""extract and ingest, with an extractor that reads lines."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from stemma.cli import main
from stemma.errors import ExtractionError
from stemma.model.claim import Claim, Saying
from stemma.model.document import Document
from stemma.model.entity import Entity, Name, entity_id
from stemma.model.event import Event, Participant
from stemma.model.extraction import Extraction
from stemma.model.span import Span
from stemma.registry import Registry


@dataclass(frozen=True)
class Lines:
    """Reads lines "A fights B" as events, "A says it has N" as claims."""

    name: str = "lines"
    version: str = "1"

    def extract(self, document: Document) -> Extraction:
        """One claim or event for each such line."""
        entities: dict[str, Entity] = {}
        claims: list[Claim] = []
        events: list[Event] = []

        def known(name: str) -> str:
            id = entity_id(document.source.id, name)
            entities[id] = Entity(id, "organization", (Name(name),))
            return id

        start = 0
        for line in document.text.split("\n"):
            spans = (Span(document.id, start, start + len(line)),) if line else ()
            start += len(line) + 1
            match line.split():
                case [a, "fights", b]:
                    sides = (Participant(known(a), "actor"), Participant(known(b), "target"))
                    made = Event("clash", spans, participants=sides, extractor="lines", version="1", confidence=0.5)
                    events.append(made)
                case [a, "says", "it", "has", number]:
                    saying = Saying("claimed", speaker=a)
                    claims.append(
                        Claim(known(a), "strength", None, number, spans, saying=saying, extractor="lines", version="1")
                    )
        return Extraction(document.id, None, tuple(entities.values()), tuple(claims), tuple(events), "lines", "1")


class Broken(Lines):
    """Cannot run."""

    def extract(self, document: Document) -> Extraction:
        """Never does."""
        raise ExtractionError("no pipeline is installed")


@pytest.fixture(autouse=True)
def extractors(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Two extractors, and a store of one's own."""
    monkeypatch.setattr(
        "stemma.extract.EXTRACTORS",
        Registry("extractor", "none", {"lines": f"{__name__}:Lines", "broken": f"{__name__}:Broken"}),
    )
    monkeypatch.setitem(sys.modules, __name__, sys.modules[Lines.__module__])
    monkeypatch.setenv("STEMMA_STORE", str(tmp_path / "kept" / "stemma.db"))
    (tmp_path / "kept").mkdir()


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """A document."""
    path = tmp_path / "alpha.txt"
    path.write_text("= Alpha =\n\nAlpha fights Beta\nAlpha says it has 300\n")
    return path


def test_extract_as_json_lines(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["extract", str(article), "--extractor", "lines"]) == 0
    told = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [r["record"] for r in told] == ["document", "event", "claim", "entity", "entity"]
    assert told[2]["evidence"][0]["quote"] == "Alpha says it has 300"


def test_extract_as_json(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["extract", str(article), str(article), "--extractor", "lines", "--format", "json"]) == 0
    assert len(json.loads(capsys.readouterr().out)) == 10


def test_extract_as_a_table(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["extract", str(article), "--extractor", "lines", "--format", "table"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[:2] == ["Alpha", "1 claim, 1 event"]
    assert lines[3].split() == ["Line", "Subject", "Predicate", "Object", "When", "How"]
    assert lines[4].split() == ["4", "Alpha", "strength", "300", "claimed", "(Alpha)"]
    assert lines[7].split() == ["3", "clash", "Alpha", "(actor),", "Beta", "(target)"]
    assert not [line for line in lines if line != line.rstrip()]


def test_extract_as_a_page(article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["extract", str(article), "--extractor", "lines", "--format", "html"]) == 0
    page = capsys.readouterr().out
    assert page.startswith("<!DOCTYPE html>")
    assert "1 claim · 1 event" in page
    out = tmp_path / "page.html"
    assert main(["extract", str(article), "--extractor", "lines", "--format", "html", "--out", str(out)]) == 0
    assert (out.read_text("utf-8"), capsys.readouterr().out) == (page, "")


@pytest.mark.parametrize("format", ["jsonl", "json", "table", "html"])
def test_no_file_is_written_where_nothing_can_be_read(
    format: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    out.write_text("as it was")
    missing = str(tmp_path / "missing.txt")
    assert main(["extract", missing, "--extractor", "lines", "--format", format, "--out", str(out)]) == 3
    assert out.read_text() == "as it was"
    assert main(["extract", missing, "--extractor", "lines", "--format", format]) == 3
    assert capsys.readouterr().out == ("[]\n" if format == "json" else "")


@pytest.mark.parametrize("format", ["jsonl", "json", "table", "html"])
def test_extract_leaves_out_what_is_not_sure(format: str, article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    asked = ["extract", str(article), "--extractor", "lines", "--format", format, "--min-confidence"]
    assert main([*asked, "0.5"]) == 0
    assert "clash" in capsys.readouterr().out
    assert main([*asked, "0.51"]) == 0
    shown = capsys.readouterr().out
    assert "clash" not in shown
    assert "300" in shown


@pytest.mark.parametrize("bound", ["1.1", "-0.1", "nan", "inf", "much", ""])
def test_a_confidence_that_is_none(bound: str, article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for command in (["extract", str(article)], ["show", "A"], ["timeline", "A"], ["ledger"], ["export"]):
        assert main([*command, f"--min-confidence={bound}"]) == 2
        shown = capsys.readouterr()
        assert shown.out == ""
        assert f"expected a number from 0 to 1, got {bound!r}" in shown.err


def test_extract_goes_on_after_a_bad_file(article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    missing = tmp_path / "missing.txt"
    assert main(["extract", str(missing), str(article), "--extractor", "lines"]) == 3
    shown = capsys.readouterr()
    assert len(shown.out.splitlines()) == 5
    assert shown.err.startswith(f"stemma: {missing}: ")


def test_ingest_says_what_became_of_each_file(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    command = ["ingest", str(article), "--extractor", "lines"]
    assert main(command) == 0
    assert capsys.readouterr().out == f"new        {article}: 1 claim, 1 event\n"
    assert main(command) == 0
    assert capsys.readouterr().out == f"unchanged  {article}: 1 claim, 1 event\n"
    article.write_text("= Alpha =\n\nAlpha says it has 400\n")
    assert main(command) == 0
    assert capsys.readouterr().out == f"version    {article}: 1 claim, 0 events, version 2\n"
    assert main(["show", "Alpha"]) == 0
    assert "400 — claimed by Alpha" in capsys.readouterr().out


def test_ingest_does_the_rest_of_a_folder(article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "bad.txt").write_bytes(b"\x00\x01\x02" * 100)
    (folder / "good.txt").write_text(article.read_text())
    assert main(["ingest", str(folder), "--extractor", "lines"]) == 3
    shown = capsys.readouterr()
    assert shown.out == f"new        {folder / 'good.txt'}: 1 claim, 1 event\n"
    assert str(folder / "bad.txt") in shown.err
    assert "2 files: 1 new, 1 failed" in shown.err


def test_ingest_as_json(article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bad = tmp_path / "bad.txt"
    bad.write_bytes(b"")
    assert main(["ingest", str(article), str(bad), "--extractor", "lines", "--format", "json"]) == 3
    good, failed = json.loads(capsys.readouterr().out)
    assert (good["outcome"], good["claims"], good["error"]) == ("new", 1, None)
    assert (failed["outcome"], failed["claims"]) == ("failed", None)
    assert str(bad) in failed["error"]


def test_a_missing_file_makes_no_store(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ingest", str(tmp_path / "missing.txt"), "--extractor", "lines"]) == 3
    assert "there is no such file or folder" in capsys.readouterr().err
    assert list((tmp_path / "kept").iterdir()) == []


def test_an_extractor_that_cannot_run_stops_it_all(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for command in ("extract", "ingest"):
        assert main([command, str(article), "--extractor", "broken"]) == 4
        assert capsys.readouterr().err == "stemma: no pipeline is installed\n"


def test_an_extractor_that_does_not_exist(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["extract", str(article), "--extractor", "none"]) == 1
    assert "no extractor is called 'none'; there are broken, lines" in capsys.readouterr().err
