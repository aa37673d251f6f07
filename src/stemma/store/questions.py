"""The questions that are put to the tables, as SQL that every database understands."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, Row, Select, func, or_, select
from sqlalchemy.sql.elements import ColumnElement

from stemma.store import tables as t
from stemma.store.write import chunks, numbers_of

_subject, _object = t.entity.alias("subject_entity"), t.entity.alias("object_entity")

CURRENT: ColumnElement[bool] = t.run.c.current == 1
"""Of the newest version of its source, and of the last reading of that."""


def last_run_of_document() -> ColumnElement[bool]:
    """Of the last reading of its document."""
    other = t.run.alias("other_run")
    return t.run.c.n == select(func.max(other.c.n)).where(other.c.document == t.document.c.n).scalar_subquery()


def last_run_of_claim() -> ColumnElement[bool]:
    """Of the last reading that made the claim."""
    other = t.run_claim.alias("other_run_claim")
    return t.run.c.n == select(func.max(other.c.run)).where(other.c.claim == t.claim.c.n).scalar_subquery()


def claim_rows(*conditions: ColumnElement[bool]) -> Select[Any]:
    """One row for each span of each claim, in order of document and place.

    What a claim points to is joined loosely, so that one that has lost it is seen and not passed over.
    """
    c, s = t.claim.c, t.span.c
    return (
        select(
            *(c.n, c.id, t.document.c.id.label("document"), _subject.c.id.label("subject"), c.predicate),
            *(_object.c.id.label("object"), c.literal, c.date, c.modality, c.polarity, c.speaker, c.chain, c.former),
            *(t.run.c.extractor, t.run.c.version, t.run_claim.c.found_by, t.run_claim.c.confidence),
            *(c.document.label("document_number"), c.start, t.run_claim.c.ordinal),
            *(s.ordinal.label("span_ordinal"), s.start.label("span_start"), s.end.label("span_end")),
        )
        .select_from(t.claim)
        .join(t.run_claim, t.run_claim.c.claim == c.n)
        .join(t.run, t.run.c.n == t.run_claim.c.run)
        .join(t.document, t.document.c.n == c.document)
        .outerjoin(_subject, _subject.c.n == c.subject)
        .outerjoin(_object, _object.c.n == c.object)
        .outerjoin(t.span, s.claim == c.n)
        .where(*conditions)
        .order_by(c.document, c.start, t.run_claim.c.ordinal, c.n, s.ordinal)
    )


def claim_rows_about(connection: Connection, entities: Iterable[str]) -> list[Row[Any]]:
    """``claim_rows`` of all current claims with one of these entities as subject or object."""
    found: dict[tuple[int, ...], Row[Any]] = {}
    for chunk in chunks(numbers_of(connection, t.entity, entities).values()):
        about = or_(t.claim.c.subject.in_(chunk), t.claim.c.object.in_(chunk))
        for row in connection.execute(claim_rows(CURRENT, about)):
            found[row.document_number, row.start, row.ordinal, row.n, row.span_ordinal or 0] = row
    return [found[place] for place in sorted(found)]


def document_rows(*conditions: ColumnElement[bool]) -> Select[Any]:
    """Documents without their text, each with its last run and the structure of that."""
    d, s, r = t.document.c, t.structure.c, t.run.c
    return (
        select(
            *(d.id, d.sha256, d.length, d.version, d.origin, d.fetched, s.title, s.format, s.published),
            *(t.source.c.title.label("source_title"), t.source.c.publisher, t.source.c.file_name),
            *(r.current, t.entity.c.id.label("about")),
        )
        .select_from(t.document)
        .join(t.source, t.source.c.n == d.source)
        .join(t.run, r.document == d.n)
        .join(t.structure, s.n == r.structure)
        .outerjoin(t.entity, t.entity.c.n == r.about)
        .where(last_run_of_document(), *conditions)
    )


def entity_numbers(connection: Connection, key: str) -> dict[str, int]:
    """Of the entities with a current name of this ``name_key``: how many current claims each has, by id."""
    c, e = t.claim.c, t.entity.c
    named = (
        select(e.id, e.n)
        .distinct()
        .join(t.name, t.name.c.entity == e.n)
        .join(t.run, t.run.c.n == t.name.c.run)
        .where(t.name.c.name_key == key, CURRENT)
    )
    counts: dict[str, int] = {}
    for row in connection.execute(named).all():
        current = (
            select(func.count())
            .select_from(t.claim)
            .join(t.run_claim, t.run_claim.c.claim == c.n)
            .join(t.run, t.run.c.n == t.run_claim.c.run)
            .where(or_(c.subject == row.n, c.object == row.n), CURRENT)
        )
        counts[row.id] = connection.execute(current).scalar_one()
    return counts


def name_rows(chunk: list[str]) -> Select[Any]:
    """The names of these entities in all readings: by entity, current readings first, newest first."""
    e, n, r = t.entity.c, t.name.c, t.run.c
    return (
        select(e.id, r.n.label("run"), r.current, t.run_entity.c.kind.label("entity_kind"), n.text, n.kind, n.script)
        .select_from(t.entity)
        .join(t.name, n.entity == e.n)
        .join(t.run, r.n == n.run)
        .join(t.run_entity, (t.run_entity.c.entity == e.n) & (t.run_entity.c.run == n.run))
        .where(e.id.in_(chunk))
        .order_by(e.id, r.current.desc(), r.n.desc(), n.ordinal)
    )


def external_id_rows(chunk: list[str]) -> Select[Any]:
    """The external ids of these entities in all readings, in the order of ``name_rows``."""
    e, x, r = t.entity.c, t.external_id.c, t.run.c
    return (
        select(e.id, r.n.label("run"), x.scheme, x.value)
        .select_from(t.entity)
        .join(t.external_id, x.entity == e.n)
        .join(t.run, r.n == x.run)
        .where(e.id.in_(chunk))
        .order_by(e.id, r.current.desc(), r.n.desc(), x.ordinal)
    )


def readings_that_count(rows: list[Row[Any]]) -> set[int]:
    """Of one entity's ``name_rows``: the runs whose word on it is taken, all current ones or else the last."""
    return {row.run for row in rows if row.current} or {rows[0].run}


def known_names() -> Select[Any]:
    """Pairs of each current ``name_key`` and the main name of its entity."""
    main = t.name.alias("main_name")
    return (
        select(t.name.c.name_key, main.c.text)
        .distinct()
        .join(t.run, t.run.c.n == t.name.c.run)
        .join(main, (main.c.entity == t.name.c.entity) & (main.c.run == t.name.c.run) & (main.c.ordinal == 0))
        .where(t.name.c.name_key.is_not(None), CURRENT)
    )
