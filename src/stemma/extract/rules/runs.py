"""Runs of capitalised words, and descriptions of groups: what may be a name, before it is known of whom."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from stemma.extract.rules import lexicon
from stemma.extract.rules.patterned import patterned

_LETTER = r"[^\W\d_]"
_CHUNK = re.compile(
    rf"(?:{_LETTER}\.)+{_LETTER}?|[A-Z]-\d{{1,2}}\b|\d+(?:st|nd|rd|th)\b|\d+|{_LETTER}[\w’'ʻ‘`]*(?:[-‐‑–/&]{_LETTER}[\w’'ʻ‘`]*)*\.?"
)
_ARTICLE = re.compile(r"(?:al|el|an|as|ash|at|ad|az|ar|ul|ud|ed|as|es|wal|wa['’]l|lid|lil)[-‐‑]", re.IGNORECASE)
_LINK = re.compile(r"(?:e|i|ye|ul)$")
"""What a hyphen joins a name's next word with: "Hezb-**e** Wahdat"."""
_ENGLISH_TAIL = re.compile(r"(?:\w*ed|\w*ing|led|held|run|born|made|only|era|wide|day|based|style|like|ish|free|torn)$")
"""The second part of an English compound: "Hezbollah-**led**", not of a given name: "Li-**min**"."""
_MODEL = re.compile(r"[A-Z]{2,5}[-‐‑]\d")
"""Weapons and machines: "AK-47"."""
_POSSESSIVE = re.compile(r"(?:['’]s|['’])$")
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)$")
_ENDERS = '.!?:\n“"('
_DIRECTION = re.compile(
    r"\b(?:(?:north|south)-?(?:east|west)?(?:ern)?|(?:east|west)(?:ern)?|central|rural|mainland|upper|lower) $"
)
_AREA = re.compile(
    r" (?:canton|province|governorate|district|region|oblast|prefecture|countryside|department|archipelago|peninsula)\b"
)
LONGEST_RUN = 14
"""The most words that one name may have."""


@dataclass(frozen=True, slots=True)
class Run:
    """A possible name: where it stands in a passage, its title if one was cut ("Captain"), and how it begins.

    ``initial`` is set at the start of a sentence, where a capital proves
    nothing. ``described`` is set for descriptions ("pro-government forces").
    """

    start: int
    end: int
    text: str
    title: str = ""
    initial: bool = False
    described: bool = False


@dataclass(frozen=True, slots=True)
class _Chunk:
    start: int
    end: int
    text: str
    capital: bool
    closes: bool  # a possessive or a hyphenated tail ends the run here


def runs(text: str, dates: Sequence[tuple[int, int]] = ()) -> list[Run]:
    """All runs of ``text``, left to right, none overlapping another or one of ``dates``."""
    found: list[Run] = []
    for start, end, sort in patterned(text):
        others = [(r.start, r.end) for r in found]
        if not any(s < end and start < e for s, e in (others if sort == "dated" else [*dates, *others])):
            described = sort == "description"
            found.append(
                Run(start, end, text[start:end], initial=described and _opens(text, start), described=described)
            )
    taken = [*dates, *((r.start, r.end) for r in found)]
    found.extend(_capitalised(text, taken))
    return sorted(found, key=lambda r: r.start)


def _opens(text: str, start: int) -> bool:
    """Whether a sentence begins at ``start``."""
    before = text[:start].rstrip()
    return not before or before[-1] in _ENDERS


def _chunks(text: str) -> list[_Chunk]:
    found: list[_Chunk] = []
    for match in _CHUNK.finditer(text):
        word, start = match.group(), match.start()
        if word.endswith(".") and not _keeps_dot(word):
            word = word[:-1]
        closes = False
        if tail := _POSSESSIVE.search(word):
            word, closes = word[: tail.start()], True
            if word.casefold() in lexicon.words("names", "possessives"):  # "People's Protection Units"
                word, closes = match.group(), False
        pieces = re.split(r"(?<=[-‐‑–])", word)
        linked = (
            len(pieces) > 1
            and _LINK.match(pieces[-1])
            and text[match.end() : match.end() + 2].lstrip(" ")[:1].isupper()
        )
        given = len(pieces) == 2 and len(pieces[1]) < 6 and found and _is_given(text, found[-1], start, pieces)
        while len(pieces) > 1 and pieces[-1][:1].islower() and not _ARTICLE.fullmatch(pieces[-1]):
            if linked or given:
                break
            pieces.pop()
            closes = True
        word = "".join(pieces).rstrip("-‐‑–")
        bare = _ARTICLE.sub("", word, count=1)
        lenited = word[:1] in ("h", "t", "n") and word[1:2].isupper()  # Irish: "na hÉireann"
        capital = bare[:1].isupper() or lenited
        if word and not _MODEL.match(text, start):
            found.append(_Chunk(start, start + len(word), word, capital, closes))
    return found


def _is_given(text: str, before: _Chunk, start: int, pieces: list[str]) -> bool:
    """Whether a hyphened word is a given name after its surname: "Hsu **Li-min**", "Kim **Jong-il**"."""
    near = before.capital and not before.closes and text[before.end : start] == " "
    plain = before.text.isalpha() and before.text.casefold() not in lexicon.nationalities()
    return near and plain and pieces[0][:1].isupper() and not _ENGLISH_TAIL.match(pieces[1].rstrip("."))


def _keeps_dot(word: str) -> bool:
    initial = len(word) == 2 and word[0] not in "IVX"  # "J. Smith", but "World War I."
    return word.count(".") > 1 or initial or word.casefold() in lexicon.words("names", "person_titles")


def _capitalised(text: str, taken: Sequence[tuple[int, int]]) -> Iterator[Run]:
    chunks = [c for c in _chunks(text) if not any(start < c.end and c.start < end for start, end in taken)]
    i = 0
    while i < len(chunks):
        if not (chunks[i].capital or (_ORDINAL.match(chunks[i].text) and _follows(text, chunks, i))):
            i += 1
            continue
        last = j = i
        while j + 1 < len(chunks) and j - i < LONGEST_RUN and not chunks[j].closes:
            if not _adjacent(text, chunks[j], chunks[j + 1]):
                break
            j += 1
            if chunks[j].capital or (chunks[j].text.isdigit() and len(chunks[j].text) < 4):
                last = j
            elif not _connects(chunks[i : j + 1], chunks[j + 1 :]):
                break
        for part in _split_at_titles(chunks[i : last + 1]):
            yield from _trimmed(text, part)
        i = last + 1


def _split_at_titles(chunks: list[_Chunk]) -> Iterator[list[_Chunk]]:
    """A group's name and its officer's run together: "Provisional IRA Quartermaster General Michael McKevitt"."""
    titles = lexicon.words("names", "person_titles")
    for i in range(1, len(chunks) - 1):
        if chunks[i].text.casefold() in titles and chunks[i + 1].text.casefold() not in lexicon.words(
            "names", "organization_heads"
        ):
            if chunks[i - 1].text.casefold() in titles or not chunks[i - 1].capital:
                continue
            yield chunks[:i]
            yield chunks[i:]
            return
    yield chunks


def _follows(text: str, chunks: list[_Chunk], i: int) -> bool:
    return i + 1 < len(chunks) and chunks[i + 1].capital and _adjacent(text, chunks[i], chunks[i + 1])


def _adjacent(text: str, left: _Chunk, right: _Chunk) -> bool:
    return text[left.end : right.start] == " "


def _connects(so_far: list[_Chunk], ahead: list[_Chunk]) -> bool:
    """Whether the lower-case word that ends ``so_far`` may stand inside the name that goes on in ``ahead``."""
    word = so_far[-1].text.casefold()
    if (word not in lexicon.words("names", "connectors") and word != "the") or not ahead:
        return False
    before = [c for c in so_far[:-1] if c.capital]
    if word == "the":
        return so_far[-2].text in ("of", "for", "against", "on", "and") and ahead[0].capital
    if word == "and":  # "Islamic State of Iraq and the Levant", "Administration of North and East Syria"
        ahead_words = [c.text.casefold() for c in ahead[:5] if c.capital]
        if any(word in lexicon.words("names", "organization_heads") for word in ahead_words):
            return False  # "the Army of Islam and the Rahman Legion" are two
        of = any(c.text == "of" for c in so_far) and _has_head(before[:3]) and len(before) - 1 <= 4
        return (
            of
            and so_far[-2].capital
            and (ahead[0].capital or (ahead[0].text == "the" and len(ahead) > 1 and ahead[1].capital))
        )
    following = ahead[1] if ahead[0].text == "the" and len(ahead) > 1 else ahead[0]
    if word in ("for", "of", "against", "on"):
        if not following.capital or not before:
            return False
        if word == "of":
            return not _is_whole(before, ahead) and not (before[-1].text.isupper() and len(before[-1].text) < 5)
        return word == "for" and _has_head(before)
    return following.capital or following.text in ("la", "los", "las")


def _has_head(chunks: list[_Chunk]) -> bool:
    heads = lexicon.words("names", "organization_heads")
    return any(c.text.casefold() in heads for c in chunks)


def _is_whole(before: list[_Chunk], ahead: list[_Chunk]) -> bool:
    """Whether "X of Y" are two names: a ranked person's, or two organizations' ("Southern Front of the Free Army")."""
    if before[0].text.casefold() in lexicon.words("names", "person_titles"):
        return True
    rest = []
    for chunk in ahead:
        if not chunk.capital and chunk.text != "the":
            break
        rest.append(chunk)
    return len(before) > 1 and _has_head(before) and _has_head(rest)


def _trimmed(text: str, chunks: list[_Chunk]) -> Iterator[Run]:
    """The run without the words that are no part of a name: sentence openers, titles, bare nationalities."""
    from spacy.lang.en.stop_words import STOP_WORDS

    before = text[: chunks[0].start].rstrip()
    initial = not before or before[-1] in _ENDERS
    never, titles = lexicon.words("names", "never_names"), lexicon.words("names", "person_titles")
    while len(chunks) > 1 and chunks[0].text in ("The", "THE"):
        chunks = chunks[1:]
    if initial:
        while (
            chunks
            and not _heads_a_name(chunks)
            and (
                chunks[0].text.casefold() in STOP_WORDS
                or chunks[0].text.casefold() in lexicon.words("names", "openers")
            )
        ):
            chunks = chunks[1:]
            initial = False
    while chunks and not chunks[0].capital and not _ORDINAL.match(chunks[0].text):
        chunks = chunks[1:]
    while len(chunks) > 2 and chunks[1].text == "of" and _is_members(chunks[0].text):
        chunks = chunks[3 if chunks[2].text == "the" else 2 :]  # "Remnants of the Guard" names the Guard
    chunks, title = _without_title(chunks)
    if title and len(chunks) > 2 and chunks[0].text == "of":  # "President of Colombia Juan Santos"
        yield Run(chunks[1].start, chunks[1].end, chunks[1].text)
        chunks = chunks[2:]
    while chunks and not chunks[0].capital and not _ORDINAL.match(chunks[0].text):
        chunks = chunks[1:]
    if (
        len(chunks) > 2
        and text[: chunks[0].start].endswith(" of ")
        and chunks[0].text.casefold() in lexicon.countries()
    ):
        yield Run(chunks[0].start, chunks[0].end, chunks[0].text)  # "the President of Colombia Juan Santos"
        chunks = chunks[1:]
    if not chunks or all(c.text.casefold() in never for c in chunks):
        return
    heads = lexicon.words("names", "organization_heads")
    if chunks[-1].text.casefold() in lexicon.words("names", "thing_heads") and not any(
        c.text.casefold() in heads for c in chunks
    ):
        return
    if len(chunks) == 1 and (chunks[0].text.casefold() in titles or len(chunks[0].text) == 1):
        return
    if all(_is_adjective(c.text) or c.text.casefold().endswith("ism") for c in chunks):
        return
    start, end = chunks[0].start, chunks[-1].end
    if not title:
        start, end = _with_area(text, start, end)
    yield Run(start, end, text[start:end], title=title, initial=initial and start == chunks[0].start)


def _without_title(chunks: list[_Chunk]) -> tuple[list[_Chunk], str]:
    """A name without the ranks before it, and the ranks; "Sultan Murad Division" has none."""
    titles, nations = lexicon.words("names", "person_titles"), lexicon.nationalities()
    cut: list[str] = []
    if chunks and chunks[-1].text.casefold() in lexicon.words("names", "organization_heads"):
        return chunks, ""
    while len(chunks) > 1:
        first, second = chunks[0].text.casefold(), chunks[1].text.casefold()
        if first not in titles and not (first in nations and second in titles):
            break
        cut.append(chunks[0].text)
        chunks = chunks[1:]
    return chunks, " ".join(cut)


def _heads_a_name(chunks: list[_Chunk]) -> bool:
    """Whether a word that may open a sentence begins a name here: "Front for the Liberation of Palestine"."""
    return len(chunks) > 2 and chunks[0].text.casefold() in lexicon.words("names", "organization_heads")


def _is_members(word: str) -> bool:
    """Whether a word means people of a group, not the group: "Remnants", "Supporters"."""
    singular = word.casefold().removesuffix("s")
    return (
        word.endswith("s")
        and singular in lexicon.words("groups", "stands_for_group")
        and not {singular, f"{singular}s"} & lexicon.words("names", "organization_heads")
    )


def _with_area(text: str, start: int, end: int) -> tuple[int, int]:
    """A place's name with the small words that make it another place: "northern Hama", "Kobane canton"."""
    if before := _DIRECTION.search(text, max(0, start - 24), start):
        start = before.start()
    if after := _AREA.match(text, end):
        end = after.end()
    return start, end


def _is_adjective(word: str) -> bool:
    """Whether a word only says of what people or faith: "Syrian", "Kurds", "Shia"; names of countries do not."""
    folded = word.casefold()
    adjectives = lexicon.words("places", "peoples")
    return folded not in lexicon.countries() and all(
        part in lexicon.nationalities() or part in adjectives or part.removesuffix("s") in adjectives
        for part in re.split(r"[-–/]", folded)
    )
