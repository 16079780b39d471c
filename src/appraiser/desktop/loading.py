"""What is loaded after the first paint, on the worker thread: slow imports and the catalogue."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from appraiser.catalogue.loading import Catalogue

SLOW = (
    "sqlalchemy",
    "numpy",
    "appraiser.store.working_copy",
    "appraiser.session.opening",
    "appraiser.exchange.reading",
    "appraiser.desktop.desk",
    "appraiser.desktop.dialogs.person",
    "appraiser.paper.exporting",
    "reportlab.platypus",
)
"""In this order: what opening a file needs first, what only the paper needs last."""


def load_engine() -> Catalogue:
    """Import what is slow and read the reference data."""
    from appraiser.catalogue.loading import load_catalogue
    from appraiser.desktop.page_list import page_list

    for name in SLOW:
        import_module(name)
    page_list()
    return load_catalogue()
