"""What found a claim or an event, in its own words: the lines of a frame or of an infobox rule."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import yaml
from spacy.tokens import Token

from stemma.extract.rules.parse import Parsed
from stemma.extract.trace import Rule

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_EXAMPLES = "examples"
_Lines = tuple[str, int | None, str]
_UNKNOWN: _Lines = ("", None, "")
_CLASSES = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "name", "ADJ": "adjective", "ADV": "adverb"}
MODEL = "model."
"""How ``found_by`` begins where the learned network found something."""

_OTHER_NAME = "another name, in brackets or after words like “also known as”"
_OTHER_NAMES = {
    "abbreviation": "an abbreviation that stands in brackets after a name",
    "native": "a name in another script that stands in brackets after a name",
    "former": "a former name, after a name or after words like “formerly known as”",
}


def rule_of(found_by: str, trigger: Token | None = None, parsed: Parsed | None = None) -> Rule:
    """The rule that ``found_by`` names; with a frame's ``trigger`` in ``parsed`` also the words that set it off."""
    first, _, rest = found_by.partition(".")
    if found_by.startswith(MODEL):
        return Rule("model", found_by, "the learned network, which says how sure it is and gives no reasons")
    if first == "infobox":
        key = rest.partition(".")[0]
        return Rule("infobox", found_by, "what stands in this field of the infobox", *_infobox().get(key, _UNKNOWN))
    if first == "list":
        return Rule("list", found_by, "items of a list under such a heading are parts of what they are nested in")
    if first == "alias":
        return Rule("other name", found_by, _OTHER_NAMES.get(rest, _OTHER_NAME))
    lines = _frames().get(found_by, _UNKNOWN)
    if trigger is None or parsed is None:
        return Rule("frame", found_by, "", *lines)
    start, end = parsed.places[trigger.i]
    words, span = parsed.passage.text[start:end], parsed.passage.span(start, end)
    says = f"on the {_CLASSES.get(trigger.pos_, 'word')} “{words}”"
    return Rule("frame", found_by, says, *lines, words, span.start, span.end)


@cache
def _frames() -> dict[str, _Lines]:
    """The file, the first line and the lines (but for the examples) of each frame, by its id."""
    found: dict[str, _Lines] = {}
    for path in sorted((files("stemma.extract") / "frames").iterdir(), key=lambda p: p.name):
        if path.name.endswith(".yaml"):
            text = path.read_text("utf-8")
            lines = text.splitlines()
            for frame in _node(text).value:
                fields = {key.value: (key, value) for key, value in frame.value}
                hidden: range = range(0)
                if _EXAMPLES in fields:
                    key, value = fields[_EXAMPLES]
                    hidden = range(key.start_mark.line, value.end_mark.line)
                kept = [lines[i] for i in range(frame.start_mark.line, frame.end_mark.line) if i not in hidden]
                source = "\n".join(line for line in kept if line.strip() and not line.startswith("#"))
                found[fields["id"][1].value] = (path.name, frame.start_mark.line + 1, source)
    return found


@cache
def _infobox() -> dict[str, _Lines]:
    """The same of each rule of ``lexicon/infobox.yaml`` that says which claim a field makes, by the field's key."""
    name = "infobox.yaml"
    text = (files("stemma.extract.rules") / "lexicon" / name).read_text("utf-8")
    lines = text.splitlines()
    sections = {key.value: value for key, value in _node(text).value}
    return {
        key.value: (name, key.start_mark.line + 1, lines[key.start_mark.line].strip())
        for key, _ in sections["claims"].value
    }


def _node(text: str) -> Any:
    """The nodes of a YAML text, which know their lines."""
    return yaml.compose(text, Loader=_LOADER)
