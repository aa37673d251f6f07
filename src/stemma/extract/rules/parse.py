"""The parse: each passage with its names and dates put as single words the parser knows.

A parser trained on newspapers stumbles over "Hurras al-Din-led Rouse the
Believers Operations Room". Names are found before the parse, so each is
handed to it as one familiar name of the same kind, and each date as one
familiar date; the parse then concerns the sentence, not the spelling.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from stemma.config import settings
from stemma.errors import ExtractionError
from stemma.extract.rules.dates import DateMention
from stemma.extract.rules.grammar import DATE_WORDS
from stemma.extract.rules.names import Labels, Mention
from stemma.extract.rules.text import Passage
from stemma.model.entity import Kind

_FAMILIAR: dict[Kind, str] = {
    "organization": "Hamas",
    "person": "Smith",
    "place": "Baghdad",
    "conflict": "Vietnam",
    "event": "Vietnam",
}
_FAMILIAR_DAY, _FAMILIAR_DATE = DATE_WORDS
_BATCH = 32
LONGEST_SENTENCE = 160
"""The longest sentence that is read as one, in tokens: what is done for a sentence grows faster than its length."""
_HELD = frozenset({"held", "controlled", "occupied", "dominated"})
_HOLDERS = frozenset({"government", "rebel", "opposition", "regime", "state", "army", "enemy", "militia", "insurgent"})
_TAIL = re.compile(r"[-‐‑–](?=[a-z]{3,})")
_LOOSE_TAIL = re.compile(
    r" (?=(?:led|backed|aligned|linked|affiliated|allied|funded|trained|inspired|dominated) "
    r"(?!(?:by|the|an?|its|his|their|itself|themselves|to|with|in|on|for|from)\b)[a-z]+)"
)
_BEFORE_TAIL = re.compile(r"\b(?:an?|another|the|other|of|by|with|several|some) $", re.IGNORECASE)


@lru_cache(maxsize=2)
def pipeline(name: str) -> Language:
    """The spaCy pipeline ``name``: an installed package or a path.

    Raises:
        ExtractionError: if it is not there, or lacks a parser, tagger or lemmatizer.
    """
    import spacy

    try:
        nlp: Language
        nlp = importlib.import_module(name).load() if re.fullmatch(r"\w+", name) else spacy.load(name)
    except (ImportError, OSError, AttributeError, TypeError) as error:
        raise ExtractionError(
            f"the language pipeline {name!r} cannot be loaded: {error}; expected an installed spaCy English "
            "pipeline, or the path of one (setting STEMMA_PIPELINE)"
        ) from error
    missing = {"parser", "tagger", "lemmatizer"} - set(nlp.pipe_names)
    if missing:
        raise ExtractionError(f"the language pipeline {name!r} has no {', '.join(sorted(missing))}")
    return nlp


def default_pipeline() -> Language:
    """The pipeline that the settings name."""
    return pipeline(settings().pipeline)


def recognise(nlp: Language, texts: Sequence[Passage]) -> list[Labels]:
    """The names that the pipeline's own recogniser sees, for each passage; none if it has no recogniser."""
    if "ner" not in nlp.pipe_names:
        return [()] * len(texts)
    with nlp.select_pipes(enable=[p for p in ("transformer", "ner") if p in nlp.pipe_names]):
        docs = nlp.pipe((p.text for p in texts), batch_size=_BATCH)
        return [[(e.start_char, e.end_char, e.label_) for e in doc.ents] for doc in docs]


@dataclass(slots=True)
class Parsed:
    """A parsed passage. ``places[i]`` is where token ``i`` stands in the passage's text.

    ``mentions[i]`` and ``dates[i]`` are the name or date that token ``i`` stands for, ``named_dates[i]`` the
    date that is part of a description there: "the **1982** invasion".
    """

    passage: Passage
    doc: Doc
    places: list[tuple[int, int]]
    mentions: dict[int, Mention]
    dates: dict[int, DateMention]
    named_dates: dict[int, DateMention] = field(default_factory=dict)

    def extent(self, tokens: Iterable[Token]) -> tuple[int, int]:
        """Where ``tokens`` begin and end in the passage's text."""
        spots = [self.places[t.i] for t in tokens]
        return min(s for s, _ in spots), max(e for _, e in spots)

    def words(self, tokens: Iterable[Token]) -> str:
        """The passage's own words from the first to the last of ``tokens``."""
        start, end = self.extent(tokens)
        return self.passage.text[start:end]

    def sentences(self) -> list[Span]:
        """The sentences of the passage."""
        return list(self.doc.sents)


def parse(
    nlp: Language,
    texts: Sequence[Passage],
    mentions: Sequence[Sequence[Mention]],
    dates: Sequence[Sequence[DateMention]],
) -> Iterator[Parsed]:
    """Parse each passage, names and dates standing as single words."""
    built = [_build(nlp, p, m, d) for p, m, d in zip(texts, mentions, dates, strict=True)]
    with nlp.select_pipes(disable=[p for p in ("ner",) if p in nlp.pipe_names]):
        for parsed, doc in zip(built, nlp.pipe((b.doc for b in built), batch_size=_BATCH), strict=True):
            parsed.doc = doc
            yield parsed


def _build(nlp: Language, passage: Passage, mentions: Sequence[Mention], dates: Sequence[DateMention]) -> Parsed:
    words: list[str] = []
    spaces: list[bool] = []
    places: list[tuple[int, int]] = []
    mention_at: dict[int, Mention] = {}
    date_at: dict[int, DateMention] = {}

    def plain(start: int, end: int) -> None:
        segment = passage.text[start:end]
        for token in nlp.tokenizer(segment):
            if token.is_space:
                if spaces:
                    spaces[-1] = True
                continue
            if token.text in _HELD and spaces and spaces[-1] and words[-1].casefold() in _HOLDERS:
                spaces[-1] = False  # "government held enclave" is read as "government-held enclave"
                words.append("-")
                spaces.append(False)
                places.append((start + token.idx - 1, start + token.idx))
            words.append(token.text)
            spaces.append(bool(token.whitespace_))
            places.append((start + token.idx, start + token.idx + len(token.text)))

    def single(start: int, end: int, word: str) -> None:
        if passage.text[start - 1 : start].isspace() and spaces:
            spaces[-1] = True
        words.append(word)
        spaces.append(passage.text[end : end + 1].isspace())
        places.append((start, end))

    def hyphen(start: int, end: int) -> int:
        """ "X-led", and "X led" before a noun: the hyphen as a word of its own; where to go on from."""
        tail = _TAIL.match(passage.text, end)
        if tail is None and not (
            _LOOSE_TAIL.match(passage.text, end) and _BEFORE_TAIL.search(passage.text, max(0, start - 12), start)
        ):
            return end
        spaces[-1] = False
        words.append("-")
        spaces.append(False)
        places.append((end, end + 1))
        return end + 1

    position = 0
    for start, end, item in _in_order(mentions, dates):
        if start < position:
            continue
        fronted = len(words) - 1 in date_at and not isinstance(item, DateMention)
        between = passage.text[position:start].strip()
        if fronted and (not between or (between == "the" and passage.text[end : end + 1] == ",")):
            words.append(",")  # "On 5 May X attacked": without it the parser takes day and name for one name
            spaces.append(True)
            places.append((position - 1, position))
        plain(position, start)
        if isinstance(item, DateMention):
            date_at[len(words)] = item
            single(start, end, _date_word(passage.text, start, item))
        else:
            mention_at[len(words)] = item
            single(start, end, _FAMILIAR[item.referent.kind])
            end = hyphen(start, end)
        position = end
    plain(position, len(passage.text))
    named_at = _place_others(dates, places, date_at, mention_at)
    doc = Doc(nlp.vocab, words=words, spaces=spaces)
    _bound_sentences(doc)
    return Parsed(passage, doc, places, mention_at, date_at, named_at)


def _place_others(
    dates: Sequence[DateMention],
    places: Sequence[tuple[int, int]],
    date_at: dict[int, DateMention],
    mention_at: dict[int, Mention],
) -> dict[int, DateMention]:
    """Let the last word of "two days later", "that June" and their like stand for the date; the words are kept.

    Gives those that are part of a description ("the 1982 invasion") by their last word.
    """
    last_at = {end: i for i, (_, end) in enumerate(places)}
    named_at: dict[int, DateMention] = {}
    for date in dates:
        i = last_at.get(date.end)
        if i is None or not date.value or i in mention_at:
            continue
        if date.in_name:
            named_at[i] = date
        elif date.kind == "relative":
            date_at.setdefault(i, date)
    return named_at


def _bound_sentences(doc: Doc) -> None:
    """Cut sentences that are too long to be read as one, at a comma or "and" if there is one."""
    since = 0
    for token in doc[:-1]:
        since = 0 if token.text in ".!?" else since + 1
        if since >= LONGEST_SENTENCE or (since >= LONGEST_SENTENCE * 3 // 4 and token.text in (",", ";", "and")):
            doc[token.i + 1].is_sent_start = True
            since = 0


def _in_order(
    mentions: Sequence[Mention], dates: Sequence[DateMention]
) -> list[tuple[int, int, Mention | DateMention]]:
    items: list[tuple[int, int, Mention | DateMention]] = [(m.start, m.end, m) for m in mentions]
    items += [(d.start, d.end, d) for d in dates if d.kind in ("absolute", "partial") and not d.in_name]
    return sorted(items, key=lambda item: (item[0], -item[1]))


def _date_word(text: str, start: int, date: DateMention) -> str:
    on_a_day = text[max(0, start - 3) : start].casefold() == "on " or (date.value or "").count("-") == 2
    return _FAMILIAR_DAY if on_a_day else _FAMILIAR_DATE
