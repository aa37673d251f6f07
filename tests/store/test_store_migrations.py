"""Stores of an older Stemma are brought up to date, whole or not at all."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Connection

from stemma.errors import StoreError
from stemma.store import migrations
from stemma.store.open import open_store


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "stemma.db"
    open_store(str(path), create=True).close()
    return path


def state(path: Path) -> tuple[str, set[str]]:
    """The version of the tables, and the columns of one of them."""
    with closing(sqlite3.connect(path)) as connection:
        ((version,),) = connection.execute("SELECT value FROM stemma_store")
        return version, {row[1] for row in connection.execute("PRAGMA table_info(source)")}


def add_a_column(connection: Connection) -> None:
    connection.exec_driver_sql("ALTER TABLE source ADD COLUMN language TEXT")


def test_steps_are_taken_in_order(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def rename_it(connection: Connection) -> None:
        connection.exec_driver_sql("ALTER TABLE source RENAME COLUMN language TO tongue")

    monkeypatch.setattr(migrations, "SCHEMA", 3)
    monkeypatch.setattr(migrations, "STEPS", {1: add_a_column, 2: rename_it})
    open_store(str(path), create=False).close()

    version, columns = state(path)
    assert version == "3"
    assert "tongue" in columns
    open_store(str(path), create=False).close()


def test_a_step_that_fails_undoes_those_before_it(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(connection: Connection) -> None:
        connection.exec_driver_sql("DROP TABLE lost")

    before = state(path)
    monkeypatch.setattr(migrations, "SCHEMA", 3)
    monkeypatch.setattr(migrations, "STEPS", {1: add_a_column, 2: fail})

    with pytest.raises(StoreError, match="no such table: lost"):
        open_store(str(path), create=False)
    assert state(path) == before


def test_tables_that_are_too_old_are_refused(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(migrations, "SCHEMA", 2)

    with pytest.raises(StoreError, match="its tables are version 1, too old for this Stemma"):
        open_store(str(path), create=False)


def test_every_version_has_a_step_to_the_next() -> None:
    assert sorted(migrations.STEPS) == list(range(1, migrations.SCHEMA))
