"""Real articles, where they lie beside the checkout: every file is read, and what is found lies where it says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from stemma.documents.discover import discover
from stemma.documents.read import read_file

SHARED = Path(__file__).parents[3] / "shared"
FOLDERS = [f for f in (SHARED / "data" / "articles", SHARED / "benchmark" / "dev") if f.is_dir()]
FILES = discover(FOLDERS)

pytestmark = pytest.mark.skipif(not FILES, reason="there are no real articles in ../shared")


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.name)
def test_every_article_is_read(path: Path) -> None:
    document = read_file(path)
    assert document.blocks or document.infobox
    last = 0
    for block in document.blocks:
        assert last <= block.start < block.end <= len(document.text)
        last = block.start
        for start, end in block.skips:
            assert last < start < end < block.end
            last = end
        last = block.end
    for field in document.infobox:
        last = field.start
        for item in field.items:
            assert last <= item.start < item.end <= field.end
            written = document.text[item.start : item.end]
            assert all(word in written for word in re.findall(r"\w+", item.text))
            last = item.end


@pytest.mark.parametrize("path", [p for p in FILES if ".infobox." not in p.name], ids=lambda p: p.name)
def test_little_but_references_is_left_out(path: Path) -> None:
    document = read_file(path)
    prose = [s for n, s in enumerate(document.sections) if any(b.section == n for b in document.blocks)]
    inside = sum(s.end - s.start for s in prose) - sum(f.end - f.start for f in document.infobox)
    assert sum(b.end - b.start for b in document.blocks) > 0.6 * inside
