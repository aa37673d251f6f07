"""Opening a store: what is said where there is none, or something else."""

from __future__ import annotations

import os
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from stemma.errors import StemmaError, StoreError
from stemma.extract.base import Extractor
from stemma.model.document import Document
from stemma.store.open import open_store

NewDocument = Callable[..., Document]
TEXT = "Ahrar allied_with Nusra 2014-05"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "stemma.db"


@pytest.fixture
def filled(path: Path, new_document: NewDocument, extractor: Extractor) -> Path:
    """A store with one document."""
    document = new_document(TEXT)
    with open_store(str(path), create=True) as store:
        store.write(document, extractor.extract(document))
    return path


def refused(path: Path | str, *, create: bool) -> str:
    """What opening says."""
    with pytest.raises(StoreError) as error, open_store(str(path), create=create, timeout=0.1):
        pass
    return str(error.value)


def run(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


def test_a_missing_store_is_not_made_by_reading(path: Path) -> None:
    assert refused(path, create=False) == f"no store at {path}; `stemma ingest` makes one"
    assert list(path.parent.iterdir()) == []


def test_an_empty_file_is_no_store_yet(path: Path) -> None:
    path.touch()
    assert "it is empty; `stemma ingest` makes one" in refused(path, create=False)
    assert path.stat().st_size == 0

    open_store(str(path), create=True).close()
    open_store(str(path), create=False).close()


def test_a_store_is_one_strict_file_with_a_log(filled: Path) -> None:
    assert [file.name for file in filled.parent.iterdir()] == ["stemma.db"]
    with closing(sqlite3.connect(filled)) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        tables = connection.execute("SELECT name, strict FROM pragma_table_list WHERE schema = 'main'").fetchall()
        assert {strict for name, strict in tables if not name.startswith("sqlite_")} == {1}
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


def test_questions_as_of_a_day_are_answered_from_an_index_alone(filled: Path) -> None:
    for side, other in (("subject", "object"), ("object", "subject")):
        question = f"EXPLAIN QUERY PLAN SELECT n, {other} FROM claim WHERE {side} = 1 AND predicate = 'allied_with'"
        with closing(sqlite3.connect(filled)) as connection:
            ((*_, plan),) = connection.execute(f"{question} AND earliest_start <= 5 AND latest_end >= 3").fetchall()
        assert f"USING COVERING INDEX claim_{side} ({side}=? AND predicate=? AND earliest_start<?)" in plan


@pytest.mark.parametrize("form", ["sqlite:///{}", "{}"])
def test_urls_and_paths(filled: Path, form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_store(form.format(filled), create=False) as store:
        assert len(store.documents()) == 1
    monkeypatch.chdir(filled.parent)
    with open_store(form.format("stemma.db"), create=False) as store:
        assert len(store.documents()) == 1


@pytest.mark.parametrize("name", [":memory:", "a b%41?x#y.db", "احرار.db", "file:x.db"])
def test_odd_names_are_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.chdir(tmp_path)
    open_store(name, create=True).close()
    assert [file.name for file in tmp_path.iterdir()] == [name]


def test_urls_that_lead_nowhere() -> None:
    assert "no store can be kept at a 'mysql' URL" in refused("mysql://host/db", create=True)
    for url in ("sqlite://stemma.db", "sqlite://", "sqlite:///"):
        assert "sqlite:///PATH" in refused(url, create=True)


def test_a_missing_folder_is_named(path: Path) -> None:
    assert refused(path.parent / "no" / "x.db", create=True) == f"no folder {path.parent / 'no'} to make a store in"
    assert "no store at" in refused(path.parent / "no" / "x.db", create=False)


def test_a_folder_is_no_store(path: Path) -> None:
    assert refused(path.parent, create=True) == f"{path.parent}: is a folder, not a store"


def test_a_path_that_cannot_be_looked_up(path: Path) -> None:
    assert "cannot be opened: File name too long" in refused(path.parent / ("x" * 500), create=True)


@pytest.mark.parametrize("create", [True, False])
def test_a_file_that_is_no_database_is_left_alone(path: Path, create: bool) -> None:
    path.write_text("My notes on the war.\n" * 100)
    assert refused(path, create=create) == f"{path}: not a Stemma store: the file is no database"
    assert path.read_text() == "My notes on the war.\n" * 100


@pytest.mark.parametrize("create", [True, False])
@pytest.mark.parametrize(
    "table",
    [
        "CREATE TABLE places (url TEXT)",
        "CREATE TABLE stemma_store (key TEXT, value TEXT)",
        "CREATE TABLE stemma_store AS SELECT 'schema' AS key, 'x' AS value",
    ],
)
def test_somebody_elses_database_is_left_alone(path: Path, create: bool, table: str) -> None:
    run(path, table)
    before = path.read_bytes()
    assert "not a Stemma store, but a database with tables of its own" in refused(path, create=create)
    assert path.read_bytes() == before


def test_a_newer_store_is_not_touched(filled: Path) -> None:
    run(filled, "UPDATE stemma_store SET value = '99'")
    assert "written by a newer Stemma (its tables are version 99, this one knows 1)" in refused(filled, create=True)
    with closing(sqlite3.connect(filled)) as connection:
        assert connection.execute("SELECT value FROM stemma_store").fetchall() == [("99",)]


def test_a_damaged_store_says_so(filled: Path, new_document: NewDocument, extractor: Extractor) -> None:
    size = filled.stat().st_size
    with filled.open("r+b") as file:
        file.seek(8192)
        file.write(b"\xff" * (size - 8192))
    document = new_document("Ahrar opposed_to Daesh")
    with (
        pytest.raises(StoreError, match=r"stemma.db: the file is damaged; go back to a copy"),
        open_store(str(filled), create=True) as store,
    ):
        store.write(document, extractor.extract(document))


def test_a_cut_store_says_so(filled: Path) -> None:
    with filled.open("r+b") as file:
        file.truncate(6000)
    assert "the file is damaged" in refused(filled, create=False)


def test_an_error_without_a_meaning_of_its_own_is_told_as_it_is(filled: Path) -> None:
    run(filled, "DROP TABLE judgement")
    with open_store(str(filled), create=False) as store, pytest.raises(StoreError, match="no such table: judgement"):
        store.judgements()


@contextmanager
def lock(path: Path, *statements: str) -> Iterator[None]:
    """Another program that holds on to the file."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)
        yield


def test_a_locked_store_can_be_read_but_not_written(
    filled: Path, new_document: NewDocument, extractor: Extractor
) -> None:
    document = new_document("Ahrar opposed_to Daesh")
    with lock(filled, "BEGIN IMMEDIATE"), open_store(str(filled), create=True, timeout=0.1) as store:
        assert len(store.documents()) == 1
        with pytest.raises(StoreError, match=r"another process has kept the store locked for 0\.1 seconds"):
            store.write(document, extractor.extract(document))
    with open_store(str(filled), create=True, timeout=0.1) as store:
        assert store.write(document, extractor.extract(document)).outcome == "version"


def test_a_store_that_another_program_keeps_to_itself(filled: Path) -> None:
    with lock(filled, "PRAGMA journal_mode = DELETE", "BEGIN EXCLUSIVE"):
        assert "another process has kept the store locked" in refused(filled, create=False)


def test_the_log_is_switched_on_again_when_nobody_is_in_the_way(filled: Path) -> None:
    run(filled, "PRAGMA journal_mode = DELETE")
    with lock(filled, "BEGIN IMMEDIATE"):
        assert "another process has kept the store locked" in refused(filled, create=False)
    open_store(str(filled), create=False).close()
    with closing(sqlite3.connect(filled)) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)


@pytest.fixture
def read_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a disk that must not be written."""
    monkeypatch.setattr("stemma.store.dialects.os.access", lambda path, mode: mode != os.W_OK)


@pytest.mark.usefixtures("read_only")
def test_nothing_is_made_where_nothing_may_be_written(path: Path) -> None:
    assert "cannot be written: the file or its folder is read-only" in refused(path, create=True)
    assert list(path.parent.iterdir()) == []


def test_a_read_only_store_is_read(
    filled: Path, new_document: NewDocument, extractor: Extractor, request: pytest.FixtureRequest
) -> None:
    request.getfixturevalue("read_only")
    document = new_document("Ahrar opposed_to Daesh")
    with open_store(str(filled), create=False) as store:
        assert [file.name for file in filled.parent.iterdir()] == ["stemma.db"]
        assert store.document(new_document(TEXT).id).text == TEXT
        with pytest.raises(StoreError, match="the file or its folder is read-only"):
            store.write(document, extractor.extract(document))


def test_a_read_only_store_is_read_with_its_log(
    filled: Path, new_document: NewDocument, extractor: Extractor, request: pytest.FixtureRequest
) -> None:
    document = new_document("Ahrar opposed_to Daesh")
    with open_store(str(filled), create=True) as writing:
        writing.write(document, extractor.extract(document))
        request.getfixturevalue("read_only")
        with open_store(str(filled), create=False) as store:
            assert [row.id for row in store.documents()] == [document.id]


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="only root can become another user")
def test_a_store_of_another_user(new_document: NewDocument, extractor: Extractor) -> None:
    document = new_document(TEXT)
    with tempfile.TemporaryDirectory() as folder:
        os.chmod(folder, 0o755)
        path = Path(folder, "stemma.db")
        with open_store(str(path), create=True) as store:
            store.write(document, extractor.extract(document))
        child = os.fork()
        if child == 0:
            os.setuid(65534)
            status = 1
            try:
                with open_store(str(path), create=False) as store:
                    read = store.document(document.id) == document
                status = 2
                open_store(str(path), create=True)
            except StemmaError as error:
                status = 0 if read and "read-only" in str(error) else status
            finally:
                os._exit(status)
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
