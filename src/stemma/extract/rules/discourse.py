"""What a text has talked of so far: the topic, the last subjects, and who is meant at a place of a sentence."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from spacy.tokens import Span as Sentence
from spacy.tokens import Token

from stemma.extract.rules.cast import Referent
from stemma.extract.rules.grammar import subject
from stemma.extract.rules.parse import Parsed

Via = Literal["name", "group", "pronoun", "description", "nationality", "topic"]

_TAKING_UP = (
    "after the ",
    "following the ",
    "in response to the ",
    "in the aftermath of the ",
    "in retaliation for the ",
)
_REMEMBERED = 40
"""How many mentions back "the council" may refer."""


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody at a place of a sentence. ``noun`` is the head word as a lemma: "fighter" in "fighters of X"."""

    referent: Referent
    token: Token
    via: Via
    noun: str = ""
    former: bool = False


@dataclass(slots=True)
class Discourse:
    """What has been talked of up to here.

    ``topic`` is whom the section is about; ``story`` the date that the passage
    has come to, ``before`` the one that the passage before came to.
    """

    topic: Referent | None = None
    last_subject: Referent | None = None
    last_subjects: list[Referent] = field(default_factory=list)
    last_person: Referent | None = None
    recent: list[Referent] = field(default_factory=list)
    story: str | None = None
    before: str | None = None

    def begin(self) -> None:
        """Begin a passage: the date that the one before came to is no longer this one's own."""
        self.before, self.story = self.story or self.before, None

    def carried(self, sentence: Sentence) -> str | None:
        """The date of the passage before, where ``sentence`` takes up what was told there: "After the attack …"."""
        opening = sentence.text[:40].casefold()
        return self.before if opening.startswith(_TAKING_UP) else None

    def enter(self, topic: Referent | None) -> None:
        """Begin a section about ``topic``."""
        self.topic = topic
        self.last_subject = topic
        self.last_subjects = []
        self.before = self.story = None
        self.recent.clear()

    def note(self, sentence: Sentence, parsed: Parsed, parties: Callable[[Token], list[Party]]) -> None:
        """Remember whom ``sentence`` spoke of; call it after the sentence has been read."""
        people: list[Referent] = []
        for token in sentence:
            if token.i in parsed.mentions:
                referent = parsed.mentions[token.i].referent
                self.recent.append(referent)
                if referent.kind == "person":
                    people.append(referent)
        del self.recent[:-_REMEMBERED]
        told_of = [p.referent for t in sentence if t.dep_ in ("nsubj", "nsubjpass") for p in parties(t)]
        people = [r for r in told_of if r.kind == "person"] or people
        if people:
            self.last_person = people[-1]
        doers = [p for t in subject(sentence.root) for p in parties(t)]
        if doers:
            self.last_subject = doers[0].referent
            self.last_subjects = list({id(p.referent): p.referent for p in doers}.values())
            if doers[0].referent.kind == "person":
                self.last_person = doers[0].referent
