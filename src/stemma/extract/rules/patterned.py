"""Names and descriptions that are found by a pattern: "Tell Abyad offensive", "pro-government forces"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal

from stemma.extract.rules import lexicon

Sort = Literal["dated", "person", "conflict", "description"]

_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_ORDINALS = r"(?:First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth|Eleventh|Twelfth|Fifteenth|Twentieth)"
_DAY = rf"(?:(?:\d{{1,2}}(?:st|nd|rd|th)?|{_ORDINALS})(?: of)? {_MONTH}|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?)"
_HEAD = r"(?:Movement|Organi[sz]ation|Group|Brigades?|Legion|Front|Commandos?|Column|Army|Revolutionary Movement)"
_WORD = r"[A-ZÀ-ÞĆČĐŁŚŠŞŻŽİ][\w’'-]{1,30}"
_NICKNAMED = re.compile(rf"(?<!\w)(?:{_WORD} ){{1,3}}[\"“]{_WORD}(?: {_WORD})?[\"”] {_WORD}(?: {_WORD})?(?!\w)")
"""A nickname inside a name: 'José Alexandre "Xanana" Gusmão'."""
_DAY_FIRST = rf"{_DAY} (?:{_WORD} ){{0,3}}(?:Movement|Organi[sz]ation|Brigades?|Legion|Commandos?)"
_DAY_LAST = rf"(?:{_WORD} ){{0,3}}{_HEAD} (?:of (?:the )?)?{_DAY}"
_DATED = re.compile(rf"\b(?:{_DAY_FIRST}|{_DAY_LAST})\b(?! \d{{4}})")
"""Names with a day in them: "15 September Legion", "Revolutionary Organization 17 November"."""


def patterned(text: str) -> Iterator[tuple[int, int, Sort]]:
    """The places of ``text`` that a pattern gives away, names with a day first."""
    for match in _DATED.finditer(text):
        start = match.start() + (4 if match.group().startswith("The ") else 0)
        yield start, match.end(), "dated"
    for match in _NICKNAMED.finditer(text):
        yield match.start() + _ranks(match.group()), match.end(), "person"
    for match in _conflict_pattern().finditer(text):
        yield match.start(), match.end(), "conflict"
    for match in _description_pattern().finditer(text):
        if not match.group().rsplit(" ", 1)[-1][:1].isupper():  # else a proper name: the run of capitals finds it whole
            yield match.start(), match.end(), "description"


def _ranks(name: str) -> int:
    """How many code points of ``name`` are ranks, adjectives and openers before a person's own name."""
    cut = 0
    before = name[: name.find("“") if "“" in name else name.find('"')].split()
    not_names = (
        lexicon.words("names", "person_titles")
        | lexicon.words("names", "never_names")
        | lexicon.words("names", "openers")
    )
    while len(before) > 1 and (before[0].casefold() in not_names or before[0].casefold() in lexicon.nationalities()):
        cut += len(before.pop(0)) + 1
    return cut


@cache
def _description_pattern() -> re.Pattern[str]:
    heads = sorted(lexicon.words("groups", "described_heads"), key=len, reverse=True)
    nations = sorted(lexicon.nationalities(), key=len, reverse=True)
    peoples = sorted(lexicon.words("places", "peoples"), key=len, reverse=True)
    kinds = "|".join(map(re.escape, [*nations, *peoples]))
    backed = r"(?:[- ](?:backed|led|allied|supported|trained))?"
    who = rf"(?:(?:{kinds}){backed}|(?:pro|anti)-[\w’'-]{{2,30}}|government|regime|loyalist)"
    middle = r"(?:(?:state|security|government|army|military|police|regular|central|federal|national|interim) )?"
    return re.compile(rf"\b{who} {middle}(?:{'|'.join(map(re.escape, heads))})\b", re.IGNORECASE)


@cache
def _conflict_pattern() -> re.Pattern[str]:
    """Names by their head: "Tell Abyad offensive", "Colombian armed conflict", "siege of Beirut"."""
    heads = "|".join(sorted(lexicon.words("names", "conflict_tails"), key=len, reverse=True))
    kinds = r"(?:(?:armed|civil|proxy|border|guerrilla|independence|military|rebel) )?"
    name = r"(?!(?:The|This|That|His|Its|Their|In|On|During|After|Before|From)\b)[A-ZÀ-Þ][\w’']{0,30}"
    before = rf"(?:\d{{4}} )?{name}(?:[ –-]{name}){{0,3}} {kinds}(?:{heads})\b"
    of = rf"(?:siege|battle|invasion|occupation) of (?:the )?{name}(?: {name})?"
    return re.compile(rf"\b(?:{before}|{of})|\b\d{{4}} (?:{name} ){{1,3}}(?:War|Offensive|Uprising|Crisis|Conflict)\b")
