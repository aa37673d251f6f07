"""Real articles, and how much of what annotators found in some the engine finds. Skipped where they are not at hand."""

from __future__ import annotations

import importlib.util
import json
from contextlib import redirect_stdout
from functools import cache
from io import StringIO
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from prose import extractor
from sound import check

from stemma.documents.read import read_file
from stemma.export.base import Part
from stemma.export.jsonl import JsonLines
from stemma.model.document import Document
from stemma.model.extraction import Extraction

SHARED = Path(__file__).parents[2].parent / "shared"
BENCHMARK = SHARED / "benchmark"
GOLD = sorted(BENCHMARK.glob("dev/*.gold.jsonl"))
TEXTS = sorted(
    p for folder in ("data/articles", "benchmark/dev") for p in (SHARED / folder).glob("*") if p.suffix != ".jsonl"
)
pytestmark = pytest.mark.skipif(not GOLD or not TEXTS, reason="the articles are not beside this checkout")


@cache
def reading(path: Path) -> tuple[Document, Extraction]:
    """A document and what the engine finds in it."""
    document = read_file(path)
    return document, extractor().extract(document)


@pytest.mark.parametrize("path", TEXTS, ids=lambda p: p.name)
def test_an_article_is_read_and_every_word_of_evidence_stands_in_it(path: Path) -> None:
    document, found = reading(path)
    check(document, found)
    assert found.claims
    if ".infobox" not in path.name:
        assert found.events


def scorer() -> ModuleType:
    """The program that compares an extraction with annotations."""
    spec = importlib.util.spec_from_file_location("score", BENCHMARK / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def scores(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    """What the scorer says of each annotated text."""
    program, folder, said = scorer(), tmp_path_factory.mktemp("scored"), {}
    for gold in GOLD:
        stem = gold.name.removesuffix(".gold.jsonl")
        (path,) = [p for p in TEXTS if p.stem == stem]
        with (folder / gold.name).open("w", encoding="utf-8") as out:
            JsonLines().write([Part(*reading(path))], out)
        with redirect_stdout(StringIO()) as printed:
            assert program.main([str(gold), str(folder / gold.name), "--json"]) == 0
        said[stem] = json.loads(printed.getvalue())
        said[stem]["grounding"] = program.grounding(program.read(folder / gold.name), path.read_text("utf-8"))
    return said


@pytest.mark.parametrize(("what", "least"), [("claims", 0.60), ("events", 0.50)])
def test_the_engine_finds_what_annotators_found(scores: dict[str, dict[str, Any]], what: str, least: float) -> None:
    """The mean F1 is at least what was once reached: a guard, no aim."""
    reached = {stem: said[what]["f1"] for stem, said in scores.items()}
    assert sum(reached.values()) / len(reached) >= least, reached


def test_every_quote_stands_in_its_text_and_no_record_is_without_one(scores: dict[str, dict[str, Any]]) -> None:
    for said in scores.values():
        assert said["grounding"]["spans"] > 0
        assert said["grounding"]["not_in_text"] == 0
        assert said["grounding"]["records_without_evidence"] == 0
