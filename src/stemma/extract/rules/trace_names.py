"""How names were worked out: which words mean somebody, and by what."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from spacy.tokens import Token

from stemma.extract.rules import lexicon
from stemma.extract.rules.cast import Referent
from stemma.extract.rules.discourse import Party
from stemma.extract.rules.names import Mention
from stemma.extract.rules.reading import Reading, Told
from stemma.extract.trace import Step
from stemma.model.names import fold

_LONGEST = 80
"""The most words of a description or a group that are shown, in code points."""


class Names:
    """The names of a document, asked how they were found in it."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._ids: dict[int, str] = {}

    def id(self, referent: Referent) -> str:
        """The id that the entity has as which ``referent`` is written."""
        if id(referent) not in self._ids:
            self._ids[id(referent)] = self._reading.named.cast.entity(referent).id
        return self._ids[id(referent)]

    def party(self, entity: str, told: Told, among: list[Party], start: int, end: int) -> Party | None:
        """Who of the sentence is ``entity``: one of ``among``, else whoever is meant there, named before otherwise.

        Words from ``start`` to ``end`` (the claim's, in the passage's text) come before others.
        """
        for party in among:
            if self.id(party.referent) == entity:
                return party
        found = [p for p in _meant(told) if self.id(p.referent) == entity]
        if found:
            places = told.parsed.places
            return min(found, key=lambda p: (not start <= places[p.token.i][0] < end, p.via != "name", p.token.i))
        if told.topic is not None and self.id(told.topic.referent) == entity:
            return told.topic
        return None

    def step(self, what: str, party: Party, told: Told) -> Step:
        """How ``party``, which stands as ``what`` in its claim, was worked out."""
        name = party.referent.name
        if party.via == "topic":
            return Step(what, name, "topic", because=f"nobody is named here; {self._topic(told)}")
        mention = told.parsed.mentions.get(party.token.i)
        if party.via == "name" and mention is not None:
            start, end = mention.start, mention.end
            by, because = self._named(mention)
        else:
            start, end = _phrase(party, told)
            by, because = party.via, self._because(party, told)
        span = told.parsed.passage.span(start, end)
        words = told.parsed.passage.text[start:end]
        return Step(what, name, by, words, span.start, span.end, because)

    def _named(self, mention: Mention) -> tuple[str, str]:
        """By what kind of name somebody is called at a mention, and how that is known."""
        words, referent = self._words(mention), mention.referent
        if fold(words) == fold(referent.name):
            return "name", "" if not mention.described else "a group called by what it is"
        kind = referent.name_kinds.get(words)
        if kind is None:
            return "name", "another spelling of this name"
        if kind == "short":
            return "short name", "nobody else in the document is called so"
        given = self._given(words)
        return kind, f"given as another name {given}" if given else "another name that the document gives"

    def _words(self, mention: Mention) -> str:
        for i, line in enumerate(self._reading.named.mentions):
            if any(m is mention for m in line):
                return self._reading.texts[i].text[mention.start : mention.end]
        return mention.referent.name

    def _given(self, words: str) -> str:
        """Where the document gives ``words`` as another name."""
        for i, line in enumerate(self._reading.named.aliases):
            for alias in line:
                if fold(alias.text) == fold(words):
                    return f"on line {self._line(i, alias.start)}"
        for field in self._reading.document.infobox:
            if any(fold(words) == fold(a) for item in field.items for a in item.aliases):
                return "in the infobox"
        return ""

    def _because(self, party: Party, told: Told) -> str:
        discourse, referent = told.discourse, party.referent
        if party.via == "nationality":
            return "the adjective of this state"
        if party.via == "group":
            return "this stands for the one that it belongs to"
        if party.via == "description" and not any(m.referent is referent for m in chain(*self._reading.named.mentions)):
            if party.token.lower_ in lexicon.words("groups", "bodies_of_state") and " " in referent.name:
                return "that of the state which the text is set in"
            return "the text calls them so and gives no name"
        if self._before(party, told):
            reason = "named before in the same sentence"
        elif party.via == "pronoun" and any(r is referent for r in (discourse.last_subject, *discourse.last_subjects)):
            reason = "the subject of the sentence before"
        elif party.via == "pronoun" and discourse.last_person is referent:
            reason = "the person spoken of last"
        elif discourse.topic is referent:
            reason = self._topic(told)
        else:
            reason = "the last one spoken of that can be called so"
        last = self._last(referent, told, party)
        return f"{reason}; last named {last}" if last else reason

    def _before(self, party: Party, told: Told) -> bool:
        """Whether whoever ``party`` is was named in its sentence before it."""
        places = told.parsed.places
        first, here = places[told.sentence.start][0], places[party.token.i][0]
        mentions = self._reading.named.mentions[told.passage]
        return any(m.referent is party.referent and first <= m.start < here for m in mentions)

    def _topic(self, told: Told) -> str:
        named, document = self._reading.named, self._reading.document
        topic = told.discourse.topic
        if topic is not None and topic is named.subject:
            return f"the document is about it, by its title “{document.title}”"
        return "the section is about it, by its heading"

    def _last(self, referent: Referent, told: Told, party: Party) -> str:
        """Where ``referent`` was named last before the words of ``party``: "on line 12 as “X”"."""
        here = told.parsed.places[party.token.i][0]
        for i in range(told.passage, -1, -1):
            for mention in reversed(self._reading.named.mentions[i]):
                if mention.referent is referent and (i < told.passage or mention.start < here):
                    words = self._reading.texts[i].text[mention.start : mention.end]
                    return f"on line {self._line(i, mention.start)} as “{words}”"
        return ""

    def _line(self, passage: int, start: int) -> int:
        offset = self._reading.texts[passage].offsets[start]
        return self._reading.document.text.count("\n", 0, offset) + 1


def _meant(told: Told) -> Iterator[Party]:
    """Everybody whom a word of the sentence means."""
    for token in told.sentence:
        if token.i not in told.parsed.dates:
            yield from told.who.parties(token) or told.who.nation(token) or told.who.nameless(token)


def _phrase(party: Party, told: Told) -> tuple[int, int]:
    """Where the words stand that mean ``party``: a pronoun itself, else the noun with what stands before it."""
    tokens: list[Token] = [party.token]
    if party.via in ("group", "description"):
        tokens += [t for c in party.token.children if c.i < party.token.i for t in c.subtree if t.i < party.token.i]
        tokens += [t for c in party.token.children if c.dep_ == "prep" and c.lower_ == "of" for t in c.subtree]
    start, end = told.parsed.extent(tokens)
    return (start, end) if end - start <= _LONGEST else told.parsed.places[party.token.i]
