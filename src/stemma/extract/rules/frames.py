"""Frames: how a predicate or an event is worded, as data in ``extract/frames/*.yaml``.

See ``docs/frames.md`` for the form. A frame names its trigger (lemmas of a
verb, noun or adjective), what the sentence must also have, and at which
grammatical place (``places.py``) each role stands.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any, Literal

import yaml

from stemma.errors import FrameError
from stemma.extract.rules.places import PLACES
from stemma.model.entity import KINDS
from stemma.model.vocabulary import Vocabulary, vocabulary

WordClass = Literal["verb", "noun", "adj"]
DateUse = Literal["at", "start", "end", "none"]
_CLASSES: tuple[WordClass, ...] = ("verb", "noun", "adj")
_DATES = ("at", "start", "end", "none")
_LITERALS = ("phrase", "number", "words", "trigger")
_SPECIAL_PLACES = frozenset({"topic", "nation", "prt", "neg", "any", "aux", "marker"})
_FIELDS = frozenset(
    {
        "id",
        "predicate",
        "event",
        *_CLASSES,
        "needs",
        "lacks",
        "roles",
        "date",
        "former",
        "negative",
        "literal",
        "value",
        "kinds",
        "voice",
        "modality",
        "confidence",
        "examples",
        "among",
        "requires",
        "number",
    }
)


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence, and what the frames must find in it, or must not.

    Each is written "subject | predicate | object" or "event | type | actor > target".
    """

    text: str
    finds: tuple[str, ...]
    lacks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Frame:
    """One wording. ``roles`` maps a role to the places it may stand at, tried in order.

    ``needs`` and ``lacks`` map a place to lemmas of which one must, or must
    not, stand there. ``kinds`` narrows what a role may be. ``value`` is a
    fixed literal; ``literal`` says how one is read from its place, and ``among``
    names the list of ``lexicon/ideologies.yaml`` that it must be on. ``requires`` names roles
    without which the frame says nothing; ``number`` "singular" keeps a noun
    from firing in the plural.
    """

    id: str
    predicate: str | None
    event: str | None
    triggers: tuple[tuple[WordClass, str], ...]
    roles: Mapping[str, tuple[str, ...]]
    needs: Mapping[str, frozenset[str]]
    lacks: Mapping[str, frozenset[str]]
    kinds: Mapping[str, frozenset[str]]
    date: DateUse
    former: bool
    negative: bool
    literal: str
    value: str | None
    among: str | None
    requires: tuple[str, ...]
    number: str | None
    voice: str | None
    modality: str | None
    confidence: float
    examples: tuple[Example, ...]


FrameIndex = Mapping[tuple[WordClass, str], Sequence[Frame]]


@lru_cache(maxsize=1)
def frames() -> tuple[Frame, ...]:
    """All frames that ship with Stemma, file by file in the order of their names.

    Raises:
        FrameError: if a file is no frame file, or two frames share an id.
    """
    loaded: list[Frame] = []
    folder = files("stemma.extract") / "frames"
    for path in sorted(folder.iterdir(), key=lambda p: p.name):
        if path.name.endswith(".yaml"):
            loaded += read_frames(path.read_text("utf-8"), path.name, vocabulary())
    seen: set[str] = set()
    for frame in loaded:
        if frame.id in seen:
            raise FrameError(f"two frames have the id {frame.id!r}")
        seen.add(frame.id)
    return tuple(loaded)


@lru_cache(maxsize=1)
def frame_index() -> FrameIndex:
    """The frames by word class and lemma of their triggers."""
    index: dict[tuple[WordClass, str], list[Frame]] = {}
    for frame in frames():
        for trigger in frame.triggers:
            index.setdefault(trigger, []).append(frame)
    return index


def read_frames(text: str, name: str, terms: Vocabulary) -> list[Frame]:
    """The frames in ``text``, the content of the file ``name``, checked against the vocabulary ``terms``.

    Raises:
        FrameError: saying which frame of which file is wrong, and what was expected.
    """
    try:
        content = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except yaml.YAMLError as error:
        raise FrameError(f"{name}: not YAML: {error}") from error
    if not isinstance(content, list):
        raise FrameError(f"{name}: expected a list of frames")
    return [_frame(entry, f"{name}, frame {i}", terms) for i, entry in enumerate(content, 1)]


def _frame(entry: Any, where: str, terms: Vocabulary) -> Frame:
    if not isinstance(entry, dict) or not isinstance(entry.get("id"), str):
        raise FrameError(f"{where}: expected a mapping with an id")
    where = f"{where} ({entry['id']})"
    if unknown := set(entry) - _FIELDS:
        raise FrameError(
            f"{where}: unknown {', '.join(sorted(unknown))}; a frame may have {', '.join(sorted(_FIELDS))}"
        )
    if ("predicate" in entry) == ("event" in entry):
        raise FrameError(f"{where}: expected either a predicate or an event")
    if "predicate" in entry:
        terms.predicate(entry["predicate"])
    else:
        terms.event_type(entry["event"])
    triggers = tuple((c, lemma) for c in _CLASSES for lemma in _list(entry.get(c, [])))
    if not triggers:
        raise FrameError(f"{where}: expected a verb, noun or adj to trigger it")
    roles = {role: tuple(_list(places)) for role, places in entry.get("roles", {}).items()}
    for places in (*roles.values(), *((p,) for p in (*entry.get("needs", {}), *entry.get("lacks", {})))):
        for place in places:
            if place not in PLACES | _SPECIAL_PLACES and not place.startswith("prep:"):
                raise FrameError(f"{where}: no place is called {place!r}")
    kinds = {role: frozenset(_list(k)) for role, k in entry.get("kinds", {}).items()}
    if wrong := {k for ks in kinds.values() for k in ks} - {*KINDS, "country"}:
        raise FrameError(f"{where}: no kind is called {', '.join(sorted(wrong))}")
    if entry.get("date", "at") not in _DATES or entry.get("literal", "phrase") not in _LITERALS:
        raise FrameError(f"{where}: date is one of {', '.join(_DATES)}; literal one of {', '.join(_LITERALS)}")
    return Frame(
        id=entry["id"],
        predicate=entry.get("predicate"),
        event=entry.get("event"),
        triggers=triggers,
        roles=roles,
        needs={place: frozenset(_list(words)) for place, words in entry.get("needs", {}).items()},
        lacks={place: frozenset(_list(words)) for place, words in entry.get("lacks", {}).items()},
        kinds=kinds,
        date=entry.get("date", "at"),
        former=bool(entry.get("former", False)),
        negative=bool(entry.get("negative", False)),
        literal=entry.get("literal", "phrase"),
        value=entry.get("value"),
        among=entry.get("among"),
        number=entry.get("number"),
        requires=tuple(_list(entry.get("requires", []))),
        voice=entry.get("voice"),
        modality=entry.get("modality"),
        confidence=float(entry.get("confidence", 0.7)),
        examples=tuple(_example(e, where) for e in entry.get("examples", [])),
    )


def _example(entry: Any, where: str) -> Example:
    if (
        not isinstance(entry, dict)
        or not isinstance(entry.get("text"), str)
        or not ("finds" in entry or "lacks" in entry)
    ):
        raise FrameError(f"{where}: an example has a text, and finds or lacks")
    return Example(entry["text"], tuple(_list(entry.get("finds", []))), tuple(_list(entry.get("lacks", []))))


def _list(value: Any) -> list[str]:
    return [str(v) for v in value] if isinstance(value, list) else [str(value)]
