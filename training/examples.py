"""From annotated documents to what the network is shown: windows with a label for each piece, and judged pairs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from corpus import Annotated
from spacy.tokens import Token
from tokenizers import Tokenizer

from stemma.extract.learned.candidates import Thing, anchor, known, pairs, things, topic_thing
from stemma.extract.learned.network import KINDS, LITERALS, Floats
from stemma.extract.learned.pieces import Window, windows
from stemma.extract.rules.parse import default_pipeline
from stemma.extract.rules.reading import Reading, Told, read, sentences
from stemma.extract.rules.text import Passage, passages
from stemma.model.names import name_key
from stemma.model.vocabulary import vocabulary

NAMES = ("", *(f"{part}-{kind}" for kind in KINDS for part in "BI"))
WORDS = ("", *(f"{part}-{kind}" for kind in LITERALS for part in "BI"))
TRIGGERS = ("", *vocabulary().event_types)
PREDICATES = tuple(vocabulary().predicates)
ROLES = ("", "actor", "target", "other", "place")
UNKNOWN = -100
"""The label of pieces of which nothing is known: the loss passes over them."""


@dataclass
class Judged:
    """A pair of spans (first and last piece of each, in one window; -1 for none) and what holds of it."""

    first: tuple[int, int]
    second: tuple[int, int]
    middle: tuple[int, int]
    known: Floats
    labels: list[int]


@dataclass
class Example:
    """A window with its labels."""

    window: Window
    names: list[int]
    literals: list[int]
    triggers: list[int]
    pairs: list[Judged] = field(default_factory=list)
    roles: list[Judged] = field(default_factory=list)


def plain_examples(tokenizer: Tokenizer, text: str, spans: Sequence[tuple[int, int, str]]) -> Iterator[Example]:
    """Windows of ``text`` of which only the names are known."""
    for window in windows(tokenizer, text):
        nothing = [UNKNOWN] * len(window.pieces)
        yield Example(window, _tags(window, spans, NAMES), nothing, nothing)


def document_examples(tokenizer: Tokenizer, annotated: Annotated) -> Iterator[Example]:
    """Windows of the annotated part of a document, with all that its annotations say of them."""
    nlp = default_pipeline()
    reading = read(nlp, annotated.document)
    gold = _Gold(annotated)
    made: dict[int, list[Example]] = {}
    names, literals = annotated.name_spans(), list(gold.literal_spans())
    for number, passage in enumerate(passages(annotated.document)):
        if passage.block.start < annotated.start or passage.block.start >= annotated.end:
            continue
        made[number] = [
            Example(
                window,
                _tags(window, _inside(passage, names), NAMES),
                _tags(window, _inside(passage, literals), WORDS),
                [UNKNOWN, *[0] * len(window.places), UNKNOWN],
            )
            for window in windows(tokenizer, passage.text)
        ]
    for told in sentences(nlp, reading):
        for example in made.get(told.passage, ()):
            _judge(example, told, reading, gold)
    for examples in made.values():
        yield from examples


def _tags(window: Window, spans: Sequence[tuple[int, int, str]], labels: Sequence[str]) -> list[int]:
    row = [UNKNOWN]
    for start, end in window.places:
        home = next((s for s in spans if s[0] <= start and end <= s[1]), None)
        row.append(0 if home is None else labels.index(f"{'B' if start == home[0] else 'I'}-{home[2]}"))
    return [*row, UNKNOWN]


def _inside(passage: Passage, spans: Sequence[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    place = {offset: i for i, offset in enumerate(passage.offsets)}
    return [(place[s], place[e - 1] + 1, k) for s, e, k in spans if s in place and e - 1 in place]


class _Gold:
    """The annotations of one document, asked by place and name."""

    def __init__(self, annotated: Annotated) -> None:
        self._text = annotated.document.text
        self.claims, self.events = annotated.claims, annotated.events
        self._same: dict[str, int] = {}
        for number, entity in enumerate(annotated.entities):
            for name in (entity["name"], *entity.get("aliases", ())):
                self._same.setdefault(name_key(name), number)

    def is_called(self, thing: Thing, name: str) -> bool:
        """Whether ``thing`` is who the annotations call ``name``."""
        if thing.referent is None:
            return False
        keys = {name_key(n) for n in thing.referent.names}
        wanted = name_key(name)
        number = self._same.get(wanted)
        return wanted in keys or (number is not None and any(self._same.get(k) == number for k in keys))

    def literal_spans(self) -> Iterator[tuple[int, int, str]]:
        """Where the literals that claims name stand in their evidence."""
        for claim in self.claims:
            if claim["predicate"] not in LITERALS:
                continue
            for piece in claim["evidence"]:
                if span := self._words(claim["object"], piece["start"], piece["end"]):
                    yield (*span, claim["predicate"])
                    break

    def _words(self, literal: str, start: int, end: int) -> tuple[int, int] | None:
        text = self._text[start:end].casefold()
        at = text.find(literal.casefold())
        if at >= 0:
            return start + at, start + at + len(literal)
        words = [w for w in literal.casefold().replace("-", " ").split() if len(w) > 2]
        spots = [(text.find(w), len(w)) for w in words]
        if not words or any(at < 0 for at, _ in spots):
            return None
        first, last = min(at for at, _ in spots), max(at + n for at, n in spots)
        return (start + first, start + last) if last - first <= 2 * len(literal) + 20 else None


def _judge(example: Example, told: Told, reading: Reading, gold: _Gold) -> None:
    """Put into ``example`` what the annotations say of the pairs of one of its sentences."""
    parsed, sentence = told.parsed, told.sentence
    places = example.window.places
    first, last = parsed.places[sentence.start][0], parsed.places[sentence.end - 1][1]
    if first < places[0][0] or last > places[-1][1]:
        return
    span = parsed.passage.span(first, last)
    claims = [c for c in gold.claims if any(e["start"] < span.end and span.start < e["end"] for e in c["evidence"])]
    found = things(sentence, parsed, told.who)
    topic = topic_thing(told.topic)
    literal = list(_literals(example, told))
    subject = reading.named.subject
    for one, two in pairs([*found, *literal], topic):
        labels = [PREDICATES.index(c["predicate"]) for c in claims if _holds(c, one, two, told, gold)]
        if two.kind in LITERALS:
            labels = [n for n in labels if PREDICATES[n] == two.kind]
        joint, steps = anchor(one, two, sentence)
        example.pairs.append(
            Judged(
                _pieces(places, one.start, one.end),
                _pieces(places, two.start, two.end),
                _pieces(places, *parsed.places[joint.i]),
                known(one, two, steps, subject),
                sorted(set(labels)),
            )
        )
    for event, trigger in _told_here(gold.events, told):
        start, end = parsed.places[trigger.i]
        for piece in range(*_pieces(places, start, end)[:1], _pieces(places, start, end)[1] + 1):
            example.triggers[piece + 1] = TRIGGERS.index(event["type"])
        here = Thing("", start, end, trigger)
        for thing in [*found, *([topic] if topic is not None else [])]:
            if thing.referent is None:
                continue
            role = _role(event, thing, gold)
            _, steps = anchor(here, thing, sentence)
            example.roles.append(
                Judged(
                    _pieces(places, start, end),
                    _pieces(places, thing.start, thing.end),
                    (-1, -1),
                    known(thing, here, steps, subject),
                    [ROLES.index(role)],
                )
            )


def _literals(example: Example, told: Told) -> Iterator[Thing]:
    """The annotated literals that stand in the sentence."""
    parsed = told.parsed
    first, last = parsed.places[told.sentence.start][0], parsed.places[told.sentence.end - 1][1]
    for start, end, kind in decode(example.literals[1:-1], WORDS, example.window.places):
        if first <= start and end <= last:
            token = next((t for t in told.sentence if parsed.places[t.i][1] >= end), None)
            yield Thing(kind, start, end, token)


def decode(
    labels: Sequence[int], names: Sequence[str], places: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, int, str]]:
    """The spans that a row of B- and I- labels marks: start, end, kind."""
    start = end = -1
    kind = ""
    for label, place in zip([*labels, 0], [*places, (0, 0)], strict=True):
        part, _, name = names[label].partition("-") if label >= 0 else ("", "", "")
        if kind and not (part == "I" and name == kind):
            yield start, end, kind
            kind = ""
        if part == "B" or (part == "I" and not kind):
            start, kind = place[0], name
        end = place[1]


def _pieces(places: Sequence[tuple[int, int]], start: int, end: int) -> tuple[int, int]:
    """The first and last piece on the characters from ``start`` to ``end``, counted without the outer signs."""
    if start < 0:
        return -1, -1
    inside = [i for i, (s, e) in enumerate(places) if s < end and start < e]
    return (inside[0], inside[-1]) if inside else (0, 0)


def _holds(claim: dict[str, Any], one: Thing, two: Thing, told: Told, gold: _Gold) -> bool:
    """Whether ``claim`` is about ``one`` and ``two``; either way round where the predicate has no direction."""
    if gold.is_called(one, claim["subject"]) and _says(claim, two, told, gold):
        return True
    symmetric = vocabulary().predicate(claim["predicate"]).symmetric
    return symmetric and gold.is_called(two, claim["subject"]) and gold.is_called(one, claim["object"])


def _says(claim: dict[str, Any], two: Thing, told: Told, gold: _Gold) -> bool:
    """Whether ``claim`` says its predicate of ``two``, within its evidence."""
    span = told.parsed.passage.span(two.start, two.end)
    if not any(e["start"] <= span.start and span.end <= e["end"] for e in claim["evidence"]):
        return False
    if two.kind in LITERALS:
        return claim["predicate"] == two.kind
    if two.kind == "date":
        mention = told.parsed.dates.get(two.token.i) if two.token is not None else None
        return (
            claim["predicate"] in ("founded", "dissolved")
            and mention is not None
            and (mention.value or "-")[:4] == claim["object"][:4]
        )
    return claim["predicate"] not in LITERALS and gold.is_called(two, claim["object"])


def _told_here(events: Sequence[dict[str, Any]], told: Told) -> Iterator[tuple[dict[str, Any], Token]]:
    """The events whose words lie in the sentence, each with the word that heads them."""
    parsed = told.parsed
    for event in events:
        for piece in event["evidence"]:
            inside = []
            for token in told.sentence:
                start, end = parsed.places[token.i]
                if not parsed.passage.text[start:end].strip():
                    continue  # a comma put in for the parser's sake
                span = parsed.passage.span(start, end)
                if piece["start"] <= span.start and span.end <= piece["end"]:
                    inside.append(token)
            heads = [t for t in inside if not any(t.head.i == o.i and t.i != o.i for o in inside)]
            heads = [t for t in heads if t.pos_ in ("VERB", "NOUN", "AUX", "ADJ", "PROPN")]
            if heads:
                best = next((t for t in heads if t.pos_ in ("VERB", "AUX")), heads[0])
                yield event, _content(best, inside)


def _content(head: Token, inside: Sequence[Token]) -> Token:
    """The word that tells what happened, where the head is only "was", "took" or "carried"."""
    if head.pos_ != "AUX" and head.lemma_ not in ("take", "carry", "make", "begin", "start", "continue"):
        return head
    for child in head.children:
        if child.dep_ in ("xcomp", "attr", "acomp", "dobj") and any(child.i == t.i for t in inside):
            return child
    return head


def _role(event: dict[str, Any], thing: Thing, gold: _Gold) -> str:
    for participant in event.get("participants", ()):
        if gold.is_called(thing, participant["name"]):
            return str(participant["role"])
    if event.get("place") and gold.is_called(thing, event["place"]):
        return "place"
    return ""


def measure(examples: Sequence[Example]) -> dict[str, int]:
    """How much there is to learn from."""
    return {
        "windows": len(examples),
        "pieces": sum(len(e.window.pieces) for e in examples),
        "names": sum(label % 2 for e in examples for label in e.names if label > 0),
        "literals": sum(label % 2 for e in examples for label in e.literals if label > 0),
        "triggers": int(np.sum([label > 0 for e in examples for label in e.triggers])),
        "pairs": sum(len(e.pairs) for e in examples),
        "claims": sum(len(p.labels) for e in examples for p in e.pairs),
        "roles": sum(p.labels[0] > 0 for e in examples for p in e.roles),
    }
