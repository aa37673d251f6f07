"""How the default engine came to a claim or an event: the document is read once more, up to the words in question."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from spacy.language import Language

from stemma.extract.learned.network import Network, default_network
from stemma.extract.rules.dates import DateMention
from stemma.extract.rules.discourse import Party
from stemma.extract.rules.engine import RulesExtractor
from stemma.extract.rules.frames import frame_index
from stemma.extract.rules.match import Match, matches
from stemma.extract.rules.parse import default_pipeline
from stemma.extract.rules.reading import Reading, Told, read, sentences
from stemma.extract.rules.trace_dates import Times
from stemma.extract.rules.trace_names import Names
from stemma.extract.rules.trace_rule import rule_of
from stemma.extract.rules.when import clause_date, clause_dates
from stemma.extract.trace import Rule, Step, Trace
from stemma.model.claim import Claim
from stemma.model.document import Document, InfoboxItem
from stemma.model.event import Event
from stemma.model.vocabulary import vocabulary

_STRUCTURE = ("infobox", "list")


class RulesTracer:
    """See ``stemma.extract.trace.Tracer``; ``network`` must be the one that the extractor reads with."""

    name = RulesExtractor.name
    version = RulesExtractor.version

    def __init__(self, nlp: Language | None = None, network: Network | Literal["default"] | None = "default") -> None:
        self._nlp = nlp
        self._network = network

    def trace(self, document: Document, said: Sequence[Claim | Event]) -> Mapping[str, Trace]:
        """See ``stemma.extract.trace.Tracer.trace``."""
        nlp = self._nlp or default_pipeline()
        network = default_network() if self._network == "default" else self._network
        reading = read(nlp, document, network)
        names, times = Names(reading), Times(document, reading.texts)
        looked = [_Looked(one, names, times) for one in said if one.found_by.partition(".")[0] not in _STRUCTURE]
        last = max((span.end for one in looked for span in one.said.spans), default=0)
        for told in sentences(nlp, reading) if looked else ():
            start, end = _extent(told)
            if start >= last:
                break
            for one in looked:
                if any(span.start < end and start < span.end for span in one.said.spans):
                    one.look(told)
        found = {one.said.id: one.trace() for one in looked}
        for claim in said:
            if isinstance(claim, Claim) and claim.found_by.partition(".")[0] in _STRUCTURE:
                found[claim.id] = _of_structure(claim, reading, names)
        return {id: trace for id, trace in found.items() if trace is not None}


@dataclass(slots=True)
class _Looked:
    """A claim or an event whose sentences are looked at; ``steps`` by what they work out and whom that gives."""

    said: Claim | Event
    names: Names
    times: Times
    rule: Rule | None = None
    start: int = 0
    end: int = 0
    steps: dict[tuple[str, str], Step] = field(default_factory=dict)

    def look(self, told: Told) -> None:
        """Work out in one of its sentences what can be worked out there; the sentence where the rule fires counts."""
        match = self._match(told)
        if self.rule is None or (match is not None and not self.rule.words):
            self.rule = rule_of(self.said.found_by, match.trigger if match else None, told.parsed)
            self.start, self.end = _extent(told)
            known, self.steps = self.steps, {}
            self._work_out(told, match)
            self.steps = {**known, **self.steps}
        else:
            known = dict(self.steps)
            self._work_out(told, match)
            self.steps.update(known)

    def trace(self) -> Trace | None:
        """What was worked out, None if no sentence holds its words."""
        if self.rule is None:
            return None
        order = [*_wanted(self.said), ("value", ""), ("date", "")]
        return Trace(self.start, self.end, self.rule, tuple(self.steps[key] for key in order if key in self.steps))

    def _match(self, told: Told) -> Match | None:
        """Of the frames that fire in the words of the claim, the one that found it and has most of those it names."""
        found: list[tuple[int, Match]] = []
        ids = {id for _, id in _wanted(self.said)}
        for match in matches(told.sentence, told.parsed, told.who, frame_index(), told.topic):
            if match.frame.id == self.said.found_by and self._holds(match, told):
                named = {self.names.id(p.referent) for parties in match.parties.values() for p in parties}
                found.append((len(ids & named), match))
        return max(found, key=lambda pair: pair[0])[1] if found else None

    def _holds(self, match: Match, told: Told) -> bool:
        offset = told.parsed.passage.offsets[told.parsed.places[match.trigger.i][0]]
        return any(span.start <= offset < span.end for span in self.said.spans)

    def _work_out(self, told: Told, match: Match | None) -> None:
        start, end = self._words(told)
        among = [p for parties in match.parties.values() for p in parties] if match else []
        for what, id in _wanted(self.said):
            mine = match.parties.get(what, []) if match else []
            party = self.names.party(id, told, [*mine, *among], start, end)
            if party is not None and self._stronger(party, (what, id)):
                self.steps[what, id] = self.names.step(what, party, told)
        if isinstance(self.said, Claim) and self.said.literal is not None:
            self._value(self.said, told, match)
        if self.said.date is not None:
            story = told.discourse.story or told.discourse.carried(told.sentence)
            step = self.times.step(self.said.date, told.passage, _dates(told, match), story)
            self.steps["date", ""] = step

    def _stronger(self, party: Party, key: tuple[str, str]) -> bool:
        known = self.steps.get(key)
        return known is None or (known.by == "topic" and party.via != "topic")

    def _words(self, told: Told) -> tuple[int, int]:
        """Where the claim's own words stand in the text of the passage."""
        offsets = told.parsed.passage.offsets
        inside = [i for i, o in enumerate(offsets) if any(s.start <= o < s.end for s in self.said.spans)]
        return (inside[0], inside[-1] + 1) if inside else (0, 0)

    def _value(self, claim: Claim, told: Told, match: Match | None) -> None:
        """What was read as a value, and how."""
        literal = claim.literal or ""
        if vocabulary().predicate(claim.predicate).literal == "date":
            return  # the step of the date says it
        if match is not None and match.frame.value is not None:
            self.steps["value", ""] = Step("value", literal, "frame", because="the frame gives it")
            return
        tokens = list(match.tokens.get("literal", [])) if match else []
        passage = told.parsed.passage
        at = passage.text.find(literal)
        if at >= 0:
            span = passage.span(at, at + len(literal))
            self.steps["value", ""] = Step("value", literal, "words", literal, span.start, span.end)
        elif tokens:
            begin, end = told.parsed.extent(t for token in tokens for t in token.subtree)
            span = passage.span(begin, end)
            self.steps["value", ""] = Step("value", literal, "words", passage.text[begin:end], span.start, span.end)


def _wanted(said: Claim | Event) -> list[tuple[str, str]]:
    """Whom ``said`` names, and as what."""
    if isinstance(said, Claim):
        return [("subject", said.subject), *([("object", said.object)] if said.object is not None else [])]
    return [*((p.role, p.entity) for p in said.participants), *([("place", said.place)] if said.place else [])]


def _dates(told: Told, match: Match | None) -> list[DateMention]:
    """The dates that may have given the claim's: those of the frame's clause, then all of the sentence."""
    parsed = told.parsed
    found: list[DateMention] = []
    if match is not None:
        near = clause_date(match.trigger, parsed)
        found = [*([near] if near is not None else []), *clause_dates(match.trigger, parsed)]
    inside = [t.i for t in told.sentence]
    return [*found, *(table[i] for table in (parsed.dates, parsed.named_dates) for i in inside if i in table)]


def _extent(told: Told) -> tuple[int, int]:
    """Where the sentence stands in the document's text."""
    begin, end = told.parsed.extent(told.sentence)
    span = told.parsed.passage.span(begin, end)
    return span.start, span.end


def _of_structure(claim: Claim, reading: Reading, names: Names) -> Trace:
    """How a claim was read from an infobox or a list."""
    document = reading.document
    span = claim.spans[0]
    subject = reading.named.subject
    steps: list[Step] = []
    for what, id in _wanted(claim):
        if subject is not None and names.id(subject) == id:
            steps.append(Step(what, subject.name, "topic", because=f"the document's title is “{document.title}”"))
        else:
            known = next((r for r in reading.named.cast.referents() if names.id(r) == id), None)
            gives = known.name if known is not None else id
            steps.append(Step(what, gives, "item", span.quote(document.text), span.start, span.end))
    if claim.literal is not None:
        steps.append(Step("value", claim.literal, "item", span.quote(document.text), span.start, span.end))
    if claim.date is not None and claim.date != claim.literal:
        item = _item(document, span.start)
        remarks = "; ".join(item.qualifiers) if item is not None else ""
        steps.append(Step("date", claim.date, "date", remarks, because="a remark beside the name" if remarks else ""))
    return Trace(span.start, span.end, rule_of(claim.found_by), tuple(steps))


def _item(document: Document, start: int) -> InfoboxItem | None:
    return next((i for f in document.infobox for i in f.items if i.start <= start < i.end), None)
