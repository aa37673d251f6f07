"""Every error that Stemma raises on purpose.

Each says what was wrong, where, and what was expected, in words fit for a
terminal. The command line prints the message and exits with ``exit_code``.
"""

from __future__ import annotations


class StemmaError(Exception):
    """The base of all errors of this package; ``exit_code`` is what the command line returns."""

    exit_code = 1


class DateError(StemmaError):
    """A text that is no EDTF date."""

    def __init__(self, text: str, expected: str) -> None:
        super().__init__(f"not an EDTF date: {text[:80]!r}; expected {expected}")
        self.text = text


class DocumentError(StemmaError):
    """A file that cannot be read as a document.

    ``path`` names the file, ``line`` the place in it (counted from 1) where one is known.
    """

    exit_code = 3

    def __init__(self, path: str, problem: str, line: int | None = None) -> None:
        where = f"{path}:{line}" if line is not None else path
        super().__init__(f"{where}: {problem}")
        self.path = path
        self.problem = problem
        self.line = line


class VocabularyError(StemmaError):
    """A predicate, event type or other term that the vocabulary does not have, or a broken vocabulary file."""


class FrameError(StemmaError):
    """A frame file that cannot be used: which file, which frame, what was expected."""


class ExtractionError(StemmaError):
    """An extractor that cannot run: a language pipeline that is not installed, say."""

    exit_code = 4


class StoreError(StemmaError):
    """A store that cannot be opened, read or written."""

    exit_code = 5


class NotFound(StemmaError):
    """A name, claim or document that the store does not have."""

    exit_code = 6


class EvidenceError(StemmaError):
    """A claim whose evidence is not in the text of its document."""

    exit_code = 7
