"""What becomes of pages that were held back, and what later runs are compared with."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.drifting import ENTRY, PANEL, mend, read, read_content, select, write_pages
from tests.pages import Card, write_html
from tests.running import run
from tests.tool_pages import ADDRESS, PAGE
from versusdb.store import name_archive

BUSY = "<h1>503 Service unavailable</h1><p>Try again later, please. Page {}."


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A database into which six good pages were read, and then 18 error pages."""
    path = tmp_path / "x.db"
    _read_local(path, tmp_path / "before", 0)
    wrong = tmp_path / "wrong"
    wrong.mkdir()
    for number in range(18):
        (wrong / f"{number}.html").write_text(BUSY.format(number))
    assert read(path, wrong).is_refused
    return path


def _read_local(path: Path, folder: Path, first: int, *swaps: tuple[str, str]) -> bool:
    """Read six pages without an address, of the same group as error pages; tell if refused."""
    folder.mkdir()
    for number in range(first, first + 6):
        cards = [Card(name=f"Tool {number} {side}", tagline=side * 9) for side in "ab"]
        page = write_html(cards)
        for old, new in swaps:
            page = page.replace(old, new)
        (folder / f"{number}.html").write_text(page)
    return read(path, folder).is_refused


def test_discarded_pages_wait_no_more(path: Path) -> None:
    """Wrong pages are discarded by their run: the check is clean, and nothing is loaded."""
    before = read_content(path)
    assert run(path.parent, "check", "--db", "x.db").returncode == 4
    done = run(path.parent, "ingest", "--discard-held", "2", "--db", "x.db")
    assert (done.returncode, "discarded 18 pages of run 2" in done.stderr) == (0, True)
    assert run(path.parent, "check", "--db", "x.db").returncode == 0
    after = read_content(path)
    for view in ("entries", "quotes", "comparisons"):
        assert after[view] == before[view]
    status = json.loads(run(path.parent, "status", "--db", "x.db", "--json").stdout)
    assert (status["pages_held"], status["open_issues"]) == (
        0, [{"stage": "parse", "code": "discarded", "count": 18}],
    )  # fmt: skip


def test_discarded_pages_say_so_whenever_they_come(path: Path) -> None:
    """The archive keeps their bytes; this reader does not read them, and that is an issue."""
    run(path.parent, "ingest", "--discard-held", "2", "--db", "x.db")
    for _ in range(2):
        done = run(path.parent, "ingest", "wrong", "--db", "x.db")
        assert done.returncode == 3
        assert done.stderr.count("discarded with run 2; 'versusdb ingest' with this page and") == 18
        assert "18 pages: 0 new, 0 unchanged, 18 failed" in done.stdout
        assert "18 issues" in done.stdout
    select(path, "UPDATE readings SET reader_version = 'older' WHERE kind = 'unknown'")
    assert read(path, path.parent / "wrong").is_refused


def test_pages_discarded_by_mistake_are_brought_back(tmp_path: Path) -> None:
    """``--accept-drift`` with the pages reads and loads them, and resolves their issues."""
    path = tmp_path / "x.db"
    read(path, write_pages(tmp_path / "before", 6))
    after = write_pages(tmp_path / "after", 6, ENTRY, first=10)
    assert read(path, after).is_refused
    run(tmp_path, "ingest", "--discard-held", "2", "--db", "x.db")
    assert read(path, after).run.counts.issues == 6
    outcome = read(path, after, accept_drift=True)
    assert (outcome.run.counts.entries_added, outcome.pages_reread) == (12, 6)
    assert select(path, "SELECT * FROM v1_issues WHERE code = 'discarded'") == []
    assert read(path, after).run.counts.pages_failed == 0


def test_pages_discarded_by_mistake_are_looked_for_in_every_file(tmp_path: Path) -> None:
    """``--accept-drift`` reads files again that were finished, if they may hold such pages."""
    path = tmp_path / "x.db"
    finished = "INSERT INTO finished_files VALUES ('x.warc.gz', 'a mark', '', 'a time')"
    read(path, write_pages(tmp_path / "before", 6))
    after = write_pages(tmp_path / "after", 6, ENTRY, first=10)
    assert read(path, after).is_refused
    select(name_archive(path), finished)
    for arguments, count in ((("--discard-held", "2"), 1), (("--accept-drift",), 0)):
        run(tmp_path, "ingest", *arguments, "--db", "x.db")
        assert len(select(name_archive(path), "SELECT * FROM finished_files")) == count
    read(path, after, accept_drift=True)
    select(name_archive(path), finished)
    run(tmp_path, "ingest", "--accept-drift", "--db", "x.db")
    assert len(select(name_archive(path), "SELECT * FROM finished_files")) == 1


def test_pages_of_another_kind_are_not_discarded(tmp_path: Path) -> None:
    """What a refused run holds back of kinds that did not fall is read as if it had just come."""
    path, after = tmp_path / "x.db", tmp_path / "after"
    read(path, write_pages(tmp_path / "before", 6))
    write_pages(after, 6, ENTRY, first=10)
    link = f'<!doctype html><link rel="canonical" href="{ADDRESS}">'
    (after / "tool.html").write_text(PAGE.replace("<!doctype html>", link))
    assert read(path, after).is_refused
    done = run(tmp_path, "ingest", "--discard-held", "2", "--db", "x.db")
    assert (done.returncode, "discarded 6 pages of run 2" in done.stderr) == (0, True)
    assert "; 1 other page did not read worse, and will be read now" in done.stderr
    assert "1 page: 0 new, 0 unchanged, 1 read again, 0 failed\n1 entry added" in done.stdout
    assert select(path, "SELECT kind, count(*) FROM v1_snapshots GROUP BY kind") == [
        ("comparison", 6), ("tool", 1), ("unknown", 6),
    ]  # fmt: skip


def test_held_pages_are_accepted_without_a_source(tmp_path: Path) -> None:
    """``--accept-drift`` alone loads all that is held back, and counts it as read again."""
    path = tmp_path / "x.db"
    read(path, write_pages(tmp_path / "before", 6))
    assert read(path, write_pages(tmp_path / "after", 6, ENTRY, first=10)).is_refused
    done = run(tmp_path, "ingest", "--accept-drift", "--db", "x.db", "--json")
    told = json.loads(done.stdout)
    assert (told["entries_added"], told["pages_held"], told["pages_reread"]) == (12, 0, 6)


def test_held_pages_that_come_again_are_counted(path: Path) -> None:
    """A page that is read again, and in vain, is told as failed and as nothing else."""
    done = run(path.parent, "ingest", "wrong", "--db", "x.db")
    assert "18 pages: 0 new, 0 unchanged, 18 failed" in done.stdout
    done = run(path.parent, "ingest", "before", "--db", "x.db")
    assert "6 pages: 0 new, 6 unchanged, 0 failed" in done.stdout


def test_accepting_and_discarding_at_once_is_refused(path: Path) -> None:
    """One loads what the other would not: wrong usage, and no run is begun."""
    done = run(path.parent, "ingest", "--accept-drift", "--discard-held", "2", "--db", "x.db")
    assert done.returncode == 2
    assert "give --discard-held first" in done.stderr
    assert select(path, "SELECT count(*) FROM runs") == [(2,)]


def test_only_the_pages_of_a_run_are_discarded(path: Path) -> None:
    """What another run holds back goes on waiting."""
    assert _read_local(path, path.parent / "other", 20, PANEL)
    done = run(path.parent, "ingest", "--discard-held", "2", "--db", "x.db", "--json")
    assert json.loads(done.stdout)["pages_held"] == 6


def test_run_that_holds_nothing_cannot_be_discarded(path: Path) -> None:
    """A wrong number is wrong usage, names the runs that wait, and begins no run."""
    done = run(path.parent, "ingest", "--discard-held", "1", "--db", "x.db")
    assert done.returncode == 2
    assert "--discard-held 1: no page of this run is held back; pages of 2 are" in done.stderr
    assert select(path, "SELECT count(*) FROM runs") == [(2,)]


def test_discarded_pages_make_the_data_no_younger(path: Path) -> None:
    """Data is as old as the last page that could be read."""
    select(path, "UPDATE snapshots SET observed_at = '2026-01-01T00:00:00Z'")
    run(path.parent, "ingest", "--discard-held", "2", "--db", "x.db")
    status = json.loads(run(path.parent, "status", "--db", "x.db", "--json").stdout)
    assert status["last_observed_at"] == "2026-01-01T00:00:00Z"


def test_accepted_error_pages_are_not_the_measure_of_good_ones(path: Path) -> None:
    """Accepting with good pages at hand loads all, and drift after it is still refused."""
    good = path.parent / "good"
    assert not _read_local(path.with_name("y.db"), good, 20)
    outcome = read(path, good, accept_drift=True)
    assert (outcome.pages_held, outcome.run.counts.pages_failed) == (0, 18)
    assert _read_local(path, path.parent / "after", 40, PANEL)


def test_held_pages_that_are_accepted_alone_are_the_new_measure(tmp_path: Path) -> None:
    """Where the run itself has no page of the group, the operator's word is on the held ones."""
    path = tmp_path / "x.db"
    read(path, write_pages(tmp_path / "before", 6))
    assert read(path, write_pages(tmp_path / "after", 6, ENTRY, first=10)).is_refused
    (tmp_path / "none").mkdir()
    (tmp_path / "none" / "a.txt").write_text("nothing to see")
    read(path, tmp_path / "none", accept_drift=True)
    assert not read(path, write_pages(tmp_path / "later", 6, ENTRY, first=20)).is_refused


def test_change_that_comes_a_page_a_night_is_refused(tmp_path: Path) -> None:
    """Small runs are judged together, and do not become what later runs are compared with."""
    path = tmp_path / "x.db"
    read(path, write_pages(tmp_path / "before", 6))
    refused = [
        read(path, write_pages(tmp_path / f"night{night}", 2, ENTRY, first=night)).is_refused
        for night in range(10, 22, 2)
    ]
    assert refused == [False, True, True, True, True, True]
    done = run(tmp_path, "check", "--db", "x.db")
    assert "run 7: " in done.stderr
    assert "stated 0 of 8 times (0 %) in 2 runs of few pages, before 12 of 12" in done.stderr
    assert read(path, write_pages(tmp_path / "after", 6, ENTRY, first=40)).is_refused


@pytest.mark.parametrize("odd", [1, 2])
def test_odd_pages_in_small_runs_refuse_nothing(tmp_path: Path, odd: int) -> None:
    """One night's odd pages are issues of theirs, before and after good nights."""
    path = tmp_path / "x.db"
    read(path, write_pages(tmp_path / "before", 6))
    for night in range(10, 30, 2):
        swaps = [ENTRY] if night in (14, 22) else []
        folder = write_pages(tmp_path / f"night{night}", odd, *swaps, first=night)
        assert not read(path, folder).is_refused


def test_odd_page_with_many_cards_refuses_nothing(tmp_path: Path) -> None:
    """Small nights before an odd one must be below the floor by themselves."""
    path = tmp_path / "x.db"
    read(path, write_pages(tmp_path / "before", 6))
    read(path, write_pages(tmp_path / "night1", 2, first=10))
    odd = tmp_path / "odd"
    odd.mkdir()
    cards = [Card(name=f"Odd {n}", slug=f"odd-{n}", tagline="odd " * n) for n in range(1, 9)]
    address = "https://shiporskip.io/compare/" + "-vs-".join(f"odd-{n}" for n in range(1, 9))
    (odd / "a.html").write_text(write_html(cards, canonical=address).replace(*ENTRY))
    outcome = read(path, odd)
    assert (outcome.is_refused, outcome.run.counts.entries_added) == (False, 8)


def test_loaded_pages_are_read_again_by_another_reader(tmp_path: Path) -> None:
    """What was loaded with a hole has it until another reader comes, and so has all of it."""
    path = tmp_path / "x.db"
    read(path, write_pages(tmp_path / "before", 6))
    night = write_pages(tmp_path / "night", 1, ENTRY, first=10)
    read(path, night)
    later = write_pages(tmp_path / "later", 3, ENTRY, first=20)
    holes = "SELECT count(*) FROM v1_entries WHERE entry_price IS NULL"
    assert select(path, holes) == [(2,)]
    select(path, "UPDATE readings SET reader_version = 'older'")
    assert read(path, later, parse=mend(ENTRY)).pages_reread == 0
    assert select(path, holes) == [(0,)]
    ledger = "SELECT command, pages_seen, entries_added FROM v1_runs WHERE run_id > 2"
    assert select(path, ledger) == [("reparse", 7, 0), ("ingest", 3, 6)]
    path.unlink()
    assert read(path, later, parse=mend(ENTRY)).pages_reread == 10
    assert select(path, f"{holes} UNION ALL SELECT count(*) FROM v1_entries") == [(0,), (20,)]
