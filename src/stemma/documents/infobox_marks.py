"""What stands at the end of an infobox value and is not part of it: fates, remarks, other names.

"Abu SaraqibKIA" is Abu Saraqib, killed; "al-Qaeda (formerly)" is al-Qaeda with
the remark "formerly"; "Hayat Tahrir al-Sham (HTS)" has another name.
"""

from __future__ import annotations

import re
from typing import Literal

from stemma.documents.infobox_keys import Values

FATES = {
    "†": "killed",
    "✝": "killed",
    "kia": "killed",
    "killed in action": "killed",
    "killed": "killed",
    "#": "died of natural causes",
    "natural causes": "died of natural causes",
    "died of natural causes": "died of natural causes",
    "dow": "died of wounds",
    "died of wounds": "died of wounds",
    "assassinated": "assassinated",
    "executed": "executed",
    "pow": "captured",
    "captured": "captured",
    "prisoner of war": "captured",
    "wia": "wounded",
    "wounded in action": "wounded",
    "wounded": "wounded",
    "mia": "missing",
    "missing in action": "missing",
    "missing": "missing",
    "surrendered": "surrendered",
    "died": "died",
    "dead": "died",
    "deceased": "died",
}
"""The fates that are marked, as written in lower case, and what they mean."""

_WORDS = "KIA|POW|WIA|MIA|DOW|Executed|Assassinated|Surrendered|Captured"
_GLUED = re.compile(rf"(?<=[^\W\d_A-Z.\"”’)])\s?\(?(?P<mark>{_WORDS})\)?\Z|(?<=[\"”’).])(?P<after>{_WORDS})\Z")
_APART = re.compile(rf"(?<=\S)\s(?P<mark>{_WORDS})\Z")
_SIGN = re.compile(r"\s*(?P<mark>[†✝#])\Z")
_FATE_AND_DATE = re.compile(r"(?P<mark>[a-z† ]{3,24}?)(?:\s(?:in|on|by|since|during|\d|c\.).{0,80})?\Z", re.IGNORECASE)

_REMARK = re.compile(
    r"former|until|from\b|since|before|after|as of|alleged|den(?:y|ied)|claimed|disputed|main|part(?:ial|ly)|faction"
    r"|some\b|official|unofficial|de facto|de jure|reported|in exile|acting|incl|disband|dissol|defunct|current|present"
    r"|now\b|later|early|late|mid|est\.|estimate|max|min\b|peak|circa|c\.|ca\.|about|approx|over\b|up to"
    r"|\d|–|—|-\d|[<>≤≥~]|spring|summer|autumn|winter|jan(?:uary)?\b|feb(?:ruary)?\b|mar(?:ch)?\b|apr(?:il)?\b|may \d"
    r"|june?\b|july?\b|aug(?:ust)?\b|sept?(?:ember)?\b|oct(?:ober)?\b|nov(?:ember)?\b|dec(?:ember)?\b",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"(?:(?:deputy|vice|chief|first|second|general|supreme|overall|military|political|religious|spiritual|founding|field"
    r"|acting|senior|top|local|regional|interim|co-?)[ -]?){0,3}(?:leader|commander|chief|emir|amir|deputy|head"
    r"|president|secretary|founder|general|spokes\w+|chairman|chairperson|director|officer|minister|advis[eo]r|member|judge|mufti"
    r"|imam|sheikh)",
    re.IGNORECASE,
)
_CROSS_REFERENCE = re.compile(r"see\b", re.IGNORECASE)

Sort = Literal["nothing", "fate", "remark", "name"]


def glued_fate(written: str, values: Values) -> tuple[int, str] | None:
    """Where a fate at the end of ``written`` begins and what it means; None where there is none.

    A name in capitals ("WAKIA", "ABU KIA") is left whole; a mark set off by a
    space counts only among persons, for groups have such names too.
    """
    patterns = (_SIGN, _GLUED, _APART) if values == "persons" else (_SIGN, _GLUED)
    for pattern in patterns:
        m = pattern.search(written)
        if m is None or not written[: m.start()].strip(" \x00"):
            continue
        glued_to_space = pattern is _GLUED and m.start() < len(written) and written[m.start()] in " ("
        if glued_to_space and values != "persons":
            continue
        return m.start(), FATES[next(g for g in m.groups() if g).casefold()]
    return None


def sort_of(content: str, name: str, values: Values) -> tuple[Sort, str]:
    """What the ``content`` of brackets after ``name`` is; for a fate, also what it means.

    "(KIA)" after a name whose initials it is ("Kachin Independence Army") is a name.
    """
    if not any(c.isalnum() or c in "†#✝" for c in content) or _CROSS_REFERENCE.match(content):
        return "nothing", ""
    fate = _FATE_AND_DATE.match(content)
    key = (fate.group("mark") if fate else content).strip().casefold()
    if (meaning := FATES.get(key)) and not (content.isupper() and content.casefold() == initials(name)):
        return ("fate", meaning) if key == content.casefold() else ("remark", meaning)
    if values in ("amounts", "dates", "places", "words") or _REMARK.match(content) or _ROLE.match(content):
        return "remark", ""
    first = next((c for c in content if c.isalnum()), "")
    return ("remark", "") if first.islower() and not _has_article(content) else ("name", "")


def initials(name: str) -> str:
    """The first letters of the words of ``name`` that begin in upper case, in lower case."""
    return "".join(w[0] for w in re.split(r"[\s\-–]+", name) if w[:1].isupper()).casefold()


def _has_article(content: str) -> bool:
    """Whether it begins as a name with an article does: "al-Nusra"."""
    return re.match(r"(?:al|el|as|ash|an|at|ad|ar)-\w", content, re.IGNORECASE) is not None
