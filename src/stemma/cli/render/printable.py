"""Text from documents made safe to print: what a terminal would obey is shown, not sent."""

from __future__ import annotations

import re
import unicodedata

_SPACES = re.compile("[\t\n\x0b\x0c\r\x1c-\x1f\x85\u2028\u2029]+")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1b\x7f]")
_OBEYED = re.compile(
    "[\x80-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
)
_ISOLATE, _END_ISOLATE = "\u2068", "\u2069"
_PICTURES = 0x2400


def printable(text: str) -> str:
    """``text`` on one line, without anything that moves a cursor, colours, hides or turns the direction of text.

    Line ends and tabs become a space; ASCII control characters their pictures
    ("␛"); other controls, marks of direction and invisible characters "�".
    """
    text = _SPACES.sub(" ", text)
    text = _CONTROLS.sub(lambda found: "\u2421" if found[0] == "\x7f" else chr(_PICTURES + ord(found[0])), text)
    return _OBEYED.sub("\ufffd", text)


def isolated(text: str) -> str:
    """``text``, set off from what stands around it if any of it is written from right to left."""
    if any(unicodedata.bidirectional(char) in ("R", "AL") for char in text):
        return f"{_ISOLATE}{text}{_END_ISOLATE}"
    return text
