"""Entities: the organizations, persons, places and conflicts that claims are about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from stemma.errors import VocabularyError
from stemma.model.ids import content_id
from stemma.model.names import name_key, script_of

Kind = Literal["organization", "person", "place", "conflict", "event"]
NameKind = Literal["main", "alias", "abbreviation", "native", "former", "short"]
KINDS: tuple[Kind, ...] = get_args(Kind)


@dataclass(frozen=True, slots=True, order=True)
class Name:
    """One name: its text, the ISO 15924 code of its script, and what sort of name it is."""

    text: str
    kind: NameKind = "main"
    script: str = ""

    def __post_init__(self) -> None:
        if not self.text.strip():
            raise ValueError("a name needs a text")
        if not self.script:
            object.__setattr__(self, "script", script_of(self.text))


@dataclass(frozen=True, slots=True)
class Entity:
    """Someone or something with a name, as one source knows it.

    The first of ``names`` is the main one. ``external_ids`` are pairs of a
    scheme ("ucdp-actor", "wikidata") and an id in it. Which entities of
    several sources are the same is a judgement, not part of the entity.
    """

    id: str
    kind: Kind
    names: tuple[Name, ...]
    external_ids: tuple[tuple[str, str], ...] = ()

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise VocabularyError(f"no kind of entity is called {self.kind!r}; there are {', '.join(KINDS)}")
        if not self.names:
            raise ValueError("an entity needs a name")

    @property
    def name(self) -> str:
        """The main name."""
        return self.names[0].text


def entity_id(source: str, name: str) -> str:
    """The id of what ``source`` (a source id) calls ``name``: spellings with one ``name_key`` share it."""
    return content_id("entity", source, name_key(name))
