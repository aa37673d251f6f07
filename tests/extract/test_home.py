"""Whose "the army" is, which country "the country" is, and who "the rebels" and "both groups" are."""

from __future__ import annotations

import pytest
from prose import parsed, word

LEAD = "The Dawn Division fought in Colombia."


def meant(text: str, token: str) -> list[str]:
    reading = parsed(text)
    return [party.referent.name for party in reading.who.parties(word(reading, token, 1))]


@pytest.mark.parametrize(
    ("text", "token", "expected"),
    [
        ("It was a Colombian group. The army attacked it.", "army", ["Colombian army"]),
        ("It was a Colombian group. It fought the government.", "government", ["Colombian government"]),
        ("It was a Colombian group. It was active across the country.", "country", ["Colombia"]),
        ("It was a Colombian group. The rebels left.", "rebels", ["Example"]),
        ("It met Fatah and Hamas. Both groups left.", "groups", ["Fatah", "Hamas"]),
        ("Hamas fought Fatah, and the latter left.", "latter", ["Fatah"]),
    ],
)
def test_bodies_of_the_state_and_what_was_said_before(text: str, token: str, expected: list[str]) -> None:
    assert meant(text, token) == expected


@pytest.mark.parametrize(
    ("text", "token"),
    [
        ("The army left.", "army"),
        ("It was a Colombian group. The army of the frontiers left.", "army"),
        ("It was a Colombian group. An army left.", "army"),
        ("It went to the country where he lived.", "country"),
    ],
)
def test_nobody_is_guessed(text: str, token: str) -> None:
    assert not any(name.startswith("Colombia") for name in meant(text, token))
