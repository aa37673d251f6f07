"""Judgements: a verdict of the right shape for what it is on."""

from __future__ import annotations

from dataclasses import replace

import pytest

from stemma.errors import VocabularyError
from stemma.model.judgement import VERDICTS, Judgement, Verdict

RIGHT = Judgement("claim-1", "right", "reviewer", "2025-02-03T10:00:00Z")


@pytest.mark.parametrize("verdict", VERDICTS)
def test_right_and_wrong_stand_alone_the_others_have_another_side(verdict: Verdict) -> None:
    if verdict in ("right", "wrong"):
        assert replace(RIGHT, verdict=verdict).other is None
        with pytest.raises(ValueError, match=f"a judgement '{verdict}' has no other side"):
            replace(RIGHT, verdict=verdict, other="claim-2")
    else:
        assert replace(RIGHT, verdict=verdict, other="claim-2").other == "claim-2"
        with pytest.raises(ValueError, match=f"a judgement '{verdict}' needs an other side"):
            replace(RIGHT, verdict=verdict)


def test_an_unknown_verdict_is_refused() -> None:
    with pytest.raises(VocabularyError, match="no verdict is called 'maybe'; there are right, wrong, corrected"):
        replace(RIGHT, verdict="maybe")  # type: ignore[arg-type]


def test_the_id_is_all_it_says() -> None:
    assert replace(RIGHT).id == RIGHT.id
    others = [replace(RIGHT, verdict="wrong"), replace(RIGHT, made_by="another"), replace(RIGHT, note="see page 3")]
    assert len({RIGHT.id, *(j.id for j in others)}) == 4
