"""Command: which code this is: the program's version and the digest of its reader."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable


@cache
def digest_reader() -> str:
    """Return 12 hex digits of the SHA-256 over every module of ``parsers``, by name and bytes.

    A page is read again when this changes, so that a better reader reaches old pages.
    """
    digest = hashlib.sha256()
    for name, file in sorted(_list_modules(files("parsers"), "parsers")):
        digest.update(name.encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()[:12]


def _list_modules(folder: Traversable, prefix: str) -> Iterator[tuple[str, Traversable]]:
    for item in folder.iterdir():
        name = f"{prefix}/{item.name}"
        if item.is_dir():
            yield from _list_modules(item, name)
        elif item.name.endswith(".py"):
            yield name, item
