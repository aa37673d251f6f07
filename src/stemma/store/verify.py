"""Proof that a store still holds what was written: every hash made again, every quote cut from its text again.

Whatever is shown rests on this: a claim whose words are not in its document,
or that says something else than when it was made, must not pass unseen.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter
from typing import Any

from sqlalchemy import Connection, Row, literal, select

from stemma.errors import DateError, StemmaError, StoreError
from stemma.model.document import Source
from stemma.model.ids import content_id
from stemma.model.judgement import Judgement
from stemma.store import tables as t
from stemma.store.base import Problem, Store
from stemma.store.prepared import ClaimFacts, EntityFacts, RunFacts
from stemma.store.records import claim_from, days, quote_hash, sha256, structure_from, structure_hash
from stemma.store.write import numbers_of


def verify(store: Store) -> list[Problem]:
    """Everything in ``store`` that is not as it was written; empty if all is well.

    Raises:
        StoreError: if the database cannot be read at all.
    """
    return list(store.problems())


def problems_in(connection: Connection) -> Iterator[Problem]:
    """The problems of documents, claims, readings and judgements, in this order."""
    documents = connection.execute(select(t.document.c.n, t.document.c.id).order_by(t.document.c.n)).all()
    for number, id in documents:
        yield from _document(connection, number)
        yield from _claims(connection, number, id)
        yield from _readings(connection, number, id)
    yield from _without_document(connection)
    yield from _without_reading(connection)
    yield from _not_the_newest(connection)
    yield from _judgements(connection)


def _document(connection: Connection, number: int) -> Iterator[Problem]:
    d, s = t.document.c, t.source.c
    row = connection.execute(
        select(t.document, s.id.label("source_id"), s.title, s.publisher, s.file_name)
        .outerjoin(t.source, s.n == d.source)
        .where(d.n == number)
    ).one()
    if row.source_id is None:
        yield Problem("its source is missing", row.id)
    elif Source(row.title, row.publisher, row.file_name).id != row.source_id:
        yield Problem(f"its source, {row.title!r}, is not as it was written", row.id)
    elif content_id("document", row.source_id, row.sha256) != row.id:
        yield Problem("its hash or its source is not the one it was written with", row.id)
    if sha256(row.text) != row.text_sha256 or len(row.text) != row.length:
        yield Problem("its text is not as it was written", row.id)
    for part in connection.execute(select(t.structure).where(t.structure.c.document == number)):
        if structure_hash(part.title, part.format, part.published, part.body) != part.sha256:
            yield Problem("its title, date or structure is not as it was written", row.id)
        try:
            structure_from(part.body)
        except (ValueError, TypeError, LookupError):
            yield Problem("its structure cannot be read", row.id)


def _claims(connection: Connection, number: int, document: str) -> Iterator[Problem]:
    text: str = connection.execute(select(t.document.c.text).where(t.document.c.n == number)).scalar_one()
    c, s = t.claim.c, t.span.c
    subject, object = t.entity.alias("subject_entity"), t.entity.alias("object_entity")
    rows = connection.execute(
        select(
            *(c.n, c.id, literal(document).label("document"), subject.c.id.label("subject"), c.predicate),
            *(object.c.id.label("object"), c.object.label("object_number"), c.literal, c.date, c.start),
            *(c.modality, c.polarity, c.speaker, c.chain, c.former),
            *(c.earliest_start, c.latest_start, c.earliest_end, c.latest_end),
            *(s.start.label("span_start"), s.end.label("span_end"), s.quote),
            # Who made it is no part of a claim, and is proved with the reading.
            *(literal("").label(name) for name in ("extractor", "version", "found_by")),
            literal(1.0).label("confidence"),
        )
        .outerjoin(subject, subject.c.n == c.subject)
        .outerjoin(object, object.c.n == c.object)
        .outerjoin(t.span, s.claim == c.n)
        .where(c.document == number)
        .order_by(c.n, s.ordinal)
    )
    for _, group in groupby(rows, key=attrgetter("n")):
        claim = list(group)
        for what in (*_lost(claim[0]), *_evidence(claim, text), *_content(claim)):
            yield Problem(what, document, claim[0].id)


def _lost(claim: Row[Any]) -> Iterator[str]:
    if claim.subject is None:
        yield "its subject is missing"
    if claim.object is None and claim.object_number is not None:
        yield "its object is missing"


def _evidence(claim: list[Row[Any]], text: str) -> Iterator[str]:
    for span in claim:
        if span.span_end is None:
            yield "it has no evidence"
        elif not 0 <= span.span_start < span.span_end <= len(text):
            yield f"its evidence {span.span_start}:{span.span_end} is outside the text"
        elif quote_hash(text[span.span_start : span.span_end]) != span.quote:
            yield f"the words at {span.span_start}:{span.span_end} are not those it was made from"


def _content(rows: list[Row[Any]]) -> Iterator[str]:
    row = rows[0]
    try:
        claim = claim_from(rows)
    except StoreError:
        yield "it does not make sense as a claim"
    else:
        if claim.id != row.id or claim.spans[0].start != row.start:
            yield "it does not say what it said when it was written"
    try:
        if days(row.date) != (row.earliest_start, row.latest_start, row.earliest_end, row.latest_end):
            yield f"its days are not those of its date, {row.date!r}"
    except DateError as error:
        yield str(error)


def _readings(connection: Connection, number: int, document: str) -> Iterator[Problem]:
    r, s, e = t.run.c, t.structure.c, t.entity.c
    runs = connection.execute(
        select(t.run, s.sha256, e.id.label("about_id"))
        .outerjoin(t.structure, s.n == r.structure)
        .outerjoin(t.entity, e.n == r.about)
        .where(r.document == number)
        .order_by(r.n)
    ).all()
    if not runs:
        yield Problem("no reading of it is left", document)
    for run in runs:
        facts = RunFacts(document, run.sha256, run.extractor, run.version, run.about_id, run.claims, run.events)
        if facts.id(_entities_of(connection, run.n), _claims_of(connection, run.n)) != run.id:
            what = "the entities and claims of its reading by"
            yield Problem(f"{what} {run.extractor!r} {run.version!r} are not as they were written", document)


def _entities_of(connection: Connection, run: int) -> list[EntityFacts]:
    e, m, n, x = t.entity.c, t.run_entity.c, t.name.c, t.external_id.c
    kinds = select(e.n, e.id, m.kind).join(t.run_entity, m.entity == e.n).where(m.run == run)
    # By way of run_entity, which is indexed by run.
    names = select(t.name).join(t.run_entity, (n.entity == m.entity) & (n.run == m.run)).where(m.run == run)
    others = select(t.external_id).join(t.run_entity, (x.entity == m.entity) & (x.run == m.run)).where(m.run == run)
    names_of: dict[int, list[tuple[str, str, str]]] = {}
    for name in connection.execute(names.order_by(n.entity, n.ordinal)):
        names_of.setdefault(name.entity, []).append((name.text, name.kind, name.script))
    others_of: dict[int, list[tuple[str, str]]] = {}
    for other in connection.execute(others.order_by(x.entity, x.ordinal)):
        others_of.setdefault(other.entity, []).append((other.scheme, other.value))
    return [(row.id, row.kind, names_of.get(row.n, []), others_of.get(row.n, [])) for row in connection.execute(kinds)]


def _claims_of(connection: Connection, run: int) -> list[ClaimFacts]:
    c, m = t.claim.c, t.run_claim.c
    rows = connection.execute(
        select(c.id, m.confidence, m.found_by).join(t.run_claim, m.claim == c.n).where(m.run == run)
    )
    return [(row.id, row.confidence, row.found_by) for row in rows]


def _without_document(connection: Connection) -> Iterator[Problem]:
    c, d = t.claim.c, t.document.c
    lost = select(c.id).outerjoin(t.document, d.n == c.document).where(d.n.is_(None)).order_by(c.n)
    for id in connection.execute(lost).scalars():
        yield Problem("its document is missing", claim=id)


def _without_reading(connection: Connection) -> Iterator[Problem]:
    c, r, m = t.claim.c, t.run.c, t.run_claim.c
    made = select(m.claim).join(t.run, r.n == m.run)
    for id in connection.execute(select(c.id).where(c.n.not_in(made)).order_by(c.n)).scalars():
        yield Problem("it belongs to no reading", claim=id)


def _not_the_newest(connection: Connection) -> Iterator[Problem]:
    """Questions must be answered from the last reading of the newest version of each source, and from it alone."""
    d, r = t.document.c, t.run.c
    rows = connection.execute(
        select(d.id, d.source, r.current).join(t.run, r.document == d.n).order_by(d.source, d.version, r.n)
    )
    for _, group in groupby(rows, key=attrgetter("source")):
        runs = list(group)
        if [run.current for run in runs] != [0] * (len(runs) - 1) + [1]:
            yield Problem("the last reading of its newest version is not the current one", runs[-1].id)


def _judgements(connection: Connection) -> Iterator[Problem]:
    for row in connection.execute(select(t.judgement).order_by(t.judgement.c.n)).all():
        try:
            judgement = Judgement(row.about, row.verdict, row.made_by, row.made_at, row.other, row.note)
        except (ValueError, StemmaError):
            judgement = None
        if judgement is None or judgement.id != row.id:
            yield Problem(f"judgement {row.id} does not say what it said when it was written")
        sides = {row.about, row.other} - {None}
        known = numbers_of(connection, t.claim, sides) | numbers_of(connection, t.entity, sides)
        for lost in sorted(sides - known.keys()):
            yield Problem(f"judgement {row.id} is on {lost}, which is missing")
