"""What ``stemma.store.base.Store`` promises, on every database."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace

import pytest

from stemma.errors import DateError, EvidenceError, NotFound, StoreError
from stemma.extract.base import Extractor
from stemma.model.claim import Claim, Saying
from stemma.model.document import Document
from stemma.model.entity import Entity, Name, entity_id
from stemma.model.event import event_from_claims
from stemma.model.extraction import Extraction
from stemma.model.judgement import Judgement
from stemma.model.span import Span
from stemma.store.base import Store, Written

NewDocument = Callable[..., Document]

TEXT = """\
Ahrar allied_with Nusra 2014-05
Ahrar opposed_to Daesh
clash: Ahrar against Nusra 2017-01
Ahrar strength 2014
Nusra opposed_to Ahrar 2017"""


@pytest.fixture
def document(new_document: NewDocument) -> Document:
    return new_document(TEXT)


def write(store: Store, document: Document, extractor: Extractor) -> Written:
    return store.write(document, extractor.extract(document))


def everything(store: Store) -> object:
    """All that a store will tell."""
    documents = store.documents(current=False)
    return (
        documents,
        [store.document(row.id) for row in documents],
        [store.claims_of(row.id) for row in documents],
        list(store.all_claims()),
        list(store.all_claims(current=False)),
        store.judgements(),
        list(store.problems()),
    )


def test_a_document_comes_back_as_it_went_in(store: Store, document: Document, extractor: Extractor) -> None:
    written = write(store, document, extractor)

    assert written == Written(document.id, "new", 1, claims=4, events=1)
    assert store.document(document.id) == document


def test_documents_lists_what_it_is_about(store: Store, document: Document, extractor: Extractor) -> None:
    write(store, document, extractor)

    (row,) = store.documents()
    assert (row.id, row.source, row.title, row.format) == (document.id, document.source, "Ahrar", "lines")
    assert (row.sha256, row.length, row.published) == (document.sha256, len(TEXT), "2023-12")
    assert (row.version, row.current, row.about) == (1, True, entity_id(document.source.id, "Ahrar"))


def test_documents_are_in_order_of_title(store: Store, new_document: NewDocument, extractor: Extractor) -> None:
    for page in ("nusra", "Daesh", "ahrar"):
        write(store, new_document(TEXT, page), extractor)

    assert [row.title for row in store.documents()] == ["ahrar", "Daesh", "nusra"]


def test_claims_come_back_in_document_order(store: Store, document: Document, extractor: Extractor) -> None:
    write(store, document, extractor)

    claims = store.claims_of(document.id)
    extraction = extractor.extract(document)
    assert [claim for claim in claims if not claim.predicate.startswith("event_")] == list(extraction.claims)
    assert [claim.spans[0].start for claim in claims] == sorted(claim.spans[0].start for claim in claims)
    assert list(store.all_claims()) == claims
    assert claims[2].spans[0].quote(TEXT).startswith("clash")


def test_events_are_claims_about_them(store: Store, document: Document, extractor: Extractor) -> None:
    write(store, document, extractor)

    (event,) = extractor.extract(document).events
    assert event_from_claims(store.claims_about([event.id])) == event
    entity = store.entity(event.id)
    assert (entity.kind, entity.name) == ("event", "clash 2017-01")
    assert store.entities_named("clash 2017-01") == []


def test_entities(store: Store, document: Document, extractor: Extractor) -> None:
    write(store, document, extractor)

    described = {entity.id: entity for entity in extractor.extract(document).entities}
    assert store.entities([*described, "entity-0"]) == described
    with pytest.raises(NotFound, match="entity-0"):
        store.entity("entity-0")


def test_entities_named_takes_any_spelling_and_puts_the_busiest_first(
    store: Store, document: Document, new_document: NewDocument, extractor: Extractor
) -> None:
    write(store, new_document("Ahrar allied_with Nusra", "Other"), extractor)
    write(store, document, extractor)
    here, there = (entity_id(source.id, "Ahrar") for source in (document.source, new_document("", "Other").source))

    assert [entity.id for entity in store.entities_named("the AHRAR")] == [here, there]
    assert [entity.id for entity in store.entities_named("ahr")] == [here, there]
    assert store.entities_named("Jaysh") == []


def test_names_like(store: Store, document: Document, extractor: Extractor) -> None:
    write(store, document, extractor)

    assert store.names_like("Arhar") == ["Ahrar"]
    assert store.names_like("Daish") == ["Daesh"]
    assert store.names_like("clash 2017-01") == []
    assert store.names_like("NUS") == ["Nusra"]
    assert store.names_like("Arhar", limit=0) == []


def test_claim_by_id_or_its_beginning(store: Store, document: Document, extractor: Extractor) -> None:
    write(store, document, extractor)
    claims = store.claims_of(document.id)

    for claim in claims:
        assert store.claim(claim.id) == claim
        assert store.claim(claim.id[:-4]) == claim
    with pytest.raises(NotFound, match="more than one claim begins with claim-"):
        store.claim("claim-")
    for lost in ("claim-zz", "%", "_" * 30, claims[0].id + "0"):
        with pytest.raises(NotFound, match="no claim"):
            store.claim(lost)


def test_claims_are_given_in_the_order_asked_for(store: Store, document: Document, extractor: Extractor) -> None:
    write(store, document, extractor)
    claims = store.claims_of(document.id)

    wanted = [claims[3], claims[0], claims[3]]
    assert store.claims(["claim-0", *(claim.id for claim in wanted)]) == wanted


def test_claims_about_look_at_both_sides(store: Store, document: Document, extractor: Extractor) -> None:
    write(store, document, extractor)
    ahrar, nusra, daesh = (entity_id(document.source.id, name) for name in ("Ahrar", "Nusra", "Daesh"))

    assert [claim.predicate for claim in store.claims_about([daesh])] == ["opposed_to"]
    assert [c.predicate for c in store.claims_about([nusra])] == ["allied_with", "event_target", "opposed_to"]
    about_all = [c for c in store.claims_of(document.id) if {c.subject, c.object} & {ahrar, nusra, daesh}]
    assert store.claims_about([nusra, daesh, ahrar, "entity-0"]) == about_all
    assert store.claims_about([]) == []


def test_claims_about_very_many_entities(store: Store, new_document: NewDocument, extractor: Extractor) -> None:
    document = new_document("\n".join(f"G{i} allied_with G{i + 600} 2018" for i in range(600)))
    write(store, document, extractor)
    ids = [entity_id(document.source.id, f"G{i}") for i in range(1200)]

    assert store.claims_about(reversed(ids)) == store.claims_of(document.id)
    assert len(store.entities(ids)) == 1200


def test_the_same_again_changes_nothing(store: Store, document: Document, extractor: Extractor) -> None:
    write(store, document, extractor)
    before = everything(store)

    again = replace(document, origin="elsewhere", fetched="2025-01-01")
    assert write(store, again, extractor) == Written(document.id, "unchanged", 1, 4, 1)
    assert everything(store) == before


def test_a_changed_page_is_a_new_version(
    store: Store, document: Document, new_document: NewDocument, extractor: Extractor
) -> None:
    write(store, document, extractor)
    old = store.claims_of(document.id)
    changed = new_document("Ahrar merged_into Nusra 2017")

    assert write(store, changed, extractor) == Written(changed.id, "version", 2, 1, 0)
    assert [row.id for row in store.documents()] == [changed.id]
    assert [(row.version, row.current) for row in store.documents(current=False)] == [(1, False), (2, True)]
    assert [claim.predicate for claim in store.all_claims()] == ["merged_into"]
    assert store.claims_about([entity_id(document.source.id, "Daesh")]) == []
    assert store.entities_named("Daesh") == []
    assert store.names_like("Daesh") == []
    # What the old version says is all still there.
    assert store.claims_of(document.id) == old
    assert store.claims(claim.id for claim in old) == old
    assert store.entity(entity_id(document.source.id, "Daesh")).name == "Daesh"
    assert {claim.id for claim in store.all_claims(current=False)} > {claim.id for claim in old}
    # The old bytes once more are no new version.
    assert write(store, document, extractor).outcome == "unchanged"
    assert [row.id for row in store.documents()] == [changed.id]


def test_another_version_of_the_extractor_rereads(
    store: Store, document: Document, extractor: Extractor, newer_extractor: Extractor
) -> None:
    write(store, document, extractor)

    assert write(store, document, newer_extractor) == Written(document.id, "reread", 1, 4, 1)
    assert {claim.version for claim in store.all_claims()} == {"2"}
    assert len(list(store.all_claims(current=False))) == len(list(store.all_claims()))
    assert store.claim(store.claims_of(document.id)[0].id).version == "2"
    assert list(store.problems()) == []


def test_a_reread_of_an_old_version_does_not_become_current(
    store: Store, document: Document, new_document: NewDocument, extractor: Extractor, newer_extractor: Extractor
) -> None:
    changed = new_document("Ahrar merged_into Nusra 2017")
    write(store, document, extractor)
    write(store, changed, extractor)

    assert write(store, document, newer_extractor).outcome == "reread"
    assert [claim.document for claim in store.all_claims()] == [changed.id]
    assert {claim.version for claim in store.claims_of(document.id)} == {"2"}
    assert list(store.problems()) == []


def test_a_better_reader_of_the_same_bytes_is_taken(store: Store, document: Document, extractor: Extractor) -> None:
    write(store, document, extractor)
    better = replace(document, infobox=(), published="2023-12-24")

    assert write(store, better, extractor).outcome == "reread"
    assert store.document(document.id) == better
    assert [row.published for row in store.documents()] == ["2023-12-24"]
    assert list(store.problems()) == []


def test_the_kind_of_an_entity_is_that_of_the_last_reading(
    store: Store, document: Document, extractor: Extractor
) -> None:
    write(store, document, extractor)
    read = extractor.extract(document)
    places = tuple(replace(e, kind="place", names=(*e.names, Name("Other", "alias"))) for e in read.entities)
    store.write(document, replace(read, entities=places))

    assert set(store.entities(e.id for e in places).values()) == set(places)


def test_readings_of_several_sources_add_up(store: Store, new_document: NewDocument) -> None:
    for page, names in (("A", (Name("Nusra"), Name("JaN", "abbreviation"))), ("B", (Name("Jabhat al-Nusra"),))):
        document = new_document("words", page)
        entity = Entity("actor-1", "organization", names, (("ucdp-actor", "1"), ("page", page)))
        store.write(document, Extraction(document.id, None, (entity,)))

    found = store.entity("actor-1")
    assert [name.text for name in found.names] == ["Jabhat al-Nusra", "Nusra", "JaN"]
    assert found.external_ids == (("ucdp-actor", "1"), ("page", "B"), ("page", "A"))


def test_reading_tells_what_has_been_read(store: Store, document: Document, extractor: Extractor) -> None:
    assert store.reading(document.id, "lines", "1") is None
    write(store, document, extractor)

    assert store.reading(document.id, "lines", "1") == Written(document.id, "unchanged", 1, 4, 1)
    assert store.reading(document.id, "lines", "2") is None
    assert store.reading(document.id, "rules", "1") is None


def test_a_document_that_says_nothing_is_kept(store: Store, new_document: NewDocument) -> None:
    document = new_document("")
    nothing = Extraction(document.id, extractor="lines", version="1")

    assert store.write(document, nothing) == Written(document.id, "new", 1, 0, 0)
    assert store.document(document.id) == document
    assert store.claims_of(document.id) == []
    assert store.reading(document.id, "lines", "1") is not None


@pytest.mark.parametrize(
    ("spans", "words"),
    [
        ([(0, 5), (90, 200)], "outside a text of 137 characters"),
        ([(5, 6)], "is blank"),
    ],
)
def test_a_claim_without_its_words_is_refused_and_nothing_written(
    store: Store, document: Document, extractor: Extractor, spans: list[tuple[int, int]], words: str
) -> None:
    read = extractor.extract(document)
    bad = replace(read.claims[1], spans=tuple(Span(document.id, *span) for span in spans))

    with pytest.raises(EvidenceError, match=words):
        store.write(document, replace(read, claims=(read.claims[0], bad)))
    assert store.documents() == []
    assert list(store.all_claims(current=False)) == []


def test_evidence_in_another_document_is_refused(store: Store, document: Document, extractor: Extractor) -> None:
    read = extractor.extract(document)
    bad = replace(read.claims[1], spans=(Span("document-0", 0, 5),))

    with pytest.raises(EvidenceError, match="another document, document-0"):
        store.write(document, replace(read, claims=(bad,)))


def test_a_date_that_is_none_is_refused(store: Store, document: Document, extractor: Extractor) -> None:
    read = extractor.extract(document)

    with pytest.raises(DateError, match="early 2018"):
        store.write(document, replace(read, claims=(replace(read.claims[0], date="early 2018"),)))
    assert store.documents() == []


def test_extractions_that_do_not_hold_together_are_refused(
    store: Store, document: Document, new_document: NewDocument, extractor: Extractor
) -> None:
    read = extractor.extract(document)
    first = read.entities[0]
    bad = {
        "cannot be kept with": replace(read, document=new_document("", "Other").id),
        "the subject of the extraction names entity-0": replace(read, subject="entity-0"),
        r"a claim \(allied_with\) names": replace(read, subject=None, entities=read.entities[1:]),
        "has two entities": replace(read, entities=(*read.entities, replace(first, kind="place"))),
        "not by 'lines' '1', 'rules' '1'": replace(read, extractor="rules", version="1"),
        "not by 'lines' '1', 'lines' '2'": replace(
            read, claims=(*read.claims, replace(read.claims[0], date=None, version="2"))
        ),
    }
    for words, extraction in bad.items():
        with pytest.raises(StoreError, match=words):
            store.write(document, extraction)
    assert store.documents() == []


def test_bytes_that_gave_another_text_are_refused(store: Store, document: Document, extractor: Extractor) -> None:
    write(store, document, extractor)

    with pytest.raises(StoreError, match="its bytes gave another text"):
        write(store, replace(document, text=TEXT + " "), extractor)
    assert store.document(document.id) == document


def test_text_that_is_not_unicode_is_refused(store: Store, document: Document, extractor: Extractor) -> None:
    read = extractor.extract(document)
    broken_name = replace(read.entities[0], names=(Name("\ud800"),))

    with pytest.raises(StoreError, match="not Unicode"):
        store.write(replace(document, text="\ud800"), Extraction(document.id))
    with pytest.raises(StoreError, match="cannot keep a value"):
        store.write(document, replace(read, entities=(broken_name, *read.entities[1:])))
    assert store.documents() == []


def test_a_claim_made_twice_is_one(store: Store, document: Document, extractor: Extractor) -> None:
    read = extractor.extract(document)
    surer = replace(read.claims[0], confidence=0.5)

    assert store.write(document, replace(read, claims=(*read.claims, surer))).claims == 4


def test_how_something_is_said_is_kept(store: Store, document: Document, extractor: Extractor) -> None:
    read = extractor.extract(document)
    saying = Saying("claimed", "negative", "the group’s spokesman", ("SOHR", "AFP"))
    claim: Claim = replace(
        read.claims[0],
        saying=saying,
        former=True,
        confidence=0.25,
        spans=(Span(document.id, 6, 9), Span(document.id, 0, 5)),
    )
    store.write(document, replace(read, claims=(claim,), events=()))

    assert store.claims_of(document.id) == [claim]


def test_unknown_documents_are_not_found(store: Store) -> None:
    with pytest.raises(NotFound, match="no document document-0"):
        store.document("document-0")
    with pytest.raises(NotFound, match="no document document-0"):
        store.claims_of("document-0")


def test_judgements(store: Store, document: Document, extractor: Extractor) -> None:
    write(store, document, extractor)
    claim, corrected, *_ = (claim.id for claim in store.claims_of(document.id))
    ahrar, nusra = (entity_id(document.source.id, name) for name in ("Ahrar", "Nusra"))
    later = Judgement(claim, "wrong", "a reviewer", "2024-02-02T10:00:00Z", note="“allied” is of 2015")
    correction = Judgement(claim, "corrected", "a reviewer", "2024-02-02T11:00:00Z", other=corrected)
    earlier = Judgement(nusra, "different", "a rule", "2024-01-01T10:00:00Z", other=ahrar)
    for judgement in (later, correction, earlier, later):
        store.judge(judgement)

    assert store.judgements() == [earlier, later, correction]
    assert store.judgements(claim) == [later, correction]
    assert store.judgements(corrected) == [correction]
    assert store.judgements(ahrar) == store.judgements(nusra) == [earlier]
    assert store.judgements("claim-0") == []


def test_a_judgement_on_nothing_is_refused(store: Store, document: Document, extractor: Extractor) -> None:
    write(store, document, extractor)
    claim, ahrar = store.claims_of(document.id)[0].id, entity_id(document.source.id, "Ahrar")
    for judgement, words in (
        (Judgement("claim-0", "right", "me", "2024"), "no claim claim-0 to judge"),
        (Judgement(claim, "corrected", "me", "2024", "claim-0"), "no claim claim-0 to judge"),
        (Judgement(ahrar, "same", "me", "2024", "entity-0"), "no entity entity-0 to judge"),
        (Judgement(claim, "same", "me", "2024", ahrar), f"no entity {claim} to judge"),
    ):
        with pytest.raises(NotFound, match=words):
            store.judge(judgement)
    assert store.judgements() == []


def test_many_claims_are_written_and_read_fast(store: Store, new_document: NewDocument, extractor: Extractor) -> None:
    document = new_document("\n".join(f"G{i % 300} allied_with G{i % 299 + 1} 20{i % 20:02}-03" for i in range(3000)))
    read = extractor.extract(document)

    began = time.perf_counter()
    store.write(document, read)
    assert len(store.claims_of(document.id)) == 3000
    assert time.perf_counter() - began < 3  # a tenth of that on an idle machine


def test_reading_on_while_writing(
    store: Store, document: Document, new_document: NewDocument, extractor: Extractor
) -> None:
    write(store, document, extractor)
    claims = store.all_claims()
    first = next(claims)
    write(store, new_document(TEXT, "Other"), extractor)

    assert [first, *claims] == store.claims_of(document.id)  # as things stood when the reading began


def test_reading_may_be_broken_off(
    store: Store, document: Document, extractor: Extractor, newer_extractor: Extractor
) -> None:
    write(store, document, extractor)
    claims = store.all_claims()
    next(claims)
    del claims

    assert write(store, document, newer_extractor).outcome == "reread"
    with store as same:
        assert same is store
