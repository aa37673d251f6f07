"""Rows of the tables as objects of the model, and back."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import MISSING, fields
from itertools import groupby
from operator import attrgetter
from typing import Any

from sqlalchemy import Row

from stemma.errors import StemmaError, StoreError
from stemma.model.claim import Claim, Saying
from stemma.model.dates import parse_date
from stemma.model.document import Block, Document, InfoboxField, InfoboxItem, Section, Source
from stemma.model.entity import Entity, Name
from stemma.model.span import Span

FourDays = tuple[int | None, int | None, int | None, int | None]


def sha256(text: str) -> str:
    """The SHA-256 of ``text`` as UTF-8, in hexadecimal digits."""
    return hashlib.sha256(text.encode()).hexdigest()


def quote_hash(words: str) -> str:
    """A short hash of the words of a span: 16 hexadecimal digits."""
    return sha256(words)[:16]


def days(date: str | None) -> FourDays:
    """The days on which ``date`` may start and end: earliest and latest start, earliest and latest end.

    Raises:
        DateError: if it is not EDTF.
    """
    if date is None:
        return None, None, None, None
    parsed = parse_date(date)
    return parsed.earliest_start, parsed.latest_start, parsed.earliest_end, parsed.latest_end


@contextmanager
def reading_of(what: str) -> Iterator[None]:
    """Turn the errors of rows that make no sense into one that says where."""
    try:
        yield
    except (ValueError, TypeError, LookupError, StemmaError) as error:
        raise StoreError(f"{what} is damaged in the store ({error}); `stemma verify` lists all damage") from error


def structure_text(document: Document) -> str:
    """Sections, blocks and infobox as JSON; what has its default value is left out."""
    structure = {"sections": document.sections, "blocks": document.blocks, "infobox": document.infobox}
    return json.dumps(structure, default=_written, ensure_ascii=False, separators=(",", ":"))


def _written(part: Any) -> dict[str, Any]:
    values = {field.name: (getattr(part, field.name), field.default) for field in fields(part)}
    return {name: value for name, (value, default) in values.items() if default is MISSING or value != default}


def structure_hash(title: str, format: str, published: str | None, body: str) -> str:
    """A hash of all that a reader made of a document."""
    return sha256(json.dumps([title, format, published, body]))


def structure_from(body: str) -> tuple[tuple[Section, ...], tuple[Block, ...], tuple[InfoboxField, ...]]:
    """The inverse of ``structure_text``.

    Raises:
        ValueError, TypeError, LookupError: if ``body`` is something else.
    """
    structure = json.loads(body)
    return (
        tuple(Section(**_tuples(part)) for part in structure["sections"]),
        tuple(Block(**_tuples(part)) for part in structure["blocks"]),
        tuple(
            InfoboxField(**{**part, "items": tuple(InfoboxItem(**_tuples(item)) for item in part["items"])})
            for part in structure["infobox"]
        ),
    )


def _tuples(value: Any) -> Any:
    """JSON values with tuples for lists; the values of an object, one level deep."""
    if isinstance(value, list):
        return tuple(_tuples(item) for item in value)
    return {name: _tuples(part) for name, part in value.items()} if isinstance(value, dict) else value


def document_from(row: Row[Any]) -> Document:
    """A document from the row of itself, its source and one structure."""
    with reading_of(f"document {row.id}"):
        sections, blocks, infobox = structure_from(row.body)
        return Document(
            source=source_from(row),
            title=row.title,
            text=row.text,
            format=row.format,
            sha256=row.sha256,
            sections=sections,
            blocks=blocks,
            infobox=infobox,
            published=row.published,
            origin=row.origin,
            fetched=row.fetched,
        )


def source_from(row: Row[Any]) -> Source:
    """A source from the columns ``source_title``, ``publisher`` and ``file_name``."""
    return Source(row.source_title, row.publisher, row.file_name)


def claims_from(rows: Iterable[Row[Any]]) -> Iterator[Claim]:
    """Claims from rows of one span each; those of one claim follow one another."""
    for _, group in groupby(rows, key=attrgetter("n")):
        yield claim_from(list(group))


def claim_from(rows: list[Row[Any]]) -> Claim:
    """One claim from the rows of its spans (one row without a span where all are lost)."""
    first = rows[0]
    with reading_of(f"claim {first.id}"):
        return Claim(
            subject=first.subject,
            predicate=first.predicate,
            object=first.object,
            literal=first.literal,
            spans=tuple(Span(first.document, row.span_start, row.span_end) for row in rows if row.span_end is not None),
            date=first.date,
            saying=Saying(first.modality, first.polarity, first.speaker, tuple(json.loads(first.chain))),
            former=bool(first.former),
            extractor=first.extractor,
            version=first.version,
            found_by=first.found_by,
            confidence=first.confidence,
        )


def entity_from(id: str, names: list[Row[Any]], external_ids: Iterable[tuple[str, str]]) -> Entity:
    """One entity from its names in all readings that count, the newest reading first; each name once."""
    with reading_of(f"entity {id}"):
        return Entity(
            id,
            names[0].entity_kind,
            tuple(dict.fromkeys(Name(row.text, row.kind, row.script) for row in names)),
            tuple(dict.fromkeys(external_ids)),
        )


def chain_text(saying: Saying) -> str:
    """The chain of speakers as a JSON list."""
    return json.dumps(saying.chain, ensure_ascii=False)
