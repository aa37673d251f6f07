"""The front matter of a Markdown page: YAML between ``---`` lines, read without building anything from it."""

from __future__ import annotations

import re
from dataclasses import dataclass

import yaml

from stemma.documents.masking import trimmed

LONGEST = 65_536
"""Front matter longer than this, in code points, is taken as text."""
DEEPEST = 50
"""Front matter nested deeper than this is taken as text."""

_BRACKET = re.compile(r"[\[\]{}]")
_LIST_MARKS = re.compile(r"^[ ]*(?:[-?:] ){2,}", re.MULTILINE)
_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?![\d-])")
_PROSE = ("description", "shortdescription", "summary", "abstract", "subtitle")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What front matter says: ``prose`` are the ranges of the page's text in which it tells something."""

    title: str = ""
    publisher: str = ""
    published: str | None = None
    prose: tuple[tuple[int, int], ...] = ()


def read_front_matter(text: str, start: int, end: int) -> FrontMatter | None:
    """The front matter that stands between ``start`` and ``end``, the ``---`` lines not among it.

    None if it is no YAML mapping, or longer or nested deeper than is read.
    """
    source = text[start:end]
    if len(source) > LONGEST or _depth(source) > DEEPEST:
        return None
    try:
        root = yaml.compose(source, Loader=yaml.SafeLoader)
    except (yaml.YAMLError, RecursionError):
        return None
    if not isinstance(root, yaml.MappingNode):
        return None
    values: dict[str, str] = {}
    prose: list[tuple[int, int]] = []
    for key, value in root.value:
        if isinstance(key, yaml.ScalarNode) and isinstance(value, yaml.ScalarNode):
            name = key.value.casefold().replace("_", "").replace("-", "")
            values.setdefault(name, " ".join(value.value.split()))
            if name in _PROSE:
                prose.append(_written(text, start, value))
    date = _DATE.match(_first(values, "pubdate", "published", "date", "datepublished", "lastmod"))
    return FrontMatter(
        title=_first(values, "title", "subject", "name"),
        publisher=_first(values, "publisher", "author", "source", "site"),
        published=_edtf(date),
        prose=tuple(sorted(prose)),
    )


def _first(values: dict[str, str], *names: str) -> str:
    return next((values[n] for n in names if values.get(n)), "")


def _edtf(date: re.Match[str] | None) -> str | None:
    """The day, month or year that a date begins with, where there is such a one."""
    if date is None:
        return None
    year, month, day = date.groups()
    if month is None or not 1 <= int(month) <= 12:
        return str(year)
    return f"{year}-{month}" + (f"-{day}" if day is not None and 1 <= int(day) <= 31 else "")


def _written(text: str, offset: int, value: yaml.ScalarNode) -> tuple[int, int]:
    """Where the words of a value stand: without quotes, and without the line that opens a block of text."""
    start, end = offset + value.start_mark.index, offset + value.end_mark.index
    if value.style in ("'", '"'):
        return start + 1, max(start + 1, end - 1)
    if value.style in ("|", ">"):
        start = min(end, text.find("\n", start, end) + 1 or end)
    return trimmed(text, start, end)


def _depth(source: str) -> int:
    """No less than how deep ``source`` is nested, by brackets, by list marks in one line, and by indentation."""
    depth = deepest = 0
    for m in _BRACKET.finditer(source):
        depth = depth + 1 if m.group() in "[{" else max(0, depth - 1)
        deepest = max(deepest, depth)
    marks = max((len(m.group().split()) for m in _LIST_MARKS.finditer(source)), default=0)
    indent = max((len(line) - len(line.lstrip(" ")) for line in source.split("\n")), default=0)
    return max(deepest, marks, indent // 2)
