"""The state that a document is set in, and its bodies: whose army "the army" is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from spacy.tokens import Token

from stemma.extract.rules import lexicon
from stemma.extract.rules.cast import Cast, Referent
from stemma.extract.rules.kinds import Votes
from stemma.extract.rules.text import Passage

_LEAD_WEIGHT = 6
"""How many mentions further on one of the first paragraph counts for."""
_READ = 40_000
"""How much of a text is looked through, in code points: a bound on long ones."""


@cache
def _pattern() -> re.Pattern[str]:
    names = {*lexicon.nationalities(), *(c.casefold() for c in lexicon.load("places")["nationalities"])}
    return re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, names), key=len, reverse=True))})\b", re.IGNORECASE)


def home_of(texts: Sequence[Passage]) -> str | None:
    """The country that ``texts`` speak of most, the first paragraph above all; None if they name none."""
    countries = {c.casefold(): c for c in lexicon.load("places")["nationalities"]}
    counts: Counter[str] = Counter()
    lead, left = True, _READ
    for passage in texts:
        if passage.block.kind == "heading":
            continue
        for match in _pattern().finditer(passage.text[:left]):
            word = match.group()
            if word[0].isupper():
                country = lexicon.nationalities().get(word.casefold()) or countries[word.casefold()]
                counts[country] += _LEAD_WEIGHT if lead else 1
        left -= len(passage.text)
        lead = lead and passage.block.kind != "paragraph"
        if left <= 0:
            break
    best = counts.most_common(2)
    return best[0][0] if best and (len(best) == 1 or best[0][1] > best[1][1]) else None


def body_of_state(token: Token, cast: Cast, recent: Sequence[Referent]) -> Referent | None:
    """Whose body "the army" is: the last one spoken of that is called so, else that of the document's own state."""
    noun = token.lower_
    if noun not in lexicon.words("groups", "bodies_of_state") or not _is_bare(token):
        return None
    for referent in reversed(recent):
        if referent.kind == "organization" and _ends(referent, noun):
            return referent
    if cast.home is None:
        return None
    known = [r for r in cast.referents() if _ends(r, noun) and _nation(r.name) == cast.home]
    if known:
        return max(known, key=lambda r: sum(r.names.values()))
    adjective = lexicon.load("places")["nationalities"][cast.home][0]
    votes: Votes = Counter({"organization": 5.0})
    return cast.add(f"{adjective} {noun}", votes)


def _is_bare(token: Token) -> bool:
    before = [c for c in token.children if c.i < token.i and c.dep_ != "case"]
    after = [c for c in token.children if (c.dep_ == "prep" and c.lower_ in ("of", "in")) or c.dep_ in ("relcl", "acl")]
    return [c.lower_ for c in before] == ["the"] and not after and token.dep_ not in ("compound", "nmod")


def _ends(referent: Referent, noun: str) -> bool:
    words = referent.name.casefold().split()
    return len(words) > 1 and words[-1] == noun and _nation(referent.name) is not None


def _nation(name: str) -> str | None:
    """The country that a name begins with the adjective of: "Sri Lankan army"."""
    words = name.casefold().split()
    found = (lexicon.nationalities().get(" ".join(words[:n])) for n in (3, 2, 1))
    return next((country for country in found if country), None)
