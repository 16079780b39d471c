"""The pages, found by looking: every module of `pages` that says `PAGE` is one."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

from appraiser.desktop import pages
from appraiser.desktop.widgets.page import PageInfo


def page_list() -> tuple[PageInfo, ...]:
    """Give what every page says of itself, in the order of the journey."""
    names = (each.name for each in iter_modules(pages.__path__))
    found = (getattr(import_module(f"{pages.__name__}.{name}"), "PAGE", None) for name in names)
    infos = [info for info in found if isinstance(info, PageInfo)]
    return tuple(sorted(infos, key=lambda info: info.stage.number))
