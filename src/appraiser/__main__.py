"""The way in: `appraiser [FILE]` opens the desktop program, anything else is a command."""

from __future__ import annotations

import sys
from pathlib import Path

COMMANDS = {"new", "import", "schema", "export", "results", "check", "verify", "programme"}


def main() -> int:
    """Run the program; give its exit code: 0 done, 1 a problem, 2 wrong usage."""
    arguments = sys.argv[1:]
    if not arguments or (arguments[0] not in COMMANDS and not arguments[0].startswith("-")):
        return _open(arguments)
    from appraiser.cli import run

    return run(arguments)


def _open(arguments: list[str]) -> int:
    """Open the desktop program, on one file if one is named."""
    if len(arguments) > 1:
        sys.stderr.write("Name one file to open, or a command; see appraiser --help.\n")
        return 2
    from appraiser.desktop.app import run

    return run(Path(arguments[0]) if arguments else None)


if __name__ == "__main__":
    sys.exit(main())
