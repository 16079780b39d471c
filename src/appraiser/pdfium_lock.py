"""PDFium, which draws and reads PDFs, is not safe on two threads, not even on two documents.

Whoever calls it while other threads run holds this lock from before the first call to after the
last, closing included.
"""

from __future__ import annotations

from threading import RLock

PDFIUM = RLock()
"""May be taken again by the thread that has it: a document forgotten meanwhile closes itself."""
