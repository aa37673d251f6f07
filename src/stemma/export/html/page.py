"""The page: its head with a strict policy, and one section for each document. Everything it needs is inside."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Sequence
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import TextIO

from stemma.errors import StemmaError
from stemma.export.base import Part
from stemma.export.html.cards import cards, least_sure
from stemma.export.html.items import LONGEST_NAME, Sheet, is_hedged, sheet
from stemma.export.html.names import names
from stemma.export.html.tags import Html, join, tag, text
from stemma.export.html.words import marked_text
from stemma.model.claim import Claim

LARGEST_PAGE = 60_000_000
"""The largest page that is written, in characters."""

_MOST_LIT = 1_000
"""Up to which number the words of a claim light up when it is pointed at."""

_SHOWN = (("all", "All"), ("claims", "Claims"), ("events", "Events"), ("hedged", "Hedged or denied"))


class HtmlPage:
    """Writes a page to read; see ``stemma.export.base.Exporter``."""

    name = "html"

    def write(self, parts: Iterable[Part], out: TextIO) -> int:
        """One page with all of ``parts``. How many claims and events are on it.

        Raises:
            StemmaError: if the page would be larger than ``LARGEST_PAGE``; nothing is written then.
        """
        sections: list[Html] = []
        sheets: list[tuple[str, int]] = []
        size = 0
        for number, part in enumerate(parts, 1):
            one = sheet(part, f"d{number}")
            sections.append(_section(one))
            sheets.append((part.document.title, len(one.items)))
            size += len(sections[-1])
            if size > LARGEST_PAGE:
                raise StemmaError(
                    f"the page would be larger than {LARGEST_PAGE:,} characters; ask for fewer documents at a time"
                )
        out.write(_page(sections, sheets))
        return sum(items for _, items in sheets)


def _page(sections: Sequence[Html], sheets: Sequence[tuple[str, int]]) -> Html:
    style = Html(_style() + _lit(max((items for _, items in sheets), default=0)))
    digest = b64encode(sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    title = sheets[0][0] if len(sheets) == 1 else f"{len(sheets)} documents"
    contents = [
        tag("li", tag("a", text(name, LONGEST_NAME), href=f"#d{n}"), f" {items}")
        for n, (name, items) in enumerate(sheets, 1)
    ]
    head = tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=policy),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="referrer", content="no-referrer"),
        tag("meta", name="color-scheme", content="light dark"),
        tag("title", text(f"{title} – claims and events", LONGEST_NAME)),
        tag("style", style),
    )
    many = [tag("nav", tag("ol", *contents), class_="contents", aria_label="Documents")] if len(sheets) != 1 else []
    body = tag("body", *many, join(sections, Html("\n")), class_="one" if len(sheets) == 1 else "many")
    return Html(f"<!DOCTYPE html>\n{tag('html', head, Html(chr(10)), body, lang='en')}\n")


def _section(one: Sheet) -> Html:
    panel = tag(
        "div",
        _filter(one),
        tag("div", least_sure(one), cards(one), class_="cards"),
        tag("div", tag("h2", "Names", id=f"{one.prefix}-names"), names(one), class_="names"),
        class_="panel",
        tabindex="0",
        role="region",
        aria_label="Claims, events and names",
    )
    words = tag("div", marked_text(one), class_="text", tabindex="0", role="region", aria_label="Text")
    return tag("section", _head(one), words, panel, class_="doc", id=one.prefix)


def _head(one: Sheet) -> Html:
    document, extraction = one.part.document, one.part.extraction
    claims = sum(isinstance(i.said, Claim) for i in one.items)
    hedged = sum(is_hedged(i.said.saying) for i in one.items)
    told = [
        _counted(claims, "claim"),
        _counted(len(one.items) - claims, "event"),
        f"{hedged} hedged or denied",
        _counted(len(one.entities), "name"),
    ]
    source = [document.source.title if document.source.title != document.title else "", document.source.publisher]
    source += [document.published or "", document.format, f"{extraction.extractor} {extraction.version}".strip()]
    legend = [
        tag("span", "claim", class_="m k1"),
        tag("span", "event", class_="m e"),
        tag("span", "hedged or denied", class_="m k1 hedged"),
        tag("span", "not read", class_="o"),
    ]
    return tag(
        "header",
        tag("h1", tag("bdi", text(document.title, LONGEST_NAME))),
        tag("p", " · ".join(told), class_="told"),
        tag("p", text(" · ".join(part[:LONGEST_NAME] for part in source if part)), class_="source"),
        tag("p", join(legend, " "), class_="legend"),
    )


def _filter(one: Sheet) -> Html:
    """What is shown: buttons that work by style alone."""
    choices: list[Html] = []
    for value, words in _SHOWN:
        id = f"{one.prefix}-{value}"
        button = tag("input", type="radio", name=f"{one.prefix}-show", id=id, class_=value, checked=value == "all")
        choices.append(join([button, tag("label", words, for_=id)]))
    group = tag("span", *choices, role="radiogroup", aria_label="What is shown")
    return tag("div", group, tag("a", "Names", href=f"#{one.prefix}-names"), class_="filter")


def _counted(number: int, one: str) -> str:
    return f"{number:,} {one}{'' if number == 1 else 's'}"


@cache
def _style() -> str:
    return (files("stemma.export.html") / "page.css").read_text("utf-8")


def _lit(most: int) -> str:
    """The rules by which the words of a card light up, and the card of words that were gone to."""
    return "\n".join(
        f".doc:has(.c{n}:is(:target,:hover,:focus-within),.w{n}:target) .s{n}{{background:var(--lit)}}"
        f".doc:has(.w{n}:target) .c{n}{{border-color:var(--ink)}}"
        for n in range(1, min(most, _MOST_LIT) + 1)
    )
