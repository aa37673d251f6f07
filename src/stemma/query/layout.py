"""What a dossier has, in which order: ``dossier.yaml``, read once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any, Literal

import yaml

from stemma.errors import VocabularyError
from stemma.model.vocabulary import vocabulary

Side = Literal["subject", "object"]


@dataclass(frozen=True, slots=True)
class Line:
    """The claims of one predicate with the dossier's entity on one ``side``, and the labels before them.

    ``former`` is "only", "not" or "" (both); ``details`` are predicates shown for each person named. ``endings`` is
    whether it is told how the relation ended.
    """

    predicate: str
    label: str
    negative: str
    denied: str
    side: Side = "subject"
    former: str = ""
    details: tuple[str, ...] = ()
    endings: bool = True


@dataclass(frozen=True, slots=True)
class Part:
    """A section: ``endings`` holds if every ending is told, ``infobox`` names fields whose lost items are."""

    id: str
    title: str
    lines: tuple[Line, ...]
    endings: bool = False
    infobox: tuple[str, ...] = ()


@lru_cache(maxsize=1)
def layout() -> tuple[Part, ...]:
    """The sections of a dossier in their order.

    Raises:
        VocabularyError: if ``dossier.yaml`` names a predicate that does not exist.
    """
    return read_layout((files("stemma.query") / "dossier.yaml").read_text("utf-8"))


def read_layout(text: str) -> tuple[Part, ...]:
    """The sections that a YAML text describes.

    Raises:
        VocabularyError: if it names a predicate that does not exist, or the object of one that has none.
    """
    return tuple(_part(entry) for entry in yaml.safe_load(text))


def _part(entry: dict[str, Any]) -> Part:
    return Part(
        id=entry["id"],
        title=entry["title"],
        lines=tuple(_line(line) for line in entry["lines"]),
        endings=entry.get("endings") == "always",
        infobox=tuple(entry.get("infobox", ())),
    )


def _line(entry: dict[str, Any]) -> Line:
    side: Side = "object" if entry.get("of") == "object" else "subject"
    predicate = vocabulary().predicate(entry["predicate"])
    if side == "object" and predicate.literal is not None:
        raise VocabularyError(f"dossier.yaml: {predicate.name} has no entity as object")
    return Line(
        predicate=predicate.name,
        label=entry["label"],
        negative=entry["negative"],
        denied=entry.get("denied", entry["negative"]),
        side=side,
        former=entry.get("former", ""),
        details=tuple(entry.get("details", ())),
        endings=entry.get("endings") != "never",
    )
