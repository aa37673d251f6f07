"""How the default engine came to what it found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache

import pytest
from prose import Told, prose

from stemma.extract import EXTRACTORS, TRACERS
from stemma.extract.rules.engine import RulesExtractor
from stemma.extract.rules.frames import frames
from stemma.extract.rules.trace import RulesTracer
from stemma.extract.rules.trace_rule import rule_of
from stemma.extract.trace import Step, Trace
from stemma.model.claim import Claim
from stemma.model.document import InfoboxField, InfoboxItem
from stemma.model.event import Event


@cache
def told(text: str) -> Told:
    """What frames alone read in ``text``."""
    document = prose(text)
    return Told(document, RulesExtractor(network=None).extract(document))


def traces(found: Told) -> Mapping[str, Trace]:
    said: list[Claim | Event] = [*found.extraction.claims, *found.extraction.events]
    return RulesTracer(network=None).trace(found.document, said)


def steps(text: str, predicate: str) -> dict[str, Step]:
    """The steps of the one claim, or event, of this predicate or type in ``text``."""
    found = told(text)
    ids = [c.id for c in found.extraction.claims if c.predicate == predicate]
    ids += [e.id for e in found.extraction.events if e.type == predicate]
    (id,) = ids
    return {step.what: step for step in traces(found)[id].steps}


@pytest.mark.parametrize(
    ("text", "what", "words", "gives", "by", "because"),
    [
        ("Fatah was allied with Hamas.", "object", "Hamas", "Hamas", "name", ""),
        (
            "The Lord's Resistance Army (LRA) hid. LRA was allied with Sudan Union.",
            "subject",
            "LRA",
            "Lord's Resistance Army",
            "abbreviation",
            "given as another name on line 1",
        ),
        (
            "Example hid. It was allied with Hamas.",
            "subject",
            "It",
            "Example",
            "pronoun",
            "the subject of the sentence before; last named on line 1 as “Example”",
        ),
        (
            "Example hid.\nThe group was allied with Hamas.",
            "subject",
            "The group",
            "Example",
            "description",
            "the document is about it, by its title “Example”; last named on line 1 as “Example”",
        ),
    ],
)
def test_how_a_name_was_found(text: str, what: str, words: str, gives: str, by: str, because: str) -> None:
    step = steps(text, "allied_with")[what]
    assert (step.words, step.gives, step.by, step.because) == (words, gives, by, because)
    assert text[step.start : step.end] == words


def test_whom_the_sentence_does_not_name() -> None:
    step = steps("The stated goal is to free the land.", "stated_goal")["subject"]
    assert (step.words, step.gives, step.by) == ("", "Example", "topic")
    assert step.because == "nobody is named here; the document is about it, by its title “Example”"


@pytest.mark.parametrize(
    ("text", "words", "gives", "by", "because"),
    [
        ("In May 2018 Fatah attacked Hamas.", "In May 2018", "May 2018", "date", ""),
        (
            "On 3 May 2018 Fatah met.\nOn 9 June Fatah attacked Hamas.",
            "On 9 June",
            "9 June 2018",
            "part of a date",
            "the year follows from 3 May 2018, to which “3 May 2018” on line 1 had brought the text",
        ),
        (
            "On 3 May 2018 Fatah left.\nTwo days later Fatah attacked Hamas.",
            "Two days later",
            "5 May 2018",
            "relative date",
            "counted from 3 May 2018, to which “3 May 2018” on line 1 had brought the text",
        ),
        (
            "= 2016 =\nOn 9 June Fatah attacked Hamas.",
            "On 9 June",
            "9 June 2016",
            "part of a date",
            "the year is that of the section's heading, 2016",
        ),
        (
            "On 3 May 2018 Fatah left Sarmin. Fatah attacked Hamas.",
            "",
            "3 May 2018",
            "turn of the story",
            "nothing here dates it, and it is told after 3 May 2018, to which “3 May 2018” on line 1 had brought the "
            "text",
        ),
    ],
)
def test_how_a_date_was_found(text: str, words: str, gives: str, by: str, because: str) -> None:
    step = steps(text, "clash")["date"]
    assert (step.words, step.gives, step.by, step.because) == (words, gives, by, because)
    assert (text[step.start : step.end] if step.start is not None else "") == words


def test_the_frame_that_fired_is_shown_with_its_own_lines() -> None:
    text = "Fatah was allied with Hamas."
    found = told(text)
    (trace,) = traces(found).values()
    rule = trace.rule
    assert (rule.kind, rule.id, rule.words) == ("frame", found.extraction.claims[0].found_by, "allied")
    assert text[rule.start : rule.end] == "allied"
    assert rule.says in ("on the verb “allied”", "on the adjective “allied”")
    assert (trace.start, trace.end) == (0, len(text))
    assert "predicate: allied_with" in rule.source
    assert "examples" not in rule.source


@pytest.mark.parametrize("frame", frames(), ids=lambda frame: str(frame.id))
def test_each_frame_is_found_in_its_file(frame: object) -> None:
    id = getattr(frame, "id", "")
    rule = rule_of(id)
    assert rule.source.startswith(f"- id: {id}")
    assert "examples:" not in rule.source
    assert rule.line


def test_everything_that_is_found_can_be_traced() -> None:
    text = (
        "Example was founded in March 2018 by Omar Khalid. It was allied with Hamas until May 2020, when the group "
        "left. On 3 August 2019 it attacked Fatah fighters in Sarmin, killing 15 soldiers. Two days later Fatah "
        "reportedly arrested three of its members.\nExample had 300 fighters and was armed with mortars."
    )
    found = told(text)
    everything = traces(found)
    said: list[Claim | Event] = [*found.extraction.claims, *found.extraction.events]
    assert {one.id for one in said} == set(everything)
    for one in said:
        trace = everything[one.id]
        assert trace.start <= one.spans[0].start < trace.end
        assert any(step.what == "date" for step in trace.steps) == (one.date is not None)
        for step in trace.steps:
            assert step.start is None or text[step.start : step.end] == step.words


def test_an_infobox_shows_its_rule() -> None:
    text = "- Leader: Omar Khalid\nExample is a group."
    item = InfoboxItem("Omar Khalid", 10, 21)
    document = prose(text, infobox=(InfoboxField("Leader", "leader", 0, 21, (item,)),))
    (claim,) = [c for c in RulesExtractor(network=None).extract(document).claims if c.predicate == "led_by"]
    trace = RulesTracer(network=None).trace(document, [claim])[claim.id]
    assert (trace.rule.kind, trace.rule.file) == ("infobox", "infobox.yaml")
    assert trace.rule.source == "leader: {predicate: led_by}"
    assert [(s.what, s.gives, s.by, s.words) for s in trace.steps] == [
        ("subject", "Example", "topic", ""),
        ("object", "Omar Khalid", "item", "Omar Khalid"),
    ]


def test_what_a_model_found_shows_the_names_and_says_that_it_has_no_reasons() -> None:
    found = told("Fatah was allied with Hamas.")
    claim = replace(found.extraction.claims[0], found_by="model.claims")
    trace = RulesTracer(network=None).trace(found.document, [claim])[claim.id]
    assert trace.rule.kind == "model"
    assert "no reasons" in trace.rule.says
    assert [step.words for step in trace.steps] == ["Fatah", "Hamas"]


def test_a_rule_that_is_gone_is_said_to_be_unknown() -> None:
    found = told("Fatah was allied with Hamas.")
    claim = replace(found.extraction.claims[0], found_by="gone.frame")
    trace = RulesTracer(network=None).trace(found.document, [claim])[claim.id]
    assert (trace.rule.id, trace.rule.source, trace.rule.words) == ("gone.frame", "", "")
    assert [step.words for step in trace.steps] == ["Fatah", "Hamas"]


def test_the_tracer_belongs_to_the_extractor_of_its_name() -> None:
    tracer, reader = TRACERS.load("rules"), EXTRACTORS.load("rules")
    assert (tracer.name, tracer.version) == (reader.name, reader.version)
