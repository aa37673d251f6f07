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
from typing import Any, Literal, get_args

import yaml

from stemma.errors import FrameError
from stemma.extract.rules.frame_checks import as_list, check_frame
from stemma.model.vocabulary import Vocabulary, vocabulary

WordClass = Literal["verb", "noun", "adj", "name"]
DateUse = Literal["at", "start", "end", "none"]
WORD_CLASSES: tuple[WordClass, ...] = get_args(WordClass)


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
    without which the frame says nothing; ``dated`` asks that the clause itself give a date;
    ``number`` "singular" keeps a noun from firing in the plural.
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
    dated: bool
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
    seen: dict[str, str] = {}
    for path in sorted(folder.iterdir(), key=lambda p: p.name):
        if not path.name.endswith(".yaml"):
            continue
        for frame in read_frames(path.read_text("utf-8"), path.name, vocabulary()):
            if frame.id in seen:
                raise FrameError(f"{path.name}: the id {frame.id!r} is taken by a frame of {seen[frame.id]}")
            seen[frame.id] = path.name
            loaded.append(frame)
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
    for i, entry in enumerate(content, 1):
        check_frame(entry, f"{name}, frame {i}", terms)
    return [_frame(entry) for entry in content]


def _frame(entry: Mapping[str, Any]) -> Frame:
    def by_place(field: str) -> dict[str, frozenset[str]]:
        return {place: frozenset(as_list(words)) for place, words in entry.get(field, {}).items()}

    return Frame(
        id=entry["id"],
        predicate=entry.get("predicate"),
        event=entry.get("event"),
        triggers=tuple((c, lemma) for c in WORD_CLASSES for lemma in as_list(entry.get(c, []))),
        roles={role: tuple(as_list(places)) for role, places in entry.get("roles", {}).items()},
        needs=by_place("needs"),
        lacks=by_place("lacks"),
        kinds=by_place("kinds"),
        date=entry.get("date", "at"),
        former=entry.get("former", False),
        negative=entry.get("negative", False),
        literal=entry.get("literal", "phrase"),
        value=entry.get("value"),
        among=entry.get("among"),
        number=entry.get("number"),
        requires=tuple(as_list(entry.get("requires", []))),
        voice=entry.get("voice"),
        modality=entry.get("modality"),
        dated=entry.get("dated", False),
        confidence=float(entry.get("confidence", 0.7)),
        examples=tuple(
            Example(e["text"], tuple(as_list(e.get("finds", []))), tuple(as_list(e.get("lacks", []))))
            for e in entry.get("examples", [])
        ),
    )
