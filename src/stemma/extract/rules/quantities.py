"""Numbers of persons: digits, words, ranges and vague ones, as the interchange format writes them."""

from __future__ import annotations

import re

from spacy.tokens import Token

from stemma.extract.rules import lexicon
from stemma.extract.rules.parse import Parsed

_RANGE = re.compile(
    r"(?:between )?(?P<low>\d[\d,]*)\s*(?:[-–—]| to | and | or )\s*(?P<high>\d[\d,]*)(?!\d)", re.IGNORECASE
)
_PLAIN = re.compile(r"\d{1,3}(?:[ ,]\d{3})+(?!\d)|\d+(?:\.\d+)?")
_MILLIONS = re.compile(r"(\d{1,6}(?:\.\d{1,6})?) (million|billion)", re.IGNORECASE)
LONGEST_NUMBER = 12
"""The most digits that a count of persons may have; longer ones are no counts."""
_SCALES = {"dozen": 12, "score": 20, "hundred": 100, "thousand": 1000, "million": 1_000_000}


def parse_number(text: str) -> str | None:
    """The number or range in ``text``: "1,000" gives "1000", "300–1,000" "300-1000", "two" "2", "dozens" "dozens"."""
    if match := _MILLIONS.search(text):
        return str(round(float(match[1]) * (10**6 if match[2].casefold() == "million" else 10**9)))
    if any(len(digits.replace(",", "")) > LONGEST_NUMBER for digits in re.findall(r"[\d,]+", text)):
        return None
    if match := _RANGE.search(text):
        low, high = (int(match[g].replace(",", "")) for g in ("low", "high"))
        if low < high:
            return f"{low}-{high}"
    if match := _PLAIN.search(text):
        return match.group().replace(",", "").replace(" ", "").partition(".")[0]
    return _in_words(text)


def _in_words(text: str) -> str | None:
    words = re.findall(r"[a-z]+", text.casefold())
    units: dict[str, int] = lexicon.load("quantities")["units"]
    total, current, seen = 0, 0, False
    for before, word in zip(["", *words], words, strict=False):
        if word in units:
            current += units[word]
            seen = True
        elif word in _SCALES and (seen or before in ("a", "an", "one")):
            seen = True
            current = max(current, 1) * _SCALES[word]
            if _SCALES[word] > 100:
                total, current = total + current, 0
    if seen:
        return str(total + current)
    vague = lexicon.load("quantities")["vague"]
    for phrase in vague:
        if re.search(rf"\b{phrase}\b", text.casefold()):
            return str(phrase)
    return None


def number_of(token: Token, parsed: Parsed) -> str | None:
    """The number that goes with the noun ``token`` ("40 soldiers", "between 15 and 20 men"); None if there is none."""
    if token.like_num or token.pos_ == "NUM":
        return parse_number(_around(token, parsed))
    for child in token.children:
        if child.dep_ in ("nummod", "quantmod") or child.pos_ == "NUM" or child.like_num:
            return parse_number(_around(child, parsed))
    for child in token.children:  # "dozens of soldiers" has the number as its head
        if child.dep_ in ("amod", "det") and child.lower_ in ("several", "many", "numerous"):
            return child.lower_
    head = token.head
    if (
        token.dep_ == "pobj"
        and head.lower_ == "of"
        and (head.head.like_num or head.head.lemma_ in ("dozen", "hundred", "score", "thousand"))
    ):
        return parse_number(_around(head.head, parsed))
    if token.lemma_ in ("dozen", "hundred", "score", "thousand"):
        return parse_number(parsed.words(token.subtree))
    return None


def _around(token: Token, parsed: Parsed) -> str:
    tokens = [
        token,
        *(
            t
            for t in token.subtree
            if abs(t.i - token.i) <= 6
            and t.dep_
            in ("quantmod", "nummod", "compound", "advmod", "punct", "prep", "pobj", "cc", "conj", "amod", "det")
        ),
    ]
    first, last = min(t.i for t in tokens), max(t.i for t in tokens)
    doc = token.doc
    if first > 1 and doc[first - 1].lower_ in ("to", "and", "or", "-", "–") and doc[first - 2].like_num:
        first -= 2
    if (
        last + 2 < len(doc)
        and doc[last + 1].lower_ in ("to", "and", "or", "-", "–")
        and doc[last + 2].like_num
        and doc[last + 1].lower_ != "and"
    ):
        last += 2
    return parsed.words(doc[first : last + 1])
