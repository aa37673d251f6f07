"""How a saying reads: the words that hedge it, and who is named as saying it."""

from __future__ import annotations

from stemma.model.claim import Saying
from stemma.query.articles import with_article

_UNNAMED = {"stated": "", "reported": "reportedly", "claimed": "claimed", "alleged": "allegedly"}
_NAMED = {
    "stated": "according to {}",
    "reported": "according to {}",
    "claimed": "claimed by {}",
    "alleged": "alleged by {}",
}
_DENIED = {**_NAMED, "claimed": "said by {}"}
_STRENGTH = ("stated", "reported", "claimed", "alleged")


def voice(saying: Saying) -> str:
    """The words that say whose statement it is and how firm: "", "reportedly", "claimed by the army, according to X".

    Empty for what the author says in the author's own voice.
    """
    named = _DENIED if saying.polarity == "negative" else _NAMED
    words = named[saying.modality].format(with_article(saying.speaker)) if saying.speaker else _UNNAMED[saying.modality]
    return chained(words, saying)


def opening(saying: Saying) -> str:
    """The same at the head of a sentence: "", "Allegedly, ", "According to X, ", "The army claimed: "."""
    if saying.speaker is not None and saying.modality in ("claimed", "alleged"):
        return f"{chained(f'{capitalized(with_article(saying.speaker))} {saying.modality}', saying)}: "
    if saying.speaker is not None:
        words = f"According to {with_article(saying.speaker)}"
    else:
        words = "By a party's claim" if saying.modality == "claimed" else _UNNAMED[saying.modality]
    head = chained(words, saying)
    return f"{capitalized(head)}, " if head else ""


def chained(words: str, saying: Saying) -> str:
    """``words``, and through whom they came, nearest first."""
    passed_on = [f"according to {with_article(outer)}" for outer in reversed(saying.chain)]
    if passed_on and words.casefold().startswith("according to"):
        passed_on[0] = passed_on[0].replace("according to", "as passed on by", 1)
    return ", ".join(part for part in (words, *passed_on) if part)


def firmness(saying: Saying) -> int:
    """0 for what is stated, 1 for reported, 2 for claimed, 3 for alleged."""
    return _STRENGTH.index(saying.modality)


def capitalized(text: str) -> str:
    """``text`` with its first letter in upper case and the rest as it was."""
    return text[:1].upper() + text[1:]
