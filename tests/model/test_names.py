"""Names: spellings that a reader takes for one name have one key."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemma.model.names import fold, name_key, script_of


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("Al-Qā'ida", "al qaida"),
        ("Jaysh al-’Izza", "jaysh al izza"),
        ("Lashkar-e-Taiba", "lashkar e taiba"),
        ("  EOKA   B ", "eoka b"),
        ("Partîya Karkerên Kurdistanê", "partiya karkeren kurdistane"),
        ("أنصار التوحيد", "انصار التوحيد"),
        ("M-19 (Colombia)", "m 19 colombia"),
        ("…", ""),
    ],
)
def test_folding(name: str, folded: str) -> None:
    assert fold(name) == folded


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("al-Nusra Front", "Nusra Front"),
        ("The Shining Path", "shining path"),
        ("Ansar al-Tawhid", "Ansar at-Tawhid"),
        ("Hurras al-Din", "Hurras ad-Dīn"),
    ],
)
def test_spellings_that_meet(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


def test_names_that_differ_do_not_meet() -> None:
    assert name_key("Ansar al-Din") != name_key("Ansar al-Islam")
    assert name_key("Jund al-Aqsa") != name_key("Jund al-Sham")


def test_a_name_of_nothing_but_articles_keeps_them() -> None:
    assert name_key("AN") == "an"


@given(st.text())
def test_a_key_is_its_own_key(name: str) -> None:
    assert fold(fold(name)) == fold(name)
    assert name_key(name_key(name)) == name_key(name)


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("Ansar al-Tawhid", "Latn"),
        ("أنصار التوحيد", "Arab"),
        ("Хизбалла", "Cyrl"),
        ("ההגנה (Haganah, 1920)", "Latn"),
        ("ההגנה", "Hebr"),
        ("தமிழீழ விடுதலைப் புலிகள்", "Taml"),
        ("ꓡꓲꓢꓴ", "Zyyy"),
        ("1,000 – 300", "Zyyy"),
        ("", "Zyyy"),
    ],
)
def test_the_script_is_that_of_most_letters(text: str, script: str) -> None:
    assert script_of(text) == script


def test_a_tie_of_scripts_is_settled_the_same_way_each_time() -> None:
    assert script_of("ab дж") == script_of("дж ab") == "Latn"
