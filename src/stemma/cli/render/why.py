"""The words behind a claim, an event or a relation."""

from __future__ import annotations

from collections.abc import Mapping

from stemma.cli.render.found import print_found
from stemma.cli.render.screen import Screen
from stemma.model.dates import describe
from stemma.pipeline import Retraced
from stemma.query.provenance import Ground, Passage, Why

_COLUMN = 14
_INDENT = 2


def print_why(why: Why, steps: Mapping[str, Retraced], screen: Screen) -> None:
    """Print what was asked about, what else is known of it, and each ground with its words in their sentence.

    ``steps`` says how claims were found, by their ids; claims that are not in it are told without.
    """
    screen.line(screen.text((why.says, "title")))
    for label, value in why.facts:
        screen.pair(screen.text((label, "label")), screen.text(value), _INDENT, _COLUMN)
    alone = len(why.grounds) + len(why.against) == 1
    for title, grounds in (("For", why.grounds), ("Against", why.against)):
        if grounds and why.kind == "relation":
            screen.heading(title)
        for ground in grounds:
            screen.line()
            _print_ground(ground, screen, alone)
            if ground.claim in steps:
                print_found(steps[ground.claim], screen)


def _print_ground(ground: Ground, screen: Screen, alone: bool) -> None:
    for passage in ground.passages:
        _print_passage(passage, screen)
    voice = ground.voice or "in the author's own voice"
    polarity = "denied, " if ground.polarity == "negative" else ""
    date = describe(ground.date) if ground.date else ""
    former = "past, by the document's own words" if ground.former else ""
    found = f"{ground.extractor} {ground.version}".strip() + (f", {ground.found_by}" if ground.found_by else "")
    facts = [
        ("said", f"{polarity}{voice}"),
        ("when", ", ".join(part for part in (date, former) if part) if alone or date or former else ""),
        ("document", f"{ground.title} · {ground.origin}" if ground.origin else ground.title),
        ("read", f"{ground.fetched} as {ground.document}"),
        ("found by", f"{found}; confidence {ground.confidence:.2f}"),
        ("judged", "; ".join(ground.judgements)),
        ("claim", ground.claim),
    ]
    for label, value in facts:
        if value:
            screen.pair(screen.text((label, "label")), screen.text(value), _INDENT, _COLUMN)


def _print_passage(passage: Passage, screen: Screen) -> None:
    text = screen.text(
        (passage.before, "quiet"), ("“", ""), (passage.quote, "count"), ("”", ""), (passage.after, "quiet")
    )
    screen.line(text, _INDENT, _INDENT)
    section = passage.section or "lead"
    where = f"{section}, line {passage.line}, characters {passage.start} to {passage.end}"
    screen.line(screen.text((where, "quiet")), _INDENT, _INDENT)
