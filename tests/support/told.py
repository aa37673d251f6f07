"""Claims and events in one line each, with a text of their own: what most tests of questions are put to."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from annotations import document, extraction

from stemma.model.document import Document
from stemma.model.extraction import Extraction
from stemma.query.material import Material, from_extraction, gather
from stemma.store.base import Store
from stemma.store.open import open_store

Record = dict[str, Any]


def claim(subject: str, predicate: str, object: str, time: str | None = None, **more: Any) -> Record:
    """A claim record. ``by`` names the speaker, ``quote`` the words, ``box`` the infobox label it stands under."""
    return _record("claim", {"subject": subject, "predicate": predicate, "object": object, "time": time}, more)


def denial(subject: str, predicate: str, object: str, time: str | None = None, **more: Any) -> Record:
    """A negative claim."""
    return claim(subject, predicate, object, time, polarity="negative", **more)


def event(type: str, time: str | None = None, actors: str = "", targets: str = "", **more: Any) -> Record:
    """An event record; ``actors`` and ``targets`` are names set apart by commas, ``others`` too."""
    roles = (("actor", actors), ("target", targets), ("other", more.pop("others", "")))
    participants = [
        {"name": name.strip(), "role": role} for role, names in roles for name in names.split(",") if name.strip()
    ]
    return _record("event", {"type": type, "time": time, "participants": participants}, more)


def killed(number: str, who: str = "", status: str = "reported", by: str | None = None) -> Record:
    """A count of dead for an event's ``casualties``."""
    return {"killed": number, "who": who, "status": status, "by": by}


def entity(name: str, *aliases: str, kind: str = "organization") -> Record:
    """An entity record."""
    return {"record": "entity", "name": name, "aliases": list(aliases), "kind": kind}


def read(*records: Record, title: str = "The group", file_name: str = "") -> tuple[Document, Extraction]:
    """A document that says all of ``records``, and what it says."""
    boxed = [r for r in records if "box" in r]
    prose = [r for r in records if "box" not in r and "evidence" in r]
    lines = [f"= {title} =", "", *(f"- {r['box']}: {_quote(r)}" for r in boxed), ""]
    lines += [f"{_quote(r)}" for r in prose]
    made = document("\n".join(lines) + "\n", title, file_name)
    return made, extraction(made, records)


def material(*records: Record, title: str = "The group") -> Material:
    """What ``records`` say, without a store."""
    return from_extraction(*read(*records, title=title))


def store(folder: Path, *documents: tuple[Document, Extraction]) -> Store:
    """A new store in ``folder`` that holds ``documents``."""
    made = open_store(str(folder / "stemma.db"), create=True)
    for one in documents:
        made.write(*one)
    return made


def everything(store: Store) -> Material:
    """All that the documents of ``store`` say of whom they are about."""
    return gather(store, [row.about for row in store.documents() if row.about])


def _record(kind: str, fields: Record, more: Record) -> Record:
    by, quote = more.pop("by", None), more.pop("quote", None)
    words = quote or " ".join(str(value) for value in [*fields.values(), *sorted(more.values(), key=str)] if value)
    return {"record": kind, **fields, "attributed_to": by, "evidence": [{"quote": words}], **more}


def _quote(record: Record) -> str:
    quote: str = record["evidence"][0]["quote"]
    return quote
