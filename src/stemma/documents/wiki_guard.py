"""Takes the sting out of wikitext before it is parsed.

The parser follows every opened template, link, table and tag to see where it
ends; what is never closed, is closed in the wrong order or is nested absurdly
deep costs it time that grows with the square of the text, or its stack. So a
mark that has no partner, and pairs nested deeper than ``DEEPEST``, are replaced,
one code point by one, with a character of no meaning; so are the marks of bold
words, lists and headings, which are read line by line later on. The text keeps
its length, and all else in it its place.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from stemma.documents.masking import edited

DEEPEST = 12
"""How deep marks may be nested, all sorts counted."""
BLUNT = "\ue000"
"""Stands for each code point of a mark that is taken out: a private character, with no meaning."""

_SINGLE_TAGS = frozenset(("br", "hr", "wbr", "img", "meta", "link"))
_MARK = re.compile(
    r"(?P<comment><!--.*?-->)"
    r"|(?P<tag><(?P<end>/?)(?P<name>[A-Za-z][A-Za-z0-9]{0,20})(?=[\s/>])[^<>]{0,2000}?(?P<closed>/?)>)"
    r"|(?P<angle><)"
    r"|(?P<template>\{\{)|(?P<template_end>\}\})|(?P<link>\[\[)|(?P<link_end>\]\])"
    r"|(?P<table>^[ \t:]{0,20}\{\|)|(?P<table_end>^[ \t]{0,20}\|\}(?!\}))"
    r"|(?P<web>\[(?=https?:|ftp:|mailto:|//))|(?P<web_end>\]|(?=\n))",
    re.MULTILINE | re.DOTALL,
)
_NOT_NEEDED = re.compile(r"'{2,}|^[*#:;]++(?![ \t]*\{\|)|^={2,}|^-{4,}", re.MULTILINE)


def blunted(text: str) -> str:
    """``text``, as long as it was, without the marks on which the parser would choke, or which it need not see."""
    text = _out(text, (m.span() for m in _NOT_NEEDED.finditer(text)))
    last = text.rfind("-->")
    text = _out(text, (m.span() for m in re.finditer("<!--", text) if m.start() > last))
    return _out(text, _unpaired(text))


def _out(text: str, ranges: Iterator[tuple[int, int]]) -> str:
    return edited(text, ((start, end, BLUNT * (end - start)) for start, end in ranges))


def _unpaired(text: str) -> Iterator[tuple[int, int]]:
    """Every mark without a partner, and those of pairs that are nested too deep."""
    stack: list[tuple[str, int, int]] = []
    waiting: Counter[str] = Counter()
    for m in _MARK.finditer(text):
        sort, closes = _sort(m)
        if sort == "angle":
            yield m.span()
        elif sort and not closes:
            stack.append((sort, *m.span()))
            waiting[sort] += 1
        elif sort and not waiting[sort]:
            if sort != "web":
                yield m.span()
        elif sort:
            if m.end() == m.start():  # a line's end: no link to the web goes on beyond it
                while stack and stack[-1][0] == "web":
                    waiting["web"] -= 1
                    yield stack.pop()[1:]
                continue
            while stack[-1][0] != sort:
                lone, start, end = stack.pop()
                waiting[lone] -= 1
                yield start, end
            _, start, end = stack.pop()
            waiting[sort] -= 1
            if len(stack) >= DEEPEST:
                yield start, end
                yield m.span()
    for _, start, end in stack:
        yield start, end


def _sort(m: re.Match[str]) -> tuple[str, bool]:
    """What sort of mark it is, "" for one that stands alone, and whether it closes."""
    kind = m.lastgroup or ""
    if m.group("tag"):
        name = m.group("name").casefold()
        alone = m.group("closed") or (name in _SINGLE_TAGS)
        return ("" if alone else f"<{name}>", bool(m.group("end")))
    if kind in ("comment", "angle"):
        return ("" if kind == "comment" else "angle", False)
    return kind.removesuffix("_end"), kind.endswith("_end")
