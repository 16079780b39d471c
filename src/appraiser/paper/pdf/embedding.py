"""What a paper's file says of itself, kept inside it where no reader shows it.

It stands as private data of this program in the catalogue, which PDF/A-2 allows; attachments it
does not.
"""

from __future__ import annotations

from typing import Any

from reportlab.pdfbase import pdfdoc
from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFStream, PDFString

from appraiser.paper.embedded import OURS

_CHANGED = "D:20000101"
"""When the data was last changed, which the catalogue must say; a file that repeats has no time."""


def embed(document: Any, manifest: bytes) -> None:
    """Put a manifest into a document that ReportLab is about to write."""
    held = PDFStream(PDFDictionary(), manifest, filters=[pdfdoc.PDFZCompress])
    ours = PDFDictionary({"LastModified": PDFString(_CHANGED), "Private": document.Reference(held)})
    catalog = document.Catalog
    catalog.__NoDefault__ = [*catalog.__NoDefault__, "PieceInfo"]
    catalog.PieceInfo = PDFDictionary({OURS: ours})
