"""The words that introduce a date: "until May 2020", "as of 2012"."""

from __future__ import annotations

from typing import cast

from stemma.extract.rules.dates import lexicon
from stemma.extract.rules.dates.mention import Relation
from stemma.extract.rules.dates.tokens import Tokens


def relation_before(tokens: Tokens, first: int) -> tuple[Relation, int]:
    """What the words before token ``first`` say of the date there, and the token they begin with."""
    for length in range(lexicon.RELATION_WORDS, 0, -1):
        start = first - length
        if start < 0:
            continue
        relation = lexicon.RELATIONS.get(" ".join(item.word for item in tokens.items[start:first]))
        if relation is not None:
            return cast(Relation, relation), start
    return "at", first
