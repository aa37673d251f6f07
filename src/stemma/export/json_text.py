"""JSON that is safe to print: what a terminal would obey is written as an escape, which means the same."""

from __future__ import annotations

import json
import re

_OBEYED = re.compile(
    "[\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
)
"""Control characters that JSON leaves as they are, marks that turn the direction of text, and invisible ones."""


def json_text(value: object, indent: int | None = None) -> str:
    """``value`` as JSON in UTF-8 text. Control and direction characters are escaped; all other text stays readable."""
    return _OBEYED.sub(lambda found: _escape(found.group()), json.dumps(value, ensure_ascii=False, indent=indent))


def _escape(char: str) -> str:
    return json.dumps(char)[1:-1]
