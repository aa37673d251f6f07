"""Whom a name means."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from stemma.errors import NotFound
from stemma.model.entity import Entity
from stemma.model.judgement import Judgement
from stemma.model.names import name_key
from stemma.resolve.exact import same_entities
from stemma.store.base import Store

_MOST_ENTITIES = 500
_PREFERRED = ("organization", "person", "conflict", "place", "event")


@dataclass(frozen=True, slots=True)
class Subject:
    """Whom a name means: the entities that are one and the same, the best known first, and who else has that name."""

    entities: tuple[Entity, ...]
    namesakes: tuple[Entity, ...] = ()

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of the entities, the one to speak of first."""
        return tuple(e.id for e in self.entities)

    @property
    def name(self) -> str:
        """The main name."""
        return self.entities[0].name

    @property
    def kind(self) -> str:
        """What it is."""
        return self.entities[0].kind


def find(store: Store, name: str) -> Subject:
    """The subject that ``name`` means.

    Of several, organizations come first, then persons, then conflicts, then
    places; of one kind the one with most claims. The rest are its ``namesakes``.

    Raises:
        NotFound: if nobody is called so, with the names that come near.
        StoreError: if the store cannot be read.
    """
    called = store.entities_named(name) if name_key(name) else []
    if not called:
        near = store.names_like(name)
        hint = f"; did you mean {_or(near)}?" if near else ""
        raise NotFound(f"no entity is called {name!r}{hint}")
    rank = {e.id: (_PREFERRED.index(e.kind), place) for place, e in enumerate(called)}
    chosen = min(called, key=lambda e: rank[e.id])
    judged = store.judgements()
    known = kin(store, called, judged)
    canonical = same_entities(known.values(), judged)
    group = [e for e in known.values() if canonical[e.id] == canonical[chosen.id]]
    group.sort(key=lambda e: (rank.get(e.id, (len(_PREFERRED), 0)), e.id))
    others = [e for e in called if canonical[e.id] != canonical[chosen.id]]
    return Subject(tuple(group), tuple(others))


def kin(store: Store, called: Iterable[Entity], judged: Iterable[Judgement]) -> dict[str, Entity]:
    """The entities of ``called``, those with the main name of one of them, and those that were judged the same, by id.

    They may be one with an entity of ``called``: whether they are is for ``same_entities`` to say.

    Raises:
        StoreError: if the store cannot be read.
    """
    partners: dict[str, set[str]] = {}
    for judgement in judged:
        if judgement.verdict == "same" and judgement.other is not None:
            partners.setdefault(judgement.about, set()).add(judgement.other)
            partners.setdefault(judgement.other, set()).add(judgement.about)
    known = {e.id: e for e in called}
    waiting = list(known.values())
    asked: set[str] = set()
    while waiting and len(known) < _MOST_ENTITIES:
        entity = waiting.pop()
        key = name_key(entity.name)
        new = [*store.entities(sorted(partners.get(entity.id, ()))).values()]
        if key not in asked:
            asked.add(key)
            new += [e for e in store.entities_named(entity.name) if name_key(e.name) == key]
        waiting += [e for e in new if e.id not in known]
        known.update((e.id, e) for e in new)
    return known


def _or(names: list[str]) -> str:
    quoted = [repr(name) for name in names]
    return quoted[0] if len(quoted) == 1 else f"{', '.join(quoted[:-1])} or {quoted[-1]}"
