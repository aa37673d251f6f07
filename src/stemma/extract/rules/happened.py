"""Whether a word tells of something done: not of a habit, a wish, a plan, or of something that only dates another."""

from __future__ import annotations

from spacy.tokens import Token

from stemma.extract.rules import lexicon
from stemma.extract.rules.parse import Parsed

_CLIMB = 4
"""How many steps up the sentence the auxiliaries of a trigger are looked for."""


def happened(trigger: Token) -> bool:
    """Whether the trigger is told as done: not as habit, wish, plan or purpose."""
    step = trigger
    for _ in range(_CLIMB):
        if step.pos_ in ("VERB", "AUX"):
            beside = {c.lower_ for c in step.children if c.dep_ in ("aux", "advmod", "neg")}
            if beside & lexicon.words("events", "habitual"):
                return False
            if beside & lexicon.words("events", "unreal") and not _came_later(beside):
                return False
            perfect = any(c.lemma_ == "have" and c.dep_ == "aux" for c in step.children)
            if beside & lexicon.words("saying", "maybe") and not perfect:
                return False  # "could strike anywhere"; "may have killed" is a suspicion, and told as one
            infinitive = not perfect and any(c.lower_ == "to" and c.dep_ == "aux" for c in step.children)
            if infinitive and step.head.lemma_ not in lexicon.words("events", "implicative"):
                return False
            if step.dep_ == "ROOT" or (step.tag_ in ("VBD", "VBN", "VBZ", "VBP") and step.dep_ not in ("acl", "amod")):
                return True
        if step.head == step:
            return True
        step = step.head
    return True


def _came_later(beside: set[str]) -> bool:
    """ "Would later join": the past told ahead."""
    return "would" in beside and bool(beside & {"later", "eventually", "subsequently", "soon", "ultimately"})


def only_refers(trigger: Token, parsed: Parsed) -> bool:
    """Whether a noun only refers to a happening, and gives no date of its own.

    It dates another by it ("after the attack"), says what somebody was tried for
    ("convicted of murder"), or says what kind a thing is ("**bomb** disposal experts").
    """
    if trigger.pos_ != "NOUN":
        return False
    if _says_what_kind(trigger):
        return True
    if not (dates_another(trigger) or _is_a_charge(trigger)):
        return False
    return not any(t.i in parsed.dates or t.i in parsed.named_dates for t in trigger.subtree)


def _is_a_charge(trigger: Token) -> bool:
    """Whether a noun names what somebody is tried for: "convicted of **murder**"."""
    first = trigger
    while first.dep_ in ("conj", "compound", "appos") and first.head.pos_ == "NOUN":
        first = first.head
    return (
        first.dep_ == "pobj"
        and first.head.lower_ in ("of", "for", "with", "over", "in", "to")
        and (first.head.head.lemma_.casefold() in lexicon.words("events", "of_the_law"))
    )


def _says_what_kind(trigger: Token) -> bool:
    """Whether a noun stands before another that is no happening: "**riot** police", "a **bomb** plot"."""
    return (
        trigger.dep_ in ("compound", "nmod", "amod")
        and trigger.head.pos_ == "NOUN"
        and trigger.head.lemma_.casefold() in lexicon.words("events", "things_of_a_kind")
    )


def dates_another(trigger: Token) -> bool:
    """Whether a noun stands where it dates something else: "**after** the attack of 2018"."""
    if trigger.pos_ != "NOUN" or trigger.dep_ != "pobj":
        return False
    return trigger.head.lower_ in lexicon.words("events", "temporal")
