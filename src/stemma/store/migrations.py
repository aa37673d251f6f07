"""The version of the tables: making them, and bringing those of an older Stemma up to date."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from sqlalchemy import Connection, inspect, select, update

from stemma.errors import StoreError
from stemma.store.tables import metadata, stemma_store

SCHEMA = 1
"""The version of the tables that this Stemma reads and writes."""

STEPS: Mapping[int, Callable[[Connection], None]] = {}
"""What turns the tables of one version into those of the next."""


def schema_of(connection: Connection, place: str) -> int | None:
    """The version of the tables, None in a database that has no tables at all.

    Raises:
        StoreError: if the database is somebody else's, or a newer Stemma's.
    """
    tables = inspect(connection).get_table_names()
    if not tables:
        return None
    value = None
    if stemma_store.name in tables:
        rows = select(stemma_store.c.value).where(stemma_store.c.key == "schema")
        value = connection.execute(rows).scalar_one_or_none()
    if value is None or not value.isdecimal():
        raise StoreError(f"{place}: not a Stemma store, but a database with tables of its own")
    if int(value) > SCHEMA:
        raise StoreError(
            f"{place}: written by a newer Stemma (its tables are version {value}, this one knows {SCHEMA});"
            " install that version or a later one"
        )
    return int(value)


def bring_up(connection: Connection, place: str) -> None:
    """Make the tables in an empty database, or bring older ones up to date; all in the transaction of ``connection``.

    Raises:
        StoreError: as ``schema_of``, or if the tables are too old for this Stemma.
    """
    version = schema_of(connection, place)
    if version is None:
        metadata.create_all(connection, checkfirst=False)
        connection.execute(stemma_store.insert().values(key="schema", value=str(SCHEMA)))
        return
    while version < SCHEMA:
        if version not in STEPS:
            raise StoreError(f"{place}: its tables are version {version}, too old for this Stemma")
        STEPS[version](connection)
        version += 1
    connection.execute(update(stemma_store).where(stemma_store.c.key == "schema").values(value=str(version)))
