"""What holds of every reader, whatever the text."""

from __future__ import annotations

import time
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stemma.documents import READERS
from stemma.documents.base import Reading
from stemma.documents.read import read_bytes
from stemma.errors import DocumentError
from stemma.model.document import InfoboxItem

FORMATS = READERS.names()
PIECES = (
    *(
        "{{",
        "}}",
        "[[",
        "]]",
        "|",
        "=",
        "==",
        "= Title =\n",
        "<ref>",
        "</ref>",
        "<br>",
        "'''",
        "''",
        "{|\n",
        "|-\n",
        "|}\n",
    ),
    *(
        "\n",
        "\n\n",
        "\n\n\n",
        "- ",
        "-   ",
        "    -   ",
        "* ",
        "** ",
        "# ",
        "## ",
        "1. ",
        "> ",
        ": ",
        "---\n",
        "```\n",
        "_",
        "**",
    ),
    *(
        "[1]",
        "[12]",
        "()",
        "(",
        ")",
        ",",
        ", ",
        ", , ",
        ",,",
        "†",
        "KIA",
        "(KIA)",
        "(formerly)",
        "(2014)",
        "#",
        ".",
        ":",
        ";",
    ),
    *(
        "Leader: ",
        "- Allies: ",
        "Opponents:",
        "Size: 1,000",
        "State opponents:",
        "title: A\n",
        "description: B\n",
        "25px ",
    ),
    *(
        "{{Infobox war faction\n",
        "| leaders = ",
        "{{plainlist|",
        "{{flag|",
        "{{KIA}}",
        "{{start date|2014|1|2}}",
        "[[File:a.jpg|",
    ),
    *(
        "The GROUP",
        "Abu Yusuf",
        "history",
        "History",
        "References",
        "See also",
        "Category:A",
        "a.jpg",
        "é",
        "جيش",
        "\u200b",
        "\xa0",
    ),
    *(
        "https://example.org/a_b",
        "&nbsp;",
        "&amp;",
        "<!--",
        "-->",
        "<b>",
        "\t",
        "  ",
        "+---+\n",
        "| a |\n",
        "\\",
        "\x1e",
        "\ue000",
    ),
)
MARKED = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)
BEGINNINGS = (
    "= T =\n- Leader: ",
    "= T =\n\nT\n- Allies: ",
    "T\nOpponents: ",
    "T\nActive: ",
    "{{Infobox a\n| allies = ",
    "---\na: ",
)
ANY = st.one_of(
    MARKED,
    st.text(max_size=200),
    st.tuples(MARKED, st.text(max_size=30), MARKED).map("".join),
    st.tuples(st.sampled_from(BEGINNINGS), MARKED, st.sampled_from(("", "}}\n", "\n---\n", "\n"))).map("".join),
)


def check(text: str, reading: Reading) -> None:
    assert reading.title.strip()
    last = 0
    for section in reading.sections:
        assert last == section.start <= section.end <= len(text)
        last = section.end
    assert last == len(text)
    last = 0
    for block in reading.blocks:
        assert last <= block.start < block.end <= len(text)
        section = reading.sections[block.section]
        assert section.start <= block.start < block.end <= section.end
        assert block.depth == 0 or (block.depth > 0 and block.kind == "list_item")
        last = block.start
        for start, end in block.skips:
            assert last < start < end < block.end
            last = end
        last = block.end
    for field in reading.infobox:
        assert 0 <= field.start <= field.end <= len(text)
        last = 0
        for item in field.items:
            assert last <= item.start < item.end <= len(text)
            check_item(text, item)
            last = item.end


def check_item(text: str, item: InfoboxItem) -> None:
    """What an item says is made of the letters that stand where it says, in their order; nothing is invented."""
    assert item.lost == (not item.text)
    written = text[item.start : item.end]
    for said in (item.text, *item.qualifiers, *item.aliases):
        rest = iter(written)
        assert all(letter in rest for letter in said if letter.isalnum()) or "&" in written, (said, written)


@pytest.mark.parametrize("format", FORMATS)
@settings(deadline=None)
@given(text=ANY)
def test_any_text_can_be_read(format: str, text: str) -> None:
    clean = text.replace("\x00", "").replace("\r", "\n")
    reading = READERS.load(format)().read(clean, "Page.txt")
    check(clean, reading)


@pytest.mark.parametrize("format", FORMATS)
@settings(deadline=None, max_examples=30)
@given(text=ANY)
def test_any_text_can_be_looked_at(format: str, text: str) -> None:
    assert 0 <= READERS.load(format)().sniff(text) <= 1


@settings(deadline=None)
@given(data=st.one_of(st.binary(max_size=300), ANY.map(lambda t: t.encode("utf-8", "replace"))))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    with suppress(DocumentError):
        assert read_bytes(data, "page.txt").text.encode()


@settings(deadline=None, max_examples=50)
@given(text=ANY, format=st.sampled_from(FORMATS))
def test_reading_twice_gives_the_same(text: str, format: str) -> None:
    reader = READERS.load(format)()
    assert reader.read(text, "Page.txt") == reader.read(text, "Page.txt")


HOSTILE = (
    "{{",
    "[[",
    "{{{",
    "<ref>",
    "(",
    "[",
    "_a ",
    "**a ",
    "''a'''b",
    ", ",
    "- a\n",
    "> ",
    "[a](",
    "<!-- ",
    "#",
    "(KIA)",
    "= a =\n",
)


@pytest.mark.parametrize("format", FORMATS)
def test_hostile_text_takes_no_time(format: str) -> None:
    begin = time.perf_counter()
    for mark in HOSTILE:
        for before in ("", "= T =\n- Leader: ", "{{Infobox a | leaders = ", "T\nLeader: ", "---\na: b\n---\n"):
            text = before + mark * (5000 // len(mark) * 2)
            check(text, READERS.load(format)().read(text, "x.txt"))
    assert time.perf_counter() - begin < 60


@pytest.mark.parametrize("format", FORMATS)
def test_one_line_of_two_million_characters(format: str) -> None:
    text = "The Levant Front fought in Aleppo (2014),[1] and _later_ in Idlib. " * 30_000
    begin = time.perf_counter()
    check(text, READERS.load(format)().read(text, "x.txt"))
    assert time.perf_counter() - begin < 60
