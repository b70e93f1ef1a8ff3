"""``status`` tells of crawls that wait to be gone on with, and of hosts that are closed."""

from __future__ import annotations

import fcntl
import json
import sqlite3
import threading
from pathlib import Path
from typing import Any

import pytest

from db.ledger import open_run
from scraper.response import FetchProblem
from scraper.times import to_ms
from scraper.unfinished import ClosedHost, list_closed, list_unfinished
from tests.fetchers import Fetchers
from tests.loopback import LoopbackSite, show
from tests.running import run
from tests.test_frontier import HOUR, cut_off, serve_site
from versusdb.locking import is_held
from versusdb.store import open_store

PATHS = [f"/{number}" for number in range(8)]
RULES = "User-agent: *\nAllow: /"


def read_ms(fetchers: Fetchers) -> int:
    """Return the fetchers' time of day in milliseconds."""
    return to_ms(fetchers.clock.now())


def find_closed(fetchers: Fetchers) -> list[ClosedHost]:
    """Return the hosts that are closed by the fetchers' time."""
    return list(list_closed(fetchers.database, read_ms(fetchers)))


def test_a_crawl_that_was_cut_off_is_unfinished(fetchers: Fetchers) -> None:
    """It is told with its hosts and counts, until the same command has brought it to its end."""
    with LoopbackSite(serve_site()) as site:
        cut_off(fetchers, site.root, 2)
        fetchers.clock.seconds += HOUR
        (crawl,) = list_unfinished(fetchers.database, read_ms(fetchers))
        assert crawl.hosts == (f"127.0.0.1:{site.port}",)
        # Of those that came, one is the sitemap.
        assert (crawl.waiting, crawl.fetched, crawl.failed) == (4, 3, 0)
        assert (crawl.started_at, crawl.active_at) == (
            "2026-04-24T12:00:00Z", "2026-04-24T12:00:30Z",
        )  # fmt: skip
        fetchers.run(site.root, delay=10)
    assert list(list_unfinished(fetchers.database, read_ms(fetchers))) == []


def test_a_crawl_that_begins_anew_is_not_unfinished(fetchers: Fetchers) -> None:
    """What no command goes on with any more is not told."""
    with LoopbackSite(serve_site()) as site:
        cut_off(fetchers, site.root, 2)
    fetchers.clock.seconds += 21 * HOUR
    assert list(list_unfinished(fetchers.database, read_ms(fetchers))) == []


@pytest.mark.parametrize(
    ("code", "answers", "reason", "until"),
    [
        (
            "postponed",
            {"/0": show("busy", 429, Retry_After="7200")},
            "asked not to be visited before",
            "2026-04-24T14:00:",
        ),
        ("host_blocked", dict.fromkeys(PATHS, show("no", 403)), "5 answers in a row", None),
        ("host_down", dict.fromkeys(PATHS, show("down", 502)), "5 addresses in a row", None),
        (
            "robots_unavailable",
            {"/robots.txt": show("down", 503)},
            "/robots.txt cannot be read: it answers 503",
            "2026-04-24T12:1",
        ),
        (
            "robots_disallowed",
            {"/robots.txt": show("no", 401)},
            "/robots.txt answers 401",
            "2026-04-25T12:0",
        ),
    ],
)
def test_a_closed_host_is_told(
    fetchers: Fetchers, code: str, answers: dict[str, Any], reason: str, until: str | None
) -> None:
    """Until when, if that is known, and why; and no more once it has answered well."""
    with LoopbackSite(dict.fromkeys(PATHS, show("page")) | answers) as site:
        sources = [f"{site.root}{path}" for path in PATHS]
        fetchers.run(*sources, delay=0)
        (closed,) = find_closed(fetchers)
        assert closed.host.endswith(f"127.0.0.1:{site.port}")
        assert (closed.code, reason in closed.reason) == (code, True)
        assert (closed.until or "").startswith(until or "")
        assert (closed.until is None) == (until is None)
        fetchers.clock.seconds += 25 * HOUR
        site.answers |= dict.fromkeys([*PATHS, "/robots.txt"], show(RULES))
        assert [each.code for each in find_closed(fetchers)] == ["host_blocked"] * (
            code == "host_blocked"
        )
        fetchers.run(*sources, delay=0)
    assert find_closed(fetchers) == []


def status(folder: Path) -> tuple[int, list[str], dict[str, Any]]:
    """Return the status of x.db: how the command ends, what it prints, and its JSON."""
    done, told = (run(folder, "status", "--db", "x.db", *more) for more in ([], ["--json"]))
    assert done.returncode == told.returncode
    return done.returncode, done.stdout.splitlines(), json.loads(told.stdout)


def crawl(folder: Path, answers: dict[str, Any]) -> str:
    """Crawl eight addresses of a host; return its name."""
    with LoopbackSite(answers) as site:
        (folder / "list").write_text("".join(f"{site.root}{path}\n" for path in PATHS))
        options = ("--allow-host", "127.0.0.1", "--delay", "0", "--db", "x.db")
        run(folder, "ingest", "--urls", "list", *options)
        return f"127.0.0.1:{site.port}"


def test_status_tells_what_waits_while_another_run_is_at_work(tmp_path: Path) -> None:
    """One line for a crawl, one for a host; neither is in the way of a run that writes."""
    host = crawl(tmp_path, dict.fromkeys(PATHS, show("no", 403)))
    with open_store(tmp_path / "x.db") as store:
        store.archive.conn.execute("BEGIN IMMEDIATE")
        store.archive.conn.execute("DELETE FROM hosts")
        exit_status, lines, told = status(tmp_path)
        store.archive.conn.execute("ROLLBACK")
    assert exit_status == 0
    (unfinished,) = [line for line in lines if line.startswith("Unfinished: ")]
    assert unfinished.startswith(f"Unfinished: crawl of {host}, begun 20")
    assert unfinished.endswith(": 8 postponed")
    (closed,) = [line for line in lines if line.startswith("Closed: ")]
    assert closed == f"Closed: {host} blocks us: 5 answers in a row say so [host_blocked]"
    assert [each["postponed"] for each in told["unfinished_crawls"]] == [8]
    assert [each["host"] for each in told["closed_hosts"]] == [host]


def test_a_run_that_was_killed_is_told_from_one_at_work(tmp_path: Path) -> None:
    """Both have said no more than that they began; only one of them holds the lock."""
    path = tmp_path / "x.db"
    with open_store(path) as store:
        open_run(
            store.database, command="ingest", started_at="2026-11-29T02:00:00Z", settings={},
            code_version="1", reader_version="1",
        )  # fmt: skip
        at_work = status(tmp_path)[2]["runs"]
    killed = status(tmp_path)[2]["runs"]
    assert [each["status"] for each in at_work + killed] == ["running", "killed"]


def test_looking_whether_a_run_is_at_work_refuses_none(tmp_path: Path) -> None:
    """Nor does a missing lock mean a run, or one that cannot be read that there is none."""
    path, lock = tmp_path / "x.db", tmp_path / "x.db.lock"
    assert not is_held(path)
    lock.touch()
    with lock.open("rb") as looking:
        fcntl.flock(looking, fcntl.LOCK_SH)
        threading.Timer(0.02, looking.close).start()
        with open_store(path):
            assert is_held(path)
    assert not is_held(path)
    lock.unlink()
    lock.mkdir()
    assert is_held(path)


def test_a_host_that_blocks_us_night_after_night_is_one_issue(fetchers: Fetchers) -> None:
    """Whichever address met the block, it is told of the same one, so that it is no other issue."""
    told: set[str | None] = set()
    with LoopbackSite(dict.fromkeys(PATHS, show("no", 403))) as site:
        for _ in range(3):
            outcomes = fetchers.open(delay=0).fetch([site.root + path for path in PATHS])
            problems = [each for each in outcomes if isinstance(each, FetchProblem)]
            told.update(each.address for each in problems if each.code == "host_blocked")
    assert told == {site.root + min(PATHS)}


def test_status_tells_nothing_of_fetching_that_is_done(tmp_path: Path) -> None:
    """Where nothing waits and no host is closed, no line speaks of it."""
    crawl(tmp_path, dict.fromkeys(PATHS, show("page")))
    exit_status, lines, told = status(tmp_path)
    assert exit_status == 0
    assert not [line for line in lines if line.startswith(("Unfinished", "Closed"))]
    assert (told["unfinished_crawls"], told["closed_hosts"]) == ([], [])


def test_status_without_an_archive_knows_nothing_of_fetching(tmp_path: Path) -> None:
    """A database that was given away alone is shown; what is not known is null."""
    crawl(tmp_path, {})
    (tmp_path / "x.archive.db").unlink()
    exit_status, lines, told = status(tmp_path)
    assert (exit_status, lines[0].startswith("x.db holds")) == (0, True)
    assert told["unfinished_crawls"] is told["closed_hosts"] is told["archive_damage"] is None


def test_status_beside_a_damaged_archive_shows_the_rest(tmp_path: Path) -> None:
    """The database is shown; the damage is one line that names the archive, and status 4."""
    crawl(tmp_path, {})
    path = tmp_path / "x.archive.db"
    whole = path.read_bytes()
    for kept in (100, 4096, 8192):
        path.write_bytes(whole[:kept] + b"\xff" * (len(whole) - kept))
        exit_status, lines, told = status(tmp_path)
        assert (exit_status, lines[0].startswith("x.db holds")) == (4, True)
        assert "x.archive.db: this file is damaged" in told["archive_damage"]
        assert "\n" not in told["archive_damage"]


def test_status_beside_an_older_archive_names_what_migrates_it(tmp_path: Path) -> None:
    """As all that only read, it changes nothing and ends with one line and status 2."""
    crawl(tmp_path, {})
    with sqlite3.connect(tmp_path / "x.archive.db") as connection:
        connection.execute("PRAGMA user_version = 2")
    connection.close()
    done = run(tmp_path, "status", "--db", "x.db")
    assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (2, "", 1)
    assert "'versusdb ingest' migrates it" in done.stderr
