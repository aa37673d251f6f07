"""Files as they come: encodings, sizes, and everything that is refused."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import datetime
from hashlib import sha256
from pathlib import Path

import pytest

from stemma.documents import READERS
from stemma.documents.base import Reader
from stemma.documents.read import read_bytes, read_file
from stemma.errors import DocumentError, StemmaError
from stemma.model.document import Document

Read = Callable[..., Document]

TEXT = "The LEVANT FRONT fought in Şırnak – “often”.\n"


def refused(data: bytes, name: str = "page.txt") -> str:
    with pytest.raises(DocumentError) as caught:
        read_bytes(data, name)
    assert str(caught.value).startswith(name)
    return caught.value.problem


def test_what_is_known_of_a_file(tmp_path: Path) -> None:
    path = tmp_path / "Levant_Front.txt"
    path.write_text(TEXT, encoding="utf-8")
    document = read_file(path)
    assert document.sha256 == sha256(path.read_bytes()).hexdigest()
    assert (document.origin, document.text, document.format) == (str(path), TEXT, "plain")
    assert (document.source.title, document.source.publisher) == ("Levant Front", "")
    assert document.source.file_name == "Levant_Front.txt"
    assert datetime.fromisoformat(document.fetched).utcoffset() is not None


def test_the_same_bytes_are_the_same_document() -> None:
    first, second = (read_bytes(TEXT.encode(), "a/page.txt") for _ in range(2))
    assert first.id == second.id
    assert read_bytes(TEXT.encode() + b".", "a/page.txt").id != first.id


def test_the_publisher_can_be_named() -> None:
    page = b"---\ntitle: T\nauthor: Somebody\n---\n\nText."
    assert read_bytes(page, "a.md").source.publisher == "Somebody"
    assert read_bytes(page, "a.md", source="A newspaper").source.publisher == "A newspaper"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_encodings_that_say_what_they_are(encoding: str) -> None:
    assert read_bytes(TEXT.encode(encoding), "page.txt").text == TEXT


@pytest.mark.parametrize("mark", ["utf-16-le", "utf-16-be"])
def test_utf_16_of_both_orders(mark: str) -> None:
    assert read_bytes(("\ufeff" + TEXT).encode(mark), "page.txt").text == TEXT


@pytest.mark.parametrize(
    ("data", "looks_like"),
    [
        (TEXT.encode("utf-16-le"), "UTF-16LE"),
        (TEXT.encode("utf-16-be"), "UTF-16BE"),
        ("The group fought in Şanlıurfa".encode("iso-8859-9"), "Latin-1"),
        ("Óglaigh na hÉireann fought".encode("latin-1"), "Latin-1"),
        ("They said “no” in Óglaigh".encode("cp1252"), "Windows-1252"),
        ("Группа воевала в Алеппо".encode("cp1251"), "script other than Latin"),
        (b"\xff\xfe\x00\xd8x", "UTF-16-LE"),
        (b"%PDF-1.7\n...", "PDF"),
        (b"PK\x03\x04....", "ZIP"),
        (b"\x89PNG\r\n\x1a\n....", "PNG"),
        (b"\xff\xd8\xff\xe0....", "JPEG"),
        (b"GIF89a....", "GIF"),
        (b"\x1f\x8b\x08....", "gzip"),
        (b"SQLite format 3\x00....", "SQLite"),
        (b"\x7fELF....", "program"),
        (b"MZ\x90\x00\x03", "program"),
        (b"text with a \x00 in it", "binary"),
        (bytes(range(256)) * 8, "binary"),
        ("\x00".join("abc").encode("utf-16"), "binary"),
    ],
)
def test_what_is_refused_says_what_it_looks_like(data: bytes, looks_like: str) -> None:
    assert looks_like in refused(data)


def test_a_wrong_byte_is_given_with_its_line() -> None:
    with pytest.raises(DocumentError) as caught:
        read_bytes(b"one\ntwo\nthr\xe9e\n", "page.txt")
    assert (caught.value.line, "0xE9 at 11" in str(caught.value)) == (3, True)
    assert str(caught.value).startswith("page.txt:3: ")


def test_text_that_begins_like_a_program_is_text() -> None:
    assert read_bytes(b"MZ Brigade fought.", "page.txt").text == "MZ Brigade fought."


def test_line_ends_become_newlines() -> None:
    document = read_bytes(b"= A =\r\n\r\nIt fought.\rIt won.\r\n", "page.txt")
    assert document.text == "= A =\n\nIt fought.\nIt won.\n"
    assert [document.text[b.start : b.end] for b in document.blocks] == ["It fought.\nIt won."]


@pytest.mark.parametrize("data", [b"", b"  \n\t\r\n ", "\ufeff".encode(), "\u200b\xa0\n".encode()])
def test_nothing_in_it(data: bytes) -> None:
    assert "empty" in refused(data) or "nothing in it" in refused(data)


def test_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STEMMA_MAX_BYTES", "100")
    path = tmp_path / "page.txt"
    path.write_bytes(b"x" * 101)
    with pytest.raises(DocumentError, match=r"101 bytes, and the limit is 100 \(STEMMA_MAX_BYTES\)"):
        read_file(path)
    assert "101 bytes" in refused(b"x" * 101)
    path.write_bytes(b"x" * 100)
    assert len(read_file(path).text) == 100


def test_missing_files_and_folders(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="there is no such file"):
        read_file(tmp_path / "none.txt")
    with pytest.raises(DocumentError, match="is a folder"):
        read_file(tmp_path)
    with pytest.raises(DocumentError, match="cannot be read"):
        read_file(tmp_path / ("x" * 300))
    with pytest.raises(DocumentError, match="cannot be read"):
        read_file(tmp_path / "a\x00b")
    (tmp_path / "file").write_text("x")
    with pytest.raises(DocumentError, match="cannot be read: Not a directory"):
        read_file(tmp_path / "file" / "page.txt")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes here")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(DocumentError, match="not a regular file"):
        read_file(tmp_path / "pipe.txt")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is forbidden to this user")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text("x")
    path.chmod(0)
    with pytest.raises(DocumentError, match="permission denied"):
        read_file(path)


def test_formats_by_suffix_and_by_name(read: Read) -> None:
    assert read("Some words.", "a.md").format == "markdown"
    assert read("Some words.", "a.MARKDOWN").format == "markdown"
    assert read("Some words.", "a.txt").format == "plain"
    assert read("Some words.", "noname").format == "plain"
    assert read("Some words.", "a.md", format="plain").format == "plain"
    with pytest.raises(StemmaError, match="no reader is called 'docx'"):
        read("Some words.", "a.md", format="docx")


@pytest.mark.parametrize(
    ("text", "format"),
    [
        ("= T =\n\nText.", "encyclopaedia"),
        ("Text.\n\n==History==\nMore.", "encyclopaedia"),
        ("---\ntitle: T\n---\nText.", "markdown"),
        ("# T\n\nText.", "markdown"),
        ("The **A** and the **B** fought.", "markdown"),
        ("{{Infobox war faction|name=A}}\nText.", "wikitext"),
        ("The '''A''' is in [[Syria]] and [[Iraq]].\n\n==History==\nText.", "wikitext"),
        ("A\nActive: 2012\nLeader: B", "infobox"),
        ("The GROUP fought.\n\n\nHistory\n\nIt won.", "plain"),
        ("---", "plain"),
    ],
)
def test_formats_are_found_by_looking(read: Read, text: str, format: str) -> None:
    assert read(text, "page.txt").format == format


def test_every_reader_knows_its_name() -> None:
    for name in READERS.names():
        reader: Reader = READERS.load(name)()
        assert reader.format == name
        assert 0 <= reader.sniff("Some words.") <= 1
