"""Read a text front to back and date what it says, keeping the story's own time."""

from __future__ import annotations

from stemma.extract.rules.dates import lexicon
from stemma.extract.rules.dates.anchor import Anchor, anchor_of
from stemma.extract.rules.dates.find import find
from stemma.extract.rules.dates.lists import complete
from stemma.extract.rules.dates.mention import DateMention, MentionKind
from stemma.extract.rules.dates.ranges import ends_range, join
from stemma.extract.rules.dates.relations import relation_before
from stemma.extract.rules.dates.resolve import Setting, resolve
from stemma.extract.rules.dates.said import Said
from stemma.extract.rules.dates.tokens import Tokens, tokenize
from stemma.model.calendar import civil
from stemma.model.dates import interval, parse_date

_YEARS_ASIDE = 5
"""A mere year further than this from the story's time, in mid-sentence, is an aside."""

_YEARS_BACK = 2
"""So is a day or month that lies further back than this."""

_SENTENCE = 40
"""How many tokens are looked through for the verb of a sentence."""


class StoryTime:
    """The story's time while a document is read from its beginning to its end.

    Give each stretch of text once, in order, to ``read``; call
    ``enter_section`` with each heading before the text below it.
    """

    def __init__(self, published: str | None = None) -> None:
        """``published`` is EDTF text: when the document was written, to which "today" and "this year" refer.

        Raises:
            DateError: if it is no date.
        """
        self._published = anchor_of(parse_date(published).text) if published is not None else None
        self._story: Anchor | None = None
        self._latest: Anchor | None = None
        self._years: tuple[int | None, int | None] = (None, None)

    def enter_section(self, title: str) -> None:
        """Take the years of a heading for the bare days and months below it.

        "2016", "2014–2015" and "1990s" bound them, "Since 2012" and "2010–present" on one side. A year inside
        a name counts if the heading begins with it ("2006 war", not "Effects of the 2006 war").
        """
        dates = [
            parse_date(_covered(m))
            for m in StoryTime().read(title)
            if m.kind == "absolute" and m.value and (not m.in_name or title[: m.start].strip().lower() in ("", "the"))
        ]
        self._years = (None, None)
        if not dates:
            return
        starts = [date.earliest_start for date in dates]
        ends = [date.latest_end for date in dates]
        low = min((civil(day)[0] for day in starts if day is not None), default=None)
        high = max((civil(day)[0] for day in ends if day is not None), default=None)
        self._years = (None if None in starts else low, None if None in ends else high)
        year = self._years[0] if self._years[0] is not None else self._years[1]
        if year is not None:
            self._story = self._latest = Anchor(year)

    def read(self, text: str, vague: bool = False) -> list[DateMention]:
        """The mentions of dates in ``text``, in order; takes time linear in its length.

        With ``vague``, words for no certain time ("former", "daily", "at the
        time") and ages ("12 years old") are given too, without a value.
        """
        tokens = tokenize(text)
        mentions: list[DateMention] = []
        before: Said | None = None
        for said in complete(tokens, find(tokens)):
            if said.kind == "vague" and not vague:
                continue
            start = mentions[-1] if before is not None and ends_range(tokens, before, said) else None
            mention = self._mention(tokens, said, start)
            whole = join(start, mention, said.open_end) if start is not None and not start.parts else None
            if whole is not None:
                mentions[-1] = whole
            else:
                mentions.append(mention)
            self._move(tokens, said, mention)
            before = said
        return mentions

    def _mention(self, tokens: Tokens, said: Said, start: DateMention | None) -> DateMention:
        since = anchor_of(start.value) if start is not None else None
        value = resolve(said, Setting(self._story, self._latest, self._years, self._published, since))
        relation, introduced = relation_before(tokens, said.first)
        if said.kind == "duration" and relation not in lexicon.OF_LENGTHS:
            relation, introduced = "at", said.first
        return DateMention(
            start=tokens.items[said.first].start,
            end=tokens.items[said.last - 1].end,
            phrase_start=tokens.items[introduced].start,
            value=value,
            relation=relation,
            kind=_kind(said),
            approximate=said.approximate or bool(value and "~" in value),
            in_name=said.in_name,
            length=said.length,
        )

    def _move(self, tokens: Tokens, said: Said, mention: DateMention) -> None:
        """Move the story's time to a date that is told as its next step, not to one looked back or ahead to.

        "From June 2016" is where "two months later" counts from, but does not move the story.
        """
        anchor = anchor_of(mention.value)
        introducing = tokens.text[mention.phrase_start : mention.start].lower().split()
        if anchor is None or mention.in_name or said.now or lexicon.ASIDE.intersection(introducing):
            return
        self._latest = anchor
        if mention.relation == "since" or self._is_aside(tokens, said, anchor):
            return
        self._story = anchor
        low, high = self._years
        if said.year and high is not None and anchor.year > high:
            self._years = (low, None)  # the section goes on beyond the years of its heading

    def _is_aside(self, tokens: Tokens, said: Said, anchor: Anchor) -> bool:
        """Whether a date is named in passing: the mere year of the story, or in mid-sentence a look back or ahead."""
        story = self._story
        if story is None or said.kind != "calendar":
            return False
        years = anchor.year - story.year
        if not anchor.month and years == 0:
            return True
        if _opens_sentence(tokens, said.first):
            return False
        low, high = self._years
        if (low is not None and anchor.year < low) or (high is not None and anchor.year > high):
            return True
        if anchor.month:
            return years < -_YEARS_BACK or (years < 0 and _in_pluperfect(tokens, said.first))
        return abs(years) > _YEARS_ASIDE or (story.month > 0 and (years < 0 or years == 1))


def _covered(mention: DateMention) -> str:
    """The time a heading covers: "Since 2012" has no end, "Until 2012" no start."""
    match mention.relation:
        case "since" | "after":
            return interval(mention.value, None)
        case "until" | "by" | "before":
            return interval(None, mention.value)
        case _:
            return mention.value or ""


def _opens_sentence(tokens: Tokens, index: int) -> bool:
    return any(_ends_sentence(tokens, i) for i in range(index - 3, index))


def _in_pluperfect(tokens: Tokens, index: int) -> bool:
    """Whether "had" stands before, in the same sentence: "which had been bombed in"."""
    for i in range(index - 1, max(-1, index - _SENTENCE), -1):
        if _ends_sentence(tokens, i):
            return False
        if tokens.word(i) == "had":
            return True
    return False


def _ends_sentence(tokens: Tokens, index: int) -> bool:
    return tokens.symbol(index) == "|" or tokens.word(index) in lexicon.SENTENCE_ENDS


def _kind(said: Said) -> MentionKind:
    match said.kind:
        case "calendar" if said.relative or said.of_year is not None:
            return "relative"
        case "calendar" if said.year:
            return "absolute"
        case "calendar" if said.month or said.day or said.season:
            return "partial"
        case "duration":
            return "duration"
        case _:
            return "relative"
