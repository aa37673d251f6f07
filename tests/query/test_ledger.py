"""Where claims cannot all be true."""

from __future__ import annotations

from pathlib import Path

import pytest
from example import TITLE, example
from told import Record, claim, denial, entity, event, killed, material, read, store

from stemma.query.evidence import Numbering
from stemma.query.find import find
from stemma.query.ledger import Disagreement, disagreements, whole_ledger
from stemma.query.material import from_extraction, gather


def ledger(*records: Record) -> list[Disagreement]:
    made = material(*records)
    return list(disagreements(made, None, Numbering(made)))


def sides(found: Disagreement) -> list[tuple[str, str, str]]:
    return [(s.says, s.voice, s.source) for s in found.sides]


def test_the_example() -> None:
    made = from_extraction(*example())
    found = disagreements(made, None, Numbering(made))
    assert [(d.kind, d.severity, d.infobox_against_prose) for d in found] == [
        ("casualties", "serious", False),
        ("casualties", "moderate", False),
        ("fate", "moderate", True),
        ("ending", "minor", True),
        ("ending", "minor", True),
        ("role", "minor", True),
    ]
    assert sides(found[0]) == [
        ("40 killed (members of Ansar al-Tawhid and Hurras al-Din)", "", "prose"),
        ("30 killed (dead including civilians)", "", "prose"),
    ]
    assert sides(found[1]) == [
        ("40 killed (Syrian army)", "claimed by Ansar al-Tawhid", "prose"),
        ("16 killed (Syrian army)", "confirmed", "prose"),
    ]
    assert found[1].topic == "Killed in the clash in northern Hama, March 2019"
    assert sides(found[2]) == [
        ("killed in action", "", "infobox"),
        ("killed, March 2019", "claimed by the Syrian army, according to a pro-government outlet", "prose"),
    ]
    assert [s.says for s in found[5].sides] == ["listed among the leaders under 'Leader'", "deputy leader"]
    # Neither of these is one: a date said less precisely, a number inside a range.
    assert not [d for d in found if d.kind in ("date", "value")]


def test_what_is_said_and_denied() -> None:
    (found,) = ledger(claim("A", "part_of", "B"), denial("A", "part_of", "B", modality="claimed", by="A"))
    assert (found.kind, found.severity) == ("polarity", "moderate")
    assert sides(found) == [("part of B", "", "prose"), ("not part of B", "said by A", "prose")]


def test_no_polarity_between_different_times() -> None:
    assert ledger(claim("A", "part_of", "B", "2014/2015"), denial("A", "part_of", "B", "2018")) == []


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [("300-1000", "1000", False), ("300", "1000", True), ("7500+", "100", True), ("several hundred", "9", False)],
)
def test_numbers_disagree_where_their_ranges_do_not_meet(one: str, other: str, apart: bool) -> None:
    found = ledger(claim("A", "strength", one), claim("A", "strength", other))
    assert [(d.kind, d.severity) for d in found] == ([("value", "moderate")] if apart else [])


def test_numbers_of_different_times_do_not_disagree() -> None:
    assert ledger(claim("A", "strength", "300", "2014"), claim("A", "strength", "1000", "2018")) == []


def test_more_than_two_sides() -> None:
    (found,) = ledger(*(claim("A", "strength", n, quote=f"it had {n}") for n in ("100", "500", "900", "100")))
    assert [s.says for s in found.sides] == ["100", "500", "900"]
    assert len(found.sides[0].claims) == 1


def test_dates_of_one_founding() -> None:
    (found,) = ledger(
        claim("A", "founded", "1969-12", "1969-12"),
        claim("A", "founded", "1969", "1969"),
        claim("A", "founded", "1970", "1970", modality="reported"),
    )
    assert (found.kind, found.severity, found.topic) == ("date", "moderate", "A, founded")
    assert sides(found) == [("founded December 1969", "", "prose"), ("founded 1970", "reportedly", "prose")]
    assert ledger(claim("A", "founded", "2018-03", "2018-03"), claim("A", "founded", "2018-03-02", "2018-03-02")) == []


def test_an_open_infobox_line_against_an_end() -> None:
    ended = claim("A", "part_of", "B", "2014/2016", quote="A was in B from 2014 to 2016")
    (found,) = ledger(claim("A", "part_of", "B", "2014/..", box="Partof", quote="B (2014–)"), ended)
    assert (found.kind, found.severity) == ("ending", "minor")
    assert sides(found) == [("part of B, without an end", "", "infobox"), ("part of B from 2014 to 2016", "", "prose")]


@pytest.mark.parametrize(
    ("quote", "still"),
    [("A is part of B", True), ("A was part of B", False), ("A joined B", False), ("A, of B,", False)],
)
def test_prose_counts_as_still_holding_in_the_present_tense(quote: str, still: bool) -> None:
    found = ledger(claim("A", "part_of", "B", quote=quote), claim("A", "part_of", "B", former=True, quote="A left B"))
    assert [d.kind for d in found] == (["ending"] if still else [])
    if still:
        assert found[0].sides[1].says == "no longer part of B"


def test_joining_and_leaving_agree() -> None:
    assert ledger(claim("A", "part_of", "B", "2014/.."), claim("A", "part_of", "B", "../2016", former=True)) == []


def test_starts_that_cannot_be_one() -> None:
    (found,) = ledger(claim("A", "led_by", "Omar", "1998/2006"), claim("A", "led_by", "Omar", "1999/.."))
    assert (found.kind, found.severity, found.topic) == ("date", "minor", "A, led by Omar")
    assert [s.says for s in found.sides] == ["led by Omar from 1998", "led by Omar from 1999"]


def test_ends_that_cannot_be_one() -> None:
    (found,) = ledger(claim("A", "led_by", "Omar", "1998/2006-09-04"), claim("A", "led_by", "Omar", "1998/2007"))
    assert [s.says for s in found.sides] == ["led by Omar until 4 September 2006", "led by Omar until 2007"]


def test_what_ended_and_began_again_has_two_starts() -> None:
    assert ledger(claim("A", "led_by", "Omar", "1998/2001"), claim("A", "led_by", "Omar", "2004/..")) == []


def test_a_death_that_is_denied() -> None:
    (found,) = ledger(
        claim("Omar", "died", "killed", "2019"), denial("Omar", "died", "killed", modality="claimed", by="A")
    )
    assert (found.kind, [s.says for s in found.sides]) == ("fate", ["killed, 2019", "not dead"])


def test_a_death_told_as_a_fact_needs_no_hedge_of_the_same_document() -> None:
    hedged = claim("Omar", "died", "killed", modality="alleged")
    assert ledger(claim("Omar", "died", "killed", quote="Omar was killed"), hedged) == []
    assert [
        d.kind for d in ledger(claim("Omar", "died", "killed in action", box="Leader", quote="OmarKIA"), hedged)
    ] == ["fate"]


def test_a_leader_who_is_acting() -> None:
    people = [entity("Omar", kind="person"), claim("A", "led_by", "Omar", box="Leader", quote="Omar")]
    (found,) = ledger(*people, claim("A", "led_by", "Omar", quote="its acting leader, Omar"))
    assert (found.kind, found.topic) == ("role", "Role of Omar in A")
    assert ledger(*people, claim("A", "led_by", "Omar", quote="its leader, Omar")) == []


def one_event(*counts: Record) -> list[Disagreement]:
    return ledger(event("clash", "2019-03", "A", "B", casualties=list(counts)))


@pytest.mark.parametrize(
    ("counts", "apart"),
    [
        ([killed("40", "Syrian soldiers"), killed("16", "Syrian army")], True),
        ([killed("40", "Syrian soldiers"), killed("16", "civilians")], False),
        ([killed("40", "Nusra"), killed("15-40", "Nusra")], False),
        ([killed("40", "soldiers"), killed("50", "people")], True),
        ([killed("20", "Nusra"), killed("40", "members of Nusra and Ahrar")], False),
        ([killed("50", "Nusra"), killed("40", "members of Nusra and Ahrar")], True),
        ([killed("16", "Syrian soldiers"), killed("30", "dead including civilians")], False),
        ([killed("40", "Syrian soldiers"), killed("30", "dead including civilians")], True),
        ([killed("40", "Syrian soldiers"), killed("16", "only 16", "confirmed")], True),
        ([killed("several", "A"), killed("40", "A")], False),
        ([killed("40", "A"), {**killed("40", "A"), "wounded": "3"}], False),
    ],
)
def test_counts_of_one_happening(counts: list[Record], apart: bool) -> None:
    assert [d.kind for d in one_event(*counts)] == (["casualties"] if apart else [])


def test_counts_of_one_happening_told_twice() -> None:
    first = event("strike", "2019-08-31", "A", "B", casualties=[killed("40", "B")], quote="forty dead")
    second = event("strike", "2019-08-31", "A", "B", casualties=[killed("30", "B")], quote="thirty dead")
    (found,) = ledger(first, second)
    assert [s.says for s in found.sides] == ["40 killed (B)", "30 killed (B)"]
    assert len(found.sides[0].evidence) == 1


@pytest.mark.parametrize(
    "other",
    [
        event("strike", "2019-09-01", "A", "B", casualties=[killed("30", "B")], quote="the next day"),
        event("clash", "2019-08-31", "A", "B", casualties=[killed("30", "B")], quote="not a strike"),
        event("strike", "2019-08-31", "C", "B", casualties=[killed("30", "B")], quote="by another"),
        event("strike", None, "A", "B", casualties=[killed("30", "B")], quote="some day"),
        event("strike", "2019", "A", "B", casualties=[killed("30", "B")], quote="that year"),
    ],
)
def test_counts_of_different_happenings(other: Record) -> None:
    assert ledger(event("strike", "2019-08-31", "A", "B", casualties=[killed("40", "B")], quote="forty"), other) == []


def test_only_what_concerns_the_entity(tmp_path: Path) -> None:
    other = [claim("C", "strength", "1"), claim("C", "strength", "9")]
    fate = [entity("Omar", kind="person"), claim("The group", "led_by", "Omar")]
    fate += [
        claim("Omar", "died", "killed", box="Leader", quote="OmarKIA"),
        claim("Omar", "died", "killed", modality="alleged"),
    ]
    with store(tmp_path, read(*other, *fate)) as kept:
        ids = find(kept, "The group").ids
        made = gather(kept, ids)
        found = disagreements(made, made.circle(made.one(ids[0])), Numbering(made))
        assert [d.kind for d in found] == ["fate"]
        (whole,) = whole_ledger(kept)
        assert [d.kind for d in whole.disagreements] == ["value", "fate"]


def test_documents_disagree_with_each_other_once(tmp_path: Path) -> None:
    documents = [
        read(claim("The group", "strength", number), title="The group", file_name=f"{number}.txt")
        for number in ("100", "900")
    ]
    with store(tmp_path, example(), *documents) as kept:
        ledgers = list(whole_ledger(kept))
    assert [(one.title, len(one.disagreements)) for one in ledgers] == [(TITLE, 6), ("The group", 1)]
    (between,) = ledgers[1].disagreements
    assert [len(s.documents) for s in between.sides] == [1, 1]
    assert between.sides[0].documents != between.sides[1].documents
    assert [e.quote for e in ledgers[1].evidence] == ["The group strength 100", "The group strength 900"]
