"""A PDF that opens only with a password."""

from __future__ import annotations

from io import BytesIO


def locked(content: bytes, password: str) -> bytes:
    """Give a PDF encrypted with a password, by AES of 256 bits; screen readers may still read it.

    The bytes differ every time, and PDF/A allows no encryption: a paper for the archive has none.
    """
    import pikepdf

    found = BytesIO()
    with pikepdf.open(BytesIO(content)) as pdf:
        allowed = pikepdf.Permissions(accessibility=True, extract=True, modify_other=False)
        key = pikepdf.Encryption(owner=password, user=password, R=6, allow=allowed)
        pdf.save(found, encryption=key)
    return found.getvalue()
