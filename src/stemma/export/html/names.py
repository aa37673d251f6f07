"""The entities: their names and kinds, and in which claims and events they are named."""

from __future__ import annotations

from collections.abc import Sequence

from stemma.export.html.items import LONGEST_NAME, Item, Sheet, named_in
from stemma.export.html.tags import Html, join, tag, text
from stemma.model.entity import KINDS, Entity
from stemma.model.event import Event

_MOST_NAMES = 12
_MOST_LINKS = 24


def names(sheet: Sheet) -> Html:
    """The entities by kind, those that are named most often first."""
    said: dict[str, list[Item]] = {}
    for item in sheet.items:
        for id in named_in(item.said):
            said.setdefault(id, []).append(item)
    groups: list[Html] = []
    for kind in KINDS:
        entities = [e for e in sheet.entities.values() if e.kind == kind]
        entities.sort(key=lambda e: -len(said.get(e.id, ())))
        if entities:
            lines = [_entity(e, said.get(e.id, ()), sheet) for e in entities]
            heading = tag("h3", tag("span", kind, class_=f"kind {kind}"), f" {len(entities)}")
            groups.append(tag("section", heading, tag("ul", *lines)))
    return join(groups)


def _entity(entity: Entity, said: Sequence[Item], sheet: Sheet) -> Html:
    others = [tag("bdi", text(n.text, LONGEST_NAME), title=n.kind) for n in entity.names[1 : _MOST_NAMES + 1]]
    others += [text(f"{len(entity.names) - _MOST_NAMES - 1} more")] if len(entity.names) > _MOST_NAMES + 1 else []
    links = [
        tag(
            "a",
            str(item.number),
            class_="n e" if isinstance(item.said, Event) else "n",
            href=f"#{sheet.anchor('c', item.number)}",
        )
        for item in said[:_MOST_LINKS]
    ]
    links += [text(f" +{len(said) - _MOST_LINKS}")] if len(said) > _MOST_LINKS else []
    about = " about" if sheet.part.extraction.subject == entity.id else ""
    return tag(
        "li",
        tag("bdi", text(entity.name, LONGEST_NAME), class_=f"main{about}"),
        *([tag("span", join(others, ", "), class_="others")] if others else []),
        tag("span", join(links, " "), class_="in"),
        id=sheet.anchor("e", sheet.places[entity.id]),
    )
