"""Markdown pages, and their front matter."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from stemma.documents.frontmatter import DEEPEST, LONGEST
from stemma.model.document import Document

Read = Callable[..., Document]
Prose = Callable[[Document], list[str]]

PAGE = """---
subject: Manbij Example Council
shortDescription: A coalition in Syria
description: The Manbij Example Council (MEC) was set up
  by several groups, first of all the Northern
  Battalion, on 2 April 2016.
author: Some Encyclopaedia
pubDate: 2023-09-09 02:09
img: /File.png
tags:
  - Armed groups
  - |-
    * Members of it
date: []
---

![Flag](https://example.org/flag.png?)
The **Manbij Example Council** (MEC) is a *coalition* of [several groups](https://example.org/g_(x)).

## History


### 2016
![Fighters](https://example.org/f.jpg)
On 5 April 2016 it was formed.
It grew.

 * First Brigade
   * Second `Battalion`
     more of it

   A paragraph in the item.

> They said that they
> would fight on.

1. one
2. two

| Name | What it did |
|------|-------------|
| Omar | He led the group from 2016 until his death in Manbij. |
| Zayn | Fled |

## See also
 * Another group

## References
## References[object Object]
[object Object]
"""


def test_front_matter(read: Read, prose: Prose) -> None:
    document = read(PAGE)
    assert (document.format, document.title, document.published) == ("markdown", "Manbij Example Council", "2023-09-09")
    assert document.source.publisher == "Some Encyclopaedia"
    assert prose(document)[:2] == [
        "A coalition in Syria",
        "The Manbij Example Council (MEC) was set up by several groups, first of all the Northern Battalion,"
        " on 2 April 2016.",
    ]


def test_body(read: Read, prose: Prose) -> None:
    document = read(PAGE)
    assert prose(document)[2:] == [
        "The Manbij Example Council (MEC) is a coalition of several groups.",
        "History",
        "2016",
        "On 5 April 2016 it was formed. It grew.",
        "First Brigade",
        "Second Battalion more of it",
        "A paragraph in the item.",
        "They said that they would fight on.",
        "one",
        "two",
        "He led the group from 2016 until his death in Manbij.",
    ]
    assert [(b.kind, b.depth) for b in document.blocks if b.kind == "list_item"] == [
        ("list_item", 0),
        ("list_item", 1),
        ("list_item", 0),
        ("list_item", 0),
    ]
    assert [(s.level, s.title) for s in document.sections] == [
        (0, ""),
        (1, "History"),
        (2, "2016"),
        (1, "See also"),
        (1, "References"),
        (1, "References"),
    ]


def test_a_block_begins_and_ends_with_words(read: Read) -> None:
    document = read(PAGE)
    block = next(b for b in document.blocks if "coalition*" in document.text[b.start : b.end])
    assert document.text[block.start : block.end].startswith("The **Manbij")
    assert document.text[block.start : block.end].endswith(".")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2023-09-09", "2023-09-09"),
        ("2023-09-09T02:09:00Z", "2023-09-09"),
        ('"2023-09-09"', "2023-09-09"),
        ("2023-09", "2023-09"),
        ("2023", "2023"),
        ("2023-13-09", "2023"),
        ("yesterday", None),
        ("[]", None),
    ],
)
def test_dates_of_publication(read: Read, value: str, expected: str | None) -> None:
    assert read(f"---\ntitle: T\npubDate: {value}\n---\n\nText.").published == expected


@pytest.mark.parametrize(
    "written",
    ['"It was: a group."', "'It was: a group.'", "|\n  It was: a\n  group.", ">-\n  It was: a\n  group."],
)
def test_descriptions_in_every_style(read: Read, prose: Prose, written: str) -> None:
    document = read(f"---\ntitle: T\ndescription: {written}\nauthor: A\n---\n\nText.")
    assert prose(document) == ["It was: a group.", "Text."]


@pytest.mark.parametrize(
    "broken",
    [
        "title: [unclosed\ndescription: The group fought in Aleppo.",
        "just words that say something",
        "title: a\n\ttabbed: b",
        "a: *nothing",
        "title: " + "[" * (DEEPEST + 1) + "]" * (DEEPEST + 1),
        "title: T\nnote: " + "word " * (LONGEST // 4),
        "- a list\n- of words",
    ],
)
def test_broken_front_matter_is_text(read: Read, prose: Prose, broken: str) -> None:
    document = read(f"---\n{broken}\n---\n\nThe Levant Front was a group.\n", "Levant_Front.md")
    assert document.title == "Levant Front"
    assert prose(document)[-1] == "The Levant Front was a group."
    assert broken.split()[-1].strip("[]*-") in " ".join(prose(document))


def test_aliases_do_not_multiply(read: Read) -> None:
    bomb = "a0: &a0 [x]\n" + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 30))
    assert read(f"---\ntitle: T\n{bomb}---\n\nText.").title == "T"


def test_front_matter_that_is_never_closed(read: Read, prose: Prose) -> None:
    assert "The group fought." in " ".join(prose(read("---\ntitle: T\n\nThe group fought.", "a.md")))


def test_a_first_heading_is_the_title(read: Read, prose: Prose) -> None:
    document = read("# Levant Front\n\nIt fought.\n\n## History\n\nIt won.\n", "a.md")
    assert (document.title, prose(document)) == ("Levant Front", ["It fought.", "History", "It won."])
    assert [s.level for s in document.sections] == [0, 1]


def test_several_first_headings_are_sections(read: Read, prose: Prose) -> None:
    document = read("# Start\n\nIt fought.\n\n# End\n\n## War\n\nIt won.\n", "Levant_Front.md")
    assert prose(document) == ["Start", "It fought.", "End", "War", "It won."]
    assert [s.level for s in document.sections] == [0, 1, 1, 2]


def test_underlined_headings(read: Read, prose: Prose) -> None:
    document = read("Levant Front\n============\n\nIt fought.\n\nThe war\n-------\n\nIt won.", "a.md")
    assert (document.title, prose(document)) == ("Levant Front", ["It fought.", "The war", "It won."])


def test_bold_words_are_the_title_where_nothing_else_is(read: Read) -> None:
    assert read("The **Levant Front** was a group.\n\nIt fought.\n", "a.md").title == "Levant Front"


def test_code_that_is_never_closed_is_text(read: Read, prose: Prose) -> None:
    text = "It fought.\n\n```\nx = 1\n```\n\nIt won.\n\n```\nThe group was dissolved.\n"
    assert prose(read(text, "a.md")) == ["It fought.", "It won.", "The group was dissolved."]


def test_indented_lines_are_quotations(read: Read, prose: Prose) -> None:
    assert prose(read("It said:\n\n    We fight on.\n", "a.md")) == ["It said:", "We fight on."]


def test_html_is_hidden_and_its_text_is_not(read: Read, prose: Prose) -> None:
    text = "<div class='a'>\n\nIt <b>fought</b>.\n\n</div>\n\n<!-- a\n\nb -->\nIt \\*won\\*."
    assert prose(read(text, "a.md")) == ["It fought.", "It *won*."]


def test_a_line_end_with_two_spaces_parts(read: Read, prose: Prose) -> None:
    assert prose(read("First line.  \nSecond line.\n", "a.md")) == ["First line.", "Second line."]


def test_many_brackets_are_not_deep(read: Read) -> None:
    tags = "\n".join(f"  - Group {n} [{n}]" for n in range(DEEPEST * 2))
    assert read(f"---\ntitle: T\ntags:\n{tags}\n---\n\nText.").title == "T"


@pytest.mark.parametrize(
    "deep", ["- " * 3000 + "a", "\n".join(" " * n + "a:" for n in range(400)), "{a: " * 3000, "? " * 3000]
)
def test_deep_front_matter_is_text(read: Read, prose: Prose, deep: str) -> None:
    assert prose(read(f"---\n{deep}\n---\n\nIt fought.", "a.md"))[-1] == "It fought."
