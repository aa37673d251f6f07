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


def store_url(options: argparse.Namespace) -> str:
    """Where the store is that the command is to use.

    Raises:
        StemmaError: if a setting is wrong.
    """
    from stemma.config import settings

    return options.store or settings().store
