"""When: which of a sentence's dates belongs to a word of it, and what EDTF the two make."""

from __future__ import annotations

from spacy.tokens import Span as Sentence
from spacy.tokens import Token

from stemma.extract.rules.dates import DateMention, StoryTime
from stemma.extract.rules.parse import Parsed
from stemma.model.dates import interval

_CLAUSES = frozenset({"relcl", "acl", "ccomp", "advcl", "appos", "parataxis"})
_FAR = 99


def clause_date(trigger: Token, parsed: Parsed) -> DateMention | None:
    """The date that ``trigger``'s clause gives, None if it gives none.

    A date inside the clause is nearer than one that stands before the whole
    sentence ("In May 2018, …").
    """
    best: DateMention | None = None
    best_distance = _FAR
    for index, token in _dates_of(trigger, parsed):
        mention = parsed.dates.get(index)
        if mention is None or mention.value is None:
            continue
        distance = _distance(trigger, token)
        if mention.kind != "absolute":
            distance += 2
        if distance < best_distance:
            best, best_distance = mention, distance
    return best


def clause_dates(trigger: Token, parsed: Parsed) -> list[DateMention]:
    """The dates that ``trigger``'s clause gives: one, or all of a list ("in 1989, 1996 and 2006"); none if none."""
    first = clause_date(trigger, parsed)
    if first is None:
        described = _described_date(trigger, parsed)
        return [] if described is None else [described]
    listed = [first]
    spots = [i for i, mention in sorted(parsed.dates.items()) if mention is first]
    for i, mention in sorted(parsed.dates.items()):
        if not spots or i <= spots[-1] or mention.value is None or mention.kind == "relative":
            continue
        between = parsed.doc[spots[-1] + 1 : i]
        if len(between) > 3 or any(t.lower_ not in (",", "and", "in", "on", "&", "again") for t in between):
            break
        spots.append(i)
        listed.append(mention)
    return listed


def _described_date(trigger: Token, parsed: Parsed) -> DateMention | None:
    """The date that a description gives: "the **1982** invasion of Lebanon", "fought in the **2006** Lebanon War"."""
    if trigger.pos_ == "NOUN":
        return next((parsed.named_dates[c.i] for c in trigger.children if c.i in parsed.named_dates), None)
    for child in trigger.children:
        if child.dep_ == "prep" and child.lower_ in ("in", "during"):
            for noun in child.children:
                mention = parsed.mentions.get(noun.i)
                if mention is not None and mention.referent.kind == "conflict":
                    text = parsed.passage.text[mention.start : mention.end]
                    if found := [d for d in StoryTime().read(text) if d.value and d.kind == "absolute"]:
                        return found[0]
                if described := next(
                    (parsed.named_dates[t.i] for t in noun.children if t.i in parsed.named_dates), None
                ):
                    return described
    return None


def _dates_of(trigger: Token, parsed: Parsed) -> list[tuple[int, Token]]:
    sentence = trigger.sent
    return [(t.i, t) for t in sentence if t.i in parsed.dates]


def _distance(trigger: Token, date: Token) -> int:
    """Steps from ``date`` up to a word it shares with ``trigger``, and down from it; far if another clause holds it."""
    if _joined_predicate(trigger, date):
        return _FAR  # "allied with X and part of Y until May": the date goes with what stands next to it
    steps, token = 0, date
    while token.i != trigger.i and not token.is_ancestor(trigger):
        if token.dep_ in _CLAUSES and token.pos_ in ("VERB", "AUX") and not _holds(token, trigger):
            return _FAR
        if token.head == token:
            return _FAR
        token = token.head
        steps += 1
    down, step = 0, trigger
    while step.i != token.i:
        if step.dep_ in ("relcl", "acl") and date.i < step.left_edge.i and step.pos_ in ("VERB", "AUX") and down == 0:
            down += 4  # the date was given before the clause began: it dates the main clause
        elif step.dep_ == "conj" and step.pos_ in ("VERB", "AUX") and date.i > step.i:
            down += 3
        step = step.head
        down += 1
        if down > 14:
            return _FAR
    return 2 * steps + down if steps < 6 else _FAR


def _joined_predicate(trigger: Token, date: Token) -> bool:
    """Whether another predicate is joined to ``trigger`` between it and ``date``."""
    return any(
        c.dep_ == "conj" and trigger.i < c.i < date.i and (c.pos_ == "VERB" or c.lower_ in ("part", "member", "active"))
        for c in trigger.children
    )


def _holds(token: Token, trigger: Token) -> bool:
    return token.i == trigger.i or token.is_ancestor(trigger)


def edtf(mention: DateMention | None, use: str = "at") -> str | None:
    """The EDTF text of a claim that is dated by ``mention``, its relation ("since", "until") taken in.

    ``use`` is what the wording makes of a plain date: "at" leaves it, "start"
    lets something begin then ("joined"), "end" lets it end ("left").
    """
    if mention is None or mention.value is None or use == "none":
        return None
    value = mention.value
    if "/" in value:
        return value
    relation = mention.relation
    if relation == "since" or (relation in ("at", "during") and use == "start"):
        return interval(value, None)
    if relation in ("until", "before") or use == "end":
        return interval(None, value)
    if relation == "after":
        return interval(value, None)
    return value


def story_date(sentence: Sentence, parsed: Parsed) -> str | None:
    """The date that a sentence brings the story to: the first it gives in its own right, None if it gives none."""
    for token in sentence:
        mention = parsed.dates.get(token.i)
        if mention is not None and mention.value and mention.relation in ("at", "during") and "/" not in mention.value:
            return mention.value
    return None
