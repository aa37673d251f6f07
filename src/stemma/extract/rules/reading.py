"""A document on its way: structure, dates and names first, then the sentences one after another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from spacy.language import Language
from spacy.tokens import Span as Sentence

from stemma.extract.learned.names import names
from stemma.extract.learned.network import Network, Read
from stemma.extract.rules.cast import Referent
from stemma.extract.rules.dates import DateMention, StoryTime
from stemma.extract.rules.discourse import Discourse, Party
from stemma.extract.rules.names import Labels, Named, read_names
from stemma.extract.rules.parse import Parsed, parse, recognise
from stemma.extract.rules.text import Passage, passages
from stemma.extract.rules.when import story_date
from stemma.extract.rules.who import Who
from stemma.model.document import Document

_SURE_TOPIC = 2
"""How sure it must be that a heading names an organization before its section is read as being about it."""


@dataclass(slots=True)
class Reading:
    """A document on its way through the steps; ``reads`` is what the network made of each passage, if there is one."""

    document: Document
    texts: list[Passage]
    dates: list[list[DateMention]]
    named: Named
    topics: list[Referent | None]
    reads: list[Read | None] = field(default_factory=list)


def read(nlp: Language, document: Document, network: Network | None = None) -> Reading:
    """Structure, dates, names: the steps before the parse. Without ``network`` the pipeline's own recogniser names."""
    texts = list(passages(document))
    story = StoryTime(document.published)
    dates: list[list[DateMention]] = []
    for passage in texts:
        if passage.block.kind == "heading":
            story.enter_section(passage.text)
        dates.append(story.read(passage.text))
    places = [[(d.start, d.end) for d in line if d.kind in ("absolute", "partial") and not d.in_name] for line in dates]
    reads = [network.read(p.text) for p in texts] if network is not None else []
    labels = [_labels(r) for r in reads] if network is not None else recognise(nlp, texts)
    named = read_names(document, texts, places, labels)
    return Reading(document, texts, dates, named, _topics(document, texts, named), reads)


def _labels(seen: Read | None) -> Labels:
    return [] if seen is None else [(start, end, kind) for start, end, kind, _ in names(seen)]


def _topics(document: Document, texts: Sequence[Passage], named: Named) -> list[Referent | None]:
    """Whom each passage is about: an organization its section (or the one above) is headed by, else the subject."""
    topics: list[Referent | None] = []
    for passage in texts:
        topic = named.subject
        sections = document.sections
        if sections:
            index, level = passage.block.section, 99
            for i in range(index, -1, -1):
                if sections[i].level < level:
                    level = sections[i].level
                    headed = named.cast.get(sections[i].title) if sections[i].title else None
                    if (
                        headed is not None
                        and headed.kind == "organization"
                        and headed.votes["organization"] >= _SURE_TOPIC
                    ):
                        topic = headed
                        break
        topics.append(topic)
    return topics


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence where it is told: its passage parsed, who is meant in it, whom it is about, and what came before.

    ``passage`` and ``number`` count passages and the sentences of one from 0.
    """

    sentence: Sentence
    parsed: Parsed
    who: Who
    topic: Party | None
    discourse: Discourse
    passage: int
    number: int


def sentences(nlp: Language, reading: Reading) -> Iterator[Told]:
    """Every sentence of the prose, in order; what it brings up is remembered before the next is given."""
    prose = [i for i, p in enumerate(reading.texts) if p.block.kind != "heading"]
    parsed_texts = parse(
        nlp,
        [reading.texts[i] for i in prose],
        [reading.named.mentions[i] for i in prose],
        [reading.dates[i] for i in prose],
    )
    discourse = Discourse()
    section = -1
    for i, parsed in zip(prose, parsed_texts, strict=True):
        if parsed.passage.block.section != section:
            section = parsed.passage.block.section
            discourse.enter(reading.topics[i])
        who = Who(parsed, reading.named.cast, discourse)
        discourse.begin()
        for number, sentence in enumerate(parsed.sentences()):
            topic = Party(discourse.topic, sentence[0], "topic") if discourse.topic is not None else None
            yield Told(sentence, parsed, who, topic, discourse, i, number)
            discourse.story = story_date(sentence, parsed) or discourse.story
            discourse.note(sentence, parsed, who.parties)
