"""Plain text without marks."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from stemma.documents.body import NO_PROSE_SECTIONS
from stemma.model.document import Document
from stemma.model.names import fold

Read = Callable[..., Document]
Prose = Callable[[Document], list[str]]

PAGE = """The LEVANT FRONT (, ; abbreviated LF),[1] or the SHAM FRONT, is a rebel group _formed_ in December 2014.[2][3]

It fought in Aleppo.


History

Forming

in a street of Aleppo in 2015]] The Levant Front was formed by five groups:

-   Authenticity and Development Front[4]
    -   Northern Brigade
        -   First Battalion

    -   Southern Brigade
-   al-Tawhid Brigade

Aleppo_2015.jpg

In 2016, 40 of its men were killed.

Later years

It said:

  We are one army, and we will not leave the city.

1.  First
2.  Second


See also

-   List of armed groups


References

Category:Rebel groups Category:Aleppo

[1] A book

[2]

[3] https://example.org/a
"""


def test_sections_and_blocks(read: Read, prose: Prose) -> None:
    document = read(PAGE, "Levant_Front.txt")
    assert document.format == "plain"
    assert [(s.level, s.title) for s in document.sections] == [
        (0, ""),
        (1, "History"),
        (2, "Forming"),
        (2, "Later years"),
        (1, "See also"),
        (1, "References"),
    ]
    assert prose(document) == [
        "The LEVANT FRONT (abbreviated LF), or the SHAM FRONT, is a rebel group formed in December 2014.",
        "It fought in Aleppo.",
        "History",
        "Forming",
        "The Levant Front was formed by five groups:",
        "Authenticity and Development Front",
        "Northern Brigade",
        "First Battalion",
        "Southern Brigade",
        "al-Tawhid Brigade",
        "In 2016, 40 of its men were killed.",
        "Later years",
        "It said:",
        "We are one army, and we will not leave the city.",
        "First",
        "Second",
    ]


def test_lists_keep_their_depth_over_blank_lines(read: Read) -> None:
    document = read(PAGE, "Levant_Front.txt")
    depths = {document.text[b.start : b.end].split("[")[0]: b.depth for b in document.blocks if b.kind == "list_item"}
    assert depths == {
        "Authenticity and Development Front": 0,
        "Northern Brigade": 1,
        "First Battalion": 2,
        "Southern Brigade": 1,
        "al-Tawhid Brigade": 0,
        "First": 0,
        "Second": 0,
    }


def test_blocks_know_their_section(read: Read) -> None:
    document = read(PAGE, "Levant_Front.txt")
    for block in document.blocks:
        section = document.sections[block.section]
        assert section.start <= block.start < block.end <= section.end
    assert document.sections[document.blocks[-1].section].title == "Later years"


def test_the_name_in_capitals_is_the_title(read: Read) -> None:
    assert read(PAGE, "page.txt").title == "Levant Front"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("of 2006]]", []),
        ("]]", []),
        (", the first commander.[3]]] In 1933 there was war.", ["In 1933 there was war."]),
        ("]]In 2004 a man spoke.", ["In 2004 a man spoke."]),
        ("It went to the sea. and Tel Aviv after the fire.]]", ["It went to the sea."]),
        ("Its units were:[1][2] , former chief, in 2011.]]", ["Its units were:"]),
        ("He said [of Raqqa] it fell.", ["He said [of Raqqa] it fell."]),
        ("The [[Front|front]] won.", ["The front won."]),
    ],
)
def test_captions_left_over_are_no_prose(read: Read, prose: Prose, line: str, expected: list[str]) -> None:
    assert prose(read(f"A first paragraph.\n\n{line}\n\nA last paragraph.")) == [
        "A first paragraph.",
        *expected,
        "A last paragraph.",
    ]


def test_a_gallery_gives_no_blocks(read: Read, prose: Prose) -> None:
    text = "A first paragraph.\n\nFile:Monument.jpg|\n\nAlbacete\n\nFile:Wall 2.JPG |\n\nNew York\n\nA last paragraph."
    assert prose(read(text)) == ["A first paragraph.", "A last paragraph."]


def test_tables_give_no_blocks_but_a_framed_list_does(read: Read, prose: Prose) -> None:
    text = """It had aircraft.

  Type        Number
  ----------- --------
  Light       2
  Heavy       5

  : Its aircraft

+-----------------+
| Members         |
+-----------------+
| -   Dov Example |
| -   Meir Sample |
+-----------------+

| a | b |
+---+---+
| c | d |

It lost them."""
    assert prose(read(text)) == ["It had aircraft.", "Members", "Dov Example", "Meir Sample", "It lost them."]


def test_hard_wrapped_lines_are_one_paragraph(read: Read, prose: Prose) -> None:
    text = (
        "The group fought in Aleppo\nand in Idlib. It was led\nby Omar.\n\n"
        "- a first item that goes\n  on in the next line\n- another"
    )
    assert prose(read(text)) == [
        "The group fought in Aleppo and in Idlib. It was led by Omar.",
        "a first item that goes on in the next line",
        "another",
    ]


def test_long_lines_are_a_paragraph_each(read: Read, prose: Prose) -> None:
    line = "The group fought in Aleppo and in Idlib, and it was led by Omar until he fell there in a battle. " * 3
    assert len(prose(read(f"{line}\n{line}\n{line}"))) == 3


@pytest.mark.parametrize(
    "line",
    [
        "It was a short sentence.",
        "Was it?",
        "and",
        "It said:",
        "(in 2006)",
        "The commander, whose name was never told to anyone outside, then left the city with his few remaining men",
    ],
)
def test_short_lines_that_are_no_headings(read: Read, line: str) -> None:
    document = read(f"A first paragraph.\n\n{line}\n\nA last paragraph.")
    assert [b.kind for b in document.blocks] == ["paragraph"] * 3


def test_the_last_line_is_no_heading(read: Read) -> None:
    assert [b.kind for b in read("A first paragraph.\n\nThe end of it").blocks] == ["paragraph", "paragraph"]


@pytest.mark.parametrize(
    "title", ["See also", "References", "External links", "Notes", "Further reading", "Bibliography", "Sources"]
)
def test_sections_that_are_no_prose(read: Read, prose: Prose, title: str) -> None:
    assert fold(title) in NO_PROSE_SECTIONS
    text = f"A text.\n\n\nHistory\n\nA war.\n\n\n{title}\n\nSome words.\n\nBooks\n\nA book.\n\n\nAftermath\n\nA peace."
    assert prose(read(text)) == ["A text.", "History", "A war.", "Aftermath", "A peace."]


def test_a_text_of_one_line(read: Read, prose: Prose) -> None:
    document = read("Ahrar al-Sham is a group", "x.txt")
    assert prose(document) == ["Ahrar al-Sham is a group"]
    assert document.title == "Ahrar al-Sham"


def test_bits_of_wiki_tables_give_no_blocks_and_take_no_prose_with_them(read: Read, prose: Prose) -> None:
    text = "It fought.\n{| class=x\n|- ! A !! B |- | c || d\n| a\n| He led the group until he fell.\n|}\nIt won."
    assert prose(read(text)) == ["It fought.", "He led the group until he fell.", "It won."]
