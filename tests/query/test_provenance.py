"""Why something is believed to be said."""

from __future__ import annotations

from pathlib import Path

import pytest
from example import COALITION, TITLE, example
from told import claim, denial, entity, event, read, store

from stemma.errors import NotFound, VocabularyError
from stemma.model.judgement import Judgement
from stemma.model.span import Span
from stemma.query.provenance import context, why, why_relation


def test_a_claim_in_its_sentence(tmp_path: Path) -> None:
    document, extraction = example()
    (wanted,) = [c for c in extraction.claims if c.saying.chain]
    with store(tmp_path, (document, extraction)) as kept:
        kept.judge(Judgement(wanted.id, "right", "a reviewer", "2025-06-01T10:00:00Z", note="checked"))
        answer = why(kept, wanted.id[:20])
    (ground,) = answer.grounds
    (passage,) = ground.passages
    assert answer.says == "Khamza al-Shishani – died: killed"
    assert passage.before == "A pro-government outlet passed on the army's word that "
    assert passage.quote == "it had killed the deputy leader, Khamza al-Shishani"
    assert passage.after == "."
    assert (passage.section, passage.line) == ("Fighting", 23)
    assert document.text[passage.start : passage.end] == passage.quote
    assert ground.speakers == ("Syrian army", "a pro-government outlet")
    assert (ground.modality, ground.found_by, ground.extractor) == ("claimed", "by hand", "annotations")
    assert ground.judgements == ("right, by a reviewer, 2025-06-01T10:00:00Z: checked",)


def test_an_event_by_its_id_or_one_of_its_claims(tmp_path: Path) -> None:
    document, extraction = example()
    with store(tmp_path, (document, extraction)) as kept:
        strike = next(e for e in extraction.events if e.type == "strike")
        answer = why(kept, strike.id)
        carrier = next(c for c in kept.claims_about([strike.id]) if c.predicate == "event_actor")
        assert why(kept, carrier.id.removeprefix("claim-")) == answer
    assert answer.says == "CJTF-OIR struck Ansar al-Tawhid and Hurras al-Din with missiles near Idlib"
    assert dict(answer.facts) == {
        "type": "strike",
        "when": "31 August 2019",
        "actor": "CJTF-OIR",
        "target": "Ansar al-Tawhid, Hurras al-Din",
        "place": "Idlib",
        "casualties": "killed: 40 (members of Ansar al-Tawhid and Hurras al-Din); 30 (dead including civilians)",
    }


def test_an_event_that_only_its_words_tell(tmp_path: Path) -> None:
    made = read(event("other", "2019", "A", quote="A did a thing"))
    with store(tmp_path, made) as kept:
        assert why(kept, made[1].events[0].id).says == "Other happening"


def test_a_relation_with_both_sides(tmp_path: Path) -> None:
    with store(tmp_path, example()) as kept:
        answer = why_relation(kept, TITLE, "part_of", COALITION)
        assert [g.passages[0].section for g in answer.grounds] == ["infobox, Partof", ""]
        assert dict(answer.facts) == {"end": "May 2020", "ending": "end stated"}
        denied = why_relation(kept, TITLE, "part_of", "al-Qaeda")
        assert (denied.grounds, len(denied.against)) == ((), 1)
        assert denied.says == "Ansar al-Tawhid – part of al-Qaeda"
        assert denied.against[0].says == "Ansar al-Tawhid – not part of al-Qaeda"


def test_relations_with_a_literal_or_in_either_direction(tmp_path: Path) -> None:
    with store(tmp_path, example()) as kept:
        assert len(why_relation(kept, TITLE, "founded", "2018").grounds) == 2
        assert len(why_relation(kept, TITLE, "ideology", "salafi JIHADISM").grounds) == 1
        assert len(why_relation(kept, "Hurras al-Din", "allied_with", TITLE).grounds) == 2


def test_what_is_not_there(tmp_path: Path) -> None:
    with store(tmp_path, example()) as kept:
        with pytest.raises(NotFound):
            why(kept, "claim-ffffffff")
        with pytest.raises(NotFound, match="no event has the id"):
            why(kept, "event-ffffffff")
        with pytest.raises(NotFound, match="no claim says whether 'Ansar al-Tawhid' is part of 'Hezbollah'"):
            why_relation(kept, TITLE, "part_of", "Hezbollah")
        with pytest.raises(VocabularyError):
            why_relation(kept, TITLE, "friend_of", "Hezbollah")


def test_a_sentence_ends_where_the_next_begins() -> None:
    document, _ = read(
        claim("A", "strength", "9", quote="One is told. It had 9 men (some say). Then, at 3.5 km, B came.")
    )
    start = document.text.index("9 men")
    passage = context(document, Span(document.id, start, start + 5))
    assert (passage.before, passage.quote, passage.after) == ("It had ", "9 men", " (some say).")


def test_denials_and_other_names(tmp_path: Path) -> None:
    made = read(entity("Alpha Group", "AG"), denial("AG", "allied_with", "B"), claim("B", "allied_with", "AG"))
    with store(tmp_path, made) as kept:
        answer = why_relation(kept, "AG", "allied_with", "B")
    assert (len(answer.grounds), len(answer.against)) == (1, 1)
