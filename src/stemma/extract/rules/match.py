"""Frames held against a sentence: which fire, and who stands at their places."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from spacy.tokens import Span as Sentence
from spacy.tokens import Token

from stemma.extract.rules import lexicon
from stemma.extract.rules.discourse import Party
from stemma.extract.rules.frames import Frame, FrameIndex, WordClass
from stemma.extract.rules.grammar import is_passive
from stemma.extract.rules.parse import Parsed
from stemma.extract.rules.places import fill
from stemma.extract.rules.who import Who, is_state
from stemma.model.entity import Kind

_CLASS: dict[str, WordClass] = {
    "VERB": "verb",
    "AUX": "verb",
    "NOUN": "noun",
    "PROPN": "noun",
    "ADJ": "adj",
    "ADV": "adj",
}


@dataclass(slots=True)
class Match:
    """A frame that fired at ``trigger``: who fills each role, and the tokens of roles that are read as literals."""

    frame: Frame
    trigger: Token
    parties: dict[str, list[Party]] = field(default_factory=dict)
    tokens: dict[str, list[Token]] = field(default_factory=dict)


def matches(sentence: Sentence, parsed: Parsed, who: Who, index: FrameIndex, topic: Party | None) -> Iterator[Match]:
    """Every frame of ``index`` that fires in ``sentence``, from its first word to its last."""
    for token in sentence:
        if token.i in parsed.dates:
            continue
        if mention := parsed.mentions.get(token.i):
            for frame in index.get(("name", mention.referent.kind), ()):
                if match := _match(frame, token, who, topic):
                    yield match
            continue
        word_class = _CLASS.get(token.pos_)
        if word_class is None:
            continue
        for frame in _candidates(index, token, word_class):
            if match := _match(frame, token, who, topic):
                yield match


def _candidates(index: FrameIndex, token: Token, word_class: WordClass) -> list[Frame]:
    lemma = token.lemma_.casefold()
    found = list(index.get((word_class, lemma), ()))
    if word_class == "adj" and token.tag_ in ("VBN", "VBG", "JJ"):
        found += [f for f in index.get(("adj", token.lower_), ()) if f not in found]
    if token.tag_ == "VBG" and token.dep_ in ("nsubj", "nsubjpass", "csubj", "pobj", "dobj", "pcomp"):
        found += index.get(("noun", token.lower_), ())  # "fighting between X and Y"
    if word_class == "verb" and token.lower_ != lemma:
        found += index.get(("adj", token.lower_), ())  # participles that frames list as adjectives: "aligned"
    return found


def _match(frame: Frame, trigger: Token, who: Who, topic: Party | None) -> Match | None:
    if frame.number == "singular" and trigger.tag_ in ("NNS", "NNPS"):
        return None
    if frame.voice and is_passive(trigger) != (frame.voice == "passive"):
        return None
    if not all(_stands(trigger, place, words) for place, words in frame.needs.items()):
        return None
    if any(_stands(trigger, place, words) for place, words in frame.lacks.items()):
        return None
    match = Match(frame, trigger)
    for role, places in frame.roles.items():
        _fill_role(match, role, places, who, topic)
    if any(role not in match.parties for role in frame.requires):
        return None
    return match


def _fill_role(match: Match, role: str, places: tuple[str, ...], who: Who, topic: Party | None) -> None:
    allowed = match.frame.kinds.get(role)
    for place in places:
        if place == "topic":
            if topic is not None and not (match.frame.event and match.tokens.get(role)):  # nobody else stands there
                match.parties[role] = [topic]
                return
            continue
        first, _, last = place.rpartition(">")
        if last in ("nation", "inside", "unit"):
            spots = fill(match.trigger, first) if first else [match.trigger]
            if last == "nation":
                states = [p for s in spots for t in fill(s, "mod") for p in who.nation(t)]
            else:
                states = [p for s in spots for p in (who.inside(s) if last == "inside" else who.unit(s))]
            if states:
                match.parties[role] = states
                return
            continue
        tokens = fill(match.trigger, place)
        if role == "literal":
            if match.frame.among is not None:
                known = lexicon.words("ideologies", match.frame.among)
                tokens = [t for t in tokens if t.lower_ in known]
            if tokens:
                match.tokens[role] = tokens
                return
            continue
        found = [p for t in tokens for p in (who.parties(t) or (who.nation(t) if place == "prefix" else []))]
        parties = [p for p in found if allowed is None or is_kind(p, allowed)]
        if parties:
            if match.frame.event:
                parties += [p for t in tokens if not who.parties(t) for p in _nameless(t, who, allowed)]
            match.parties[role] = _unique(parties)
            match.tokens[role] = tokens
            return
        if tokens and role not in match.tokens:
            match.tokens[role] = tokens  # somebody stands there whom nobody can name
    if match.frame.event:
        crowd = [p for t in match.tokens.get(role, []) for p in _nameless(t, who, allowed)]
        if crowd:
            match.parties[role] = _unique(crowd)


def _nameless(token: Token, who: Who, allowed: frozenset[str] | None) -> list[Party]:
    return [p for p in who.nameless(token) if allowed is None or is_kind(p, allowed)]


def is_kind(party: Party, allowed: frozenset[str]) -> bool:
    """Whether ``party`` may stand where things of ``allowed`` kinds do; a country may act as an organization."""
    kind: Kind = party.referent.kind
    if kind in allowed:
        return True
    return kind == "place" and "country" in allowed and is_country(party)


def is_country(party: Party) -> bool:
    """Whether the party is a state by its name."""
    return is_state(party.referent.name)


def _stands(trigger: Token, place: str, words: frozenset[str]) -> bool:
    """Whether one of ``words`` (lemmas) stands at ``place``; "any" looks at all the trigger's dependents."""
    if place in ("prt", "neg", "aux", "marker"):
        dep = {"prt": ("prt", "advmod"), "neg": ("neg",), "aux": ("aux",), "marker": ("mark",)}[place]
        found = [c for c in trigger.children if c.dep_ in dep]
    elif place == "any":
        found = [t for t in trigger.subtree if t.i != trigger.i]
    else:
        found = fill(trigger, place)
    return any(t.lemma_.casefold() in words or t.lower_ in words or "*" in words for t in found)


def _unique(parties: list[Party]) -> list[Party]:
    seen: dict[int, Party] = {}
    for party in parties:
        seen.setdefault(id(party.referent), party)
    return list(seen.values())
