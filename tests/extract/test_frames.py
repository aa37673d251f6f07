"""Every frame's examples hold, and every term of the vocabulary is worded by one."""

from __future__ import annotations

from pathlib import Path

import pytest
from prose import parsed, told

from stemma.errors import FrameError
from stemma.extract.rules import frames as module
from stemma.extract.rules.discourse import Party
from stemma.extract.rules.frames import Example, Frame, frame_index, frames, read_frames
from stemma.extract.rules.match import matches
from stemma.model.vocabulary import vocabulary

EXAMPLES = [
    pytest.param(frame, example, id=f"{frame.id}-{number}")
    for frame in frames()
    for number, example in enumerate(frame.examples, 1)
]
WITHOUT_FRAME = {
    "also_known_as": "read by the code of other names, from brackets, 'known as' and the infobox",
}


@pytest.mark.parametrize(("frame", "example"), EXAMPLES)
def test_an_example_holds(frame: Frame, example: Example) -> None:
    said = told(example.text)
    missed = [line for line in example.finds if not said.finds(line)]
    wrong = [line for line in example.lacks if said.finds(line)]
    assert (missed, wrong) == ([], []), f"{example.text}\nfound {said.lines()}"


@pytest.mark.parametrize("frame", [pytest.param(f, id=f.id) for f in frames()])
def test_a_frame_fires_on_one_of_its_own_examples(frame: Frame) -> None:
    assert any(frame.id in _fired(e.text) for e in frame.examples if e.finds)


def _fired(text: str) -> set[str]:
    reading = parsed(text)
    subject = reading.cast.get("Example")
    assert subject is not None
    return {
        match.frame.id
        for sentence in reading.parsed.sentences()
        for match in matches(sentence, reading.parsed, reading.who, frame_index(), Party(subject, sentence[0], "topic"))
    }


@pytest.mark.parametrize(("frame", "example"), EXAMPLES)
def test_an_example_says_what_to_find(frame: Frame, example: Example) -> None:
    assert example.finds or example.lacks
    for line in example.finds:
        first, term, *rest = [part.strip() for part in line.split("|")]
        if first == "event":
            vocabulary().event_type(term)
            assert ">" in rest[0], line
        else:
            vocabulary().predicate(term)
            assert rest[0], line


def _examples_of(term: str) -> list[str]:
    return [e.text for f in frames() for e in f.examples for line in e.finds if f"| {term} |" in line]


@pytest.mark.parametrize("name", [p.name for p in vocabulary().predicates.values() if p.of == "entity"])
def test_every_predicate_is_worded(name: str) -> None:
    assert (name in WITHOUT_FRAME) != any(f.predicate == name for f in frames())
    assert name in WITHOUT_FRAME or _examples_of(name)


@pytest.mark.parametrize("name", list(vocabulary().event_types))
def test_every_event_type_is_worded(name: str) -> None:
    assert (name in WITHOUT_FRAME) != any(f.event == name for f in frames())
    assert name in WITHOUT_FRAME or _examples_of(name)


def test_the_predicate_without_a_frame_is_found_by_other_means() -> None:
    assert told("The Dawn Division (DD) fought.").finds("Dawn Division | also_known_as | DD")


def test_the_index_leads_from_every_trigger_to_its_frame() -> None:
    for frame in frames():
        for trigger in frame.triggers:
            assert frame in frame_index()[trigger]


GOOD = "- {id: a.b, predicate: part_of, verb: join, roles: {subject: [subj], object: [obj]}}"


def test_a_frame_is_read_with_what_it_leaves_out() -> None:
    (frame,) = read_frames(GOOD, "own.yaml", vocabulary())
    assert frame.triggers == (("verb", "join"),)
    assert frame.roles == {"subject": ("subj",), "object": ("obj",)}
    assert (frame.predicate, frame.event, frame.date, frame.former, frame.negative) == (
        "part_of",
        None,
        "at",
        False,
        False,
    )
    assert (frame.examples, frame.requires) == ((), ())


@pytest.mark.parametrize(
    ("text", "where", "expected"),
    [
        pytest.param("- {id: a.b, verb: [join", "own.yaml", "not YAML", id="bad YAML"),
        pytest.param("id: a.b", "own.yaml", "expected a list of frames", id="no list"),
        pytest.param("- join", "frame 1", "expected a mapping with an id", id="no mapping"),
        pytest.param("- {predicate: part_of, verb: join}", "frame 1", "with an id", id="no id"),
        pytest.param(f"{GOOD}\n- {{id: 7, event: clash, verb: hit}}", "frame 2", "with an id", id="id no text"),
        pytest.param(
            "- {id: a.b, predicate: part_of, verb: join, colour: red}", "a.b", "unknown colour", id="unknown field"
        ),
        pytest.param(
            "- {id: a.b, predicate: part_of, event: clash, verb: join}",
            "a.b",
            "either a predicate or an event",
            id="both",
        ),
        pytest.param("- {id: a.b, verb: join}", "a.b", "either a predicate or an event", id="neither"),
        pytest.param("- {id: a.b, predicate: parts_of, verb: join}", "a.b", "part_of", id="unknown predicate"),
        pytest.param("- {id: a.b, event: clashes, verb: join}", "a.b", "clash", id="unknown event type"),
        pytest.param("- {id: a.b, predicate: part_of}", "a.b", "expected a verb, noun or adj", id="no trigger"),
        pytest.param(
            "- {id: a.b, predicate: part_of, verb: join, roles: {subject: [sbj]}}",
            "a.b",
            "no place is called 'sbj'",
            id="unknown place",
        ),
        pytest.param(
            "- {id: a.b, predicate: part_of, verb: join, needs: {sbj: [x]}}",
            "a.b",
            "no place is called 'sbj'",
            id="unknown place of needs",
        ),
        pytest.param(
            "- {id: a.b, predicate: part_of, verb: join, lacks: {sbj: [x]}}",
            "a.b",
            "no place is called 'sbj'",
            id="unknown place of lacks",
        ),
        pytest.param(
            "- {id: a.b, predicate: part_of, verb: join, kinds: {subject: [group]}}",
            "a.b",
            "no kind is called group",
            id="unknown kind",
        ),
        pytest.param(
            "- {id: a.b, predicate: part_of, verb: join, date: soon}",
            "a.b",
            "date is one of at, start, end, none",
            id="unknown use of date",
        ),
        pytest.param(
            "- {id: a.b, predicate: part_of, verb: join, literal: all}",
            "a.b",
            "literal is one of",
            id="unknown literal",
        ),
        pytest.param(
            "- {id: a.b, predicate: part_of, verb: join, examples: [He left.]}",
            "a.b",
            "an example has a text, and finds or lacks",
            id="example no mapping",
        ),
        pytest.param(
            "- {id: a.b, predicate: part_of, verb: join, examples: [{text: He left.}]}",
            "a.b",
            "finds or lacks",
            id="example without finds",
        ),
        pytest.param(
            "- {id: a.b, predicate: part_of, verb: join, roles: [subj]}", "a.b", "roles", id="roles no mapping"
        ),
        pytest.param("- {id: a.b, predicate: part_of, verb: join, needs: subj}", "a.b", "needs", id="needs no mapping"),
        pytest.param(
            "- {id: a.b, predicate: part_of, verb: join, confidence: high}",
            "a.b",
            "confidence",
            id="confidence no number",
        ),
        pytest.param(
            "- {id: a.b, predicate: part_of, verb: join, confidence: 7}", "a.b", "confidence", id="confidence above 1"
        ),
        pytest.param("- {id: a.b, predicate: part_of, verb: join, voice: loud}", "a.b", "voice", id="unknown voice"),
        pytest.param(
            "- {id: a.b, predicate: part_of, verb: join, modality: maybe}", "a.b", "modality", id="unknown modality"
        ),
        pytest.param(
            "- {id: a.b, event: clash, verb: join, requires: [actor]}",
            "a.b",
            "requires",
            id="requires a role it has not",
        ),
    ],
)
def test_a_wrong_frame_is_refused_by_name(text: str, where: str, expected: str) -> None:
    with pytest.raises(FrameError) as refused:
        read_frames(text, "own.yaml", vocabulary())
    assert "own.yaml" in str(refused.value)
    assert where in str(refused.value)
    assert expected in str(refused.value)


def test_two_frames_with_one_id_are_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "frames").mkdir()
    (tmp_path / "frames" / "one.yaml").write_text(GOOD, "utf-8")
    (tmp_path / "frames" / "two.yaml").write_text(GOOD, "utf-8")
    (tmp_path / "frames" / "notes.txt").write_text("no frames", "utf-8")
    monkeypatch.setattr(module, "files", lambda _: tmp_path)
    with pytest.raises(FrameError, match=r"two\.yaml.*'a\.b'"):
        frames.__wrapped__()
