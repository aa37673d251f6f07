"""Names in a document: where they stand, and who bears them.

Evidence, strongest first: the title and the infobox, abbreviations and other
names in brackets, the words of the name, its surroundings, the recogniser.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from stemma.extract.rules import lexicon
from stemma.extract.rules.aliases import Alias, aliases
from stemma.extract.rules.cast import Cast, Referent
from stemma.extract.rules.home import home_of
from stemma.extract.rules.kinds import Votes, from_context, from_label
from stemma.extract.rules.runs import Run, runs
from stemma.extract.rules.sharpen import sharpened
from stemma.extract.rules.spelled import spelled_out
from stemma.extract.rules.text import Passage
from stemma.model.document import Document, InfoboxItem
from stemma.model.entity import Kind
from stemma.model.names import fold, name_key

Labels = Sequence[tuple[int, int, str]]
"""What the recogniser found in a passage: start, end, label."""

_SURE = 6.0
"""The weight of a kind that the document's own structure gives."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A name at a place of a passage, and whose it is."""

    start: int
    end: int
    referent: Referent
    title: str = ""
    described: bool = False


@dataclass(slots=True)
class Named:
    """The names of a whole document. ``mentions[i]`` and ``aliases[i]`` are those of passage ``i``."""

    cast: Cast
    subject: Referent | None
    mentions: list[list[Mention]] = field(default_factory=list)
    aliases: list[list[Alias]] = field(default_factory=list)


def read_names(
    document: Document,
    texts: Sequence[Passage],
    dates: Sequence[Sequence[tuple[int, int]]],
    labels: Sequence[Labels],
) -> Named:
    """The names in ``texts``, the passages of ``document``; ``dates`` (their places) are no names."""
    cast = Cast(document.source.id)
    cast.home = home_of(texts)
    subject = _subject(document, cast)
    known = _from_infobox(document, cast)
    if subject is not None:
        known.add(subject.name)
    known |= _from_lists(texts) | spelled_out(texts)
    pattern = _known_pattern(known)
    found = [_runs_of(passage.text, taken, pattern) for passage, taken in zip(texts, dates, strict=True)]
    found = [sharpened(p.text, line, marks) for p, line, marks in zip(texts, found, labels, strict=True)]
    found = _without_chance_capitals(texts, found, labels, cast)
    named = Named(cast, subject)
    for passage, run_list, label_list in zip(texts, found, labels, strict=True):
        for run in run_list:
            _vote(cast, passage.text, run, label_list)
        places = [(run.start, run.end) for run in run_list]
        named.aliases.append(aliases(passage.text, places))
    if subject is not None:
        _join_lead(cast, subject, texts, found)
    for i, run_list in enumerate(found):
        _join_aliases(cast, run_list, named.aliases[i])
    cast.settle()
    if subject is not None:
        named.subject = cast.get(subject.name)
    for run_list in found:
        line = []
        for run in run_list:
            referent = cast.get(run.text)
            if referent is not None:
                line.append(Mention(run.start, run.end, referent, run.title, run.described))
        named.mentions.append(line)
    return named


def _subject(document: Document, cast: Cast) -> Referent | None:
    title = re.sub(r"\s*\([^()]*\)$", "", document.title).strip() if document.title else ""
    if not title:
        return None
    referent = cast.add(title, Counter({"organization": 1.5}))
    if document.infobox:
        referent.fixed = "organization"
    referent.main = title
    return referent


@cache
def _field_kinds() -> dict[str, Kind]:
    table: dict[str, Kind] = {}
    for kind, keys in lexicon.load("infobox")["kinds"].items():
        table.update(dict.fromkeys(keys, kind))
    return table


def _from_infobox(document: Document, cast: Cast) -> set[str]:
    """Add the infobox's names to the cast; the names themselves are looked for in the prose."""
    known: set[str] = set()
    for line in document.infobox:
        kind = _field_kinds().get(line.key)
        if kind is None:
            continue
        for item in line.items:
            if item.lost or not item.text or len(item.text) > 100:
                continue
            name, _ = split_title(item.text)
            referent = cast.add(name, _sure(kind, name))
            known.add(name)
            _item_aliases(cast, referent, item)
    return known


def _from_lists(texts: Sequence[Passage]) -> set[str]:
    """List items that are nothing but a name: "Muhammad the Conqueror Brigade"."""
    heads = lexicon.words("names", "organization_heads") | lexicon.words("names", "conflict_heads")
    known = set()
    for passage in texts:
        name = re.sub(r"\s*\([^()]*\)", "", passage.text).strip(" -–*•.,;:")
        words = name.split()
        if (
            passage.block.kind == "list_item"
            and 2 <= len(words) <= 8
            and words[0][0].isupper()
            and words[-1].casefold() in heads
        ):
            known.add(name)
    return known


def _item_aliases(cast: Cast, referent: Referent, item: InfoboxItem) -> None:
    for alias in item.aliases:
        cast.alias(referent, alias, "alias")


def _sure(kind: Kind, name: str) -> Votes:
    weight = 2.0 if kind == "organization" and name.casefold() in lexicon.place_names() else _SURE
    votes: Votes = Counter()
    votes[kind] += weight  # type: ignore[assignment]
    return votes


def split_title(text: str) -> tuple[str, str]:
    """A person's name and the titles before it: "Lt. Col. Fares Bayoush" gives ("Fares Bayoush", "Lt. Col.")."""
    words = text.split()
    i = 0
    while i < len(words) - 1 and words[i].casefold() in lexicon.words("names", "person_titles"):
        i += 1
    return " ".join(words[i:]), " ".join(words[:i])


def _known_pattern(known: set[str]) -> re.Pattern[str] | None:
    names = sorted((n for n in known if len(n) > 3 and (n[0].isupper() or n[:4].isdigit())), key=lambda n: (-len(n), n))
    if not names:
        return None
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)")


def _runs_of(text: str, taken: Sequence[tuple[int, int]], known: re.Pattern[str] | None) -> list[Run]:
    exact = [Run(m.start(), m.end(), m.group()) for m in known.finditer(text)] if known else []
    kept: list[Run] = []
    for run in runs(text, taken):
        clash = [e for e in exact if e.start < run.end and run.start < e.end]
        if not clash:
            kept.append(run)
        elif len(clash) == 1 and run.start <= clash[0].start and clash[0].end <= run.end and run.text != clash[0].text:
            # A longer run of capitals holds the known name: "Hurras al-Din Front" is not Hurras al-Din.
            exact.remove(clash[0])
            kept.append(run)
        else:
            for e in clash:
                if e.start == run.start and run.title:
                    exact[exact.index(e)] = Run(e.start, e.end, e.text, run.title)
    return sorted([*kept, *exact], key=lambda r: r.start)


def _without_chance_capitals(
    texts: Sequence[Passage], found: list[list[Run]], labels: Sequence[Labels], cast: Cast
) -> list[list[Run]]:
    """Drop single words that are capitalised only because a sentence begins with them."""
    proven = {name_key(r.text) for line in found for r in line if not r.initial}
    surnames = {name_key(r.text).split()[-1] for line in found for r in line if " " in r.text and name_key(r.text)}
    lower = Counter(w for p in texts for w in re.findall(r"\b[a-z]{3,}\b", p.text))
    kept: list[list[Run]] = []
    for run_list, label_list in zip(found, labels, strict=True):
        line = []
        for run in run_list:
            single = " " not in run.text
            if run.initial and single and name_key(run.text) not in proven and run.text not in cast:
                labelled = any(s < run.end and run.start < e for s, e, _ in label_list)
                named = labelled or name_key(run.text) in surnames
                if lower[fold(run.text)] or not named:
                    continue
            line.append(run)
        kept.append(line)
    return kept


def _vote(cast: Cast, text: str, run: Run, labels: Labels) -> None:
    structure: Votes = Counter()
    if run.described:
        structure["organization"] = 5
    if run.title or '"' in run.text or "“" in run.text:
        structure["person"] = 4
    opinion: Votes = Counter()
    for start, end, label in labels:
        if start < run.end and run.start < end:
            opinion.update(from_label(label, run.text))
    referent = cast.add(run.text, None, from_context(text, run.start, run.end), opinion)
    if '"' in run.text or "“" in run.text:
        cast.alias(referent, re.sub(r'[\s]*["“][^"“”]*["”]', "", run.text), "alias")
    for kind, weight in structure.items():
        referent.votes[kind] = max(referent.votes[kind], weight)


def _join_lead(cast: Cast, subject: Referent, texts: Sequence[Passage], found: Sequence[Sequence[Run]]) -> None:
    """Names of the lead that are the subject's: the first, if it shares words with the title, and those in capitals."""
    title = set(name_key(subject.name).split())
    for passage, run_list in zip(texts, found, strict=True):
        if passage.block.kind != "paragraph":
            continue
        sentence_end = passage.text.find(". ")
        for i, run in enumerate(run_list):
            if sentence_end >= 0 and run.start > sentence_end:
                break
            words = set(name_key(run.text).split())
            shouted = run.text.isupper() and len(run.text) > 5 and " " in run.text
            if shouted or (
                i == 0 and run.start < 40 and words and (len(words & title) * 2 >= len(title) or words <= title)
            ):
                referent = cast.get(run.text)
                if referent is not None and referent.kind != "person":
                    cast.alias(subject, run.text, "alias")
        return


def _join_aliases(cast: Cast, run_list: Sequence[Run], found: Sequence[Alias]) -> None:
    for alias in found:
        if alias.owner is None:
            continue
        owner = cast.get(run_list[alias.owner].text)
        if owner is None or owner.kind == "place":
            continue
        other = cast.get(alias.text)
        if other is not None and other is not owner and (other.fixed or other.main):
            continue
        cast.alias(owner, alias.text, alias.kind)
