"""What the computer refused, in words a person knows."""

from __future__ import annotations

import errno
import sqlite3

_REASONS_BY_NAME = {
    "ENOSPC": "the disk is full",
    "EDQUOT": "your share of the disk is full",
    "EFBIG": "the disk is full",
    "EACCES": "you are not allowed to write there",
    "EPERM": "you are not allowed to write there",
    "EROFS": "you are not allowed to write there",
    "ENOENT": "the folder is not there",
    "ENOTDIR": "the folder is not there",
    "EHOSTDOWN": "the server cannot be reached",
    "EHOSTUNREACH": "the server cannot be reached",
    "ENETUNREACH": "the server cannot be reached",
    "ETIMEDOUT": "the server does not answer",
    "EBUSY": "another program is using the file",
    "ETXTBSY": "another program is using the file",
    "ENAMETOOLONG": "the name is too long",
    "EIO": "the disk does not answer",
}

# not every system knows every name
_REASONS = {getattr(errno, name, -1): why for name, why in _REASONS_BY_NAME.items()}

_SQLITE_REASONS = {
    sqlite3.SQLITE_FULL: "the disk is full",
    sqlite3.SQLITE_READONLY: "you are not allowed to write there",
    sqlite3.SQLITE_CANTOPEN: "the folder is not there",
    sqlite3.SQLITE_BUSY: "another program is using the file",
    sqlite3.SQLITE_IOERR: "the disk does not answer",
}

_WINDOWS_SHARING = 32  # another program has the file open


def is_damage(error: BaseException) -> bool:
    """Tell whether an error speaks of what is in a file, not of the place it is in."""
    original = getattr(error, "orig", None) or error
    code = getattr(original, "sqlite_errorcode", 0) & 0xFF
    return not isinstance(original, OSError) and code not in _SQLITE_REASONS


def reason(error: BaseException) -> str:
    """Say in a few words why the computer refused, ready to follow "because" or a colon."""
    original = getattr(error, "orig", None)
    if isinstance(original, BaseException):  # SQLAlchemy wraps what SQLite raised
        error = original
    if isinstance(error, sqlite3.Error):
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        return _SQLITE_REASONS.get(code, "the file cannot be used")
    if isinstance(error, OSError):
        if getattr(error, "winerror", None) == _WINDOWS_SHARING:
            return "another program is using the file"
        why = error.strerror or "the computer refused"
        return _REASONS.get(error.errno or 0, why[:1].lower() + why[1:])
    return "the name cannot be used"
