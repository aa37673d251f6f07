"""What the fields of infoboxes are called and how their values are cut, from ``infobox_keys.yaml``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal, get_args

import yaml

Values = Literal["persons", "names", "places", "events", "words", "dates", "amounts", "text", "address", "none"]

_PLURAL = re.compile(r"\((?:e?s|ies)\)")
_NUMBER = re.compile(r"\s*\d+\b")
_SPACES = re.compile(r"[\s_]+")


@dataclass(frozen=True, slots=True)
class Key:
    """A field: its ``name`` ("" if no key is known for the label), and what stands in it."""

    name: str
    values: Values


UNKNOWN = Key("", "names")


def key_of(label: str) -> Key:
    """The key of which ``label`` is a variant: "Leader(s)", "leaders" and "commander1" are all "leader"."""
    plain = _bare(label)
    known = _labels()
    singular = plain[:-1] if plain.endswith("s") else plain
    return known.get(plain) or known.get(singular) or known.get(_NUMBER.sub("", plain).strip()) or UNKNOWN


def _bare(label: str) -> str:
    return _SPACES.sub(" ", _PLURAL.sub("", label.replace("’", "'"))).strip(" :").casefold()


@cache
def _labels() -> dict[str, Key]:
    """Every label with its key.

    Raises:
        ValueError: if the data name one label twice, or a sort of value that there is not.
    """
    table: dict[str, dict[str, object]] = yaml.safe_load(
        files("stemma.documents").joinpath("infobox_keys.yaml").read_text(encoding="utf-8")
    )
    known: dict[str, Key] = {}
    for name, entry in table.items():
        values, labels = entry["value"], entry["labels"]
        if values not in get_args(Values) or not isinstance(labels, list):
            raise ValueError(f"infobox_keys.yaml: {name!r} has no such value: {values!r}")
        key = Key(name, next(v for v in get_args(Values) if v == values))
        for label in labels:
            if (bare := _bare(str(label))) in known:
                raise ValueError(f"infobox_keys.yaml: {label!r} stands under {known[bare].name!r} and {name!r}")
            known[bare] = key
    return known
