"""The interchange format."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from annotations import extraction
from example import TITLE, example
from told import claim, event, read, store

from stemma.errors import StemmaError
from stemma.export import EXPORTERS
from stemma.export.base import Part, parts
from stemma.export.jsonl import JsonLines, records
from stemma.query.find import find

CLAIM_FIELDS = [
    "record",
    "subject",
    "predicate",
    "object",
    "time",
    "former",
    "polarity",
    "modality",
    "attributed_to",
    "evidence",
]
EVENT_FIELDS = [
    "record",
    "type",
    "time",
    "place",
    "participants",
    "casualties",
    "modality",
    "attributed_to",
    "evidence",
]


def written(*some: Part) -> list[dict[str, object]]:
    out = io.StringIO()
    JsonLines().write(some, out)
    return [json.loads(line) for line in out.getvalue().splitlines()]


def test_fields_stand_in_the_order_of_the_format() -> None:
    told = written(Part(*example()))
    claims = [list(r) for r in told if r["record"] == "claim"]
    events = [list(r) for r in told if r["record"] == "event"]
    assert {tuple(keys[: len(CLAIM_FIELDS)]) for keys in claims} == {tuple(CLAIM_FIELDS)}
    assert {tuple(keys[: len(EVENT_FIELDS)]) for keys in events} == {tuple(EVENT_FIELDS)}
    assert (len(claims), len(events)) == (27, 4)


def test_every_quote_is_the_text_between_its_offsets() -> None:
    document, _ = example()
    for record in records(Part(*example())):
        for evidence in record.get("evidence", []):
            assert document.text[evidence["start"] : evidence["end"]] == evidence["quote"]


def test_what_is_written_reads_back_the_same() -> None:
    document, made = example()
    again = extraction(document, written(Part(document, made)))
    assert {c.id for c in again.claims} == {c.id for c in made.claims}
    assert {(e.id, e.casualties, e.participants) for e in again.events} == {
        (e.id, e.casualties, e.participants) for e in made.events
    }


def test_numbers_are_numbers_and_ranges_are_text() -> None:
    counts = [
        {"killed": "40", "who": "B", "status": "claimed", "by": "A"},
        {"killed": "15-20", "wounded": "3", "who": ""},
    ]
    (record,) = [
        r for r in records(Part(*read(event("clash", None, "A", "B", casualties=counts)))) if r["record"] == "event"
    ]
    assert record["casualties"] == [
        {"killed": 40, "who": "B", "status": "claimed", "by": "A"},
        {"killed": "15-20", "wounded": 3, "who": "", "status": "reported", "by": None},
    ]


def test_a_store_gives_what_was_put_in(tmp_path: Path) -> None:
    with store(tmp_path, example()) as kept:
        assert sorted(written(*parts(kept)), key=str) == sorted(written(Part(*example())), key=str)


def test_only_what_names_an_entity(tmp_path: Path) -> None:
    other = read(claim("B", "strength", "10"), event("clash", None, "B", "C"), title="Another")
    with store(tmp_path, example(), other) as kept:
        told = written(*parts(kept, find(kept, "Jaysh al-Izza").ids))
        assert [r["predicate"] for r in told if r["record"] == "claim"] == ["allied_with"]
        assert [r["title"] for r in told if r["record"] == "document"] == [TITLE]
        assert not [r for r in told if r["record"] == "event"]
        assert [r["type"] for r in written(*parts(kept, find(kept, "C").ids)) if r["record"] == "event"] == ["clash"]


def test_the_table_of_formats() -> None:
    assert EXPORTERS.names() == ["html", "jsonl"]
    assert EXPORTERS.load("jsonl").name == "jsonl"
    with pytest.raises(StemmaError, match="no export format is called 'xls'; there are html, jsonl"):
        EXPORTERS.load("xls")
