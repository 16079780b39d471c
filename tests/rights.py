"""Acting without the rights of the superuser, to whom no file or folder is forbidden."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

_NOBODY = 65534


@contextmanager
def without_rights(folder: Path) -> Iterator[None]:
    """Act as somebody who may reach `folder` and may do there only what its mode allows."""
    if not hasattr(os, "geteuid"):
        pytest.skip("rights are told otherwise here")
    if os.geteuid() != 0:
        yield
        return
    modes = {each: each.stat().st_mode for each in (folder, *folder.parents)}
    closed = [each for each, mode in modes.items() if not mode & 0o001]
    for each in closed:
        each.chmod(modes[each] | 0o011)
    os.seteuid(_NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)
        for each in closed:
            each.chmod(modes[each])
