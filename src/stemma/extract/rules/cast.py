"""The cast of a document: everyone and everything it names, each once, with all its names and one kind."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from itertools import combinations

from stemma.extract.rules.kinds import Votes, from_words, great_places
from stemma.model.entity import Entity, Kind, Name, NameKind, entity_id
from stemma.model.names import fold, name_key

_SECONDARY = frozenset({"former", "native", "alias", "abbreviation"})
_COMPARED = 30
"""How many names that begin alike are compared with each other."""
_CONTEXT_WEIGHT, _LABEL_WEIGHT = 4.0, 2.5


@dataclass(eq=False, slots=True)
class Referent:
    """One member of the cast while a document is read. ``names`` counts how often each is used.

    ``votes`` are those of structure and words, ``contexts`` those of the
    surroundings, ``labels`` the recogniser's: the last two count by their
    shares, so that a name used often does not outvote what is known of it.
    """

    names: Counter[str] = field(default_factory=Counter)
    votes: Votes = field(default_factory=Counter)
    contexts: Votes = field(default_factory=Counter)
    labels: Votes = field(default_factory=Counter)
    main: str = ""
    name_kinds: dict[str, NameKind] = field(default_factory=dict)
    fixed: Kind | None = None

    @property
    def kind(self) -> Kind:
        """The kind with most votes; an organization where nothing tells."""
        if self.fixed:
            return self.fixed
        total: Votes = Counter(self.votes)
        for share, weight in ((self.contexts, _CONTEXT_WEIGHT), (self.labels, _LABEL_WEIGHT)):
            votes = sum(share.values())
            for kind, count in share.items():
                total[kind] += weight * count / (votes + 0.5)  # type: ignore[assignment]
        best = total.most_common(1)
        return best[0][0] if best and best[0][1] > 0 else "organization"

    @property
    def name(self) -> str:
        """The main name: the one set, else the longest in ordinary letters; in title case if all are in capitals."""
        if self.main:
            return self.main
        used = [n for n in self.names if self.names[n] > 0 and self.name_kinds.get(n) not in _SECONDARY]
        name = max(used or self.names, key=lambda n: (not _shouts(n), len(n), n))
        return (
            name.title().replace("'S", "'s").replace("’S", "’s").replace(" Of ", " of ").replace(" The ", " the ")
            if _shouts(name) and len(name) > 8
            else name
        )


def _shouts(name: str) -> bool:
    return name.isupper() and len(name) > 4


class Cast:
    """All referents of one document, found by any spelling of any of their names.

    ``home`` is the country that the document is set in, None where it cannot be told.
    """

    def __init__(self, source: str) -> None:
        self._source = source
        self._by_key: dict[str, Referent] = {}
        self.home: str | None = None

    def __contains__(self, name: str) -> bool:
        return name_key(name) in self._by_key

    def get(self, name: str) -> Referent | None:
        """The referent that is called ``name``, None if nobody is."""
        return self._by_key.get(name_key(name))

    def add(
        self, name: str, votes: Votes | None = None, contexts: Votes | None = None, labels: Votes | None = None
    ) -> Referent:
        """The referent called ``name``, made if there is none; the votes on its kind are counted."""
        key = name_key(name)
        referent = self._by_key.get(key)
        if referent is None:
            referent = self._by_key[key] = Referent()
            referent.votes.update(from_words(name))
        referent.names[name] += 1
        for known, more in ((referent.votes, votes), (referent.contexts, contexts), (referent.labels, labels)):
            if more:
                known.update(more)
        return referent

    def alias(self, referent: Referent, name: str, kind: NameKind) -> None:
        """Say that ``referent`` is also called ``name``; who was called so until now becomes the same."""
        key = name_key(name)
        if not key:
            return
        other = self._by_key.get(key)
        referent.name_kinds.setdefault(name, kind)
        referent.names[name] += 0
        if other is None:
            self._by_key[key] = referent
        elif other is not referent:
            self.merge(referent, other)

    def merge(self, keep: Referent, drop: Referent) -> None:
        """Make ``drop`` one with ``keep``."""
        keep.names.update(drop.names)
        keep.votes.update(drop.votes)
        keep.contexts.update(drop.contexts)
        keep.labels.update(drop.labels)
        keep.fixed = keep.fixed or drop.fixed
        keep.main = keep.main or drop.main
        for name, kind in drop.name_kinds.items():
            keep.name_kinds.setdefault(name, kind)
        for key, referent in self._by_key.items():
            if referent is drop:
                self._by_key[key] = keep

    def referents(self) -> list[Referent]:
        """Everyone, once, in the order first met."""
        return list(dict.fromkeys(self._by_key.values()))

    def settle(self) -> None:
        """Join short forms and near spellings to the full names they stand for, where only one fits."""
        everyone = self.referents()
        by_last: dict[str, list[Referent]] = {}
        by_words: dict[frozenset[str], list[Referent]] = {}
        for referent in everyone:
            tokens = name_key(referent.name).split()
            if len(tokens) > 1:
                by_last.setdefault(tokens[-1], []).append(referent)
                by_words.setdefault(frozenset(t[:4] for t in tokens), []).append(referent)
        for referent in everyone:
            tokens = name_key(referent.name).split()
            if len(tokens) == 1:
                self._join_surname(referent, tokens[0], by_last)
        for group in by_words.values():
            for one, two in combinations(group[:_COMPARED], 2):
                first, second = self._by_key[name_key(one.name)], self._by_key[name_key(two.name)]
                if first is not second and _spelled_alike(first, second):
                    self.merge(first, second)

    def _join_surname(self, short: Referent, word: str, by_last: dict[str, list[Referent]]) -> None:
        full = [r for r in by_last.get(word, ()) if r.kind == "person" and r is not short]
        if not full or short.fixed is not None or short.main or short.votes["organization"] >= 2:
            return
        if short.votes["place"] >= 4 and (
            short.name.casefold() in great_places() or short.contexts["place"] > short.contexts["person"]
        ):
            return
        unknown = not (short.contexts["place"] or short.labels["place"] or short.contexts["organization"])
        if short.kind != "person" and not unknown and short.contexts["person"] * 2 < sum(short.contexts.values()):
            return
        full.sort(key=lambda r: -sum(r.names.values()))
        if len(full) == 1 or sum(full[0].names.values()) > sum(full[1].names.values()):
            self.alias(full[0], short.name, "short")

    def entity(self, referent: Referent) -> Entity:
        """``referent`` as an entity of the model."""
        main = referent.name
        seen = {fold(main)}
        names = [Name(main)]
        for text in sorted(referent.names, key=lambda n: (-referent.names[n], n)):
            if fold(text) not in seen and text.strip():
                seen.add(fold(text))
                names.append(Name(text, referent.name_kinds.get(text, "alias")))
        return Entity(entity_id(self._source, main), referent.kind, tuple(names))


def _spelled_alike(one: Referent, two: Referent) -> bool:
    """Whether two names of as many words differ by spelling only: "Abu Diyab Sarmin", "Abu Diyab al-Sarmini"."""
    a, b = name_key(one.name).split(), name_key(two.name).split()
    if one.kind != two.kind or len(a) != len(b) or len(a) < 2:
        return False
    if any(any(c.isdigit() for c in w) for w in a + b):
        return a == b
    return all(
        x == y or (len(x) > 4 and SequenceMatcher(None, x, y).ratio() >= 0.84) for x, y in zip(a, b, strict=True)
    )
