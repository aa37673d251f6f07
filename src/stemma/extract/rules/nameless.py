"""Those who take part without a name: "rebel groups", "unarmed protesters", "armed men", "members" of the group."""

from __future__ import annotations

from collections import Counter

from spacy.tokens import Token

from stemma.extract.rules import lexicon
from stemma.extract.rules.cast import Cast, Referent
from stemma.extract.rules.discourse import Party
from stemma.extract.rules.kinds import Votes
from stemma.extract.rules.parse import Parsed

_BEFORE = frozenset({"amod", "compound", "nmod"})
_PLURAL = frozenset({"NNS", "NNPS"})


def nameless(token: Token, parsed: Parsed, cast: Cast, topic: Referent | None) -> list[Party]:
    """Whom the phrase headed by ``token`` means, if it names nobody but says what they are; else nobody.

    "Members", "gunmen" and their like are the topic's own; others are called by
    their words, without articles and numbers: "unarmed protesters".
    """
    if token.pos_ != "NOUN" or token.i in parsed.mentions or token.i in parsed.dates:
        return []
    lemma = token.lemma_.casefold()
    described = [
        c for c in token.children if c.i < token.i and c.dep_ in _BEFORE and not _counts(c) and c.i not in parsed.dates
    ]
    of_somebody = any(c.dep_ == "poss" or (c.dep_ == "prep" and c.lower_ in ("of", "from")) for c in token.children)
    if lemma in lexicon.words("groups", "own_people") and not described and not of_somebody:
        return [Party(topic, token, "group", lemma)] if topic is not None and topic.kind == "organization" else []
    if not _is_crowd(token, lemma, described):
        return []
    name = _words(token, described, parsed)
    votes: Votes = Counter({"organization": 5.0})
    return [Party(cast.get(name) or cast.add(name, votes), token, "description", lemma)]


def _is_crowd(token: Token, lemma: str, described: list[Token]) -> bool:
    """Whether the words say enough to tell who is meant: "soldiers", "rebel groups", but not "people" or "a man"."""
    groups = lexicon.words("groups", "organization_nouns")
    if lemma in lexicon.words("groups", "always_plural") or token.lower_ in lexicon.words("groups", "always_plural"):
        return True
    if token.tag_ not in _PLURAL:
        return False
    if lemma in groups or lemma in lexicon.words("groups", "vague_people"):
        return bool(described)
    return lemma in lexicon.words("groups", "combatants") | lexicon.words("groups", "civilians")


def _counts(word: Token) -> bool:
    return word.like_num or word.lower_ in lexicon.words("groups", "quantifiers")


def _words(token: Token, described: list[Token], parsed: Parsed) -> str:
    kept = [token]
    for word in sorted(described, key=lambda t: -t.i):
        if word.i != kept[0].i - 1:
            break
        kept.insert(0, word)
    return parsed.words(kept)
