"""Options that several commands share."""

from __future__ import annotations

import argparse
from typing import Any, TypeAlias

Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


def command(commands: Commands, name: str, help: str, **more: Any) -> argparse.ArgumentParser:
    """A new command; ``more`` goes to its parser."""
    return commands.add_parser(
        name, help=help, description=help, formatter_class=argparse.RawDescriptionHelpFormatter, **more
    )


def add_store(parser: argparse.ArgumentParser) -> None:
    """``--store``: which store to use."""
    parser.add_argument(
        "--store", metavar="URL", help="the store: a path or a database URL (default: $STEMMA_STORE, or ./stemma.db)"
    )


def add_format(parser: argparse.ArgumentParser, formats: tuple[str, ...] = ("text", "json")) -> None:
    """``--format``: what the answer looks like; the first is the default."""
    parser.add_argument("--format", choices=formats, default=formats[0], help=f"what to print (default: {formats[0]})")


def add_min_confidence(parser: argparse.ArgumentParser) -> None:
    """``--min-confidence``: what is less sure is left out."""
    parser.add_argument(
        "--min-confidence",
        type=_confidence,
        default=0.0,
        metavar="C",
        help="leave out claims and events whose confidence is below C, from 0 to 1 (default: 0)",
    )


def _confidence(text: str) -> float:
    try:
        number = float(text)
    except ValueError:
        number = -1.0
    if not 0.0 <= number <= 1.0:
        raise argparse.ArgumentTypeError(f"expected a number from 0 to 1, got {text!r}")
    return number


def store_url(options: argparse.Namespace) -> str:
    """Where the store is that the command is to use.

    Raises:
        StemmaError: if a setting is wrong.
    """
    from stemma.config import settings

    return options.store or settings().store
