"""Sentences handed to the default engine, and what it reads in them, put for comparison."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from stemma.extract.rules.cast import Cast
from stemma.extract.rules.discourse import Discourse
from stemma.extract.rules.engine import RulesExtractor
from stemma.extract.rules.parse import Parsed, default_pipeline, parse
from stemma.extract.rules.reading import read
from stemma.extract.rules.who import Who
from stemma.model.document import Block, Document, InfoboxField, Section, Source
from stemma.model.entity import Entity
from stemma.model.event import Casualties
from stemma.model.extraction import Extraction
from stemma.model.names import fold, name_key
from stemma.model.vocabulary import vocabulary

TITLE = "Example"
"""What a document is about whose sentences do not say: "the group" in them means an organization of this name."""


def prose(text: str, title: str = TITLE, infobox: tuple[InfoboxField, ...] = (), published: str = "") -> Document:
    """A plain document: each line of ``text`` is a paragraph, "= X" a heading, "* X" a list item (depth by stars)."""
    sections = [Section("", 0, 0, len(text))]
    blocks: list[Block] = []
    start = max((field.end for field in infobox), default=0)
    for line in text[start:].split("\n"):
        end = start + len(line)
        mark = len(line) - len(line.lstrip("=*"))
        first = start + mark + (len(line[mark:]) - len(line[mark:].lstrip()))
        if line.startswith("="):
            sections.append(Section(line.strip("= "), mark, start, len(text)))
            blocks.append(Block("heading", first, end, len(sections) - 1))
        elif line.startswith("*"):
            blocks.append(Block("list_item", first, end, len(sections) - 1, mark - 1))
        elif line.strip():
            blocks.append(Block("paragraph", first, end, len(sections) - 1))
        start = end + 1
    return Document(
        source=Source(title, "Tests", ""),
        title=title,
        text=text,
        format="plain",
        sha256=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        sections=tuple(sections),
        blocks=tuple(blocks),
        infobox=infobox,
        published=published or None,
    )


@cache
def extractor() -> RulesExtractor:
    """The engine with its pipeline, loaded once."""
    return RulesExtractor(network=None)


@cache
def told(text: str, title: str = TITLE) -> Told:
    """What the engine reads in ``text``, a plain document called ``title``."""
    document = prose(text, title)
    return Told(document, extractor().extract(document))


@dataclass(frozen=True, slots=True)
class Line:
    """A claim with names in place of ids."""

    subject: str
    predicate: str
    object: str
    date: str | None
    modality: str
    negative: bool
    speaker: str | None
    chain: tuple[str, ...]
    former: bool
    words: str


@dataclass(frozen=True, slots=True)
class Happening:
    """An event with names in place of ids."""

    type: str
    date: str | None
    place: str | None
    actors: tuple[str, ...]
    targets: tuple[str, ...]
    others: tuple[str, ...]
    casualties: tuple[Casualties, ...]
    modality: str
    speaker: str | None
    words: str
    follows: str | None


class Told:
    """An extraction, asked in names."""

    def __init__(self, document: Document, extraction: Extraction) -> None:
        self.document = document
        self.extraction = extraction
        self._entities = {e.id: e for e in extraction.entities}

    def entity(self, name: str) -> Entity:
        """Whoever is called ``name``."""
        (found,) = [e for e in self.extraction.entities if any(name_key(n.text) == name_key(name) for n in e.names)]
        return found

    def claims(self, predicate: str = "", subject: str = "", object: str = "") -> list[Line]:
        """The claims, of this predicate, subject and object where given."""
        found = []
        for c in self.extraction.claims:
            said = c.saying
            value = self._entities[c.object].name if c.object is not None else c.literal or ""
            line = Line(
                self._entities[c.subject].name,
                c.predicate,
                value,
                c.date,
                said.modality,
                said.polarity == "negative",
                said.speaker,
                said.chain,
                c.former,
                c.spans[0].quote(self.document.text),
            )
            wrong_object = object and not self._names(c.object, object) and fold(value) != fold(object)
            if (predicate and c.predicate != predicate) or (subject and not self._names(c.subject, subject)):
                continue
            if not wrong_object:
                found.append(line)
        return found

    def claim(self, predicate: str, subject: str = "", object: str = "") -> Line:
        """The one claim of this predicate."""
        found = self.claims(predicate, subject, object)
        assert len(found) == 1, f"{predicate}: {found or self.lines()}"
        return found[0]

    def events(self, type: str = "") -> list[Happening]:
        """The events, of this type where one is given."""
        by_id = {e.id: e for e in self.extraction.events}
        found = []
        for e in self.extraction.events:
            if type and e.type != type:
                continue

            def names(role: str, parties: Sequence[tuple[str, str]]) -> tuple[str, ...]:
                return tuple(self._entities[i].name for i, r in parties if r == role)

            parties = [(p.entity, p.role) for p in e.participants]
            found.append(
                Happening(
                    e.type,
                    e.date,
                    self._entities[e.place].name if e.place is not None else None,
                    names("actor", parties),
                    names("target", parties),
                    names("other", parties),
                    e.casualties,
                    e.saying.modality,
                    e.saying.speaker,
                    e.spans[0].quote(self.document.text),
                    by_id[e.caused_by].type if e.caused_by is not None else None,
                )
            )
        return found

    def event(self, type: str) -> Happening:
        """The one event of this type."""
        found = self.events(type)
        assert len(found) == 1, f"{type}: {found or self.lines()}"
        return found[0]

    def lines(self) -> list[str]:
        """All claims and events as frame examples write them."""
        claims = [f"{c.subject} | {c.predicate} | {c.object}" for c in self.claims()]
        return claims + [f"event | {e.type} | {', '.join(e.actors)} > {', '.join(e.targets)}" for e in self.events()]

    def finds(self, line: str) -> bool:
        """Whether ``line`` of a frame's example is found; what it leaves empty or out is not looked at."""
        parts = [p.strip() for p in line.split("|")]
        if len(parts) == 1:
            return any(c.predicate == parts[0] for c in self.claims()) or any(e.type == parts[0] for e in self.events())
        if parts[0] == "event":
            actors, _, targets = (parts[2] if len(parts) > 2 else "").partition(">")
            return any(_among(actors, e.actors) and _among(targets, e.targets) for e in self.events(parts[1]))
        value = parts[2] if len(parts) > 2 else ""
        turned = parts[1] in vocabulary().predicates and vocabulary().predicates[parts[1]].symmetric
        return bool(
            self.claims(parts[1], parts[0], value) or (turned and value and self.claims(parts[1], value, parts[0]))
        )

    def _names(self, entity: str | None, name: str) -> bool:
        return entity is not None and any(name_key(n.text) == name_key(name) for n in self._entities[entity].names)


def _among(wanted: str, names: Iterable[str]) -> bool:
    known = {name_key(n) for n in names}
    return all(name_key(w) in known for w in wanted.split(",") if w.strip())


@dataclass(slots=True)
class Read:
    """One passage after the parse, with what resolves its words."""

    parsed: Parsed
    who: Who
    cast: Cast


def parsed(text: str, title: str = TITLE) -> Read:
    """The first passage of ``text``, parsed, with names and dates found; all sentences but the last have been read."""
    nlp = default_pipeline()
    reading = read(nlp, prose(text, title))
    discourse = Discourse()
    discourse.enter(reading.named.subject)
    (first, *_) = parse(nlp, reading.texts[:1], reading.named.mentions[:1], reading.dates[:1])
    who = Who(first, reading.named.cast, discourse)
    for sentence in first.sentences()[:-1]:
        discourse.note(sentence, first, who.parties)
    return Read(first, who, reading.named.cast)


def word(reading: Read, text: str, nth: int = 1) -> Token:
    """The token that stands for the ``nth`` ``text`` of the passage."""
    passage = reading.parsed.passage.text
    places = reading.parsed.places
    found = [t for t in reading.parsed.doc if passage[places[t.i][0] : places[t.i][1]] == text]
    return found[nth - 1]


def words(reading: Read, tokens: Iterable[Token]) -> list[str]:
    """The passage's words that ``tokens`` stand for."""
    return [reading.parsed.words([t]) for t in tokens]
