"""The properties of a PDF, with the date of the paper in place of the time of day."""

from __future__ import annotations

from datetime import date
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFInfo, PDFName, PDFString


class Properties(PDFInfo):
    """The document's information dictionary.

    ReportLab dates a file that must repeat to 2000. This gives the day of the paper, or no date.
    """

    def __init__(self, dated: date | None) -> None:
        super().__init__()
        self.dated = dated

    def format(self, document: Any) -> Any:
        """Give the dictionary as the file holds it."""
        held: dict[str, Any] = {
            "Title": PDFString(self.title),
            "Author": PDFString(self.author),
            "Subject": PDFString(self.subject),
            "Keywords": PDFString(self.keywords),
            "Producer": PDFString(self.producer),
            "Creator": PDFString(self.creator),
            "Trapped": PDFName(self.trapped),
        }
        if self.dated:
            held["CreationDate"] = held["ModDate"] = PDFString(f"D:{self.dated:%Y%m%d}")
        return PDFDictionary(held).format(document)
