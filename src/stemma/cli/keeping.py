"""``verify`` and ``export``: what the store holds, proved and given away."""

from __future__ import annotations

import argparse
import sys
from typing import Any

from stemma.cli.options import Commands, add_format, add_min_confidence, add_store, command, store_url
from stemma.errors import EvidenceError

NOT_AS_WRITTEN = EvidenceError.exit_code
"""The exit code of ``verify`` where it finds a problem."""


def register(commands: Commands) -> None:
    """Add the commands."""
    verify = command(commands, "verify", "prove that every claim is as it was written, and its words in their document")
    add_store(verify)
    add_format(verify)
    verify.set_defaults(run=run_verify)

    export = command(commands, "export", "write the current claims and events in a format that other programs read")
    export.add_argument("names", nargs="*", metavar="NAME", help="only what names one of these entities")
    export.add_argument("--format", default="jsonl", metavar="NAME", help="the format (default: jsonl)")
    export.add_argument("--out", metavar="PATH", help="where to write it, whole or not at all (default: print it)")
    add_min_confidence(export)
    add_store(export)
    export.set_defaults(run=run_export)


def run_verify(options: argparse.Namespace) -> int:
    """Print every problem found in the store."""
    from stemma.cli.render.printable import printable
    from stemma.cli.render.words import counted
    from stemma.export.json_text import json_text
    from stemma.store.open import open_store
    from stemma.store.verify import verify

    with open_store(store_url(options), create=False) as store:
        problems = verify(store)
        documents = len(store.documents(current=False))
    if options.format == "json":
        found = [{"problem": p.what, "document": p.document, "claim": p.claim} for p in problems]
        print(json_text({"documents": documents, "problems": found}, indent=2))
    else:
        for problem in problems:
            print(": ".join(printable(part) for part in (problem.claim or problem.document or "store", problem.what)))
        if problems:
            print(f"{counted(len(problems), 'problem')} in {counted(documents, 'document')}", file=sys.stderr)
        else:
            print(f"all is as it was written: {counted(documents, 'document')}")
    return NOT_AS_WRITTEN if problems else 0


def run_export(options: argparse.Namespace) -> int:
    """Write the claims and events of the store, or those that name certain entities."""
    from dataclasses import replace
    from pathlib import Path

    from stemma.cli.render.words import counted
    from stemma.export import EXPORTERS
    from stemma.export.base import parts, whole_file
    from stemma.query.confidence import surest
    from stemma.query.find import find
    from stemma.store.open import open_store

    exporter: Any = EXPORTERS.load(options.format)()
    with open_store(store_url(options), create=False) as store:
        entities = [id for name in options.names for id in find(store, name).ids] if options.names else None
        told = (replace(p, extraction=surest(p.extraction, options.min_confidence)) for p in parts(store, entities))
        sure = (p for p in told if entities is None or p.extraction.claims or p.extraction.events)
        if options.out is None:
            exporter.write(sure, sys.stdout)
            return 0
        with whole_file(Path(options.out)) as out:
            written = exporter.write(sure, out)
    print(f"{counted(written, 'claim and event', 'claims and events')} written to {options.out}", file=sys.stderr)
    return 0
