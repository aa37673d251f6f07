"""Other names: what stands in brackets after a name, and what follows "known as"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from stemma.extract.rules import lexicon
from stemma.model.entity import NameKind
from stemma.model.names import script_of

_BRACKET = re.compile(r"[\s\"”*_]{0,3}\(([^()]{1,300})\)")
_BESIDE = re.compile(r", [\"“]((?:the )?[A-ZÀ-Þ][^\"“”.!?,]{2,40})[\"”]")
_NICKNAME = re.compile(r"[\"“]([^\"“”]{2,40})[\"”]")
_PIECES = re.compile(r"[;,]|/(?=[A-Z])")
_COORDINATED = re.compile(r" (?:and|or) (?=(?:the )?[A-Z\"“_*])")
_LONGEST_LIST = 10
"""The most words that "X and Y" in a bracket may have to be read as two names: more make a clause."""
_TAIL = re.compile(r" (?:until|since|from|in|after|before) \d.*$")
_ABBREVIATION = re.compile(r"(?=(?:.*[A-Z]){2})[A-Z][A-Za-z0-9.&–/-]{1,11}")
_QUOTED = re.compile(r"[\"“„«'‘]([^\"“”„«»]{2,80}?)[\"”»'’]")
_TITLE_CASE = re.compile(r"[^\W\d_][\w’'ʻ.-]*(?: (?:[a-zà-ÿ]{1,4} ){0,2}[^\W\d_][\w’'ʻ.-]*){0,9}")
_GAP = re.compile(r"[\s,:;(–—-]*(?:(?:the|simply|as|also|a|by|of|is|was|in [A-Z][a-z]+) )*[\"“'_*]*", re.IGNORECASE)
_FILLERS = (
    r"(?:which|who|whose|that|is|was|are|were|has|have|had|been|being|also|or|and|it|itself|an?|the|short|more|better|later|now|then|once|often|"
    r"sometimes|first|officially|[a-z]+ly|originally|thus|simply|variously|to|by|its|members|supporters|in [A-Z][a-z]+)"
)
_BETWEEN = re.compile(rf"[\s,;:\"”*_()—–-]*(?:\([^()]*\))?[\s,;:*_—–-]*(?:{_FILLERS}[\s,]+)*", re.IGNORECASE)
_OPENING = re.compile(
    r"(?:(?:it|they|he|she|the (?:group|organi[sz]ation|movement|party|militia|force|brigade|unit))\s+)?"
    rf"(?:{_FILLERS}[\s,]+)*",
    re.IGNORECASE,
)
_JOIN = re.compile(r"[\"”’'_*)]*,? (?:or|and|and later|or simply)(?: as)?(?: the)? [\"“'_*]*|[\"”_*]*, [\"“_*]*")


@dataclass(frozen=True, slots=True)
class Alias:
    """Another name in a passage: whose (the mention ``owner`` by its index, None for the topic), and where it stands.

    ``start`` and ``end`` bound the words that say so, ``text`` is the name.
    """

    owner: int | None
    text: str
    kind: NameKind
    start: int
    end: int
    former: bool = False


Place = tuple[int, int]


def aliases(text: str, mentions: Sequence[Place]) -> list[Alias]:
    """All other names that ``text`` gives; ``mentions`` are the places of its names, in order."""
    found = [*_bracketed(text, mentions), *_quoted(text, mentions), *_introduced(text, mentions)]
    once: dict[tuple[int | None, str], Alias] = {}
    for alias in found:
        once.setdefault((alias.owner, alias.text), alias)
    return sorted(once.values(), key=lambda a: (a.start, a.end))


@cache
def _label() -> re.Pattern[str]:
    labels = "|".join(lexicon.load("aliases")["bracket_labels"])
    return re.compile(rf"(?:{labels})(?::\s*|\s+|$)", re.IGNORECASE)


@cache
def _introducer() -> re.Pattern[str]:
    phrases = "|".join(lexicon.load("aliases")["introducers"])
    former = "|".join(lexicon.load("aliases")["former"])
    return re.compile(rf"\b(?:(?P<former>{former}) (?:[a-z]+ )?)?(?:{phrases})\b", re.IGNORECASE)


def _bracketed(text: str, mentions: Sequence[Place]) -> Iterator[Alias]:
    for owner, (start, end) in enumerate(mentions):
        bracket = _BRACKET.match(text, end)
        if not bracket:
            continue
        for piece in _pieces(bracket.group(1)):
            label = _label().match(piece)
            bare = (piece[label.end() :] if label else piece).strip(" _*").removeprefix("the ")
            bare = _TAIL.sub("", bare)
            language = label is not None and (label[0][:1].isupper() or "transl" in label[0])
            kind = _bracket_kind(bare, bool(label), language)
            name = bare.strip("\"“”„«»'‘’_* ").removeprefix("the ")
            if kind and name:
                yield Alias(owner, name, kind, start, bracket.end())


def _quoted(text: str, mentions: Sequence[Place]) -> Iterator[Alias]:
    """What stands in quotes beside or inside a name: 'Luis Arenas, "the Tiger of Ixcán"', 'José "Xanana" Gusmão'."""
    for owner, (start, end) in enumerate(mentions):
        name = text[start:end]
        if inside := _NICKNAME.search(name):
            yield Alias(owner, inside.group(1), "alias", start, end)
        elif " " in name and (beside := _BESIDE.match(text, end)):
            yield Alias(owner, beside.group(1).removeprefix("the "), "alias", start, beside.end())


def _pieces(inside: str) -> list[str]:
    """What a bracket lists: quoted names whole, the rest parted at commas, semicolons, "and" and "or"."""
    quoted = [m.group() for m in _QUOTED.finditer(inside)]
    rest = _QUOTED.sub(";", inside)
    pieces: list[str] = []
    for piece in _PIECES.split(rest):
        pieces += _COORDINATED.split(piece) if len(piece.split()) <= _LONGEST_LIST else [piece]
    return [*quoted, *(p for piece in pieces if (p := piece.strip(" _*")))]


def _bracket_kind(piece: str, labelled: bool, language: bool) -> NameKind | None:
    if not piece or not any(c.isalpha() for c in piece) or len(piece) > 100:
        return None
    if script_of(piece) not in ("Latn", "Zyyy"):
        return "native"
    if _ABBREVIATION.fullmatch(piece):
        return "abbreviation"
    if _QUOTED.fullmatch(piece):
        return "alias"
    words = piece.split()
    capitals = [w for w in words if w[:1].isupper() or re.match(r"(?:al|el|an|as|ash)-[A-Z]", w)]
    if (
        words[0][:1].isupper()
        and words[-1] in capitals
        and len(words) > 1
        and len(capitals) * 2 >= len(words)
        and not any(c.isdigit() for c in piece)
    ):
        return "native" if language else "alias"
    if labelled and words[0][:1].isupper():
        return "native" if language else "alias"
    return None


def _introduced(text: str, mentions: Sequence[Place]) -> Iterator[Alias]:
    for cue in _introducer().finditer(text):
        owner = _owner(text, cue.start(), mentions)
        before = (
            text[mentions[owner][1] : cue.start()]
            if owner is not None
            else text[_sentence_start(text, cue.start()) : cue.start()].lstrip()
        )
        if not (_BETWEEN if owner is not None else _OPENING).fullmatch(before):
            continue
        gap = _GAP.match(text, cue.end())
        position = gap.end() if gap else cue.end()
        for _ in range(4):
            name = _name_at(text, position, mentions)
            if name is None:
                break
            start, end = name
            begin = mentions[owner][0] if owner is not None and cue.start() - mentions[owner][1] < 120 else cue.start()
            if owner is None or mentions[owner][0] != start:
                kind: NameKind = "former" if cue["former"] else "alias"
                if _ABBREVIATION.fullmatch(text[start:end]) and text[start:end].isupper() and end - start < 8:
                    kind = "former" if cue["former"] else "abbreviation"
                yield Alias(owner, text[start:end], kind, begin, end, former=bool(cue["former"]))
            join = _JOIN.match(text, end)
            if not join:
                break
            position = join.end()


def _owner(text: str, position: int, mentions: Sequence[Place]) -> int | None:
    """The last name before ``position`` in its sentence, not one in brackets; None if there is none."""
    start = _sentence_start(text, position)
    depth_from = text.rfind("(", start, position)
    inside = depth_from >= 0 and ")" not in text[depth_from:position]
    for i in range(len(mentions) - 1, -1, -1):
        begin, end = mentions[i]
        if end > position or (inside and begin > depth_from):
            continue
        if begin < start:
            return None
        opened = text.rfind("(", start, begin)
        if opened >= 0 and text.find(")", opened) >= end and not inside:
            continue
        return i
    return None


def _sentence_start(text: str, position: int) -> int:
    return text.rfind(". ", 0, position) + 1


def _name_at(text: str, position: int, mentions: Sequence[Place]) -> Place | None:
    """The name that begins at ``position``: a mention, or words in quotes or italics."""
    for start, end in mentions:
        if start <= position < end or (position <= start <= position + 4 and not text[position:start].strip(" _*\"“'")):
            return start, end
    before = text[max(0, position - 1) : position]
    if before and before in "\"“'_*":
        closing = {"“": "”", '"': '"', "'": "'", "_": "_", "*": "*"}[before]
        end = text.find(closing, position, position + 80)
        if end > position and text[position].isalpha() and (text[position].isupper() or before != "'"):
            return position, end
    return None
