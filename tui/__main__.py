"""`python -m tui`: the command line, where the figcheck script is not on the path."""

import sys

from tui.cli import main

if __name__ == "__main__":
    sys.exit(main())
