"""How long ``stemma --help`` takes against ``python -c pass``."""

from __future__ import annotations

import subprocess
import sys
from argparse import ArgumentParser
from functools import partial
from pathlib import Path

from rounds import alternate, verdict

FACTOR = 3.0
ALLOWANCE = 0.1
"""Seconds over ``FACTOR`` times the bare interpreter that are allowed."""


def main() -> int:
    """Time both and compare; 1 if the target is missed."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=20, help="runs of each (default 20)")
    rounds: int = parser.parse_args().rounds
    command = Path(sys.executable).with_name("stemma")
    start = partial(subprocess.run, [command, "--help"], check=True, stdout=subprocess.DEVNULL)
    bare = partial(subprocess.run, [sys.executable, "-c", "pass"], check=True)
    start()  # writes the bytecode
    seconds, bare_seconds = alternate(start, bare, rounds)
    print(f"stemma --help   {seconds * 1000:7.1f} ms, median of {rounds}")
    print(f"python -c pass  {bare_seconds * 1000:7.1f} ms")
    limit = FACTOR * bare_seconds + ALLOWANCE
    return verdict(seconds <= limit, f"at most {FACTOR:g} times the bare interpreter + {ALLOWANCE:g} s")


if __name__ == "__main__":
    sys.exit(main())
