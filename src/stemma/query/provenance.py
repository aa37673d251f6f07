"""Why: the words behind a claim, an event or a relation, where they stand, who says them, and who found them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from stemma.errors import NotFound
from stemma.model.claim import Claim
from stemma.model.dates import describe
from stemma.model.document import Document
from stemma.model.names import fold
from stemma.model.span import Span
from stemma.model.vocabulary import vocabulary
from stemma.query.date_phrases import ending_words
from stemma.query.evidence import line_of, section_of
from stemma.query.find import find
from stemma.query.material import Material, gather, gather_claims
from stemma.query.relations import Relation, relation_key, relations
from stemma.query.sentences import counts, sentence
from stemma.query.timeline import event_when
from stemma.query.voices import capitalized, voice
from stemma.store.base import Store

_REACH = 400
"""How far from the words, in code points, their sentence is followed on either side."""

_BULLETS = " \t\n-*•"
_SENTENCE_ENDS = re.compile(r"(?<=[.!?])[\"'”’)\]]{0,3}\s+(?=[\"'“‘(\[]?[^\W\d_a-z])")


@dataclass(frozen=True, slots=True)
class Passage:
    """A quote in its sentence, and where it stands: offsets in code points, ``line`` counted from 1."""

    before: str
    quote: str
    after: str
    section: str
    line: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Ground:
    """One claim and what it rests on.

    ``says`` puts it in words, ``voice`` says whose statement it is ("" for the
    author's own voice), ``speakers`` are the chain of speakers, nearest
    first; ``document`` and ``title``, ``origin`` and ``fetched`` say where it was read;
    ``extractor``, ``version``, ``found_by`` and ``confidence`` by what.
    """

    claim: str
    says: str
    polarity: str
    modality: str
    voice: str
    speakers: tuple[str, ...]
    date: str | None
    former: bool
    passages: tuple[Passage, ...]
    document: str
    title: str
    origin: str
    fetched: str
    extractor: str
    version: str
    found_by: str
    confidence: float
    judgements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Why:
    """The answer: what was asked about, in words; what else is known of it; and the grounds for and against it."""

    kind: str
    ref: str
    says: str
    facts: tuple[tuple[str, str], ...]
    grounds: tuple[Ground, ...]
    against: tuple[Ground, ...] = ()


def why(store: Store, ref: str) -> Why:
    """Why the claim or the event with this id is believed to be said. Of a claim's id the beginning will do.

    Raises:
        NotFound: if there is no such claim or event, or more than one claim begins so.
        StoreError: if the store cannot be read.
    """
    if ref.startswith("event-"):
        own = [c for c in store.claims_about([ref]) if c.subject == ref]
        if not own:
            raise NotFound(f"no event has the id {ref!r}")
        return _of_event(store, own)
    claim = store.claim(ref if ref.startswith("claim-") else f"claim-{ref}")
    if claim.predicate.startswith("event_"):
        own = [c for c in store.claims_of(claim.document) if c.subject == claim.subject]
        if any(c.predicate == "event_type" for c in own):
            return _of_event(store, own)
    material = gather_claims(store, [claim])
    says = _says(claim, material)
    return Why("claim", claim.id, says, (), (_ground(claim, says, store, material),))


def why_relation(store: Store, subject: str, predicate: str, object: str) -> Why:
    """Why a relation between two names is believed to be said, or not; ``object`` may be a literal.

    Raises:
        NotFound: if no claim says anything of it.
        StoreError: if the store cannot be read.
        VocabularyError: if there is no such predicate.
    """
    term = vocabulary().predicate(predicate)
    material = gather(store, find(store, subject).ids)
    one = material.one(find(store, subject).ids[0])
    other = fold(object) if term.literal is not None else material.one(find(store, object).ids[0])
    wanted = {(one, other), (other, one)} if term.symmetric else {(one, other)}
    for relation in relations(material):
        key = relation_key((*relation.claims, *relation.against)[0], material)
        literal_date = term.literal == "date" and key[0] == one
        if relation.predicate == predicate and (literal_date or (key[0], key[2]) in wanted):
            return _of_relation(relation, store, material)
    raise NotFound(f"no claim says whether {subject!r} is {term.label} {object!r}")


def context(document: Document, span: Span) -> Passage:
    """The quote of ``span`` with the rest of its sentence before and after it."""
    text = document.text
    first, last = _around(document, span)
    before = _SENTENCE_ENDS.split(text[max(first, span.start - _REACH) : span.start])[-1]
    after = _SENTENCE_ENDS.split(text[span.end : min(last, span.end + _REACH)], maxsplit=1)[0]
    return Passage(
        before=before.lstrip(_BULLETS),
        quote=span.quote(text),
        after=after.rstrip(),
        section=section_of(document, span.start),
        line=line_of(document, span.start),
        start=span.start,
        end=span.end,
    )


def _around(document: Document, span: Span) -> tuple[int, int]:
    """Between which offsets the sentence of ``span`` lies: in its paragraph or list item, else on its lines."""
    for block in document.blocks:
        if block.start <= span.start < block.end:
            return block.start, max(block.end, span.end)
    end = document.text.find("\n", span.end)
    return document.text.rfind("\n", 0, span.start) + 1, len(document.text) if end < 0 else end


def _of_event(store: Store, claims: Sequence[Claim]) -> Why:
    material = gather_claims(store, claims)
    event = material.events[0]
    carrier = next(c for c in claims if c.predicate == "event_type")
    text = sentence(event, "", material) or capitalized(vocabulary().event_type(event.type).label)
    roles: dict[str, list[str]] = {}
    for participant in event.participants:
        roles.setdefault(participant.role, []).append(material.name(participant.entity))
    facts = [
        ("type", vocabulary().event_type(event.type).label),
        ("when", event_when(event, material.words(event.spans)) or "not said"),
        *((role, ", ".join(names)) for role, names in roles.items()),
        ("place", material.name(event.place) if event.place else ""),
        ("casualties", counts(event, "", material)),
        ("came of", event.caused_by or ""),
    ]
    known = tuple((label, value) for label, value in facts if value)
    return Why("event", event.id, text, known, (_ground(carrier, text, store, material),))


def _of_relation(relation: Relation, store: Store, material: Material) -> Why:
    claims = [*relation.claims, *relation.against]
    facts: list[tuple[str, str]] = []
    for label, dates in (("start", relation.starts), ("end", relation.ends), ("attested", relation.attested)):
        facts += [(label, ", ".join(describe(date) for date in dates))] if dates else []
    if relation.ending is not None:
        party = material.name(relation.ending.party) if relation.ending.party else ""
        facts.append(("ending", ending_words(relation.ending, party=party)))
    return Why(
        "relation",
        f"{relation.subject} {relation.predicate} {relation.object}",
        _says(claims[0], material).replace(" – not ", " – ", 1),
        tuple(facts),
        tuple(_ground(c, _says(c, material), store, material) for c in relation.claims),
        tuple(_ground(c, _says(c, material), store, material) for c in relation.against),
    )


def _says(claim: Claim, material: Material) -> str:
    label = vocabulary().predicate(claim.predicate).label
    object = material.name(claim.object) if claim.object is not None else claim.literal or ""
    denied = "not " if claim.saying.polarity == "negative" else ""
    colon = "" if claim.object is not None else ":"
    return f"{material.name(claim.subject)} – {denied}{label}{colon} {object}"


def _ground(claim: Claim, says: str, store: Store, material: Material) -> Ground:
    document = material.documents[claim.document]
    speaker = [claim.saying.speaker] if claim.saying.speaker else []
    return Ground(
        claim=claim.id,
        says=says,
        polarity=claim.saying.polarity,
        modality=claim.saying.modality,
        voice=voice(claim.saying),
        speakers=(*speaker, *reversed(claim.saying.chain)),
        date=claim.date,
        former=claim.former,
        passages=tuple(context(document, span) for span in claim.spans),
        document=document.id,
        title=document.title,
        origin=document.origin,
        fetched=document.fetched,
        extractor=claim.extractor,
        version=claim.version,
        found_by=claim.found_by,
        confidence=claim.confidence,
        judgements=tuple(_judged(store, claim.id)),
    )


def _judged(store: Store, claim: str) -> Iterable[str]:
    for judgement in store.judgements(claim):
        note = f": {judgement.note}" if judgement.note else ""
        yield f"{judgement.verdict}, by {judgement.made_by}, {judgement.made_at}{note}"
