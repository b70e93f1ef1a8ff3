"""Fetch: what an operator or the system names, written as text that can be shown and kept.

Names of files are bytes, and Python has bytes that are no text stand in a string as lone
surrogates, which no database and no JSON takes.
"""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

CONTROL = re.compile(r"[\x00-\x1f\x7f]")


def show_text(text: str) -> str:
    """Write what stands on a command line as text, each byte that is none by its number."""
    return text.encode("utf-8", errors="surrogateescape").decode("utf-8", errors="backslashreplace")


def show_path(path: Path) -> str:
    """Write a path as text on one line, also one whose bytes are none."""
    text = os.fsencode(path).decode("utf-8", errors="backslashreplace")
    return CONTROL.sub(lambda match: repr(match[0])[1:-1], text)
