"""Traces: how an extractor came to a claim or an event, worked out anew when somebody asks. Nothing of it is kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from stemma.model.claim import Claim
from stemma.model.document import Document
from stemma.model.event import Event


@dataclass(frozen=True, slots=True)
class Rule:
    """What found something.

    ``kind`` is "frame", "infobox", "list", "other name" or "model"; ``id`` is
    what the claim's ``found_by`` says, ``says`` describes it in words.
    ``file``, ``line`` (from 1) and ``source`` are its own lines where it is data. ``words`` are those that
    set it off, from ``start`` to ``end`` of the document's text; "", and None, where there are none.
    """

    kind: str
    id: str
    says: str = ""
    file: str = ""
    line: int | None = None
    source: str = ""
    words: str = ""
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that was worked out.

    ``what`` is a part of the claim ("subject", "object", "value", "date") or event ("actor", "place", …). From
    the ``words`` at ``start`` to ``end`` of the document's text ("" and None
    where none say it) came ``gives``, ``by`` this way ("name", "pronoun",
    "description", …); ``because`` says why in words, "" where nothing needs saying.
    """

    what: str
    gives: str
    by: str
    words: str = ""
    start: int | None = None
    end: int | None = None
    because: str = ""


@dataclass(frozen=True, slots=True)
class Trace:
    """How one claim or event was found: its sentence (code points of the document's text), the rule, and the steps."""

    start: int
    end: int
    rule: Rule
    steps: tuple[Step, ...]


class Tracer(Protocol):
    """Traces what the extractor of the same name and version has found."""

    @property
    def name(self) -> str:
        """The name of the extractor."""
        ...

    @property
    def version(self) -> str:
        """The version of the extractor that this can trace."""
        ...

    def trace(self, document: Document, said: Sequence[Claim | Event]) -> Mapping[str, Trace]:
        """The traces of ``said``, all found in ``document``, by id; what is not found again is left out.

        Raises:
            ExtractionError: if the extractor cannot run.
        """
        ...
