"""The files that are read when folders are named."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from stemma.documents.discover import discover
from stemma.errors import DocumentError


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in (
        "b.txt",
        "a.md",
        "C.WIKI",
        "sub/d.wikitext",
        "sub/e.mediawiki",
        "f.markdown",
        "g.pdf",
        "h.jsonl",
        "noname",
    ):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("x")
    for name in (".hidden.txt", ".git/x.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("x")
    return tmp_path


def test_folders_are_searched_in_order(folder: Path) -> None:
    found = [p.relative_to(folder).as_posix() for p in discover([folder])]
    assert found == ["C.WIKI", "a.md", "b.txt", "f.markdown", "sub/d.wikitext", "sub/e.mediawiki"]


def test_files_that_are_named_are_kept_once_and_in_order(folder: Path) -> None:
    found = discover([folder / "g.pdf", folder / "missing", folder / "b.txt", folder])
    assert [p.name for p in found[:4]] == ["g.pdf", "missing", "b.txt", "C.WIKI"]
    assert len(found) == len(set(found)) == 8


def test_a_folder_with_nothing_to_read(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_text("x")
    with pytest.raises(DocumentError, match=r"no file in it that can be read \(\.txt \.wikitext"):
        discover([tmp_path])


def test_links_to_folders_are_not_followed(folder: Path) -> None:
    (folder / "sub" / "again").symlink_to(folder, target_is_directory=True)
    assert len(discover([folder])) == 6


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is forbidden to this user")
def test_a_folder_that_may_not_be_listed(folder: Path) -> None:
    (folder / "sub").chmod(0)
    try:
        with pytest.raises(DocumentError, match="cannot be listed"):
            discover([folder])
    finally:
        (folder / "sub").chmod(0o755)
