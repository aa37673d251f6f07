"""Runs of capitals that hold more than one name, parted by what the recogniser takes for a person."""

from __future__ import annotations

import re
from collections.abc import Sequence

from stemma.extract.rules import lexicon
from stemma.extract.rules.runs import Run

_PERSON = frozenset({"PERSON", "person"})
_OF = re.compile(r" of (?:the )?$")


def sharpened(text: str, found: Sequence[Run], labels: Sequence[tuple[int, int, str]]) -> list[Run]:
    """``found`` with a person named at the end of a run made a run of its own.

    "Badr Organization of Hadi al-Amiri" is two names, "PSNI Assistant Chief
    Constable Peter Sheridan" one with what he is before it.
    """
    people = [(start, end) for start, end, label in labels if label in _PERSON and " " in text[start:end].strip()]
    kept: list[Run] = []
    for run in found:
        inside = [s for s, e in people if run.start < s < run.end and e >= run.end and text[s - 1] == " "]
        kept += _parted(text, run, inside[0]) if inside and not run.described else [run]
    return kept


def _parted(text: str, run: Run, at: int) -> list[Run]:
    words = text[at : run.end].split()
    heads = lexicon.words("names", "organization_heads") | lexicon.words("names", "place_heads")
    if len(words) < 2 or any(w.casefold() in heads for w in words):
        return [run]
    person = Run(at, run.end, text[at : run.end])
    before = text[run.start : at]
    if of := _OF.search(before):
        return [Run(run.start, run.start + of.start(), before[: of.start()], run.title, run.initial), person]
    first = before.split()
    if len(first) == 1 and first[0].casefold() in lexicon.nationalities():
        return [person]
    if first[-1].casefold() in lexicon.words("names", "person_titles") or before.endswith("of Staff "):
        title = " ".join(filter(None, [run.title, *first]))
        return [Run(at, run.end, person.text, title)]
    return [run]
