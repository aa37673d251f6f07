"""The cards: each claim and event in words, with when, how and by whom it is said, its quote, and what found it."""

from __future__ import annotations

from collections.abc import Iterator

from stemma.export.html.items import LONGEST_NAME, Item, Sheet, in_short, is_hedged, label
from stemma.export.html.marks import Ranges
from stemma.export.html.tags import Html, join, tag, text
from stemma.export.html.words import LONGEST_TEXT
from stemma.model.claim import Claim, Saying
from stemma.model.dates import describe
from stemma.model.event import Casualties, Event
from stemma.model.vocabulary import vocabulary

_LONGEST_QUOTE = 320
_MOST_NAMES = 30
_LEAST_SURE = 20
_FIGURES = ("killed", "wounded", "captured", "missing")
_HEDGES = {"stated": "", "reported": "reportedly", "claimed": "claimed", "alleged": "allegedly"}


def cards(sheet: Sheet) -> Html:
    """A card for each claim and event, in the order of the text."""
    return join((_card(item, sheet) for item in sheet.items), Html("\n"))


def least_sure(sheet: Sheet) -> Html:
    """Links to the claims and events that are the least sure, these first: where a review begins."""
    ordered = sorted(sheet.items, key=lambda i: (i.said.confidence, i.number))[:_LEAST_SURE]
    lines = [
        tag("li", tag("a", in_short(i, sheet), href=f"#{sheet.anchor('c', i.number)}"), " ", _sure(i.said.confidence))
        for i in ordered
    ]
    return tag("details", tag("summary", "Least sure first"), tag("ul", *lines), class_="unsure") if lines else Html()


def _card(item: Item, sheet: Sheet) -> Html:
    said = item.said
    kinds = ["card", f"c{item.number}", "event" if isinstance(said, Event) else "claim"]
    kinds += ["hedged"] if is_hedged(said.saying) else []
    words = f"#{sheet.anchor('w', item.number)}"
    shown = said.spans[0].start < LONGEST_TEXT
    number = tag("a", str(item.number), class_="n e" if isinstance(said, Event) else "n", href=words if shown else None)
    head = _event(said, sheet) if isinstance(said, Event) else _claim(said, sheet)
    how = list(_how(said))
    return tag(
        "article",
        tag("p", number, " ", head, class_="says"),
        *([tag("p", *how, class_="how")] if how else []),
        *([tag("dl", *_event_facts(said, sheet))] if isinstance(said, Event) else []),
        tag(
            "blockquote",
            tag("a", _quote(said, sheet), href=words if shown else None, title="to these words in the text"),
        ),
        _found(said),
        class_=" ".join(kinds),
        id=sheet.anchor("c", item.number),
    )


def _claim(claim: Claim, sheet: Sheet) -> Html:
    denied = [tag("em", "not", class_="not"), " "] if claim.saying.polarity == "negative" else []
    if claim.object is not None:
        value = _name(claim.object, sheet)
    elif _is_date(claim):
        value = tag("b", describe(claim.literal or ""), class_="value", title=claim.literal)
    else:
        value = tag("b", text(claim.literal or "", _LONGEST_QUOTE), class_="value")
    predicate = tag("span", *denied, label(claim), class_="predicate", title=claim.predicate)
    return join([_name(claim.subject, sheet), " ", predicate, " ", value])


def _is_date(claim: Claim) -> bool:
    return claim.literal is not None and vocabulary().predicate(claim.predicate).literal == "date"


def _event(event: Event, sheet: Sheet) -> Html:
    where = [" in ", _name(event.place, sheet)] if event.place else []
    return join([tag("b", label(event), class_="type", title=event.type), *where])


def _event_facts(event: Event, sheet: Sheet) -> Iterator[Html]:
    """Who took part and who was hurt, as terms and what they are."""
    for role in ("actor", "target", "other"):
        names = [_name(p.entity, sheet) for p in event.participants if p.role == role]
        if len(names) > _MOST_NAMES:
            names = [*names[:_MOST_NAMES], text(f"{len(names) - _MOST_NAMES} more")]
        if names:
            yield _fact(role, join(names, ", "))
    if event.casualties:
        yield _fact("casualties", join((_count(count) for count in event.casualties[:_MOST_NAMES]), "; "))
    if event.caused_by is not None:
        number = sheet.numbers.get(event.caused_by)
        if number is not None:
            yield _fact("came of", tag("a", str(number), class_="n e", href=f"#{sheet.anchor('c', number)}"))


def _fact(term: str, value: Html) -> Html:
    return tag("div", tag("dt", term), tag("dd", value))


def _count(count: Casualties) -> Html:
    figures = ", ".join(f"{getattr(count, f)} {f}" for f in _FIGURES if getattr(count, f) is not None)
    by = f" by {count.by[:LONGEST_NAME]}" if count.by else ""
    status = f", {count.status}{by}" if count.status != "reported" or by else ""
    who = f" ({count.who[:LONGEST_NAME]})" if count.who else ""
    return text(f"{figures}{who}{status}")


def _how(said: Claim | Event) -> Iterator[Html]:
    """When, whether it is past, and by whose word; nothing for what is undated and plainly stated."""
    if said.date is not None and not (isinstance(said, Claim) and _is_date(said) and said.literal == said.date):
        yield tag("span", describe(said.date), class_="when", title=said.date)
    if isinstance(said, Claim) and said.former:
        yield tag("span", "past", class_="past", title="the document itself says that it no longer holds")
    if voice := _voice(said.saying):
        yield tag("span", voice, class_="voice")


def _voice(saying: Saying) -> str:
    """How it is said, who says it and who passed that on: "claimed by the army, passed on by a newspaper"."""
    speaker = saying.speaker[:LONGEST_NAME] if saying.speaker else ""
    if not speaker:
        words = _HEDGES[saying.modality]
    elif saying.modality in ("claimed", "alleged"):
        words = f"{saying.modality} by {speaker}"
    else:
        words = f"according to {speaker}"
    passed_on = [f"passed on by {outer[:LONGEST_NAME]}" for outer in reversed(saying.chain[:_MOST_NAMES])]
    return ", ".join(part for part in (words, *passed_on) if part)


def _quote(said: Claim | Event, sheet: Sheet) -> Html:
    whole = sheet.part.document.text
    apart = Ranges((s.start, s.end) for s in said.spans).apart()[:_MOST_NAMES]
    words = " … ".join(whole[start : min(end, start + _LONGEST_QUOTE + 1)] for start, end in apart)
    return text(" ".join(words.split()), _LONGEST_QUOTE)


def _found(said: Claim | Event) -> Html:
    id = said.id.partition("-")[2][:8]
    reader = f"{said.extractor} {said.version}".strip()
    return tag(
        "p",
        _sure(said.confidence),
        tag("span", said.found_by or reader, class_="rule", title=f"found by {reader}, {said.found_by}"),
        tag("code", id, title=said.id),
        class_="found",
    )


def _sure(confidence: float) -> Html:
    bar = tag("i", class_=f"q q{round(confidence * 10)}", aria_hidden="true")
    return tag("span", bar, f"{confidence:.2f}", class_="sure", title=f"confidence {confidence:.2f}")


def _name(entity: str, sheet: Sheet) -> Html:
    place = sheet.places.get(entity)
    shown = text(sheet.name(entity), LONGEST_NAME)
    kind = f"name {sheet.entities[entity].kind}" if place is not None else "name"
    return tag("a", tag("bdi", shown), class_=kind, href=f"#{sheet.anchor('e', place)}" if place is not None else None)
