"""Marks inside a line that are no prose: footnotes, emphasis, links, tags, and what conversions left behind.

Every pattern is linear in the length of the text: what repeats is bounded, or
cannot start where an earlier attempt has failed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from stemma.documents.masking import BREAK, GAP, Edit, edited, hide, pairs

_TAGS = (
    "abbr|b|bdi|bdo|big|blockquote|br|caption|center|cite|code|col|dd|del|details|dfn|div|dl|dt|em|figcaption|figure|font"
    "|gallery|h[1-6]|hr|i|img|includeonly|ins|kbd|li|mark|math|noinclude|nowiki|ol|onlyinclude|p|poem|pre|q|ref|references"
    "|s|samp|section|small|span|strike|strong|style|sub|summary|sup|table|tbody|td|templatestyles|tfoot|th|thead|time|tr"
    "|tt|u|ul|var|wbr"
)
_TAG = re.compile(rf"</?(?:{_TAGS})\b[^<>\n]{{0,1000}}>", re.IGNORECASE)
_LINE_BREAK = re.compile(
    r"<(?:br|/?(?:blockquote|center|dd|div|dl|dt|h[1-6]|hr|li|ol|p|poem|table|td|th|tr|ul))\b[^<>\n]{0,1000}>",
    re.IGNORECASE,
)
_LONE_NOTE = re.compile(r"<ref\b[^<>\n]{0,1000}>", re.IGNORECASE)
_NO_PROSE_TAGS = ("ref", "gallery", "math", "style", "script", "timeline", "syntaxhighlight", "score", "imagemap")
_SPACE_ENTITY = re.compile(r"&(?:nbsp|ensp|emsp|thinsp|#160|#xa0);", re.IGNORECASE)

_TARGET = (
    r"\((?=[^()\s]{0,2000}[/.#:])[^()\s]{0,2000}(?:\([^()\s]{0,300}\)[^()\s]{0,300}){0,3}"
    r"(?:[ \t]{1,9}\"[^\"\n]{0,300}\")?\)"
)
_IMAGE = re.compile(rf"!\[[^\[\]\n]{{0,1000}}\]{_TARGET}")
_LINK = re.compile(rf"(\[)[^\[\]\n]{{1,1000}}(\]{_TARGET})")
_WEB_LINK = re.compile(r"(\[(?:https?:|ftp:)?//[^\s\[\]]{1,2000}[ \t]*)[^\[\]\n]{0,1000}(\])")
_WEB_ADDRESS = re.compile(r"(?<![\w/])(?:https?|ftp)://[^\s<>\"\[\]{}|\x00]+(?<![.,;:)'’])")
_PICTURE_LINK = re.compile(r"\[\[[ \t]*(?:file|image|category|media)[ \t]*:", re.IGNORECASE)
_LINK_OPENER = re.compile(r"\[\[(?:[^\[\]|\n]{0,500}\|)?:?")

_FOOTNOTE = re.compile(
    r"\[(?:\d{1,4}|(?:n|nb|note|notes|ref|fn|a|lower-alpha) ?\d{1,4}"
    r"|(?:citations?|clarification|pages?|attribution|full citation|original research|quotation|verification) needed"
    r"|(?:(?:better|additional|non-primary|third-party|unreliable) )?source ?(?:needed|\?)|(?:permanent )?dead link"
    r"|(?:who|whom|by whom|when|where|why|which|how|what|according to whom|unreliable source|original research)\?"
    r"|vague|verify|dubious(?: [–-] discuss)?|failed verification|not in citation given|update|self-published source)\]"
    r"(?::\d{1,4}(?:[–-]\d{1,4})?)?",
    re.IGNORECASE,
)
_LETTER_NOTE = re.compile(r"(?<=[.,;:)\]\x00])\[[a-z]{1,2}\](?!\w)")
_LOST_OBJECT = re.compile(r"\[object Object\]")
_QUOTE_MARKS = re.compile(r"'{2,5}")
_STARS = re.compile(r"(?<![*\n])(?!\A)\*{2,3}|(?:^)\*{2,3}(?=[^\s*])", re.MULTILINE)
_STARS_BUT_LISTS = re.compile(r"(?<![*\n])(?!\A)\*{2,3}")
_ZERO_WIDTH = re.compile("[\u200b\u200e\u200f\u2060\ufeff\u00ad\u202a-\u202e]+")
_LOST_ITALICS = re.compile(r"(?<![\w_])__(?![\w_])")
_EMPTY_BRACKETS = re.compile(r"[ \t]?\([ \t,;\x00]{0,200}\)")
_AFTER_BRACKET = re.compile(r"(?<=\()[ \t,;\x00]{1,200}")
_BEFORE_BRACKET = re.compile(r"(?<![ \t,;\x00])[ \t,;\x00]{1,200}(?=\))")

_SPACE_BEFORE_NOTE = re.compile(r"(?<=[\w,;:)\]\"”’]) (?=\x00{1,500}(?:[ .,;:)]|$))", re.MULTILINE)


def hide_inline(masked: str, *, star_lists: bool = False) -> str:
    """``masked`` with every mark hidden that the formats share; ``<br>`` becomes a break.

    With ``star_lists``, stars at the start of a line are list marks and stay.
    """
    masked = hide(masked, _between(masked, "<!--", "-->"))
    for tag in _NO_PROSE_TAGS:
        masked = hide(masked, _elements(masked, tag))
    masked = edited(masked, ((*m.span(), BREAK) for m in _LINE_BREAK.finditer(masked)))
    masked = edited(masked, ((*m.span(), GAP) for m in _SPACE_ENTITY.finditer(masked)))
    masked = edited(masked, ((*m.span(), GAP) for m in _LONE_NOTE.finditer(masked)))
    for pattern in (_TAG, _IMAGE):
        masked = _all(masked, pattern)
    masked = _groups(masked, _LINK)
    masked = edited(masked, _wiki_links(masked))
    masked = _groups(masked, _WEB_LINK)
    stars = _STARS_BUT_LISTS if star_lists else _STARS
    for pattern in (
        _WEB_ADDRESS,
        _FOOTNOTE,
        _LETTER_NOTE,
        _LOST_OBJECT,
        _QUOTE_MARKS,
        stars,
        _ZERO_WIDTH,
        _LOST_ITALICS,
    ):
        masked = _all(masked, pattern)
    masked = hide(masked, emphasis(masked, "_"))
    for pattern in (_EMPTY_BRACKETS, _AFTER_BRACKET, _BEFORE_BRACKET, _SPACE_BEFORE_NOTE):
        masked = _all(masked, pattern)
    return masked


def emphasis(masked: str, mark: str) -> Iterator[tuple[int, int]]:
    """The two ends of every stretch set between two ``mark``s, within a paragraph."""
    m = re.escape(mark)
    ends = re.compile(
        rf"(?P<blank>\n[ \t\x00]*\n)|(?<![\w{m}]){m}(?=[^\s{m}])|(?<=[^\s{m}]){m}(?=[A-Z\W]|\Z)(?!{m})"
        if mark == "_"
        else rf"(?P<blank>\n[ \t\x00]*\n)|(?<![\w{m}]){m}(?=[^\s{m}])|(?<=[^\s{m}]){m}(?![\w{m}])"
    )
    opener: int | None = None
    for match in ends.finditer(masked):
        at = match.start()
        if match.group("blank"):
            opener = None
        elif opener is not None and at > opener + 1 and not masked[at - 1].isspace():
            yield opener, opener + 1
            yield at, at + 1
            opener = None
        elif at + 1 < len(masked) and not masked[at + 1].isspace() and (at == 0 or not masked[at - 1].isalnum()):
            opener = at


def _all(masked: str, pattern: re.Pattern[str]) -> str:
    return hide(masked, (m.span() for m in pattern.finditer(masked)))


def _groups(masked: str, pattern: re.Pattern[str]) -> str:
    """Hide the groups of each match, and leave what is between them."""
    return hide(masked, (m.span(g) for m in pattern.finditer(masked) for g in (1, 2)))


def _between(masked: str, opener: str, closer: str) -> Iterator[tuple[int, int]]:
    """Every range from an opener to the next closer; an opener that is never closed hides nothing."""
    at = 0
    while (start := masked.find(opener, at)) >= 0 and (end := masked.find(closer, start + len(opener))) >= 0:
        at = end + len(closer)
        yield start, at


def _elements(masked: str, tag: str) -> Iterator[tuple[int, int]]:
    """Every element of a tag whose content is no prose, from ``<tag …>`` to ``</tag>``.

    An opener that is followed by another one first was never closed, and nor
    was a note with a blank line in it: such openers hide nothing.
    """
    blank = r"|(?P<blank>\n[ \t]*\n)" if tag == "ref" else ""
    marks = re.compile(rf"(?P<open><{tag}\b[^<>\n]{{0,1000}}>)|(?P<close></{tag}\s{{0,9}}>){blank}", re.IGNORECASE)
    opener: int | None = None
    for m in marks.finditer(masked):
        if m.lastgroup == "open":
            if m.group().endswith("/>"):
                yield m.span()
            opener = None if m.group().endswith("/>") else m.start()
        else:
            if m.lastgroup == "close" and opener is not None:
                yield opener, m.end()
            opener = None


def _wiki_links(masked: str) -> Iterator[Edit]:
    """Pictures and categories whole; of other links the brackets and the target before ``|``."""
    found, lone_openers, lone_closers = pairs(masked, "[[", "]]", stop="\n")
    for start, end in found:
        if _PICTURE_LINK.match(masked, start):
            yield start, end, ""
        elif (opener := _LINK_OPENER.match(masked, start)) is not None:
            yield start, min(opener.end(), end - 2), ""
            yield end - 2, end, ""
    for at in (*lone_openers, *lone_closers):
        yield at, at + 2, ""
