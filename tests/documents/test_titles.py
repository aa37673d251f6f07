"""What a text without a title is about."""

from __future__ import annotations

import pytest

from stemma.documents.titles import file_title, subject, without_disambiguation


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("Abu_Sayyaf.infobox.txt", "Abu Sayyaf"),
        ("ansar-al-tawhid.txt", "Ansar al tawhid"),
        ("ETA_(separatist_group).txt", "ETA (separatist group)"),
        ("Al-Shabaab.md", "Al-Shabaab"),
        ("folder/page.wikitext", "Page"),
        (".txt", "Untitled"),
    ],
)
def test_the_name_of_a_file(name: str, title: str) -> None:
    assert file_title(name) == title


@pytest.mark.parametrize(
    ("lead", "rest", "name", "expected"),
    [
        ("The CONTRAS were rebels.", "In 1987 the Contras united. Contras fought.", "x.txt", "Contras"),
        ("ETA was a group.", "ETA fought. Eta is a letter. ETA stopped.", "x.txt", "ETA"),
        ("The REAL IRA (RIRA), also the NEW IRA, is a group.", "The Real IRA fought.", "x.txt", "Real IRA"),
        (
            "The IRA (IRA; ), or PROVISIONAL IRA, was.",
            "The Provisional IRA fought.",
            "Provisional_IRA.txt",
            "Provisional IRA",
        ),
        ("The UNITED FORCES OF THE EXAMPLE ARMY were.", "", "Example_Army.txt", "Example Army"),
        ("SELF-DEFENSE FORCES (HXP) is a militia.", "", "page-2.txt", "Self-Defense Forces"),
        ("The **Levant Front** fought the **Army**.", "", "x.md", "Levant Front"),
        ("The '''Levant Front''' fought.", "", "x.wiki", "Levant Front"),
        ("Ahrar al-Sham is a group.", "", "x.txt", "Ahrar al-Sham"),
        ("The group called ahrar al-sham fought.", "", "Ahrar_al-Sham.txt", "ahrar al-sham"),
        ("it fought.", "", "Ahrar_al-Sham.txt", "Ahrar al-Sham"),
        ("", "", "Ahrar_al-Sham_(Idlib).txt", "Ahrar al-Sham"),
    ],
)
def test_the_subject(lead: str, rest: str, name: str, expected: str) -> None:
    assert subject(lead, f"{lead}\n\n{rest}", name) == expected


def test_the_remark_that_tells_pages_apart() -> None:
    assert without_disambiguation("Ajnad (Idlib)") == "Ajnad"
    assert without_disambiguation("(Idlib)") == "(Idlib)"
