"""What breaks in the middle: a bug on one page, a signal, an output that nobody reads."""

from __future__ import annotations

import errno
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from parsers.reading import parse_page
from parsers.records import Reading
from tests.loopback import Answer, LoopbackSite, show
from tests.pages import Card, write_html
from versusdb.bugs import Parse
from versusdb.ingesting import Settings, ingest
from versusdb.progress import show_progress
from versusdb.reports import Outcome
from versusdb.working import Tools

COMMAND = f"{sys.executable} -m versusdb"


def parse_with_a_bug(body: bytes, **options: Any) -> Reading:
    """Read pages, but for those about Osier."""
    if b"Osier" in body:
        raise ZeroDivisionError("division\nby zero")
    return parse_page(body, **options)


def read(path: Path, *, parse: Parse = parse_page) -> Outcome:
    """Ingest the folder of pages beside the database."""
    with show_progress("Ingesting") as progress:
        return ingest(
            path,
            Settings(sources=(str(path.parent / "pages"),)),
            Tools(progress=progress, parse=parse),
        )


def select(path: Path, sql: str) -> list[tuple[Any, ...]]:
    connection = sqlite3.connect(path)
    rows = connection.execute(sql).fetchall()
    connection.commit()
    connection.close()
    return rows


def run_shell(script: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a line of bash in a folder; its status is that of the first command of the pipe."""
    return subprocess.run(
        ["bash", "-c", f"{script}; exit ${{PIPESTATUS[0]}}"],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The path of a database beside a folder of three pages, the second one about Osier."""
    pages = tmp_path / "pages"
    pages.mkdir()
    for name, other in (("a", "Gravelbed"), ("b", "Osier"), ("c", "Tintype")):
        cards = [Card(name="Puddingstone"), Card(name=other, tagline=f"{other} at work")]
        (pages / f"{name}.html").write_text(write_html(cards))
    return tmp_path / "x.db"


def test_a_bug_of_the_reader_costs_one_page(path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """A page that the reader fails on is an issue; the others are loaded, and later runs go on."""
    outcome = read(path, parse=parse_with_a_bug)
    counts = outcome.run.counts
    assert (counts.pages_seen, counts.pages_failed, counts.issues) == (3, 1, 1)
    assert outcome.content["comparisons"] == 2
    ((code, message, sha256),) = select(
        path, "SELECT code, message, snapshot_sha256 FROM v1_issues"
    )
    assert code == "reader_failed"
    assert message.endswith("ZeroDivisionError: division by zero")
    assert sha256
    told = capfd.readouterr().err
    assert "in parse_with_a_bug" in told
    assert "[reader_failed]" in told
    again = read(path, parse=parse_with_a_bug).run.counts
    assert (again.pages_unchanged, again.pages_failed, again.issues) == (2, 1, 1)


def test_the_next_reader_reads_a_failed_page_again(path: Path) -> None:
    """What one reader failed on is read by the next, and the issue is gone."""
    read(path, parse=parse_with_a_bug)
    select(path, "UPDATE readings SET reader_version = 'older'")
    outcome = read(path)
    assert outcome.run.counts.issues == 0
    assert outcome.content["comparisons"] == 3
    assert select(path, "SELECT * FROM v1_issues") == []


def test_a_bug_of_the_loader_costs_one_page(path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """A batch that cannot be loaded is loaded page by page, and counted once."""
    read(path.with_name("whole.db"))
    (path.parent / "pages" / "a.html").rename(path.parent / "a.html")
    (path.parent / "pages" / "b.html").rename(path.parent / "b.html")
    read(path)
    for name in ("a.html", "b.html"):
        (path.parent / name).rename(path.parent / "pages" / name)
    select(
        path,
        "CREATE TRIGGER broken BEFORE INSERT ON entries WHEN NEW.name = 'Osier' "
        "BEGIN SELECT RAISE(ABORT, 'no baskets'); END",
    )
    outcome = read(path)
    counts = outcome.run.counts
    assert (counts.pages_failed, counts.issues, counts.entries_added) == (1, 1, 1)
    assert outcome.content["comparisons"] == 2
    ((code, message),) = select(path, "SELECT code, message FROM v1_issues")
    assert code == "loader_failed"
    assert message.endswith("IntegrityError: no baskets")
    assert "[loader_failed]" in capfd.readouterr().err
    assert select(path, "SELECT status FROM v1_runs") == [("clean",), ("issues",)]
    counts = read(path).run.counts
    assert (counts.pages_unchanged, counts.pages_failed) == (2, 1)


def test_what_is_no_bug_ends_the_run(path: Path) -> None:
    """A full disk while reading is no fault of the page's."""

    def fill_disk(body: bytes, **options: Any) -> Reading:
        raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(OSError, match="No space"):
        read(path, parse=fill_disk)
    assert read(path).run.counts.issues == 0


def test_a_finished_run_leaves_three_files(path: Path) -> None:
    """After an ingest nothing of SQLite's working files is left."""
    done = run_shell(f"{COMMAND} ingest pages --db x.db", path.parent)
    assert done.returncode == 0
    left = sorted(file.name for file in path.parent.iterdir() if file.is_file())
    assert left == ["x.archive.db", "x.db", "x.db.lock"]


@pytest.mark.parametrize(
    "script",
    [
        "{} parse pages/* pages/* pages/* | head -c1 >/dev/null",
        "{} status --db x.db | true",
        "{} --help | true",
        "{} ingest pages --db x.db | true",
        "{} ingest pages --db x.db 2>&1 >/dev/null | true",
        "{} ingest pages --db x.db 2>&-",
        "{} ingest pages --db x.db >&-",
        "{} parse pages/a.html 2>&- | true",
        "{} parse pages/a.html >&-",
        "{} status --db x.db >&- 2>&-",
    ],
)
def test_output_that_nobody_reads_is_no_error(path: Path, script: str) -> None:
    """A reader that has had enough, or a closed output, ends nothing and is not complained of."""
    read(path)
    done = run_shell(script.format(f"sleep 0.2; {COMMAND}"), path.parent)
    assert (done.returncode, done.stderr) == (0, "")


def test_problems_that_nobody_reads_do_not_end_a_run(path: Path) -> None:
    """With stderr closed or a reader gone, a run with issues ends as such."""
    (path.parent / "pages" / "a.html").write_text("")
    ways = ("2>&1 >/dev/null | true", "2>&-", "2>&1 | true", "| true")
    for number, closed in enumerate(ways, start=1):
        done = run_shell(f"{COMMAND} ingest nowhere.html pages --db x.db {closed}", path.parent)
        assert done.returncode == 3
        runs = select(path, "SELECT status, pages_seen FROM v1_runs")
        assert runs == [("issues", 4)] * number


class SlowSite:
    """A site whose one page is asked for, and answered only once it is let go."""

    def __init__(self) -> None:
        self.reached, self.is_free = Event(), Event()
        self.site = LoopbackSite({"/compare/a-vs-b": self._answer})

    def _answer(self) -> Answer:
        self.reached.set()
        self.is_free.wait(20)
        return show("too late")


@pytest.fixture
def slow() -> Iterator[SlowSite]:
    """A site that keeps a run waiting."""
    slow = SlowSite()
    with slow.site:
        yield slow
        slow.is_free.set()


def start_ingest(slow: SlowSite, folder: Path, *wrapper: str) -> subprocess.Popen[bytes]:
    """Start a run on the slow page, and return once it waits for it."""
    address = f"{slow.site.root}/compare/a-vs-b"
    arguments = ["-m", "versusdb", "ingest", address, "--db", "x.db", "--allow-host", "127.0.0.1"]
    process = subprocess.Popen(
        [*wrapper, sys.executable, *arguments], cwd=folder, stderr=subprocess.DEVNULL
    )
    assert slow.reached.wait(20)
    return process


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_signal_lets_pages_in_flight_come_to_their_end(
    slow: SlowSite, tmp_path: Path, number: signal.Signals
) -> None:
    """A run that is told to stop, or whose terminal goes, keeps what is under way: status 6."""
    process = start_ingest(slow, tmp_path)
    process.send_signal(number)
    with pytest.raises(subprocess.TimeoutExpired):
        process.wait(0.5)
    slow.is_free.set()
    assert process.wait(20) == 6
    assert select(tmp_path / "x.db", "SELECT status FROM v1_runs") == [("stopped",)]
    kept = select(tmp_path / "x.archive.db", "SELECT role, status FROM snapshots")
    assert kept == [("robots", 404), ("page", 200)]


def test_a_second_signal_stops_at_once(slow: SlowSite, tmp_path: Path) -> None:
    """Who asks twice is not kept waiting for a slow host, and the same command goes on."""
    process = start_ingest(slow, tmp_path)
    process.send_signal(signal.SIGTERM)
    with pytest.raises(subprocess.TimeoutExpired):
        process.wait(0.5)
    process.send_signal(signal.SIGTERM)
    assert process.wait(10) == 6
    slow.is_free.set()
    start_ingest(slow, tmp_path).wait(20)
    statuses = select(tmp_path / "x.db", "SELECT status FROM v1_runs ORDER BY run_id")
    assert statuses == [("stopped",), ("issues",)]
    assert slow.site.paths.count("/robots.txt") == 1


def test_more_signals_change_nothing(slow: SlowSite, tmp_path: Path) -> None:
    """However often and whenever it is told to stop, a run closes its files and ends with 6."""
    process = start_ingest(slow, tmp_path)
    while process.poll() is None:
        process.send_signal(signal.SIGTERM)
        time.sleep(0.005)
    assert process.returncode == 6
    assert select(tmp_path / "x.db", "SELECT status FROM v1_runs") == [("stopped",)]


def test_under_nohup_a_run_outlives_its_terminal(slow: SlowSite, tmp_path: Path) -> None:
    """A hang-up that is ignored from outside stays ignored."""
    process = start_ingest(slow, tmp_path, "nohup")
    process.send_signal(signal.SIGHUP)
    slow.is_free.set()
    assert process.wait(20) == 3
    assert select(tmp_path / "x.db", "SELECT status FROM v1_runs") == [("issues",)]


def test_a_hang_up_ends_serving(path: Path) -> None:
    """``serve`` ends with its terminal as it ends on a signal."""
    read(path)
    command = [sys.executable, "-m", "versusdb", "serve", "--db", str(path), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert "Serving" in process.stdout.readline()
        process.send_signal(signal.SIGHUP)
        assert process.wait(20) == 6
