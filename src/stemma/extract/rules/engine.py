"""The default engine: the steps in their order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from spacy.language import Language

from stemma import __version__
from stemma.extract.learned.combine import combined_claims, combined_events, weigh_structure
from stemma.extract.learned.names import literals
from stemma.extract.learned.network import Network, default_network
from stemma.extract.learned.sight import Sight
from stemma.extract.rules.aliases import Alias
from stemma.extract.rules.assemble import assemble
from stemma.extract.rules.claims import claims_of, valid
from stemma.extract.rules.discourse import Party
from stemma.extract.rules.draft import ClaimDraft, EventDraft
from stemma.extract.rules.events import events_of
from stemma.extract.rules.finish import finish
from stemma.extract.rules.frames import frame_index
from stemma.extract.rules.infobox import infobox_claims, list_claims
from stemma.extract.rules.match import matches
from stemma.extract.rules.parse import Parsed, default_pipeline
from stemma.extract.rules.reading import Reading, Told, read, sentences
from stemma.model.document import Document
from stemma.model.extraction import Extraction


class RulesExtractor:
    """Reads documents with frames over a parse, and with the network that ships; see ``stemma.extract.base.Extractor``.

    ``network`` is for tests and training: None reads with frames alone.

    Raises:
        ExtractionError: on first use, if the language pipeline is not installed.
    """

    name = "rules"
    version = __version__

    def __init__(self, nlp: Language | None = None, network: Network | Literal["default"] | None = "default") -> None:
        self._nlp = nlp
        self._network = network

    def extract(self, document: Document) -> Extraction:
        """Everything that frames, infobox, lists and brackets of ``document`` say, and what the network adds."""
        nlp = self._nlp or default_pipeline()
        network = default_network() if self._network == "default" else self._network
        reading = read(nlp, document, network)
        drafts: list[ClaimDraft] = []
        events: list[EventDraft] = []
        subject = reading.named.subject
        if subject is not None:
            drafts += infobox_claims(document, subject, reading.named.cast)
        drafts += list_claims(reading.texts, document, reading.topics, reading.named.cast)
        if network is not None:
            weigh_structure(drafts, network)
        for told in sentences(nlp, reading):
            claims, happened = _found(told, reading)
            seen = reading.reads[told.passage] if network is not None else None
            if network is not None and seen is not None:
                sight = Sight(network, seen, literals(seen), subject)
                claims = combined_claims(claims, told, sight)
                happened = combined_events(happened, told, sight)
            drafts += claims
            events += happened
        return finish(
            document, reading.named, [d for d in drafts if valid(d)], assemble(events), self.name, self.version
        )

    def extract_all(self, documents: Iterable[Document]) -> Iterator[Extraction]:
        """``extract`` for each of ``documents``."""
        return map(self.extract, documents)


def _found(told: Told, reading: Reading) -> tuple[list[ClaimDraft], list[EventDraft]]:
    """What frames and brackets say in one sentence, and what frames say has happened in it."""
    sentence, parsed, i, discourse = told.sentence, told.parsed, told.passage, told.discourse
    claims = list(alias_claims(reading.named.aliases[i], parsed, sentence.start, sentence.end, reading, i, told.topic))
    events: list[EventDraft] = []
    for match in matches(sentence, parsed, told.who, frame_index(), told.topic):
        if match.frame.predicate is not None:
            claims += claims_of(match, parsed, told.who, discourse.story)
        else:
            story = discourse.story or discourse.carried(sentence)
            events += events_of(match, parsed, told.who, i, told.number, story, discourse.topic)
    return claims, events


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
