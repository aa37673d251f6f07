"""Whether a bare number is a year, or counts or names something; whether a year is an adjective."""

from __future__ import annotations

from stemma.extract.rules.dates import lexicon
from stemma.extract.rules.dates.tokens import Tokens

_LOOK_AHEAD = 4
_LIKELY_FROM = 1700
_LIKELY_UNTIL = 2100


def counts_next(tokens: Tokens, index: int) -> bool:
    """Whether the number at ``index`` counts the very next word: "25 people"."""
    return tokens.word(index + 1) in lexicon.COUNTED or tokens.symbol(index + 1) == "U"


def counts_something(tokens: Tokens, index: int) -> bool:
    """Whether the number at ``index`` counts a noun further on: "2000 Turkish soldiers", "1500 to 2000 men"."""
    for i in range(index + 1, min(index + 1 + _LOOK_AHEAD, len(tokens.items))):
        word, symbol = tokens.word(i), tokens.symbol(i)
        if word in lexicon.COUNTED:
            return True
        joins = (symbol in "N-" or word in lexicon.RANGE_WORDS) and tokens.symbol(i + 1) in "Yn"
        if joins or (symbol in "Yn" and i > index + 1):
            continue
        if symbol not in "_f" or not word.isalnum() or word in lexicon.FUNCTION_WORDS:
            return False
    return False


def is_year(tokens: Tokens, index: int) -> bool:
    """Whether the number of four digits at ``index`` is a year."""
    item = tokens.items[index]
    likely = _LIKELY_FROM <= item.value < _LIKELY_UNTIL
    prior = index - 3 if tokens.word(index - 1) == "least" else index - 1
    before, before_symbol = tokens.word(prior), tokens.symbol(prior)
    if prior < index - 1 and before not in lexicon.AT_LEAST_PREPOSITIONS:
        return False
    if before in lexicon.NUMBERED or before in lexicon.QUANTITY_NOUNS or counts_next(tokens, index):
        return False
    if before == "of" and tokens.word(index - 2) in lexicon.QUANTITY_NOUNS:
        return False
    if before in lexicon.DATE_PREPOSITIONS or before_symbol in "pCmsel":
        if before in lexicon.NUMBER_PREPOSITIONS and counts_something(tokens, index):
            return False
        return likely or (before_symbol not in "fC" and item.value % 100 != 0)
    if not likely:
        return before_symbol == "-" and tokens.symbol(index - 2) == "Y"
    if counts_something(tokens, index):
        return False
    if before_symbol in "|,-/N" or before in lexicon.OPENING or tokens.word(index + 1) in lexicon.YEAR_VERBS:
        return True
    if before in lexicon.DETERMINERS or tokens.word(index - 2) in lexicon.DETERMINERS:
        return True
    after = index + 1
    return (
        (after < len(tokens.items) and tokens.items[after].capital)
        or tokens.symbol(after) in "-/"
        or tokens.word(after) == "'s"
        or not before.isalnum()
    )


def is_adjective(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a date stands before a noun like an adjective: "the 1973 massacre", "2024 Syrian offensives"."""
    after = tokens.word(last)
    if not after.isalpha() or tokens.symbol(last) not in "_s" or after in lexicon.FUNCTION_WORDS:
        return False
    before = tokens.word(first - 1)
    if before in lexicon.DETERMINERS:
        return True
    listed = before in ("and", "or") and tokens.symbol(first - 2) not in "Ymsdo"
    if (before in lexicon.DATE_PREPOSITIONS and not listed) or tokens.symbol(first) == "C":
        return False
    return tokens.symbol(first) == "t" or tokens.items[last].capital or before.isalpha()
