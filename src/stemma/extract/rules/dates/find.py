"""Find expressions of time among tokens: at each place the longest form that fits."""

from __future__ import annotations

from stemma.extract.rules.dates.grammar import RULES
from stemma.extract.rules.dates.said import Said
from stemma.extract.rules.dates.tokens import Tokens

_MAY_START = frozenset("dkYniowcvmsWDjuUPHhTxyzletaCAMRpqQVX")


def find(tokens: Tokens) -> list[Said]:
    """All expressions, in order, none within another. Each rule looks at a bounded number of tokens."""
    found: list[Said] = []
    i = 0
    while i < len(tokens.symbols):
        said = _at(tokens, i) if tokens.symbols[i] in _MAY_START else None
        if said is None:
            i += 1
        else:
            found.append(said)
            i = said.last
    return found


def _at(tokens: Tokens, index: int) -> Said | None:
    matches = [(m, rule) for rule in RULES if (m := rule.pattern.match(tokens.symbols, index))]
    matches.sort(key=lambda pair: -pair[0].end())
    for match, rule in matches:
        said = rule.build(tokens, match)
        if said is not None:
            return said
    return None
