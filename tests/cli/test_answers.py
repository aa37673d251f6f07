"""show, timeline, ledger and why, on the example."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from example import TITLE, example
from told import claim, entity, read, store

from stemma.cli import main
from stemma.cli.render.words import short_id
from stemma.model.judgement import Judgement
from stemma.store.open import open_store

GOLDEN = Path(__file__).parent / "golden"


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A store with the example, which the commands use."""
    store(tmp_path, example()).close()
    path = tmp_path / "stemma.db"
    monkeypatch.setenv("STEMMA_STORE", str(path))
    monkeypatch.delenv("COLUMNS", raising=False)
    return path


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("show", ["show", TITLE]),
        ("show-quotes", ["show", TITLE, "--quotes"]),
        ("timeline", ["timeline", TITLE]),
        ("ledger", ["ledger", TITLE, "--quotes"]),
        ("whole-ledger", ["ledger"]),
        ("why", ["why", "21", "--of", TITLE]),
        ("why-event", ["why", "28", "--of", TITLE]),
        ("why-relation", ["why", TITLE, "allied_with", "Hurras al-Din"]),
    ],
)
def test_the_pages(name: str, arguments: list[str], kept: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 0
    shown = capsys.readouterr()
    golden = GOLDEN / f"{name}.txt"
    assert shown.out == golden.read_text("utf-8")
    assert shown.err == ""


@pytest.mark.parametrize("columns", ["60", "80"])
def test_every_line_fits(
    columns: str, kept: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    assert main(["show", TITLE, "--quotes"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert max(len(line) for line in lines) <= int(columns)
    assert not [line for line in lines if line != line.rstrip()]


@pytest.mark.parametrize(
    ("arguments", "keys"),
    [
        (["show", TITLE], {"name", "life", "sections", "entries", "disagreements", "evidence", "claims"}),
        (["timeline", TITLE], {"name", "entries", "evidence"}),
        (["ledger", TITLE], {"title", "disagreements", "evidence"}),
    ],
)
def test_answers_as_json(arguments: list[str], keys: set[str], kept: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*arguments, "--format", "json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert keys <= set(answer)
    numbers = {e["number"] for e in answer["evidence"]}
    used = {n for entry in answer.get("entries", []) for n in entry["evidence"]}
    used |= {n for d in answer.get("disagreements", []) for side in d["sides"] for n in side["evidence"]}
    assert used <= numbers


def test_the_whole_ledger_and_why_as_json(kept: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ledger", "--format", "json"]) == 0
    (ledger,) = json.loads(capsys.readouterr().out)
    assert (ledger["title"], len(ledger["disagreements"])) == (TITLE, 6)
    assert main(["why", "28", "--of", TITLE, "--format", "json"]) == 0
    (why,) = json.loads(capsys.readouterr().out)
    assert why["kind"] == "event"


def test_why_by_the_beginning_of_an_id(kept: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, made = example()
    wanted = next(c for c in made.claims if c.predicate == "merged_into")
    assert main(["why", short_id(wanted.id)]) == 0
    assert wanted.id in capsys.readouterr().out


def test_why_of_a_number_on_which_several_claims_rest(kept: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["why", "19", "--of", TITLE]) == 0
    shown = capsys.readouterr().out
    assert "led by Khamza al-Shishani" in shown
    assert "died: killed in action" in shown


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["show", "Ansar"], 6, "no entity is called 'Ansar'; did you mean 'Ansar al-"),
        (["why", "99", "--of", TITLE], 6, "has no evidence 99; it has 1 to 30"),
        (["why", "17", "--of", TITLE], 6, "no claim rests on evidence 17, line 11"),
        (["why", "12"], 2, "too short for an id; for an evidence number, say whose dossier: --of NAME"),
        (["why", "a", "b"], 2, "give one reference, or three"),
        (["why", "abcdef", "--of", TITLE], 2, "--of goes with an evidence number"),
        (["why", "ffffffff"], 6, "ffffffff"),
        (["why", TITLE, "friend_of", "B"], 1, "friend_of"),
        (["show", TITLE, "--store", "nowhere/at/all.db"], 5, "nowhere/at/all.db"),
    ],
)
def test_what_cannot_be_answered(
    arguments: list[str], code: int, message: str, kept: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == code
    shown = capsys.readouterr()
    assert shown.out == ""
    assert message in shown.err
    assert "Traceback" not in shown.err


def test_what_is_not_sure_is_left_out_and_that_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    made = read(
        claim("A", "strength", "50", confidence=0.9, quote="fifty men"),
        claim("A", "strength", "9", confidence=0.4, quote="nine men"),
        title="A",
    )
    store(tmp_path, made).close()
    place = ["--store", str(tmp_path / "stemma.db")]
    assert main(["ledger", "A", *place]) == 0
    assert "No disagreements" not in capsys.readouterr().out
    for command in (["ledger"], ["ledger", "A"]):
        assert main([*command, "--min-confidence", "0.5", *place]) == 0
        assert "No disagreements" in capsys.readouterr().out
    assert main(["show", "A", "--min-confidence", "0.5", *place]) == 0
    shown = " ".join(capsys.readouterr().out.split())
    assert "1 claim less sure than 0.5 left out" in shown
    assert 'stemma why 1 --of "A" --min-confidence 0.5' in shown
    assert main(["why", "1", "--of", "A", "--min-confidence", "0.5", *place]) == 0
    assert "fifty men" in capsys.readouterr().out
    assert main(["timeline", "A", "--min-confidence", "1", "--format", "json", *place]) == 0
    assert json.loads(capsys.readouterr().out)["entries"] == []


def test_why_shows_how_a_claim_was_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "fatah.txt"
    path.write_text("= Fatah =\n\nFatah met in May 2018.\n\nThe group was allied with Hamas until May 2020.\n")
    monkeypatch.setenv("STEMMA_STORE", str(tmp_path / "stemma.db"))
    monkeypatch.setenv("STEMMA_NETWORK", "off")
    assert main(["ingest", str(path)]) == 0
    assert main(["export"]) == 0
    told = [json.loads(line) for line in capsys.readouterr().out.splitlines()[1:]]
    (found,) = [r for r in told if r.get("predicate") == "allied_with"]
    assert main(["why", short_id(found["id"])]) == 0
    shown = " ".join(capsys.readouterr().out.split())
    assert f"frame {found['found_by']}, on the" in shown
    assert "predicate: allied_with" in shown
    assert "subject “The group” → Fatah by description: the document is about it, by its title “Fatah”" in shown
    assert "object “Hamas” → Hamas by name" in shown
    assert "date “until May 2020” → until May 2020 by date" in shown
    assert main(["why", short_id(found["id"]), "--format", "json"]) == 0
    (answer,) = json.loads(capsys.readouterr().out)
    assert [step["what"] for step in answer["found"][0]["trace"]["steps"]] == ["subject", "object", "date"]
    assert main(["why", "Fatah", "allied_with", "Hamas"]) == 0
    assert "How it was found" not in capsys.readouterr().out


def test_namesakes_are_told_of(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    place = read(claim("A", "active_in", "Raqqa"), title="Places")
    army = read(entity("Raqqa Army", "Raqqa"), claim("Raqqa Army", "strength", "50"), title="Armies")
    store(tmp_path, place, army).close()
    assert main(["show", "Raqqa", "--store", str(tmp_path / "stemma.db")]) == 0
    shown = capsys.readouterr()
    assert shown.out.startswith("Raqqa Army\n")
    assert shown.err == "stemma: another entity is called so too: Raqqa (place)\n"


def test_nothing_to_tell_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    store(tmp_path, read(claim("A", "strength", "50"))).close()
    place = ["--store", str(tmp_path / "stemma.db")]
    assert main(["timeline", "A", *place]) == 0
    assert "Nothing that happened is told of." in capsys.readouterr().out
    assert main(["ledger", "A", *place]) == 0
    assert "No disagreements were found." in capsys.readouterr().out
    assert main(["ledger", *place]) == 0
    assert capsys.readouterr().out == "No disagreements were found.\n"


def test_hostile_documents_do_not_reach_the_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    name = "Evil \x1b[2J\u202eGroup"
    store(tmp_path, read(claim(name, "strength", "50", quote="\x1b]0;title\x07 50 \x9b1m men"), title=name)).close()
    place = ["--store", str(tmp_path / "stemma.db")]
    for arguments in (["show", "--quotes"], ["show", "--format", "json"], ["timeline"], ["why", "--of", name]):
        given = [arguments[0], "1", *arguments[1:]] if arguments[0] == "why" else [arguments[0], name, *arguments[1:]]
        assert main([*given, *place]) == 0
        shown = capsys.readouterr()
        assert not set(shown.out + shown.err) & set("\x1b\x07\x9b\u202e")


def test_claims_set_aside_are_counted(kept: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, made = example()
    with open_store(str(kept), create=False) as opened:
        opened.judge(Judgement(made.claims[0].id, "wrong", "a reviewer", "2025-06-01T10:00:00Z"))
    assert main(["show", TITLE]) == 0
    assert "1 claim set aside by reviewers" in capsys.readouterr().out


def test_the_ledgers_of_several_documents_stand_apart(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    documents = [
        read(claim("A", "strength", "1", quote="one"), claim("A", "strength", "9", quote="nine"), title=title)
        for title in ("First", "Second")
    ]
    store(tmp_path, *documents).close()
    assert main(["ledger", "--store", str(tmp_path / "stemma.db")]) == 0
    first, second = capsys.readouterr().out.split("\n\nSecond\n")
    assert first.startswith("First\n  A, strength (moderate)\n    · 1 [1]\n    · 9 [2]\n")
    assert second.startswith("  A, strength (moderate)\n    · 1 [1]\n")
