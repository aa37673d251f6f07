"""Extractors: what reads a document and says what it claims."""

from stemma.registry import Registry

EXTRACTORS = Registry(
    kind="extractor",
    group="stemma.extractors",
    table={"rules": "stemma.extract.rules.engine:RulesExtractor"},
)
