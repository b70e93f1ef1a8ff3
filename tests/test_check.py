"""``check``: the last run beside those before it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.drifting import ENTRY, PANEL, read, select, write_pages
from tests.running import run


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A database into which ten good pages were read."""
    path = tmp_path / "x.db"
    read(path, write_pages(tmp_path / "before", 10))
    return path


def test_nothing_found_is_status_0_and_a_table(path: Path) -> None:
    """Without a finding the coverage of the last run is shown by field."""
    read(path, write_pages(path.parent / "after", 4, first=20))
    done = run(path.parent, "check", "--db", "x.db")
    assert (done.returncode, done.stderr) == (0, "")
    assert "shiporskip.io (comparison, html): run 2, loaded, 4 pages; 1 run before" in done.stdout
    (row,) = [line for line in done.stdout.splitlines() if " tools.entry_price " in line]
    assert row.split() == ["tools.entry_price", "8/8", *["100", "%"] * 2, "label", "'Entry'"]
    assert done.stdout.endswith("Nothing found\n")


def test_empty_database_has_nothing_to_compare(path: Path) -> None:
    """Before any page was counted, check says so and is clean."""
    select(path, "DELETE FROM coverage")
    done = run(path.parent, "check", "--db", "x.db")
    assert done.returncode == 0
    assert "no run has read a page that could be counted" in done.stdout


def test_refused_run_fails_the_check_until_its_pages_are_loaded(path: Path) -> None:
    """Drift and the pages that wait are findings, also after a good run on other pages."""
    after = write_pages(path.parent / "after", 6, ENTRY, first=20)
    assert read(path, after).is_refused
    for _ in range(2):
        done = run(path.parent, "check", "--db", "x.db", "--json")
        found = json.loads(done.stdout)
        assert (done.returncode, found["exit_status"]) == (4, 4)
        assert [(f["code"], f["is_failure"]) for f in found["findings"]] == [
            ("drift", True),
            ("pages_held", True),
        ]
        details = found["findings"][0]["details"]
        assert (details["field"], details["found"]) == ("tools.entry_price", "Starts at")
        assert (details["landmark"], details["run_id"]) == ("label 'Entry'", 2)
        assert found["findings"][0]["message"] in done.stderr
        assert read(path, write_pages(path.parent / "good", 4, first=40)).exit_status == 0
    assert "Held back: 6 pages" in run(path.parent, "status", "--db", "x.db").stdout
    read(path, after, accept_drift=True)
    done = run(path.parent, "check", "--db", "x.db", "--json")
    codes = [finding["code"] for finding in json.loads(done.stdout)["findings"]]
    assert (done.returncode, codes) == (0, ["drift_accepted"])


def test_smaller_drop_is_told_and_fails_nothing(path: Path) -> None:
    """More than ten points less, above the floor, is a finding that leaves the status at 0."""
    after = write_pages(path.parent / "after", 8, first=20)
    write_pages(after, 2, PANEL, first=28)
    assert read(path, after).exit_status == 3
    done = run(path.parent, "check", "--db", "x.db", "--json")
    (finding,) = json.loads(done.stdout)["findings"]
    assert (done.returncode, finding["code"], finding["is_failure"]) == (
        0, "coverage_dropped", False,
    )  # fmt: skip
    assert "[coverage_dropped]; expected label 'Panel ship'" in finding["message"]


def test_drop_of_a_few_points_is_not_told(path: Path) -> None:
    """One page in twenty that reads badly is an issue, and no finding."""
    after = write_pages(path.parent / "after", 19, first=20)
    read(path, write_pages(after, 1, PANEL, first=39))
    done = run(path.parent, "check", "--db", "x.db", "--json")
    assert json.loads(done.stdout)["findings"] == []


def test_run_of_few_pages_hides_no_refused_one(path: Path) -> None:
    """A later run of one page is no evidence that all is well again."""
    assert read(path, write_pages(path.parent / "after", 6, PANEL, first=20)).is_refused
    read(path, write_pages(path.parent / "one", 1, first=40))
    done = run(path.parent, "check", "--db", "x.db")
    assert done.returncode == 4
    assert "run 2, refused, 6 pages" in done.stdout
    assert "found 'Panel approval'" in done.stderr


def test_newer_run_that_is_passed_over_is_told(path: Path) -> None:
    """A newer run of few pages is not the one shown, and one line says so."""
    read(path, write_pages(path.parent / "two", 2, first=40))
    done = run(path.parent, "check", "--db", "x.db")
    assert "run 1, loaded, 10 pages" in done.stdout
    assert "  Run 2 is newer and was passed over: it read 2 pages, and under 3" in done.stdout
    assert json.loads(run(path.parent, "check", "--db", "x.db", "--json").stdout)[
        "passed_over"
    ] == [2]
    read(path, write_pages(path.parent / "three", 3, first=50))
    assert "passed over" not in run(path.parent, "check", "--db", "x.db").stdout
