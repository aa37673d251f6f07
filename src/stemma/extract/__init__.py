"""Extractors: what reads a document and says what it claims."""

from stemma.registry import Registry

EXTRACTORS = Registry(
    kind="extractor",
    group="stemma.extractors",
    table={"rules": "stemma.extract.rules.engine:RulesExtractor"},
)
TRACERS = Registry(
    kind="tracer",
    group="stemma.tracers",
    table={"rules": "stemma.extract.rules.trace:RulesTracer"},
)
"""What explains the findings of an extractor, under the extractor's name; an extractor need not have one."""
