"""Ids are hashes of content: the same thing read twice has the same id."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence


def content_id(prefix: str, *parts: object) -> str:
    """A stable id for what ``parts`` say: ``prefix``, a hyphen and 24 hexadecimal digits (96 bits).

    Args:
        prefix: a short word for the kind of thing ("claim").
        parts: strings, numbers, booleans, None, or (nested) sequences of these.

    Raises:
        TypeError: if a part is of another type, whose text might change between runs.
    """
    payload = json.dumps([_plain(part) for part in parts], ensure_ascii=True, separators=(",", ":"))
    return f"{prefix}-{hashlib.sha256(payload.encode('ascii')).hexdigest()[:24]}"


def _plain(part: object) -> object:
    if part is None or isinstance(part, str | int | float | bool):
        return part
    if isinstance(part, Sequence):
        return [_plain(item) for item in part]
    raise TypeError(f"no stable text for {type(part).__name__}")
