"""How a thing is said: hedges, denials, who says it and who passes it on."""

from __future__ import annotations

import pytest
from prose import told

from stemma.extract.rules.saying import is_observer

A, B = "Dawn Division", "Fatah"


@pytest.mark.parametrize(
    ("text", "modality", "speaker"),
    [
        ("The Dawn Division is part of Fatah.", "stated", None),
        ("The Dawn Division is reportedly part of Fatah.", "reported", None),
        ("The Dawn Division is allegedly part of Fatah.", "alleged", None),
        ("The Dawn Division is believed to be part of Fatah.", "alleged", None),
        ("The Dawn Division is rumoured to be part of Fatah.", "alleged", None),
        ("The Dawn Division may be part of Fatah.", "alleged", None),
        ("The Dawn Division is said to be part of Fatah.", "reported", None),
        ("According to Haaretz, the Dawn Division is part of Fatah.", "reported", "Haaretz"),
        ("The newspaper Haaretz reported that the Dawn Division was part of Fatah.", "reported", "Haaretz"),
        ("Analysts believe that the Dawn Division is part of Fatah.", "alleged", "Analysts"),
        ("The Dawn Division claimed that it was part of Fatah.", "claimed", A),
        ("The Dawn Division said that it was part of Fatah.", "claimed", A),
        ("The Iraqi army claimed that the Dawn Division was part of Fatah.", "claimed", "Iraqi army"),
        ("The Iraqi army alleged that the Dawn Division was part of Fatah.", "alleged", "Iraqi army"),
        ("The Iraqi army accused the Dawn Division of being part of Fatah.", "alleged", "Iraqi army"),
    ],
)
def test_modality_and_speaker(text: str, modality: str, speaker: str | None) -> None:
    claim = told(text).claim("part_of", A, B)
    assert (claim.modality, claim.speaker, claim.negative) == (modality, speaker, False)


@pytest.mark.parametrize(
    "text",
    [
        "The Dawn Division is not part of Fatah.",
        "The Dawn Division was never part of Fatah.",
        "The Dawn Division does not consider itself part of Fatah.",
        "The Dawn Division does not consider itself to be part of Fatah.",
        "The Dawn Division is not believed to be part of Fatah.",
        "The Dawn Division did not join Fatah.",
        "The Dawn Division neither joined Fatah nor Hamas.",
        "The Dawn Division is not part of Hamas, nor is it part of Fatah.",
        "The Dawn Division denied being part of Fatah.",
        "The Dawn Division denied that it was part of Fatah.",
        "The Dawn Division said that it was not part of Fatah.",
    ],
)
def test_denials(text: str) -> None:
    assert told(text).claim("part_of", A, B).negative


@pytest.mark.parametrize(
    "text",
    [
        "The Dawn Division did not deny that it was part of Fatah.",
        "The Dawn Division, which is part of Fatah, did not attack Hamas.",
        "The Dawn Division is part of Fatah and not of Hamas.",
        "The Dawn Division is part of Fatah but does not fight.",
        "Hamas does not like that the Dawn Division is part of Fatah.",
    ],
)
def test_what_is_denied_of_something_else_is_not_denied(text: str) -> None:
    assert not told(text).claim("part_of", A, B).negative


def test_a_denial_is_the_word_of_who_denies() -> None:
    claim = told("The Dawn Division denied being part of Fatah.").claim("part_of")
    assert (claim.negative, claim.modality, claim.speaker) == (True, "claimed", A)


@pytest.mark.parametrize(
    "text",
    [
        "According to a pro-government source, the Syrian army claimed to have killed Samir Khoury in 2019.",
        "A pro-government source reported that the Syrian army claimed to have killed Samir Khoury in 2019.",
    ],
)
def test_who_passes_on_what_another_claims(text: str) -> None:
    claim = told(text).claim("died")
    assert (claim.subject, claim.modality, claim.speaker) == ("Samir Khoury", "claimed", "Syrian army")
    assert claim.chain == ("pro-government source",)


def test_an_event_is_said_as_its_clause_is() -> None:
    event = told("The Dawn Division allegedly burned a church in Hama on 23 December 2024.").event(
        "property_destruction"
    )
    assert (event.modality, event.speaker) == ("alleged", None)


def test_what_did_not_happen_is_no_event() -> None:
    assert told("On 5 May 2018 the Dawn Division did not attack Hamas in Basra.").events() == []


def test_a_hedge_belongs_to_its_own_clause() -> None:
    text = "The Dawn Division, which reportedly has 500 fighters, is part of Fatah."
    assert told(text).claim("part_of").modality == "stated"
    assert told(text).claim("strength").modality == "reported"


@pytest.mark.parametrize(
    ("name", "observer"),
    [
        ("Analysts", True),
        ("a pro-government source", True),
        ("Syrian Observatory", True),
        ("Fatah", False),
        ("", False),
    ],
)
def test_who_only_passes_on_is_an_observer(name: str, observer: bool) -> None:
    assert is_observer(name) == observer


def test_an_observer_reports_even_where_the_text_says_claimed() -> None:
    claim = told("Analysts claimed that the Dawn Division was part of Fatah.").claim("part_of", A)
    assert claim.modality == "reported"
