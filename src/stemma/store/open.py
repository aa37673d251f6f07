"""Opening a store by its path or URL."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError

from stemma.errors import StoreError
from stemma.store import migrations
from stemma.store.base import Store
from stemma.store.dialects import WRITES, Dialect, Sqlite
from stemma.store.sql import SqlStore

TIMEOUT = 30.0
"""How long to wait for other processes that write to the store, in seconds."""


def open_store(url_or_path: str, *, create: bool, timeout: float = TIMEOUT) -> Store:
    """Open the store at a path (or ``sqlite:///PATH``), making it if ``create`` and it is missing.

    Args:
        timeout: how long to wait for other processes that write to it, in seconds.

    Raises:
        StoreError: if there is none and ``create`` does not hold, or it is not a
            store, is a newer Stemma's, is locked, is damaged or cannot be written.
    """
    dialect = _dialect(url_or_path, timeout)
    engine = dialect.engine(create)
    try:
        _settle(engine, dialect, create)
    except DBAPIError as error:
        engine.dispose()
        raise dialect.explain(error) from error
    except StoreError:
        engine.dispose()
        raise
    return SqlStore(engine, dialect)


def _dialect(url_or_path: str, timeout: float) -> Dialect:
    scheme, separator, rest = url_or_path.partition("://")
    if not separator:
        return Sqlite(Path(url_or_path).expanduser().absolute(), timeout)
    if scheme != "sqlite":
        raise StoreError(f"no store can be kept at a {scheme!r} URL; give a path, or sqlite:///PATH")
    if not rest.startswith("/") or rest == "/":
        raise StoreError(f"{url_or_path}: a SQLite URL has three slashes and a path: sqlite:///PATH")
    return Sqlite(Path(rest.removeprefix("/")).absolute(), timeout)


def _settle(engine: Engine, dialect: Dialect, create: bool) -> None:
    with engine.connect() as connection, connection.begin():
        version = migrations.schema_of(connection, dialect.place)
    if version is None and not create:
        raise StoreError(f"no store at {dialect.place}: it is empty; `stemma ingest` makes one")
    if version != migrations.SCHEMA:
        with engine.connect() as connection:
            connection.execution_options(**{WRITES: True})
            with connection.begin():
                migrations.bring_up(connection, dialect.place)
    dialect.settle(engine)
