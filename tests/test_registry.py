"""The table of exchangeable parts."""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import EntryPoint
from typing import Any

import pytest

from stemma import registry
from stemma.errors import StemmaError
from stemma.registry import Registry

PARTS = Registry("part", "stemma.parts", {"span": "stemma.model.span:Span", "name": "stemma.model.entity:Name"})


def test_a_part_is_imported_by_its_name() -> None:
    from stemma.model.span import Span

    assert PARTS.load("span") is Span
    assert PARTS.names() == ["name", "span"]


def test_an_unknown_part_is_answered_with_those_there_are() -> None:
    with pytest.raises(StemmaError, match="no part is called 'spam'; there are name, span"):
        PARTS.load("spam")


def test_other_packages_add_parts_by_entry_point(monkeypatch: pytest.MonkeyPatch) -> None:
    offered = EntryPoint("claim", "stemma.model.claim:Claim", "stemma.parts")

    def entry_points(group: str, **selected: Any) -> list[EntryPoint]:
        return [e for e in [offered] if e.group == group and e.name == selected.get("name", e.name)]

    monkeypatch.setattr(registry, "entry_points", entry_points)
    from stemma.model.claim import Claim

    assert PARTS.load("claim") is Claim
    assert PARTS.names() == ["claim", "name", "span"]
    with pytest.raises(StemmaError, match="no part is called 'spam'"):
        PARTS.load("spam")


def test_nothing_is_imported_before_it_is_used() -> None:
    code = (
        "import sys\nfrom stemma.registry import Registry\n"
        "parts = Registry('part', 'stemma.parts', {'span': 'stemma.model.span:Span'})\n"
        "print('stemma.model.span' in sys.modules)\nparts.load('span')\nprint('stemma.model.span' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "True"]
