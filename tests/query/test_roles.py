"""The part a person has in a group, from the words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemma.query.roles import is_acting, is_deputy, is_former, role_in


@pytest.mark.parametrize(
    ("quote", "person", "role"),
    [
        ("the group's deputy leader, a fighter named Khamza Shishani", "Khamza Shishani", "deputy leader"),
        ("the group's religious leader Abu Hakim", "Abu Hakim", "religious leader"),
        ("Adnan Abu Amjad, general commander of the council", "Adnan Abu Amjad", "general commander"),
        ("its chief of staff, Omar, and its leader, Zayd", "Zayd", "leader"),
        ("its chief of staff, Omar, and its leader, Zayd", "Omar", "chief of staff"),
        ("Abu Diyab Sarmini", "Abu Diyab Sarmini", ""),
        (
            "the leader " + "of a very old and far-flung union of tribes and towns and cities far away and long ago, X",
            "X",
            "",
        ),
    ],
)
def test_the_role_nearest_to_the_name(quote: str, person: str, role: str) -> None:
    assert role_in(quote, person) == role


def test_sorts_of_roles() -> None:
    assert is_deputy("deputy leader")
    assert is_deputy("vice-chairman")
    assert is_acting("interim commander")
    assert is_former("ex-leader")
    assert not is_deputy("leader")


@given(st.text(max_size=200), st.text(max_size=20))
def test_any_words_are_read(quote: str, person: str) -> None:
    assert isinstance(role_in(quote, person), str)
