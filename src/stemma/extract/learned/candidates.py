"""Pairs in a sentence that may stand in a relation, and what is known of each before the network judges it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from spacy.tokens import Span as Sentence
from spacy.tokens import Token

from stemma.extract.learned.network import KINDS, LITERALS, Floats
from stemma.extract.learned.sight import Sight
from stemma.extract.rules.cast import Referent
from stemma.extract.rules.discourse import Party
from stemma.extract.rules.parse import Parsed
from stemma.extract.rules.who import Who

_VIAS = ("name", "group", "pronoun", "description", "nationality", "topic")
_OBJECTS = (*KINDS, "date", *LITERALS)
_FAR = (0, 2, 5, 10, 20)
_UP = (0, 1, 2, 3, 5)
_WORD_CLASSES = frozenset({"NOUN", "PROPN", "PRON", "ADJ", "NUM", "DET", "X"})
MOST = 24
"""The most parties of one sentence that are paired with each other: a bound on long lists."""


@dataclass(frozen=True, slots=True)
class Thing:
    """Somebody or something at a place of a sentence: a party, a date, or words that may be a literal.

    ``start`` and ``end`` are places in the passage, -1 for the topic, which stands nowhere.
    """

    kind: str
    start: int
    end: int
    token: Token | None
    party: Party | None = None
    text: str = ""

    @property
    def referent(self) -> Referent | None:
        """Who it is, None for a date or a literal."""
        return self.party.referent if self.party is not None else None


def things(sentence: Sentence, parsed: Parsed, who: Who) -> list[Thing]:
    """Everybody in ``sentence``, by name, pronoun or description, and its dates, in order."""
    found: list[Thing] = []
    for token in sentence:
        start, end = parsed.places[token.i]
        if token.i in parsed.dates:
            found.append(Thing("date", start, end, token))
            continue
        if token.i not in parsed.mentions and token.pos_ not in _WORD_CLASSES:
            continue
        for party in who.parties(token):
            if party.token.i == token.i:
                found.append(Thing(party.referent.kind, start, end, token, party))
        if len(found) >= MOST:
            break
    return found


def topic_thing(topic: Party | None) -> Thing | None:
    """The topic as a thing that stands nowhere."""
    return None if topic is None else Thing(topic.referent.kind, -1, -1, None, topic)


def anchor(one: Thing, two: Thing, sentence: Sentence) -> tuple[Token, int]:
    """The word that joins two things in the parse, and the steps between them over it."""
    if one.token is None or two.token is None:
        token = two.token or one.token or sentence.root
        steps = 0
        while token.head.i != token.i and token.pos_ not in ("VERB", "AUX") and steps < 8:
            token, steps = token.head, steps + 1
        return token, steps
    up: dict[int, int] = {}
    token, steps = one.token, 0
    while token.i not in up:
        up[token.i] = steps
        token, steps = token.head, steps + 1
    token, steps = two.token, 0
    while token.i not in up:
        if token.head.i == token.i:
            return sentence.root, 9
        token, steps = token.head, steps + 1
    return token, steps + up[token.i]


def pair_row(one: Thing, two: Thing, sentence: Sentence, parsed: Parsed, sight: Sight) -> Floats:
    """What the head that judges claims is given of ``one`` as subject and ``two`` as object."""
    read = sight.read
    joint, steps = anchor(one, two, sentence)
    nothing = np.zeros(read.vectors.shape[1], np.float32)
    first = read.vector(one.start, one.end) if one.start >= 0 else nothing
    second = read.vector(two.start, two.end)
    middle = read.vector(*parsed.places[joint.i])
    return np.concatenate([first, second, first * second, middle, known(one, two, steps, sight.subject)])


def role_row(trigger: Token, thing: Thing, parsed: Parsed, sight: Sight) -> Floats:
    """What the head that judges roles is given of ``thing`` at the happening that ``trigger`` tells of."""
    read = sight.read
    start, end = parsed.places[trigger.i]
    here = Thing("", start, end, trigger)
    _, steps = anchor(here, thing, trigger.sent)
    first = read.vector(start, end)
    second = read.vector(thing.start, thing.end) if thing.start >= 0 else np.zeros_like(first)
    return np.concatenate([first, second, first * second, known(thing, here, steps, sight.subject)])


def known(one: Thing, two: Thing, steps: int, subject: Referent | None) -> Floats:
    """What is known of a pair besides its words: kinds, how each is meant, how far apart they stand."""
    via = one.party.via if one.party is not None else ""
    other = two.party.via if two.party is not None else ""
    apart = 99 if one.start < 0 or two.start < 0 else max(two.start - one.end, one.start - two.end, 0) // 5
    row = [float(one.kind == kind) for kind in KINDS]
    row += [float(via == v) for v in _VIAS]
    row += [float(two.kind == kind) for kind in _OBJECTS]
    row += [float(other == v) for v in _VIAS]
    row += [float(apart > far) for far in _FAR]
    row += [float(steps > far) for far in _UP]
    row += [
        float(one.start < two.start),
        float(one.referent is not None and one.referent is subject),
        float(two.referent is not None and two.referent is subject),
    ]
    return np.array(row, np.float32)


def pairs(found: Sequence[Thing], topic: Thing | None) -> Iterator[tuple[Thing, Thing]]:
    """Each that can be a subject with each that can be said of it."""
    subjects = [t for t in found if t.kind in ("organization", "person", "place") and t.party is not None]
    if topic is not None and not any(t.referent is topic.referent for t in subjects):
        subjects = [*subjects, topic]
    for one in subjects:
        for two in found:
            if one is not two and (one.referent is None or one.referent is not two.referent):
                yield one, two


KNOWN = len(KINDS) + 2 * len(_VIAS) + len(_OBJECTS) + len(_FAR) + len(_UP) + 3
"""How many numbers besides the vectors a row holds."""
