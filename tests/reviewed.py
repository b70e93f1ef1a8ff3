"""A database of a few pages whose tools are for a person to say, with its archive."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from db.resolving.deciding import Author
from db.resolving.decisions import Word
from tests.forgotten import read, write_page
from tests.listed import OTHER_TEXT, RETOLD, TEXT
from tests.pages import Card, write_text
from versusdb.deciding import run_decide, run_undo
from versusdb.decision_files import run_import
from versusdb.store import name_archive

# Of one name and other texts: they wait. Of one name and text: the rule joins them.
OSIER = Card(name="Osier", slug="osier", tagline="Rolls out", description=TEXT)
WEAVER = Card(name="Osier", slug="osier-2026", tagline="Cuts up", description=OTHER_TEXT)
TINTYPE = Card(name="Tintype", slug="tintype", tagline="Keeps watch", description=TEXT)
RULES = Card(name="Tintype", slug="tin-type", tagline="Keeps Watch", description=RETOLD)
# Differ in a fact.
SMALL = Card(name="Quern 7B", slug="quern-7b", tagline="Grinds", description="Small one.")
LARGE = Card(name="Quern 22B", slug="quern-22b", tagline="Mills", description="Large one.")
# Like nothing else.
GRAVEL = Card(name="Gravelbed", slug="gravelbed", tagline="Sorts", description="By weight.")
PUMICE = Card(name="Pumice", slug="pumice", tagline="Floats", description="On any lake.")
BARE = Card(name="Skiff", tagline="Rows alone", description="Without a wake.")
PAGES = ((OSIER, GRAVEL), (WEAVER, PUMICE), (TINTYPE, SMALL), (RULES, LARGE))
SITE = "shiporskip.io"


def write_pages(folder: Path) -> Path:
    """Write the pages, each as saved on a day of its own, and a text that shows no slugs."""
    for day, cards in enumerate(PAGES, start=1):
        write_page(folder, f"{day}", *cards, day=day)
    bare = folder / "bare.txt"
    bare.write_text(write_text((BARE, GRAVEL)))
    os.utime(bare, (1777032000, 1777032000))
    return folder


@cache
def _write_store() -> Mapping[str, bytes]:
    with TemporaryDirectory() as name:
        path = Path(name) / "versus.db"
        read(path, write_pages(Path(name) / "pages"))
        return {file.name: file.read_bytes() for file in (path, name_archive(path))}


def make_store(folder: Path) -> Path:
    """Put the database and its archive into a folder; no command is given its name there."""
    for name, body in _write_store().items():
        (folder / name).write_bytes(body)
    return folder / "versus.db"


def line(word: str, one: str, other: str, second: int = 0, **more: Any) -> dict[str, Any]:
    """Return a decision on two slugs as a file has it."""
    return {
        "word": word,
        "one": {"site": SITE, "slug": one},
        "other": {"site": SITE, "slug": other},
        "evidence": {},
        "decided_by": "ida",
        "decided_at": f"2026-06-01T{second // 3600:02}:{second // 60 % 60:02}:{second % 60:02}Z",
        **more,
    }


def write_lines(path: Path, lines: Iterable[Mapping[str, Any] | str]) -> Path:
    """Write a file of decisions, or of what stands in their place."""
    texts = [each if isinstance(each, str) else json.dumps(each) for each in lines]
    path.write_text("".join(f"{text}\n" for text in texts), encoding="utf-8")
    return path


def say_all(path: Path) -> None:
    """Say words of all kinds, and take the last of them back."""
    author = Author("ida", "2026-06-01T00:00:00Z", "she has seen both")
    said: tuple[tuple[Word, str, str], ...] = (
        ("same", "osier", "osier-2026"), ("different", "tintype", "tin-type"),
        ("unsure", "quern-7b", "quern-22b"), ("same", BARE.name, "pumice"),
        ("same", "gravelbed", "pumice"),
    )  # fmt: skip
    for word, one, other in said:
        assert run_decide(word, (one, other), db=path, author=author, is_json=True) == 0
    assert run_undo([len(said)], db=path, author=author, is_json=True) == 0


def take_in(path: Path, file: Path | str, capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    """Take a file in, and return the summary; its status is that of the command."""
    capsys.readouterr()
    status = run_import(str(file), db=path, is_json=True)
    summary: dict[str, Any] = json.loads(capsys.readouterr().out)
    assert summary["exit_status"] == status
    return summary


def count(summary: dict[str, Any]) -> tuple[int, ...]:
    """Return the status, and how many lines were added, known, refused, unreadable, waiting."""
    names = ("exit_status", "added", "known", "refused", "unreadable", "waiting")
    return tuple(summary[name] for name in names)
