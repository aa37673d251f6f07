"""What part a person has in a group, as the words of a claim put it: "deputy leader", "general commander"."""

from __future__ import annotations

import re

from stemma.model.names import fold

_RANKS = (
    "leader|commander|chief|head|chairman|chairwoman|president|secretary|emir|amir|director|"
    "spokesman|spokeswoman|spokesperson|founder|official|coordinator|ideologue|adviser|member"
)
_BEFORE = (
    "deputy|vice|acting|interim|former|ex|religious|spiritual|political|military|general|overall|supreme|top|senior|"
    "regional|local|field|first|second|founding|co|joint|operational|security|media|chief|head|sharia|secretary"
)
_ROLE = re.compile(rf"\b((?:(?:{_BEFORE})[ -]){{0,4}}(?:{_RANKS}))(?:-in-chief|-general| of staff)?\b", re.IGNORECASE)
_SUBORDINATE = frozenset({"deputy", "vice"})
_PASSING = frozenset({"acting", "interim"})
_GONE = frozenset({"former", "ex"})
_REACH = 80
"""How far from the name, in code points, its role may stand."""


def role_in(quote: str, person: str) -> str:
    """The role that ``quote`` gives to ``person``, "" if it gives none: the one that stands nearest to the name."""
    places = [m.start() for m in re.finditer(re.escape(_last_word(person)), quote, re.IGNORECASE)] or [len(quote)]
    found = [(min(abs(m.end() - at) for at in places), m.group(0)) for m in _ROLE.finditer(quote)]
    near = [(distance, words) for distance, words in found if distance <= _REACH]
    return min(near)[1].casefold() if near else ""


def is_deputy(role: str) -> bool:
    """Whether ``role`` is that of a deputy."""
    return bool(_SUBORDINATE & set(fold(role).split()))


def is_acting(role: str) -> bool:
    """Whether ``role`` is held only for the time being."""
    return bool(_PASSING & set(fold(role).split()))


def is_former(role: str) -> bool:
    """Whether ``role`` is said to be over."""
    return bool(_GONE & set(fold(role).split()))


def _last_word(name: str) -> str:
    return name.split()[-1] if name.split() else name
