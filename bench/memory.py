"""Bench: how much memory this process has held at most."""

from __future__ import annotations

import re
from pathlib import Path


def read_peak() -> int:
    """Return the most bytes that were resident since the program began (Linux only).

    ``getrusage`` also counts what the parent held when it started this process.
    """
    status = Path("/proc/self/status").read_text(encoding="ascii")
    (kilobytes,) = re.findall(r"^VmHWM:\s*(\d+) kB$", status, re.MULTILINE)
    return 1024 * int(kilobytes)
