"""Pictures in and out: a file of any kind that Qt reads, made a PNG that an appraisal can hold."""

from __future__ import annotations

import base64
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QColorSpace, QImage, QImageReader, QPainter

from appraiser.domain.checking import MOST_PICTURE
from appraiser.domain.problem import Problem

LARGEST = QSize(1200, 600)
"""Dots that a picture keeps at the most: more than print shows of a logo."""

MOST_DOTS = 16_000_000
"""Dots of a picture that is read at all, so that the window does not stand still."""

MOST_BYTES = 40_000_000
"""Bytes of a file that is read at all."""

_SMALLER = 0.8
"""How much smaller a picture is made, again and again, until an appraisal can hold it."""

_NO_PICTURE = "is not a picture that can be read"

_Smooth = Qt.TransformationMode.SmoothTransformation
_Keep = Qt.AspectRatioMode.KeepAspectRatio


def picture_in(path: Path) -> str:
    """Give the picture in a file as PNG in base64, small enough for an appraisal.

    Raises `Problem` where there is no picture that can be read.
    """
    try:
        return _held(_fitted(read_picture(_content(path))))
    except Problem as problem:
        raise Problem(
            f'"{path.name}" {problem.what}.',
            safe="Nothing was changed.",
            todo="Choose a picture such as a PNG or a JPEG.",
        ) from None


def picture_of(held: str) -> QImage | None:
    """Give a picture that an appraisal holds, or None where it cannot be read."""
    try:
        return read_picture(base64.b64decode(held))
    except (Problem, ValueError):
        return None


def read_picture(content: bytes) -> QImage:
    """Read a picture, upright and in the colours of a screen; raise `Problem` where it is none."""
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    try:
        found = _read(reader)
    finally:
        reader.setDevice(None)  # type: ignore[arg-type]  # it must not outlive what it reads from
    if found.colorSpace().isValid():
        found.convertToColorSpace(QColorSpace(QColorSpace.NamedColorSpace.SRgb))
    return found


def _read(reader: QImageReader) -> QImage:
    reader.setAutoTransform(True)
    size = reader.size()
    if not reader.canRead() or size.isEmpty():
        raise Problem(_NO_PICTURE)
    if size.width() * size.height() > MOST_DOTS:
        raise Problem(f"is too large to be read: {size.width():,} by {size.height():,} dots")
    drawing = b"svg" in reader.format().data()  # which has no dots to lose
    if drawing or size.width() > LARGEST.width() or size.height() > LARGEST.height():
        reader.setScaledSize(size.scaled(LARGEST, _Keep))  # a photograph is read faster so
    found = reader.read()
    if found.isNull():
        raise Problem(_NO_PICTURE)
    return found


def _content(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise Problem("is a folder, not a picture")
        size = path.stat().st_size
        if not size:
            raise Problem("is empty")
        if size > MOST_BYTES or not path.is_file():
            raise Problem("is too large to be a picture of this kind")
        return path.read_bytes()
    except OSError as fault:
        why = fault.strerror or type(fault).__name__
        raise Problem(f"cannot be read: {why[0].lower()}{why[1:]}") from None


def _fitted(picture: QImage) -> QImage:
    """Give the dots of a picture alone, without what its file said, no larger than is kept."""
    if picture.width() > LARGEST.width() or picture.height() > LARGEST.height():
        picture = picture.scaled(LARGEST, _Keep, _Smooth)  # it was turned upright since
    plain = QImage(picture.size(), QImage.Format.Format_ARGB32)
    plain.fill(0)
    painter = QPainter(plain)
    painter.drawImage(0, 0, picture)
    painter.end()
    return plain


def _held(picture: QImage) -> str:
    held = _as_png(picture)
    while len(held) > MOST_PICTURE:
        picture = picture.scaled(picture.size() * _SMALLER, _Keep, _Smooth)
        held = _as_png(picture)
    return held


def _as_png(picture: QImage) -> str:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")  # type: ignore[call-overload] # a device is as good as a name
    return base64.b64encode(buffer.data().data()).decode()
