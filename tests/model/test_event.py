"""Events: stored as claims and read back the same."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemma.errors import EvidenceError, VocabularyError
from stemma.model.claim import MODALITIES, POLARITIES, Claim, Saying
from stemma.model.event import (
    ROLES,
    STATUSES,
    Casualties,
    CountStatus,
    Event,
    Participant,
    event_claims,
    event_from_claims,
)
from stemma.model.span import Span
from stemma.model.vocabulary import vocabulary

SPAN = Span("document-1", 4, 9)
EVENT = Event(
    type="clash",
    spans=(SPAN,),
    date="2019-03",
    place="entity-3",
    participants=(Participant("entity-1", "actor"), Participant("entity-2", "target")),
    casualties=(
        Casualties(who="Syrian army", killed="40", status="claimed", by="Ansar al-Tawhid"),
        Casualties(who="Syrian army", killed="16", status="confirmed"),
    ),
)

names = st.text(min_size=1, max_size=12)
figures = st.none() | st.from_regex(r"[1-9]\d{0,3}(-[1-9]\d{0,3})?", fullmatch=True)
spans = st.builds(
    lambda start, length: Span("document-1", start, start + length), st.integers(0, 99), st.integers(1, 99)
)
events = st.builds(
    Event,
    type=st.sampled_from(sorted(vocabulary().event_types)),
    spans=st.lists(spans, min_size=1, max_size=3).map(tuple),
    date=st.none() | st.sampled_from(["2019-03", "../2018-03", "1984?"]),
    place=st.none() | names,
    participants=st.lists(st.builds(Participant, names, st.sampled_from(ROLES)), max_size=4).map(tuple),
    casualties=st.lists(
        st.builds(
            Casualties,
            who=st.text(max_size=12),
            killed=figures,
            wounded=figures,
            captured=figures,
            missing=figures,
            status=st.sampled_from(STATUSES),
            by=st.none() | names,
        ),
        max_size=3,
    ).map(tuple),
    saying=st.builds(
        Saying,
        st.sampled_from(MODALITIES),
        st.sampled_from(POLARITIES),
        st.none() | names,
        st.lists(names, max_size=2).map(tuple),
    ),
    caused_by=st.none() | names,
    extractor=names,
    version=names,
    found_by=names,
    confidence=st.floats(0, 1),
)


@given(events)
def test_an_event_comes_back_from_its_claims(event: Event) -> None:
    claims = event_claims(event)
    assert event_from_claims(claims) == event
    assert {c.subject for c in claims} == {event.id}
    assert all(c.spans == event.spans and c.saying == event.saying and c.date == event.date for c in claims)


@given(events, st.randoms(use_true_random=False))
def test_the_type_may_stand_anywhere_among_the_claims(event: Event, random: object) -> None:
    first, *others = event_claims(event)
    assert event_from_claims([*others, first]) == event


def test_the_claims_of_an_event() -> None:
    said = [(c.predicate, c.object or c.literal) for c in event_claims(EVENT)]
    assert said == [
        ("event_type", "clash"),
        ("event_place", "entity-3"),
        ("event_actor", "entity-1"),
        ("event_target", "entity-2"),
        ("event_casualties", '{"by": "Ansar al-Tawhid", "killed": "40", "status": "claimed", "who": "Syrian army"}'),
        ("event_casualties", '{"killed": "16", "status": "confirmed", "who": "Syrian army"}'),
    ]
    assert event_claims(replace(EVENT, caused_by="event-1"))[-1].predicate == "event_caused_by"


def test_claims_that_make_no_event_are_refused() -> None:
    with pytest.raises(VocabularyError, match="no claim gives the type of the event"):
        event_from_claims(event_claims(EVENT)[1:])
    with pytest.raises(VocabularyError, match="not a claim of an event: 'led_by'"):
        event_from_claims([*event_claims(EVENT), Claim(EVENT.id, "led_by", "entity-1", None, (SPAN,))])


def test_no_event_without_its_words() -> None:
    with pytest.raises(EvidenceError, match="an event without evidence: clash"):
        replace(EVENT, spans=())


def test_roles_and_statuses_are_those_of_the_vocabulary() -> None:
    with pytest.raises(VocabularyError, match="no role is called 'victim'; there are actor, target, other"):
        Participant("entity-1", "victim")  # type: ignore[arg-type]
    with pytest.raises(VocabularyError, match="no status is called 'sure'; there are claimed, confirmed, reported"):
        Casualties(who="soldiers", status="sure")  # type: ignore[arg-type]
    assert get_args(CountStatus) == STATUSES


def test_the_id_is_the_happening_and_its_words() -> None:
    assert replace(EVENT, participants=(), casualties=(), confidence=0.5).id == EVENT.id
    assert replace(EVENT, date="2019-04").id != EVENT.id
    assert replace(EVENT, spans=(Span("document-2", 4, 9),)).id != EVENT.id
    assert EVENT.document == "document-1"
