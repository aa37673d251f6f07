"""Events assembled: drafts that tell of one happening become one, background is left out, consequences are linked."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from stemma.extract.rules import lexicon
from stemma.extract.rules.draft import CountDraft, EventDraft

_VIOLENT = frozenset({"clash", "strike", "bombing", "attack_on_civilians"})
_ANNOUNCING = frozenset({"announce", "declare", "claim", "say", "state"})
_PRECEDENCE = ("arrest", "bombing", "strike", "attack_on_civilians", "clash")


def assemble(drafts: Sequence[EventDraft]) -> list[EventDraft]:
    """The events that ``drafts``, in the order of the text, tell of."""
    events: list[EventDraft] = []
    for draft in drafts:
        home = next((e for e in reversed(events[-6:]) if _same(e, draft)), None)
        if home is not None:
            _take_in(home, draft)
        else:
            events.append(draft)
    kept = [e for e in events if _placed(e) and not _only_announces(e, events)]
    for before, event in pairwise(kept):
        if event.follows and before.passage == event.passage:
            event.cause = before
    return kept


def _same(event: EventDraft, draft: EventDraft) -> bool:
    """Whether two drafts tell of one happening: of one kind, at one time, with somebody in common, close together."""
    if event.passage != draft.passage or not _one_kind(event, draft):
        return False
    if event.sentence == draft.sentence:
        if event.date and draft.date and event.date != draft.date:
            return False
        return not (
            event.place
            and draft.place
            and event.place is not draft.place
            and event.type == draft.type
            and not _shares(event, draft)
        )
    if draft.sentence - event.sentence == 1 and _counts_for(event, draft):
        return True
    return bool(draft.sentence - event.sentence <= 2 and not draft.dated_here and _refers_back(draft))


def _one_kind(one: EventDraft, two: EventDraft) -> bool:
    types = {one.type, two.type}
    if len(types) == 1 or types <= _VIOLENT:
        return True
    raid = any(e.trigger is not None and e.trigger.lemma_ in ("raid", "storm") for e in (one, two))
    return types == {"clash", "arrest"} and raid and one.sentence == two.sentence  # arrests made in a raid


def _shares(event: EventDraft, draft: EventDraft) -> bool:
    return not event.parties or not draft.parties or any(event.has(r) for r, _ in draft.parties)


def _counts_for(event: EventDraft, draft: EventDraft) -> bool:
    """Whether the draft only counts the dead of the event told before it: "It claimed that it had killed 40"."""
    return (
        not draft.dated_here
        and bool(draft.counts)
        and not event.counts
        and _is_killing(draft)
        and event.type in _VIOLENT
        and (not draft.parties or any(event.has(r) for r, _ in draft.parties))
    )


def _is_killing(draft: EventDraft) -> bool:
    return draft.trigger is not None and draft.trigger.lemma_ in ("kill", "wound", "injure")


def _refers_back(draft: EventDraft) -> bool:
    """Whether the draft's trigger is "the attack", "the incident": more of what was told before."""
    trigger = draft.trigger
    if trigger is None or trigger.pos_ != "NOUN":
        return False
    return trigger.lemma_.casefold() in lexicon.words("events", "anaphors") and any(
        c.lower_ in ("the", "this", "these") for c in trigger.children if c.dep_ == "det"
    )


def _take_in(event: EventDraft, draft: EventDraft) -> None:
    if event.type != draft.type:
        event.type = next(t for t in _PRECEDENCE if t in (event.type, draft.type))
    event.spans += draft.spans
    event.date = event.date or draft.date
    event.dated_here = event.dated_here or draft.dated_here
    event.place = event.place or draft.place
    counts_only = _is_killing(draft) and any(role == "target" for _, role in event.parties)
    for referent, role in draft.parties:
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
    if event.type != "statement" or event.trigger is None or event.trigger.lemma_ not in _ANNOUNCING:
        return False
    return any(
        other is not event
        and other.trigger is not None
        and other.passage == event.passage
        and other.sentence == event.sentence
        and event.trigger.is_ancestor(other.trigger)
        for other in events
    )


def _placed(event: EventDraft) -> bool:
    """Whether the document places it: a date, or a place; and somebody takes part."""
    if not event.parties and event.type != "protest":
        return False
    return event.date is not None or event.place is not None
