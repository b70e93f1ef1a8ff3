"""Decisions that go with a page are told before and after, and that files of them are left."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from db.resolving.deciding import Author
from db.resolving.decisions import Word
from tests.drifting import select
from tests.forgotten import MARKER, address_of, is_left, read, write_page
from tests.pages import Card
from tests.running import run
from versusdb.deciding import run_decide
from versusdb.decision_files import run_export, run_import

BARE = Card(name=MARKER, slug=None, tagline="Rows")
# Shown without a slug on the page that goes, and with it on one that stays.
NAMED = Card(name="Osier", slug="osier", tagline="Weaves")
OTHERS = [Card(name=name, slug=name.lower(), tagline=name) for name in ("Tintype", "Quern")]
# The page has no address of its own: it is taken down by its bytes.
PAGE = "SELECT sha256 FROM v1_snapshots ORDER BY observed_at LIMIT 1"
FILES = (
    "versusdb: files of decisions that were exported before may still quote it; delete them, "
    "and export anew with 'versusdb review --export FILE --db x.db'\n"
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A database with three words: two name an entry of the page that goes by its name."""
    path = tmp_path / "x.db"
    write_page(tmp_path / "pages", "gone", BARE, OTHERS[0], day=1, link=False)
    write_page(tmp_path / "pages", "stays", OTHERS[0], OTHERS[1], day=2)
    write_page(tmp_path / "pages", "too", OTHERS[1], NAMED, day=3)
    read(path, tmp_path / "pages")
    said: tuple[tuple[Word, str, str], ...] = (
        ("same", MARKER, "tintype"), ("unsure", MARKER, "quern"), ("different", "quern", "osier"),
    )  # fmt: skip
    author = Author("ida", "2026-06-01T00:00:00Z", "seen")
    for word, one, other in said:
        assert run_decide(word, (one, other), db=path, author=author, is_json=True) == 0
    return path


def forget(path: Path, target: str, *options: str) -> tuple[str, str]:
    done = run(path.parent, "forget", target, "--reason", "x", *options, "--db", path.name)
    assert done.returncode == 0
    return done.stdout, done.stderr


@pytest.mark.parametrize("option", ["--dry-run", "--yes"])
def test_decisions_that_go_are_told(path: Path, option: str) -> None:
    """How many, and that what was exported before has them still; the count is what goes."""
    ((digest,),) = select(path, PAGE)
    shown, told = forget(path, digest, option)
    assert "  2 decisions on names that nothing else shows: gone, too\n" in shown
    assert told == FILES
    left = 3 if option == "--dry-run" else 1
    assert select(path, "SELECT count(*) FROM decisions") == [(left,)]


def read_summary(path: Path, target: str, option: str) -> dict[str, Any]:
    summary: dict[str, Any] = json.loads(forget(path, target, option, "--json")[0])
    return summary


def test_the_summary_counts_decisions(path: Path) -> None:
    """The same before and after; once they are gone there are none."""
    ((digest,),) = select(path, PAGE)
    assert read_summary(path, digest, "--dry-run")["decisions"] == 2
    assert read_summary(path, digest, "--yes")["decisions"] == 2
    assert read_summary(path, digest, "--dry-run")["decisions"] == 0


def test_a_decision_on_a_slug_stays_and_loses_what_it_quotes(path: Path) -> None:
    """None goes; that files quote it is told all the same."""
    target = address_of(OTHERS[1], NAMED)
    shown, told = forget(path, target, "--dry-run")
    assert "decision" not in shown
    assert told == FILES
    summary = read_summary(path, target, "--yes")
    assert (summary["decisions"], summary["decisions_quoting"]) == (0, 2)
    assert select(path, "SELECT count(*) FROM decisions") == [(3,)]
    assert "decision" not in forget(path, target, "--dry-run")[1]


def test_a_page_without_a_decision_is_told_without_a_word_of_them(path: Path) -> None:
    """Nothing was said of what it shows."""
    page = Card(name="Punt", slug="punt", tagline="a"), Card(name="Log", slug="log", tagline="b")
    write_page(path.parent / "more", "page", *page, day=5)
    read(path, path.parent / "more")
    shown, told = forget(path, address_of(*page), "--dry-run")
    assert "decision" not in shown + told


@pytest.mark.parametrize("slug", [None, "named"])
def test_an_entry_that_another_page_shows_keeps_its_decision(path: Path, slug: str | None) -> None:
    """Another page shows the name, too, without a slug or with one: nothing goes."""
    card = replace(BARE, slug=slug)
    write_page(path.parent / "more", "page", card, OTHERS[1], day=5, link=slug is not None)
    read(path, path.parent / "more")
    ((digest,),) = select(path, PAGE)
    assert read_summary(path, digest, "--yes")["decisions"] == 0
    sql = "SELECT count(*) FROM v1_decisions WHERE entry_a_id NOTNULL AND entry_b_id NOTNULL"
    assert select(path, sql) == [(3,)]


def test_a_name_that_was_shown_with_a_slug_alone_goes_with_its_page(path: Path) -> None:
    """It came with a file, and means the entry that shows it: its words are that page's."""
    export = path.with_name("f.jsonl")
    run_export(str(export), db=path, is_json=True)
    path = path.with_name("other.db")
    write_page(path.parent / "stays", "page", *OTHERS, day=5)
    page = replace(BARE, slug="named"), OTHERS[1]
    write_page(path.parent / "goes", "page", *page, day=5)
    read(path, path.parent / "stays", path.parent / "goes")
    assert run_import(str(export), db=path, is_json=True) == 3
    assert read_summary(path, address_of(*page), "--dry-run")["decisions"] == 2
    assert read_summary(path, address_of(*page), "--yes")["decisions"] == 2
    assert not is_left(path, MARKER.encode())
