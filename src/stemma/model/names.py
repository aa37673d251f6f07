"""Names compared as a reader would: without case, accents, hyphens or the Arabic article."""

from __future__ import annotations

import re
import unicodedata

_APOSTROPHES = re.compile("[’'`ʻʿʾ‘´]")
_NOT_WORD = re.compile(r"[^\w]+")
_ARTICLES = frozenset({"the", "al", "el", "as", "ash", "an", "at", "ar", "ad"})


def fold(name: str) -> str:
    """``name`` in lower case, without accents and punctuation: "Al-Qā'ida" becomes "al qaida"."""
    decomposed = unicodedata.normalize("NFKD", name)
    bare = "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()
    return _NOT_WORD.sub(" ", _APOSTROPHES.sub("", bare)).strip()


def name_key(name: str) -> str:
    """``fold`` without articles: the key under which two spellings of one name meet ("al-Nusra", "Nusra").

    A name that has nothing but articles keeps them.
    """
    words = fold(name).split()
    return " ".join([w for w in words if w not in _ARTICLES] or words)


def script_of(text: str) -> str:
    """The ISO 15924 code of the script most letters of ``text`` are in: "Latn", "Arab", "Cyrl" …, or "Zyyy"."""
    counts: dict[str, int] = {}
    for char in text:
        if char.isalpha():
            code = _SCRIPTS.get(unicodedata.name(char, "").split(" ", 1)[0], "Zyyy")
            counts[code] = counts.get(code, 0) + 1
    return max(counts, key=lambda code: (counts[code], code)) if counts else "Zyyy"


_SCRIPTS = {
    "LATIN": "Latn",
    "ARABIC": "Arab",
    "CYRILLIC": "Cyrl",
    "HEBREW": "Hebr",
    "GREEK": "Grek",
    "CJK": "Hani",
    "HIRAGANA": "Hira",
    "KATAKANA": "Kana",
    "HANGUL": "Hang",
    "DEVANAGARI": "Deva",
    "BENGALI": "Beng",
    "TAMIL": "Taml",
    "SINHALA": "Sinh",
    "MYANMAR": "Mymr",
    "THAI": "Thai",
    "ETHIOPIC": "Ethi",
    "ARMENIAN": "Armn",
    "GEORGIAN": "Geor",
    "SYRIAC": "Syrc",
}
