"""Tags of a PDF: what each mark on a page is, for a screen reader. Conforms to PDF/UA and PDF/A.

ReportLab draws; this room watches what it draws and says what it was. Whatever is not named is an
artifact, so that every mark of a page is one or the other.
"""
