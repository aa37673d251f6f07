"""``extract`` and ``ingest``: reading documents."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator
from typing import Any, TextIO

from stemma.cli.options import Commands, add_format, add_min_confidence, add_store, command, store_url
from stemma.errors import DocumentError, StemmaError

SOME_FAILED = DocumentError.exit_code
"""The exit code where some files could not be read or kept, and the rest was done."""


def register(commands: Commands) -> None:
    """Add the commands."""
    extract = command(commands, "extract", "print the claims and events of documents; nothing is kept")
    extract.add_argument("files", nargs="+", metavar="FILE")
    add_format(extract, ("jsonl", "table", "json", "html"))
    extract.add_argument("--out", metavar="PATH", help="where to write it, whole or not at all (default: print it)")
    add_min_confidence(extract)
    _add_reading(extract)
    extract.set_defaults(run=run_extract)

    ingest = command(commands, "ingest", "read documents into the store; what is there already changes nothing")
    ingest.add_argument("files", nargs="+", metavar="FILE|FOLDER")
    add_store(ingest)
    _add_reading(ingest)
    add_format(ingest)
    ingest.set_defaults(run=run_ingest)


def run_extract(options: argparse.Namespace) -> int:
    """Print what each file says, or write it; a file that cannot be read is reported, and the next one taken."""
    from itertools import chain, islice
    from pathlib import Path

    from stemma.export.base import whole_file

    failed: list[Path] = []
    parts = _extracted(options, failed)
    read = list(islice(parts, 1))
    if options.out is None and (read or options.format == "json"):
        _write(chain(read, parts), options.format, sys.stdout)
    elif read:  # where nothing can be read, no file is written over
        with whole_file(Path(options.out)) as out:
            _write(chain(read, parts), options.format, out)
    return SOME_FAILED if failed else 0


def _extracted(options: argparse.Namespace, failed: list[Any]) -> Iterator[Any]:
    """What each file says, as far as it is sure enough; what cannot be read is reported and put in ``failed``."""
    from pathlib import Path

    from stemma.export.base import Part
    from stemma.pipeline import extract_file
    from stemma.query.confidence import surest

    extractor = _extractor(options)
    for path in map(Path, options.files):
        try:
            document, extraction = extract_file(path, extractor, source=options.source)
        except DocumentError as error:
            failed.append(path)
            _report(error, path)
            continue
        yield Part(document, surest(extraction, options.min_confidence))


def _write(parts: Iterable[Any], format: str, out: TextIO) -> None:
    from stemma.cli.render.extraction import print_table
    from stemma.cli.render.screen import Screen
    from stemma.export import EXPORTERS
    from stemma.export.json_text import json_text
    from stemma.export.jsonl import records

    if format == "table":
        for part in parts:
            print_table(part, Screen(out))
    elif format == "json":
        out.write(json_text([record for part in parts for record in records(part)], indent=2) + "\n")
    else:
        EXPORTERS.load(format)().write(parts, out)


def run_ingest(options: argparse.Namespace) -> int:
    """Read files and folders into the store, and say of each what became of it."""
    from pathlib import Path

    from stemma.cli.render.progress import reading_bar
    from stemma.export.json_text import json_text
    from stemma.pipeline import Outcome, ingest
    from stemma.store.open import open_store

    extractor = _extractor(options)
    paths = [Path(file) for file in options.files]
    if not any(path.exists() for path in paths):
        raise DocumentError(options.files[0], "there is no such file or folder")
    outcomes: list[Outcome] = []
    with open_store(store_url(options), create=True) as store, reading_bar() as progress:
        for outcome in ingest(
            [Path(file) for file in options.files], store, extractor=extractor, source=options.source, progress=progress
        ):
            outcomes.append(outcome)
            if outcome.error is not None:
                _report(outcome.error, outcome.path)
            elif options.format == "text":
                print(_line(outcome), flush=True)
    failed = [o.error.exit_code for o in outcomes if o.error is not None]
    if options.format == "json":
        print(json_text([_record(o) for o in outcomes], indent=2))
    elif len(outcomes) != 1:
        print(_sum(outcomes, len(failed)), file=sys.stderr)
    if not failed:
        return 0
    return failed[0] if len(set(failed)) == 1 else SOME_FAILED


def _add_reading(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--extractor", default="rules", metavar="NAME", help="what reads the documents (default: rules)"
    )
    parser.add_argument(
        "--source", metavar="NAME", help="the source of the documents (default: what each says, or its name)"
    )


def _extractor(options: argparse.Namespace) -> Any:
    from stemma.extract import EXTRACTORS

    return EXTRACTORS.load(options.extractor)()


def _report(error: StemmaError, path: Any) -> None:
    from stemma.cli.render.printable import printable

    where = "" if str(path) in str(error) else f"{path}: "
    print(f"stemma: {printable(where + str(error))}", file=sys.stderr)


def _line(outcome: Any) -> str:
    from stemma.cli.render.printable import printable
    from stemma.cli.render.words import counted

    written = outcome.written
    told = f"{counted(written.claims, 'claim')}, {counted(written.events, 'event')}"
    version = f", version {written.version}" if written.version > 1 else ""
    return f"{written.outcome:<10} {printable(str(outcome.path))}: {told}{version}"


def _record(outcome: Any) -> dict[str, Any]:
    written = outcome.written
    return {
        "path": str(outcome.path),
        "outcome": written.outcome if written else "failed",
        "document": written.document if written else None,
        "version": written.version if written else None,
        "claims": written.claims if written else None,
        "events": written.events if written else None,
        "error": str(outcome.error) if outcome.error else None,
    }


def _sum(outcomes: list[Any], failed: int) -> str:
    counts: dict[str, int] = {}
    for outcome in outcomes:
        if outcome.written is not None:
            counts[outcome.written.outcome] = counts.get(outcome.written.outcome, 0) + 1
    counts.update({"failed": failed} if failed else {})
    told = ", ".join(f"{number} {what}" for what, number in counts.items())
    return f"{len(outcomes)} files: {told}" if told else "no files"
