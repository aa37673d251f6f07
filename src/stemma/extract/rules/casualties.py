"""Counts of persons hurt: how many, of whom, and who says so."""

from __future__ import annotations

from itertools import pairwise

from spacy.tokens import Token

from stemma.extract.rules import lexicon
from stemma.extract.rules.draft import CountDraft
from stemma.extract.rules.grammar import is_passive, prepositional, subject
from stemma.extract.rules.match import Match
from stemma.extract.rules.parse import Parsed
from stemma.extract.rules.quantities import number_of
from stemma.extract.rules.saying import saying
from stemma.extract.rules.who import Who

_VIOLENT = frozenset({"clash", "strike", "bombing", "attack_on_civilians", "territory_change", "protest", "arrest"})


def counts_of(trigger: Token, match: Match, parsed: Parsed, who: Who) -> list[CountDraft]:
    """The counts that the clause of ``trigger`` gives, each with its status and who claims it."""
    if match.frame.event not in _VIOLENT:
        return []
    found: list[CountDraft] = []
    for token in trigger.sent:
        if not _reaches(trigger, token):
            continue
        figure = _figure(token)
        if figure is not None and figure != "captured":
            found += _of_verb(token, figure, parsed, who)
        elif token.lemma_.casefold() in lexicon.words("verbs", "dead") and token.pos_ in ("ADJ", "NOUN"):
            found += _of_dead(token, parsed, who)
    for before, count in pairwise(found):
        if not any(c.isalpha() for c in count.who):  # "killing 40 soldiers and wounding 12"
            count.who = before.who
    return found


def _reaches(trigger: Token, token: Token) -> bool:
    """Whether ``token``'s clause belongs to ``trigger``'s: itself, below it, or joined to it."""
    if token.i == trigger.i or trigger.is_ancestor(token):
        return True
    verb = trigger
    while verb.pos_ not in ("VERB", "AUX") and verb.head != verb:
        verb = verb.head
    return (
        verb.is_ancestor(token)
        or token.i == verb.i
        or (verb.dep_ in ("ccomp", "advcl", "conj") and verb.head.is_ancestor(token))
        or (verb.dep_ in ("ccomp", "advcl") and token.i == verb.head.i)
    )


def _figure(token: Token) -> str | None:
    """What a verb counts: "killed", "wounded" or "captured"; None for other words."""
    if token.pos_ in ("VERB", "AUX"):
        for figure in ("killed", "wounded", "captured"):
            if token.lemma_.casefold() in lexicon.words("verbs", figure):
                return figure
    return None


def _of_verb(verb: Token, figure: str, parsed: Parsed, who: Who) -> list[CountDraft]:
    passive = is_passive(verb) or verb.lemma_ == "die"
    victims = subject(verb) if passive else [c for c in verb.children if c.dep_ == "dobj"]
    for victim in victims:
        if victim.lemma_ in ("total", "number") and (inner := prepositional(victim, frozenset({"of"}))):
            victim = inner[0]
        number = number_of(victim, parsed)
        names = [p.referent for p in who.parties(victim)]
        persons = [r for r in names if r.kind == "person"]
        if number is None and persons and len(persons) == len(names):
            number = str(len(persons))
        if number is None or (not number[0].isdigit() and " " in number):
            continue
        label = " and ".join(r.name for r in names) or _label(victim, parsed)
        return [_count(verb, {figure: number}, label, parsed, who)]
    return []


def _of_dead(token: Token, parsed: Parsed, who: Who) -> list[CountDraft]:
    """ "30 dead", "left 30 people dead", "the deaths of 12 soldiers"."""
    of = [p for c in token.children if c.lower_ == "of" for p in c.children if p.dep_ == "pobj"]
    spots = of or [token]
    if token.pos_ == "ADJ":
        spots = [
            *(c for c in token.children if c.like_num),
            *(c for c in token.head.children if c.dep_ in ("dobj", "nsubj") and c.i < token.i),
            token,
        ]
    for spot in spots:
        number = number_of(spot, parsed)
        if number is not None and number[0].isdigit():
            label = " and ".join(p.referent.name for p in who.parties(spot)) or _label(spot, parsed)
            return [_count(token, {"killed": number}, label, parsed, who)]
    return []


def _label(noun: Token, parsed: Parsed) -> str:
    """The noun with its adjectives, without its number: "Syrian soldiers" of "40 Syrian soldiers"."""
    kept = [noun]
    for token in sorted((t for t in noun.children if t.i < noun.i), key=lambda t: -t.i):
        if token.dep_ not in ("amod", "compound", "nmod") or token.i != kept[0].i - 1:
            break
        kept.insert(0, token)
    return parsed.words(kept)


def _count(token: Token, figures: dict[str, str], label: str, parsed: Parsed, who: Who) -> CountDraft:
    said = saying(token, parsed, who)
    status = "claimed" if said.modality == "claimed" else "reported"
    head = token.head
    if token.dep_ in ("xcomp", "oprd", "ccomp") and head.lemma_ in ("confirm", "verify", "document"):
        status = "confirmed"
    if token.dep_ == "nsubjpass" and head.lemma_ in ("confirm", "verify", "document"):  # "16 deaths were confirmed"
        status = "confirmed"
    if any(c.lower_ in ("confirmed", "verified") and c.dep_ in ("advmod", "amod", "acomp") for c in token.children):
        status = "confirmed"
    start, end = parsed.extent([token])
    return CountDraft(
        label, figures, status, said.speaker if status == "claimed" else None, parsed.passage.span(start, end)
    )
