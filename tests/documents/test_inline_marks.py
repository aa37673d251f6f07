"""Marks inside a line: what is hidden of them, and what only looks like one."""

from __future__ import annotations

import pytest

from stemma.documents.inline import hide_inline
from stemma.documents.masking import seen


def shown(text: str) -> str:
    masked = hide_inline(text)
    assert len(masked) == len(text)
    return seen(masked, 0, len(masked))


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("It fought.[1][23] Then[4] it fled.", "It fought. Then it fled."),
        ("It fought.[n 1][note 2][nb 3]", "It fought."),
        ("It fought,[a] then fled.[b]", "It fought, then fled."),
        ("It fought.[12]:34–35 Then", "It fought. Then"),
        ("many[citation needed] men[who?] fell[dead link]", "many men fell"),
        ("the _Liwa al-Tawhid_ and _others_.", "the Liwa al-Tawhid and others."),
        ("**Front** and '''Front''' and ''front''", "Front and Front and front"),
        ("the [[Syrian Army|army]] of [[Syria]]", "the army of Syria"),
        ("[the army](https://example.org/Army_(state)) came", "the army came"),
        ("![flag](https://example.org/a.png?) The group", "The group"),
        ("[https://example.org/x A report] says", "A report says"),
        ("see https://example.org/a_b_c.", "see."),
        ("took<ref name='a'>A book, p. 1.</ref> it<ref name=b />", "took it"),
        ("<small>few</small> men <!-- not many -->came", "few men came"),
        ("10&nbsp;km<br/>north", "10 km north"),
        ("[[File:Flag.svg|thumb|The [[flag]] of it]] It", "It"),
        ("The FRONT (, ; ) is", "The FRONT is"),
        ("Self-defence (, abbreviated as HXP; , ) is", "Self-defence (abbreviated as HXP) is"),
        ("The FRONT () is", "The FRONT is"),
        ("[object Object]", ""),
        ("zero\u200bwidth \ufeffmark", "zerowidth mark"),
        ("the group is violent [2] and", "the group is violent and"),
    ],
)
def test_marks_are_hidden(written: str, expected: str) -> None:
    assert shown(written) == expected


@pytest.mark.parametrize(
    "written",
    [
        "they said [in Raqqa] that [t]he war",
        "it destroy[s] all",
        "a snake_case_name and Flag_of_Syria",
        "5 < 6 and 7 > 6",
        "al-Mu'tazz and the '90s",
        "2 * 3 * 4",
        "[1984] (see there)",
        "AT&T & Co.",
        "he asked [who] came",
    ],
)
def test_what_only_looks_like_a_mark_stays(written: str) -> None:
    assert shown(written).replace("[1984] ", "") == written.replace("[1984] ", "")


def test_a_note_that_is_never_closed_hides_no_prose() -> None:
    text = "It fought.<ref>A book. Then it fled.\n\nA year later<ref>B</ref> it won."
    assert shown(text) == "It fought. A book. Then it fled. A year later it won."


def test_a_comment_that_is_never_closed_hides_nothing() -> None:
    assert "it fled" in shown("It fought. <!-- then it fled.")


def test_emphasis_does_not_reach_over_paragraphs() -> None:
    assert shown("a _b c\n\nd_ e") == "a _b c d_ e"
