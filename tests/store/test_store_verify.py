"""Whatever is altered behind the store's back is found."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from stemma.errors import StoreError
from stemma.extract.base import Extractor
from stemma.model.document import Document
from stemma.model.entity import entity_id
from stemma.model.judgement import Judgement
from stemma.store.base import Problem
from stemma.store.open import open_store
from stemma.store.verify import verify

NewDocument = Callable[..., Document]
TEXT = "Ahrar allied_with Nusra 2014-05\nAhrar opposed_to Daesh 2015\nclash: Ahrar against Nusra 2017-01"
CHANGED = "Ahrar merged_into Nusra 2017-01-28"


@pytest.fixture
def path(tmp_path: Path, new_document: NewDocument, extractor: Extractor, newer_extractor: Extractor) -> Path:
    """A store with two versions of a page, the first read twice, another page, and a judgement."""
    path = tmp_path / "stemma.db"
    first, second = new_document(TEXT), new_document(CHANGED)
    with open_store(str(path), create=True) as store:
        store.write(first, extractor.extract(first))
        store.write(second, extractor.extract(second))
        store.write(first, newer_extractor.extract(first))
        other = new_document(CHANGED, "Other")
        store.write(other, extractor.extract(other))
        ahrar, nusra = entity_id(first.source.id, "Ahrar"), entity_id(first.source.id, "Nusra")
        store.judge(Judgement(ahrar, "different", "a reviewer", "2024-01-01T00:00:00Z", nusra))
    return path


def tamper(path: Path, *statements: str) -> list[Problem]:
    """The problems that are found once ``statements`` have been run."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            assert connection.execute(statement).rowcount != 0, statement
    with open_store(str(path), create=False) as store:
        return verify(store)


def test_a_store_that_nobody_touched_is_sound(path: Path) -> None:
    assert tamper(path) == []


CLAIM = "(SELECT claim FROM span WHERE start = 0 AND claim IN (SELECT n FROM claim WHERE predicate = 'allied_with'))"
CONTENT = "it does not say what it said when it was written"
READING = "the entities and claims of its reading by 'lines' '1' are not as they were written"


@pytest.mark.parametrize(
    ("statement", "what"),
    [
        ("UPDATE span SET start = 1 WHERE claim = {claim}", "the words at 1:31 are not those it was made from"),
        ('UPDATE span SET "end" = 5 WHERE claim = {claim}', "the words at 0:5 are not those it was made from"),
        ('UPDATE span SET "end" = 999 WHERE claim = {claim}', "its evidence 0:999 is outside the text"),
        ('UPDATE span SET "end" = 0 WHERE claim = {claim}', "its evidence 0:0 is outside the text"),
        ("UPDATE span SET quote = 'x' WHERE claim = {claim}", "the words at 0:31 are not those it was made from"),
        ("DELETE FROM span WHERE claim = {claim}", "it has no evidence"),
        ("UPDATE claim SET predicate = 'opposed_to' WHERE n = {claim}", CONTENT),
        ("UPDATE claim SET subject = object, object = subject WHERE n = {claim}", CONTENT),
        ("UPDATE claim SET polarity = 'negative' WHERE n = {claim}", CONTENT),
        ("UPDATE claim SET speaker = 'Nusra' WHERE n = {claim}", CONTENT),
        ("UPDATE claim SET chain = '[\"Nusra\"]' WHERE n = {claim}", CONTENT),
        ("UPDATE claim SET former = 1 WHERE n = {claim}", CONTENT),
        ("UPDATE claim SET start = 3 WHERE n = {claim}", CONTENT),
        ("UPDATE claim SET id = 'claim-0' WHERE n = {claim}", CONTENT),
        ("UPDATE claim SET modality = 'certain' WHERE n = {claim}", "it does not make sense as a claim"),
        ("UPDATE claim SET chain = '{{' WHERE n = {claim}", "it does not make sense as a claim"),
        ("UPDATE claim SET literal = 'x' WHERE n = {claim}", "it does not make sense as a claim"),
        ("UPDATE claim SET date = '2014-06' WHERE n = {claim}", "its days are not those of its date, '2014-06'"),
        ("UPDATE claim SET latest_end = 9 WHERE n = {claim}", "its days are not those of its date, '2014-05'"),
        ("UPDATE claim SET date = 'May' WHERE n = {claim}", "not an EDTF date: 'May'"),
        ("UPDATE claim SET subject = 999 WHERE n = {claim}", "its subject is missing"),
        ("UPDATE claim SET object = 999 WHERE n = {claim}", "its object is missing"),
        ("DELETE FROM run_claim WHERE claim = {claim}", "it belongs to no reading"),
        ("UPDATE claim SET document = 999 WHERE n = {claim}", "its document is missing"),
    ],
)
def test_altered_claims(path: Path, statement: str, what: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        ((number, id),) = connection.execute(f"SELECT n, id FROM claim WHERE n IN {CLAIM}").fetchall()
    if "claim-0" in statement:
        id = "claim-0"
    problems = tamper(path, statement.format(claim=number))

    assert any(problem.claim == id and problem.what.startswith(what) for problem in problems), problems


@pytest.mark.parametrize(
    ("statement", "what"),
    [
        ("UPDATE document SET text = replace(text, 'allied', 'allies')", "its text is not as it was written"),
        ("UPDATE document SET length = 3", "its text is not as it was written"),
        ("UPDATE document SET sha256 = 'x'", "its hash or its source is not the one it was written with"),
        ("UPDATE document SET source = 2, version = 5 WHERE n = 1", "its hash or its source"),
        ("UPDATE document SET source = 999 WHERE n = 1", "its source is missing"),
        ("UPDATE source SET title = 'Nusra'", "its source, 'Nusra', is not as it was written"),
        ("UPDATE structure SET title = 'Nusra'", "its title, date or structure is not as it was written"),
        ("UPDATE structure SET published = '1999'", "its title, date or structure is not as it was written"),
        ("UPDATE structure SET body = replace(body, 'Nusra', 'Daesh')", "its title, date or structure"),
        ("UPDATE structure SET body = '[]'", "its structure cannot be read"),
        ("UPDATE structure SET body = '{'", "its structure cannot be read"),
        ("UPDATE structure SET sha256 = document", READING),
        ("UPDATE name SET text = 'Nusra' WHERE text = 'Ahrar'", READING),
        ("UPDATE name SET script = 'Arab'", READING),
        ("DELETE FROM name WHERE ordinal = 1", READING),
        ("UPDATE external_id SET value = 'x'", READING),
        ("UPDATE run_entity SET kind = 'place'", READING),
        ("UPDATE run_claim SET confidence = 0.5", READING),
        ("UPDATE run_claim SET found_by = 'x'", READING),
        ("UPDATE run SET about = NULL", READING),
        ("UPDATE run SET claims = 7", READING),
        ("DELETE FROM run_claim", READING),
        ("DELETE FROM entity", READING),
        ("DELETE FROM run WHERE document = 1", "no reading of it is left"),
        ("UPDATE run SET current = 0", "the last reading of its newest version is not the current one"),
        ("UPDATE run SET current = 1", "the last reading of its newest version is not the current one"),
    ],
)
def test_altered_documents_and_readings(path: Path, statement: str, what: str) -> None:
    problems = tamper(path, statement)

    assert any(p.document is not None and p.claim is None and p.what.startswith(what) for p in problems), problems


def test_only_what_was_altered_is_named(path: Path, new_document: NewDocument) -> None:
    problems = tamper(path, "UPDATE document SET text = replace(text, '2015', '2016') WHERE version = 1 AND n = 1")

    first = new_document(TEXT)
    assert {problem.document for problem in problems} == {first.id}
    assert [problem.what for problem in problems] == [
        "its text is not as it was written",
        "the words at 32:59 are not those it was made from",
    ]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE judgement SET verdict = 'same'",
        "UPDATE judgement SET verdict = 'right'",
        "UPDATE judgement SET verdict = 'perhaps'",
        "UPDATE judgement SET made_by = 'nobody'",
    ],
)
def test_altered_judgements(path: Path, statement: str) -> None:
    (problem,) = tamper(path, statement)

    assert problem.what.startswith("judgement judgement-")
    assert problem.what.endswith(CONTENT.removeprefix("it "))


def test_judgements_on_what_is_gone(path: Path, new_document: NewDocument) -> None:
    nusra = entity_id(new_document(TEXT).source.id, "Nusra")
    problems = tamper(path, f"DELETE FROM entity WHERE id = '{nusra}'")

    (found,) = (problem.what for problem in problems if problem.what.startswith("judgement"))
    assert found.endswith(f"is on {nusra}, which is missing")


@pytest.mark.parametrize(
    ("statement", "read"),
    [
        ("UPDATE structure SET body = '[]'", lambda store, id: store.document(id)),
        ("DELETE FROM span", lambda store, id: store.claims_of(id)),
        ("DELETE FROM entity", lambda store, id: list(store.all_claims())),
        ("UPDATE name SET text = ''", lambda store, id: store.entities_named("Ahrar")),
        ("UPDATE run_entity SET kind = 'x'", lambda store, id: store.entities_named("Ahrar")),
        ("UPDATE judgement SET verdict = 'x'", lambda store, id: store.judgements()),
    ],
)
def test_reading_what_was_altered_is_an_error(
    path: Path, new_document: NewDocument, statement: str, read: Callable[[object, str], object]
) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute(statement)
    with (
        open_store(str(path), create=False) as store,
        pytest.raises(StoreError, match=r"is damaged in the store \(.*\); `stemma verify` lists all damage"),
    ):
        read(store, new_document(CHANGED).id)
