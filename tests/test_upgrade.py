"""The night after an upgrade: another reader is no change of the site."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.archived import misread
from tests.drifting import ENTRY, mend, read, select, write_pages
from versusdb.errors import CHECK_FAILED, ChecksFailedError

DAY = 1_777_032_000


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A database of six pages that another reader has read."""
    path, pages = tmp_path / "x.db", write_pages(tmp_path / "pages", 6)
    _observe(pages, 1)
    read(path, pages, parse=misread)
    select(path, "UPDATE readings SET reader_version = 'older'")
    return path


def _observe(pages: Path, day: int) -> Path:
    """Let the pages be of a day."""
    for page in pages.iterdir():
        os.utime(page, (DAY + 86_400 * day,) * 2)
    return pages


def test_a_better_reader_invents_no_change(path: Path) -> None:
    """Pages are read again before those of today are compared with them: one version of each."""
    outcome = read(path, _observe(path.parent / "pages", 2))
    assert (outcome.run.counts.entries_changed, outcome.run.counts.quotes_added) == (0, 0)
    assert select(path, "SELECT count(*), count(DISTINCT entry_id) FROM v1_entry_history") == [
        (12, 12)
    ]
    assert select(path, "SELECT DISTINCT category FROM v1_entries") == [("Developer Tools",)]
    assert select(path, "SELECT command, pages_seen FROM v1_runs WHERE run_id > 1") == [
        ("reparse", 6), ("ingest", 6)
    ]  # fmt: skip


def test_a_much_worse_reader_is_stopped_at_once(path: Path) -> None:
    """Where the pages of the archive read much worse, nothing is fetched, and nothing changes."""
    pages = _observe(path.parent / "pages", 2)
    before = select(path, "SELECT * FROM v1_entries")
    blind = mend(("Nothing", ENTRY[0]))
    with pytest.raises(ChecksFailedError, match="reads the pages of the archive much worse") as no:
        read(path, pages, parse=blind)
    assert no.value.exit_status == CHECK_FAILED
    assert select(path, "SELECT * FROM v1_entries") == before
    assert select(path, "SELECT count(*) FROM v1_snapshots") == [(6,)]
    assert read(path, pages).run.counts.entries_changed == 0
