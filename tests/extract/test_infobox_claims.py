"""Claims of an infobox: what each field's items say, with fates, remarks and dates."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest
from prose import Line, Told, extractor, prose

from stemma.extract.rules.infobox import strength
from stemma.model.document import InfoboxField, InfoboxItem


@dataclass
class Item:
    """A value of a field, to be put into a text."""

    text: str
    marks: tuple[str, ...] = ()
    qualifiers: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    group: str = ""
    lost: bool = False


def read(*lines: tuple[str, list[str | Item]], body: str = "") -> Told:
    """What the engine makes of an infobox of these fields (key, values) and a body below it."""
    text, fields = "", []
    for key, values in lines:
        start = len(text)
        text += f"{key}: "
        items = []
        for value in values:
            item = value if isinstance(value, Item) else Item(value)
            items.append(
                InfoboxItem(
                    item.text,
                    len(text),
                    len(text) + max(1, len(item.text)),
                    item.marks,
                    item.qualifiers,
                    item.aliases,
                    item.group,
                    lost=item.lost,
                )
            )
            text += f"{item.text}, "
        fields.append(InfoboxField(key, key, start, len(text), tuple(items)))
        text += "\n"
    document = prose(text + body, "Dawn Division", tuple(fields))
    return Told(document, extractor().extract(document))


def only(*lines: tuple[str, list[str | Item]]) -> Line:
    """The one claim of an infobox."""
    found = read(*lines).claims()
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("key", "value", "line"),
    [
        ("leader", "Samir Khoury", "Dawn Division | led_by | Samir Khoury"),
        ("founder", "Samir Khoury", "Dawn Division | founded_by | Samir Khoury"),
        ("spokesperson", "Samir Khoury", "Samir Khoury | member_of | Dawn Division"),
        ("opponents", "Fatah", "Dawn Division | opposed_to | Fatah"),
        ("allies", "Fatah", "Dawn Division | allied_with | Fatah"),
        ("part_of", "Fatah", "Dawn Division | part_of | Fatah"),
        ("clans", "Sun Brigade", "Sun Brigade | part_of | Dawn Division"),
        ("armed_wing", "Sun Brigade", "Sun Brigade | part_of | Dawn Division"),
        ("split_from", "Fatah", "Dawn Division | split_from | Fatah"),
        ("split_to", "Sun Brigade", "Sun Brigade | split_from | Dawn Division"),
        ("merged_into", "Fatah", "Dawn Division | merged_into | Fatah"),
        ("battles", "Battle of Basra", "Dawn Division | participated_in | Battle of Basra"),
        ("war", "Iraq War", "Dawn Division | participated_in | Iraq War"),
        ("area", "Basra", "Dawn Division | active_in | Basra"),
        ("headquarters", "Basra", "Dawn Division | based_in | Basra"),
        ("designated_by", "United Kingdom", "Dawn Division | designated_terrorist_by | United Kingdom"),
        ("ideology", "Maoism", "Dawn Division | ideology | Maoism"),
        ("goals", "Independence", "Dawn Division | stated_goal | Independence"),
        ("strength", "1,000", "Dawn Division | strength | 1000"),
        ("native_name", "فرقة الفجر", "Dawn Division | also_known_as | فرقة الفجر"),
    ],
)
def test_what_a_field_says(key: str, value: str, line: str) -> None:
    said = read((key, [value]))
    assert said.lines() == [line]
    assert said.claims()[0].words == value


def test_every_item_is_a_claim_with_its_own_words() -> None:
    said = read(("allies", ["Fatah", "Hamas"]))
    assert [(c.object, c.words) for c in said.claims("allied_with")] == [("Fatah", "Fatah"), ("Hamas", "Hamas")]


def test_lost_slots_make_no_claim() -> None:
    lost = Item("", lost=True)
    said = read(("opponents", [lost, lost, "Fatah", lost]))
    assert said.lines() == ["Dawn Division | opposed_to | Fatah"]


def test_fields_of_no_known_key_make_no_claim() -> None:
    assert read(("", ["Fatah"]), ("status", ["Active"])).lines() == []


def test_the_group_is_not_its_own_ally() -> None:
    assert read(("allies", ["Dawn Division"])).lines() == []


@pytest.mark.parametrize(
    ("mark", "death"),
    [("killed", "killed in action"), ("executed", "executed"), ("died of wounds", "died of wounds"), ("died", "died")],
)
def test_a_fate_is_a_death_of_the_one_it_marks(mark: str, death: str) -> None:
    said = read(("leader", [Item("Samir Khoury", marks=(mark,)), "Omar Haddad"]))
    claim = said.claim("died")
    assert (claim.subject, claim.object, claim.words) == ("Samir Khoury", death, "Samir Khoury")
    assert len(said.claims("led_by")) == 2


@pytest.mark.parametrize("mark", ["captured", "wounded", "missing", "surrendered"])
def test_other_fates_are_no_death(mark: str) -> None:
    assert not read(("leader", [Item("Samir Khoury", marks=(mark,))])).claims("died")


@pytest.mark.parametrize(
    ("qualifier", "date", "former"),
    [
        ("formerly", None, True),
        ("until July 2017", "../2017-07", True),
        ("2016", "2016", False),
        ("since 2016", "2016/..", False),
        ("2014–2016", "2014/2016", False),
        ("2016–present", "2016/..", False),
        ("disputed", None, False),
    ],
)
def test_remarks_beside_a_value(qualifier: str, date: str | None, former: bool) -> None:
    claim = only(("allies", [Item("Fatah", qualifiers=(qualifier,))]))
    assert (claim.date, claim.former) == (date, former)


@pytest.mark.parametrize(("group", "former"), [("FORMER", True), ("Former allies", True), ("State opponents", False)])
def test_a_sub_head_says_whether_it_is_past(group: str, former: bool) -> None:
    assert only(("allies", [Item("Fatah", group=group)])).former == former


def test_other_names_in_brackets_are_claims_of_the_item() -> None:
    said = read(("allies", [Item("Hayat Tahrir al-Sham", aliases=("HTS",))]))
    assert said.claim("also_known_as").subject == "Hayat Tahrir al-Sham"
    assert said.claim("also_known_as").object == "HTS"


def test_a_rank_is_no_part_of_a_name() -> None:
    assert only(("leader", ["Lt. Col. Samir Khoury"])).object == "Samir Khoury"


def test_a_battle_is_dated_by_its_own_name() -> None:
    claim = only(("battles", ["Basra offensive (April–August 2019)"]))
    assert (claim.object, claim.date) == ("Basra offensive (April–August 2019)", "2019-04/2019-08")


@pytest.mark.parametrize(
    ("key", "value", "founded", "dissolved"),
    [
        ("active", "2 March 2018 – 29 January 2025", "2018-03-02", "2025-01-29"),
        ("active", "1959–present", "1959", None),
        ("active", "1959 – 1998", "1959", "1998"),
        ("active", "since May 2012", "2012-05", None),
        ("active", "2012", "2012", None),
        ("active", "until 2015", None, "2015"),
        ("founded", "May 2012", "2012-05", None),
        ("dissolved", "29 January 2025", None, "2025-01-29"),
        ("active", "unknown", None, None),
    ],
)
def test_the_life_of_the_group(key: str, value: str, founded: str | None, dissolved: str | None) -> None:
    said = read((key, [value]))
    found = {c.predicate: c.object for c in said.claims()}
    assert found == {k: v for k, v in (("founded", founded), ("dissolved", dissolved)) if v is not None}
    assert all(c.date == c.object for c in said.claims())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("300-1,000", "300-1000"),
        ("300–1,000", "300-1000"),
        ("7,500+", "7500+"),
        ("≤150", "150"),
        ("1,000 (2016)", "1000"),
        ("8,000 between 1969 and 1998", "8000"),
        ("several hundred", "several hundred"),
        ("unknown", None),
        ("", None),
    ],
)
def test_strength(text: str, expected: str | None) -> None:
    assert strength(text) == expected


def test_a_strength_that_says_no_number_is_no_claim() -> None:
    assert read(("strength", ["Unknown"])).lines() == []


def test_without_a_title_an_infobox_is_of_nobody() -> None:
    text = "allies: Fatah"
    box = InfoboxField("allies", "allies", 0, 13, (InfoboxItem("Fatah", 8, 13),))
    document = prose(text, "", (box,))
    assert extractor().extract(document).claims == ()
    assert extractor().extract(replace(document, title="Dawn Division")).claims != ()


MEMBERS = """Dawn Division is a coalition.
= Member groups
* Sun Brigade
** Moon Battalion
* Star Brigade (until 2016)
* Sky Army (2015–present)
= Former members
* Sea Brigade
= Weapons
* Rain Brigade"""


def test_lists_of_members_are_read_nested() -> None:
    said = Told(document := prose(MEMBERS, "Dawn Division"), extractor().extract(document))
    found = [(c.subject, c.object, c.date, c.former) for c in said.claims("part_of")]
    assert found == [
        ("Sun Brigade", "Dawn Division", None, False),
        ("Moon Battalion", "Sun Brigade", None, False),
        ("Star Brigade", "Dawn Division", "../2016", True),
        ("Sky Army", "Dawn Division", "2015/..", False),
        ("Sea Brigade", "Dawn Division", None, True),
    ]
    assert [c.words for c in said.claims("part_of")][1] == "Moon Battalion"
