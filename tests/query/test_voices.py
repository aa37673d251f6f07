"""How a saying reads."""

from __future__ import annotations

import pytest

from stemma.model.claim import Saying
from stemma.query.voices import firmness, opening, voice


@pytest.mark.parametrize(
    ("saying", "words", "head"),
    [
        (Saying(), "", ""),
        (Saying("reported"), "reportedly", "Reportedly, "),
        (Saying("alleged"), "allegedly", "Allegedly, "),
        (Saying("claimed"), "claimed", "By a party's claim, "),
        (Saying("reported", speaker="Reuters"), "according to Reuters", "According to Reuters, "),
        (Saying("stated", speaker="Reuters"), "according to Reuters", "According to Reuters, "),
        (Saying("claimed", speaker="Syrian army"), "claimed by the Syrian army", "The Syrian army claimed: "),
        (Saying("alleged", speaker="Turkey"), "alleged by Turkey", "Turkey alleged: "),
        (
            Saying("claimed", speaker="Syrian army", chain=("an outlet",)),
            "claimed by the Syrian army, according to an outlet",
            "The Syrian army claimed, according to an outlet: ",
        ),
        (
            Saying("reported", speaker="a resident", chain=("Reuters", "an agency")),
            "according to a resident, as passed on by an agency, according to Reuters",
            "According to a resident, as passed on by an agency, according to Reuters, ",
        ),
        (Saying("alleged", chain=("Reuters",)), "allegedly, according to Reuters", "Allegedly, according to Reuters, "),
        (Saying("claimed", "negative", "Ansar al-Tawhid"), "said by Ansar al-Tawhid", "Ansar al-Tawhid claimed: "),
    ],
)
def test_a_saying_in_words(saying: Saying, words: str, head: str) -> None:
    assert voice(saying) == words
    assert opening(saying) == head


def test_what_is_stated_is_firmest() -> None:
    assert [firmness(Saying(m)) for m in ("stated", "reported", "claimed", "alleged")] == [0, 1, 2, 3]
