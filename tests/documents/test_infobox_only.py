"""Files that are an infobox alone, their values flattened with commas."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from stemma.model.document import Document, InfoboxField, InfoboxItem

Read = Callable[..., Document]
Field = Callable[[Document, str], InfoboxField]

FILE = """Shining Example Front
Active: 1991,[1],–present
Allies: Front of Steadfastness,14K Example,[12],al-Qaeda,(formerly)
Area of operations: Concentrated in southern, eastern,Colombia,. Incursions to,Peru,,,Venezuela,,,[2],and,Ecuador,.
Headquarters: Jolo,,,Sulu,, Philippines,[10]
Leader(s): Abu Example Janjalani,†,[2],Omar Example,[4],[5],Manuel Example,#,Isnilon Example,(KIA)
Motives: The creation of an,independent state,of,Example Land,in the,north,.
Opponent(s): Government of the Philippines,[13],Other combatants:,Government of Australia,[14],Government of Fiji
Originated as: Irish Republican Army,(IRA)
Size: ≤1,150 members,(August 2018),[11]
Website: www,.example,.org,[,dead link,]
Cabinet of Lebanon: 2 / 30
"""


@pytest.fixture
def document(read: Read) -> Document:
    return read(FILE, "Shining_Example_Front.infobox.txt")


def cut(field: InfoboxField) -> list[str]:
    return [i.text for i in field.items]


def test_the_format_is_found_and_there_is_no_prose(document: Document) -> None:
    assert (document.format, document.title, document.blocks) == ("infobox", "Shining Example Front", ())
    assert len(document.infobox) == 11


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("active", ["1991–present"]),
        ("allies", ["Front of Steadfastness", "14K Example", "al-Qaeda"]),
        ("area", ["Colombia", "Peru", "Venezuela", "Ecuador"]),
        ("headquarters", ["Jolo", "Sulu", "Philippines"]),
        ("leader", ["Abu Example Janjalani", "Omar Example", "Manuel Example", "Isnilon Example"]),
        ("goals", ["The creation of an independent state of Example Land in the north."]),
        ("opponents", ["Government of the Philippines", "Government of Australia", "Government of Fiji"]),
        ("strength", ["≤1,150 members"]),
        ("website", ["www.example.org"]),
        ("predecessor", ["Irish Republican Army"]),
    ],
)
def test_values_are_put_together_again(document: Document, field: Field, key: str, expected: list[str]) -> None:
    assert cut(field(document, key)) == expected


def test_what_belongs_to_a_value_goes_to_it(document: Document, field: Field) -> None:
    def by_name(key: str) -> dict[str, InfoboxItem]:
        return {i.text: i for i in field(document, key).items}

    assert by_name("allies")["al-Qaeda"].qualifiers == ("formerly",)
    assert [i.marks for i in field(document, "leader").items] == [
        ("killed",),
        (),
        ("died of natural causes",),
        ("killed",),
    ]
    assert by_name("opponents")["Government of the Philippines"].group == ""
    assert by_name("opponents")["Government of Fiji"].group == "Other combatants"
    assert by_name("strength")["≤1,150 members"].qualifiers == ("August 2018",)
    assert by_name("predecessor")["Irish Republican Army"].aliases == ("IRA",)


def test_the_seams_are_no_lost_slots(document: Document) -> None:
    assert not any(item.lost for f in document.infobox for item in f.items)


def test_items_stand_where_they_say(document: Document) -> None:
    spans = [document.text[i.start : i.end] for f in document.infobox for i in f.items]
    assert "Abu Example Janjalani,†" in spans
    assert "al-Qaeda,(formerly)" in spans
    assert "1991,[1],–present" in spans


def test_a_label_that_is_not_known_keeps_its_value(document: Document) -> None:
    unknown = next(f for f in document.infobox if f.label == "Cabinet of Lebanon")
    assert (unknown.key, cut(unknown)) == ("", ["2 / 30"])


def test_machine_dates_are_dropped(read: Read, field: Field) -> None:
    text = (
        "Example\nDates of operation: 5 May 1976,(,1976-05-05,),– 18 May 2009,(,2009-05-18,)\n"
        "Founded: 1985,; 34 years ago,(,1985,)\n"
    )
    document = read(text, "Example.infobox.txt")
    assert cut(field(document, "active")) == ["5 May 1976 – 18 May 2009"]
    assert cut(field(document, "founded")) == ["1985"]


def test_dates_with_remarks(read: Read, field: Field) -> None:
    document = read(
        "Example\nActive: 1964–2017*,(*,dissidents of it,still active)\nStatus: Active\n", "Example.infobox.txt"
    )
    (item,) = field(document, "active").items
    assert (item.text, item.qualifiers) == ("1964–2017", ("dissidents of it still active",))


def test_a_line_of_a_plain_page_is_no_infobox(read: Read) -> None:
    assert read("Leader: one\nLeader: two\n", "Page.txt").format != "infobox"
    assert read("A page\nIt says: something\nand goes on.\n", "Page.txt").format == "plain"
