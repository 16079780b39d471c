"""Which process this is, and whether another one of this computer still runs."""

from __future__ import annotations

import os
import platform
import sys
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Process:
    """A process on a computer. `started` tells it from a later one given the same number."""

    host: str
    pid: int
    started: str = ""


def this_process() -> Process:
    """Give the process that runs this, asked anew each time since a process can fork."""
    pid = os.getpid()
    return Process(platform.node(), pid, _started(pid))


def is_gone(process: Process) -> bool:
    """Tell whether a process has surely ended; one on another computer is taken to run."""
    if process.host != platform.node():
        return False
    if not _runs(process.pid):
        return True
    started = _started(process.pid)
    return bool(started and process.started) and started != process.started


if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    _MAY_ASK = 0x1000  # PROCESS_QUERY_LIMITED_INFORMATION
    _STILL_ACTIVE = 259
    _ACCESS_DENIED = 5
    _kernel = ctypes.WinDLL("kernel32", use_last_error=True)
    _kernel.OpenProcess.restype = wintypes.HANDLE
    _kernel.CloseHandle.argtypes = [wintypes.HANDLE]

    def _runs(pid: int) -> bool:
        """Ask without os.kill, which on Windows ends the process it asks about."""
        handle = _kernel.OpenProcess(_MAY_ASK, False, pid)
        if not handle:
            return ctypes.get_last_error() == _ACCESS_DENIED
        code = wintypes.DWORD()
        asked = _kernel.GetExitCodeProcess(wintypes.HANDLE(handle), ctypes.byref(code))
        _kernel.CloseHandle(handle)
        return not asked or code.value == _STILL_ACTIVE

    def _started(pid: int) -> str:
        handle = _kernel.OpenProcess(_MAY_ASK, False, pid)
        if not handle:
            return ""
        times = [wintypes.FILETIME() for _ in range(4)]
        asked = _kernel.GetProcessTimes(wintypes.HANDLE(handle), *map(ctypes.byref, times))
        _kernel.CloseHandle(handle)
        made = times[0]
        return f"{made.dwHighDateTime:x}-{made.dwLowDateTime:x}" if asked else ""

else:

    def _runs(pid: int) -> bool:
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return False
        except (PermissionError, OverflowError):
            return True
        return not _is_zombie(pid)

    def _is_zombie(pid: int) -> bool:
        return _stat(pid)[:1] == ["Z"]

    def _started(pid: int) -> str:
        """Give the boot and the tick of the process's start; nothing where there is no /proc."""
        fields = _stat(pid)
        if not fields:
            return ""
        try:
            boot = Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
        except OSError:
            boot = ""
        return f"{boot}-{fields[19]}"

    def _stat(pid: int) -> list[str]:
        """Give the fields of /proc/PID/stat after the name, which may itself hold spaces."""
        try:
            text = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace")
        except OSError:
            return []
        return text.rpartition(")")[2].split()
