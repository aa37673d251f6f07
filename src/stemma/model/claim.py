"""Claims: what a document says, and how it says it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from stemma.errors import EvidenceError, VocabularyError
from stemma.model.ids import content_id
from stemma.model.span import Span

Polarity = Literal["positive", "negative"]
Modality = Literal["stated", "reported", "claimed", "alleged"]
POLARITIES: tuple[Polarity, ...] = get_args(Polarity)
MODALITIES: tuple[Modality, ...] = get_args(Modality)


@dataclass(frozen=True, slots=True)
class Saying:
    """How something is said.

    ``speaker`` is who is named as saying it, None where nobody is; ``chain``
    names the outer speakers who passed it on, outermost first.
    """

    modality: Modality = "stated"
    polarity: Polarity = "positive"
    speaker: str | None = None
    chain: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.modality not in MODALITIES:
            raise VocabularyError(f"no modality is called {self.modality!r}; there are {', '.join(MODALITIES)}")
        if self.polarity not in POLARITIES:
            raise VocabularyError(f"no polarity is called {self.polarity!r}; there are {', '.join(POLARITIES)}")


STATED = Saying()
"""Said positively, in the author's own voice."""


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement of one document, with the words that make it.

    Exactly one of ``object`` (an entity id) and ``literal`` is set. ``date``
    is EDTF text, None where the document does not say. ``former`` holds where
    the document itself says that it no longer holds. ``confidence`` is the
    extractor's own estimate, from 0 to 1, that the claim is right.
    ``found_by`` names the rule or model that found it.

    Raises:
        EvidenceError: without a span.
        ValueError: without subject, or with both or neither of object and literal.
    """

    subject: str
    predicate: str
    object: str | None
    literal: str | None
    spans: tuple[Span, ...]
    date: str | None = None
    saying: Saying = STATED
    former: bool = False
    extractor: str = ""
    version: str = ""
    found_by: str = ""
    confidence: float = 1.0

    def __post_init__(self) -> None:
        if not self.spans:
            raise EvidenceError(f"a claim without evidence: {self.subject} {self.predicate}")
        if not self.subject or (self.object is None) == (self.literal is None):
            raise ValueError("a claim has a subject and either an object or a literal")
        if not 0.0 <= self.confidence <= 1.0:
            raise ValueError(f"confidence is from 0 to 1, not {self.confidence}")

    @property
    def id(self) -> str:
        """A hash of what is said and where; who found it, and how sure it was, are not part of it."""
        return content_id(
            "claim",
            self.subject,
            self.predicate,
            self.object,
            self.literal,
            self.date,
            self.saying.modality,
            self.saying.polarity,
            self.saying.speaker,
            self.saying.chain,
            self.former,
            [[s.document, s.start, s.end] for s in self.spans],
        )

    @property
    def document(self) -> str:
        """The id of the document that says it."""
        return self.spans[0].document
