"""Files into the store: what is read, what is passed over, and what is said of it."""

from __future__ import annotations

import os
import random
import signal
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import pytest

from stemma.errors import DocumentError, EvidenceError, ExtractionError, StemmaError, StoreError
from stemma.extract.trace import Rule, Trace
from stemma.model.claim import Claim
from stemma.model.document import Document
from stemma.model.entity import Entity, Name, entity_id
from stemma.model.event import Event
from stemma.model.extraction import Extraction
from stemma.model.span import Span
from stemma.pipeline import Retraced, extract_file, ingest, retrace
from stemma.registry import Registry
from stemma.store.base import Store
from stemma.store.open import open_store
from stemma.store.verify import verify


class AlliesExtractor:
    """Takes each word after the title's first mention for an ally; counts what it reads."""

    name = "allies"

    def __init__(self, version: str = "1") -> None:
        self.version = version
        self.read: list[str] = []

    def extract(self, document: Document) -> Extraction:
        """A claim for each ally; a text with "blank" has a claim without words, one with "broken" stops it."""
        self.read.append(document.title)
        if "broken" in document.text:
            raise ExtractionError("the language pipeline is not installed")
        subject = Entity(entity_id(document.source.id, document.title), "organization", (Name(document.title),))
        entities, claims = {subject.id: subject}, []
        start = document.text.index("Allies") + 7
        for word in document.text[start:].split():
            id = entity_id(document.source.id, word)
            entities.setdefault(id, Entity(id, "organization", (Name(word),)))
            place = document.text.index(word, start) if word != "blank" else document.text.index("\n")
            span = Span(document.id, place, place + 1 if word == "blank" else place + len(word))
            claims.append(
                Claim(subject.id, "allied_with", id, None, (span,), extractor=self.name, version=self.version)
            )
        return Extraction(document.id, subject.id, tuple(entities.values()), tuple(claims))

    def extract_all(self, documents: Iterable[Document]) -> Iterator[Extraction]:
        """``extract`` for each."""
        return map(self.extract, documents)


@pytest.fixture
def extractor() -> AlliesExtractor:
    return AlliesExtractor()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(str(tmp_path / "stemma.db"), create=True) as store:
        yield store


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    return folder


def article(folder: Path, title: str, allies: str) -> Path:
    path = folder / f"{title}.txt"
    path.write_text(f"= {title} =\n\n{title} was a group in the north.\n\nAllies {allies}\n", "utf-8")
    return path


def test_a_folder_is_read_file_by_file(folder: Path, store: Store, extractor: AlliesExtractor) -> None:
    paths = [article(folder, title, "Nusra Ahrar") for title in ("Alwiya", "Burkan")]
    told: list[tuple[Path, int, int]] = []

    outcomes = list(ingest([folder], store, extractor=extractor, progress=lambda *now: told.append(now)))

    assert told == [(paths[0], 0, 2), (paths[1], 1, 2)]
    assert [outcome.path for outcome in outcomes] == paths
    assert [(o.written.outcome, o.written.claims, o.error) for o in outcomes if o.written] == [("new", 2, None)] * 2
    assert [row.title for row in store.documents()] == ["Alwiya", "Burkan"]
    assert {claim.extractor for claim in store.all_claims()} == {"allies"}


def test_a_bad_file_does_not_stop_the_others(folder: Path, store: Store, extractor: AlliesExtractor) -> None:
    article(folder, "Alwiya", "Nusra")
    (folder / "Binary.txt").write_bytes(bytes(range(256)))
    article(folder, "Blank", "Nusra blank")
    (folder / "Empty.txt").touch()
    (folder / "Gone.txt").symlink_to(folder / "nowhere")
    article(folder, "Zaman", "Nusra")

    outcomes = {outcome.path.stem: outcome for outcome in ingest([folder], store, extractor=extractor)}

    assert list(outcomes) == ["Alwiya", "Binary", "Blank", "Empty", "Gone", "Zaman"]
    failed = {name: type(outcome.error) for name, outcome in outcomes.items() if outcome.written is None}
    assert failed == {
        "Binary": DocumentError,
        "Blank": EvidenceError,
        "Empty": DocumentError,
        "Gone": DocumentError,
    }
    assert [row.title for row in store.documents()] == ["Alwiya", "Zaman"]
    assert verify(store) == []


def test_paths_that_name_nothing_do_not_stop_the_others(folder: Path, store: Store, extractor: AlliesExtractor) -> None:
    path = article(folder, "Alwiya", "Nusra")
    empty = folder / "empty"
    empty.mkdir()

    outcomes = list(ingest([empty, folder / "missing.txt", path, path], store, extractor=extractor))

    assert [outcome.path for outcome in outcomes] == [empty, folder / "missing.txt", path]
    assert [str(o.error).partition(": ")[2][:11] for o in outcomes[:2]] == ["has no file", "there is no"]
    assert outcomes[2].written is not None


def test_a_file_that_vanishes_on_the_way(folder: Path, store: Store, extractor: AlliesExtractor) -> None:
    first, second = article(folder, "Alwiya", "Nusra"), article(folder, "Burkan", "Nusra")
    outcomes = ingest([first, second], store, extractor=extractor)
    assert next(outcomes).error is None
    second.unlink()

    (outcome,) = outcomes
    assert (outcome.path, outcome.written) == (second, None)
    assert "there is no such file" in str(outcome.error)


def test_what_was_read_is_not_read_again(folder: Path, store: Store, extractor: AlliesExtractor) -> None:
    path = article(folder, "Alwiya", "Nusra Ahrar")
    (first,) = ingest([path], store, extractor=extractor)
    (again,) = ingest([path], store, extractor=extractor)

    assert extractor.read == ["Alwiya"]
    assert first.written is not None
    assert again.written is not None
    assert (first.written.outcome, again.written.outcome) == ("new", "unchanged")
    assert (again.written.document, again.written.version, again.written.claims) == (first.written.document, 1, 2)

    newer = AlliesExtractor("2")
    (reread,) = ingest([path], store, extractor=newer)
    assert newer.read == ["Alwiya"]
    assert reread.written is not None
    assert reread.written.outcome == "reread"


def test_a_changed_page_is_a_new_version(folder: Path, store: Store, extractor: AlliesExtractor) -> None:
    list(ingest([article(folder, "Alwiya", "Nusra")], store, extractor=extractor))
    (outcome,) = ingest([article(folder, "Alwiya", "Nusra Ahrar")], store, extractor=extractor)

    assert outcome.written is not None
    assert (outcome.written.outcome, outcome.written.version) == ("version", 2)
    assert len(list(store.all_claims())) == 2


def test_the_publisher_and_the_format_can_be_named(folder: Path, store: Store, extractor: AlliesExtractor) -> None:
    path = article(folder, "Alwiya", "Nusra")
    list(ingest([path], store, extractor=extractor, source="A lexicon", format="plain"))

    (row,) = store.documents()
    assert (row.source.publisher, row.format) == ("A lexicon", "plain")
    (outcome,) = ingest([path], store, extractor=extractor, format="papyrus")
    assert "no reader is called 'papyrus'" in str(outcome.error)


def test_an_extractor_that_cannot_run_stops_everything(folder: Path, store: Store, extractor: AlliesExtractor) -> None:
    article(folder, "Alwiya", "Nusra broken")
    article(folder, "Burkan", "Nusra")

    with pytest.raises(ExtractionError, match="not installed"):
        list(ingest([folder], store, extractor=extractor))
    assert extractor.read == ["Alwiya"]
    assert store.documents() == []


def test_claims_of_another_extractor_are_not_passed_off(
    folder: Path, store: Store, extractor: AlliesExtractor, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = article(folder, "Alwiya", "Nusra")
    monkeypatch.setattr(extractor, "name", "others")
    original = AlliesExtractor()
    monkeypatch.setattr(extractor, "extract", original.extract)

    (outcome,) = ingest([path], store, extractor=extractor)
    assert isinstance(outcome.error, StoreError)
    assert "made by one version of one extractor, not by 'allies' '1', 'others' '1'" in str(outcome.error)


def test_extract_file_keeps_nothing(folder: Path, extractor: AlliesExtractor) -> None:
    document, extraction = extract_file(article(folder, "Alwiya", "Nusra Ahrar"), extractor, source="A lexicon")

    assert (document.title, document.source.publisher) == ("Alwiya", "A lexicon")
    assert (extraction.document, extraction.extractor, extraction.version) == (document.id, "allies", "1")
    assert [claim.spans[0].quote(document.text) for claim in extraction.claims] == ["Nusra", "Ahrar"]
    with pytest.raises(StemmaError, match="there is no such file"):
        extract_file(folder / "missing.txt", extractor)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a process to kill")
def test_an_ingest_that_is_killed_can_be_taken_up_again(tmp_path: Path, folder: Path) -> None:
    chance = random.Random(3)
    for number in range(25):
        article(folder, f"Liwa{number:02}", " ".join(f"G{i}" for i in range(20)))

    def work(path: Path) -> None:
        with open_store(str(path), create=True) as store:
            list(ingest([folder], store, extractor=AlliesExtractor()))

    began = time.perf_counter()
    work(tmp_path / "undisturbed.db")
    longest = (time.perf_counter() - began) / 2
    path = tmp_path / "killed.db"
    left = [0]
    for _ in range(12):
        child = os.fork()
        if child == 0:
            try:
                work(path)
            finally:
                os._exit(0)
        time.sleep(chance.uniform(0, longest))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        with open_store(str(path), create=True) as store:
            assert verify(store) == []
            left.append(len(store.documents()))
            assert len(list(store.all_claims(current=False))) == 20 * left[-1]

    assert left == sorted(left)
    with open_store(str(path), create=True) as store:
        outcomes = list(ingest([folder], store, extractor=AlliesExtractor()))
        unchanged = [o for o in outcomes if o.written is not None and o.written.outcome == "unchanged"]
        assert (len(unchanged), len(store.documents())) == (left[-1], 25)


class AlliesTracer:
    """Traces the version "1" of ``AlliesExtractor``; knows nothing of whoever is called Lost."""

    name = "allies"
    version = "1"

    def trace(self, document: Document, said: Sequence[Claim | Event]) -> dict[str, Trace]:
        """The rule "ally" for each that it knows."""
        known = [one for one in said if one.spans[0].quote(document.text) != "Lost"]
        return {one.id: Trace(0, 5, Rule("frame", "ally"), ()) for one in known}


@pytest.mark.parametrize(
    ("tracers", "version", "problem"),
    [
        ({}, "1", "there is no tracer for the extractor 'allies'"),
        ({"allies": "AlliesTracer"}, "2", "it was found by allies 2, and 1 is installed; ingest the document again"),
        ({"allies": "AlliesTracer"}, "1", ""),
    ],
)
def test_how_claims_were_found(
    tracers: dict[str, str], version: str, problem: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, __name__, sys.modules[AlliesTracer.__module__])
    table = {name: f"{__name__}:{cls}" for name, cls in tracers.items()}
    monkeypatch.setattr("stemma.pipeline.TRACERS", Registry("tracer", "none", table))
    path = tmp_path / "group.txt"
    path.write_text("= Group =\n\nAllies Fatah Lost\n")
    with open_store(str(tmp_path / "stemma.db"), create=True) as kept:
        (outcome,) = ingest([path], kept, extractor=AlliesExtractor(version))
        assert outcome.written is not None
        claims = [c.id for c in kept.claims_of(outcome.written.document)]
        found = retrace(kept, claims)
        assert retrace(kept, []) == {}
    if problem:
        assert found == dict.fromkeys(claims, Retraced(problem=problem))
        return
    assert found[claims[0]] == Retraced(Trace(0, 5, Rule("frame", "ally"), ()))
    assert found[claims[1]] == Retraced(problem="reading the document again did not lead to it")


def cannot_run(*arguments: object) -> None:
    raise ExtractionError("the language pipeline is not installed")


def test_an_extractor_that_cannot_run_cannot_show_how_either(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, __name__, sys.modules[AlliesTracer.__module__])
    monkeypatch.setattr("stemma.pipeline.TRACERS", Registry("tracer", "none", {"allies": f"{__name__}:AlliesTracer"}))
    path = tmp_path / "group.txt"
    path.write_text("= Group =\n\nAllies Fatah\n")
    with open_store(str(tmp_path / "stemma.db"), create=True) as kept:
        (outcome,) = ingest([path], kept, extractor=AlliesExtractor())
        assert outcome.written is not None
        (claim,) = kept.claims_of(outcome.written.document)
        monkeypatch.setattr(AlliesTracer, "trace", cannot_run)
        assert retrace(kept, [claim.id]) == {claim.id: Retraced(problem="the language pipeline is not installed")}
