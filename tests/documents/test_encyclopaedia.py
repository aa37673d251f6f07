"""Pages with ``=`` around their title and heads."""

from __future__ import annotations

from collections.abc import Callable

from stemma.model.document import Document

Read = Callable[..., Document]
Prose = Callable[[Document], list[str]]

PAGE = """= Levant Front =

Levant Front
- Active: 25 December 2014 – 29 January 2025
- Leader: Abdelaziz Salama, Abu AmrKIA
- Allies: Turkey , Ahrar al-Sham

The Levant Front (الجبهة الشامية, ) was a group. It fought.

==History==
===Forming===
It was formed in Aleppo.
- First: a brigade
- Second
  - Below

==See also==
- List of groups

== Aftermath ==
It was dissolved.
"""


def test_title_infobox_and_body(read: Read, prose: Prose) -> None:
    document = read(PAGE)
    assert (document.format, document.title, document.published) == ("encyclopaedia", "Levant Front", None)
    assert [(f.label, f.key, [i.text for i in f.items]) for f in document.infobox] == [
        ("Active", "active", ["25 December 2014 – 29 January 2025"]),
        ("Leader", "leader", ["Abdelaziz Salama", "Abu Amr"]),
        ("Allies", "allies", ["Turkey", "Ahrar al-Sham"]),
    ]
    assert prose(document) == [
        "The Levant Front (الجبهة الشامية) was a group. It fought.",
        "History",
        "Forming",
        "It was formed in Aleppo.",
        "First: a brigade",
        "Second",
        "Below",
        "Aftermath",
        "It was dissolved.",
    ]
    assert [(s.level, s.title) for s in document.sections] == [
        (0, ""),
        (1, "History"),
        (2, "Forming"),
        (1, "See also"),
        (1, "Aftermath"),
    ]


def test_fields_stand_where_they_say(read: Read) -> None:
    document = read(PAGE)
    assert [document.text[f.start : f.end] for f in document.infobox] == [
        "Active: 25 December 2014 – 29 January 2025",
        "Leader: Abdelaziz Salama, Abu AmrKIA",
        "Allies: Turkey , Ahrar al-Sham",
    ]


def test_without_a_repeated_title(read: Read, prose: Prose) -> None:
    document = read("= Levant Front =\n- Leader: Omar\n\nThe group fought.")
    assert (document.title, len(document.infobox), prose(document)) == ("Levant Front", 1, ["The group fought."])


def test_without_an_infobox(read: Read, prose: Prose) -> None:
    document = read("= Levant Front =\n\nThe group fought.\n- Leader: a word of prose\n\n==History==\nIt won.")
    assert document.infobox == ()
    assert prose(document) == ["The group fought.", "Leader: a word of prose", "History", "It won."]


def test_without_a_title_the_line_above_the_infobox_is_it(read: Read) -> None:
    document = read("Levant Front\n- Leader: Omar\n- Allies: Turkey\n- Status: Dissolved\n\nThe group fought.\n")
    assert (document.format, document.title, len(document.infobox)) == ("encyclopaedia", "Levant Front", 3)


def test_without_any_title(read: Read, prose: Prose) -> None:
    document = read("The Levant Front was a group.\n\n==History==\nIt won.", "Some_page.txt")
    assert (document.format, document.title) == ("encyclopaedia", "Levant Front")
    assert prose(document) == ["The Levant Front was a group.", "History", "It won."]


def test_an_infobox_alone(read: Read) -> None:
    document = read("= Levant Front =\n\nLevant Front\n- Leader: Omar\n- Allies: Turkey")
    assert (document.blocks, len(document.infobox)) == ((), 2)


def test_a_title_in_brackets_is_the_name_without_them(read: Read) -> None:
    document = read("= Ajnad (Idlib) =\n\nAjnad fought.\n")
    assert (document.title, document.source.title) == ("Ajnad", "Ajnad (Idlib)")


def test_a_shorter_name_above_the_infobox(read: Read, prose: Prose) -> None:
    document = read("= Ajnad (Idlib) =\n\nAjnad\n- Leader: Omar\n\nAjnad fought.\n")
    assert (document.title, len(document.infobox), prose(document)) == ("Ajnad", 1, ["Ajnad fought."])
