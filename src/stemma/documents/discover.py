"""Finds the files to read among the files and folders that were named."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from stemma.documents.read import SUFFIXES
from stemma.errors import DocumentError


def discover(paths: Iterable[Path]) -> list[Path]:
    """The files that ``paths`` name, each once: files as given, folders with all that is below them, sorted.

    Of a folder, hidden files and folders and files of other suffixes than
    ``SUFFIXES`` are left out, and links to folders are not followed. A file
    that is named itself is kept whatever it is called, also when it is missing:
    reading it says what is wrong.

    Raises:
        DocumentError: if a folder cannot be listed, or has no file to read in it.
    """
    found: dict[Path, None] = {}
    for path in paths:
        if not path.is_dir():
            found[path] = None
            continue
        inside = _below(path)
        if not inside:
            raise DocumentError(str(path), f"has no file in it that can be read ({' '.join(SUFFIXES)})")
        found.update(dict.fromkeys(inside))
    return list(found)


def _below(folder: Path) -> list[Path]:
    def refuse(error: OSError) -> None:
        raise DocumentError(str(error.filename or folder), "the folder cannot be listed") from error

    files: list[Path] = []
    for where, folders, names in os.walk(folder, onerror=refuse):
        folders[:] = [f for f in folders if not f.startswith(".")]
        files += [Path(where, n) for n in names if not n.startswith(".") and Path(n).suffix.lower() in SUFFIXES]
    return sorted(files)
