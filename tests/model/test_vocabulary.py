"""The vocabulary: complete, consistent, and strict about its files."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import FrozenInstanceError
from importlib.resources import files
from types import MappingProxyType

import pytest
import yaml

from stemma.errors import VocabularyError
from stemma.model.entity import KINDS
from stemma.model.event import ROLES, Casualties, Event, Participant, event_claims
from stemma.model.span import Span
from stemma.model.vocabulary import Mappings, Vocabulary, read_vocabulary, vocabulary

RELATIONS = [
    "also_known_as",
    "founded",
    "dissolved",
    "founded_by",
    "led_by",
    "member_of",
    "part_of",
    "allied_with",
    "opposed_to",
    "split_from",
    "merged_into",
    "pledged_allegiance_to",
    "drew_members_from",
    "linked_to",
    "supported_by",
    "designated_terrorist_by",
    "participated_in",
    "based_in",
    "active_in",
    "ideology",
    "strength",
    "armed_with",
    "stated_goal",
    "publishes",
    "composition",
    "origin",
    "died",
]
HAPPENINGS = [
    "clash",
    "territory_change",
    "strike",
    "bombing",
    "attack_on_civilians",
    "arrest",
    "agreement",
    "group_change",
    "statement",
    "meeting",
    "property_destruction",
    "protest",
    "recruitment",
    "other",
]

PREDICATES = """
sections: {lineage: Lineage}
predicates:
  split_from:
    label: split from
    inverse: splinter groups
    subject_kinds: [organization]
    object_kinds: [organization]
    holds: many
    timing: point
    section: lineage
    description: The organization it broke away from.
    mappings: {wikidata: [P807], ucdp: "actor:Splinter"}
"""
EVENT_TYPES = """
protest:
  label: protest
  description: A march.
  lethal: false
  acled: [Protests / Peaceful protest]
  plover: PROTEST
"""


def test_every_term_of_the_claim_format_is_there() -> None:
    terms = vocabulary()
    assert [p.name for p in terms.predicates.values() if p.of == "entity"] == RELATIONS
    assert list(terms.event_types) == HAPPENINGS


def test_what_is_known_of_a_relation() -> None:
    split = vocabulary().predicate("split_from")
    assert (split.label, split.inverse, split.literal) == ("split from", "splinter groups", None)
    assert split.subject_kinds == split.object_kinds == ("organization",)
    assert (split.holds, split.timing, split.section, split.symmetric) == ("many", "point", "lineage", False)
    assert split.mappings == Mappings(wikidata=("P807",), followthemoney="Succession", ucdp="actor:Splinter")


def test_what_is_known_of_a_literal() -> None:
    founded = vocabulary().predicate("founded")
    assert (founded.literal, founded.object_kinds, founded.inverse, founded.holds) == ("date", (), None, "one")


def test_what_is_known_of_an_event_type() -> None:
    strike = vocabulary().event_type("strike")
    assert strike.lethal
    assert strike.plover == "ASSAULT"
    assert strike.acled[0] == ("Explosions/Remote violence", "Air/drone strike")


def test_symmetric_predicates_read_alike_from_both_sides() -> None:
    symmetric = [p for p in vocabulary().predicates.values() if p.symmetric]
    assert [p.name for p in symmetric] == ["allied_with", "opposed_to", "linked_to"]
    assert all(p.label == p.inverse and p.subject_kinds == p.object_kinds for p in symmetric)


def test_a_predicate_takes_either_entities_or_a_literal() -> None:
    for p in vocabulary().predicates.values():
        assert bool(p.object_kinds) == (p.literal is None) == (p.inverse is not None), p.name
        assert set(p.subject_kinds) | set(p.object_kinds) <= set(KINDS)


def test_an_event_is_stored_with_predicates_of_the_vocabulary() -> None:
    event = Event(
        type="clash",
        spans=(Span("document-1", 0, 4),),
        place="entity-1",
        participants=tuple(Participant("entity-2", role) for role in ROLES),
        casualties=(Casualties(who="soldiers", killed="16"),),
        caused_by="event-1",
    )
    used = [vocabulary().predicate(c.predicate) for c in event_claims(event)]
    assert {p.name for p in used} == {p.name for p in vocabulary().predicates.values() if p.of == "event"}
    assert all(
        (c.literal is None) == (p.literal is None) and p.subject_kinds == ("event",)
        for c, p in zip(event_claims(event), used, strict=True)
    )


def test_sections_hold_each_predicate_once() -> None:
    terms = vocabulary()
    shown = [p.name for section in terms.sections for p in terms.in_section(section)]
    assert sorted(shown) == sorted(terms.predicates)
    assert [p.name for p in terms.in_section("opponents")] == ["opposed_to"]


def test_mappings_are_well_formed() -> None:
    for p in vocabulary().predicates.values():
        assert all(re.fullmatch(r"P[1-9]\d*", item) for item in p.mappings.wikidata), p.name
        assert re.fullmatch(r"[A-Z]\w+(:[a-z]\w+)?", p.mappings.followthemoney or "Membership"), p.name
        assert re.fullmatch(r"[a-z0-9_]+", p.mappings.acled or "actor1"), p.name
        assert re.fullmatch(r"(actor|ged|prio-acd):\w+", p.mappings.ucdp or "actor:Org"), p.name


@pytest.mark.parametrize("name", ["predicates.yaml", "event_types.yaml"])
def test_no_term_is_written_twice(name: str) -> None:
    # YAML lets the second of two equal keys win without a word.
    nodes: list[yaml.Node | None] = [yaml.compose((files("stemma.model") / name).read_text("utf-8"))]
    while nodes:
        node = nodes.pop()
        if isinstance(node, yaml.MappingNode):
            keys = [key.value for key, _ in node.value]
            assert len(keys) == len(set(keys)), keys
            nodes += [value for _, value in node.value]


def test_an_unknown_name_is_answered_with_the_nearest() -> None:
    terms = vocabulary()
    with pytest.raises(VocabularyError, match="no predicate is called 'splt_from'; the nearest is 'split_from'"):
        terms.predicate("splt_from")
    with pytest.raises(VocabularyError, match="no event type is called 'protests'; the nearest is 'protest'"):
        terms.event_type("protests")
    with pytest.raises(VocabularyError, match="no section is called 'lineages'; the nearest is 'lineage'"):
        terms.in_section("lineages")
    with pytest.raises(VocabularyError, match="no predicate is called 'led_by'; there is none at all"):
        Vocabulary({}, {}, {}).predicate("led_by")


def test_it_is_read_once_and_cannot_be_changed() -> None:
    terms = vocabulary()
    assert terms is vocabulary()
    assert isinstance(terms.predicates, MappingProxyType)
    with pytest.raises(FrozenInstanceError):
        terms.predicate("led_by").label = "ruled by"  # type: ignore[misc]


def test_importing_it_reads_nothing() -> None:
    code = "import sys, stemma.model.vocabulary as v; print('yaml' in sys.modules, v.vocabulary.cache_info().currsize)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "0"]


def test_a_small_vocabulary_is_read() -> None:
    terms = read_vocabulary(PREDICATES, EVENT_TYPES)
    assert terms.predicate("split_from").of == "entity"
    assert terms.predicate("split_from").mappings.followthemoney is None
    assert terms.event_type("protest").acled == (("Protests", "Peaceful protest"),)


def test_a_literal_and_a_symmetric_predicate_are_read() -> None:
    literal = PREDICATES.replace("    inverse: splinter groups\n    subject_kinds", "    subject_kinds").replace(
        "object_kinds: [organization]", "literal: text"
    )
    assert read_vocabulary(literal, EVENT_TYPES).predicate("split_from").literal == "text"
    symmetric = PREDICATES.replace("inverse: splinter groups", "symmetric: true")
    assert read_vocabulary(symmetric, EVENT_TYPES).predicate("split_from").inverse == "split from"


@pytest.mark.parametrize(
    ("wrong", "right", "message"),
    [
        ("label: split from", "label: 3", "split_from: label: expected a text, got 3"),
        ("label: split from", "label: ' '", "split_from: label: expected a text, got ' '"),
        ("    label: split from\n", "", "split_from: the field label is missing"),
        ("label: split from", "label: split from\n    lable: x", "split_from: unknown field lable"),
        ("    inverse: splinter groups\n", "", "split_from: the field inverse is missing"),
        ("[organization]", "[organisation]", "subject_kinds: expected kinds of entity, some of organization, person"),
        ("[organization]", "[]", "subject_kinds: expected kinds of entity"),
        ("[organization]", "organization", "subject_kinds: expected a list of texts, got 'organization'"),
        ("holds: many", "holds: two", "holds: expected one of one, many, got 'two'"),
        ("timing: point", "timing: [point]", "timing: expected one of state, point, got"),
        ("section: lineage", "section: family", "section: expected one of lineage, got 'family'"),
        ("description:", "symmetric: 1\n    description:", "symmetric: expected true or false, got 1"),
        ("object_kinds: [organization]", "literal: number", "literal: expected one of text, number_range, date"),
        (
            "inverse: splinter groups\n    subject_kinds: [organization]",
            "symmetric: true\n    subject_kinds: [person]",
            "symmetric, so expected the same kinds on both sides",
        ),
        ("{wikidata: [P807]", "{wikipedia: [P807]", "mappings: unknown field wikipedia"),
        ("ucdp: ", "acled: [], ucdp: ", "mappings: acled: expected a text"),
        ("{lineage: Lineage}", "{lineage: null}", "predicates.yaml: lineage: expected a text, got None"),
        ("{lineage: Lineage}", "[lineage]", "predicates.yaml: sections: expected fields with names"),
        ("sections:", "parts:", "predicates.yaml: the field sections is missing"),
        ("sections:", "order: 1\nsections:", "predicates.yaml: unknown field order"),
        ("split_from:", "1:", "predicates.yaml: predicates: expected fields with names"),
        ("{lineage: Lineage}", "{lineage", "predicates.yaml: not YAML"),
    ],
)
def test_a_broken_predicate_is_refused(wrong: str, right: str, message: str) -> None:
    assert wrong in PREDICATES
    with pytest.raises(VocabularyError, match=re.escape(message)):
        read_vocabulary(PREDICATES.replace(wrong, right, 1), EVENT_TYPES)


@pytest.mark.parametrize(
    ("wrong", "right", "message"),
    [
        ("lethal: false", "lethal: rarely", "event_types.yaml: protest: lethal: expected true or false, got 'rarely'"),
        ("plover: PROTEST", "plover: MARCH", "plover: expected one of AGREE, CONSULT"),
        ("  plover: PROTEST\n", "", "protest: the field plover is missing"),
        ("Protests / Peaceful protest", "Protests", "acled: expected 'event type / sub-event type', got 'Protests'"),
        ("lethal: false", "lethal: false\n  place: x", "protest: unknown field place"),
    ],
)
def test_a_broken_event_type_is_refused(wrong: str, right: str, message: str) -> None:
    assert wrong in EVENT_TYPES
    with pytest.raises(VocabularyError, match=re.escape(message)):
        read_vocabulary(PREDICATES, EVENT_TYPES.replace(wrong, right, 1))


def test_an_empty_file_is_refused() -> None:
    with pytest.raises(VocabularyError, match=r"event_types\.yaml: expected fields with names, got None"):
        read_vocabulary(PREDICATES, "")
