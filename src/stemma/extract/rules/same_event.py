"""Whether two drafts tell of one happening."""

from __future__ import annotations

from stemma.extract.rules import lexicon
from stemma.extract.rules.draft import EventDraft

VIOLENT = frozenset({"clash", "strike", "bombing", "attack_on_civilians"})
_TO_THE_DAY = len("2012-09-19")


def same(event: EventDraft, draft: EventDraft) -> bool:
    """Whether ``draft`` tells more of ``event``, told shortly before in the same passage."""
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
            and (not _shares(event, draft) or event.trigger is draft.trigger)
        )
    if draft.sentence - event.sentence == 1 and _counts_for(event, draft):
        return True
    return bool(draft.sentence - event.sentence <= 2 and not draft.dated_here and _refers_back(draft))


def told_again(event: EventDraft, draft: EventDraft) -> bool:
    """Whether ``draft`` tells anew, anywhere in the document, what ``event`` has told.

    A group is formed once and a person killed once, if the dates agree; what
    the same did at one place on one day is one attack.
    """
    if not _one_kind(event, draft) or not _agree(event.date, draft.date):
        return False
    if not draft.date or not event.date:
        return False
    if event.by_default or draft.by_default:
        return False
    if _forms(event) and _forms(draft):
        one, two = _groups(event), _groups(draft)
        return bool(one) and one == two
    if _is_killing(event) and _is_killing(draft):
        return bool(_victims(event) & _victims(draft))
    if event.type not in VIOLENT or event.date != draft.date or len(draft.date) != _TO_THE_DAY:
        return False
    return event.place is draft.place and event.place is not None and bool(_groups(event) & _groups(draft))


def _agree(one: str | None, two: str | None) -> bool:
    """Whether two dates may be one: "2012" and "2012-09-19"."""
    if one is None or two is None:
        return True
    return one.startswith(two) or two.startswith(one)


def _forms(event: EventDraft) -> bool:
    lemma = event.trigger.lemma_.casefold() if event.trigger is not None else ""
    return event.type == "group_change" and lemma in lexicon.words("events", "forming")


def _groups(event: EventDraft) -> set[int]:
    return {id(r) for r, role in event.parties if role == "actor" and r.kind == "organization"}


def _victims(event: EventDraft) -> set[int]:
    return {id(r) for r, role in event.parties if role == "target" and r.kind == "person"}


def _one_kind(one: EventDraft, two: EventDraft) -> bool:
    types = {one.type, two.type}
    if len(types) == 1 or types <= VIOLENT:
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
        and (not event.counts or all(c.figures in [k.figures for k in event.counts] for c in draft.counts))
        and is_harm(draft)
        and event.type in VIOLENT
        and (
            all(r.name[:1].islower() for r, _ in draft.parties) or any(event.has(r) for r, _ in draft.parties)
        )  # "soldiers" are some of those it was done to
    )


def is_harm(draft: EventDraft) -> bool:
    """Whether the draft's word is one of killing or wounding."""
    return draft.trigger is not None and draft.trigger.lemma_ in ("kill", "wound", "injure")


def _is_killing(draft: EventDraft) -> bool:
    return draft.trigger is not None and draft.trigger.lemma_.casefold() in lexicon.words("events", "killing")


def _refers_back(draft: EventDraft) -> bool:
    """Whether the draft's trigger is "the attack", "the incident": more of what was told before."""
    trigger = draft.trigger
    if trigger is None or trigger.pos_ != "NOUN":
        return False
    return trigger.lemma_.casefold() in lexicon.words("events", "anaphors") and any(
        c.lower_ in ("the", "this", "these") for c in trigger.children if c.dep_ == "det"
    )
