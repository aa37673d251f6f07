"""Words that only open a sentence are no part of the name after them."""

from __future__ import annotations

import pytest

from stemma.extract.rules.runs import runs


@pytest.mark.parametrize("word", ["Leading", "Senior", "Veteran"])
def test_a_word_of_rank_that_opens_a_sentence_is_cut(word: str) -> None:
    found = [run.text for run in runs(f"{word} Red Brigades member Mario Moretti was held in Milan.")]
    assert found[0].startswith("Red Brigades")
