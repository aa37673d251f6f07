"""Whatever the model can say, the store gives back."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from itertools import count, groupby

from hypothesis import given, settings
from hypothesis import strategies as st

from stemma.model.claim import MODALITIES, POLARITIES, Claim, Saying
from stemma.model.document import Block, Document, InfoboxField, InfoboxItem, Section, Source
from stemma.model.entity import KINDS, Entity, Name, entity_id
from stemma.model.event import ROLES, STATUSES, Casualties, Event, Participant, event_from_claims
from stemma.model.extraction import Extraction
from stemma.model.span import Span
from stemma.store.base import Store, Written
from stemma.store.verify import verify

# Not every database keeps the character 0, and no reader lets it through.
CHARACTERS = st.characters(codec="utf-8", exclude_characters="\0")
TEXTS = st.text(CHARACTERS, max_size=12)
NAMES = TEXTS.filter(str.strip)
OPTIONAL = st.none() | TEXTS
SMALL = st.integers(0, 60)
DATES = st.none() | st.sampled_from(
    ["2018", "2018-03-02", "197X", "2018~", "../2020-05", "2018/..", "-0044-03", "2018?"]
)
SAYINGS = st.builds(
    Saying,
    st.sampled_from(MODALITIES),
    st.sampled_from(POLARITIES),
    OPTIONAL,
    st.lists(TEXTS, max_size=2).map(tuple),
)
_pages = count()


def tuples(strategy: st.SearchStrategy[object], size: int = 3) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(strategy, max_size=size).map(tuple)


ITEMS = st.builds(
    InfoboxItem,
    TEXTS,
    SMALL,
    SMALL,
    marks=tuples(TEXTS, 2),
    qualifiers=tuples(TEXTS, 2),
    aliases=tuples(TEXTS, 2),
    group=TEXTS,
    depth=SMALL,
    lost=st.booleans(),
)
FIELDS = st.builds(InfoboxField, TEXTS, TEXTS, SMALL, SMALL, items=tuples(ITEMS))
BLOCKS = st.builds(
    Block,
    st.sampled_from(["paragraph", "list_item", "heading"]),
    SMALL,
    SMALL,
    section=SMALL,
    depth=SMALL,
    skips=tuples(st.tuples(SMALL, SMALL), 2),
)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    text = draw(st.text(CHARACTERS, min_size=1, max_size=60).filter(str.strip))
    return Document(
        source=Source(draw(TEXTS), draw(TEXTS), str(next(_pages))),
        title=draw(TEXTS),
        text=text,
        format=draw(TEXTS),
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        sections=draw(tuples(st.builds(Section, TEXTS, SMALL, SMALL, SMALL))),  # type: ignore[arg-type]
        blocks=draw(tuples(BLOCKS)),  # type: ignore[arg-type]
        infobox=draw(tuples(FIELDS)),  # type: ignore[arg-type]
        published=draw(OPTIONAL),
        origin=draw(TEXTS),
        fetched=draw(TEXTS),
    )


@st.composite
def readings(draw: st.DrawFn) -> tuple[Document, Extraction]:
    document = draw(documents())
    made = {"extractor": draw(TEXTS), "version": draw(TEXTS)}
    names = st.builds(Name, NAMES, st.sampled_from(["alias", "native", "former"]), st.sampled_from(["", "Arab", "x"]))
    entities: dict[str, Entity] = {}
    for main in draw(st.lists(NAMES, min_size=1, max_size=4)):
        id = entity_id(document.source.id, main)
        others = draw(st.lists(names, max_size=3, unique=True))
        external = draw(st.lists(st.tuples(TEXTS, TEXTS), max_size=2, unique=True))
        kind = draw(st.sampled_from([kind for kind in KINDS if kind != "event"]))
        entities[id] = Entity(id, kind, (Name(main), *others), tuple(external))
    ids = st.sampled_from(sorted(entities))
    said = [s for s in range(len(document.text)) if document.text[s].strip()]
    spans = st.tuples(st.sampled_from(said), st.integers(1, 60)).map(
        lambda at: Span(document.id, at[0], min(len(document.text), at[0] + at[1]))
    )
    evidence = st.lists(spans, min_size=1, max_size=3).map(tuple)
    found = {"found_by": TEXTS, "confidence": st.floats(0, 1)}
    fixed = {name: st.just(value) for name, value in made.items()}
    claims = st.tuples(st.booleans(), ids, TEXTS).flatmap(
        lambda to: st.builds(
            Claim,
            ids,
            NAMES,
            st.just(to[1] if to[0] else None),
            st.just(None if to[0] else to[2]),
            evidence,
            DATES,
            SAYINGS,
            st.booleans(),
            **fixed,
            **found,
        )
    )
    casualties = st.builds(
        Casualties, TEXTS, OPTIONAL, OPTIONAL, OPTIONAL, OPTIONAL, st.sampled_from(STATUSES), OPTIONAL
    )
    events = st.builds(
        Event,
        TEXTS,
        evidence,
        DATES,
        st.none() | ids,
        st.lists(st.builds(Participant, ids, st.sampled_from(ROLES)), max_size=3, unique=True).map(tuple),
        st.lists(casualties, max_size=2, unique=True).map(tuple),
        SAYINGS,
        **fixed,
        **found,
    )
    happened = draw(st.lists(events, max_size=3, unique_by=lambda event: event.id))
    happened[1:] = [replace(event, caused_by=happened[0].id) for event in happened[1:]]
    extraction = Extraction(
        document.id,
        draw(st.none() | ids),
        tuple(entities.values()),
        tuple(draw(st.lists(claims, max_size=4, unique_by=lambda claim: claim.id))),
        tuple(happened),
        **made,
    )
    return document, extraction


@given(readings())
@settings(max_examples=60, deadline=None)
def test_all_that_is_written_comes_back(lasting_store: Store, reading: tuple[Document, Extraction]) -> None:
    document, extraction = reading
    written = lasting_store.write(document, extraction)

    assert (written.outcome, written.version) == ("new", 1)
    assert lasting_store.document(document.id) == document
    entities = {entity.id: entity for entity in extraction.entities}
    assert lasting_store.entities(entities) == entities

    kept = lasting_store.claims_of(document.id)
    assert [claim.spans[0].start for claim in kept] == sorted(claim.spans[0].start for claim in kept)
    about_events = [claim for claim in kept if claim.subject not in entities]
    said = [claim for claim in kept if claim.subject in entities]
    assert sorted(said, key=hash) == sorted(extraction.claims, key=hash)
    about_events.sort(key=lambda claim: claim.subject)  # stable: the claims of one event keep their order
    events = [event_from_claims(claims) for _, claims in groupby(about_events, key=lambda claim: claim.subject)]
    assert sorted(events, key=hash) == sorted(extraction.events, key=hash)
    assert lasting_store.claims(claim.id for claim in kept) == kept

    about = lasting_store.claims_about([*entities, *(event.id for event in extraction.events)])
    assert about == kept


@given(readings())
@settings(max_examples=20, deadline=None)
def test_the_same_again_is_unchanged(lasting_store: Store, reading: tuple[Document, Extraction]) -> None:
    document, extraction = reading
    first = lasting_store.write(document, extraction)
    again = lasting_store.write(document, extraction)

    assert again == Written(document.id, "unchanged", 1, first.claims, first.events)
    assert lasting_store.reading(document.id, extraction.extractor, extraction.version) == again


def test_what_was_written_proves_right(lasting_store: Store) -> None:
    assert verify(lasting_store) == []
    assert len(list(lasting_store.all_claims())) == len(list(lasting_store.all_claims(current=False)))
