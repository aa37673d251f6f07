"""The rules by which claims add up to a relation."""

from __future__ import annotations

from told import claim, denial, material

from stemma.query.relations import Ending, Relation, distinct, relations


def only(*records: dict[str, object], of: str = "part_of") -> Relation:
    found = [r for r in relations(material(*records)) if r.predicate == of]
    assert len(found) == 1
    return found[0]


def test_a_stated_end_closes_undated_claims() -> None:
    relation = only(
        claim("A", "part_of", "B", box="Partof", quote="B"), claim("A", "part_of", "B", "../2020-05", former=True)
    )
    assert relation.ending == Ending("stated", "2020-05")
    assert len(relation.claims) == 2


def test_former_alone_is_a_stated_end_without_a_date() -> None:
    assert only(claim("A", "part_of", "B", former=True)).ending == Ending("stated")


def test_a_claim_after_the_end_opens_the_relation_again() -> None:
    relation = only(claim("A", "part_of", "B", "../2015"), claim("A", "part_of", "B", "2018-03"))
    assert relation.ending == Ending("last_attested", "2018-03")


def test_dissolution_ends_what_nobody_ended() -> None:
    relation = only(claim("A", "part_of", "B"), claim("A", "dissolved", "2025-01-29", "2025-01-29"))
    assert relation.ending is not None
    assert (relation.ending.kind, relation.ending.date, relation.ending.party) == (
        "inferred",
        "2025-01-29",
        relation.subject,
    )
    assert relation.latest_end is not None
    assert relation.earliest_end is None


def test_the_end_of_the_other_party_ends_it_too() -> None:
    relation = only(claim("A", "part_of", "B"), claim("B", "merged_into", "C", "2019"))
    assert relation.ending is not None
    assert (relation.ending.kind, relation.ending.party) == ("inferred", relation.object)


def test_no_dissolution_is_inferred_before_what_is_attested() -> None:
    relation = only(claim("A", "part_of", "B", "2021"), claim("A", "dissolved", "2019", "2019"))
    assert relation.ending == Ending("last_attested", "2021")


def test_a_date_that_is_no_interval_attests() -> None:
    relation = only(claim("A", "part_of", "B", "2014"), claim("A", "part_of", "B", "2016-05"))
    assert relation.attested == ("2014", "2016-05")
    assert relation.ending == Ending("last_attested", "2016-05")
    assert relation.starts == ()
    assert relation.earliest_start is None
    assert relation.latest_start is not None


def test_nothing_is_known_of_undated_claims() -> None:
    assert only(claim("A", "part_of", "B")).ending == Ending("unknown")


def test_starts_that_may_be_one_are_narrowed() -> None:
    relation = only(claim("A", "part_of", "B", "2014/.."), claim("A", "part_of", "B", "2014-02-14/2016"))
    assert relation.starts == ("2014-02-14",)
    assert relation.earliest_start == relation.latest_start


def test_starts_that_cannot_be_one_widen_the_bounds() -> None:
    relation = only(claim("A", "part_of", "B", "2012/.."), claim("A", "part_of", "B", "2014/.."))
    assert relation.starts == ("2012", "2014")
    assert relation.earliest_start is not None
    assert relation.latest_start is not None
    assert relation.latest_start - relation.earliest_start > 900


def test_negative_claims_neither_end_nor_date_a_relation() -> None:
    relation = only(claim("A", "part_of", "B", "2014/.."), denial("A", "part_of", "B", "2016"))
    assert relation.ending == Ending("last_attested", "2014")
    assert len(relation.against) == 1


def test_only_denied_has_no_ending() -> None:
    assert only(denial("A", "part_of", "B")).ending is None


def test_an_alliance_is_one_in_either_direction() -> None:
    relation = only(claim("A", "allied_with", "B"), claim("B", "allied_with", "A", "2015/.."), of="allied_with")
    assert len(relation.claims) == 2


def test_there_is_one_founding_however_it_is_dated() -> None:
    relation = only(
        claim("A", "founded", "2018-03-02", "2018-03-02"), claim("A", "founded", "2018-03", "2018-03"), of="founded"
    )
    assert relation.starts == ("2018-03-02",)
    assert relation.ending is None


def test_distinct_dates_leave_out_the_less_precise() -> None:
    assert distinct(["2018", "2018-03", "2018-03-02", "2019", "2018-03-02"]) == ["2018-03-02", "2019"]
    assert distinct([]) == []
