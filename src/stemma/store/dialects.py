"""What the databases do differently, and nothing else: the one place for SQL that only one of them knows."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from sqlalchemy import REAL, BigInteger, Connection, Double, Engine, Integer, Table, Text, create_engine, event
from sqlalchemy.dialects import sqlite
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool
from sqlalchemy.sql.dml import Insert
from sqlalchemy.sql.elements import ColumnElement
from sqlalchemy.types import TypeEngine

from stemma.errors import StoreError

WRITES = "stemma_writes"
"""The execution option of a connection whose transactions write."""

Id = Text().with_variant(Text(collation="C"), "postgresql")
"""Text compared by code point, so that a prefix is a range of an index."""

Day = BigInteger().with_variant(Integer(), "sqlite")
"""A day number; EDTF has years that 32 bits do not hold."""

Real: TypeEngine[float] = Double().with_variant(REAL(), "sqlite")
"""A float of 64 bits."""

NUMBERED: Mapping[str, Any] = {"sqlite_strict": True}
"""Options of a table whose key is a number given by the database."""

KEYED: Mapping[str, Any] = {"sqlite_strict": True, "sqlite_with_rowid": False}
"""Options of a table that is stored in the order of its own key."""


def only(condition: ColumnElement[bool]) -> dict[str, Any]:
    """The options of an index over those rows alone for which ``condition`` holds."""
    return {"sqlite_where": condition, "postgresql_where": condition}


class Dialect(Protocol):
    """One database: how it is reached, and what it does in its own way."""

    @property
    def place(self) -> str:
        """Where the store is, as messages name it: no password in it."""
        ...

    def engine(self, create: bool) -> Engine:
        """Connections to the store. Raises StoreError where there is none and ``create`` does not hold."""
        ...

    def settle(self, engine: Engine) -> None:
        """Whatever must be set once the database is known to be a store. Raises StoreError where that fails."""
        ...

    def insert_new(self, table: Table) -> Insert:
        """An INSERT that leaves rows alone that are there already."""
        ...

    def explain(self, error: DBAPIError) -> StoreError:
        """``error`` in words: what is wrong, where, and what to do."""
        ...


@dataclass(frozen=True, slots=True)
class Sqlite:
    """One file. Waits up to ``timeout`` seconds for other processes that write to it."""

    path: Path
    timeout: float

    @property
    def place(self) -> str:
        """The path."""
        return str(self.path)

    def engine(self, create: bool) -> Engine:
        """Connections to the file, which is made if ``create`` and it is missing.

        A file that must not be written (its own rights, or the folder's) is
        opened for reading alone, unless ``create``.
        """
        try:
            self._check_place(create)
        except OSError as error:
            raise StoreError(f"{self.path}: cannot be opened: {error.strerror}") from error
        address = f"{self.path.as_uri()}?{self._mode(create)}"

        def connect() -> sqlite3.Connection:
            connection = sqlite3.connect(
                address, uri=True, timeout=self.timeout, isolation_level=None, check_same_thread=False
            )
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute("PRAGMA synchronous = FULL")
            return connection

        engine = create_engine("sqlite://", creator=connect, poolclass=QueuePool)
        event.listen(engine, "begin", _begin)
        return engine

    def _check_place(self, create: bool) -> None:
        if self.path.is_dir():
            raise StoreError(f"{self.path}: is a folder, not a store")
        if not self.path.exists():
            if not create:
                raise StoreError(f"no store at {self.path}; `stemma ingest` makes one")
            if not self.path.parent.is_dir():
                raise StoreError(f"no folder {self.path.parent} to make a store in")
        if create and not self._writable():
            raise StoreError(f"{self.path}: cannot be written: the file or its folder is read-only")

    def _writable(self) -> bool:
        """SQLite writes beside the file as well as into it."""
        places = [p for p in (self.path, self.path.parent) if p.exists()]
        return all(os.access(place, os.W_OK) for place in places)

    def _mode(self, create: bool) -> str:
        if self._writable():
            return "mode=rwc" if create else "mode=rw"
        log = Path(f"{self.path}-wal")
        # Without a log nothing is left to be merged, and the file can be read as it is.
        return "mode=ro" if log.exists() and log.stat().st_size else "mode=ro&immutable=1"

    def settle(self, engine: Engine) -> None:
        """Switch the file to a write-ahead log, with which readers and a writer do not wait for each other.

        SQLite does not wait by itself while another process switches too.
        """
        if not self._writable():
            return
        deadline = time.monotonic() + self.timeout
        connection = engine.raw_connection()
        try:
            cursor = connection.cursor()
            while cursor.execute("PRAGMA journal_mode").fetchone() != ("wal",):
                try:
                    cursor.execute("PRAGMA journal_mode = WAL")
                except sqlite3.OperationalError as error:
                    if time.monotonic() > deadline:
                        raise self._in_words(error) from error
                    time.sleep(0.01)
        finally:
            connection.close()

    def insert_new(self, table: Table) -> Insert:
        """INSERT … ON CONFLICT DO NOTHING."""
        return sqlite.insert(table).on_conflict_do_nothing()

    def explain(self, error: DBAPIError) -> StoreError:
        """The words for SQLite's result code."""
        return self._in_words(error.orig)

    def _in_words(self, error: BaseException | None) -> StoreError:
        name = getattr(error, "sqlite_errorname", "")
        for prefix, words in _MEANINGS.items():
            if name.startswith(prefix):
                return StoreError(f"{self.path}: {words.format(timeout=self.timeout)}")
        return StoreError(f"{self.path}: {error}")


def _begin(connection: Connection) -> None:
    """Take the lock at once where the transaction will write: one that asks for it later may be refused."""
    connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get(WRITES) else "BEGIN")


_MEANINGS = {
    "SQLITE_BUSY": "another process has kept the store locked for {timeout:g} seconds; try again when it has ended",
    "SQLITE_LOCKED": "another process has kept the store locked for {timeout:g} seconds; try again when it has ended",
    "SQLITE_READONLY": "cannot be written: the file or its folder is read-only",
    "SQLITE_NOTADB": "not a Stemma store: the file is no database",
    "SQLITE_CORRUPT": "the file is damaged; go back to a copy, or ingest the documents into a new store",
    "SQLITE_FULL": "cannot be written: the disk is full",
    "SQLITE_CANTOPEN": "cannot be opened",
    "SQLITE_IOERR": "cannot be read or written: the disk reports an error",
}
