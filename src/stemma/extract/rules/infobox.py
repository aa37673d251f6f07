"""Claims of an infobox, and of lists of members: what their items say of the document's subject."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from stemma.errors import DateError
from stemma.extract.rules import lexicon
from stemma.extract.rules.cast import Cast, Referent
from stemma.extract.rules.dates import DateMention, StoryTime
from stemma.extract.rules.draft import ClaimDraft
from stemma.extract.rules.names import split_title
from stemma.extract.rules.quantities import parse_number
from stemma.extract.rules.text import Passage
from stemma.extract.rules.when import edtf
from stemma.model.document import Document, InfoboxField, InfoboxItem
from stemma.model.span import Span

_CONFIDENCE = 0.9
_FORMER = re.compile(r"\b(?:former|formerly|until|past|previous|defunct|ex-)\b", re.IGNORECASE)
_PRESENT = re.compile(r"\bpresent\b|\bactive\b", re.IGNORECASE)


def infobox_claims(document: Document, subject: Referent, cast: Cast) -> Iterator[ClaimDraft]:
    """What the infobox of ``document`` says of ``subject``."""
    rules: dict[str, Any] = lexicon.load("infobox")["claims"]
    for line in document.infobox:
        if line.key in ("active", "founded", "dissolved"):
            yield from _life(document, line, subject)
        elif rule := rules.get(line.key):
            for item in line.items:
                if not item.lost and item.text:
                    yield from _item(document, line, item, rule, subject, cast)


def _item(
    document: Document, line: InfoboxField, item: InfoboxItem, rule: dict[str, Any], subject: Referent, cast: Cast
) -> Iterator[ClaimDraft]:
    span = Span(document.id, item.start, item.end)
    date, former = _qualified(item)
    found_by = f"infobox.{line.key}"
    if rule.get("literal"):
        value = strength(item.text) if rule["predicate"] == "strength" else item.text
        if value:
            yield ClaimDraft(
                subject,
                rule["predicate"],
                None,
                value,
                [span],
                date=date,
                former=former,
                found_by=found_by,
                confidence=_CONFIDENCE,
            )
        return
    name, _ = split_title(item.text)
    other = cast.get(name)
    if other is None or other is subject or len(name) > 100:
        return
    one, two = (other, subject) if rule.get("reverse") else (subject, other)
    if rule["predicate"] == "participated_in":
        date = date or _date_in(item.text)
    yield ClaimDraft(
        one, rule["predicate"], two, None, [span], date=date, former=former, found_by=found_by, confidence=_CONFIDENCE
    )
    for mark in item.marks:
        if death := lexicon.load("infobox")["deaths"].get(mark):
            yield ClaimDraft(other, "died", None, death, [span], found_by=f"{found_by}.fate", confidence=_CONFIDENCE)
    for alias in item.aliases:
        yield ClaimDraft(
            other, "also_known_as", None, alias, [span], found_by=f"{found_by}.alias", confidence=_CONFIDENCE
        )


def strength(text: str) -> str | None:
    """A strength as the interchange format writes it: "7500+", "300-1000", "several hundred"; years are none."""
    for mention in reversed(StoryTime().read(text)):
        if mention.phrase_start < mention.start:  # "8,000 between 1969 and 1998", "150 as of 2005"
            text = text[: mention.phrase_start] + text[mention.end :]
    number = parse_number(text)
    if number is None:
        return None
    return f"{number}+" if re.search(r"\d\+", text) else number


def _qualified(item: InfoboxItem) -> tuple[str | None, bool]:
    """The date of an item and whether it is past, from the remarks beside it and the sub-head above it."""
    former = bool(_FORMER.search(item.group))
    date = None
    for remark in item.qualifiers:
        former = former or bool(_FORMER.search(remark))
        mention = _first_date(remark)
        if mention is not None and date is None:
            date = edtf(mention, "start" if _PRESENT.search(remark) else "at")
    return date, former


def _first_date(text: str) -> DateMention | None:
    for mention in StoryTime().read(text):
        if mention.value is not None and mention.kind in ("absolute", "partial"):
            return mention
    return None


def _date_in(text: str) -> str | None:
    mention = _first_date(text)
    return mention.value if mention is not None else None


def _life(document: Document, line: InfoboxField, subject: Referent) -> Iterator[ClaimDraft]:
    """When it was founded and dissolved: of a range its two ends, of "1959–present" the first."""
    text = " ".join(" ".join((item.text, *item.qualifiers)) for item in line.items if not item.lost)
    mentions = [m for m in StoryTime().read(text) if m.value is not None and m.kind in ("absolute", "partial")]
    if not mentions:
        return
    first, last = mentions[0], mentions[-1]
    value = first.value or ""
    start = value.partition("/")[0] if first.relation != "until" else ""
    end = ""
    if "/" in value or first.relation == "until":
        end = value.rpartition("/")[2]
    elif last is not first:
        end = (last.value or "").rpartition("/")[2]
    span = Span(document.id, line.items[0].start if line.items else line.start, line.end)
    if line.key == "dissolved":
        start, end = "", start
    if line.key == "founded" or _PRESENT.search(text[last.end :]):
        end = ""
    for predicate, date in (("founded", start), ("dissolved", end)):
        if date.strip("."):
            yield ClaimDraft(
                subject,
                predicate,
                None,
                date,
                [span],
                date=date,
                found_by=f"infobox.{line.key}",
                confidence=_CONFIDENCE,
            )


def list_claims(
    texts: Sequence[Passage], document: Document, topics: Sequence[Referent | None], cast: Cast
) -> Iterator[ClaimDraft]:
    """Members from lists under headings such as "Member groups": each item is part of what it is nested in."""
    titles = frozenset(lexicon.load("infobox")["member_lists"])
    above: list[tuple[int, Referent]] = []
    for passage, topic in zip(texts, topics, strict=True):
        block = passage.block
        section = document.sections[block.section] if document.sections else None
        if block.kind != "list_item" or section is None or section.title.strip(" :").casefold() not in titles:
            above.clear()
            continue
        bare = re.sub(r"\s*\([^()]*\)", "", passage.text).strip(" -–*•.,;:")
        member = cast.get(split_title(bare)[0])
        if member is None or member.kind != "organization" or topic is None:
            continue
        while above and above[-1][0] >= block.depth:
            above.pop()
        parent = above[-1][1] if above else topic
        above.append((block.depth, member))
        if parent is not member:
            date, former = _list_remark(passage.text, section.title)
            span = passage.span(0, len(passage.text))
            yield ClaimDraft(
                member,
                "part_of",
                parent,
                None,
                [span],
                date=date,
                former=former,
                found_by="list.members",
                confidence=0.85,
            )


def _list_remark(text: str, heading: str) -> tuple[str | None, bool]:
    remark = " ".join(re.findall(r"\(([^()]*)\)", text))
    mention = _first_date(remark)
    try:
        date = edtf(mention, "start" if _PRESENT.search(remark) else "at")
    except DateError:
        date = None
    return date, bool(_FORMER.search(remark) or _FORMER.search(heading))
