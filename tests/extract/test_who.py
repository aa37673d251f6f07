"""Who is meant: names, nouns that stand for a group, pronouns, "the group"."""

from __future__ import annotations

import pytest
from prose import parsed, told, word

from stemma.extract.rules.cast import Cast
from stemma.extract.rules.discourse import Discourse


def meant(text: str, token: str, nth: int = 1) -> list[str]:
    """Whom the ``nth`` word ``token`` of the text's last sentence means; the text is about "Example"."""
    reading = parsed(text)
    return [party.referent.name for party in reading.who.parties(word(reading, token, nth))]


@pytest.mark.parametrize(
    ("text", "token", "expected"),
    [
        ("It met Fatah.", "Fatah", ["Fatah"]),
        ("Fatah fighters left.", "fighters", ["Fatah"]),
        ("Two of Fatah's commanders left.", "Two", ["Fatah"]),
        ("It took the headquarters of Fatah.", "headquarters", ["Fatah"]),
        ("Members of Fatah and Hamas left.", "Members", ["Fatah", "Hamas"]),
        ("Fatah's attack failed.", "attack", ["Fatah"]),
        ("Its leader, Joseph Kony, left.", "leader", ["Joseph Kony"]),
        ("A fighter named Joseph Kony left.", "fighter", ["Joseph Kony"]),
        ("Several factions, including Fatah and Hamas, left.", "factions", ["Fatah", "Hamas"]),
        ("They met groups such as Fatah and Hamas.", "groups", ["Fatah", "Hamas"]),
        ("Fatah was another group that left.", "group", ["Fatah"]),
        ("Fatah is one of the groups that left.", "one", ["Fatah"]),
        ("The Fatah movement left.", "movement", ["Fatah"]),
        ("The town of Sarmin fell.", "town", ["Sarmin"]),
        ("It held a strip of Lebanon.", "strip", ["Lebanon"]),
        ("It met the governments of Canada and Chile.", "governments", ["Canada", "Chile"]),
        ("Its wing Fatah left.", "wing", ["Fatah"]),
        ("Three units, Fatah and Hamas, left.", "units", ["Fatah", "Hamas"]),
        ("Hamas was a Fatah group that left.", "group", ["Hamas"]),
        ("Fatah formed the Dawn Division, with Joseph Kony as its leader.", "its", ["Dawn Division"]),
        ("The fighting took place in the Sarmin and Nayrab districts.", "districts", ["Sarmin", "Nayrab"]),
    ],
)
def test_nouns_and_those_named_with_them(text: str, token: str, expected: list[str]) -> None:
    assert meant(text, token) == expected


@pytest.mark.parametrize(
    ("text", "token"),
    [
        ("The weather was bad.", "weather"),
        ("The men left.", "men"),
        ("It left quickly.", "quickly"),
        ("Ten left.", "left"),
    ],
)
def test_nobody_is_made_up(text: str, token: str) -> None:
    assert meant(text, token) == []


@pytest.mark.parametrize(
    ("text", "token", "expected"),
    [
        ("The group left.", "group", "Example"),
        ("The organisation left.", "organisation", "Example"),
        ("It left.", "It", "Example"),
        ("Its men left.", "men", "Example"),
        ("Fatah attacked Hamas. It left.", "It", "Fatah"),
        ("Fatah left. Its men stayed.", "men", "Fatah"),
        ("Joseph Kony led it. He left.", "He", "Joseph Kony"),
        ("Joseph Kony said that he left.", "he", "Joseph Kony"),
        ("The Dawn Division met the Sun Council. The council agreed.", "council", "Sun Council"),
        ("The Sun Council met the Dawn Division. The division agreed.", "division", "Dawn Division"),
    ],
)
def test_pronouns_and_descriptions_mean_who_was_spoken_of(text: str, token: str, expected: str) -> None:
    assert meant(text, token) == [expected]


def test_he_is_nobody_where_no_person_was_spoken_of() -> None:
    assert meant("Fatah left. He stayed.", "He") == []


def test_former_members_are_marked() -> None:
    reading = parsed("Former Fatah fighters left.")
    (party,) = reading.who.parties(word(reading, "fighters"))
    assert (party.former, party.noun, party.via) == (True, "fighter", "group")


def test_a_nationality_means_its_state() -> None:
    reading = parsed("The Libyan arms came late.")
    (party,) = reading.who.nation(word(reading, "Libyan"))
    assert (party.referent.name, party.via) == ("Libya", "nationality")
    assert reading.who.nation(word(reading, "arms")) == []


def test_deep_nesting_ends() -> None:
    text = "It met " + "the fighters of " * 40 + "Fatah."
    assert meant(text, "fighters") in ([], ["Fatah"])


def test_a_section_has_its_own_topic() -> None:
    cast = Cast("source-1")
    one, two = cast.add("Fatah"), cast.add("Hamas")
    discourse = Discourse()
    discourse.enter(one)
    discourse.recent.append(one)
    discourse.story = "2015"
    discourse.enter(two)
    assert discourse == Discourse(topic=two, last_subject=two)


def test_the_date_of_the_passage_before_is_taken_up_where_the_text_does() -> None:
    discourse = Discourse()
    discourse.story = "2015-05-05"
    discourse.begin()
    (taking_up,) = parsed("After the attack, Hamas left.").parsed.sentences()
    (other,) = parsed("Hamas left.").parsed.sentences()
    assert discourse.carried(taking_up) == "2015-05-05"
    assert discourse.carried(other) is None


def test_what_the_group_does_is_the_topics_in_every_section() -> None:
    text = "The group split from Fatah.\n= Dawn Division\nThe group split from Hamas."
    split = {(c.subject, c.object) for c in told(text).claims("split_from")}
    assert split == {("Example", "Fatah"), ("Dawn Division", "Hamas")}


def test_the_war_is_the_one_spoken_of_last() -> None:
    assert meant("The Jarama War began. Fatah lost the war.", "war") == ["Jarama War"]
    assert meant("The Jarama War began. Fatah lost the war of words.", "war") == []


def test_they_are_all_who_did_what_was_told_before() -> None:
    claims = told("Mr Joseph Kony and Mr Vincent Otti met in 1987. They founded the Jordan Front in Gulu.")
    assert claims.finds("Jordan Front | founded_by | Joseph Kony")
    assert claims.finds("Jordan Front | founded_by | Vincent Otti")
