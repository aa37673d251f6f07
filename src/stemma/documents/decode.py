"""Bytes to text: decoded where the encoding is certain, refused by name where it would be a guess."""

from __future__ import annotations

import codecs

from stemma.errors import DocumentError

_BINARY = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive, or an office document or e-book"),
    (b"PK\x05\x06", "a ZIP archive"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\x89PNG\r\n\x1a\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document"),
    (b"{\\rtf", "an RTF document"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"PAR1", "a Parquet file"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
    (b"OggS", "an Ogg recording"),
    (b"ID3", "an MP3 recording"),
    (b"RIFF", "a RIFF file: a sound, a film or a WebP image"),
)
# UTF-32 comes first: its little-endian mark begins with that of UTF-16.
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_ADVICE = "save it as UTF-8"
_SAMPLE = 4096


def decode(data: bytes, name: str) -> str:
    """The text of ``data``, without byte-order mark, line ends as ``\\n``.

    UTF-8 is decoded with or without a byte-order mark, UTF-16 and UTF-32 with
    one. ``name`` is for messages.

    Raises:
        DocumentError: if the bytes are no text, or in an encoding that could only be guessed.
    """
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _line_ends(_decoded(data[len(mark) :], encoding, name))
    for magic, what in _BINARY:
        if data.startswith(magic) and (len(magic) > 2 or b"\x00" in data[:_SAMPLE] or magic == b"\x1f\x8b"):
            raise DocumentError(name, f"looks like {what}, not text")
    if b"\x00" in data:
        raise DocumentError(name, _what_has_nulls(data))
    return _line_ends(_decoded(data, "utf-8", name))


def _decoded(data: bytes, encoding: str, name: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as e:
        if encoding != "utf-8":
            raise DocumentError(
                name, f"is marked as {encoding.upper()} but is not: {e.reason} at byte {e.start}"
            ) from e
        line = data.count(b"\n", 0, e.start) + 1
        raise DocumentError(name, f"is not UTF-8: {_what_is_not_utf8(data, e.start)}; {_ADVICE}", line) from e
    if "\x00" in text:
        raise DocumentError(name, "has NUL characters in it: binary data, not text")
    return text


def _line_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _what_has_nulls(data: bytes) -> str:
    """What bytes with NULs in them look like: UTF-16 without its mark has them at every other place."""
    sample = data[: _SAMPLE // 2 * 2]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    half = max(1, len(sample) // 2)
    if max(even, odd) > 0.3 * half and min(even, odd) < 0.05 * half:
        order = "UTF-16LE" if odd > even else "UTF-16BE"
        return f"looks like {order} without a byte-order mark; {_ADVICE}"
    return "has NUL bytes in it: binary data, not text"


def _what_is_not_utf8(data: bytes, at: int) -> str:
    """What bytes that are not UTF-8 look like, judged by the first that is wrong and those around it."""
    wrong = f"byte 0x{data[at]:02X} at {at}"
    high = [b for b in data[max(0, at - _SAMPLE) : at + _SAMPLE] if b >= 0x80]
    sample = data[max(0, at - _SAMPLE) : at + _SAMPLE]
    if len(high) > 0.3 * len(sample):
        return f"{wrong}; looks like binary data, or text in an older encoding of a script other than Latin"
    if any(0x80 <= b <= 0x9F for b in high):
        return f"{wrong}; looks like Windows-1252"
    return f"{wrong}; looks like Latin-1 (ISO 8859-1) or a relative of it"
