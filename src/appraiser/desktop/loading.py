"""What is loaded after the first paint, on the worker thread: slow imports and the catalogue."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from appraiser.catalogue.loading import Catalogue

FIRST = (
    "sqlalchemy",
    "numpy",
    "appraiser.store.working_copy",
    "appraiser.session.opening",
    "appraiser.exchange.reading",
    "appraiser.desktop.desk",
    "appraiser.desktop.dialogs.person",
)
"""What opening a file needs, in the order it is needed."""

LATER = ("reportlab.platypus", "appraiser.paper.exporting")
"""What only the paper needs; nobody waits for it."""


def load_engine() -> Catalogue:
    """Import what is slow and read the reference data."""
    from appraiser.catalogue.loading import load_catalogue
    from appraiser.desktop.page_list import page_list

    for name in FIRST:
        import_module(name)
    page_list()
    return load_catalogue()


def load_paper() -> None:
    """Import what the paper needs, so that the first export is as quick as the next."""
    for name in LATER:
        import_module(name)
