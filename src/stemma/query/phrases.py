"""The wording of happenings: ``event_phrases.yaml``, read once."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any, Literal

import yaml

from stemma.errors import VocabularyError
from stemma.model.vocabulary import vocabulary

Phase = Literal["start", "end", "point"]
_KNOWN = ("both", "actors", "targets", "none")


@dataclass(frozen=True, slots=True)
class Form:
    """One way to word an event, where ``cue`` is found in the evidence (None: always) and its conditions hold."""

    cue: re.Pattern[str] | None
    persons: bool
    several: bool
    place: str
    wordings: Mapping[str, str]


@dataclass(frozen=True, slots=True, eq=False)
class Phrases:
    """How happenings are worded: the forms of each event type, and how dated claims read as happenings.

    ``verbatim`` types are told only by their own words; ``quoted`` ones by a
    sentence with their words beside it. ``openings`` are words that a
    sentence may begin with and that are no names.
    """

    types: Mapping[str, tuple[Form, ...]]
    verbatim: frozenset[str]
    quoted: frozenset[str]
    openings: frozenset[str]
    changes: Mapping[str, Mapping[str, str]]

    def wording(self, type: str, known: str, evidence: str, *, persons: bool, several: bool) -> tuple[str, str]:
        """The template for an event of ``type``, and the preposition before its place ("" for that of the evidence).

        Args:
            known: who is known: "both", "actors", "targets" or "none".
            persons: whether all targets are persons.
            several: whether there are two actors or more.
        """
        return next(
            (form.wordings[known], form.place)
            for form in self.types[type]
            if known in form.wordings
            and (form.cue is None or form.cue.search(evidence))
            and (persons or not form.persons)
            and (several or not form.several)
        )


@lru_cache(maxsize=1)
def phrases() -> Phrases:
    """The wordings of this version of Stemma.

    Raises:
        VocabularyError: if an event type has no wording that always fits, or a predicate does not exist.
    """
    return read_phrases((files("stemma.query") / "event_phrases.yaml").read_text("utf-8"))


def read_phrases(text: str) -> Phrases:
    """The wordings that a YAML text describes.

    Raises:
        VocabularyError: if an event type has no wording that always fits, or a predicate does not exist.
    """
    data: dict[str, Any] = yaml.safe_load(text)
    types = {name: tuple(_form(entry) for entry in forms) for name, forms in data["types"].items()}
    for name in vocabulary().event_types:
        last = types[name][-1] if name in types else None
        if last is None or last.cue or last.persons or last.several or set(last.wordings) != set(_KNOWN):
            wanted = ", ".join(_KNOWN)
            raise VocabularyError(f"event_phrases.yaml: {name}: the last form must always fit, with {wanted}")
    for name in data["changes"]:
        vocabulary().predicate(name)
    return Phrases(
        types,
        verbatim=frozenset(data["verbatim"]),
        quoted=frozenset(data["quoted"]),
        openings=frozenset(data["openings"].split()),
        changes=data["changes"],
    )


def _form(entry: dict[str, Any]) -> Form:
    words = "|".join(re.escape(word) for word in entry.get("when", ()))
    return Form(
        cue=re.compile(rf"\b(?:{words})", re.IGNORECASE) if words else None,
        persons=entry.get("persons", False),
        several=entry.get("several", False),
        place=entry.get("place", ""),
        wordings={known: entry[known] for known in _KNOWN if known in entry},
    )
