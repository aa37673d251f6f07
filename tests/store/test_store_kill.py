"""A process that is killed while it writes, at whatever point, leaves each document whole or absent."""

from __future__ import annotations

import os
import random
import shutil
import signal
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import Engine, event

from stemma.extract.base import Extractor
from stemma.model.document import Document
from stemma.store.base import Store
from stemma.store.open import open_store
from stemma.store.verify import verify

NewDocument = Callable[..., Document]
pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a process to kill")

CLAIMS = 8
"""How many each document makes, besides an event, which is kept as five."""


def in_a_process(work: Callable[[], object]) -> int:
    """Start ``work`` in a process of its own; its process id."""
    child = os.fork()
    if child == 0:
        status = 1
        try:
            work()
            status = 0
        finally:
            os._exit(status)
    return child


def ended(child: int) -> int:
    """How the process ended: its exit status, or minus the signal that killed it."""
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def page(new_document: NewDocument, number: int, version: int = 1) -> Document:
    lines = [f"Ahrar allied_with G{i} 20{i % 20:02}-0{version}" for i in range(CLAIMS)]
    return new_document("\n".join([*lines, "clash: Ahrar against Nusra 2017-01"]), f"Page {number}")


def check(store: Store, extractor: Extractor, may_be_there: list[Document]) -> set[str]:
    """That all that is there is whole, and which documents that is."""
    assert verify(store) == []
    present = {row.id for row in store.documents(current=False)}
    for document in may_be_there:
        if document.id in present:
            assert store.document(document.id) == document
            written = store.write(document, extractor.extract(document))
            assert (written.outcome, written.claims, written.events) == ("unchanged", CLAIMS, 1)
            assert len(store.claims_of(document.id)) == CLAIMS + 5
    assert {claim.document for claim in store.all_claims(current=False)} == present
    assert present <= {document.id for document in may_be_there}
    return present


def die_at(statement: int) -> None:
    """Have this process killed before its ``statement``-th statement, counted from 0."""
    done = 0

    def count(*_: object) -> None:
        nonlocal done
        if done == statement:
            os.kill(os.getpid(), signal.SIGKILL)
        done += 1

    event.listen(Engine, "before_cursor_execute", count)
    event.listen(Engine, "commit", count)


def test_killed_at_each_statement(tmp_path: Path, new_document: NewDocument, extractor: Extractor) -> None:
    old, new = page(new_document, 0), page(new_document, 0, version=2)
    path = tmp_path / "stemma.db"
    with open_store(str(path), create=True) as store:
        store.write(old, extractor.extract(old))

    def work(path: Path, statement: int) -> None:
        with open_store(str(path), create=True) as store:
            die_at(statement)
            store.write(new, extractor.extract(new))

    seen: list[set[str]] = []
    status = -signal.SIGKILL
    while status == -signal.SIGKILL:
        copy = tmp_path / f"{len(seen)}.db"
        shutil.copy(path, copy)
        status = ended(in_a_process(partial(work, copy, len(seen))))
        with open_store(str(copy), create=True) as store:
            seen.append(check(store, extractor, [old, new]))
            (current,) = store.documents()
            assert current.id == (new.id if new.id in seen[-1] else old.id)
            store.write(new, extractor.extract(new))
            assert check(store, extractor, [old, new]) == {old.id, new.id}

    assert status == 0
    assert len(seen) > 20  # each statement has been the last
    assert seen[0] == seen[-2] == {old.id}  # killed when all was written but the end of the transaction
    assert seen[-1] == {old.id, new.id}


def test_killed_while_the_store_is_made(tmp_path: Path, new_document: NewDocument, extractor: Extractor) -> None:
    document = page(new_document, 1)

    def work(path: Path, statement: int) -> None:
        die_at(statement)
        open_store(str(path), create=True).close()

    statement, status = 0, -signal.SIGKILL
    while status == -signal.SIGKILL:
        path = tmp_path / f"{statement}.db"
        status = ended(in_a_process(partial(work, path, statement)))
        with open_store(str(path), create=True) as store:
            assert store.documents() == []
            assert store.write(document, extractor.extract(document)).outcome == "new"
        statement += 1

    assert status == 0
    assert statement > 10


def test_killed_at_any_time(tmp_path: Path, new_document: NewDocument, extractor: Extractor) -> None:
    chance = random.Random(7)
    path = tmp_path / "stemma.db"
    documents = [page(new_document, number, version) for version in (1, 2, 3) for number in range(20)]
    extractions = [extractor.extract(document) for document in documents]

    def work(path: Path) -> None:
        with open_store(str(path), create=True) as store:
            for document, extraction in zip(documents, extractions, strict=True):
                store.write(document, extraction)

    began = time.perf_counter()
    work(tmp_path / "undisturbed.db")
    longest = (time.perf_counter() - began) / 8  # time for some of the documents, however busy the machine is

    there: set[str] = set()
    for _ in range(40):
        child = in_a_process(partial(work, path))
        time.sleep(chance.uniform(0, longest))
        os.kill(child, signal.SIGKILL)
        assert ended(child) in (-signal.SIGKILL, 0)
        with open_store(str(path), create=True) as store:
            assert verify(store) == []
            present = {row.id for row in store.documents(current=False)}
            assert there <= present
            there = present
    with open_store(str(path), create=True) as store:
        check(store, extractor, documents)
    assert there


def test_processes_that_write_at_once_all_succeed(
    tmp_path: Path, new_document: NewDocument, extractor: Extractor
) -> None:
    documents = [page(new_document, number, version) for number in range(8) for version in (1, 2)]

    def work(path: Path, order: list[Document]) -> None:
        with open_store(str(path), create=True) as store:
            for document in order:
                store.write(document, extractor.extract(document))

    for round in range(4):  # each makes the store anew, which is the moment of most conflict
        path = tmp_path / f"{round}.db"
        children = [
            in_a_process(partial(work, path, order))
            for order in (documents, documents[::-1], documents[5:] + documents[:5])
        ]
        assert [ended(child) for child in children] == [0, 0, 0]
        with open_store(str(path), create=False) as store:
            assert len(check(store, extractor, documents)) == len(documents)
            assert sorted(row.version for row in store.documents(current=False)) == [1] * 8 + [2] * 8
