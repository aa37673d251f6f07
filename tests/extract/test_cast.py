"""The cast of a document: one member for all spellings of a name, and short forms joined where only one fits."""

from __future__ import annotations

from collections import Counter

import pytest

from stemma.extract.rules.cast import Cast, Referent
from stemma.extract.rules.kinds import Votes
from stemma.model.entity import Kind, entity_id


def votes(kind: Kind, weight: int = 5) -> Votes:
    """So many votes for one kind."""
    return Counter({kind: weight})


@pytest.fixture
def cast() -> Cast:
    return Cast("source-1")


def test_spellings_of_one_name_are_one(cast: Cast) -> None:
    one = cast.add("al-Nusra Front")
    assert cast.add("The Nusra Front") is one
    assert cast.get("al-nusra front") is one
    assert "Nusra Front" in cast
    assert cast.get("Fatah") is None
    assert "Fatah" not in cast


def test_a_kind_is_voted_on(cast: Cast) -> None:
    sarmin = cast.add("Sarmin")
    seen = [sarmin.kind]  # where nothing tells, an organization
    cast.add("Sarmin", votes("person", 1))
    seen.append(sarmin.kind)
    cast.add("Sarmin", votes("place", 3))
    seen.append(sarmin.kind)
    sarmin.fixed = "organization"
    seen.append(sarmin.kind)
    assert seen == ["organization", "person", "place", "organization"]


def test_surroundings_count_by_their_share_not_by_how_often(cast: Cast) -> None:
    brigade = cast.add("Badr Brigade")
    for _ in range(500):
        cast.add("Badr Brigade", None, votes("place", 1), votes("place", 1))
    cast.add("Badr Brigade", votes("organization", 4))
    assert brigade.kind == "organization"


def test_another_name_leads_to_the_same(cast: Cast) -> None:
    party = cast.add("Kurdistan Workers' Party")
    cast.alias(party, "PKK", "abbreviation")
    assert cast.get("PKK") is party
    assert cast.referents() == [party]


def test_who_had_the_other_name_becomes_the_same(cast: Cast) -> None:
    short = cast.add("PKK", votes("person", 1), votes("organization", 1))
    party = cast.add("Kurdistan Workers' Party")
    cast.alias(party, "PKK", "abbreviation")
    assert cast.get("PKK") is party
    assert cast.referents() == [party]
    assert party.contexts["organization"] == 1
    assert short is not party


def test_an_empty_name_is_nobody(cast: Cast) -> None:
    party = cast.add("Fatah")
    cast.alias(party, "…", "alias")
    assert cast.referents() == [party]


def test_the_main_name_is_the_longest_in_ordinary_letters(cast: Cast) -> None:
    party = cast.add("Workers' Party")
    cast.add("Party of the Workers of Basra")
    cast.merge(party, cast.add("Party of the Workers of Basra"))
    assert party.name == "Party of the Workers of Basra"
    cast.alias(party, "PWB, the longest of all abbreviations there is", "abbreviation")
    assert party.name == "Party of the Workers of Basra"
    party.main = "PWB"
    assert party.name == "PWB"


def test_a_name_known_in_capitals_only_is_put_in_title_case(cast: Cast) -> None:
    assert cast.add("SONS OF THE LAND'S ARMY").name == "Sons of the Land's Army"
    assert cast.add("UNITA").name == "UNITA"


def test_a_surname_joins_the_one_person_it_fits(cast: Cast) -> None:
    cast.add("Joseph Kony", votes("person"))
    cast.add("Kony", votes("person", 1))
    cast.settle()
    assert cast.get("Kony") is cast.get("Joseph Kony")


def test_a_surname_that_fits_two_joins_neither(cast: Cast) -> None:
    cast.add("Khadaffy Janjalani", votes("person"))
    cast.add("Abdurajak Janjalani", votes("person"))
    cast.add("Janjalani", votes("person", 1))
    cast.settle()
    assert len(cast.referents()) == 3


def test_a_place_does_not_join_a_person_of_its_name(cast: Cast) -> None:
    cast.add("Jack London", votes("person"))
    cast.add("London")
    cast.settle()
    assert cast.get("London") is not cast.get("Jack London")


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        ("Abu Diyab Sarmin", "Abu Diyab al-Sarmini", True),
        ("Abu Mohammad al-Julani", "Abu Mohammed al-Julani", True),
        ("51st Brigade", "52nd Brigade", False),
        ("Offensive of 2017", "Offensive of 2018", False),
        ("Ansar al-Din", "Ansar al-Sunna", False),
        ("Northern Brigade", "Northern Division", False),
    ],
)
def test_near_spellings_are_one(cast: Cast, one: str, two: str, same: bool) -> None:
    cast.add(one, votes("organization"))
    cast.add(two, votes("organization"))
    cast.settle()
    assert (cast.get(one) is cast.get(two)) == same


def test_names_of_two_kinds_are_not_joined(cast: Cast) -> None:
    cast.add("Omar Sharifi", votes("person"))
    cast.add("Omar Sharif", votes("organization"))
    cast.settle()
    assert len(cast.referents()) == 2


def test_an_entity_has_all_names_each_once_and_an_id_of_its_source(cast: Cast) -> None:
    party = cast.add("Kurdistan Workers' Party")
    cast.alias(party, "PKK", "abbreviation")
    cast.alias(party, "pkk", "alias")
    cast.alias(party, "Partiya Karkerên Kurdistanê", "native")
    entity = cast.entity(party)
    assert entity.id == entity_id("source-1", "Kurdistan Workers' Party")
    assert (entity.name, entity.names[0].kind) == ("Kurdistan Workers' Party", "main")
    assert sorted(n.kind for n in entity.names) == ["abbreviation", "main", "native"]


def test_members_are_told_apart_by_who_they_are() -> None:
    assert Referent() != Referent()
