"""What the frames found and what the network found in one sentence, put together, and how sure each is."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from stemma.extract.learned.claims import claims as network_claims
from stemma.extract.learned.events import events as network_events
from stemma.extract.learned.events import telling
from stemma.extract.learned.network import Network
from stemma.extract.learned.sight import Sight
from stemma.extract.rules.draft import ClaimDraft, EventDraft
from stemma.extract.rules.reading import Told
from stemma.model.vocabulary import vocabulary

_LEAST_CHANCE = 1e-3
"""Chances are taken to lie between this and one less this, so that none is past all doubt."""


def combined_claims(framed: Sequence[ClaimDraft], told: Told, sight: Sight) -> list[ClaimDraft]:
    """The claims of the frames, each weighed by what the network thinks of it, and what the network alone believes."""
    kept = list(framed)
    seen = sorted(network_claims(told, sight), key=lambda d: -d.confidence)
    for draft in framed:
        same = next((d for d in seen if _says_the_same(d, draft)), None)
        if draft.found_by.startswith("alias."):
            draft.confidence = weighed("alias", None, sight.network)
        elif same is not None:
            draft.confidence = weighed("frame", same.confidence, sight.network)
        else:
            draft.confidence = weighed("frame alone", None, sight.network)
    for draft in seen:
        draft.confidence = weighed("model", draft.confidence, sight.network)
        believed = draft.confidence >= sight.network.labels["least"]["claim"]
        if believed and not any(_says_the_same(draft, other) for other in kept):
            kept.append(draft)
    return kept


def combined_events(framed: Sequence[EventDraft], told: Told, sight: Sight) -> list[EventDraft]:
    """The happenings that frames tell of, each weighed by the network, and others that it believes."""
    kept = list(framed)
    for draft in framed:
        chance = telling(draft.trigger, told, sight, draft.type)[1] if draft.trigger is not None else None
        draft.confidence = weighed("frame event", chance, sight.network)
    for draft in network_events(told, sight):
        draft.confidence = weighed("model event", draft.confidence, sight.network)
        believed = draft.confidence >= sight.network.labels["least"]["event"]
        if believed and not any(
            other.type == draft.type and any(a.overlaps(b) for a in other.spans for b in draft.spans) for other in kept
        ):
            kept.append(draft)
    return kept


def weigh_structure(drafts: Iterable[ClaimDraft], network: Network) -> None:
    """Say how sure the claims of infobox and lists are."""
    for draft in drafts:
        draft.confidence = weighed(draft.found_by.partition(".")[0], None, network)


def weighed(source: str, chance: float | None, network: Network) -> float:
    """How likely what ``source`` found is right, given the network's ``chance`` for it.

    The two numbers for each source, an offset and a weight of the log-odds, were fitted on
    documents that neither the frames nor the network were made on; without them the chance itself is given.
    """
    fitted = network.labels.get("confidence", {}).get(source)
    if fitted is None:
        return network.UNSEEN if chance is None else chance
    offset, weight = fitted
    bounded = min(max(chance if chance is not None else 0.5, _LEAST_CHANCE), 1 - _LEAST_CHANCE)
    return 1 / (1 + math.exp(-(offset + weight * math.log(bounded / (1 - bounded)))))


def _says_the_same(one: ClaimDraft, two: ClaimDraft) -> bool:
    if one.predicate != two.predicate:
        return False
    if one.subject is two.subject:
        if one.object is not None:
            return one.object is two.object
        return two.literal is not None and _alike(one.literal or "", two.literal)
    symmetric = vocabulary().predicate(one.predicate).symmetric
    return symmetric and one.subject is two.object and one.object is two.subject


def _alike(one: str, two: str) -> bool:
    """Whether two literals share most of their words."""
    a, b = set(one.casefold().split()), set(two.casefold().split())
    return len(a & b) * 2 >= min(len(a), len(b))
