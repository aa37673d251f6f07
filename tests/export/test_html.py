"""The page to read: well formed, harmless, and with everything on it."""

from __future__ import annotations

import io
import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from html.parser import HTMLParser

import pytest
from example import TITLE, example
from hypothesis import given, settings
from hypothesis import strategies as st
from told import claim, event, read

from stemma.errors import StemmaError
from stemma.export.base import Part
from stemma.export.html import cards, page, words
from stemma.export.html.page import HtmlPage
from stemma.export.html.tags import Html, join, tag, text
from stemma.model.claim import Claim
from stemma.model.document import Block, Document, Source
from stemma.model.entity import Entity, Name
from stemma.model.event import Casualties, Event
from stemma.model.extraction import Extraction
from stemma.model.span import Span

_VOID = {"meta", "input", "br", "hr"}


class Page(HTMLParser):
    """A page taken apart; an element that is not closed where it should be is an error."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[tuple[str, str]] = []
        self.feed(markup)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        assert len(given) == len(attrs)
        assert not (tag == "a" and "a" in self.open)
        self.elements.append((tag, given))
        self.ids += [given["id"] or ""] if "id" in given else []
        self.links += [given["href"] or ""] if "href" in given else []
        if tag not in _VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append((self.open[-1] if self.open else "", data))


def written(*parts: Part) -> str:
    out = io.StringIO()
    HtmlPage().write(parts, out)
    return out.getvalue()


def shown(markup: str) -> str:
    """The text of the document as the page shows it, without the numbers in it."""
    body = re.search(r'<div class="text".*?>(.*?)</div><div class="panel"', markup, re.DOTALL)
    assert body is not None
    found = Page(re.sub(r"<sup>.*?</sup>", "", body[1]))
    return "".join(data for _, data in found.words)


def test_the_page_is_sound_and_every_link_leads_somewhere() -> None:
    found = Page(written(Part(*example()), Part(*read(claim("B", "strength", "10"), title="B"))))
    assert len(set(found.ids)) == len(found.ids)
    assert {link.removeprefix("#") for link in found.links} <= set(found.ids)
    assert all(link.startswith("#") for link in found.links)


def test_every_claim_and_event_has_its_words_its_card_and_links_both_ways() -> None:
    document, made = example()
    markup = written(Part(document, made))
    found = Page(markup)
    for number in range(1, len(made.claims) + len(made.events) + 1):
        assert {f"d1c{number}", f"d1w{number}"} <= set(found.ids)
        assert {f"#d1c{number}", f"#d1w{number}"} <= set(found.links)
        assert f" s{number}" in markup
    assert " ".join(shown(markup).split()) == " ".join(document.text.split())


def card(markup: str, words: str) -> str:
    """The text of the card that has ``words`` in it."""
    texts = [re.sub(r"<[^>]*>", "", c) for c in re.findall(r"<article.*?</article>", markup, re.DOTALL)]
    (found,) = [c for c in texts if words in c]
    return found


def test_a_card_says_everything() -> None:
    markup = written(Part(*example()))
    death = card(markup, "passed on by a pro-government outlet")
    for part in ("Khamza al-Shishani", "died", "killed", "March 2019", "claimed by Syrian army", "1.00", "by hand"):
        assert part in death
    assert "not part of" in card(markup, "it is no part of al-Qaeda")
    assert "until May 2020" in card(markup, "Until May 2020")
    assert "past" in card(markup, "Until May 2020")
    clash = card(markup, "two army posts")
    assert "clash in northern Hama" in clash
    assert "40 killed (Syrian army), claimed by Ansar al-Tawhid; 16 killed (Syrian army), confirmed" in clash
    protest = card(markup, "Protests followed")
    assert re.search(r"came of\d+", protest)


def test_entities_stand_with_kinds_and_other_names() -> None:
    markup = written(Part(*example()))
    for part in ("organization", "person", "place"):
        assert f'class="kind {part}"' in markup
    assert '<bdi title="alias">army</bdi>' in markup


def test_the_policy_allows_nothing_but_its_own_style() -> None:
    markup = written(Part(*example()))
    (style,) = re.findall(r"<style>(.*?)</style>", markup, re.DOTALL)
    digest = b64encode(sha256(style.encode()).digest()).decode()
    policy = next(
        attributes["content"]
        for name, attributes in Page(markup).elements
        if name == "meta" and attributes.get("http-equiv") == "Content-Security-Policy"
    )
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    assert not re.search(r"<script|<link|<img|<iframe| style=| on\w+=|url\(|@import|https?:", markup)


HOSTILE = '</p><script>alert(1)</script>"\'><a href="javascript:alert(1)" onclick=x>\u202e\x1b[2J\x00 & &amp; ]]> -->'


def test_hostile_text_stays_text() -> None:
    names = (HOSTILE, f"B {HOSTILE}")
    records = [
        claim(names[0], "allied_with", names[1], by=HOSTILE, quote=f"one {HOSTILE}"),
        claim(names[0], "stated_goal", HOSTILE, chain=[HOSTILE], quote=f"two {HOSTILE}"),
        event("clash", "2019", *names, quote=f"three {HOSTILE}", casualties=[{"killed": HOSTILE, "who": HOSTILE}]),
    ]
    document, made = read(*records, title=HOSTILE)
    document = replace(document, source=Source(HOSTILE, HOSTILE, HOSTILE), published=HOSTILE, format=HOSTILE)
    claims = tuple(replace(c, found_by=HOSTILE, extractor=HOSTILE) for c in made.claims)
    found = Page(written(Part(document, replace(made, claims=claims, extractor=HOSTILE))))
    kinds = {name for name, _ in found.elements}
    assert not kinds & {"script", "img", "object", "iframe", "form", "svg"}
    assert not {key for _, given in found.elements for key in given if key.startswith("on") or key == "style"}
    assert all(link.startswith("#d1") for link in found.links)
    everything = "".join(data for _, data in found.words) + "".join(
        str(v) for _, a in found.elements for v in a.values()
    )
    assert not set(everything) & set("\x1b\x00\u202e")
    assert "␛[2J␀" in everything


def test_long_names_and_quotes_are_cut_and_long_texts_too(monkeypatch: pytest.MonkeyPatch) -> None:
    long = "word " * 2_000
    document, made = read(claim(f"A {long}", "stated_goal", long, quote=long.strip()), title="A page")
    assert len(written(Part(document, made))) < len(document.text) + 40_000
    monkeypatch.setattr(words, "LONGEST_TEXT", 100)
    monkeypatch.setattr(cards, "LONGEST_TEXT", 100)
    markup = written(Part(*example()))
    found = Page(markup)
    assert "The rest of the text" in markup
    assert {link.removeprefix("#") for link in found.links} <= set(found.ids)


def test_a_page_that_would_be_too_large_is_not_written(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page, "LARGEST_PAGE", 10_000)
    out = io.StringIO()
    with pytest.raises(StemmaError, match="ask for fewer documents"):
        HtmlPage().write([Part(*example())], out)
    assert out.getvalue() == ""


def test_many_claims_on_the_same_words_stay_small() -> None:
    records = [claim("A", "strength", str(number), quote="A has many fighters") for number in range(300)]
    markup = written(Part(*read(*records)))
    assert len(markup) < 600_000
    Page(markup)


def test_what_is_not_read_is_dim_and_headings_lose_their_signs() -> None:
    whole = "= T =\n\n== Past ==\nIt [1] was.\n* a point\n"
    blocks = (
        Block("heading", whole.index("Past"), whole.index("Past") + 4),
        Block(
            "paragraph",
            whole.index("It"),
            whole.index("It") + 11,
            skips=((whole.index("[1]"), whole.index("[1]") + 3),),
        ),
        Block("list_item", whole.index("a point"), whole.index("a point") + 7),
    )
    document = Document(Source("T"), "T", whole, "plain", "00", blocks=blocks)
    markup = written(Part(document, Extraction(document.id)))
    assert '<span class="o">= T =</span>' in markup
    assert '<p class="h" dir="auto"><span class="o">== </span>Past<span class="o"> ==</span></p>' in markup
    assert 'It <span class="o">[1]</span> was.' in markup
    assert '<p class="li" dir="auto">' in markup


def test_several_documents_have_a_list_of_them_and_one_has_none() -> None:
    one, two = Part(*example()), Part(*read(claim("B", "strength", "10"), title="B"))
    assert '<nav class="contents"' not in written(one)
    both = written(one, two)
    assert f'<a href="#d1">{TITLE}</a> 31' in both
    assert '<a href="#d2">B</a> 1' in both


@settings(max_examples=60, deadline=None)
@given(
    st.text(min_size=1, max_size=80),
    st.lists(st.tuples(st.integers(0, 79), st.integers(1, 40)), min_size=1, max_size=12),
)
def test_any_text_with_any_spans_makes_a_sound_page(whole: str, places: list[tuple[int, int]]) -> None:
    document = Document(Source("T"), "T", whole, "plain", "00")
    spans = [Span(document.id, s % len(whole), min(len(whole), s % len(whole) + n)) for s, n in places]
    claims = tuple(Claim("e", "strength", None, str(n), tuple(spans[n:])) for n in range(len(spans)))
    events = (Event("clash", (spans[0],), casualties=(Casualties("men", killed="3"),)),)
    extraction = Extraction(document.id, None, (Entity("e", "organization", (Name("E"),)),), claims, events)
    found = Page(written(Part(document, extraction)))
    assert {link.removeprefix("#") for link in found.links} <= set(found.ids)
    assert len(found.ids) == len(set(found.ids))


def test_tags_escape_all_but_markup() -> None:
    assert tag("p", "<b>", Html("<i></i>"), class_="x", hidden=True, title='"', lang=None) == (
        '<p class="x" hidden title="&quot;">&lt;b&gt;<i></i></p>'
    )
    assert tag("input", type="radio") == '<input type="radio">'
    assert join(["<", Html("<br>")], ", ") == "&lt;, <br>"
    assert text("abcdef", 3) == "abc…"
    assert text("\ud800\u202e\x07") == "��␇"
