"""``reparse`` reads the archive again, and shows what that changes before it does."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import click
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parsers.reading import parse_page
from parsers.records import Reading
from tests.archived import AB, FULL, KEPT, Kept, age, keep, misread, read_again, read_unread
from tests.drifting import ENTRY, mend, read, read_content, select, write_pages
from tests.running import run
from versusdb.bugs import Parse
from versusdb.errors import CHECK_FAILED, CLEAN, ISSUES, FileRefusedError
from versusdb.reparsing import write_lines
from versusdb.retelling import print_reparse
from versusdb.scratch import name_scratch

OBSERVATIONS = st.lists(
    st.tuples(st.sampled_from(range(len(KEPT))), st.integers(1, 6), st.booleans()),
    min_size=1,
    max_size=8,
    unique_by=lambda seen: seen[:2],
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A database that a worse reader has read."""
    path = tmp_path / "x.db"
    keep(path, [(KEPT[0], 1), (KEPT[8], 2)])
    read_unread(path, misread)
    age(path)
    return path


def list_files(folder: Path) -> dict[str, str]:
    """Return the digest of each file that holds anything."""
    return {
        file.name: hashlib.sha256(file.read_bytes()).hexdigest()
        for file in folder.iterdir()
        if file.stat().st_size and not file.name.endswith("-shm")
    }


@settings(max_examples=12, deadline=None)
@given(OBSERVATIONS)
def test_a_deleted_database_is_made_again(seen: list[tuple[int, int, bool]]) -> None:
    """Reparse gives one content, on the old database and on none."""
    with TemporaryDirectory() as folder:
        path, other = Path(folder) / "x.db", Path(folder) / "y.db"
        keep(path, [(KEPT[page], day) for page, day, is_old in seen if is_old])
        read_unread(path, misread)
        age(path)
        keep(path, [(KEPT[page], day) for page, day, is_old in seen if not is_old])
        read_unread(path)
        shutil.copy(path.with_name("x.archive.db"), other.with_name("y.archive.db"))
        told = [read_again(each, apply=True, accept_drift=True) for each in (path, other)]
        assert read_content(path) == read_content(other)
        assert told[1].pages_reread + told[1].run.counts.pages_failed == len(seen)


def test_nothing_is_written_before_it_is_applied(path: Path) -> None:
    """The look shows each field before and after, and leaves all files as they were."""
    before = list_files(path.parent)
    look = read_again(path)
    assert list_files(path.parent) == before
    done = read_again(path, apply=True)
    assert look.differences == done.differences
    fields = look.differences.views["v1_entries"].fields
    assert fields["category"].count == 1
    (example,) = fields["category"].examples
    assert (example.before, example.after) == ("Misread", "Developer Tools")
    assert example.source_url == "https://shiporskip.io/tool/tintype-2026"
    quotes = look.differences.views["v1_quotes"]
    assert (quotes.new, quotes.gone) == (2, 1)
    assert read_again(path).differences.rows == 0
    assert not name_scratch(path).exists()


def test_a_better_reader_is_no_change_of_the_site(path: Path) -> None:
    """The histories name the run that read the pages first, and have no version more."""
    history = "SELECT count(*), count(DISTINCT run_id), max(run_id) FROM v1_entry_history"
    before = select(path, history)
    read_again(path, apply=True)
    assert select(path, history) == before
    (ledger,) = select(
        path,
        "SELECT command, status, pages_seen, pages_fetched, pages_unchanged, pages_failed, "
        "entries_added, entries_changed, issues FROM v1_runs ORDER BY run_id DESC LIMIT 1",
    )
    assert ledger == ("reparse", "clean", 2, 0, 0, 0, 0, 0, 0)


def test_the_same_bytes_are_read_once(tmp_path: Path) -> None:
    """Nights on which a page is unchanged cost nothing: they share one reading, as before."""
    path, bodies = tmp_path / "x.db", []

    def count(body: bytes, **known: Any) -> Reading:
        bodies.append(body)
        return parse_page(body, **known)

    keep(path, [(page, day) for page in (KEPT[0], KEPT[9]) for day in range(1, 9)])
    readings = "SELECT (SELECT count(*) FROM readings), count(*) FROM snapshots"
    for _ in range(2):
        told = read_again(path, parse=count, apply=True)
        assert (told.pages_reread, told.run.counts.pages_failed) == (8, 8)
        assert select(path, readings) == [(2, 16)]
        age(path)
    assert len(bodies) == 4


def fail(body: bytes, **known: Any) -> Reading:
    """Read nothing at all."""
    raise ZeroDivisionError


@pytest.mark.parametrize("older", [misread, fail])
def test_what_shares_a_reading_is_computed_anew(tmp_path: Path, older: Parse) -> None:
    """Nothing stays of what an older reader saw on the nights between."""
    path, other = tmp_path / "x.db", tmp_path / "y.db"
    for each in (path, other):
        keep(each, [(KEPT[0], 1), (KEPT[1], 2), (KEPT[0], 3), (KEPT[4], 4), (KEPT[0], 5)])
    read_unread(path, older)
    age(path)
    for each in (path, other):
        read_again(each, apply=True, accept_drift=True)
    assert read_content(path) == read_content(other)


def test_a_missing_database_is_shown_and_not_made(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without --apply no database is made; with it, all is in it, and rows can be told apart."""
    path.unlink()
    path.with_name("x.db.lock").unlink()
    look = read_again(path)
    assert not path.with_name("x.db.lock").exists()
    assert (look.pages_reread, look.content["entries"], path.exists()) == (2, 3, False)
    done = read_again(path, apply=True)
    assert (done.differences, path.exists()) == (look.differences, True)
    print_reparse(path, done, is_json=False)
    *shown, last = capsys.readouterr().out.splitlines()
    assert last == f"{path}: {done.differences.rows} rows new"
    told = [line for line in shown if line.startswith("  new: ") and ": and " not in line]
    views = done.differences.views.values()
    assert len(told) == sum(min(view.new, 3) for view in views)
    assert any(
        re.fullmatch(r"  new: .*, \w+: '.*', from 2026-\d\d-\d\dT.*Z", line) for line in told
    )
    for view in views:
        assert len({(each.name, each.source_url, each.detail) for each in view.new_examples}) == (
            len(view.new_examples)
        )


def test_no_archive_is_made(tmp_path: Path) -> None:
    """Where there is nothing to read again, a command that may write makes nothing either."""
    for applies in (False, True):
        with pytest.raises(FileRefusedError, match=r"no archive \(x.archive.db\) to make it from"):
            read_again(tmp_path / "x.db", apply=applies)
    assert list(tmp_path.iterdir()) == []
    (tmp_path / "x.db").write_text("notes")
    with pytest.raises(FileRefusedError, match="this is not an SQLite file"):
        read_again(tmp_path / "x.db")


def test_a_database_without_its_archive_is_told(path: Path) -> None:
    """It is the archive that is missing, and is to be put back."""
    path.with_name("x.archive.db").unlink()
    with pytest.raises(FileRefusedError, match=r"archive x.archive.db is missing; put it back"):
        read_again(path)


@pytest.fixture
def drifted(tmp_path: Path) -> Path:
    """A database of six pages that one reader reads well."""
    path = tmp_path / "x.db"
    read(path, write_pages(tmp_path / "pages", 6, ENTRY), parse=mend(ENTRY))
    age(path)
    return path


def test_a_much_worse_reader_loads_nothing(drifted: Path) -> None:
    """It is refused as a run is; nothing waits for it, for every page has a reading."""
    before = read_content(drifted)
    told = read_again(drifted, apply=True)
    assert (told.exit_status, told.is_refused) == (CHECK_FAILED, True)
    assert {drop.now.field for drop in told.drift} == {"tools.entry_price"}
    after = read_content(drifted)
    assert (after, told.pages_held) == (before, 0)
    told = read_again(drifted, apply=True, accept_drift=True)
    assert told.exit_status == ISSUES
    assert read_content(drifted) != before


def test_damaged_bytes_cost_their_page_an_issue(path: Path) -> None:
    """What the archive cannot give keeps the reading that it has, and the rest goes on."""
    digest = hashlib.sha256(KEPT[8].body.encode()).hexdigest()
    archive = path.with_name("x.archive.db")
    select(archive, f"UPDATE bodies SET data = x'00' WHERE sha256 = '{digest}'")
    told = read_again(path, apply=True)
    assert (told.exit_status, told.pages_reread) == (ISSUES, 1)
    assert told.run.counts.pages_failed == 1
    assert told.differences.issues_new.by_code == {"body_corrupt": 1}
    assert told.differences.views["v1_entries"].gone == 0


def test_issues_heal_and_come(tmp_path: Path) -> None:
    """A look says which issues a reader heals, and which it brings."""
    path = tmp_path / "x.db"
    keep(path, [(Kept(AB, FULL.replace("Panel ship", "Panel approval")), 1)])
    read_unread(path)
    age(path)
    look = read_again(path, parse=mend(("Panel ship", "Panel approval")))
    assert (look.differences.issues_healed.count > 0, look.differences.issues_new.count) == (
        True, 0,
    )  # fmt: skip
    assert look.exit_status == CLEAN


def test_what_was_discarded_stays_discarded(tmp_path: Path) -> None:
    """The operator's word is not overruled by a new reader."""
    path = tmp_path / "x.db"
    read(path, write_pages(tmp_path / "pages", 6))
    assert read(path, write_pages(tmp_path / "wrong", 6, ENTRY, first=6)).is_refused
    assert run(tmp_path, "ingest", "--discard-held", "2", "--db", "x.db").returncode == CLEAN
    age(path)
    told = read_again(path, parse=mend(ENTRY), apply=True)
    assert told.pages_reread == 6
    discarded = "SELECT count(*) FROM v1_issues WHERE code = 'discarded' AND resolved_at IS NULL"
    assert select(path, discarded) == [(6,)]


def test_a_list_of_differences_is_whole_or_not_there(tmp_path: Path) -> None:
    """What was cut off leaves no file, and one that is there is not overwritten."""
    path = tmp_path / "d.jsonl"
    with pytest.raises(ZeroDivisionError), write_lines(path):
        raise ZeroDivisionError
    assert list(tmp_path.iterdir()) == []
    with write_lines(path) as write:
        assert write is not None
        write("{}\n")
    with pytest.raises(click.BadParameter, match="there already"), write_lines(path):
        pass
    assert path.read_text() == "{}\n"


def test_the_command_tells_all(path: Path) -> None:
    """Words, JSON and JSON Lines say the same; too little space is status 8, and leaves no copy."""
    full = run(path.parent, "reparse", "--db", "x.db", "--keep-free", "99999999")
    assert (full.returncode, "room for a copy" in full.stderr) == (8, True)
    name_scratch(path).write_text("what a killed run has left")
    shown = run(path.parent, "reparse", "--db", "x.db")
    assert shown.returncode == CLEAN, shown.stderr
    assert "Tintype (https://shiporskip.io/tool/tintype-2026): 'Misread' → 'Developer Tools'" in (
        shown.stdout
    )
    assert "nothing was written; 'versusdb reparse --apply' writes this" in shown.stdout
    told = run(
        path.parent, "reparse", "--db", "x.db", "--json", "--apply", "--differences", "d.jsonl"
    )
    assert "  new: Tintype (https://shiporskip.io/tool/tintype-2026), " in shown.stdout
    summary = json.loads(told.stdout)
    assert (summary["exit_status"], summary["is_applied"], summary["run_id"]) == (0, True, 2)
    lines = [json.loads(line) for line in (path.parent / "d.jsonl").read_text().splitlines()]
    counts = [sum(v[how] for v in summary["views"].values()) for how in ("new", "gone", "changed")]
    assert sum(counts) == len(lines)
    assert not name_scratch(path).exists()
