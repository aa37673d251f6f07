"""The vocabulary: which predicates and event types there are, and what is known of each.

It is data, in ``predicates.yaml`` and ``event_types.yaml`` beside this module;
``vocabulary()`` reads it once, when it is first asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any, Literal, TypeVar, cast, get_args

from stemma.errors import VocabularyError
from stemma.model.entity import KINDS, Kind

PredicateOf = Literal["entity", "event"]
Holds = Literal["one", "many"]
Timing = Literal["state", "point"]
LiteralType = Literal["text", "number_range", "date", "event_type", "casualties"]
Plover = Literal[
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "COOPERATE",
    "AID",
    "YIELD",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
]
_Term = TypeVar("_Term")


@dataclass(frozen=True, slots=True)
class Mappings:
    """The nearest terms elsewhere, none where None or empty.

    ``wikidata`` holds property ids, ``followthemoney`` a schema or a
    ``Schema:property``, ``acled`` a column of an ACLED export, ``ucdp`` a
    column of a UCDP data set as ``dataset:Column``.
    """

    wikidata: tuple[str, ...] = ()
    followthemoney: str | None = None
    acled: str | None = None
    ucdp: str | None = None


@dataclass(frozen=True, slots=True)
class Predicate:
    """What a claim can say.

    ``label`` reads from the subject ("split from"), ``inverse`` from the
    object ("splinter groups"); a symmetric predicate has one label for both,
    one with a literal no inverse. Either ``object_kinds`` is filled or
    ``literal`` names the type of the value. ``of`` tells predicates of
    entities from those that events are stored with. ``holds`` says whether
    one value or many can hold at a time, ``timing`` whether it holds over a
    time ("state") or happens at one ("point"). ``section`` is where a dossier
    shows it.
    """

    name: str
    label: str
    inverse: str | None
    of: PredicateOf
    subject_kinds: tuple[Kind, ...]
    object_kinds: tuple[Kind, ...]
    literal: LiteralType | None
    symmetric: bool
    holds: Holds
    timing: Timing
    section: str
    description: str
    mappings: Mappings


@dataclass(frozen=True, slots=True)
class EventType:
    """What can happen.

    ``lethal`` holds for violence against persons. ``acled`` are pairs of an
    ACLED event type and sub-event type, nearest first; ``plover`` is the
    PLOVER event type, None where none fits.
    """

    name: str
    label: str
    description: str
    lethal: bool
    acled: tuple[tuple[str, str], ...]
    plover: Plover | None


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary:
    """All predicates and event types by name, and the titles of a dossier's sections in their order."""

    sections: Mapping[str, str]
    predicates: Mapping[str, Predicate]
    event_types: Mapping[str, EventType]

    def predicate(self, name: str) -> Predicate:
        """The predicate called ``name``. Raises VocabularyError, naming the nearest one, if there is none."""
        return _find("predicate", self.predicates, name)

    def event_type(self, name: str) -> EventType:
        """The event type called ``name``. Raises VocabularyError, naming the nearest one, if there is none."""
        return _find("event type", self.event_types, name)

    def in_section(self, section: str) -> list[Predicate]:
        """The predicates that a dossier shows in ``section``, in their order. Raises VocabularyError."""
        _find("section", self.sections, section)
        return [p for p in self.predicates.values() if p.section == section]


@lru_cache(maxsize=1)
def vocabulary() -> Vocabulary:
    """The vocabulary of this version of Stemma.

    Raises:
        VocabularyError: if one of its files is broken.
    """
    here = files("stemma.model")
    return read_vocabulary(
        (here / "predicates.yaml").read_text("utf-8"), (here / "event_types.yaml").read_text("utf-8")
    )


def read_vocabulary(predicates: str, event_types: str) -> Vocabulary:
    """The vocabulary that two YAML texts describe.

    Raises:
        VocabularyError: naming the file, the term and the field that is wrong, and what was expected.
    """
    top = _Fields("predicates.yaml", _yaml("predicates.yaml", predicates))
    sections = {name: top.text_in(name, title) for name, title in top.mapping("sections").items()}
    terms = {
        name: _predicate(name, _Fields(f"predicates.yaml: {name}", raw), sections)
        for name, raw in top.mapping("predicates").items()
    }
    top.done()
    types = {
        name: _event_type(name, _Fields(f"event_types.yaml: {name}", raw))
        for name, raw in _Fields("event_types.yaml", _yaml("event_types.yaml", event_types)).left.items()
    }
    return Vocabulary(MappingProxyType(sections), MappingProxyType(terms), MappingProxyType(types))


def _find(what: str, terms: Mapping[str, _Term], name: str) -> _Term:
    if name in terms:
        return terms[name]
    # Only a mistake needs this module, and every start of the command line would pay for it.
    from difflib import get_close_matches

    nearest = get_close_matches(name, terms, n=1, cutoff=0.0)
    advice = f"the nearest is {nearest[0]!r}" if nearest else "there is none at all"
    raise VocabularyError(f"no {what} is called {name!r}; {advice}")


def _predicate(name: str, f: _Fields, sections: Mapping[str, str]) -> Predicate:
    symmetric = f.flag("symmetric", default=False)
    literal = f.choice("literal", get_args(LiteralType), default=None)
    label = f.text("label")
    subject_kinds = f.kinds("subject_kinds")
    object_kinds: tuple[Kind, ...] = ()
    inverse: str | None = None
    if literal is None:
        object_kinds = f.kinds("object_kinds")
        inverse = label if symmetric else f.text("inverse")
    if symmetric and subject_kinds != object_kinds:
        raise VocabularyError(f"{f.where}: symmetric, so expected the same kinds on both sides and no literal")
    term = Predicate(
        name=name,
        label=label,
        inverse=inverse,
        of=cast(PredicateOf, f.choice("of", get_args(PredicateOf), default="entity")),
        subject_kinds=subject_kinds,
        object_kinds=object_kinds,
        literal=cast(LiteralType | None, literal),
        symmetric=symmetric,
        holds=cast(Holds, f.choice("holds", get_args(Holds))),
        timing=cast(Timing, f.choice("timing", get_args(Timing))),
        section=cast(str, f.choice("section", tuple(sections))),
        description=f.text("description"),
        mappings=_mappings(_Fields(f"{f.where}: mappings", f.mapping("mappings", default={}))),
    )
    f.done()
    return term


def _mappings(f: _Fields) -> Mappings:
    found = Mappings(
        wikidata=f.texts("wikidata", default=[]),
        followthemoney=f.text_or_none("followthemoney", default=None),
        acled=f.text_or_none("acled", default=None),
        ucdp=f.text_or_none("ucdp", default=None),
    )
    f.done()
    return found


def _event_type(name: str, f: _Fields) -> EventType:
    term = EventType(
        name=name,
        label=f.text("label"),
        description=f.text("description"),
        lethal=f.flag("lethal"),
        acled=tuple(_acled(f.where, pair) for pair in f.texts("acled")),
        plover=cast(Plover | None, f.choice("plover", (*get_args(Plover), None))),
    )
    f.done()
    return term


def _acled(where: str, pair: str) -> tuple[str, str]:
    event_type, slash, sub_event_type = pair.partition(" / ")
    if not slash:
        raise VocabularyError(f"{where}: acled: expected 'event type / sub-event type', got {pair!r}")
    return event_type, sub_event_type


_REQUIRED: Any = object()


class _Fields:
    """The fields of one entry of a vocabulary file, each taken once; ``done`` refuses what is left."""

    def __init__(self, where: str, raw: Any) -> None:
        if not isinstance(raw, dict) or not all(isinstance(key, str) for key in raw):
            raise VocabularyError(f"{where}: expected fields with names, got {raw!r}")
        self.where = where
        self.left: dict[str, Any] = dict(raw)

    def text(self, field: str) -> str:
        return self.text_in(field, self._take(field, _REQUIRED))

    def text_in(self, field: str, value: Any) -> str:
        return cast(str, self._check(field, value, lambda v: isinstance(v, str) and v.strip() != "", "a text"))

    def text_or_none(self, field: str, default: Any = _REQUIRED) -> str | None:
        value = self._take(field, default)
        return None if value is None else self.text_in(field, value)

    def texts(self, field: str, default: Any = _REQUIRED) -> tuple[str, ...]:
        value = self._check(field, self._take(field, default), lambda v: isinstance(v, list), "a list of texts")
        return tuple(self.text_in(field, item) for item in value)

    def kinds(self, field: str) -> tuple[Kind, ...]:
        value = self.texts(field)
        expected = f"kinds of entity, some of {', '.join(KINDS)}"
        self._check(field, value, lambda v: bool(v) and all(item in KINDS for item in v), expected)
        return cast(tuple[Kind, ...], value)

    def flag(self, field: str, default: Any = _REQUIRED) -> bool:
        return cast(
            bool, self._check(field, self._take(field, default), lambda v: isinstance(v, bool), "true or false")
        )

    def choice(self, field: str, choices: tuple[str | None, ...], default: Any = _REQUIRED) -> str | None:
        value = self._take(field, default)
        if value is not default:
            expected = f"one of {', '.join(str(c) if c else 'null' for c in choices)}"
            self._check(field, value, lambda v: v in choices, expected)
        return cast(str | None, value)

    def mapping(self, field: str, default: Any = _REQUIRED) -> dict[str, Any]:
        return _Fields(f"{self.where}: {field}", self._take(field, default)).left

    def done(self) -> None:
        if self.left:
            raise VocabularyError(f"{self.where}: unknown field {', '.join(sorted(self.left))}")

    def _take(self, field: str, default: Any) -> Any:
        value = self.left.pop(field, default)
        if value is _REQUIRED:
            raise VocabularyError(f"{self.where}: the field {field} is missing")
        return value

    def _check(self, field: str, value: Any, right: Callable[[Any], bool], expected: str) -> Any:
        if not right(value):
            raise VocabularyError(f"{self.where}: {field}: expected {expected}, got {value!r}")
        return value


def _yaml(file: str, text: str) -> Any:
    # Imported late: commands that print no claims start without it.
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        return yaml.load(text, Loader=loader)
    except yaml.YAMLError as error:
        raise VocabularyError(f"{file}: not YAML: {error}") from None
