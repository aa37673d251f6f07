"""Read, extract, write: the one place that puts the parts together.

Resolving is no step of its own: ids make one entity of the spellings of one
source, and which entities of several sources are one is worked out when it is
asked (``stemma.resolve``), so that a new judgement never has to alter a claim.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from stemma.documents.discover import discover
from stemma.documents.read import read_file
from stemma.errors import ExtractionError, StemmaError
from stemma.extract import TRACERS
from stemma.extract.base import Extractor
from stemma.extract.trace import Trace, Tracer
from stemma.model.claim import Claim
from stemma.model.document import Document
from stemma.model.event import Event, event_from_claims
from stemma.model.extraction import Extraction
from stemma.store.base import Store, Written

Progress = Callable[[Path, int, int], None]
"""Told before each file: which, how many are done, and how many there are."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file: ``written``, or the ``error`` for which it was not."""

    path: Path
    written: Written | None = None
    error: StemmaError | None = None


@dataclass(frozen=True, slots=True)
class Retraced:
    """How something was found, or the ``problem`` for which that cannot be shown."""

    trace: Trace | None = None
    problem: str = ""


def extract_file(
    path: Path, extractor: Extractor, *, source: str | None = None, format: str | None = None
) -> tuple[Document, Extraction]:
    """Read a file and extract what it says; nothing is kept.

    Raises:
        DocumentError: if the file cannot be read.
        ExtractionError: if the extractor cannot run.
    """
    document = read_file(path, format=format, source=source)
    return document, _extract(document, extractor)


def ingest(
    paths: Sequence[Path],
    store: Store,
    *,
    extractor: Extractor,
    source: str | None = None,
    format: str | None = None,
    progress: Progress | None = None,
) -> Iterator[Outcome]:
    """Read files, and those in folders, into ``store``, one after another.

    A file or folder that cannot be read, or a document that cannot be kept, is
    reported and the next one taken. What this version of the extractor has
    read before is not read again.

    Args:
        source: the publisher, in place of what the text says.
        format: the name of a reader, in place of what the text looks like.

    Raises:
        ExtractionError: if the extractor cannot run, which no other file would change.
    """
    files = _files(paths)
    for done, (path, problem) in enumerate(files.items()):
        if progress is not None:
            progress(path, done, len(files))
        try:
            if problem is not None:
                raise problem
            document = read_file(path, format=format, source=source)
            written = store.reading(document.id, extractor.name, extractor.version)
            outcome = Outcome(path, written or store.write(document, _extract(document, extractor)))
        except ExtractionError:
            raise
        except StemmaError as error:
            outcome = Outcome(path, error=error)
        yield outcome


def retrace(store: Store, ids: Sequence[str]) -> dict[str, Retraced]:
    """How the claims with these ids were found: their documents are read once more, and nothing is kept.

    An event is asked for by one of the claims that it is stored as.

    Raises:
        StoreError: if the store cannot be read.
    """
    found: dict[str, Retraced] = {}
    together: dict[tuple[str, str, str], list[Claim]] = {}
    for claim in store.claims(ids):
        together.setdefault((claim.document, claim.extractor, claim.version), []).append(claim)
    for (document, extractor, version), claims in together.items():
        if extractor not in TRACERS.names():
            problem = f"there is no tracer for the extractor {extractor!r}"
            found.update((c.id, Retraced(problem=problem)) for c in claims)
            continue
        tracer: Tracer = TRACERS.load(extractor)()
        if tracer.version != version:
            problem = (
                f"it was found by {extractor} {version}, and {tracer.version} is installed; ingest the document again"
            )
            found.update((c.id, Retraced(problem=problem)) for c in claims)
            continue
        said = {c.id: _whole(c, store) for c in claims}
        try:
            traces = tracer.trace(store.document(document), list(said.values()))
        except ExtractionError as error:
            found.update((c.id, Retraced(problem=str(error))) for c in claims)
            continue
        for id, one in said.items():
            trace = traces.get(one.id)
            found[id] = Retraced(trace, "" if trace else "reading the document again did not lead to it")
    return found


def _whole(claim: Claim, store: Store) -> Claim | Event:
    """``claim``, or the event that it is a part of."""
    if not claim.predicate.startswith("event_"):
        return claim
    return event_from_claims(c for c in store.claims_of(claim.document) if c.subject == claim.subject)


def _files(paths: Sequence[Path]) -> dict[Path, StemmaError | None]:
    """The files that ``paths`` name, each once; a folder that has none stands for itself, with what is wrong."""
    files: dict[Path, StemmaError | None] = {}
    for path in paths:
        try:
            files.update(dict.fromkeys(discover([path])))
        except StemmaError as error:
            files[path] = error
    return files


def _extract(document: Document, extractor: Extractor) -> Extraction:
    return replace(extractor.extract(document), extractor=extractor.name, version=extractor.version)
