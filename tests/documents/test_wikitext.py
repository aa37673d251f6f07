"""Wikitext, and hybrids of it and converted text."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from stemma.model.document import Document, InfoboxField

Read = Callable[..., Document]
Prose = Callable[[Document], list[str]]
Field = Callable[[Document, str], InfoboxField]

PAGE = """{{Short description|Rebel group}}
<!-- a comment
over lines -->
{{Infobox war faction
| name = Levant Front
| native_name = {{lang|ar|الجبهة الشامية}}
| image = [[File:Flag of the Levant Front.svg|150px]]
| active = {{start date|2014|12|25|df=yes}} – present
| leaders = {{plainlist|
* [[Abdelaziz Salama]] (2014–15)
* Abu Amr {{KIA}}<ref>{{cite web|url=http://x.example|title=A}}</ref>
* '''Deputies'''
** Mahmoud Khallo {{POW}}
** Abu Ahmad Nour<br>(spokesman)
}}
| headquarters = [[Aleppo]], [[Syria]]
| area = [[Aleppo Governorate]]<br />[[Idlib Governorate]] (until 2016)
| size = 7,000 (2016)<ref name="a" /><br>≈12,000 (2020)
| partof = {{flag|Free Syrian Army}} {{small|(from 2015)}}
* [[File:Flag of Syria.svg|23px]] [[Syrian National Army]]
| allies = {{flagicon|TUR}} [[Turkey]]<br>{{flagicon image|x.svg}}<br>[[Ahrar al-Sham]] (sometimes)
| opponents = '''State opponents:'''
* {{flag|Syria}}
'''Non-state opponents:'''
* {{flagicon|ISIL}} [[Islamic State of Iraq and the Levant|ISIL]]
* [[Syrian Democratic Forces|SDF]] {{small|(2016)}}
| battles = {{Collapsible list|title=Syrian Civil War|[[Battle of Aleppo (2012–16)]]|[[Siege of Nubl (2013)]]}}
| ideology =
| url = http://example.org/a?b=c,d
| unknown thing = Foo
}}
[[File:Fighters.jpg|thumb|Fighters of the [[Levant Front]] in 2015]]

The '''Levant Front''' ({{lang-ar|الجبهة الشامية}}; also ''Shami Front'') is a [[Syria]]n group<ref>See p.&nbsp;5.

Second paragraph.</ref> of December&nbsp;2014.<ref name=x/> It had [http://example.org/n about 7,000] men.{{fact}}

== History ==
{{Main|History of the Levant Front}}
{{Quote box|quote=We will not leave Aleppo without a fight.|source=Abu Amr}}
On 18 April 2015 it dissolved. It went on ''de facto''.

=== Units <!-- x --> ===
* [[Authenticity and Development Front]] (until 2016)
** Northern Brigade
* First Regiment
:: An indented remark.
# First

{| class="wikitable"
|+ Caption
! Date !! Event
|-
| 2015 || The group captured Handarat together with [[Ahrar al-Sham]] in ''June''.
|-
| 2016
| Lost
|}

<gallery>
File:a.jpg|A picture
</gallery>
<blockquote>They said they would fight on.</blockquote>

== See also ==
* [[Foo]]

== References ==
{{reflist}}

[[Category:Rebel groups]]
"""


def test_body(read: Read, prose: Prose) -> None:
    document = read(PAGE)
    assert (document.format, document.title) == ("wikitext", "Levant Front")
    assert prose(document) == [
        "The Levant Front (الجبهة الشامية; also Shami Front) is a Syrian group of December2014."
        " It had about 7,000 men.",
        "History",
        "We will not leave Aleppo without a fight.",
        "On 18 April 2015 it dissolved. It went on de facto.",
        "Units",
        "Authenticity and Development Front (until 2016)",
        "Northern Brigade",
        "First Regiment",
        "An indented remark.",
        "First",
        "The group captured Handarat together with Ahrar al-Sham in June.",
        "They said they would fight on.",
    ]
    assert [b.depth for b in document.blocks if b.kind == "list_item"] == [0, 1, 0, 0]
    assert [(s.level, s.title) for s in document.sections][:3] == [(0, ""), (1, "History"), (2, "Units")]


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("name", ["Levant Front"]),
        ("native_name", ["الجبهة الشامية"]),
        ("active", ["2014-12-25 – present"]),
        ("leader", ["Abdelaziz Salama", "Abu Amr", "Mahmoud Khallo", "Abu Ahmad Nour"]),
        ("headquarters", ["Aleppo", "Syria"]),
        ("area", ["Aleppo Governorate", "Idlib Governorate"]),
        ("strength", ["7,000", "≈12,000"]),
        ("part_of", ["Free Syrian Army", "Syrian National Army"]),
        ("allies", ["Turkey", "", "Ahrar al-Sham"]),
        ("opponents", ["Syria", "ISIL", "SDF"]),
        ("battles", ["Battle of Aleppo (2012–16)", "Siege of Nubl (2013)"]),
        ("ideology", []),
        ("website", ["http://example.org/a?b=c,d"]),
    ],
)
def test_values(read: Read, field: Field, key: str, expected: list[str]) -> None:
    assert [i.text for i in field(read(PAGE), key).items] == expected


def test_what_belongs_to_a_value(read: Read, field: Field) -> None:
    document = read(PAGE)
    leaders = field(document, "leader").items
    assert [i.marks for i in leaders] == [(), ("killed",), ("captured",), ()]
    assert [i.qualifiers for i in leaders] == [("2014–15",), (), (), ("spokesman",)]
    assert [(i.group, i.depth) for i in leaders] == [("", 0), ("", 0), ("Deputies", 1), ("Deputies", 1)]
    assert document.text[leaders[1].start : leaders[1].end] == "Abu Amr {{KIA}}"
    assert [i.group for i in field(document, "opponents").items] == [
        "State opponents",
        "Non-state opponents",
        "Non-state opponents",
    ]
    assert [i.group for i in field(document, "battles").items] == ["Syrian Civil War"] * 2
    assert [i.lost for i in field(document, "allies").items] == [False, True, False]
    assert field(document, "part_of").items[0].qualifiers == ("from 2015",)


def test_labels_stand_where_they_say(read: Read) -> None:
    document = read(PAGE)
    assert all(document.text[f.start :].startswith(f.label) for f in document.infobox)
    assert document.infobox[-1].label == "unknown thing"


HYBRID = """{{ infobox war faction | name = Army of Example | native_name =
_Jaysh al-Mithal_ | native_name_lang = ar | war = the Syrian Civil War | active = 4 December 2016 – 31 July 2018 |
leaders = *Ahmed Qasim () [1]

-   Suleiman Sharif (Abu Kanan) () [2]
-   Lt. Col. Hassan Salama ()[4]

| clans = | area = *Daraa Governorate

-   Quneitra Governorate

| strength = 7,500+ fighters[14] | partof = Free Syrian Army

-   Southern Front

| allies =

-   -   Some_Party_Logo.svg Grey Wolves [8]

-
    ()[9]

_See Army of Example allies_ | opponents = *

-   Syrian Armed Forces
    ()

| battles = Syrian Civil War

-   Daraa campaign
    -   Daraa offensive (February 2017)
    -   Daraa offensive (June 2017)

| url = https://example.org/army?lang=en }}

The ARMY OF EXAMPLE (; _Jaysh al-Mithal_) is a rebel alliance.[15]


Member groups

-   Yarmouk Army[16]
    -   United Front
-   Mu'tazz Army

Yarmouk Army

The YARMOUK ARMY joined in 2014.[21]


References

Category:Armed groups Category:Free Syrian Army

[1]

[13] https://example.org/a
"""


def test_hybrids(read: Read, prose: Prose, field: Field) -> None:
    document = read(HYBRID, "army-of-example.wikitext")
    assert document.title == "Army of Example"
    assert prose(document) == [
        "The ARMY OF EXAMPLE (Jaysh al-Mithal) is a rebel alliance.",
        "Member groups",
        "Yarmouk Army",
        "United Front",
        "Mu'tazz Army",
        "Yarmouk Army",
        "The YARMOUK ARMY joined in 2014.",
    ]
    assert [b.depth for b in document.blocks if b.kind == "list_item"] == [0, 1, 0]
    assert [(s.level, s.title) for s in document.sections] == [
        (0, ""),
        (1, "Member groups"),
        (2, "Yarmouk Army"),
        (1, "References"),
    ]

    def cut(key: str) -> list[str]:
        return [i.text for i in field(document, key).items]

    assert cut("native_name") == ["Jaysh al-Mithal"]
    assert cut("leader") == ["Ahmed Qasim", "Suleiman Sharif", "Lt. Col. Hassan Salama"]
    assert field(document, "leader").items[1].aliases == ("Abu Kanan",)
    assert cut("area") == ["Daraa Governorate", "Quneitra Governorate"]
    assert cut("strength") == ["7,500+ fighters"]
    assert cut("part_of") == ["Free Syrian Army", "Southern Front"]
    assert cut("allies") == ["Grey Wolves", ""]
    assert cut("opponents") == ["", "Syrian Armed Forces"]
    assert [i.depth for i in field(document, "battles").items] == [0, 0, 1, 1]
    assert cut("website") == ["https://example.org/army?lang=en"]


@pytest.mark.parametrize(
    "infobox",
    [
        "{{Infobox war faction\n| name = Levant Front\n| leaders = [[Omar]]\n",
        "{{Infobox war faction\n| name = Levant Front\n| leaders = [[Omar]]\n| allies = {{flag|Turkey}\n}}\n",
        "{{Infobox war faction\n| name = Levant Front\n| leaders = [[Omar]]<ref>A book\n}}\n",
        "{{Infobox war faction\n| name = Levant Front\n| leaders = {{plainlist|\n* [[Omar]]\n}}\n",
    ],
)
def test_an_unclosed_infobox_keeps_its_fields_and_loses_no_prose(
    read: Read, prose: Prose, field: Field, infobox: str
) -> None:
    document = read(
        f"{infobox}\nThe '''Levant Front''' fought.\n\n== History ==\nIt {{{{convert|5|km}}}} won.\n", "a.wiki"
    )
    assert document.title == "Levant Front"
    assert field(document, "leader").items[0].text.split()[0] == "Omar"
    assert prose(document)[-3:] == ["The Levant Front fought.", "History", "It 5km won."]


@pytest.mark.parametrize(
    "broken", ["{{cite|a", "[[Link|a", "<ref>a", "<b>a", "''a", "{|\n|a", "<!-- a", "[http://a.example a"]
)
def test_marks_that_are_never_closed_lose_no_prose(read: Read, prose: Prose, broken: str) -> None:
    document = read(f"It fought. {broken}\n\nIt won.\n\n== End ==\nIt was [[Syria|Syrian]].", "a.wiki")
    assert prose(document)[-3:] == ["It won.", "End", "It was Syrian."]
    assert prose(document)[0].startswith("It fought.")


def test_without_an_infobox_the_bold_name_is_the_title(read: Read) -> None:
    text = "The '''Levant Front''' is a [[Syria]]n group in [[Aleppo]].\n\n== History ==\nIt won.<ref>a</ref>\n"
    document = read(text, "page.txt")
    assert (document.format, document.title) == ("wikitext", "Levant Front")


def test_list_templates_outside_infoboxes(read: Read, prose: Prose) -> None:
    text = "{{ubl|First group|Second group}}\n\n{{lang|ar|جيش}} and {{nowrap|a name}} and {{unknown|x}}."
    assert prose(read(text, "a.wiki")) == ["First group", "Second group", "جيش and a name and."]


def test_suffixes_of_wikis(read: Read) -> None:
    formats = [read("Some words.", f"a{s}").format for s in (".wikitext", ".wiki", ".mediawiki", ".WIKI")]
    assert formats == ["wikitext"] * 4
    assert Path("a.WIKI").suffix == ".WIKI"


def test_hard_wrapped_pages(read: Read, prose: Prose) -> None:
    text = "The '''Front''' fought\nin [[Aleppo]].\n: A remark.\n{{quote|They\nwon.}}\nIt\nended.\n\n== End ==\nIt was."
    assert prose(read(text, "a.wiki")) == [
        "The Front fought in Aleppo.",
        "A remark.",
        "They won.",
        "It ended.",
        "End",
        "It was.",
    ]
