"""Names inside sentences."""

from __future__ import annotations

import pytest

from stemma.query.articles import is_plural, joined, with_article


@pytest.mark.parametrize(
    ("name", "inside"),
    [
        ("Syrian army", "the Syrian army"),
        ("Army of the Revolution", "the Army of the Revolution"),
        ("Dawn of Islam Division", "the Dawn of Islam Division"),
        ("Turkistan Islamic Party in Syria", "the Turkistan Islamic Party in Syria"),
        ("The Resistance", "the Resistance"),
        ("Hezbollah", "Hezbollah"),
        ("HTS", "HTS"),
        ("YPG", "the YPG"),
        ("Real IRA", "the Real IRA"),
        ("government forces", "government forces"),
        ("Idlib", "Idlib"),
        ("", ""),
        ("pro-government source", "a pro-government source"),
        ("official in Idlib", "an official in Idlib"),
        ("a resident", "a resident"),
        ("residents", "residents"),
        ("defector from Abu Sayyaf", "a defector from Abu Sayyaf"),
    ],
)
def test_which_names_take_the_article(name: str, inside: str) -> None:
    assert with_article(name) == inside


@pytest.mark.parametrize(
    ("name", "plural"),
    [("Self-Defense Forces", True), ("Military Discipline Units", True), ("Ansar al-Tawhid", False)],
)
def test_which_names_are_plural(name: str, plural: bool) -> None:
    assert is_plural(name) is plural


def test_names_are_joined_as_in_english() -> None:
    assert [joined([]), joined(["A"]), joined(["A", "B"]), joined(["A", "B", "C"])] == [
        "",
        "A",
        "A and B",
        "A, B and C",
    ]
