"""Grammatical places: who does it, to whom, from, with and under what.

A *place* is named by a short word that frames use:

| place | is |
| --- | --- |
| ``subj`` | who does it: the subject of an active verb, the "by" of a passive one |
| ``obj`` | to whom it is done: the object of an active verb, the subject of a passive one |
| ``gsubj`` | the subject as the sentence has it, active or passive |
| ``attr`` | what the subject is said to be ("X is **a group**") |
| ``holder`` | of whom an attribute is said ("**X** is a group"; "**X**, a group") |
| ``prep:from`` | the noun after "from", attached to the trigger or to its object; ``prep:in|at`` for several |
| ``poss`` | "**X**'s leader", "**its** leader" |
| ``owner`` | the same, where a name says whose it is: "**X**'s Northern Command" |
| ``mod`` | nouns and adjectives before a noun: "**X** fighters" |
| ``appos`` | a noun set beside: "its leader, **X**" |
| ``head`` | the noun that the trigger modifies: "the X-led **coalition**" |
| ``said`` | what a noun is said to be: "its goal is **independence**", "the goal of **freeing** Aceh" |
| ``prefix`` | what a hyphen joins to the trigger: "**X**-led" |
| ``whole`` | the noun after it: "the X-led **coalition**" |
| ``doer`` | who does what a noun names: "**X** launched an attack", "X's attack", "an attack by X" |
| ``aimed`` | what an attack is said to target: "an attack …, targeting **X**" |
| ``comp`` | the verb that completes the trigger ("claimed to have **killed**") |
| ``purpose`` | the verb of what it is done for: "was formed to **free** Aceh" |
| ``formed`` | what comes of it: "merged with Y to form **Z**" |
| ``left`` | whom they left who do it: "left **Y** and formed Z" |
| ``listed`` | who is named of a plural: "members such as **X**" |
| ``taking_part`` | who acts in a conflict: "During the war **X** held the hills" |

Places may follow one another: ``prep:on>poss`` is whose list it is in "was put on **X**'s list".
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from spacy.tokens import Token

from stemma.extract.rules import lexicon
from stemma.extract.rules.around import (
    MODIFIERS,
    formed,
    left,
    listed,
    modifiers,
    owners,
    possessors,
    purposes,
    taking_part,
)
from stemma.extract.rules.grammar import (
    NOUNS,
    after_preposition,
    agents,
    apposed,
    conjuncts,
    direct_object,
    is_passive,
    prepositional,
    subject,
)

_OF_THE_PHRASE = frozenset({"holder", "appos", "said"})


def fill(trigger: Token, place: str) -> list[Token]:
    """The tokens at ``place`` of ``trigger``, heads of their phrases, in order; empty where there are none."""
    if ">" in place:
        first, _, rest = place.partition(">")
        return [t for step in fill(trigger, first) for t in fill(step, rest)]
    found = _at(trigger, place)
    if not found and trigger.dep_ == "compound" and (place.startswith("prep:") or place in _OF_THE_PHRASE):
        head = trigger.head  # "a splinter group of X": what is said of the group
        if head.pos_ == "NOUN" and head.lemma_.casefold() in lexicon.words("groups", "organization_nouns"):
            found = _at(head, place)
    return found


def _at(trigger: Token, place: str) -> list[Token]:
    if place.startswith("prep:"):
        return prepositional(trigger, frozenset(place[5:].split("|")))
    return list(_PLACES[place](trigger))


def _logical_subject(trigger: Token) -> list[Token]:
    if trigger.pos_ not in ("VERB", "AUX"):
        return _noun_subject(trigger)
    return agents(trigger) if is_passive(trigger) else subject(trigger)


def _noun_subject(noun: Token) -> list[Token]:
    """Who does what a noun names: "X's attack", "an attack by X", "X carried out an attack"."""
    if found := agents(noun):
        return found
    if found := [n for c in noun.children if c.dep_ == "poss" for n in conjuncts(c)]:
        return found
    head = noun.head
    if noun.dep_ in ("dobj", "attr", "conj", "nsubjpass", "oprd") and head.pos_ in ("VERB", "AUX"):
        return agents(head) if is_passive(head) else subject(head)
    if noun.dep_ == "pobj" and head.head.pos_ in ("VERB", "AUX") and head.lower_ in ("in", "for", "with", "to", "at"):
        return subject(head.head)
    return []


def _doer(noun: Token) -> list[Token]:
    """Who does what a noun names, where the sentence says that somebody did it: "X launched an attack"."""
    if found := agents(noun):
        return found
    if found := [n for c in noun.children if c.dep_ == "poss" for n in conjuncts(c)]:
        return found
    step = noun
    while step.dep_ == "conj" and step.head.pos_ == "NOUN":
        step = step.head
    head = step.head
    if step.dep_ == "dobj" and head.lemma_ in lexicon.words("verbs", "light"):
        return subject(head)
    if step.dep_ == "nsubjpass" and head.lemma_ in lexicon.words("verbs", "light"):
        return agents(head)
    if step.dep_ == "attr":  # "the group's first action was a bombing"
        return [n for s in subject(head) for c in s.children if c.dep_ == "poss" for n in conjuncts(c)]
    if (
        step.dep_ == "pobj"
        and head.lower_ in ("for", "in", "on")
        and head.head.lemma_ in lexicon.words("verbs", "taking_part")
    ):
        return subject(head.head if head.head.pos_ == "VERB" else head.head.head)
    return []


def _aimed_at(trigger: Token) -> list[Token]:
    """What an attack is said to target, wherever the parser hung it: "an attack …, targeting **X**"."""
    for token in trigger.sent:
        if token.i > trigger.i and token.lower_ == "targeting":
            found = [n for c in token.children if c.dep_ == "dobj" for n in conjuncts(c)]
            inner = [n for t in found for n in after_preposition(t, frozenset({"between", "of"}))]
            return inner or found
    return []


def _logical_object(trigger: Token) -> list[Token]:
    if trigger.pos_ not in ("VERB", "AUX"):
        return prepositional(trigger, frozenset({"on", "against", "of", "upon", "targeting"}))
    return subject(trigger) if is_passive(trigger) else direct_object(trigger)


def _grammatical_subject(trigger: Token) -> list[Token]:
    if trigger.pos_ not in ("VERB", "AUX") and trigger.dep_ in ("acomp", "attr", "oprd", "advmod"):
        return subject(trigger.head)
    return subject(trigger)


def _attributes(trigger: Token) -> Iterator[Token]:
    for child in trigger.children:
        if child.dep_ in ("attr", "acomp", "oprd"):
            yield from conjuncts(child)


_ONE_OF = frozenset(
    {"one", "some", "small", "large", "strong", "old", "first", "last", "several", "many", "most", "part"}
)


def _holders(noun: Token) -> Iterator[Token]:
    """Of whom ``noun`` is said: by "is", "became", "as", or by standing beside."""
    step = noun
    while step.dep_ == "conj" and step.head.pos_ in NOUNS:
        step = step.head
    if step.dep_ == "pobj" and step.head.lower_ in ("of", "among") and step.head.head.lemma_ in _ONE_OF:
        step = step.head.head  # "X is one of the largest groups"
    if step.dep_ in ("attr", "oprd", "conj") and step.head.pos_ in ("AUX", "VERB"):
        yield from subject(step.head)  # "X is a group"; "X was allied with Y and part of Z"
    elif step.dep_ == "appos":
        yield step.head
    elif step.dep_ == "pobj" and step.head.lower_ == "as" and step.head.head.pos_ in ("PROPN", "PRON"):
        yield from conjuncts(step.head.head)  # "with X as its leader"
    elif step.dep_ == "pobj" and step.head.lower_ == "as" and step.head.head.pos_ == "VERB":
        verb = step.head.head
        yield from (subject(verb) if is_passive(verb) or not direct_object(verb) else direct_object(verb))
    for child in noun.children:
        if child.dep_ == "appos" or (child.dep_ == "nsubj" and noun.dep_ == "ccomp"):
            yield from conjuncts(child)  # "X, a group"; "does not consider itself part of Y"


def _prefix(participle: Token) -> list[Token]:
    """What is joined to a participle by a hyphen: "**X**-led"."""
    doc, i = participle.doc, participle.i
    if i > 1 and doc[i - 1].text in "-‐‑–":
        return [doc[i - 2]]
    joined = participle.dep_ == "conj" and participle.head.tag_ == "VBN"  # "X-backed and funded"
    return _prefix(participle.head) if joined else []


def _whole(participle: Token) -> list[Token]:
    """The noun that a hyphenated participle stands before: "the X-led **coalition**"."""
    if participle.head.i > participle.i and participle.head.pos_ in NOUNS:
        return [participle.head]
    following = participle.doc[participle.i + 1 : participle.i + 5]
    nouns = [t for t in following if t.pos_ in ("NOUN", "PROPN") and t.sent == participle.sent]
    return nouns[:1]


def _apposed(noun: Token) -> list[Token]:
    """What stands beside a noun, also beyond what belongs to it: "the leader of the Tigers, **X**"."""
    if found := apposed(noun):
        return found
    belonging = after_preposition(noun, frozenset({"of", "in", "for"}))
    return [n for t in belonging for c in t.children if c.dep_ == "appos" for n in conjuncts(c)]


def _said_of(noun: Token) -> Iterator[Token]:
    """What ``noun`` is said to be or consist in: "its goal is **independence**", "the goal of **freeing** Aceh"."""
    step = noun
    while step.dep_ == "conj" and step.head.pos_ in NOUNS:
        step = step.head
    if step.dep_ == "nsubj" and step.head.tag_ == "VBG":  # "its goal was gaining independence"
        yield step.head
    if step.dep_ in ("nsubj", "nsubjpass") and step.head.pos_ in ("AUX", "VERB"):
        for child in step.head.children:
            if child.dep_ in ("attr", "xcomp", "ccomp", "acomp") and child.i > step.i:
                yield child
                yield from (c for c in child.children if c.dep_ == "conj")
            elif child.dep_ == "prep" and child.lower_ == "as":
                yield from (n for p in child.children if p.dep_ in ("pobj", "pcomp") for n in conjuncts(p))
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ == "of":
            for part in child.children:
                if part.dep_ in ("pobj", "pcomp"):
                    yield part
                    yield from (c for c in part.children if c.dep_ == "conj")
        elif child.dep_ in ("acl", "relcl") and child.tag_ == "VB":
            yield child
            yield from (c for c in child.children if c.dep_ == "conj")


_PLACES: dict[str, Callable[[Token], Iterable[Token]]] = {
    "doer": _doer,
    "aimed": _aimed_at,
    "said": _said_of,
    "subj": _logical_subject,
    "obj": _logical_object,
    "gsubj": _grammatical_subject,
    "attr": _attributes,
    "holder": _holders,
    "poss": possessors,
    "owner": owners,
    "mod": modifiers,
    "purpose": purposes,
    "formed": formed,
    "left": left,
    "listed": listed,
    "taking_part": taking_part,
    "appos": _apposed,
    "head": lambda t: [t.head] if t.dep_ in MODIFIERS | {"acl", "relcl"} and t.head.pos_ in NOUNS else [],
    "prefix": _prefix,
    "whole": _whole,
    "comp": lambda t: [c for c in t.children if c.dep_ in ("xcomp", "ccomp", "pcomp")],
    "self": lambda t: [t],
}

PLACES = frozenset(_PLACES)
"""All places but those of prepositions."""
