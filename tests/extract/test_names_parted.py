"""Names whose bounds are hard to see: with days, small words, nicknames, or another name after them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from prose import prose

from stemma.extract.rules.aliases import aliases
from stemma.extract.rules.runs import Run, runs
from stemma.extract.rules.sharpen import sharpened
from stemma.extract.rules.spelled import spelled_out
from stemma.extract.rules.text import passages


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("He joined Hezb-e Wahdat then.", "Hezb-e Wahdat"),
        ("She met Hsu Li-min there.", "Hsu Li-min"),
        ("The 15 September Legion merged with it.", "15 September Legion"),
        ("The 2nd of June Movement kidnapped him.", "2nd of June Movement"),
        ("It was called Revolutionary Organization 17 November.", "Revolutionary Organization 17 November"),
        ('It was led by José Alexandre "Xanana" Gusmão.', 'José Alexandre "Xanana" Gusmão'),
    ],
)
def test_one_name(text: str, name: str) -> None:
    assert name in [run.text for run in runs(text)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Kata'ib Hezbollah-linked men left.", "Kata'ib Hezbollah-linked"),
        ("They carried AK-47 rifles.", "AK"),
        ("On 5 May Army units left.", "5 May Army"),
    ],
)
def test_no_such_name(text: str, name: str) -> None:
    assert name not in [run.text for run in runs(text)]


@pytest.mark.parametrize(
    ("text", "person", "expected"),
    [
        ("Badr Organization of Hadi al-Amiri", "Hadi al-Amiri", ["Badr Organization", "Hadi al-Amiri"]),
        ("Norwegian Kjartan Sekkingstad", "Kjartan Sekkingstad", ["Kjartan Sekkingstad"]),
        ("PSNI Assistant Chief Constable Peter Sheridan", "Peter Sheridan", ["Peter Sheridan"]),
        ("Free Aceh Movement", "Aceh Movement", ["Free Aceh Movement"]),
        ("Army of Muhammad", "Muhammad", ["Army of Muhammad"]),
    ],
)
def test_a_person_after_a_name_is_another(text: str, person: str, expected: list[str]) -> None:
    at = text.index(person)
    found = sharpened(text, [Run(0, len(text), text)], [(at, len(text), "PERSON")])
    assert [run.text for run in found] == expected


def test_names_spelled_out_before_their_letters() -> None:
    text = (
        "It rejoined the Partido Komunista ng Pilipinas (PKP) and the Organization of the People in Arms (OPA, 1979)."
    )
    assert spelled_out(list(passages(prose(text)))) == {
        "Partido Komunista ng Pilipinas",
        "Organization of the People in Arms",
    }
    assert spelled_out(list(passages(prose("He left the Front in May (BBC).")))) == set()


def test_nicknames_in_quotes() -> None:
    text = 'Luis Arenas, "the Tiger of Ixcán", was shot.'
    assert [(a.owner, a.text) for a in aliases(text, [(0, 11)])] == [(0, "Tiger of Ixcán")]


@given(st.text(max_size=300))
def test_any_text_is_read(text: str) -> None:
    for run in runs(text):
        assert text[run.start : run.end] == run.text
    for passage in passages(prose(text or "x")):
        assert all(name in passage.text for name in spelled_out([passage]))
