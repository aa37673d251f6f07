"""Claims read together."""

from __future__ import annotations

from pathlib import Path

from told import claim, event, everything, material, read, store

from stemma.model.judgement import Judgement
from stemma.model.span import Span
from stemma.query.material import gather, gather_document


def test_claims_judged_wrong_are_set_aside(tmp_path: Path) -> None:
    document, extraction = read(claim("The group", "strength", "10"), claim("The group", "ideology", "pacifism"))
    with store(tmp_path, (document, extraction)) as kept:
        wrong = extraction.claims[1].id
        kept.judge(Judgement(wrong, "wrong", "a reviewer", "2025-06-01T10:00:00Z"))
        found = everything(kept)
        assert [c.predicate for c in found.claims] == ["strength"]
        assert found.set_aside == (wrong,)


def test_a_documents_happenings_and_what_came_of_them_are_gathered(tmp_path: Path) -> None:
    cause = event("clash", "2019-03", "A", "B", quote="A fought B")
    effect = event("protest", None, quote="people marched", caused_by="A fought B")
    with store(tmp_path, read(cause, effect, title="Another page")) as kept:
        (a,) = kept.entities_named("A")
        found = gather(kept, [a.id])
        assert [e.type for e in found.events] == ["clash", "protest"]
        assert found.events[1].caused_by == found.events[0].id


def test_claims_about_leaders_come_with_the_group(tmp_path: Path) -> None:
    first = read(claim("The group", "led_by", "Omar"), title="The group")
    second = read(claim("Omar", "died", "killed", "2020"), title="Omar")
    with store(tmp_path, first, second) as kept:
        (group,) = kept.entities_named("The group")
        found = gather(kept, [group.id])
        assert {c.predicate for c in found.claims} == {"led_by", "died"}
        (omar,) = {found.one(e.id) for e in found.entities.values() if e.name == "Omar"}
        assert found.belongs(omar, group.id)
        assert found.circle(group.id) == {group.id, omar}


def test_one_document_alone(tmp_path: Path) -> None:
    documents = [read(claim("A", "strength", "10"), title="One"), read(claim("A", "strength", "20"), title="Two")]
    with store(tmp_path, *documents) as kept:
        found = gather_document(kept, documents[0][0].id)
        assert [c.literal for c in found.claims] == ["10"]


def test_words_that_overlap_are_said_once() -> None:
    found = material(event("clash", None, "A", quote="A fought B at C"))
    event_ = found.events[0]
    span = event_.spans[0]
    inner, first, last = (Span(span.document, span.start + a, span.start + b) for a, b in ((2, 8), (0, 8), (5, 15)))
    assert found.words([span, inner]) == "A fought B at C"
    assert found.words([last, first]) == "A fought B at C"
    assert found.words([Span(span.document, span.start + 9, span.start + 15), first]) == "A fought … B at C"


def test_what_has_no_name_is_called_by_its_id() -> None:
    assert material(claim("A", "strength", "10")).name("entity-unknown") == "entity-unknown"
    assert material(claim("A", "strength", "10")).kind("entity-unknown") == ""
