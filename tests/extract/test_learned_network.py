"""The network that ships: what it gives for a text, and that Stemma reads without it too."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from prose import prose

from stemma.extract.learned.names import literals, names
from stemma.extract.learned.network import Network, default_network, network
from stemma.extract.rules.engine import RulesExtractor

SENTENCE = "The Moro Islamic Liberation Front (MILF) is an Islamist group in Mindanao led by Salamat Hashim."


@pytest.fixture(scope="module")
def shipped() -> Network:
    made = network()
    assert made is not None
    return made


def test_every_piece_has_a_row_in_every_table(shipped: Network) -> None:
    seen = shipped.read(SENTENCE)
    assert seen is not None
    rows = len(seen.starts)
    assert rows == len(seen.ends) == len(seen.names) == len(seen.literals) == len(seen.triggers) == len(seen.vectors)
    assert np.allclose(seen.names.sum(axis=1), 1, atol=1e-4)


def test_names_and_kinds(shipped: Network) -> None:
    seen = shipped.read(SENTENCE)
    assert seen is not None
    found = {SENTENCE[start:end]: kind for start, end, kind, _ in names(seen)}
    assert found["Salamat Hashim"] == "person"
    assert found["Moro Islamic Liberation Front"] == "organization"
    assert found["Mindanao"] == "place"


def test_the_pieces_of_a_place_in_the_text(shipped: Network) -> None:
    seen = shipped.read(SENTENCE)
    assert seen is not None
    first, last = seen.pieces(4, 33)
    assert (seen.starts[first], seen.ends[last]) == (4, 33)
    assert seen.vector(4, 33).shape == (seen.vectors.shape[1],)


def test_nothing_is_read_from_nothing(shipped: Network) -> None:
    assert shipped.read(" \n ") is None


@settings(deadline=None, max_examples=40)
@given(st.text(max_size=300))
def test_any_text_can_be_read(text: str) -> None:
    made = network()
    assert made is not None
    seen = made.read(text)
    if seen is not None:
        for start, end, _, sure in [*names(seen), *literals(seen)]:
            assert 0 <= start < end <= len(text)
            assert 0 <= sure <= 1.0001


def test_the_settings_turn_it_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STEMMA_NETWORK", "off")
    assert default_network() is None


def test_frames_alone_find_no_claims_of_the_model() -> None:
    made = RulesExtractor(network=None).extract(prose(SENTENCE, "Moro Islamic Liberation Front"))
    assert made.claims
    assert not any(c.found_by.startswith("model.") for c in made.claims)
