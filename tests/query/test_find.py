"""Whom a name means."""

from __future__ import annotations

from pathlib import Path

import pytest
from told import claim, entity, read, store

from stemma.errors import NotFound
from stemma.model.judgement import Judgement
from stemma.query.find import find


def test_any_name_finds_the_entity(tmp_path: Path) -> None:
    with store(
        tmp_path, read(entity("Hayat Tahrir al-Sham", "HTS"), claim("Hayat Tahrir al-Sham", "strength", "9"))
    ) as kept:
        assert find(kept, "hts").name == "Hayat Tahrir al-Sham"
        assert find(kept, "Hayat Tahrir ash-Sham").kind == "organization"


def test_an_organization_comes_before_a_place_with_more_claims(tmp_path: Path) -> None:
    place = read(claim("A", "active_in", "Raqqa"), claim("B", "active_in", "Raqqa"), title="Places")
    army = read(entity("Raqqa Army", "Raqqa"), claim("Raqqa Army", "strength", "50"), title="Armies")
    with store(tmp_path, place, army) as kept:
        subject = find(kept, "Raqqa")
        assert subject.name == "Raqqa Army"
        assert [(e.name, e.kind) for e in subject.namesakes] == [("Raqqa", "place")]


def test_who_has_one_name_in_several_sources_is_one(tmp_path: Path) -> None:
    documents = [read(claim("Al-Nusra", "strength", n), title=f"Page {n}") for n in ("10", "20")]
    with store(tmp_path, *documents) as kept:
        assert len(find(kept, "al nusra").ids) == 2


def test_who_was_judged_the_same_is_one(tmp_path: Path) -> None:
    first = read(claim("Al-Nusra", "strength", "10"), title="One")
    second = read(claim("Levant Front", "strength", "20"), title="Two")
    with store(tmp_path, first, second) as kept:
        a, b = (find(kept, name).ids[0] for name in ("Al-Nusra", "Levant Front"))
        kept.judge(Judgement(a, "same", "a reviewer", "2025-06-01T10:00:00Z", b))
        assert set(find(kept, "Al-Nusra").ids) == {a, b}
        assert find(kept, "Levant Front").name == "Levant Front"


def test_nobody_is_found_with_names_that_come_near(tmp_path: Path) -> None:
    with store(tmp_path, read(claim("Ansar al-Tawhid", "strength", "10"))) as kept:
        with pytest.raises(NotFound, match="no entity is called 'Ansar al-Tawheed'; did you mean 'Ansar al-Tawhid'"):
            find(kept, "Ansar al-Tawheed")
        with pytest.raises(NotFound, match="no entity is called '!'"):
            find(kept, "!")
