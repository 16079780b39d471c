"""Where the program was when it went wrong, written down without a word of the appraisal."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

LARGEST_LOG = 200_000
"""Bytes; a log that has grown past this is begun anew, and the last one kept beside it."""


def write_fault(log: Path, error: BaseException) -> None:
    """Add an error to the log; raise `OSError` where that cannot be done."""
    from datetime import datetime

    log.parent.mkdir(parents=True, exist_ok=True)
    if log.exists() and log.stat().st_size > LARGEST_LOG:
        log.replace(log.with_suffix(".old.log"))
    with log.open("a", encoding="utf-8") as file:
        file.write(f"{datetime.now().astimezone():%Y-%m-%d %H:%M:%S %z} {_surroundings()}\n")
        file.writelines(f"{line}\n" for line in _account(error))


def _surroundings() -> str:
    import platform
    from importlib.metadata import version

    qt = version("PySide6-Essentials")
    return f"Python {platform.python_version()}, Qt {qt}, {platform.system()}"


def _account(error: BaseException) -> Iterator[str]:
    """Say where it happened. What an error says may quote the appraisal, so it is left out."""
    import traceback

    chain: list[BaseException] = []
    following: BaseException | None = error
    while following is not None and following not in chain:
        chain.append(following)
        following = following.__cause__ or following.__context__
    for each in reversed(chain):
        yield f"  {type(each).__module__}.{type(each).__qualname__}"
        for frame in traceback.extract_tb(each.__traceback__):
            yield f"    {_place(Path(frame.filename))}:{frame.lineno} {frame.name}"


def _place(file: Path) -> str:
    """Name a module by the end of its path; the start may hold a person's name."""
    return "/".join(file.parts[-3:])
