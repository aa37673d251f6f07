"""What sentences do not say, though they use the words of those that do."""

from __future__ import annotations

import pytest
from prose import told


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("The Dawn Division's ally Fatah fought Hamas.", "Dawn Division | opposed_to | Hamas"),
        (
            "On 5 May 2018 the Dawn Division and Fatah jointly attacked Hamas in Gaza.",
            "Dawn Division | allied_with | Fatah",
        ),
        ("The Dawn Division killed three members of Fatah.", "Dawn Division | part_of | Fatah"),
        ("The Dawn Division captured tanks from the Iraqi army.", "Dawn Division | supported_by | Iraqi army"),
        ("The Dawn Division attacked the headquarters of Fatah in Basra.", "Dawn Division | based_in | Basra"),
        ("Samir Khoury met the leader of Fatah.", "Fatah | led_by | Samir Khoury"),
        ("Samir Khoury killed the leader of Fatah.", "Fatah | led_by | Samir Khoury"),
        ("The Dawn Division accused Fatah of being supported by Iran.", "Dawn Division | supported_by | Iran"),
        ("The Dawn Division broke out of Basra.", " | split_from | "),
        ("The Dawn Division split its forces from north to south.", " | split_from | "),
        ("The Dawn Division formed part of the front line.", " | part_of | "),
        ("The Dawn Division fought alongside Fatah against Hamas.", "Dawn Division | opposed_to | Fatah"),
        ("The Dawn Division fought with Fatah against Hamas.", "Dawn Division | opposed_to | Fatah"),
        ("The Dawn Division led an attack on Fatah.", "Fatah | led_by | Dawn Division"),
        ("Samir Khoury led the attack on Fatah.", "Fatah | led_by | Samir Khoury"),
        ("The Dawn Division left Basra in 2015.", " | part_of | "),
        ("The Dawn Division joined the battle in 2015.", " | part_of | "),
        ("Samir Khoury was nearly killed in 2015.", " | died | "),
        ("Samir Khoury survived an attempt to kill him in 2015.", " | died | "),
        ("The Dawn Division was founded to fight Fatah.", "Dawn Division | founded_by | Fatah"),
        ("The Dawn Division was based on Maoist ideas.", " | based_in | "),
        ("The Dawn Division released 500 prisoners.", " | strength | "),
        ("The Dawn Division had 500 casualties.", " | strength | "),
        ("The Dawn Division lost 500 men.", " | strength | "),
        ("The Dawn Division has had 12 offices since 2015.", " | strength | "),
        (
            "The United Kingdom removed Fatah from its list of terrorist organisations.",
            "Fatah | designated_terrorist_by | United Kingdom",
        ),
        ("The Dawn Division dissolved the council in 2015.", "Dawn Division | dissolved | 2015"),
        ("The Dawn Division was not founded in 2015.", "Dawn Division | founded | 2015"),
        ("In 2015 the Dawn Division founded a school.", " | founded | "),
        ("Fatah denied that it supports the Dawn Division.", "Fatah | supported_by | Dawn Division"),
        ("The Dawn Division opposed the war in Iraq.", " | participated_in | "),
        ("The Dawn Division condemned the war between Fatah and Hamas.", "Dawn Division | opposed_to | Fatah"),
        ("Members of Fatah and the Dawn Division met in Basra in 2015.", " | part_of | "),
        ("The Dawn Division sold weapons to Fatah.", "Dawn Division | supported_by | Fatah"),
        ("Samir Khoury, whose brother leads Fatah, left.", "Fatah | led_by | Samir Khoury"),
        ("Samir Khoury, the son of the founder of Fatah, left.", "Fatah | founded_by | Samir Khoury"),
        ("The Dawn Division replaced Fatah in Basra.", " | led_by | "),
        ("The Dawn Division merged two of its units.", " | merged_into | "),
        ("Fatah's war against Hamas ended in 2015.", "Fatah | dissolved | 2015"),
        ("Islamist groups fought the Dawn Division.", "Dawn Division | ideology | Islamist"),
        ("The Dawn Division fought Islamist rebels.", "Dawn Division | ideology | Islamist"),
    ],
)
def test_it_is_not_said(text: str, line: str) -> None:
    subject, predicate, value = (part.strip() for part in line.split("|"))
    assert [c for c in told(text).claims(predicate, subject, value) if not c.negative] == []
