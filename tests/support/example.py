"""An article in own words, and what it says: enough for every section of a dossier that tests look at."""

from __future__ import annotations

from annotations import document, extraction
from told import Record, claim, denial, entity, event, killed

from stemma.model.document import Document
from stemma.model.extraction import Extraction

TITLE = "Ansar al-Tawhid"
COALITION = "Rouse the Believers Operations Room"
TEXT = """= Ansar al-Tawhid =

Ansar al-Tawhid
- Ideology: Salafi jihadism
- Active: 2 March 2018 – 29 January 2025
- Leader: Abu Diyab Sarmini, Khamza al-ShishaniKIA
- Partof: Rouse the Believers Operations Room
- Split From: Jund al-Aqsa
- Size: 300-1,000
- Allies: Hurras al-Din, Jaysh al-Izza, Ansar al-Islam
- Opponents: , , , Hezbollah

Ansar al-Tawhid (أنصار التوحيد) was a jihadist group of the war in Syria. Until May 2020 it sat in the Rouse the
Believers Operations Room.

==Origins==
Abu Diyab Sarmini set the group up in March 2018. It is said to have had 1,000 fighters. The group says that it is no
part of al-Qaeda. The group broke off its alliance with Hurras al-Din on 3 May 2020. Its men are reported to have
mortars and armoured vehicles.

==Fighting==
In March 2019 its men attacked two army posts in northern Hama. The group spoke of 40 dead soldiers; only 16 deaths were
confirmed. A pro-government outlet passed on the army's word that it had killed the deputy leader, Khamza al-Shishani.

On 17 August 2019 the group said that it had fought Hezbollah.

On 31 August 2019 missiles of CJTF-OIR struck a gathering near Idlib, and 40 members of Ansar al-Tawhid and Hurras
al-Din were reported killed. The strike left 30 people dead, civilians among them.

On 23 December 2024 men of the group allegedly burned a Christmas tree in Suqaylabiyah. Protests followed.

On 29 January 2025 the group dissolved itself, and its men went into the Ministry of Defense.
"""

_ME = TITLE
RECORDS: list[Record] = [
    entity(_ME),
    entity("Khamza al-Shishani", kind="person"),
    entity("Syrian army", "army"),
    claim(_ME, "ideology", "Salafi jihadism", quote="Salafi jihadism"),
    claim(_ME, "founded", "2018-03-02", "2018-03-02", quote="2 March 2018 – 29 January 2025"),
    claim(_ME, "dissolved", "2025-01-29", "2025-01-29", quote="2 March 2018 – 29 January 2025"),
    claim(_ME, "led_by", "Abu Diyab Sarmini", quote="Abu Diyab Sarmini"),
    claim(_ME, "led_by", "Khamza al-Shishani", quote="Khamza al-ShishaniKIA"),
    claim("Khamza al-Shishani", "died", "killed in action", quote="Khamza al-ShishaniKIA"),
    claim(_ME, "part_of", COALITION, quote="Rouse the Believers Operations Room"),
    claim(_ME, "split_from", "Jund al-Aqsa", quote="Jund al-Aqsa"),
    claim(_ME, "strength", "300-1000", quote="300-1,000"),
    claim(_ME, "allied_with", "Hurras al-Din", quote="Hurras al-Din"),
    claim(_ME, "allied_with", "Jaysh al-Izza", quote="Jaysh al-Izza"),
    claim(_ME, "allied_with", "Ansar al-Islam", quote="Ansar al-Islam"),
    claim(_ME, "opposed_to", "Hezbollah", quote="Hezbollah"),
    claim(_ME, "opposed_to", "Hezbollah", "2019-08-17", modality="claimed", by=_ME, quote="it had fought Hezbollah"),
    claim(_ME, "armed_with", "mortars", modality="reported", quote="Its men are reported to have\nmortars"),
    claim(
        _ME,
        "armed_with",
        "armoured vehicles",
        modality="reported",
        quote="Its men are reported to have\nmortars and armoured vehicles",
    ),
    claim(_ME, "also_known_as", "أنصار التوحيد", quote="Ansar al-Tawhid (أنصار التوحيد)"),
    claim(
        _ME,
        "part_of",
        COALITION,
        "../2020-05",
        former=True,
        quote="Until May 2020 it sat in the Rouse the\nBelievers Operations Room",
    ),
    claim(_ME, "founded", "2018-03", "2018-03", quote="set the group up in March 2018"),
    claim(_ME, "founded_by", "Abu Diyab Sarmini", "2018-03", quote="Abu Diyab Sarmini set the group up in March 2018"),
    claim(_ME, "strength", "1000", modality="reported", quote="It is said to have had 1,000 fighters"),
    denial(
        _ME, "part_of", "al-Qaeda", modality="claimed", by=_ME, quote="The group says that it is no\npart of al-Qaeda"
    ),
    claim(
        _ME,
        "allied_with",
        "Hurras al-Din",
        "../2020-05-03",
        former=True,
        quote="The group broke off its alliance with Hurras al-Din on 3 May 2020",
    ),
    event(
        "clash",
        "2019-03",
        _ME,
        "Syrian army",
        place="northern Hama",
        casualties=[killed("40", "Syrian army", "claimed", _ME), killed("16", "Syrian army", "confirmed")],
        quote="its men attacked two army posts in northern Hama. The group spoke of 40 dead soldiers; "
        "only 16 deaths were\nconfirmed",
    ),
    claim(_ME, "led_by", "Khamza al-Shishani", quote="the deputy leader, Khamza al-Shishani"),
    claim(
        "Khamza al-Shishani",
        "died",
        "killed",
        "2019-03",
        modality="claimed",
        by="Syrian army",
        chain=["a pro-government outlet"],
        quote="it had killed the deputy leader, Khamza al-Shishani",
    ),
    event(
        "strike",
        "2019-08-31",
        "CJTF-OIR",
        f"{_ME}, Hurras al-Din",
        place="Idlib",
        casualties=[
            killed("40", "members of Ansar al-Tawhid and Hurras al-Din"),
            killed("30", "dead including civilians"),
        ],
        quote="missiles of CJTF-OIR struck a gathering near Idlib, and 40 members of Ansar al-Tawhid and Hurras\n"
        "al-Din were reported killed. The strike left 30 people dead, civilians among them",
    ),
    event(
        "property_destruction",
        "2024-12-23",
        _ME,
        place="Suqaylabiyah",
        modality="alleged",
        quote="men of the group allegedly burned a Christmas tree in Suqaylabiyah",
    ),
    event(
        "protest",
        None,
        quote="Protests followed",
        caused_by="men of the group allegedly burned a Christmas tree in Suqaylabiyah",
    ),
    claim(_ME, "dissolved", "2025-01-29", "2025-01-29", quote="On 29 January 2025 the group dissolved itself"),
    claim(_ME, "merged_into", "Ministry of Defense", "2025-01-29", quote="its men went into the Ministry of Defense"),
]


def example() -> tuple[Document, Extraction]:
    """The article, and what a perfect extractor would have made of it."""
    made = document(TEXT, TITLE, "ansar-al-tawhid.txt")
    return made, extraction(made, RECORDS)
