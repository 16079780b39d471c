"""Where a shipped file is: beside the package when installed, at the root in a checkout."""

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent
ROOTS = (PACKAGE, PACKAGE.parent.parent)


class MissingResource(FileNotFoundError):
    """A file that belongs to the program is not where it should be."""

    def __init__(self, name: str) -> None:
        super().__init__(f"Appraiser's own file {name} is missing. Install the program again.")


def resource(*parts: str) -> Path:
    """Give the path of a shipped file or folder, such as `resource("fonts", "OFL.txt")`."""
    return _shipped("resources", *parts)


def sample(name: str) -> Path:
    """Give the path of a sample trust, such as `sample("leicester")`."""
    return _shipped("sample_trusts", f"{name}.json")


def _shipped(*parts: str) -> Path:
    for root in ROOTS:
        path = root.joinpath(*parts)
        if path.exists():
            return path
    raise MissingResource("/".join(parts))
