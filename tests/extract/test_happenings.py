"""Events told in ways of their own: without names, with dates counted from before, in lists, and told twice."""

from __future__ import annotations

import pytest
from prose import parsed, told, word

from stemma.extract.rules.event_type import event_type
from stemma.extract.rules.frames import frames
from stemma.extract.rules.happened import dates_another, happened
from stemma.extract.rules.match import Match


@pytest.mark.parametrize(
    ("text", "kind", "actors", "targets"),
    [
        ("In September 2012, rebel groups captured Mosul.", "territory_change", {"rebel groups"}, set()),
        ("In January 1972 the British Army shot unarmed protesters in Derry.", "attack_on_civilians",
         {"British Army"}, {"unarmed protesters"}),
        ("In February 1998 members set up a roadblock in Jonesborough.", "other", {"Example"}, set()),
        ("On 22 June 2011 Samir Khoury was captured by four armed men in Jolo.", "attack_on_civilians",
         {"armed men"}, {"Samir Khoury"}),
    ],
)  # fmt: skip
def test_who_has_no_name_takes_part(text: str, kind: str, actors: set[str], targets: set[str]) -> None:
    event = told(text).event(kind)
    assert (set(event.actors), set(event.targets)) == (actors, targets)


@pytest.mark.parametrize("text", ["In 2004 some people attacked Hamas.", "In 2004 several groups attacked Hamas."])
def test_words_that_tell_nothing_name_nobody(text: str) -> None:
    assert all(e.actors in ((), ("Example",)) for e in told(text).events())


def test_a_dated_happening_that_names_nobody_is_the_topics() -> None:
    event = told("In April 1995 there was an assault in Basra.").event("clash")
    assert event.actors == ("Example",)


def test_the_topic_gives_way_to_those_who_are_named() -> None:
    event = told("In April 1995 an assault shook Basra, and Hamas attacked Fatah.").event("clash")
    assert (event.actors, event.targets) == (("Hamas",), ("Fatah",))


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("In May 2018 Hamas attacked Fatah. A year later Hamas captured Basra.", "2019"),
        ("In May 2018 Hamas attacked Fatah. That August the Dawn Division captured Basra.", "2018-08"),
        ("In May 2018 Hamas attacked Fatah. The following month Hamas captured Basra.", "2018-06"),
    ],
)
def test_a_date_is_counted_from_the_one_before(text: str, date: str) -> None:
    assert told(text).event("territory_change").date == date


def test_a_list_of_dates_is_as_many_events() -> None:
    said = told("Fatah declared ceasefires in 1989, 1996 and 2006.")
    assert sorted(e.date or "" for e in said.events("agreement")) == ["1989", "1996", "2006"]


def test_attacks_at_several_places_are_as_many_events() -> None:
    said = told("In February 1998 Fatah carried out bombings in Basra and Mosul.")
    assert {e.place for e in said.events("bombing")} == {"Basra", "Mosul"}


@pytest.mark.parametrize(
    ("text", "kind", "date"),
    [
        ("Hezbollah fought in the 2006 Lebanon War.", "clash", "2006"),
        ("The 1971 insurrection of the Dawn Division failed.", "clash", "1971"),
    ],
)
def test_a_description_dates_what_it_describes(text: str, kind: str, date: str) -> None:
    assert told(text).event(kind).date == date


def test_a_founding_told_twice_is_one() -> None:
    said = told("The Dawn Division was formed in 2013.\n\nThe Dawn Division was founded in February 2013 in Basra.")
    assert [(e.type, e.place) for e in said.events("group_change")] == [("group_change", "Basra")]


def test_a_person_dies_once() -> None:
    said = told("Samir Khoury was killed in 2013.\n\nOn 5 May 2013 the Iraqi army killed Samir Khoury in Basra.")
    assert len([e for e in said.events() if "Samir Khoury" in e.targets]) == 1


def test_two_foundings_by_one_founder_are_two() -> None:
    said = told("In 2013 Fatah founded the Dawn Division.\n\nIn 2013 Fatah founded the Dusk Division.")
    assert len(said.events("group_change")) == 2


def test_whom_kidnappers_release_is_not_released_from_arrest() -> None:
    said = told("In May 2011 Fatah kidnapped Samir Khoury in Basra. Samir Khoury was released in June 2012.")
    assert [e.type for e in said.events()] == ["attack_on_civilians", "other"]
    assert told("Samir Khoury was released from prison in June 2012.").event("arrest").targets == ("Samir Khoury",)


def test_the_group_of_a_commander_is_named_with_him() -> None:
    event = told("On 29 August 2017 Samir Khoury, the commander of the Dawn Division, was killed in Basra.").event(
        "clash"
    )
    assert set(event.targets) == {"Samir Khoury", "Dawn Division"}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("In 2008 the president of Iraq condemned Fatah.", None),
        ("In 2008 Hamas condemned Fatah in Basra.", "Basra"),
        ("In 2008 Hamas said that Fatah had left Basra.", None),
    ],
)
def test_where_words_were_said_is_not_what_they_were_about(text: str, place: str | None) -> None:
    assert {e.place for e in told(text).events("statement")} <= {place, None}


@pytest.mark.parametrize(
    ("text", "verb", "done"),
    [
        ("Hamas would later join Fatah.", "join", True),
        ("Hamas would join Fatah.", "join", False),
        ("Hamas often attacked Fatah.", "attacked", False),
        ("Hamas wanted to attack Fatah.", "attack", False),
        ("Hamas managed to attack Fatah.", "attack", True),
    ],
)
def test_what_is_told_as_done(text: str, verb: str, done: bool) -> None:
    reading = parsed(text)
    assert happened(word(reading, verb)) is done


def test_a_happening_that_dates_another() -> None:
    reading = parsed("After the attack Hamas left Basra.")
    assert dates_another(word(reading, "attack"))
    assert not dates_another(word(reading, "Basra"))


def test_a_type_that_nothing_changes_is_kept() -> None:
    reading = parsed("Hamas joined Fatah.")
    trigger = word(reading, "joined")
    frame = next(f for f in frames() if f.event == "group_change")
    assert event_type("group_change", trigger, Match(frame, trigger), reading.parsed) == "group_change"
