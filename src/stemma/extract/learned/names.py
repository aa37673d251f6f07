"""Names, their kinds and literals, as the network sees them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from stemma.extract.learned.network import KINDS, LITERALS, Floats, Read

Span = tuple[int, int, str, float]
"""Start, end, what it is, and how sure: the least probability of its pieces."""


def names(read: Read) -> list[Span]:
    """The names in a text and their kinds, in order."""
    return list(_spans(read, read.names, KINDS))


def literals(read: Read) -> list[Span]:
    """The words in a text that may be the object of a literal predicate, in order."""
    return list(_spans(read, read.literals, LITERALS))


def _spans(read: Read, table: Floats, kinds: Sequence[str]) -> Iterator[Span]:
    """Runs of pieces with one kind; columns go: nothing, then begin and inside of each kind."""
    columns = table.argmax(axis=1).tolist()
    start, kind, sure = -1, -1, 1.0
    for i, column in enumerate([*columns, 0]):
        here = (column - 1) // 2 if column else -1
        begins = column % 2 == 1
        if kind >= 0 and (here != kind or begins):
            yield read.starts[start], read.ends[i - 1], kinds[kind], sure
            kind = -1
        if here >= 0:
            chance = float(table[i, 2 * here + 1] + table[i, 2 * here + 2])
            if kind < 0:
                start, kind, sure = i, here, chance
            else:
                sure = min(sure, chance)
