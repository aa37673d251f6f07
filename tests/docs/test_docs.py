"""The docs say what the code does: every command, setting, error, predicate and event type stands in them."""

from __future__ import annotations

import json
import re
from argparse import ArgumentParser, _SubParsersAction
from dataclasses import fields as dataclass_fields
from dataclasses import replace
from inspect import getmembers, isclass
from pathlib import Path

import pytest

from stemma import errors
from stemma.cli import parser
from stemma.documents import READERS
from stemma.errors import StemmaError
from stemma.export import EXPORTERS
from stemma.export.base import Part
from stemma.export.jsonl import records
from stemma.extract import EXTRACTORS, TRACERS
from stemma.extract.rules.frames import Frame
from stemma.extract.rules.places import PLACES
from stemma.model.claim import MODALITIES, POLARITIES, Claim
from stemma.model.document import Document, Source
from stemma.model.entity import KINDS, Entity, Name
from stemma.model.event import ROLES, STATUSES, Casualties, Event, Participant
from stemma.model.extraction import Extraction
from stemma.model.span import Span
from stemma.model.vocabulary import EventType, Predicate, vocabulary
from stemma.registry import Registry

ROOT = Path(__file__).parents[2]
README = ROOT / "README.md"
PAGES = [README, ROOT / "CHANGELOG.md", ROOT / "examples" / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
PAGE_NAMES = [str(page.relative_to(ROOT)) for page in PAGES]
FORMAT = (ROOT / "docs" / "claim-format.md").read_text("utf-8")
COMMANDS = (ROOT / "docs" / "commands.md").read_text("utf-8")
EXAMPLE = (ROOT / "examples" / "ansar-al-tawhid.txt").read_text("utf-8")


def fences(page: Path, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", page.read_text("utf-8"), re.MULTILINE | re.DOTALL)


def predicate_row(p: Predicate) -> str:
    reads = p.label if p.inverse in (None, p.label) else f"{p.label} / {p.inverse}"
    to = ", ".join(p.object_kinds) if p.literal is None else f"*{p.literal.replace('_', ' ')}*"
    arrow = "↔" if p.symmetric else "→"
    kinds = f"{', '.join(p.subject_kinds)} {arrow} {to}"
    return f"| `{p.name}` | {reads} | {kinds} | {p.holds}, {p.timing} | {p.description} |"


def mapping_row(p: Predicate) -> str:
    m = p.mappings
    cells = [", ".join(m.wikidata), m.followthemoney, m.acled, m.ucdp]
    return f"| `{p.name}` | {' | '.join(cell or '—' for cell in cells)} |"


def event_type_row(e: EventType) -> str:
    acled = "; ".join(" / ".join(pair) for pair in e.acled) or "—"
    return f"| `{e.name}` | {e.description} | {acled} | {e.plover or '—'} |"


@pytest.mark.parametrize("term", vocabulary().predicates.values(), ids=lambda p: p.name)
def test_each_predicate_stands_in_the_claim_format(term: Predicate) -> None:
    assert predicate_row(term) in FORMAT.splitlines()
    assert mapping_row(term) in FORMAT.splitlines()


@pytest.mark.parametrize("term", vocabulary().event_types.values(), ids=lambda e: e.name)
def test_each_event_type_stands_in_the_claim_format(term: EventType) -> None:
    assert event_type_row(term) in FORMAT.splitlines()


def test_the_claim_format_names_no_term_that_is_gone() -> None:
    tables = FORMAT[FORMAT.index("## Predicates") :]
    rows = set(re.findall(r"^\| `(\w+)` \|", tables, re.MULTILINE))
    assert rows == {*vocabulary().predicates, *vocabulary().event_types}


@pytest.mark.parametrize("word", [*MODALITIES, *POLARITIES, *ROLES, *STATUSES, *KINDS])
def test_each_fixed_word_is_explained(word: str) -> None:
    assert f"`{word}`" in FORMAT


def test_the_records_shown_are_sound_and_quote_the_example() -> None:
    records = [json.loads(text) for text in fences(ROOT / "docs" / "claim-format.md", "json")]
    assert {record["record"] for record in records} >= {"claim", "event"}
    for record in records:
        for span in record.get("evidence", []):
            assert EXAMPLE[span["start"] : span["end"]] == span["quote"]


def test_each_field_that_is_exported_is_explained() -> None:
    span = (Span("document-1", 0, 4),)
    source = Source("A page")
    event = Event("clash", span, casualties=(Casualties("soldiers", "1", "2", "3", "4"),))
    extraction = Extraction(
        "document-1",
        entities=(Entity("entity-1", "organization", (Name("ETA"),)),),
        claims=(Claim("entity-1", "strength", None, "300", span),),
        events=(replace(event, participants=(Participant("entity-1", "actor"),)),),
    )
    for record in records(Part(Document(source, "A page", "text", "plain", "ab"), extraction)):
        inner = [item for value in record.values() if isinstance(value, list) for item in value]
        fields = {*record, *(record["source"] if record["record"] == "document" else ())}
        fields |= {field for item in inner if isinstance(item, dict) for field in item}
        assert {field for field in fields if f"`{field}`" not in FORMAT} == set()


def error_classes() -> list[type[StemmaError]]:
    return [cls for _, cls in getmembers(errors, isclass) if issubclass(cls, StemmaError)]


@pytest.mark.parametrize("error", error_classes(), ids=lambda e: e.__name__)
def test_each_error_stands_with_its_exit_code(error: type[StemmaError]) -> None:
    row = next((line for line in COMMANDS.splitlines() if f"`{error.__name__}`" in line), "")
    assert row.startswith(f"| {error.exit_code} |")


def commands() -> dict[str, ArgumentParser]:
    groups = [action for action in parser()._actions if isinstance(action, _SubParsersAction)]
    return dict(groups[0].choices)


@pytest.mark.parametrize("name", ["extract", "ingest", "show", "timeline", "ledger", "why", "verify", "export"])
def test_each_command_is_documented_with_its_options(name: str) -> None:
    assert f"| [`{name}`](#{name}) |" in COMMANDS
    section = COMMANDS.split(f"\n## {name}\n")[1].split("\n## ")[0]
    usage = section.strip("\n").splitlines()[0]
    assert usage.startswith(f"    stemma {name}")
    for action in commands()[name]._actions:
        if action.dest != "help":
            said = [*action.option_strings, *map(str, action.choices or ())] or [str(action.metavar)]
            assert [word for word in said if word not in usage] == []
    assert set(re.findall(r"--[a-z-]+", usage)) <= {
        word for a in commands()[name]._actions for word in a.option_strings
    }


def test_no_command_is_left_out() -> None:
    assert set(re.findall(r"^## (\w+)$", COMMANDS, re.MULTILINE)) - {"Settings"} == set(commands())


@pytest.mark.parametrize("parts", [READERS, EXTRACTORS, TRACERS, EXPORTERS], ids=lambda parts: str(parts.kind))
def test_each_exchangeable_part_is_named(parts: Registry) -> None:
    text = COMMANDS + (ROOT / "docs" / "architecture.md").read_text("utf-8")
    assert [name for name in [*parts.table, parts.group] if f"`{name}`" not in text] == []


def test_each_setting_is_documented() -> None:
    used = {
        name for path in (ROOT / "src").rglob("*.py") for name in re.findall(r"STEMMA_[A-Z_]+", path.read_text("utf-8"))
    }
    assert "STEMMA_STORE" in used
    assert {name for name in used if f"| `{name}` |" not in COMMANDS} == set()


def test_the_readme_is_short_and_says_what_it_must() -> None:
    text = README.read_text("utf-8")
    assert len(text.splitlines()) < 120
    for words in ["make demo", "make test", "## Responsible use", "lawful analysis of public sources", "Apache-2.0"]:
        assert words in text


def test_the_changelog_has_unreleased_changes() -> None:
    text = (ROOT / "CHANGELOG.md").read_text("utf-8")
    unreleased = text[text.index("## [Unreleased]") :].split("\n## ")[0]
    assert re.search(r"^- ", unreleased, re.MULTILINE)


@pytest.mark.parametrize("page", PAGES, ids=PAGE_NAMES)
def test_python_in_the_docs_compiles(page: Path) -> None:
    for code in fences(page, "python"):
        compile(code, str(page), "exec")


@pytest.mark.parametrize("page", PAGES, ids=PAGE_NAMES)
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)\s]+)\)", page.read_text("utf-8")):
        if not target.startswith(("https://", "#")):
            assert (page.parent / target.partition("#")[0]).exists(), target


def test_decisions_are_numbered_without_a_gap() -> None:
    pages = sorted((ROOT / "docs" / "decisions").glob("*.md"))
    assert [int(page.name[:4]) for page in pages] == list(range(1, len(pages) + 1))


def test_each_field_and_place_of_a_frame_is_explained() -> None:
    text = (ROOT / "docs" / "frames.md").read_text("utf-8")
    fields = {field.name for field in dataclass_fields(Frame)} - {"triggers"}
    for word in [*fields, *PLACES, "verb", "noun", "adj"]:
        assert re.search(rf"^\|.*`{word}`.*\|", text, re.MULTILINE), word
