"""The default engine: the steps in their order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from spacy.language import Language

from stemma import __version__
from stemma.extract.rules.aliases import Alias
from stemma.extract.rules.assemble import assemble
from stemma.extract.rules.cast import Referent
from stemma.extract.rules.claims import claims_of, valid
from stemma.extract.rules.dates import DateMention, StoryTime
from stemma.extract.rules.discourse import Discourse, Party
from stemma.extract.rules.draft import ClaimDraft, EventDraft
from stemma.extract.rules.events import events_of
from stemma.extract.rules.finish import finish
from stemma.extract.rules.frames import frame_index
from stemma.extract.rules.infobox import infobox_claims, list_claims
from stemma.extract.rules.match import matches
from stemma.extract.rules.names import Named, read_names
from stemma.extract.rules.parse import Parsed, default_pipeline, parse, recognise
from stemma.extract.rules.text import Passage, passages
from stemma.extract.rules.when import story_date
from stemma.extract.rules.who import Who
from stemma.model.document import Document
from stemma.model.extraction import Extraction

_SURE_TOPIC = 2
"""How sure it must be that a heading names an organization before its section is read as being about it."""


@dataclass(slots=True)
class Reading:
    """A document on its way through the steps."""

    document: Document
    texts: list[Passage]
    dates: list[list[DateMention]]
    named: Named
    topics: list[Referent | None]


class RulesExtractor:
    """Reads documents with frames over a parse; see ``stemma.extract.base.Extractor``.

    Raises:
        ExtractionError: on first use, if the language pipeline is not installed.
    """

    name = "rules"
    version = __version__

    def __init__(self, nlp: Language | None = None) -> None:
        self._nlp = nlp

    def extract(self, document: Document) -> Extraction:
        """Everything that frames, infobox, lists and brackets of ``document`` say."""
        nlp = self._nlp or default_pipeline()
        reading = read(nlp, document)
        drafts: list[ClaimDraft] = []
        events: list[EventDraft] = []
        subject = reading.named.subject
        if subject is not None:
            drafts += infobox_claims(document, subject, reading.named.cast)
        drafts += list_claims(reading.texts, document, reading.topics, reading.named.cast)
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
            found, happened = self._passage(parsed, i, reading, discourse)
            drafts += found
            events += happened
        return finish(
            document, reading.named, [d for d in drafts if valid(d)], assemble(events), self.name, self.version
        )

    def extract_all(self, documents: Iterable[Document]) -> Iterator[Extraction]:
        """``extract`` for each of ``documents``."""
        return map(self.extract, documents)

    def _passage(
        self, parsed: Parsed, index: int, reading: Reading, discourse: Discourse
    ) -> tuple[list[ClaimDraft], list[EventDraft]]:
        who = Who(parsed, reading.named.cast, discourse)
        claims: list[ClaimDraft] = []
        events: list[EventDraft] = []
        story: str | None = None
        discourse.begin()
        for number, sentence in enumerate(parsed.sentences()):
            topic = Party(discourse.topic, sentence[0], "topic") if discourse.topic is not None else None
            claims += alias_claims(
                reading.named.aliases[index], parsed, sentence.start, sentence.end, reading, index, topic
            )
            for match in matches(sentence, parsed, who, frame_index(), topic):
                if match.frame.predicate is not None:
                    claims += claims_of(match, parsed, who, story)
                else:
                    events += events_of(match, parsed, who, index, number, story or discourse.carried(sentence))
            story = discourse.story = story_date(sentence, parsed) or story
            discourse.note(sentence, parsed, who.parties)
        return claims, events


def read(nlp: Language, document: Document) -> Reading:
    """Structure, dates, names: the steps before the parse."""
    texts = list(passages(document))
    story = StoryTime(document.published)
    dates: list[list[DateMention]] = []
    for passage in texts:
        if passage.block.kind == "heading":
            story.enter_section(passage.text)
        dates.append(story.read(passage.text))
    places = [[(d.start, d.end) for d in line if d.kind in ("absolute", "partial") and not d.in_name] for line in dates]
    named = read_names(document, texts, places, recognise(nlp, texts))
    return Reading(document, texts, dates, named, _topics(document, texts, named))


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


def alias_claims(
    found: Sequence[Alias], parsed: Parsed, first: int, last: int, reading: Reading, index: int, topic: Party | None
) -> Iterator[ClaimDraft]:
    """The other names given in one sentence, from token ``first`` to ``last``."""
    start, end = parsed.places[first][0], parsed.places[last - 1][1]
    for alias in found:
        if not start <= alias.end - 1 < end:
            continue
        owner = topic.referent if topic else None
        if alias.owner is not None:
            owner = reading.named.mentions[index][alias.owner].referent
        if owner is None or owner.kind in ("place", "conflict"):
            continue
        yield ClaimDraft(
            owner, "also_known_as", None, alias.text, [parsed.passage.span(alias.start, alias.end)],
            former=alias.former, found_by=f"alias.{alias.kind}", confidence=0.8,
        )  # fmt: skip
