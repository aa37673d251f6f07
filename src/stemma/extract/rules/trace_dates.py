"""How dates were worked out: which words gave them, and what those were counted from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from stemma.extract.rules.dates import DateMention, StoryTime
from stemma.extract.rules.dates.anchor import Anchor, anchor_of
from stemma.extract.rules.dates.resolve import Setting, counted_from
from stemma.extract.rules.dates.said import Said
from stemma.extract.rules.dates.tokens import Tokens
from stemma.extract.rules.text import Passage
from stemma.extract.rules.when import edtf
from stemma.extract.trace import Step
from stemma.model.dates import describe
from stemma.model.document import Document

_USES = ("at", "start", "end")
_WAYS = {"absolute": "date", "partial": "part of a date", "relative": "relative date", "duration": "length of time"}


@dataclass(frozen=True, slots=True)
class _Origin:
    """The words that set the story's time: in which passage, and where in its text."""

    passage: int
    words: str
    start: int


class _Watched(StoryTime):
    """The story's time, writing down what each date was counted from."""

    def __init__(self, published: str | None) -> None:
        super().__init__(published)
        self.passage = 0
        self.settings: dict[tuple[int, int, int], tuple[Said, Setting]] = {}
        self.origins: dict[Anchor, _Origin] = {}

    def _mention(self, tokens: Tokens, said: Said, start: DateMention | None) -> DateMention:
        mention = super()._mention(tokens, said, start)
        setting = Setting(self._story, self._latest, self._years, self._published)
        self.settings[self.passage, mention.start, mention.end] = (said, setting)
        return mention

    def _move(self, tokens: Tokens, said: Said, mention: DateMention) -> None:
        before = self._latest
        super()._move(tokens, said, mention)
        if self._latest is not None and self._latest != before:
            words = tokens.text[mention.start : mention.end]
            self.origins[self._latest] = _Origin(self.passage, words, mention.start)


class Times:
    """The dates of a document's passages, read once more with an eye on what they are counted from."""

    def __init__(self, document: Document, texts: Sequence[Passage]) -> None:
        self._document = document
        self._texts = texts
        self._story = _Watched(document.published)
        for i, passage in enumerate(texts):
            self._story.passage = i
            if passage.block.kind == "heading":
                self._story.enter_section(passage.text)
            self._story.read(passage.text)

    def step(self, date: str, passage: int, mentions: Sequence[DateMention], story: str | None) -> Step:
        """How ``date`` came about in passage ``passage``.

        ``mentions`` are the dates that may have given it, the likeliest first;
        ``story`` is the date that the text had come to.
        """
        mention = next((m for m in mentions if _gives(m, date)), None)
        gives = describe(date)
        if mention is None:
            anchor = anchor_of(story) if story is not None and story in date else None
            if anchor is None:
                return Step("date", gives, "other words", because="no date of this sentence gives it")
            because = f"nothing here dates it, and it is told after {self._named(anchor)}"
            return Step("date", gives, "turn of the story", because=because)
        text = self._texts[passage]
        span = text.span(mention.phrase_start, mention.end)
        words = text.text[mention.phrase_start : mention.end]
        return Step("date", gives, _WAYS[mention.kind], words, span.start, span.end, self._because(passage, mention))

    def _because(self, passage: int, mention: DateMention) -> str:
        """What a date without a year of its own, or a relative one, was counted from; of a range, its ends."""
        reasons = [self._one(passage, part) for part in mention.parts or (mention,)]
        return "; ".join(dict.fromkeys(reason for reason in reasons if reason))

    def _one(self, passage: int, mention: DateMention) -> str:
        found = self._story.settings.get((passage, mention.start, mention.end))
        if found is None or mention.kind in ("absolute", "duration"):
            return ""
        said, setting = found
        if said.kind in ("shift", "same"):
            base = counted_from(said, setting)
            if base is None:
                return ""
            if base == setting.published and base not in (setting.story, setting.latest):
                return f"counted from {describe(base.text)}, when the document was published"
            return f"counted from {self._named(base)}"
        low, high = setting.years
        if low is not None and low == high:
            return f"the year is that of the section's heading, {low}"
        if setting.story is not None:
            return f"the year follows from {self._named(setting.story)}"
        if setting.published is not None:
            return f"the year follows from {describe(setting.published.text)}, when the document was published"
        return ""

    def _named(self, anchor: Anchor) -> str:
        """A point of the story's time, and which words brought the text to it."""
        origin = self._story.origins.get(anchor)
        when = describe(anchor.text)
        if origin is None:
            return f"{when}, the years of the section's heading"
        offset = self._texts[origin.passage].offsets[origin.start]
        line = self._document.text.count("\n", 0, offset) + 1
        return f"{when}, to which “{origin.words}” on line {line} had brought the text"


def _gives(mention: DateMention, date: str) -> bool:
    """Whether ``mention`` alone can have given ``date``, or one end of it."""
    if mention.value is None:
        return False
    return date in {mention.value, *(edtf(mention, use) for use in _USES)} or mention.value in date.split("/")
