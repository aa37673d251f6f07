"""Dates found in real articles, against what annotators marked."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CORPUS = ROOT / ".." / "shared" / "data" / "wikiwars"


@pytest.mark.skipif(not (CORPUS / "keyinline").is_dir(), reason="the WikiWars corpus is not beside the checkout")
def test_as_good_as_the_published_taggers() -> None:
    bench = runpy.run_path(str(ROOT / "bench" / "wikiwars.py"))
    total = bench["Score"]()
    for one in bench["measure"](CORPUS).values():
        total.add(one)
    assert total.f1(total.strict) >= 0.90
    assert total.f1(total.relaxed) >= 0.955
    assert total.value_accuracy >= 0.91
