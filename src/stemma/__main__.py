"""``python -m stemma``: the command line."""

import sys

from stemma.cli import main

sys.exit(main())
