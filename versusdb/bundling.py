"""Command: puts beside a data set what shows it in a browser: all that plain Datasette needs.

``datasette/`` is a configuration directory as Datasette reads it: metadata, settings, templates,
and a plugin of a few lines that loads the package ``publish`` from a copy beside it. So a finished
set and a live file are shown by the same code, and who has the set needs nothing but Datasette.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import PurePosixPath
from typing import Any

from publish.arranging import arrange
from publish.asking import read_questions
from publish.describing import read_contents
from publish.settings import SETTINGS
from versusdb.croissant import describe_markup
from versusdb.data_set import BUNDLE, DATABASE_NAME, DataSet

PACKAGE = "publish"
# Without the second line, Python would put files of its own into the set.
PLUGIN = f'''\
"""Loads the plugin that lies beside this folder."""

import sys
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from {PACKAGE} import plugin  # noqa: E402

plugin.register()
'''


def list_bundle(connection: sqlite3.Connection, data: DataSet) -> dict[str, bytes]:
    """Return the files of the bundle, by their names within the set."""
    contents, described = read_contents(connection), describe_markup(data.facts, data.tables)
    name = PurePosixPath(DATABASE_NAME).stem
    written = {
        "metadata.json": _write_json(arrange(name, contents, read_questions(), described)),
        "settings.json": _write_json(dict(SETTINGS)),
        "plugins/versusdb.py": PLUGIN.encode(),
    }
    for name, body in _read_folder(files(PACKAGE)):
        # There Datasette looks for them.
        is_template = name.startswith("templates/")
        written[name if is_template else f"{PACKAGE}/{name}"] = body
    return {f"{BUNDLE}/{name}": body for name, body in sorted(written.items())}


def _read_folder(folder: Traversable, within: str = "") -> Iterator[tuple[str, bytes]]:
    """Yield the files in a folder by name, but what Python has made of them."""
    for file in folder.iterdir():
        name = f"{within}{file.name}"
        if file.is_dir() and file.name != "__pycache__":
            yield from _read_folder(file, f"{name}/")
        elif file.is_file():
            yield name, file.read_bytes()


def _write_json(value: dict[str, Any]) -> bytes:
    return (json.dumps(value, indent=2, ensure_ascii=False) + "\n").encode()
