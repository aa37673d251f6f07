"""A file that is written whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from stemma.errors import StemmaError
from stemma.export.base import whole_file


def test_a_whole_file(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    path.write_text("before")
    with whole_file(path) as out:
        out.write("after\n")
        assert path.read_text() == "before"
    assert path.read_text() == "after\n"
    assert [p.name for p in tmp_path.iterdir()] == ["out.jsonl"]


def test_nothing_is_left_of_a_file_that_was_not_finished(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    path.write_text("before")
    with pytest.raises(KeyboardInterrupt):
        _interrupted(path)
    assert path.read_text() == "before"
    assert [p.name for p in tmp_path.iterdir()] == ["out.jsonl"]


@pytest.mark.parametrize("place", ["no/such/folder/out", "x" * 300])
def test_a_place_that_cannot_be_written(tmp_path: Path, place: str) -> None:
    with pytest.raises(StemmaError, match="cannot write"), whole_file(tmp_path / place):
        pass


def test_a_link_leads_to_the_file(tmp_path: Path) -> None:
    (tmp_path / "real").write_text("before")
    (tmp_path / "link").symlink_to(tmp_path / "real")
    with whole_file(tmp_path / "link") as out:
        out.write("after")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_text() == "after"


def test_a_pipe_is_written_to_as_it_is(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    with whole_file(pipe) as out:
        out.write("through")
    assert os.read(reader, 100) == b"through"
    os.close(reader)
    assert pipe.is_fifo()


def _interrupted(path: Path) -> None:
    with whole_file(path) as out:
        out.write("half")
        raise KeyboardInterrupt
