"""Every frame's examples hold, and every term of the vocabulary is worded by one."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
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
        ("- {id: a.b, verb: [join", "own.yaml", "not YAML"),
        ("id: a.b", "own.yaml", "expected a list of frames"),
        ("- join", "frame 1", "expected a mapping with an id"),
        ("- {predicate: part_of, verb: join}", "frame 1", "expected a mapping with an id"),
        (f"{GOOD}\n- {{id: 7, event: clash, verb: hit}}", "frame 2", "expected a mapping with an id"),
        ("- {id: a.b, predicate: part_of, event: clash, verb: join}", "a.b", "either a predicate or an event"),
        ("- {id: a.b, verb: join}", "a.b", "either a predicate or an event"),
        ("- {id: a.b, predicate: parts_of, verb: join}", "a.b", "part_of"),
        ("- {id: a.b, event: clashes, verb: join}", "a.b", "clash"),
        ("- {id: a.b, predicate: part_of}", "a.b", "expected a verb, noun, adj or name"),
        ("- {id: a.b, predicate: part_of, name: army}", "a.b", "name is one of"),
        (
            "- {id: a.b, predicate: part_of, verb: join, roles: {object: ['obj>far']}}",
            "a.b",
            "no place is called 'far'",
        ),
        ("- {id: a.b, predicate: part_of, verb: join, needs: {nation: [x]}}", "a.b", "no place is called 'nation'"),
        ("- {id: a.b, predicate: part_of, verb: join, roles: {object: neg}}", "a.b", "no place is called 'neg'"),
    ],
)
def test_what_is_no_frame_is_refused(text: str, where: str, expected: str) -> None:
    refused = refusal(text)
    assert where in refused
    assert expected in refused


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        ("colour: red", "unknown colour; a frame may have"),
        ("roles: {subject: [sbj]}", "no place is called 'sbj'"),
        ("needs: {sbj: [x]}", "no place is called 'sbj'"),
        ("lacks: {sbj: [x]}", "no place is called 'sbj'"),
        ("roles: [subj]", "roles is a mapping"),
        ("needs: subj", "needs is a mapping"),
        ("kinds: {subject: [group]}", "no kind is called group"),
        ("kinds: {subject: [person]}", "kinds names 'subject', which is none of its roles"),
        ("requires: [actor]", "requires names 'actor', which is none of its roles"),
        ("date: soon", "date is one of at, start, end, none"),
        ("literal: all", "literal is one of"),
        ("voice: loud", "voice is one of active, passive"),
        ("modality: maybe", "modality is one of stated, reported, claimed, alleged"),
        ("among: verbs", "among is one of"),
        ("among: [adjectives]", "among is one of"),
        ("former: perhaps", "former is true or false"),
        ("negative: 1", "negative is true or false"),
        ("confidence: high", "confidence is a number from 0 to 1"),
        ("confidence: 7", "confidence is a number from 0 to 1"),
        ("examples: [He left.]", "an example has a text, and finds or lacks"),
        ("examples: [{text: He left.}]", "an example has a text, and finds or lacks"),
        ("examples: 5", "example"),
    ],
)
def test_a_wrong_field_is_refused_by_name(field: str, expected: str) -> None:
    refused = refusal(f"- {{id: a.b, predicate: part_of, verb: join, {field}}}")
    assert "own.yaml, frame 1 (a.b)" in refused
    assert expected in refused


def refusal(text: str) -> str:
    """What is said of a file "own.yaml" of this content; it names the file."""
    with pytest.raises(FrameError) as refused:
        read_frames(text, "own.yaml", vocabulary())
    assert "own.yaml" in str(refused.value)
    return str(refused.value)


ANYTHING = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(-3, 3), st.sampled_from(["subj", "actor", "clash", "x", ""])),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.sampled_from(["subject", "obj", "text"]), inner)
    ),
    max_leaves=4,
)
FIELDS = [
    "predicate",
    "event",
    "verb",
    "roles",
    "needs",
    "kinds",
    "date",
    "literal",
    "among",
    "examples",
    "requires",
    "value",
    "confidence",
]


@settings(max_examples=300, deadline=None)
@given(st.dictionaries(st.sampled_from(FIELDS), ANYTHING, max_size=4))
def test_whatever_stands_in_a_frame_it_is_read_or_refused(fields: dict[str, object]) -> None:
    frame = {"id": "a.b", "event": "clash", "verb": "join"} | fields
    with suppress(FrameError):
        assert [f.id for f in read_frames(yaml.safe_dump([frame]), "own.yaml", vocabulary())] == ["a.b"]


def test_two_frames_with_one_id_are_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "frames").mkdir()
    (tmp_path / "frames" / "one.yaml").write_text(GOOD, "utf-8")
    (tmp_path / "frames" / "two.yaml").write_text(GOOD, "utf-8")
    (tmp_path / "frames" / "notes.txt").write_text("no frames", "utf-8")
    monkeypatch.setattr(module, "files", lambda _: tmp_path)
    with pytest.raises(FrameError, match=r"two\.yaml.*'a\.b'"):
        frames.__wrapped__()
