"""Exports: what a store or one extraction holds, in formats that other programs read. One file per format."""

from stemma.registry import Registry

EXPORTERS = Registry(
    kind="export format",
    group="stemma.exporters",
    table={"html": "stemma.export.html.page:HtmlPage", "jsonl": "stemma.export.jsonl:JsonLines"},
)
