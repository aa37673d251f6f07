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
from stemma.extract.base import Extractor
from stemma.model.document import Document
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
