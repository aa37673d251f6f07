"""Events assembled: drafts that tell of one happening become one, background is left out, consequences are linked."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from spacy.tokens import Token

from stemma.extract.rules import lexicon
from stemma.extract.rules.draft import CountDraft, EventDraft
from stemma.extract.rules.same_event import is_harm, same, told_again

_REMEMBERED = 60
"""How many events of a year are asked whether they are told again."""
_NEAR = 6
"""How many events back a sentence may tell more of."""
_PRECEDENCE = ("arrest", "bombing", "strike", "attack_on_civilians", "clash")


def assemble(drafts: Sequence[EventDraft]) -> list[EventDraft]:
    """The events that ``drafts``, in the order of the text, tell of."""
    events: list[EventDraft] = []
    of_year: dict[str, list[EventDraft]] = {}
    for draft in _one_each(drafts):
        home = next((e for e in reversed(events[-_NEAR:]) if same(e, draft)), None)
        year = (draft.date or "")[:4]
        home = home or next((e for e in of_year.get(year, [])[-_REMEMBERED:] if told_again(e, draft)), None)
        if home is not None:
            _take_in(home, draft)
        else:
            events.append(draft)
            of_year.setdefault(year, []).append(draft)
    _let_go(events)
    is_story = any(e.dated_here for e in events)
    kept = [e for e in events if _placed(e, is_story) and not _only_announces(e, events)]
    for before, event in pairwise(kept):
        if event.follows and before.passage == event.passage:
            event.cause = before
    return kept


def _let_go(events: Sequence[EventDraft]) -> None:
    """Whom a group had abducted and lets go is not released from arrest."""
    abducted: set[int] = set()
    for event in events:
        victims = {id(r) for r, role in event.parties if role == "target" and r.kind == "person"}
        if event.type == "attack_on_civilians":
            abducted |= victims
        elif event.type == "arrest" and victims & abducted and _lemma(event) in lexicon.words("events", "releasing"):
            event.type = "other"


def _lemma(event: EventDraft) -> str:
    return event.trigger.lemma_.casefold() if event.trigger is not None else ""


def _one_each(drafts: Sequence[EventDraft]) -> list[EventDraft]:
    """The drafts without those that a word beside them tells better.

    A word that tells of two kinds of happening tells of the surer one; "launched an attack" is the attack.
    """
    kept: list[EventDraft] = []
    for draft in drafts:
        trigger = draft.trigger
        if trigger is None:
            kept.append(draft)
            continue
        rivals = [e for e in kept[-_NEAR:] if e.passage == draft.passage and e.trigger is not None]
        own = next((e for e in rivals if e.trigger == trigger and e.type != draft.type), None)
        if own is not None:
            if (draft.type == "territory_change" and own.type == "clash") or draft.confidence > own.confidence:
                kept[kept.index(own)] = draft
            continue
        light = next((e for e in rivals if e.type != draft.type and _is_light(e, draft)), None)
        if light is not None:
            for referent, role in light.parties:
                if not any(known == role for _, known in draft.parties):
                    draft.add(referent, role)
            draft.date, draft.dated_here = draft.date or light.date, draft.dated_here or light.dated_here
            draft.place = draft.place or light.place
            kept[kept.index(light)] = draft
            continue
        kept.append(draft)
    return kept


def _is_light(one: EventDraft, two: EventDraft) -> bool:
    """Whether ``one``'s verb only says that what its object ``two`` names was done."""
    verb, noun = one.trigger, two.trigger
    return (
        verb is not None
        and noun is not None
        and noun.head == verb
        and noun.dep_ in ("dobj", "nsubjpass")
        and verb.lemma_ in lexicon.words("verbs", "light")
    )


def _take_in(event: EventDraft, draft: EventDraft) -> None:
    if event.type != draft.type:
        event.type = next(t for t in _PRECEDENCE if t in (event.type, draft.type))
    event.spans += draft.spans
    event.date = event.date or draft.date
    event.dated_here = event.dated_here or draft.dated_here
    event.place = event.place or draft.place
    if event.by_default and draft.parties and not draft.by_default:
        event.parties, event.by_default = [], False
    counts_only = is_harm(draft) and any(role == "target" for _, role in event.parties)
    for referent, role in () if draft.by_default else draft.parties:
        if not event.has(referent) and not (
            counts_only and role == "target"
        ):  # "… attacked the army, killing soldiers"
            event.add(referent, role)
    for count in draft.counts:
        if not any(_same_count(count, known) for known in event.counts):
            event.counts.append(count)
    event.confidence = max(event.confidence, draft.confidence)


def _same_count(one: CountDraft, two: CountDraft) -> bool:
    return one.figures == two.figures and one.status == two.status


def _only_announces(event: EventDraft, events: Sequence[EventDraft]) -> bool:
    """Whether a statement is but the frame of another event: "the group announced that it had taken X"."""
    if (
        event.type != "statement"
        or event.trigger is None
        or event.trigger.lemma_ not in lexicon.words("events", "announcing")
    ):
        return False
    return any(
        other is not event
        and other.trigger is not None
        and other.passage == event.passage
        and other.sentence == event.sentence
        and event.trigger.is_ancestor(other.trigger)
        and _is_what_is_said(other.trigger, event.trigger)
        for other in events
    )


def _is_what_is_said(told: Token, verb: Token) -> bool:
    """Whether ``told`` stands in what ``verb`` says, not beside it: "after rebels had seized X, Y declared war"."""
    step = told
    while step.head != verb and step.head != step:
        step = step.head
    return step.dep_ not in ("advcl", "nsubj", "nsubjpass", "prep", "conj", "npadvmod", "agent")


def _placed(event: EventDraft, is_story: bool) -> bool:
    """Whether the document places it: a date, a place, or what one did to another in a story that gives dates."""
    if not event.parties and event.type != "protest":
        return False
    return event.date is not None or event.place is not None or event.in_story or (is_story and len(event.parties) > 1)
