"""Claims: none without evidence, each with one object, its id what is said and where."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from stemma.errors import EvidenceError, VocabularyError
from stemma.model.claim import MODALITIES, POLARITIES, STATED, Claim, Saying
from stemma.model.span import Span

SPAN = Span("document-1", 4, 9)
CLAIM = Claim("entity-1", "part_of", "entity-2", None, (SPAN,), date="../2020-05", former=True)


def test_what_is_said_without_more_is_stated_positively() -> None:
    assert Saying("stated", "positive", None, ()) == STATED
    assert Claim("entity-1", "strength", None, "1000", (SPAN,)).saying == STATED


def test_an_unknown_way_of_saying_is_refused() -> None:
    with pytest.raises(VocabularyError, match="no modality is called 'rumoured'; there are stated, reported"):
        Saying("rumoured")  # type: ignore[arg-type]
    with pytest.raises(VocabularyError, match="no polarity is called 'neutral'; there are positive, negative"):
        Saying("stated", "neutral")  # type: ignore[arg-type]
    assert {Saying(m, p).modality for m in MODALITIES for p in POLARITIES} == set(MODALITIES)


def test_no_claim_without_its_words() -> None:
    with pytest.raises(EvidenceError, match="a claim without evidence: entity-1 part_of"):
        replace(CLAIM, spans=())


@pytest.mark.parametrize(
    "fields",
    [{"subject": ""}, {"object": None}, {"literal": "1000"}],
    ids=["no subject", "neither object nor literal", "both"],
)
def test_a_claim_has_a_subject_and_one_object(fields: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="a subject and either an object or a literal"):
        replace(CLAIM, **fields)


@pytest.mark.parametrize("confidence", [-0.1, 1.1, float("nan")])
def test_confidence_is_a_share(confidence: float) -> None:
    with pytest.raises(ValueError, match="confidence is from 0 to 1"):
        replace(CLAIM, confidence=confidence)


@pytest.mark.parametrize(
    "fields",
    [
        {"subject": "entity-3"},
        {"predicate": "allied_with"},
        {"object": "entity-3"},
        {"object": None, "literal": "entity-2"},
        {"date": None},
        {"former": False},
        {"saying": Saying(polarity="negative")},
        {"saying": Saying("reported")},
        {"saying": Saying(speaker="Sputnik")},
        {"saying": Saying(chain=("Sputnik",))},
        {"spans": (Span("document-1", 4, 10),)},
        {"spans": (SPAN, Span("document-1", 20, 22))},
        {"spans": (Span("document-2", 4, 9),)},
    ],
    ids=str,
)
def test_whatever_is_said_otherwise_is_another_claim(fields: dict[str, Any]) -> None:
    assert replace(CLAIM, **fields).id != CLAIM.id


def test_who_found_it_is_not_part_of_what_is_said() -> None:
    found = replace(CLAIM, extractor="rules", version="3", found_by="part_of.until", confidence=0.5)
    assert found.id == CLAIM.id
    assert found != CLAIM


def test_a_claim_knows_its_document() -> None:
    assert CLAIM.document == "document-1"
