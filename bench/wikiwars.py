#!/usr/bin/env python3
"""Measure how well dates are found and valued on WikiWars, war articles annotated with TIMEX2.

usage: wikiwars.py [FOLDER] [--documents] [--errors] [--only NAME,NAME]

FOLDER holds ``keyinline/*.key.xml``; without it, ``../shared/data/wikiwars`` beside the checkout is taken. A span
is strictly right if both its ends are, and relaxedly right if it overlaps one annotated, each counted once; of
annotations within one another the outermost counts, and a range counts as its two ends. A value is right if it is the
annotated date; a duration if it is called one; a vague time ("now") if no date is given or the day of writing.

Published for the whole corpus of 22 articles: HeidelTime F1 .836 strict and .914 relaxed, TEI2GO .908 and .967.
"""

from __future__ import annotations

import argparse
import html
import re
import sys
from collections import Counter
from dataclasses import dataclass, field, fields
from pathlib import Path

from stemma.extract.rules.dates import DateMention, StoryTime

DEFAULT = Path(__file__).resolve().parents[1] / ".." / "shared" / "data" / "wikiwars"
CONTEXT = 45
COMMONEST = 12
_TAG = re.compile(r"<(/?)TIMEX2([^>]*)>")
_VALUE = re.compile(r'\bval="([^"]*)"')
_WRITTEN = re.compile(r"<DATETIME>.*?(\d{4}-\d{2}-\d{2})", re.DOTALL)
_SEASONS = {"SP": "21", "SU": "22", "FA": "23", "WI": "24"}


@dataclass(frozen=True)
class Key:
    """One annotation: its place in the text and its TIMEX2 value."""

    start: int
    end: int
    value: str


@dataclass
class Score:
    """Counts over any number of documents, and what was wrong by sort: pairs of the words and their context."""

    keys: int = 0
    found: int = 0
    strict: int = 0
    relaxed: int = 0
    right: int = 0
    dated: int = 0
    dated_right: int = 0
    errors: dict[str, list[tuple[str, str]]] = field(
        default_factory=lambda: {"missed": [], "spurious": [], "span": [], "value": []}
    )

    def f1(self, hits: int) -> float:
        """The F1 of ``hits`` spans."""
        return 2 * hits / max(1, self.found + self.keys)

    @property
    def value_accuracy(self) -> float:
        """The share of right values among the relaxedly right spans."""
        return self.right / max(1, self.relaxed)

    def line(self, name: str) -> str:
        """All of it in one line."""
        sides = "   ".join(
            f"{sort} P {hits / max(1, self.found):.3f} R {hits / max(1, self.keys):.3f} F1 {self.f1(hits):.3f}"
            for sort, hits in (("strict", self.strict), ("relaxed", self.relaxed))
        )
        of_dates = self.dated_right / max(1, self.dated)
        return f"{name:22} {sides}   value {self.value_accuracy:.3f}   value of dates {of_dates:.3f}"

    def add(self, other: Score) -> None:
        """Add the counts and errors of another."""
        for name in (f.name for f in fields(self) if f.name != "errors"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        for sort, lines in other.errors.items():
            self.errors[sort] += lines


def read_document(path: Path) -> tuple[str, list[Key], str]:
    """The text of an annotated file, its outermost annotations, and the day it was got."""
    raw = path.read_text(encoding="utf-8")
    written = _WRITTEN.search(raw)
    body = raw[raw.index("<TEXT>") + len("<TEXT>") : raw.index("</TEXT>")]
    text, keys, at = "", [], 0
    open_tags: list[tuple[int, str]] = []
    for tag in _TAG.finditer(body):
        text += html.unescape(body[at : tag.start()])
        at = tag.end()
        if not tag[1]:
            value = _VALUE.search(tag[2])
            open_tags.append((len(text), value[1] if value else ""))
        else:
            start, given = open_tags.pop()
            if not open_tags:
                keys.append(Key(start, len(text), given))
    return text + html.unescape(body[at:]), keys, written[1] if written else ""


def comparable(value: str) -> str:
    """A TIMEX2 value as EDTF without qualifiers; "duration" or "vague" for what is no date."""
    if not value or value.endswith("_REF") or value.startswith(("XXXX", "BCXXXX")):
        return "vague"
    if value.startswith("P"):
        return "duration"
    value = value.partition("T")[0].replace("-XX", "")
    for season, code in _SEASONS.items():
        value = value.replace(f"-{season}", f"-{code}")
    if value.startswith("BC"):
        year, *rest = value[2:].split("-")
        digits = f"{int(year) - 1:04d}" if len(year) == 4 else year.ljust(4, "X")
        return "-".join([f"-{digits}", *rest])
    return value.ljust(4, "X") if value.isdigit() else value


def agrees(key: Key, mention: DateMention) -> bool:
    """Whether the value given is the one annotated."""
    match comparable(key.value):
        case "duration":
            return mention.kind == "duration"
        case "vague":
            return mention.value is None or (mention.kind == "relative" and key.value == "PRESENT_REF")
        case wanted:
            return mention.value is not None and mention.value.rstrip("~") == wanted


def score(text: str, keys: list[Key], mentions: list[DateMention]) -> Score:
    """Compare the mentions found in one document with its key."""
    total = Score(keys=len(keys), found=len(mentions))
    left = list(mentions)

    def note(sort: str, start: int, end: int, remark: str = "") -> None:
        around = (
            f"…{text[max(0, start - CONTEXT) : start]}[{text[start:end]}]{text[end : end + CONTEXT // 2]}… {remark}"
        )
        total.errors[sort].append((text[start:end], around.replace("\n", "|")))

    for key in keys:
        here = [m for m in left if m.start < key.end and key.start < m.end]
        if not here:
            note("missed", key.start, key.end)
            continue
        best = max(here, key=lambda m: min(m.end, key.end) - max(m.start, key.start))
        left.remove(best)
        total.relaxed += 1
        if (best.start, best.end) == (key.start, key.end):
            total.strict += 1
        else:
            note("span", key.start, key.end, f"found [{text[best.start : best.end]}]")
        wanted, right = comparable(key.value), agrees(key, best)
        total.right += right
        if wanted not in ("duration", "vague"):
            total.dated += 1
            total.dated_right += right
        if not right:
            note("value", key.start, key.end, f"{wanted}, found {best.value} ({best.kind})")
    for m in left:
        note("spurious", m.start, m.end)
    return total


def measure(folder: Path, only: tuple[str, ...] = ("",)) -> dict[str, Score]:
    """The score of each document in ``folder`` whose name holds one of ``only``, by its name."""
    scores = {}
    for path in sorted((folder / "keyinline").glob("*.key.xml")):
        if any(part in path.name for part in only):
            text, keys, written = read_document(path)
            found = StoryTime(written or None).read(text, vague=True)
            flat = [part for mention in found for part in (mention.parts or (mention,))]
            scores[path.name.removesuffix(".key.xml")] = score(text, keys, flat)
    return scores


def main() -> int:
    """Print the scores; exit status 0, also where the corpus is not there."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=DEFAULT)
    parser.add_argument("--errors", action="store_true", help="print what is wrong, and the commonest kinds of it")
    parser.add_argument("--documents", action="store_true", help="print the scores of each document")
    parser.add_argument("--only", default="", help="only documents whose name holds one of these, separated by commas")
    options = parser.parse_args()
    scores = measure(options.folder, tuple(options.only.split(",")))
    if not scores:
        print(f"no annotated WikiWars articles in {options.folder}: nothing measured", file=sys.stderr)
        return 0
    total = Score()
    for name, one in scores.items():
        if options.documents:
            print(one.line(name))
        total.add(one)
    print(total.line(f"all {len(scores)} articles"))
    if options.errors:
        for sort, lines in total.errors.items():
            kinds = Counter(re.sub(r"\d", "9", words.lower()) for words, _ in lines).most_common(COMMONEST)
            print(f"\n{sort}: {len(lines)}; " + ", ".join(f"{words} ({count})" for words, count in kinds))
            for _, around in lines:
                print("   ", around)
    return 0


if __name__ == "__main__":
    sys.exit(main())
