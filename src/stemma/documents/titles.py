"""What a text without a title is about: the name it sets off, or begins with, or the file's name."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import PurePath

from stemma.model.names import fold

_SUFFIX = re.compile(r"(?:\.infobox)?\.(?:txt|text|md|markdown|wikitext|wiki|mediawiki)\Z", re.IGNORECASE)
_DISAMBIGUATION = re.compile(r"\s*\([^()]*\)\Z")
_SET_OFF = re.compile(r"\*\*([^*\n]{2,100})\*\*|'''([^'\n]{2,100})'''")
_IS = re.compile(r"\s*(?:[,(]|\b(?:was|is|are|were)\b)")
_FIRST_LINE = re.compile(r"\s{0,20}([^\n]{2,100}?[^\s.!?:;,])[ \t]{0,20}\n[ \t]{0,20}\n\s{0,20}[^\n]{80}")
_TITLE_WORDS = 10
_SMALL_WORDS = frozenset(
    ("a", "al", "an", "and", "bin", "da", "de", "del", "der", "el", "for", "ibn", "in", "of", "on", "the", "to")
)
_ACRONYM_LENGTH = 5
_LEAD = 600
_CANDIDATES = 8
_NAME = 100


def file_title(name: str) -> str:
    """The title a file's name gives: "Abu_Sayyaf.infobox.txt" is "Abu Sayyaf", "ansar-al-din.txt" "Ansar al din"."""
    stem = _SUFFIX.sub("", PurePath(name).name).replace("_", " ").strip()
    if stem == stem.lower() and "-" in stem and " " not in stem:
        stem = stem.replace("-", " ")
    return stem[:1].upper() + stem[1:] or "Untitled"


def without_disambiguation(title: str) -> str:
    """``title`` without the remark that tells pages of one name apart: "ETA" for "ETA (separatist group)"."""
    return _DISAMBIGUATION.sub("", title) or title


def _title_line(text: str) -> str | None:
    """The first line, where a blank line and then prose follow it and it is a name rather than a sentence."""
    match = _FIRST_LINE.match(text)
    if match is None:
        return None
    line = without_disambiguation(" ".join(match[1].split()))
    shouts = line.isupper() and len(line) > _ACRONYM_LENGTH
    known = (len(line.split()) <= _TITLE_WORDS and line[:1].isalnum()) or line[:1] in "¡'\"“"
    return line if known and not shouts and any(c.isalpha() for c in line) else None


def subject(lead: str, text: str, name: str) -> str:
    """The name of what ``text`` is about.

    ``lead`` is its first paragraph, ``name`` the file's name. A first line that
    stands alone and is no sentence is the title. Names in bold or in capitals
    in the lead come next, of several the one that the file is
    called after; then the words before "is" or "was"; then the file's name.
    """
    if (title := _title_line(text)) is not None:
        return title
    lead = lead[:_LEAD]
    from_file = without_disambiguation(file_title(name))
    bold = (" ".join((m.group(1) or m.group(2)).split()) for m in _SET_OFF.finditer(lead))
    set_off = [name for name in bold if any(c.isalnum() for c in name)]
    set_off = set_off or [_in_lower_case(n, text) for n in _capitals(lead)[:_CANDIDATES]]
    for candidate in set_off:
        if fold(candidate) == fold(from_file):
            return candidate
    for candidate in set_off:
        if inside := _within(candidate, from_file):
            return inside
    if set_off:
        return set_off[0]
    if inside := _within(lead, from_file):
        return inside
    opening = _IS.split(re.sub(r"\A(?:The|A|An)\s", "", lead), maxsplit=1)[0].strip()
    if opening[:1].isupper() and len(opening.split()) <= 6 and len(opening) < min(len(lead), _NAME):
        return opening
    return from_file


def _within(written: str, name: str) -> str:
    """``name`` as it stands in ``written``, whatever the case, or "" where it does not."""
    words = [re.escape(w) for w in re.split(r"[\W_]+", name) if w]
    found = re.search(r"\b" + r"[\W_]{1,3}".join(words) + r"\b", written, re.IGNORECASE) if words else None
    return found.group() if found else ""


def _capitals(lead: str) -> list[str]:
    """The names written in capitals at the start of ``lead`` and after: "REAL IRA" and "NEW IRA" at most."""
    names: list[str] = []
    for match in re.finditer(r"[^\s(),;]+(?:\s+[^\s(),;]+)*", lead):
        words = match.group().split()
        capitals = [w for w in words if w.isupper() or not any(c.isalpha() for c in w)]
        run: list[str] = []
        for word in words:
            if word in capitals and (run or word.isupper()):
                run.append(word)
            elif run:
                break
        found = " ".join(run).strip("–—-.")
        if sum(c.isalpha() for c in found) > 2:
            names.append(found)
        elif not names:
            break
    return list(dict.fromkeys(names))


def _in_lower_case(name: str, text: str) -> str:
    """A name in capitals as ``text`` writes it elsewhere, or else as a title would.

    A single word that ``text`` mostly writes in capitals is an acronym and stays.
    """
    pattern = re.compile(r"\b" + r"\s{1,3}".join(map(re.escape, name.split())) + r"\b", re.IGNORECASE)
    forms = Counter(form for m in pattern.finditer(text) if (form := " ".join(m.group().split()))[:1].isupper())
    in_capitals = sum(n for form, n in forms.items() if form.isupper()) - 1
    others = [form for form, _ in forms.most_common() if not form.isupper()]
    if others and (" " in name or forms[others[0]] > in_capitals):
        return others[0]
    if " " not in name and (in_capitals > 0 or len(name) <= _ACRONYM_LENGTH):
        return name
    words = re.split(r"([\s\-–—])", name.lower())
    return "".join(w if w in _SMALL_WORDS and i else w[:1].upper() + w[1:] for i, w in enumerate(words))
