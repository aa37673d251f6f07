"""Names in running English: which take "the", and how several are joined."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files

import yaml

_END_OF_HEAD = re.compile(r" (?:of|for|in|to|from) | ?[(,]")

_DETERMINED = frozenset(
    {"a", "an", "the", "its", "his", "her", "their", "one", "another", "some", "no", "this", "that"}
)
_SINGULAR = frozenset({"congress", "states"})


@lru_cache(maxsize=1)
def _lists() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    data = yaml.safe_load((files("stemma.query") / "articles.yaml").read_text("utf-8"))
    return frozenset(data["heads"].split()), frozenset(data["whole"].split()), frozenset(data["speakers"].split())


def with_article(name: str) -> str:
    """``name`` as it stands inside a sentence: "the Syrian army", "Hezbollah", "the Army of the Revolution".

    A name without capitals ("government forces") stays as it is; one person or thing that speaks is "a resident".
    """
    if name[:4].casefold() == "the ":
        return f"the {name[4:]}"
    if not name.strip():
        return name
    heads, whole, speakers = _lists()
    words = _heads(name)
    if name[0].islower() and words[0] in speakers and name.split()[0] not in _DETERMINED:
        return f"{'an' if name[0] in 'aeiou' else 'a'} {name}"
    if name == name.lower():
        return name
    common = any(word.casefold() in heads for word in words) and len(name.split()) > 1
    return f"the {name}" if common or words[0] in whole else name


def is_plural(name: str) -> bool:
    """Whether ``name`` takes a plural verb: "Self-Defense Forces"."""
    heads, _, _ = _lists()
    word = _heads(name)[0].casefold() if name.strip() else ""
    return word in heads and word.endswith("s") and word not in _SINGULAR


def _heads(name: str) -> list[str]:
    """The words that may be the head noun of ``name``: the last before "of" and the like, and the last of all."""
    before = _END_OF_HEAD.split(name, maxsplit=1)[0].split()
    return [(before or name.split())[-1], name.split()[-1]]


def joined(parts: Sequence[str], word: str = "and") -> str:
    """The parts as English lists them: "A", "A and B", "A, B and C"; empty for none."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {word} {parts[-1]}"
