"""Sentences for happenings, from their type, those who took part, and the words of the evidence."""

from __future__ import annotations

import re
from collections.abc import Sequence

from stemma.model.claim import Claim, Saying
from stemma.model.event import Event
from stemma.model.names import fold, name_key
from stemma.query.articles import is_plural, joined, with_article
from stemma.query.material import Material
from stemma.query.phrases import Phase, phrases
from stemma.query.quantities import named, written
from stemma.query.voices import capitalized, chained, opening

_PREPOSITION = re.compile(r"\b(in|at|near|outside|around|across|throughout|against)\b", re.IGNORECASE)
_REACH = 60
"""How far before a place, in code points, its preposition may stand."""

_MOST_READ = 2000
"""Code points of the evidence that are searched for the words of an event."""

_LONGEST_QUOTE = 160
_STEM = 4
"""How many letters of a word tell it from others."""

_MEMBERS = "members of "
_FIGURES = ("killed", "wounded", "captured", "missing")


def sentence(event: Event, entity: str, material: Material) -> str:
    """One plain sentence for ``event``, without its date; ``entity`` is whom the reader asked about.

    Empty for types that only their own words can tell.
    """
    words = evidence_words(event, material)
    if event.type in phrases().verbatim:
        return ""
    actors = _ordered([p.entity for p in event.participants if p.role == "actor"], entity, material)
    targets = _ordered([p.entity for p in event.participants if p.role == "target"], "", material)
    if not actors and not targets:
        targets = _ordered([p.entity for p in event.participants], "", material)
    known = {(True, True): "both", (True, False): "actors", (False, True): "targets", (False, False): "none"}
    people, persons = _people(targets, material)
    template, preposition = phrases().wording(
        event.type, known[bool(actors), bool(targets)], words, persons=persons, several=len(actors) > 1
    )
    names = [in_sentence(a, material) for a in actors]
    first = len(names) > 1 and actors[0] == entity
    body = template.format(
        actors=f"{names[0]} with {joined(names[1:])}" if first else joined(names),
        together=joined(names),
        targets=joined([in_sentence(t, material) for t in targets]),
        people=joined(people),
        was=_was(people if "{people}" in template else [material.name(t) for t in targets]),
    )
    place = material.name(event.place) if event.place else ""
    where = "" if place and place in body else location(event, words, material, preposition)
    return _opened(event.saying, actors, material, body + where)


def change(claim: Claim, phase: Phase, material: Material) -> str:
    """One plain sentence for what a dated claim says happened, without its date; "" if it tells of no happening."""
    template = phrases().changes.get(claim.predicate, {}).get(phase, "")
    if not template:
        return ""
    body = template.format(
        subject=in_sentence(claim.subject, material),
        object=in_sentence(claim.object, material) if claim.object else "",
        literal=_death(claim.literal or "") if claim.predicate == "died" else claim.literal or "",
        was=_was([material.name(claim.subject)]),
    )
    return _opened(claim.saying, [claim.subject], material, body)


def _death(manner: str) -> str:
    """A manner of death as a predicate: "was killed in action", "died of wounds", "died (suicide)"."""
    words = manner.split()
    if not words:
        return "died"
    if words[0].endswith("ed") or words[0] in ("shot", "slain"):
        return manner if words[0] == "died" else f"was {manner}"
    return f"died ({manner})"


def says_little(event: Event) -> bool:
    """Whether a sentence for ``event`` leaves out what matters, so that its words should stand beside it."""
    roles = {p.role for p in event.participants}
    return event.type in phrases().quoted | phrases().verbatim or not {"actor", "target"} <= roles


def evidence_words(event: Event, material: Material) -> str:
    """The words of the evidence on one line, as far as they are searched."""
    return " ".join(material.words(event.spans)[:_MOST_READ].split())


def adds(quote: str, told: str) -> bool:
    """Whether ``quote`` has more than one word of weight that ``told`` has not."""
    known = {word[:_STEM] for word in fold(told).split()}
    return len({word[:_STEM] for word in fold(quote).split() if len(word) >= _STEM} - known) > 1


def excerpt(words: str) -> str:
    """``words`` on one line, cut at a word's end where they are long."""
    line = " ".join(words.split())
    if len(line) <= _LONGEST_QUOTE:
        return line
    return line[:_LONGEST_QUOTE].rsplit(" ", 1)[0].rstrip(" ,;:–-…") + " …"


def counts(event: Event, text: str, material: Material) -> str:
    """The casualties in words, side by side: "killed: 40 claimed by Ansar al-Tawhid, 16 confirmed (Syrian army)".

    Left out is the one person whose killing is all that ``text``, the sentence, tells of.
    """
    groups: dict[str, dict[str, list[str]]] = {}
    targets = {name_key(material.name(p.entity)) for p in event.participants if p.role == "target"}
    for count in event.casualties:
        for figure in _FIGURES:
            number = getattr(count, figure)
            alone = number == "1" and name_key(count.who) in targets and figure in text
            if number is not None and not alone:
                said = "" if count.status == "reported" and not count.by else f" {count.status}"
                by = f" by {with_article(count.by)}" if count.by else ""
                who = count.who if named(count.who) else ""
                groups.setdefault(figure, {}).setdefault(who, []).append(f"{written(number)}{said}{by}")
    return "; ".join(
        f"{figure}: "
        + "; ".join(
            ", ".join(dict.fromkeys(numbers)) + (f" ({who})" if who else "") for who, numbers in of_figure.items()
        )
        for figure, of_figure in groups.items()
    )


def location(event: Event, words: str, material: Material, preposition: str = "") -> str:
    """Where it happened (" near Fuah"), behind ``preposition``, or else that of ``words``, the evidence."""
    if event.place is None:
        return ""
    name = material.name(event.place)
    if re.match(r"(?:north|south|east|west)(?:ern)? of\b", name):
        return f" {name}"
    at = words.find(name)
    before = _PREPOSITION.findall(words[max(0, at - _REACH) : at]) if at > 0 else []
    found = before[-1].casefold() if before and before[-1].casefold() != "against" else "in"
    return f" {preposition or found} {with_article(name)}"


def in_sentence(entity: str, material: Material) -> str:
    """The name of ``entity`` as it stands inside a sentence: with "the" where English wants it."""
    name = material.name(entity)
    return with_article(name) if material.kind(entity) != "person" else name


def _opened(saying: Saying, actors: Sequence[str], material: Material, body: str) -> str:
    """``body`` behind the words that hedge it; an actor's word about itself is its own account."""
    speaker = name_key(saying.speaker) if saying.speaker else ""
    own = [a for a in actors if speaker and speaker in {name_key(n) for n in material.names(a)}]
    if own and saying.modality != "alleged":
        whose = "its own account" if len(actors) == 1 else f"the account of {in_sentence(own[0], material)}"
        return f"{chained(f'By {whose}', saying)}, {body}"
    head = opening(saying)
    return head + (capitalized(body) if not head or head.endswith(": ") else _uncapitalized(body))


def _uncapitalized(body: str) -> str:
    """``body`` as it goes on in a sentence: "The group" becomes "the group", a name keeps its capital."""
    return body[:1].lower() + body[1:] if body.split(" ", 1)[0] in phrases().openings else body


def _people(targets: Sequence[str], material: Material) -> tuple[list[str], bool]:
    """The targets as people, and whether all are persons or groups of theirs.

    A group is "members of the X"; a person whose group is a target too is "A of the X".
    """
    persons = [t for t in targets if material.kind(t) == "person"]
    groups = [t for t in targets if t not in persons]
    made: list[str] = []
    for person in persons:
        own = [g for g in groups if material.belongs(person, g)]
        groups = [g for g in groups if g not in own]
        made.append(material.name(person) + (f" of {in_sentence(own[0], material)}" if own else ""))
    for group in groups:
        name = in_sentence(group, material)
        made.append(name if name == name.lower() else f"{_MEMBERS}{name}")
    return made, bool(persons) and not groups


def _was(names: Sequence[str]) -> str:
    plural = len(names) > 1 or any(name.startswith(_MEMBERS) or is_plural(name) for name in names)
    return "were" if plural else "was"


def _ordered(ids: Sequence[str], first: str, material: Material) -> list[str]:
    found = list(dict.fromkeys(material.one(id) for id in ids))
    return sorted(found, key=lambda id: id != first)
