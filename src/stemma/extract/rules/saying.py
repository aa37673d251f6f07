"""Modality, polarity and speaker of what a word of a sentence says."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

from spacy.tokens import Token

from stemma.extract.rules import lexicon
from stemma.extract.rules.grammar import conjuncts, is_passive, subject
from stemma.extract.rules.parse import Parsed
from stemma.extract.rules.who import Who
from stemma.model.claim import STATED, Modality, Saying

_UP = frozenset(
    {
        "ccomp",
        "xcomp",
        "pcomp",
        "acl",
        "advcl",
        "dobj",
        "pobj",
        "prep",
        "conj",
        "attr",
        "acomp",
        "oprd",
        "relcl",
        "nsubj",
        "nsubjpass",
        "agent",
        "amod",
        "compound",
        "appos",
        "poss",
        "dep",
        "parataxis",
    }
)
_COMPLEMENT = frozenset({"ccomp", "xcomp", "dobj", "parataxis", "pcomp", "acl", "oprd", "prep", "pobj", "conj"})
_OTHER_CLAUSE = frozenset({"relcl", "acl", "advcl", "nsubj", "nsubjpass"})
_HIGHEST = 10
_NEGATED_THROUGH = frozenset({"xcomp", "attr", "acomp", "dobj", "prep", "pobj", "pcomp", "oprd", "conj", "ccomp"})
_LIGHT: dict[Modality, int] = {"stated": 0, "reported": 1, "claimed": 2, "alleged": 3}


@cache
def _table(key: str) -> dict[str, Modality]:
    return {word: modality for modality, words in lexicon.load("saying")[key].items() for word in words}


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(lexicon.load("saying")[key])


@dataclass(slots=True)
class _Found:
    modality: Modality = "stated"
    negative: bool = False
    speakers: list[str] = field(default_factory=list)  # innermost first


def saying(trigger: Token, parsed: Parsed, who: Who) -> Saying:
    """How ``trigger``'s clause is said: climbing from it to the root, each governor has its say.

    The innermost speaker is the one named; the outer ones, who pass it on, are the chain.
    """
    found = _Found()
    _hedges(trigger, found)
    step, below = trigger, trigger
    for _ in range(_HIGHEST):
        found.negative ^= _is_negated(step, below) if step == trigger or _same_clause(step, trigger) else False
        head, dep = step.head, step.dep_
        if head == step or dep not in _UP:
            break
        if dep in _COMPLEMENT and not _is_conjoined_verb(step):
            _governor(head, dep, found, parsed, who)
        if dep in ("relcl", "appos") and head.pos_ in ("NOUN", "PROPN"):
            break
        if head.pos_ in ("VERB", "AUX") and not _is_conjoined_verb(step) and step.dep_ not in _OTHER_CLAUSE:
            _hedges(head, found)
        step, below = head, step
    _according(trigger, found, parsed, who)
    speakers = found.speakers
    if found.modality == "stated" and not found.negative and not speakers:
        return STATED
    return Saying(
        modality=found.modality,
        polarity="negative" if found.negative else "positive",
        speaker=speakers[0] if speakers else None,
        chain=tuple(reversed(speakers[1:])),
    )


def _same_clause(step: Token, trigger: Token) -> bool:
    """Whether a negation of ``step`` also denies ``trigger``, which it governs.

    It does through infinitives and objects ("did not want to join"), and through
    clauses under verbs of holding true ("does not consider itself part of").
    """
    for token in _path(trigger, step):
        if token.dep_ not in _NEGATED_THROUGH or (token.dep_ == "conj" and token.pos_ in ("VERB", "AUX")):
            return False
        if token.dep_ == "ccomp" and token.head.lemma_ not in _words("holding"):
            return False
    return True


def _path(low: Token, high: Token) -> list[Token]:
    path, step = [], low
    while step != high and step.head != step:
        path.append(step)
        step = step.head
    return path


def _is_negated(token: Token, below: Token) -> bool:
    """Whether a word is denied; a "no" of the object ``below``, from which we come, has been counted there."""
    negators = _words("negators")
    if token.pos_ in ("VERB", "AUX") and any(
        t.lower_ in ("nor", "neither") for t in token.doc[max(token.sent.start, token.i - 4) : token.i]
    ):
        return True
    direct = any(c.dep_ in ("neg", "preconj", "det", "cc") and c.lower_ in negators for c in token.children)
    return direct or any(
        c.dep_ in ("dobj", "attr")
        and c != below
        and any(d.dep_ in ("det", "neg") and d.lower_ in ("no", "neither") for d in c.children)
        for c in token.children
        if token.pos_ in ("VERB", "AUX")
    )


def _is_conjoined_verb(step: Token) -> bool:
    return step.dep_ == "conj" and step.pos_ in ("VERB", "AUX")


def _hedges(trigger: Token, found: _Found) -> None:
    adverbs = _table("adverbs")
    spots = [trigger]
    if trigger.pos_ not in ("VERB", "AUX") and trigger.dep_ in (
        "xcomp",
        "attr",
        "acomp",
        "dobj",
        "amod",
        "conj",
        "advcl",
        "prep",
        "pobj",
    ):
        spots.append(trigger.head)
    for spot in spots:
        for child in spot.children:
            if child.lower_ in adverbs:
                _raise(found, adverbs[child.lower_])
            elif child.dep_ == "aux" and child.lower_ in _words("maybe") and spot == trigger:
                _raise(found, "alleged")


def _raise(found: _Found, modality: Modality) -> None:
    if _LIGHT[modality] > _LIGHT[found.modality] and not found.speakers:
        found.modality = modality


def _governor(head: Token, dep: str, found: _Found, parsed: Parsed, who: Who) -> None:
    lemma = head.lemma_.casefold()
    if head.pos_ == "NOUN":
        if lemma in _table("nouns") and dep in ("acl", "prep", "ccomp"):
            _raise(found, _table("nouns")[lemma])
        return
    if head.pos_ not in ("VERB", "AUX") or dep not in (
        "ccomp",
        "xcomp",
        "parataxis",
        "prep",
        "pcomp",
        "oprd",
        "dobj",
    ):
        return
    if dep == "dobj" and lemma not in _words("denials"):
        return
    if dep in ("prep", "pcomp") and lemma not in _words("of_a_deed"):
        return
    passive = is_passive(head)
    table = _table("passives" if passive else "verbs")
    modality = table.get(lemma)
    if lemma in _words("denials") and not _is_negated(head, head):
        found.negative = not found.negative
    if modality is None:
        return
    speaker = _speaker(head, passive, parsed, who)
    if speaker is None:
        _raise(found, modality)
        return
    if modality == "claimed" and is_observer(speaker):
        modality = "reported"
    if not found.speakers:
        found.modality = (
            modality if _LIGHT[modality] > _LIGHT[found.modality] or found.modality == "reported" else found.modality
        )
    if speaker not in found.speakers:
        found.speakers.append(speaker)


def is_observer(name: str) -> bool:
    """Whether a speaker passes on what others do: a newspaper, an analyst, "sources"."""
    folded = name.casefold()
    return folded in lexicon.words("saying", "observer_names") or any(
        w.strip(".,'’") in _words("observers") for w in folded.split()
    )


def _speaker(verb: Token, passive: bool, parsed: Parsed, who: Who) -> str | None:
    """The name of who says, or the words for an unnamed source ("sources linked with HTS")."""
    if passive:
        nouns = [
            n for c in verb.children if c.dep_ == "agent" for p in c.children if p.dep_ == "pobj" for n in conjuncts(p)
        ]
    else:
        nouns = subject(verb)
    for noun in nouns[:1]:
        for party in who.parties(noun):
            return party.referent.name
        if noun.pos_ in ("NOUN", "PROPN") and noun.lemma_.casefold() in _words("observers"):
            return parsed.words(_core(noun))
    return None


def _core(noun: Token) -> list[Token]:
    """A noun with what stands before and after it, without articles and relative clauses."""
    kept = [
        t
        for t in noun.subtree
        if not any(
            a.dep_ in ("relcl", "appos", "punct") for a in (t, *t.ancestors) if a.i != noun.i and noun.is_ancestor(a)
        )
    ]
    while kept and kept[0].pos_ == "DET":
        kept = kept[1:]
    return kept or [noun]


def _according(trigger: Token, found: _Found, parsed: Parsed, who: Who) -> None:
    """ "According to X": reported by X, unless somebody nearer says it; then X passes it on."""
    for token in trigger.sent:
        if token.lower_ != "according" or token.i + 1 >= len(token.doc):
            continue
        nouns = [p for t in token.subtree for p in t.children if t.lower_ == "to" and p.dep_ == "pobj"]
        for noun in nouns[:1]:
            names = [p.referent.name for p in who.parties(noun)] or [parsed.words(_core(noun))]
            if found.modality == "stated":
                found.modality = "reported"
            if names[0] not in found.speakers:
                found.speakers.append(names[0])
