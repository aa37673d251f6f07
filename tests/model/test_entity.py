"""Entities and their names."""

from __future__ import annotations

import pytest

from stemma.errors import VocabularyError
from stemma.model.entity import Entity, Name, entity_id


def test_a_name_knows_its_script() -> None:
    assert Name("حزب الله", "native").script == "Arab"
    assert Name("Hezbollah").script == "Latn"
    assert Name("Hezbollah", script="Zyyy").script == "Zyyy"


def test_a_name_without_text_is_refused() -> None:
    with pytest.raises(ValueError, match="a name needs a text"):
        Name(" ")


def test_the_first_name_is_the_main_one() -> None:
    names = (Name("Hezbollah"), Name("Party of God", "alias"))
    assert Entity("entity-1", "organization", names).name == "Hezbollah"


def test_an_entity_needs_a_known_kind_and_a_name() -> None:
    with pytest.raises(VocabularyError, match="no kind of entity is called 'group'; there are organization, person"):
        Entity("entity-1", "group", (Name("Hezbollah"),))  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="an entity needs a name"):
        Entity("entity-1", "organization", ())


def test_spellings_of_one_name_in_one_source_are_one_entity() -> None:
    assert entity_id("source-1", "Al-Nusra Front") == entity_id("source-1", "the al-Nusra front")
    assert entity_id("source-1", "Hezbollah") != entity_id("source-2", "Hezbollah")
    assert entity_id("source-1", "Hezbollah") != entity_id("source-1", "Hamas")
