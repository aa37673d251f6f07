"""The type of an event, as its instrument, its doer or its victim makes it."""

from __future__ import annotations

from spacy.tokens import Token

from stemma.extract.rules import lexicon
from stemma.extract.rules.match import Match
from stemma.extract.rules.parse import Parsed
from stemma.extract.rules.places import fill

_NEAR = 14
"""How far from its trigger an instrument may stand, in tokens."""


def event_type(kind: str, trigger: Token, match: Match, parsed: Parsed) -> str:
    """The type of what a frame of the type ``kind`` found: an attack with rockets is a strike, one on farmers is
    one on civilians, and whom gunmen capture is not arrested.
    """
    near = {t.lemma_.casefold() for t in trigger.subtree if abs(t.i - trigger.i) < _NEAR} | {trigger.lemma_.casefold()}
    if kind in ("clash", "attack_on_civilians"):
        for other, words in lexicon.load("events")["instruments"].items():
            if near & set(words):
                return str(other)
    flown = {p.noun for p in match.parties.get("actor", [])} | near
    if kind == "bombing" and (flown & lexicon.words("events", "aerial") or _from_the_air(match)):
        return "strike"
    if kind in ("clash", "attack_on_civilians") and any(
        c.dep_ == "dobj" and c.lower_ in lexicon.words("events", "reflexive") for c in trigger.children
    ):
        return "other"
    if kind == "property_destruction":
        return _of_destruction(match, parsed)
    if kind == "arrest" and {p.noun for p in match.parties.get("actor", [])} & lexicon.words("events", "kidnappers"):
        return "attack_on_civilians"
    if kind == "arrest" and _lets_go_for_ransom(trigger, match):
        return "other"
    if kind not in ("clash", "attack_on_civilians"):
        return kind
    nouns = _nouns(match, parsed)
    fighters = nouns & (lexicon.words("groups", "combatants") - lexicon.words("events", "also_civilian"))
    if kind == "clash":
        if nouns & (lexicon.words("groups", "civilians") | lexicon.words("events", "gatherings")) and not fighters:
            return "attack_on_civilians"
        return "attack_on_civilians" if not fighters and _kills_a_person(trigger, match, near) else kind
    if trigger.lemma_ in lexicon.words("events", "taking"):
        return kind
    if fighters:
        return "clash"
    groups = any(
        p.referent.kind == "organization" and p.noun not in lexicon.words("groups", "civilians")
        for p in match.parties.get("target", [])
    )
    return "clash" if groups and trigger.lemma_ not in lexicon.words("events", "of_civilians") else kind


def _lets_go_for_ransom(trigger: Token, match: Match) -> bool:
    held = {t.lemma_.casefold() for t in trigger.subtree} | {p.noun for p in match.parties.get("target", [])}
    return trigger.lemma_ in lexicon.words("events", "releasing") and bool(held & lexicon.words("events", "for_ransom"))


def _kills_a_person(trigger: Token, match: Match, near: set[str]) -> bool:
    """Whether somebody without a rank is killed by other than soldiers or police, and not in a fight."""
    if trigger.lemma_ not in ("kill", "shoot"):
        return False
    victims = match.parties.get("target", [])
    if not victims or any(p.referent.kind != "person" for p in victims):
        return False
    doers = match.parties.get("actor", [])
    words = {w for p in doers for w in (p.noun, *p.referent.name.casefold().split())}
    if words & lexicon.words("events", "forces_of_state") or not doers:
        return False
    return not near & lexicon.words("events", "anaphors") - {"shooting", "killing", "attack"}


def _from_the_air(match: Match) -> bool:
    return any("air force" in p.referent.name.casefold() for p in match.parties.get("actor", []))


def _of_destruction(match: Match, parsed: Parsed) -> str:
    """Whom it strikes: "burned **people** in their huts", "destroyed the main **column** of the group"."""
    things = [t for t in fill(match.trigger, "obj") if t.i not in parsed.mentions]
    nouns = {t.lemma_.casefold() for t in things}
    if nouns & lexicon.words("groups", "civilians") | nouns & {"people", "person"}:
        return "attack_on_civilians"
    if nouns & lexicon.words("events", "bodies_of_fighters"):
        return "clash"
    return "property_destruction"


def _nouns(match: Match, parsed: Parsed) -> set[str]:
    """What the victims are called: by their nouns, what stands beside their names, and their titles."""
    nouns = {p.noun for p in match.parties.get("target", []) if p.noun}
    for token in match.tokens.get("target", []):
        nouns.add(token.lemma_.casefold())
        nouns |= {c.lemma_.casefold() for c in token.children if c.dep_ in ("appos", "compound", "amod", "nmod")}
        if mention := parsed.mentions.get(token.i):
            nouns |= {word.strip(".,").casefold() for word in mention.title.split()}
    return nouns
