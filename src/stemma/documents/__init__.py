"""Readers: one per format, each turning the text of a file into a document with its structure."""

from __future__ import annotations

from stemma.registry import Registry

READERS = Registry(
    kind="reader",
    group="stemma.readers",
    table={
        "encyclopaedia": "stemma.documents.encyclopaedia:EncyclopaediaReader",
        "infobox": "stemma.documents.infobox_only:InfoboxReader",
        "markdown": "stemma.documents.markdown:MarkdownReader",
        "plain": "stemma.documents.plain:PlainReader",
        "wikitext": "stemma.documents.wikitext:WikitextReader",
    },
)
"""Every format that can be read, by name."""
