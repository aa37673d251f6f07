"""Claims from frames: literals, polarity and modality of a frame itself, the words that say it."""

from __future__ import annotations

import pytest
from prose import TITLE, parsed, prose, told

from stemma.extract.rules.cast import Referent
from stemma.extract.rules.claims import claims_of, valid
from stemma.extract.rules.discourse import Party
from stemma.extract.rules.draft import ClaimDraft
from stemma.extract.rules.frames import read_frames
from stemma.extract.rules.literals import LONGEST
from stemma.extract.rules.match import is_country, is_kind, matches
from stemma.model.span import Span
from stemma.model.vocabulary import vocabulary


def drafts(frame: str, text: str) -> list[ClaimDraft]:
    """What one frame, written in YAML, finds in a sentence."""
    (own,) = read_frames(f"- {{id: own, {frame}}}", "own.yaml", vocabulary())
    index = {trigger: [own] for trigger in own.triggers}
    reading = parsed(text)
    (sentence,) = reading.parsed.sentences()
    topic = Party(reading.cast.add(TITLE), sentence[0], "topic")
    found = matches(sentence, reading.parsed, reading.who, index, topic)
    return [claim for match in found for claim in claims_of(match, reading.parsed, reading.who, None)]


LEFT = "predicate: part_of, verb: [abandon], roles: {subject: [subj], object: [obj]}"


def test_a_frame_that_denies_turns_the_polarity_round() -> None:
    (claim,) = drafts(f"{LEFT}, negative: true", "The Dawn Division abandoned Fatah.")
    assert claim.saying.polarity == "negative"
    (claim,) = drafts(f"{LEFT}, negative: true", "The Dawn Division did not abandon Fatah.")
    assert claim.saying.polarity == "positive"


def test_a_frame_may_hedge_what_the_sentence_does_not() -> None:
    (claim,) = drafts(f"{LEFT}, modality: alleged", "The Dawn Division abandoned Fatah.")
    assert claim.saying.modality == "alleged"
    (claim,) = drafts(f"{LEFT}, modality: alleged", "The Dawn Division reportedly abandoned Fatah.")
    assert claim.saying.modality == "reported"


def test_a_frame_may_say_that_it_no_longer_holds() -> None:
    (claim,) = drafts(f"{LEFT}, former: true, date: end", "In 2015 the Dawn Division abandoned Fatah.")
    assert (claim.former, claim.date) == (True, "../2015")
    (claim,) = drafts(f"{LEFT}, date: none", "In 2015 the Dawn Division abandoned Fatah.")
    assert (claim.former, claim.date) == (False, None)


def test_a_frame_may_give_the_value_itself() -> None:
    frame = "predicate: composition, verb: [enlist], roles: {subject: [subj]}, value: volunteers"
    (claim,) = drafts(frame, "The Dawn Division enlisted men.")
    assert (claim.literal, claim.object) == ("volunteers", None)


def test_a_role_may_be_the_topic_or_a_nation() -> None:
    frame = "predicate: supported_by, noun: [arm], roles: {subject: [topic], object: [nation]}"
    (claim,) = drafts(frame, "Libyan arms came.")
    assert claim.object is not None
    assert (claim.subject.name, claim.object.name) == (TITLE, "Libya")


@pytest.mark.parametrize(
    ("frame", "text"),
    [
        (f"{LEFT}, voice: passive", "The Dawn Division abandoned Fatah."),
        (f"{LEFT}, needs: {{obj: [town]}}", "The Dawn Division abandoned Fatah."),
        (f"{LEFT}, lacks: {{obj: ['*']}}", "The Dawn Division abandoned Fatah."),
        (f"{LEFT}, kinds: {{object: [person]}}", "The Dawn Division abandoned Fatah."),
        (LEFT, "The Dawn Division joined Fatah."),
        (LEFT, "The Dawn Division abandoned Samir Khoury."),
        (LEFT, "The Dawn Division abandoned the Dawn Division."),
        (LEFT, "The weather abandoned Fatah."),
    ],
)
def test_a_frame_keeps_still_where_something_is_amiss(frame: str, text: str) -> None:
    assert drafts(frame, text) == []


@pytest.mark.parametrize(
    ("text", "predicate", "values"),
    [
        (
            "Hezbollah was equipped with mortars, tanks and anti-aircraft guns.",
            "armed_with",
            ["anti-aircraft guns", "mortars", "tanks"],
        ),
        ("Hezbollah received the old anti-tank missiles.", "armed_with", ["old anti-tank missiles"]),
        ("Hezbollah published a weekly magazine.", "publishes", ["weekly magazine"]),
        ("Hezbollah is a radical Islamist movement.", "ideology", ["Islamist", "radical"]),
        ("Hezbollah sought to create an Islamic state.", "stated_goal", ["create an Islamic state"]),
        ("Hezbollah had between 300 and 1,000 fighters.", "strength", ["300-1000"]),
        ("Samir Khoury was shot dead in 2015.", "died", ["shot dead"]),
        ("Samir Khoury was killed in action in 2015.", "died", ["killed in action"]),
    ],
)
def test_literals_are_the_words_of_the_phrase(text: str, predicate: str, values: list[str]) -> None:
    found = sorted(c.object for c in told(text).claims(predicate))
    assert found == values


def test_a_literal_has_an_end() -> None:
    said = told(f"Hezbollah sought to create {'a very big and ' * 40}Islamic state.")
    assert all(len(c.object) <= LONGEST for c in said.claims("stated_goal"))


def test_each_fights_each() -> None:
    said = told("Fighting between Fatah, Hamas and Hezbollah broke out in 2016.")
    pairs = {frozenset((c.subject, c.object)) for c in said.claims("opposed_to")}
    assert pairs == {frozenset(p) for p in (("Fatah", "Hamas"), ("Fatah", "Hezbollah"), ("Hamas", "Hezbollah"))}
    assert {c.date for c in said.claims("opposed_to")} == {"2016"}


@pytest.mark.parametrize(
    ("text", "former"),
    [
        ("Samir Khoury, the former leader of Fatah, left.", True),
        ("Samir Khoury, once the leader of Fatah, left.", True),
        ("Samir Khoury, the leader of Fatah, left.", False),
        ("Samir Khoury was formerly the leader of Fatah.", True),
    ],
)
def test_what_no_longer_holds(text: str, former: bool) -> None:
    assert told(text).claim("led_by", "Fatah").former == former


def test_the_words_are_those_that_say_it() -> None:
    claim = told("Hamas left Gaza, and the Dawn Division is part of Fatah, which stayed.").claim("part_of")
    assert claim.words == "Dawn Division is part of Fatah"


@pytest.mark.parametrize(
    ("literal", "date", "good"),
    [("mortars", None, True), ("mortars", "2015", True), ("—", None, False), ("mortars", "2015-13-01", False)],
)
def test_a_claim_says_something_and_its_date_can_be_read(literal: str, date: str | None, good: bool) -> None:
    span = Span(prose("x").id, 0, 1)
    assert valid(ClaimDraft(Referent(), "armed_with", None, literal, [span], date=date)) == good


def test_a_country_may_stand_where_organizations_do() -> None:
    reading = parsed("It left Libya.")
    token = reading.parsed.doc[2]
    (party,) = reading.who.parties(token)
    assert is_country(party)
    assert is_kind(party, frozenset({"organization", "country"}))
    assert not is_kind(party, frozenset({"organization"}))
    assert is_kind(party, frozenset({"place"}))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A bomb went off, killing Captain Robert Nairac.", "killed"),
        ("Captain Robert Nairac was killed in a drone strike in May.", "killed in drone strike"),
        ("Captain Robert Nairac was shot dead.", "shot dead"),
        ("Captain Robert Nairac died of wounds.", "died of wounds"),
        ("Captain Robert Nairac was gunned down by strangers.", "gunned down"),
    ],
)
def test_how_somebody_died_is_told_with_what_belongs_to_it(text: str, expected: str) -> None:
    assert expected in [line.rpartition(" | ")[2] for line in told(text).lines() if "| died |" in line]


def test_somebody_else_is_no_goal() -> None:
    frame = "predicate: stated_goal, noun: [goal], roles: {subject: [poss], literal: [said]}, literal: words"
    assert [c.literal for c in drafts(frame, "Fatah's goal was independence.")] == ["independence"]
    assert drafts(frame, "Fatah's goal was Hamas.") == []


def test_a_strength_that_was_never_more_is_not_denied() -> None:
    frame = "predicate: strength, verb: [have], roles: {subject: [subj], literal: [obj]}, literal: number"
    (claim,) = drafts(frame, "Fatah never had more than 200 men.")
    assert (claim.literal, claim.saying.polarity) == ("200", "positive")


def test_a_name_sets_off_a_frame() -> None:
    frame = "predicate: part_of, name: organization, roles: {subject: [unit], object: ['prep:of', owner]}"
    (claim,) = drafts(frame, "The Southern Front of the Free Army left.")
    assert (claim.subject.name, claim.object and claim.object.name) == ("Southern Front", "Free Army")
    assert drafts(frame, "The Southern Front left.") == []
    assert drafts(frame, "Its Southern Front left.") == []


def test_a_frame_reaches_a_place_by_way_of_another() -> None:
    frame = "predicate: supported_by, verb: [help], roles: {subject: [obj], object: ['subj>prep:of']}"
    (claim,) = drafts(frame, "The Southern Front was helped by the money of Fatah.")
    assert [c.object and c.object.name for c in [claim]] == ["Fatah"]
