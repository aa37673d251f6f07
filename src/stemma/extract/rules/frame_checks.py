"""What a frame file may hold: each frame is checked before it is used, and refused by name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from stemma.errors import FrameError, VocabularyError
from stemma.extract.rules import lexicon
from stemma.extract.rules.places import PLACES
from stemma.model.claim import MODALITIES
from stemma.model.entity import KINDS
from stemma.model.vocabulary import Vocabulary

TRIGGERS = ("verb", "noun", "adj", "name")
_OF_ROLES = frozenset({"topic", "nation", "inside", "unit"})
_OF_CONDITIONS = frozenset({"prt", "neg", "any", "aux", "marker"})
_CHOICES: Mapping[str, tuple[str, ...]] = {
    "date": ("at", "start", "end", "none"),
    "literal": ("phrase", "number", "words", "trigger"),
    "voice": ("active", "passive"),
    "modality": MODALITIES,
    "number": ("singular",),
}
_MAPPINGS = ("needs", "lacks", "roles", "kinds")
_YES_OR_NO = ("former", "negative", "dated")
_FIELDS = frozenset(
    {"id", "predicate", "event", "value", "confidence", "requires", "examples", "among"}
    | {*TRIGGERS, *_CHOICES, *_MAPPINGS, *_YES_OR_NO}
)


def check_frame(entry: Any, where: str, terms: Vocabulary) -> str:
    """Check one frame as YAML gives it; ``where`` names its file and number. Returns ``where`` with its id.

    Raises:
        FrameError: if it has an unknown field, or a field that holds what it may not.
    """
    if not isinstance(entry, dict) or not isinstance(entry.get("id"), str):
        raise FrameError(f"{where}: expected a mapping with an id")
    where = f"{where} ({entry['id']})"
    if unknown := {str(key) for key in entry} - _FIELDS:
        raise FrameError(
            f"{where}: unknown {', '.join(sorted(unknown))}; a frame may have {', '.join(sorted(_FIELDS))}"
        )
    _check_says(entry, where, terms)
    if not any(as_list(entry.get(word_class, [])) for word_class in TRIGGERS):
        raise FrameError(f"{where}: expected a verb, noun, adj or name to trigger it")
    if wrong := {*as_list(entry.get("name", []))} - {*KINDS}:
        raise FrameError(f"{where}: name is one of {', '.join(KINDS)}, not {', '.join(sorted(wrong))}")
    for field, choices in _CHOICES.items():
        if field in entry and entry[field] not in choices:
            raise FrameError(f"{where}: {field} is one of {', '.join(choices)}, not {entry[field]!r}")
    if "among" in entry and str(entry["among"]) not in (lists := lexicon.load("ideologies")):
        raise FrameError(f"{where}: among is one of {', '.join(lists)}, not {entry['among']!r}")
    for field in _YES_OR_NO:
        if not isinstance(entry.get(field, False), bool):
            raise FrameError(f"{where}: {field} is true or false, not {entry[field]!r}")
    confidence = entry.get("confidence", 0.5)
    if isinstance(confidence, bool) or not isinstance(confidence, int | float) or not 0 <= confidence <= 1:
        raise FrameError(f"{where}: confidence is a number from 0 to 1, not {confidence!r}")
    _check_places(entry, where)
    if not isinstance(entry.get("examples", []), list):
        raise FrameError(f"{where}: examples is a list, each with an example's text and what it finds")
    for example in entry.get("examples", []):
        _check_example(example, where)
    return where


def as_list(value: Any) -> list[str]:
    """One word or a list of words, as a list of words."""
    return [str(v) for v in value] if isinstance(value, list) else [str(value)]


def _check_says(entry: Mapping[str, Any], where: str, terms: Vocabulary) -> None:
    if ("predicate" in entry) == ("event" in entry):
        raise FrameError(f"{where}: expected either a predicate or an event")
    try:
        if "predicate" in entry:
            terms.predicate(str(entry["predicate"]))
        else:
            terms.event_type(str(entry["event"]))
    except VocabularyError as error:
        raise FrameError(f"{where}: {error}") from error


def _check_places(entry: Mapping[str, Any], where: str) -> None:
    for field in _MAPPINGS:
        if not isinstance(entry.get(field, {}), dict):
            raise FrameError(f"{where}: {field} is a mapping, not {entry[field]!r}")
    roles = entry.get("roles", {})
    in_roles = [place for value in roles.values() for place in as_list(value)]
    in_conditions = [str(place) for field in ("needs", "lacks") for place in entry.get(field, {})]
    for places, special in ((in_roles, _OF_ROLES), (in_conditions, _OF_CONDITIONS)):
        for place in (step for chain in places for step in chain.split(">")):
            if place not in PLACES | special and not place.startswith("prep:"):
                raise FrameError(f"{where}: no place is called {place!r}")
    kinds = {kind for value in entry.get("kinds", {}).values() for kind in as_list(value)}
    if wrong := kinds - {*KINDS, "country"}:
        raise FrameError(f"{where}: no kind is called {', '.join(sorted(wrong))}")
    for field, named in (("kinds", list(entry.get("kinds", {}))), ("requires", as_list(entry.get("requires", [])))):
        for role in named:
            if role not in roles:
                raise FrameError(f"{where}: {field} names {role!r}, which is none of its roles")


def _check_example(example: Any, where: str) -> None:
    if (
        not isinstance(example, dict)
        or not isinstance(example.get("text"), str)
        or not ("finds" in example or "lacks" in example)
    ):
        raise FrameError(f"{where}: an example has a text, and finds or lacks")
