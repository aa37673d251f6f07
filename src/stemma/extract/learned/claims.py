"""Claims that the network finds: who stands in which relation in a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

import numpy as np

from stemma.extract.learned.candidates import MOST, Thing, anchor, pair_row, pairs, things, topic_thing
from stemma.extract.learned.names import Span
from stemma.extract.learned.network import LITERALS, sigmoid
from stemma.extract.learned.sight import Sight
from stemma.extract.rules.dates import DateMention
from stemma.extract.rules.draft import ClaimDraft
from stemma.extract.rules.match import is_kind
from stemma.extract.rules.quantities import parse_number
from stemma.extract.rules.reading import Told
from stemma.extract.rules.saying import saying
from stemma.extract.rules.when import clause_date, edtf
from stemma.model.vocabulary import Predicate, vocabulary

_DATED = ("founded", "dissolved")
_HAPPENS = frozenset(
    ("died", "founded_by", "split_from", "merged_into", "pledged_allegiance_to", "designated_terrorist_by", "strength")
)
"""Predicates that a plain date dates. Of the others, which last, a date near by says only when something was done."""
_WORD = re.compile(r"\w+(?:[-‐‑–’']\w+)*")
_LONGEST_WORD = 40


def claims(told: Told, sight: Sight) -> Iterator[ClaimDraft]:
    """What the network thinks is said in one sentence."""
    parsed, sentence = told.parsed, told.sentence
    found = [*things(sentence, parsed, told.who), *_literal_things(told, sight.literals)][: 2 * MOST]
    judged = [
        (one, two)
        for one, two in pairs(found, topic_thing(told.topic))
        if two.kind != "date" or one.kind == "organization"
    ]
    if not judged:
        return
    rows = np.stack([pair_row(one, two, sentence, parsed, sight) for one, two in judged])
    chances = sigmoid(sight.network.pairs(rows))
    names, least = sight.network.labels["predicates"], sight.network.labels["least"]["predicates"]
    for row, column in np.argwhere(chances >= np.array(least)):
        one, two = judged[row]
        predicate = vocabulary().predicate(names[column])
        if _fits(predicate, one, two):
            draft = _draft(predicate, one, two, float(chances[row, column]), told)
            if draft.object is not None or _says_something(predicate, draft.literal):
                yield draft


def _literal_things(told: Told, literal: Sequence[Span]) -> Iterator[Thing]:
    places, text = told.parsed.places, told.parsed.passage.text
    first, last = places[told.sentence.start][0], places[told.sentence.end - 1][1]
    done = -1
    for start, end, kind, _ in literal:
        start, end = _whole_words(text, max(start, first), min(end, last))
        if start < max(first, done) or start >= end:
            continue
        done = end
        token = next((t for t in told.sentence if places[t.i][1] >= end), None)
        yield Thing(kind, start, end, token, None, text[start:end])


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """The whole words on the characters from ``start`` to ``end``, without small words at either side."""
    from spacy.lang.en.stop_words import STOP_WORDS

    words = [m for m in _WORD.finditer(text, max(0, start - _LONGEST_WORD), end + _LONGEST_WORD) if m.end() > start]
    words = [m for m in words if m.start() < end]
    while words and words[0].group().casefold() in STOP_WORDS:
        words.pop(0)
    while words and words[-1].group().casefold() in STOP_WORDS:
        words.pop()
    return (words[0].start(), words[-1].end()) if words else (start, start)


@cache
def _allowed(kinds: tuple[str, ...]) -> frozenset[str]:
    return frozenset({*kinds, "country"}) if "organization" in kinds else frozenset(kinds)


def _fits(predicate: Predicate, one: Thing, two: Thing) -> bool:
    """Whether the vocabulary lets the predicate stand between things of these kinds."""
    if one.party is None or not is_kind(one.party, _allowed(predicate.subject_kinds)):
        return False
    if predicate.name in _DATED:
        return two.kind == "date"
    if predicate.literal is not None:
        return two.kind == predicate.name and predicate.name in LITERALS
    return two.party is not None and is_kind(two.party, _allowed(predicate.object_kinds))


def _bounds(mention: DateMention | None) -> bool:
    """Whether a date says since or until when, or from when to when."""
    return mention is not None and (mention.relation in ("since", "until") or "/" in (mention.value or ""))


def _says_something(predicate: Predicate, literal: str | None) -> bool:
    """Whether a literal is more than a stray word: a goal takes two words at least, and none is the predicate's own."""
    words = (literal or "").casefold().split()
    return bool(words) and words != [predicate.name] and (predicate.name != "stated_goal" or len(words) > 1)


def _draft(predicate: Predicate, one: Thing, two: Thing, chance: float, told: Told) -> ClaimDraft:
    parsed = told.parsed
    assert one.party is not None
    joint, _ = anchor(one, two, told.sentence)
    mention = clause_date(joint, parsed)
    if two.kind == "date" and two.token is not None:
        mention = parsed.dates[two.token.i]
    date = edtf(mention) if predicate.name in _HAPPENS | {*_DATED} or _bounds(mention) else None
    literal = None
    if predicate.name in _DATED:
        date = literal = (date or "").strip("./") or None
    elif two.party is None:
        literal = parse_number(two.text) if predicate.name == "strength" else two.text
    spots = [(t.start, t.end) for t in (one, two) if t.start >= 0] + [parsed.places[joint.i]]
    span = parsed.passage.span(min(s for s, _ in spots), max(e for _, e in spots))
    return ClaimDraft(
        subject=one.party.referent,
        predicate=predicate.name,
        object=two.referent,
        literal=literal,
        spans=[span],
        date=date,
        saying=saying(joint, parsed, told.who),
        former=(mention is not None and mention.relation == "until")
        or (two.party is not None and two.party.former and predicate.name in ("led_by", "member_of")),
        found_by="model.claims",
        confidence=chance,
    )
