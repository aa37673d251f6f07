"""What a dossier has."""

from __future__ import annotations

import pytest

from stemma.errors import VocabularyError
from stemma.model.vocabulary import vocabulary
from stemma.query.layout import layout, read_layout
from stemma.query.phrases import read_phrases


def test_every_predicate_has_a_line_on_each_side() -> None:
    shown = {(line.predicate, line.side) for part in layout() for line in part.lines}
    wanted = {(p.name, "subject") for p in vocabulary().predicates.values() if p.of == "entity"}
    wanted |= {
        (p.name, "object")
        for p in vocabulary().predicates.values()
        if p.of == "entity" and p.inverse and not p.symmetric
    }
    assert wanted - shown == set()


def test_sections_have_ids_of_their_own() -> None:
    ids = [part.id for part in layout()]
    assert len(ids) == len(set(ids))


def test_alliances_and_members_tell_every_ending() -> None:
    assert {part.id for part in layout() if part.endings} == {"alliances", "members"}


@pytest.mark.parametrize("predicate", ["friend_of, of: subject", "ideology, of: object"])
def test_a_line_needs_claims_that_can_be(predicate: str) -> None:
    with pytest.raises(VocabularyError):
        read_layout(f"- {{id: a, title: A, lines: [{{predicate: {predicate}, label: A, negative: B}}]}}")


def test_every_event_type_needs_a_form_that_always_fits() -> None:
    with pytest.raises(VocabularyError, match="the last form must always fit"):
        read_phrases("types: {clash: [{when: [a], both: A}]}\nverbatim: []\nquoted: []\nopenings: ''\nchanges: {}")
