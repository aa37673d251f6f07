"""Reads a file into a document: bounds it, decodes it, finds its format, and hands it to the reader."""

from __future__ import annotations

import os
import stat
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path, PurePath

from stemma.config import settings
from stemma.documents import READERS
from stemma.documents.base import Reader
from stemma.documents.decode import decode
from stemma.documents.titles import without_disambiguation
from stemma.errors import DocumentError
from stemma.model.document import Document, Source

FORMAT_OF_SUFFIX = {
    ".wikitext": "wikitext",
    ".mediawiki": "wikitext",
    ".wiki": "wikitext",
    ".md": "markdown",
    ".markdown": "markdown",
}
"""Suffixes that say what the format is."""
SUFFIXES = (".txt", *FORMAT_OF_SUFFIX)
"""Suffixes of the files that are read when a folder is given; the format of ``.txt`` is found by looking."""


def read_file(path: Path, *, format: str | None = None, source: str | None = None) -> Document:
    """Read the file at ``path``.

    ``format`` names a reader; without it the suffix decides, or a look at the
    text. ``source`` names the publisher, in place of what the text says.

    Raises:
        DocumentError: if it is missing, no regular file, empty, larger than
            ``STEMMA_MAX_BYTES``, or no text that can be decoded without guessing.
        StemmaError: if no reader is called ``format``.
    """
    name, limit = str(path), settings().max_bytes
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise DocumentError(name, "is a folder, not a file")
        if not stat.S_ISREG(status.st_mode):
            raise DocumentError(name, "is not a regular file")
        if status.st_size > limit:
            raise DocumentError(name, _too_large(status.st_size, limit))
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except FileNotFoundError as e:
        raise DocumentError(name, "there is no such file") from e
    except PermissionError as e:
        raise DocumentError(name, "may not be read: permission denied") from e
    except (OSError, ValueError) as e:
        reason = os.strerror(e.errno) if isinstance(e, OSError) and e.errno else str(e)
        raise DocumentError(name, f"cannot be read: {reason}") from e
    return read_bytes(data, name, format=format, source=source)


def read_bytes(data: bytes, name: str, *, format: str | None = None, source: str | None = None) -> Document:
    """Read ``data``, got from ``name`` (a path or URL); else as ``read_file``."""
    limit = settings().max_bytes
    if len(data) > limit:
        raise DocumentError(name, _too_large(len(data), limit))
    if not data:
        raise DocumentError(name, "is empty")
    text = decode(data, name)
    if not text.strip("\ufeff\u200b \t\n\r\x0b\x0c\x85\xa0\u2028\u2029"):
        raise DocumentError(name, "has nothing in it but white space")
    file_name = PurePath(name).name
    reader = _reader(text, file_name, format)
    reading = reader.read(text, file_name)
    return Document(
        source=Source(reading.title, reading.publisher if source is None else source, file_name),
        title=without_disambiguation(reading.title),
        text=text,
        format=reader.format,
        sha256=sha256(data).hexdigest(),
        sections=reading.sections,
        blocks=reading.blocks,
        infobox=reading.infobox,
        published=reading.published,
        origin=name,
        fetched=datetime.now(UTC).isoformat(timespec="seconds"),
    )


def _reader(text: str, file_name: str, format: str | None) -> Reader:
    """The reader asked for, the one of the suffix, or the one that is surest."""
    chosen = format or FORMAT_OF_SUFFIX.get(PurePath(file_name).suffix.lower())
    if chosen is not None:
        reader: Reader = READERS.load(chosen)()
        return reader
    readers: list[Reader] = [READERS.load(name)() for name in READERS.names()]
    return max(readers, key=lambda r: r.sniff(text))


def _too_large(size: int, limit: int) -> str:
    return f"is too large: {size:,} bytes, and the limit is {limit:,} (STEMMA_MAX_BYTES)"
