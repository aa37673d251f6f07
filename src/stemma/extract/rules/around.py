"""Places a little way off the trigger: what is done for what end, what comes of it, whom its members left.

``places.py`` names them for frames.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from stemma.extract.rules import lexicon
from stemma.extract.rules.grammar import (
    NOUNS,
    after_preposition,
    agents,
    conjuncts,
    direct_object,
    is_passive,
    subject,
)

MODIFIERS = frozenset({"compound", "amod", "nmod", "npadvmod", "nummod"})
_LIFTED = frozenset({"compound", "nmod", "amod"})
_DEEPEST = 8
_WHILE = frozenset({"in", "during", "throughout"})


def phrase_head(noun: Token) -> Token:
    """The noun whose phrase ``noun`` only modifies: "Smith" of "leader" in "rebel leader Smith"; else itself."""
    if noun.dep_ in _LIFTED and noun.head.pos_ in NOUNS and noun.head.i > noun.i:
        return noun.head
    return noun


def modifiers(noun: Token) -> Iterator[Token]:
    """What stands before ``noun``, joined ones each: "Christian, nationalist and socialist group"; "X leader Smith"."""
    head = phrase_head(noun)
    for holder in [noun] if head is noun else [noun, head]:
        for child in holder.children:
            if child.dep_ in MODIFIERS and child.i < noun.i:
                yield from (t for t in conjuncts(child) if t.i != noun.i)
    if noun.pos_ in NOUNS:
        yield from (c for c in noun.children if c.dep_ in MODIFIERS and c.i > noun.i)


def possessors(noun: Token) -> list[Token]:
    """Whose ``noun`` is: "**X**'s leader", "**its** leader Smith"."""
    head = phrase_head(noun)
    holders = [noun] if head is noun else [noun, head]
    found = [
        n
        for h in holders
        for c in h.children
        if c.dep_ == "poss" and c.i < noun.i
        for n in conjuncts(c)
        if n.i < noun.i
    ]
    if found and found[0].lower_ == "whose":  # "X, **whose** leader": whom the clause is about
        verb = noun
        for _ in range(_DEEPEST):
            if verb.dep_ == "relcl":
                return [verb.head]
            verb = verb.head
    return found


def owners(noun: Token) -> list[Token]:
    """Whose ``noun`` is, where a name says so: "**X**'s Northern Command", but not "its Northern Command"."""
    return [t for t in possessors(noun) if t.pos_ == "PROPN"]


def purposes(trigger: Token) -> Iterator[Token]:
    """The verbs of what something is done for: "was formed **to** free Aceh", "in order to", "in an attempt to"."""
    spots = [trigger]
    if trigger.pos_ in ("VERB", "AUX"):
        spots += [c for c in trigger.children if c.dep_ in ("dobj", "oprd") and c.i > trigger.i]
        spots += [
            n
            for c in trigger.children
            if c.dep_ == "prep" and c.lower_ in ("in", "with", "as")
            for n in c.children
            if n.dep_ == "pobj" and n.lemma_.casefold() in lexicon.words("verbs", "attempts")
        ]
    for spot in spots:
        for child in spot.children:
            infinitive = child.tag_ == "VB" and any(c.lower_ == "to" and c.dep_ == "aux" for c in child.children)
            if infinitive and child.i > trigger.i and child.dep_ in ("advcl", "xcomp", "acl", "relcl", "ccomp"):
                yield child
                yield from (c for c in child.children if c.dep_ == "conj" and c.tag_ == "VB")


def formed(trigger: Token) -> Iterator[Token]:
    """What comes of a joining: "merged with Y **to form Z**", "united and founded Z", "merged, forming Z"."""
    for verb in trigger.children:
        if (
            verb.dep_ in ("advcl", "xcomp", "conj", "acl", "ccomp")
            and verb.i > trigger.i
            and verb.lemma_.casefold() in lexicon.words("verbs", "forming")
        ):
            yield from direct_object(verb) or [n for c in verb.children if c.dep_ == "attr" for n in conjuncts(c)]


def left(trigger: Token) -> list[Token]:
    """Whom those left who did it: "left **Y** to form Z", "broke away from **Y** and founded Z"."""
    verbs = [trigger.head] if trigger.dep_ in ("conj", "advcl", "xcomp") else []
    verbs += [c for c in trigger.children if c.dep_ in ("advcl", "conj")]
    for verb in verbs:
        if verb.lemma_.casefold() not in lexicon.words("verbs", "leaving"):
            continue
        found = after_preposition(verb, frozenset({"from", "with"})) or direct_object(verb)
        if not found:
            found = [n for c in verb.children if c.dep_ in ("prep", "prt", "advmod", "dobj")
                     for n in after_preposition(c, frozenset({"from", "with"}))]  # fmt: skip
        if found:
            return found
    return []


def listed(noun: Token) -> Iterator[Token]:
    """Who is named of a plural: "members such as **X**", "fighters, including **Y**", "leaders like **Z**"."""
    spots = [noun, *after_preposition(noun, frozenset({"of", "in"}))]  # "members of Y such as X"
    for child in (c for spot in spots for c in spot.children):
        if child.dep_ == "prep" and child.i > noun.i and child.lower_ in ("including", "like", "as", "namely"):
            yield from (n for p in child.children if p.dep_ == "pobj" for n in conjuncts(p))


def taking_part(conflict: Token) -> list[Token]:
    """Who does something in a conflict: "During the war **X** held the hills", "fought **Y** in the war"."""
    step = conflict
    while step.dep_ == "conj" and step.head.pos_ in NOUNS:
        step = step.head
    if step.dep_ != "pobj" or step.head.lower_ not in _WHILE:
        return []
    verb = step.head.head
    for _ in range(_DEEPEST):
        if (
            verb.pos_ in ("VERB", "AUX")
            or verb.head == verb
            or verb.dep_ not in ("prep", "pobj", "attr", "dobj", "acomp")
        ):
            break
        verb = verb.head
    if verb.pos_ not in ("VERB", "AUX"):
        return []
    return [*subject(verb), *(agents(verb) if is_passive(verb) else direct_object(verb))]
