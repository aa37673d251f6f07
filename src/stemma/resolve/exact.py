"""Entities of several sources that are one: those of one kind whose main names have one key.

Nothing is stored: this is computed from the entities and from the judgements
on them, and a reviewer's word goes before the rule.
"""

from __future__ import annotations

from collections.abc import Iterable

from stemma.model.entity import Entity
from stemma.model.judgement import Judgement
from stemma.model.names import name_key

Pair = tuple[str, str]


def same_entities(entities: Iterable[Entity], judgements: Iterable[Judgement]) -> dict[str, str]:
    """The canonical id of each of ``entities``: the smallest id among those that are one with it.

    Entities are one if their kind and the ``name_key`` of their main names
    are the same (events never are), or if a judgement says so. Entities that
    a judgement calls different are kept apart, also where other judgements,
    or the rule, would join them by way of a third: what would, is left out.
    Of several judgements on one pair the newest counts; "unsure" takes back
    an older one and says nothing itself.
    """
    known = {entity.id: entity for entity in entities}
    verdicts = _newest(judgements)
    groups = _Groups({pair for pair, verdict in verdicts.items() if verdict == "different"})
    for pair in sorted(pair for pair, verdict in verdicts.items() if verdict == "same"):
        groups.join(*pair)
    namesakes: dict[Pair, list[str]] = {}
    for id, entity in sorted(known.items()):
        key = name_key(entity.name)
        if entity.kind != "event" and key:
            others = namesakes.setdefault((entity.kind, key), [])
            if not any(groups.join(other, id) for other in others):
                others.append(id)
    canonical: dict[str, str] = {}
    for id in sorted(known):
        canonical.setdefault(groups.root(id), id)
    return {id: canonical[groups.root(id)] for id in known}


def _newest(judgements: Iterable[Judgement]) -> dict[Pair, str]:
    """The newest verdict on each pair of entities."""
    verdicts: dict[Pair, str] = {}
    for judgement in sorted(judgements, key=lambda j: (j.made_at, j.id)):
        if judgement.verdict in ("same", "different", "unsure") and judgement.other is not None:
            verdicts[_pair(judgement.about, judgement.other)] = judgement.verdict
    return verdicts


def _pair(a: str, b: str) -> Pair:
    return (a, b) if a < b else (b, a)


class _Groups:
    """Ids in groups that are joined unless that would bring a forbidden pair together."""

    def __init__(self, forbidden: set[Pair]) -> None:
        self._parent: dict[str, str] = {}
        self._apart: dict[str, set[str]] = {}
        for a, b in forbidden:
            self._apart.setdefault(a, set()).add(b)
            self._apart.setdefault(b, set()).add(a)

    def root(self, id: str) -> str:
        """What stands for the group of ``id``."""
        root = id
        while (above := self._parent.get(root, root)) != root:
            root = above
        while id != root:
            self._parent[id], id = root, self._parent[id]
        return root

    def join(self, a: str, b: str) -> bool:
        """Make one group of two, where that is allowed; whether they now are one."""
        a, b = self.root(a), self.root(b)
        if any(self.root(other) == a for other in self._apart.get(b, ())):
            return False
        if a != b:
            self._parent[b] = a
            self._apart.setdefault(a, set()).update(self._apart.pop(b, ()))
        return True
