"""HTML put together so that text can never become markup."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape

_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_HIDDEN = re.compile(
    "[\x80-\x9f\u200b\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff\ufffe\uffff\U000e0000-\U000e007f]"
)
"""Control characters, what turns or overrides the direction of text, invisible characters, and what is no character."""

_PICTURES = 0x2400
_VOID = frozenset({"meta", "br", "input", "hr"})


class Html(str):
    """Markup: written as it is, where every other string is escaped."""

    __slots__ = ()


def text(words: str, longest: int | None = None) -> Html:
    """``words`` as they are read, at most ``longest`` code points of them and then an ellipsis.

    What a browser would obey is escaped, or shown by a sign: ASCII control
    characters by their pictures ("␛"), others and hidden ones by "�".
    """
    if longest is not None and len(words) > longest:
        words = f"{words[:longest].rstrip()}…"
    words = _CONTROLS.sub(lambda found: "\u2421" if found[0] == "\x7f" else chr(_PICTURES + ord(found[0])), words)
    return Html(escape(_HIDDEN.sub("\ufffd", words)))


def tag(name: str, /, *content: str, **attributes: str | int | bool | None) -> Html:
    """An element. Of ``content`` all but ``Html`` is escaped.

    Attributes that are None, False or "" are left out, those that are True have
    no value; "class_" is written "class", and "_" between words "-".
    """
    made = [f"<{name}"]
    for key, value in attributes.items():
        if value is None or value is False or value == "":
            continue
        made.append(" " + key.rstrip("_").replace("_", "-"))
        if value is not True:
            made.append(f'="{text(str(value))}"')
    made.append(">")
    if name not in _VOID:
        made += [part if isinstance(part, Html) else text(part) for part in content]
        made.append(f"</{name}>")
    return Html("".join(made))


def join(parts: Iterable[str], between: str = "") -> Html:
    """``parts`` one after another with ``between`` them; all but ``Html`` is escaped."""
    gap = between if isinstance(between, Html) else text(between)
    return Html(gap.join(part if isinstance(part, Html) else text(part) for part in parts))
