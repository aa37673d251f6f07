"""Text as tokens, and each token as one letter that says what it may be in a date.

The grammar is written over the string of these letters, its symbols:

====== ==============================================================================
d      a number from 1 to 31: a day, or a count
k      another number of two digits: a year without its century, or a count
Y      a number from 1000 to 2199, a year unless it counts something
n      any other number, with thousands commas or a decimal part too
i      a day in digits: 2018-03-02, 22.5.2018
o O    an ordinal in digits, up to 31st, and above
w      an ordinal in words
c v    a cardinal in words; a vague one ("several")
m s W  a month, a season, a weekday
D      a decade: 1970s, '80s, eighties
j      a year without its century: '98
u U    a unit of time in the singular, in the plural
P H    a part of the day; a time by the clock
h      a day that falls on one date every year ("Christmas")
p q Q  early, mid, late; a noun for a part ("end", "middle"); one that needs another word ("latter half")
t a    the; a, an
T S J  this, that, these; same, very; an adjective of lengths ("full")
x y z  next, following; previous, preceding; last, past
l L    later; after
e E g  earlier; before; ago
f I N  of; in; and
B A    BC, BCE; AD, CE
C M    about, circa, around; more, less, over, nearly
R      now, today, yesterday
V X    a word for no certain time ("former", "daily"); "time", "period"
, - /  a comma, a dash, a slash
\\|     the end of a paragraph, or of a line before a list item
_      anything else
====== ==============================================================================
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from stemma.extract.rules.dates import lexicon

_TOKEN = re.compile(
    r"""
      (?P<circa>\b(?:c|ca|circ)\.(?=\s?[0-9]))
    | (?P<dotted>\b[BC]\.\ ?C\.(?:\ ?E\.)?|\b[BC]\.\ ?C\b|\bA\.\ ?D\.?)
    | (?P<word>[^\W\d_][^\W_]*(?:['’](?!s\b)[^\W_]+)*)
    | (?P<numeric>(?<![\w-])[12][0-9]{3}-[0-9]{2}-[0-9]{2}(?![\w-])
                |(?<![\w./])[0-9]{1,2}(?P<sep>[./])[0-9]{1,2}(?P=sep)[12][0-9]{3}(?![\w/]))
    | (?P<clock>[0-9]{1,2}[:.][0-9]{2}(?::[0-9]{2})?\s?(?:[apAP]\.?[mM]\b\.?|hours\b|hrs\b|GMT\b|UTC\b)
                |[0-9]{1,2}\s?[apAP]\.?[mM]\b\.?|[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?![:\w]))
    | (?P<big>[0-9]{1,3}(?:,[0-9]{3}){1,5}(?![0-9])|[0-9]{1,12}\.[0-9]{1,12}(?![0-9]))
    | (?P<ordinal>[0-9]{1,4}(?:st|nd|rd|th)\b)
    | (?P<decade>(?:[12]?[0-9])?[0-9]0['’]?s\b|['’][0-9]0['’]?s\b)
    | (?P<short>(?<!\w)['’][0-9]{2}(?![\w]))
    | (?P<number>(?<!\w)[0-9]{1,9}(?!\w))
    | (?P<note>\[[0-9]{1,3}\])
    | (?P<possessive>['’]s\b)
    | (?P<mixed>[^\W_]+)
    | (?P<break>\n\s*\n|\n[ \t]*(?=[-–—*•\#|=]))
    | (?P<mark>[^\w\s])
    """,
    re.VERBOSE,
)

_DASHES = frozenset("-–—−‐‑")
_MARKS = {",": ",", "/": "/"}


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number or mark: ``word`` in lower case, its place in code points, its number if it is one.

    ``spaced`` tells whether anything but another token stands right before it.
    """

    word: str
    start: int
    end: int
    value: int = 0
    spaced: bool = True
    capital: bool = False


@dataclass(frozen=True, slots=True)
class Tokens:
    """All tokens of a text, and ``symbols``, one letter for each."""

    text: str
    items: list[Token]
    symbols: str

    def word(self, index: int) -> str:
        """The word at ``index``, "" outside the text."""
        return self.items[index].word if 0 <= index < len(self.items) else ""

    def symbol(self, index: int) -> str:
        """The symbol at ``index``, "|" outside the text."""
        return self.symbols[index] if 0 <= index < len(self.symbols) else "|"


def tokenize(text: str) -> Tokens:
    """Cut ``text`` into tokens; footnote marks ("[12]") are left out. Linear in the length of the text."""
    items: list[Token] = []
    symbols: list[str] = []
    end = -1
    for match in _TOKEN.finditer(text):
        group = match.lastgroup or ""
        if group == "note":
            continue
        raw = match[0]
        word = raw.lower().replace("’", "'")
        symbol, value = _classify(group, word)
        start = match.start()
        items.append(Token(word, start, match.end(), value, start != end, raw[0].isupper()))
        symbols.append(symbol)
        end = match.end()
    _unglue(items, symbols)
    _mark_holidays(items, symbols)
    return Tokens(text, items, "".join(symbols))


def _classify(group: str, word: str) -> tuple[str, int]:
    match group:
        case "number":
            return _number(word)
        case "ordinal":
            value = int(word[:-2])
            return ("o" if 1 <= value <= 31 else "O"), value
        case "decade":
            return "D", int(word.rstrip("s").replace("'", ""))
        case "short":
            return "j", int(word[1:])
        case "circa":
            return "C", 0
        case "dotted":
            return ("A" if word[0] == "a" else "B"), 0
        case "word":
            return _WORDS.get(word, ("_", 0))
        case "mark":
            return ("-" if word in _DASHES else _MARKS.get(word, "_")), 0
        case "numeric":
            return "i", 0
        case "clock":
            return "H", 0
        case "big":
            return "n", 0
        case "break":
            return "|", 0
        case _:
            return "_", 0


def _number(word: str) -> tuple[str, int]:
    value = int(word)
    if len(word) <= 2 and 1 <= value <= 31:
        return "d", value
    if len(word) == 2:
        return "k", value
    if len(word) == 4 and 1000 <= value < 2200:
        return "Y", value
    return "n", value


def _unglue(items: list[Token], symbols: list[str]) -> None:
    """Numbers glued to a word are names ("AK-47", "BGM-71") or amounts ("$2000"), unless the word is one of time."""
    for i, symbol in enumerate(symbols):
        if symbol in "dkYn" and i and not items[i].spaced:
            before = symbols[i - 1]
            if before in "-/" and i > 1 and not items[i - 1].spaced and symbols[i - 2] == "_":
                word = items[i - 2].word
                if word not in lexicon.HYPHENATED and (word.isalnum() and not word.isdigit()):
                    symbols[i] = "_"
            elif items[i - 1].word in lexicon.AMOUNT_MARKS:
                symbols[i] = "n"
        if symbol in "dkY" and i + 1 < len(items) and items[i + 1].word == "%":
            symbols[i] = "n"


def _mark_holidays(items: list[Token], symbols: list[str]) -> None:
    """Give all words of a fixed holiday the symbol "h" and its date as their value: 100 × month + day."""
    for i, item in enumerate(items):
        for words, value in _HOLIDAYS.get(item.word, ()) if item.capital else ():
            if [other.word for other in items[i : i + len(words)]] == words:
                for k in range(i, i + len(words)):
                    items[k] = replace(items[k], value=value)
                    symbols[k] = "h"
                break


def _words() -> dict[str, tuple[str, int]]:
    table: dict[str, tuple[str, int]] = {}
    for symbol, values in (
        ("m", lexicon.MONTHS),
        ("s", lexicon.SEASONS),
        ("W", lexicon.WEEKDAYS),
        ("c", lexicon.CARDINALS),
        ("w", lexicon.ORDINALS),
        ("D", lexicon.DECADE_WORDS),
    ):
        table |= {word: (symbol, value) for word, value in values.items()}
    for symbol, words in lexicon.WORDS.items():
        table |= dict.fromkeys(words.split(), (symbol, 0))
    return table


def _holidays() -> dict[str, list[tuple[list[str], int]]]:
    """By its first word: the words and the date of each fixed holiday, the longest first."""
    table: dict[str, list[tuple[list[str], int]]] = {}
    for name in sorted(lexicon.FIXED_DAYS, key=len, reverse=True):
        month, day = lexicon.FIXED_DAYS[name]
        words = name.split()
        table.setdefault(words[0], []).append((words, 100 * month + day))
    return table


_WORDS = _words()
_HOLIDAYS = _holidays()
