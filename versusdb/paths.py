"""Command: the paths that an operator names, of a file or of a folder."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from pathlib import Path


class _NamedPath(click.Path):
    """A path as pathlib has it, which is imported when one is read, and not for ``--help``."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        from pathlib import Path

        return Path(os.fsdecode(super().convert(value, param, ctx)))


FILE = _NamedPath(dir_okay=False)
FOLDER = _NamedPath(file_okay=False)
