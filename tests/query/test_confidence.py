"""Only what an extractor was sure enough of."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sound import check
from told import Record, claim, event, read, store

from stemma.query.confidence import surest
from stemma.query.dossier import dossier
from stemma.query.find import find
from stemma.query.ledger import whole_ledger
from stemma.query.material import gather, gather_document


def records() -> list[Record]:
    return [
        claim("The group", "strength", "10", confidence=0.9),
        claim("The group", "strength", "99", confidence=0.4),
        claim("The group", "led_by", "Omar", confidence=0.5),
        claim("Omar", "died", "killed", "2020", confidence=0.9),
        event("clash", "2019-03", "The group", "B", quote="The group fought B", confidence=0.6),
        event("protest", None, "The group", quote="people marched", caused_by="The group fought B", confidence=0.8),
    ]


def test_an_extraction_keeps_what_is_sure_and_whom_that_names() -> None:
    document, made = read(*records())
    kept = surest(made, 0.7)
    check(document, kept)
    assert [(c.predicate, c.literal) for c in kept.claims] == [("strength", "10"), ("died", "killed")]
    assert [(e.type, e.caused_by) for e in kept.events] == [("protest", None)]  # what it came of is not there
    assert {e.name for e in kept.entities} == {"The group", "Omar"}
    assert surest(made, 0.0) is made
    assert surest(made, 0.6).events[1].caused_by is not None


@given(st.floats(0, 1))
def test_a_bound_parts_the_claims_in_two(least: float) -> None:
    document, made = read(*records())
    kept = surest(made, least)
    check(document, kept)
    assert set(kept.claims) == {c for c in made.claims if c.confidence >= least}
    assert {e.id for e in kept.events} == {e.id for e in made.events if e.confidence >= least}


@pytest.mark.parametrize(
    ("least", "claims", "unsure"), [(0.0, 4, 0), (0.6, 2, 2), (0.7, 2, 3), (0.9, 2, 4), (1.0, 0, 6)]
)
def test_what_is_gathered(least: float, claims: int, unsure: int, tmp_path: Path) -> None:
    with store(tmp_path, read(*records(), title="The group")) as kept:
        about = kept.entities_named("The group")[0].id
        found = gather(kept, [about], least)
        assert min([1.0, *(c.confidence for c in found.claims), *(e.confidence for e in found.events)]) >= least
        assert (len(found.claims), len(found.unsure)) == (claims, unsure)
        (row,) = kept.documents()
        alone = gather_document(kept, row.id, least)
        assert (set(alone.claims), alone.unsure) == (set(found.claims), found.unsure)


def test_a_dossier_tells_how_much_it_leaves_out(tmp_path: Path) -> None:
    with store(tmp_path, read(*records(), title="The group")) as kept:
        subject = find(kept, "The group")
        assert (dossier(kept, subject).unsure, dossier(kept, subject, 0.7).unsure) == (0, 3)
        assert dossier(kept, subject, 0.7).least == 0.7
        assert [d.topic for ledger in whole_ledger(kept) for d in ledger.disagreements]
        assert not [d for ledger in whole_ledger(kept, 0.7) for d in ledger.disagreements]
