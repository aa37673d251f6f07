"""The command line. Starting it imports next to nothing: what a command needs is imported when it runs."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence

from stemma import __version__
from stemma.cli import answers, keeping, reading
from stemma.errors import StemmaError

INTERRUPTED = 130
PIPE_CLOSED = 141
"""What a shell reports for a program that was ended so."""

_EXIT_CODES = """exit codes:
  0  done                               5  the store cannot be opened, read or written
  1  another error                      6  no such name, claim or document
  2  wrong usage                        7  the store does not hold what was written
  3  a file cannot be read (of many:  130  interrupted
     the rest was done)
  4  the extractor cannot run"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; ``arguments`` are those of the process if None. Gives the exit code, and raises nothing."""
    _be_lenient()
    try:
        options = parser().parse_args(arguments)
        code: int = options.run(options)
        sys.stdout.flush()
    except StemmaError as error:
        _complain(str(error))
        return error.exit_code
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # The reader has gone; Python would complain when it flushes at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return PIPE_CLOSED
    except SystemExit as exit:
        return exit.code if isinstance(exit.code, int) else 2
    except OSError as error:
        _complain(f"{error.filename or 'output'}: {error.strerror or error}")
        return 1
    return code


def parser() -> argparse.ArgumentParser:
    """The parser of all commands."""
    top = argparse.ArgumentParser(
        prog="stemma",
        description="Reads documents about armed groups and keeps what each says as dated, attributed claims, "
        "tied to the words that say it.",
        epilog=_EXIT_CODES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    top.add_argument("--version", action="version", version=f"stemma {__version__}")
    commands = top.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for group in (reading, answers, keeping):
        group.register(commands)
    return top


def _complain(message: str) -> None:
    from stemma.cli.render.printable import printable

    print(f"stemma: {printable(message)}", file=sys.stderr)


def _be_lenient() -> None:
    """A terminal that cannot show a character gets its number, not an error."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")
