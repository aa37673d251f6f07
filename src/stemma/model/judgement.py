"""Judgements: what a reviewer, or a rule, decided about claims and entities."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from stemma.errors import VocabularyError
from stemma.model.ids import content_id

Verdict = Literal["right", "wrong", "corrected", "same", "different", "unsure"]
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)


@dataclass(frozen=True, slots=True)
class Judgement:
    """A word on one claim ("right", "wrong", "corrected") or on two entities ("same", "different", "unsure").

    ``about`` is a claim id or an entity id; ``other`` the claim that corrects
    it, or the other entity; ``made_by`` a reviewer or a rule; ``made_at`` an
    ISO 8601 time in UTC.
    """

    about: str
    verdict: Verdict
    made_by: str
    made_at: str
    other: str | None = None
    note: str = ""

    def __post_init__(self) -> None:
        if self.verdict not in VERDICTS:
            raise VocabularyError(f"no verdict is called {self.verdict!r}; there are {', '.join(VERDICTS)}")
        if (self.verdict in ("right", "wrong")) != (self.other is None):
            raise ValueError(f"a judgement {self.verdict!r} {'has no' if self.other else 'needs an'} other side")

    @property
    def id(self) -> str:
        """A hash of all it says."""
        return content_id("judgement", self.about, self.verdict, self.other, self.made_by, self.made_at, self.note)
