#!/usr/bin/env python3
"""Measure how well dates are found and valued on WikiWars, war articles annotated with TIMEX2.

usage: wikiwars.py [FOLDER] [--errors] [--documents]

FOLDER holds ``keyinline/*.key.xml``; without it, ``../shared/data/wikiwars``
beside the checkout is taken. A span is strictly right if both its ends are, and
relaxedly right if it overlaps one annotated (each counted once); of annotations within
one another the outermost counts. A value is right if it is the annotated date; a
duration if it is called one; a vague time ("now", "the future") if no date is given for it, or that of writing.
"""

from __future__ import annotations

import argparse
import html
import re
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from stemma.extract.rules.dates import DateMention, StoryTime

DEFAULT = Path(__file__).resolve().parents[1] / ".." / "shared" / "data" / "wikiwars"
_TAG = re.compile(r"<(/?)TIMEX2([^>]*)>")
_ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')
_SEASONS = {"SP": "21", "SU": "22", "FA": "23", "WI": "24"}


@dataclass(frozen=True)
class Key:
    """One annotation: its place in the text and its TIMEX2 value."""

    start: int
    end: int
    value: str


def read_document(path: Path) -> tuple[str, list[Key], str]:
    """The text of an annotated file, its outermost annotations, and the day it was got."""
    raw = path.read_text(encoding="utf-8")
    written = re.search(r"<DATETIME>.*?(\d{4}-\d{2}-\d{2})", raw, re.DOTALL)
    body = raw[raw.index("<TEXT>") + len("<TEXT>") : raw.index("</TEXT>")]
    text, keys, open_tags, at = "", [], [], 0
    for tag in _TAG.finditer(body):
        text += html.unescape(body[at : tag.start()])
        at = tag.end()
        if not tag[1]:
            open_tags.append((len(text), dict(_ATTRIBUTE.findall(tag[2])).get("val", "")))
        else:
            start, value = open_tags.pop()
            if not open_tags:
                keys.append(Key(start, len(text), value))
    return text + html.unescape(body[at:]), keys, written[1] if written else "2009-12-19"


def comparable(value: str) -> str:
    """A TIMEX2 value as EDTF without qualifiers; "duration" or "vague" for what is no date."""
    if not value or value.endswith("_REF") or value.startswith("XXXX") or value.startswith("BCXXXX"):
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
    wanted = comparable(key.value)
    if wanted in ("duration", "vague"):
        now = mention.kind == "relative" and key.value == "PRESENT_REF"
        return (mention.kind == "duration" if wanted == "duration" else mention.value is None) or now
    return mention.value is not None and mention.value.rstrip("~") == wanted


def flatten(mentions: list[DateMention]) -> list[DateMention]:
    """Ranges as their two ends, since TIMEX2 annotates those."""
    return [part for mention in mentions for part in (mention.parts or (mention,))]


@dataclass
class Score:
    """Counts over any number of documents."""

    keys: int = 0
    found: int = 0
    strict: int = 0
    relaxed: int = 0
    right: int = 0
    dated: int = 0
    dated_right: int = 0

    def line(self, name: str) -> str:
        """The scores in one line."""
        return (
            f"{name:28} strict P {self.strict / self.found:.3f} R {self.strict / self.keys:.3f} "
            f"F1 {2 * self.strict / (self.found + self.keys):.3f}   relaxed P {self.relaxed / self.found:.3f} "
            f"R {self.relaxed / self.keys:.3f} F1 {2 * self.relaxed / (self.found + self.keys):.3f}   "
            f"value {self.right / max(1, self.relaxed):.3f}   of dates {self.dated_right / max(1, self.dated):.3f}"
        )

    def add(self, other: Score) -> None:
        """Add the counts of another."""
        for name in vars(other):
            setattr(self, name, getattr(self, name) + getattr(other, name))


def score(text: str, keys: list[Key], mentions: list[DateMention], errors: dict[str, list[str]]) -> Score:
    """Compare one document's mentions with its key; what is wrong is added to ``errors`` by sort."""
    total = Score(keys=len(keys), found=len(mentions))
    left = list(mentions)
    for key in keys:
        here = [m for m in left if m.start < key.end and key.start < m.end]
        context = (
            f"…{text[max(0, key.start - 45) : key.start]}[{text[key.start : key.end]}]{text[key.end : key.end + 25]}…"
        )
        context = context.replace("\n", "|")
        if not here:
            errors["missed"].append(context)
            continue
        best = max(
            here,
            key=lambda m: (m.start == key.start and m.end == key.end, min(m.end, key.end) - max(m.start, key.start)),
        )
        left.remove(best)
        total.relaxed += 1
        if (best.start, best.end) == (key.start, key.end):
            total.strict += 1
        else:
            errors["span"].append(f"{context} found [{text[best.start : best.end]}]")
        right = agrees(key, best)
        is_date = comparable(key.value) not in ("duration", "vague")
        total.right += right
        total.dated += is_date
        total.dated_right += is_date and right
        if not right:
            errors["value"].append(f"{context} {comparable(key.value)} found {best.value} ({best.kind})")
    for m in left:
        errors["spurious"].append(
            f"…{text[max(0, m.start - 45) : m.start]}[{text[m.start : m.end]}]{text[m.end : m.end + 25]}…".replace(
                "\n", "|"
            )
        )
    return total


def main() -> int:
    """Print the scores; exit status 0, also where the corpus is not there."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=DEFAULT)
    parser.add_argument("--errors", action="store_true", help="print what is wrong")
    parser.add_argument("--documents", action="store_true", help="print the scores of each document")
    parser.add_argument("--only", help="documents whose name holds one of these, separated by commas")
    options = parser.parse_args()
    files = sorted((options.folder / "keyinline").glob("*.key.xml"))
    if not files:
        print(f"WikiWars is not in {options.folder}: nothing measured", file=sys.stderr)
        return 0
    total = Score()
    errors: dict[str, list[str]] = {"missed": [], "spurious": [], "span": [], "value": []}
    for path in files:
        if options.only and not any(part in path.name for part in options.only.split(",")):
            continue
        text, keys, written = read_document(path)
        one = score(text, keys, flatten(StoryTime(written).read(text, vague=True)), errors)
        if options.documents:
            print(one.line(path.name.removesuffix(".key.xml")))
        total.add(one)
    print(total.line("all"))
    for sort, lines in errors.items():
        print(f"{sort}: {len(lines)}")
        if options.errors:
            for line in lines:
                print("   ", line)
    return 0


if __name__ == "__main__":
    sys.exit(main())
