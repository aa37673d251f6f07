"""Where: the place of a happening, from what stands around the word that tells of it."""

from __future__ import annotations

from spacy.tokens import Token

from stemma.extract.rules import lexicon
from stemma.extract.rules.cast import Referent
from stemma.extract.rules.grammar import conjuncts
from stemma.extract.rules.match import Match
from stemma.extract.rules.parse import Parsed
from stemma.extract.rules.who import Who


def place_of(trigger: Token, match: Match, parsed: Parsed, who: Who) -> Referent | None:
    """Where it happened: the place named nearest the trigger in its clause.

    Of words, only where they were said, not what they were about.
    """
    for party in match.parties.get("place", []):
        if party.referent.kind == "place":
            return party.referent
    verb = clause(trigger)
    spoken = match.frame.event == "statement"
    best: tuple[int, Referent] | None = None
    for token in trigger.sent:
        referent = _place_at(token, parsed, who)
        if referent is None or not _is_whereabouts(token, trigger):
            continue
        inside = verb.i == token.i or verb.is_ancestor(token)
        aside = any(t.dep_ in ("relcl", "acl") for t in (verb, *verb.ancestors))
        if not inside and (aside or not clause(token).is_ancestor(trigger)):
            continue  # the place of another happening: "X, who came from Y, attacked Z"
        if inside and (_elsewhere(token, verb, trigger) or (spoken and token.head.head not in (verb, trigger))):
            continue
        if spoken and not inside:
            continue
        distance = abs(token.i - trigger.i) + (8 if token.i < trigger.i else 0) + (0 if inside else 30)
        if best is None or distance < best[0]:
            best = distance, referent
    return best[1] if best else None


def _elsewhere(token: Token, verb: Token, trigger: Token) -> bool:
    """Whether a clause of its own stands between ``token`` and ``verb``: "said that in X …", "men who came from X"."""
    step = token
    while step.i != verb.i and step.head != step:
        if step.dep_ in ("ccomp", "relcl") and not (step.i == trigger.i or step.is_ancestor(trigger)):
            return True
        step = step.head
    return False


def places_beside(place: Referent, trigger: Token, parsed: Parsed, who: Who) -> list[Referent]:
    """``place`` and the places joined to it in a list: "bombings in **X**, **Y** and **Z**"."""
    for token in trigger.sent:
        if _place_at(token, parsed, who) is place and token.i > trigger.i:
            return list(dict.fromkeys(p for t in conjuncts(token) if (p := _place_at(t, parsed, who)) is not None))
    return [place]


def _place_at(token: Token, parsed: Parsed, who: Who) -> Referent | None:
    """The place that a word means: by name, or as "the town" spoken of before."""
    mention = parsed.mentions.get(token.i)
    if mention is not None:
        return mention.referent if mention.referent.kind == "place" else None
    if token.lemma_ in lexicon.words("names", "place_heads") and token.pos_ == "NOUN":
        return next((p.referent for p in who.parties(token) if p.referent.kind == "place"), None)
    return None


def _is_whereabouts(token: Token, trigger: Token) -> bool:
    """Whether a place stands where something happens ("in X", "the town of X"), not as somebody ("with Turkey")."""
    step = token
    while step.dep_ in ("conj", "appos", "compound", "nmod") and step.head.pos_ in ("PROPN", "NOUN"):
        step = step.head
    if step.dep_ == "pobj" and step.head.lower_ == "of":  # "the town of X", "the siege of X"; not "the president of X"
        noun = step.head.head
        return noun == trigger or noun.lemma_.casefold() in lexicon.words("names", "place_heads") | lexicon.words(
            "events", "parts_of_places"
        )
    return step.dep_ in ("dobj", "nsubjpass") or (
        step.dep_ == "pobj" and step.head.lower_ in lexicon.words("events", "whereabouts")
    )


def clause(trigger: Token) -> Token:
    """The verb whose clause ``trigger`` stands in, itself if it is one."""
    step = trigger
    while step.pos_ not in ("VERB", "AUX") and step.head != step:
        step = step.head
    return step
