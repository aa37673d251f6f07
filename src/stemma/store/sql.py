"""The store on a database with SQL; what each database does in its own way is in ``dialects``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import groupby
from operator import attrgetter
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Engine, or_, select
from sqlalchemy.exc import DBAPIError

from stemma.errors import NotFound, StoreError
from stemma.model.claim import Claim
from stemma.model.document import Document
from stemma.model.entity import Entity
from stemma.model.extraction import Extraction
from stemma.model.judgement import Judgement
from stemma.model.names import name_key
from stemma.store import questions as q
from stemma.store import tables as t
from stemma.store.base import DocumentRow, Problem, Written
from stemma.store.dialects import WRITES, Dialect
from stemma.store.prepared import prepare
from stemma.store.records import claims_from, document_from, entity_from, reading_of, source_from
from stemma.store.similar import closest
from stemma.store.verify import problems_in
from stemma.store.write import Writer, chunks, numbers_of

_LAST_CHARACTER = "\U0010ffff"
_BATCH = 1000
"""How many rows are fetched at a time where there may be very many."""


class SqlStore:
    """A ``stemma.store.base.Store``; make one with ``stemma.store.open.open_store``."""

    def __init__(self, engine: Engine, dialect: Dialect) -> None:
        self._engine = engine
        self._dialect = dialect

    @contextmanager
    def _transaction(self, *, writes: bool = False) -> Iterator[Connection]:
        try:
            with self._engine.connect() as connection:
                connection.execution_options(**{WRITES: writes})
                with connection.begin():
                    yield connection
        except DBAPIError as error:
            raise self._dialect.explain(error) from error
        except (UnicodeEncodeError, OverflowError) as error:
            raise StoreError(f"{self._dialect.place}: cannot keep a value: {error}") from error

    def write(self, document: Document, extraction: Extraction) -> Written:
        """See ``Store.write``."""
        reading = prepare(document, extraction)
        with self._transaction(writes=True) as connection:
            return Writer(connection, self._dialect.insert_new, reading).write()

    def reading(self, document: str, extractor: str, version: str) -> Written | None:
        """See ``Store.reading``."""
        d, r = t.document.c, t.run.c
        found = (
            select(d.version, r.claims, r.events)
            .join(t.run, r.document == d.n)
            .where(d.id == document, r.extractor == extractor, r.version == version)
            .order_by(r.n.desc())
            .limit(1)
        )
        with self._transaction() as connection:
            row = connection.execute(found).one_or_none()
        return None if row is None else Written(document, "unchanged", row.version, row.claims, row.events)

    def document(self, id: str) -> Document:
        """See ``Store.document``."""
        rows = q.document_rows(t.document.c.id == id).add_columns(t.document.c.text, t.structure.c.body)
        with self._transaction() as connection:
            row = connection.execute(rows).one_or_none()
        if row is None:
            raise NotFound(f"no document {id}")
        return document_from(row)

    def documents(self, current: bool = True) -> list[DocumentRow]:
        """See ``Store.documents``."""
        rows = q.document_rows(*([q.CURRENT] if current else []))
        with self._transaction() as connection:
            found = [
                DocumentRow(
                    id=row.id,
                    source=source_from(row),
                    title=row.title,
                    format=row.format,
                    origin=row.origin,
                    fetched=row.fetched,
                    published=row.published,
                    sha256=row.sha256,
                    length=row.length,
                    version=row.version,
                    current=bool(row.current),
                    about=row.about,
                )
                for row in connection.execute(rows)
            ]
        return sorted(found, key=lambda row: (row.title.casefold(), row.source.id, row.version))

    def entity(self, id: str) -> Entity:
        """See ``Store.entity``."""
        found = self.entities([id])
        if id not in found:
            raise NotFound(f"no entity {id}")
        return found[id]

    def entities(self, ids: Iterable[str]) -> dict[str, Entity]:
        """See ``Store.entities``."""
        found: dict[str, Entity] = {}
        with self._transaction() as connection:
            for chunk in chunks(ids):
                others = {
                    id: list(rows)
                    for id, rows in groupby(connection.execute(q.external_id_rows(chunk)), key=attrgetter("id"))
                }
                for id, group in groupby(connection.execute(q.name_rows(chunk)), key=attrgetter("id")):
                    rows = list(group)
                    runs = q.readings_that_count(rows)
                    found[id] = entity_from(
                        id,
                        [row for row in rows if row.run in runs],
                        ((row.scheme, row.value) for row in others.get(id, ()) if row.run in runs),
                    )
        return found

    def entities_named(self, name: str) -> list[Entity]:
        """See ``Store.entities_named``."""
        with self._transaction() as connection:
            counts = q.entity_numbers(connection, name_key(name))
        found = self.entities(counts)
        return sorted(found.values(), key=lambda entity: (-counts[entity.id], entity.id))

    def names_like(self, name: str, limit: int = 5) -> list[str]:
        """See ``Store.names_like``."""
        with self._transaction() as connection:
            rows = connection.execution_options(yield_per=_BATCH).execute(q.known_names())
            return closest(name, ((row.name_key, row.text) for row in rows), limit)

    def claim(self, id: str) -> Claim:
        """See ``Store.claim``."""
        c = t.claim.c
        begin = select(c.id).where(c.id >= id, c.id < id + _LAST_CHARACTER).order_by(c.id).limit(2)
        with self._transaction() as connection:
            found = list(connection.execute(begin).scalars())
        if not found:
            raise NotFound(f"no claim {id}")
        if len(found) > 1 and found[0] != id:
            raise NotFound(f"more than one claim begins with {id}; write more of it")
        return self.claims(found[:1])[0]

    def claims(self, ids: Iterable[str]) -> list[Claim]:
        """See ``Store.claims``."""
        wanted, found = list(ids), dict[str, Claim]()
        with self._transaction() as connection:
            for chunk in chunks(wanted):
                rows = connection.execute(q.claim_rows(t.claim.c.id.in_(chunk), q.last_run_of_claim()))
                found.update((claim.id, claim) for claim in claims_from(rows))
        return [found[id] for id in wanted if id in found]

    def claims_about(self, entities: Iterable[str]) -> list[Claim]:
        """See ``Store.claims_about``."""
        with self._transaction() as connection:
            return list(claims_from(q.claim_rows_about(connection, entities)))

    def claims_of(self, document: str) -> list[Claim]:
        """See ``Store.claims_of``."""
        with self._transaction() as connection:
            if not numbers_of(connection, t.document, [document]):
                raise NotFound(f"no document {document}")
            of_document = q.claim_rows(t.document.c.id == document, q.last_run_of_document())
            return list(claims_from(connection.execute(of_document)))

    def all_claims(self, current: bool = True) -> Iterator[Claim]:
        """See ``Store.all_claims``."""
        rows = q.claim_rows(q.CURRENT if current else q.last_run_of_claim())
        with self._transaction() as connection:
            yield from claims_from(connection.execution_options(yield_per=_BATCH).execute(rows))

    def judge(self, judgement: Judgement) -> None:
        """See ``Store.judge``."""
        row = {name: getattr(judgement, name) for name in ("id", *judgement.__slots__)}
        sides = {side for side in (judgement.about, judgement.other) if side is not None}
        table = t.entity if judgement.verdict in ("same", "different", "unsure") else t.claim
        with self._transaction(writes=True) as connection:
            for lost in sorted(sides - numbers_of(connection, table, sides).keys()):
                raise NotFound(f"no {table.name} {lost} to judge")
            connection.execute(self._dialect.insert_new(t.judgement), [row])

    def judgements(self, about: str | None = None) -> list[Judgement]:
        """See ``Store.judgements``."""
        j = t.judgement.c
        rows = select(t.judgement).order_by(j.made_at, j.n)
        if about is not None:
            rows = rows.where(or_(j.about == about, j.other == about))
        with self._transaction() as connection:
            found = connection.execute(rows).all()
        judgements = []
        for row in found:
            with reading_of(f"judgement {row.id}"):
                judgements.append(Judgement(row.about, row.verdict, row.made_by, row.made_at, row.other, row.note))
        return judgements

    def problems(self) -> Iterator[Problem]:
        """See ``Store.problems``."""
        with self._transaction() as connection:
            yield from problems_in(connection)

    def close(self) -> None:
        """See ``Store.close``."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
