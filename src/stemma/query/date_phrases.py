"""The dates of a relation in words."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from stemma.model.claim import Claim
from stemma.model.dates import describe, parse_date
from stemma.query.relations import Ending, distinct, sort_dates

_MOST = 4


def when(claims: Iterable[Claim], point: bool) -> str:
    """When it held or happened, by these claims: "2 March 2018", "from 2014 to May 2020"; "" if none is dated.

    ``point`` is whether it happens at a time, rather than holding over one.
    """
    starts, ends, attested = (distinct(dates) for dates in sort_dates(claims, point))
    if point:
        return any_of(distinct([*starts, *ends]))
    parts = [f"from {any_of(starts)}"] if starts else []
    parts += [f"{'to' if starts else 'until'} {any_of(ends)}"] if ends else []
    return " ".join(parts) or listed(attested)


def any_of(texts: Iterable[str]) -> str:
    """Dates of which one is right, in words: "2 March 2018 or 5 March 2018"."""
    return " or ".join(describe(text) for text in texts)


def listed(texts: Iterable[str]) -> str:
    """Dates that all are right, in words; of many, the first and the last."""
    words = [describe(text) for text in texts]
    return ", ".join(words) if len(words) <= _MOST else f"{words[0]} … {words[-1]} ({len(words)} dates)"


def ending_words(ending: Ending, starts: Collection[str] = (), party: str = "") -> str:
    """How it ended, in words.

    Args:
        starts: when it began: a relation last attested when it began is not said to be attested.
        party: names whose end ended it, "" if that is whom the dossier is about.
    """
    date = describe(ending.date) if ending.date else ""
    match ending.kind:
        case "stated":
            return "end stated" if date else "no longer (stated, without a date)"
        case "inferred":
            return f"end inferred: {party + ' ' if party else ''}dissolved {date}"
        case "last_attested" if ending.date not in starts:
            return f"last attested {date}, end unknown"
        case _:
            return "end unknown"


def in_order(claims: Iterable[Claim]) -> tuple[int, int]:
    """A key that puts what began first first, and the undated last."""
    dates = [parse_date(c.date) for c in claims if c.date]
    starts = [d.earliest_start for d in dates if d.earliest_start is not None]
    ends = [d.latest_end for d in dates if d.latest_end is not None]
    return (0, min(starts or ends)) if starts or ends else (1, 0)
