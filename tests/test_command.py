"""The command as an operator runs it: a process, its two outputs and its exit status."""

from __future__ import annotations

import json
import os
import re
import signal
import sqlite3
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.pages import Card, write_html, write_text
from versusdb import __version__
from versusdb.demo_server import serve_demo_site
from versusdb.files import DATABASE, open_for_writing
from versusdb.status import read_age

CARDS = [Card(name="Tintype", tagline="Photographs"), Card(name="Gravelbed", tagline="Drains")]


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "versusdb", *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def select(path: Path, sql: str) -> list[tuple[Any, ...]]:
    connection = sqlite3.connect(path)
    rows = connection.execute(sql).fetchall()
    connection.close()
    return rows


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a page as text and as HTML, and files that are none."""
    pages = tmp_path / "pages"
    pages.mkdir()
    (pages / "one.txt").write_text(write_text(CARDS))
    (pages / "two.html").write_text(write_html([CARDS[0], Card(name="Osier", tagline="Weaves")]))
    (pages / "notes.json").write_text("{}")
    for page in pages.iterdir():
        os.utime(page, (1777032000, 1777032000))
    return tmp_path


def test_version_is_told(tmp_path: Path) -> None:
    """The version is printed with the name."""
    assert run(tmp_path, "--version").stdout == f"versusdb {__version__}\n"


def test_ingest_twice_changes_nothing_but_the_ledger(folder: Path) -> None:
    """A folder is loaded once; the second call finds every page unchanged."""
    first = run(folder, "ingest", "pages", "--db", "x.db")
    assert (first.returncode, first.stderr) == (0, "")
    assert "2 pages: 2 new, 0 unchanged, 0 failed; 1 other file ignored" in first.stdout
    dump = "SELECT * FROM v1_entries UNION ALL SELECT * FROM v1_entries ORDER BY 1"
    before = select(folder / "x.db", dump)
    second = run(folder, "ingest", "pages", "--db", "x.db", "--json")
    summary = json.loads(second.stdout)
    assert (summary["pages_seen"], summary["pages_unchanged"], summary["issues"]) == (2, 2, 0)
    assert summary["content"] == {
        "tools": 3, "entries": 3, "comparisons": 2, "quotes": 12, "snapshots": 2, "sightings": 20,
    }  # fmt: skip
    assert select(folder / "x.db", dump) == before
    assert select(folder / "x.db", "SELECT observed_at FROM v1_snapshots GROUP BY 1") == [
        ("2026-04-24T12:00:00Z",)
    ]


def test_bad_inputs_are_named_and_the_others_are_done(folder: Path) -> None:
    """Each bad input has one clear line and an issue; the rest of the call is loaded."""
    pages = folder / "pages"
    (pages / "empty.html").write_bytes(b"")
    (pages / "image.html").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
    (pages / "about.html").write_text("<h1>About us</h1><p>We review tools.</p>")
    sources = ["pages", "missing.html", "http://127.0.0.1:9/compare/a-vs-b", "ftp://x.example/"]
    done = run(folder, "ingest", *sources, "--db", "x.db", "--allow-host", "127.0.0.1", "--json")
    assert done.returncode == 3
    assert "Traceback" not in done.stderr
    summary = json.loads(done.stdout)
    assert (summary["pages_failed"], summary["content"]["comparisons"]) == (6, 2)
    codes = select(folder / "x.db", "SELECT stage, code FROM v1_issues ORDER BY 1, 2")
    assert codes == [
        ("fetch", "address_refused"), ("fetch", "missing"), ("fetch", "unreachable"),
        ("parse", "empty"), ("parse", "not_a_comparison"), ("parse", "not_text"),
    ]  # fmt: skip
    assert len(done.stderr.splitlines()) == 6
    assert run(folder, "ingest", "pages", "--db", "x.db").returncode == 3


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"name,score\n" * 99, "not an SQLite file"),
        (None, "no database here"),
    ],
    ids=["csv", "missing"],
)
def test_wrong_file_is_one_line(tmp_path: Path, content: bytes | None, message: str) -> None:
    """A file that is no database of ours is wrong usage, told in one line."""
    if content is not None:
        (tmp_path / "x.db").write_bytes(content)
    for command in (["status"], ["serve", "--port", "0"]):
        done = run(tmp_path, *command, "--db", "x.db")
        assert done.returncode == 2
        assert message in done.stderr
        assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["status", "--db", "x.db"], "no database here"),
        (["ingest"], "Missing argument"),
        (["ingest", ".", "--delay", "soon"], "not a valid float"),
        (["ingest", ".", "--observed-at", "today"], "is no time"),
        (["status", "--nonsense"], "No such option"),
        (["status", "--db", "."], "is a directory"),
        (["status", "--db", ""], "names no file"),
        (["publish", ""], "names no folder"),
        (["changes", "--since", "2999-01-01T00:00:00Z"], "no run has begun since then"),
        (["issues", "--stage", "nosuch"], "is not one of"),
        (["issues", "--replay", "--db", "x.db"], "no database here, and no archive"),
        (["status", "--max-age", "soon"], "is no age"),
        (["nonsense"], "No such command"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_error_is_json_where_json_is_asked_for(
    tmp_path: Path, arguments: list[str], told: str
) -> None:
    """With --json, what ends a command is one JSON object on stdout, too."""
    open_for_writing(tmp_path / "versus.db", DATABASE).close()
    done = run(tmp_path, *arguments, "--json")
    summary = json.loads(done.stdout)
    assert summary["exit_status"] == done.returncode == 2
    assert told in summary["error"]
    assert told in done.stderr
    assert run(tmp_path, *arguments).stdout == ""


@pytest.mark.parametrize(
    "path", ["/proc/nowhere/x.db", f"{'x' * 260}.db", "dangling/x.db", "circle", "file/x.db"]
)
def test_path_that_leads_nowhere_is_one_line(folder: Path, path: str) -> None:
    """A database that cannot be where it is named is wrong usage, not a bug."""
    (folder / "dangling").symlink_to(folder / "gone")
    (folder / "circle").symlink_to(folder / "circle")
    (folder / "file").touch()
    for command in (["ingest", "pages"], ["status"]):
        done = run(folder, *command, "--db", path)
        assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)
        assert done.stderr.startswith("versusdb: ")
    assert not list(folder.glob("*circle?*"))
    assert not (folder / "gone").exists()


def test_empty_source_is_not_the_current_folder(folder: Path) -> None:
    """A source without a character, as from a variable that is not set, names nothing."""
    done = run(folder / "pages", "ingest", "", "--db", "../x.db", "--json")
    assert (done.returncode, json.loads(done.stdout)["pages_seen"]) == (3, 1)
    assert done.stderr == "an empty source; expected a file, a folder or an address [missing]\n"
    done = run(folder / "pages", "parse", "")
    assert (done.returncode, json.loads(done.stdout)["source"]) == (3, "")
    assert "an empty source" in done.stderr


def test_page_is_archived_before_it_is_read(folder: Path) -> None:
    """What the archive holds and no run has read is read first: a kill loses nothing."""
    run(folder, "ingest", "pages/one.txt", "--db", "y.db")
    run(folder, "ingest", "pages", "--db", "x.db")
    whole = select(folder / "x.db", "SELECT * FROM v1_quotes ORDER BY 1")
    # As if the process had died after archiving both pages and loading none.
    (folder / "x.db").unlink()
    again = run(folder, "ingest", "pages/one.txt", "--db", "x.db", "--json")
    assert json.loads(again.stdout)["content"]["comparisons"] == 2
    assert select(folder / "x.db", "SELECT * FROM v1_quotes ORDER BY 1") == whole


def test_damage_in_the_archive_costs_one_page(folder: Path) -> None:
    """Bytes that are not the archived ones are named; the other pages are read."""
    run(folder, "ingest", "pages", "--db", "x.db")
    (folder / "x.db").unlink()
    with sqlite3.connect(folder / "x.archive.db") as connection:
        connection.execute(
            "UPDATE bodies SET data = x'00' WHERE sha256 = (SELECT min(sha256) FROM bodies)"
        )
    connection.close()
    done = run(folder, "ingest", "pages/notes.json", "--db", "x.db", "--json")
    assert done.returncode == 3
    assert "body_corrupt" in done.stderr
    assert json.loads(done.stdout)["content"]["comparisons"] == 1


def test_parse_prints_one_record_a_line(folder: Path) -> None:
    """Every file gives one line, a bad one too, and touches no database."""
    done = run(folder, "parse", "pages/one.txt", "missing.html", "pages/two.html")
    records = [json.loads(line) for line in done.stdout.splitlines()]
    assert [record["kind"] for record in records] == ["comparison", "unknown", "comparison"]
    assert [record["source"] for record in records][1:] == ["missing.html", "pages/two.html"]
    assert done.returncode == 3
    assert run(folder, "parse", "pages/one.txt").returncode == 0
    assert not list(folder.glob("*.db"))


def test_status_tells_age_and_fails_when_it_is_too_high(folder: Path) -> None:
    """Data whose last observation is older than --max-age fails with status 4."""
    (folder / "pages" / "one.txt").touch()
    run(folder, "ingest", "pages", "--db", "x.db")
    fresh = run(folder, "status", "--db", "x.db", "--max-age", "26h", "--json")
    assert fresh.returncode == 0
    assert json.loads(fresh.stdout)["runs"][0]["status"] == "clean"
    # A run that can fetch nothing makes the data no younger.
    run(folder, "ingest", "pages/two.html", "--db", "y.db")
    run(folder, "ingest", "http://127.0.0.1:9/", "--db", "y.db")
    old = run(folder, "status", "--db", "y.db", "--max-age", "26h")
    assert old.returncode == 4
    assert "older than 26h" in old.stderr
    assert run(folder, "status", "--db", "x.db", "--max-age", "soon").returncode == 2
    assert read_age("90m").total_seconds() == 5400


def test_private_host_is_fetched_only_when_it_is_named(tmp_path: Path) -> None:
    """A loopback address is refused unless the operator names it."""
    with serve_demo_site() as origin:
        refused = run(tmp_path, "ingest", f"{origin}/", "--db", "x.db")
        assert refused.returncode == 3
        assert "private_address" in refused.stderr
        allowed = ("--allow-host", "127.0.0.1", "--delay", "0", "--max-pages", "3")
        done = run(tmp_path, "ingest", f"{origin}/", "--db", "x.db", *allowed, "--json")
    assert json.loads(done.stdout)["content"]["comparisons"] == 3


@pytest.fixture
def demo(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """A running demo, in a folder of its own."""
    process = subprocess.Popen(
        [sys.executable, "-m", "versusdb", "demo", "--port", "0", "--dir", "kept"],
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        text=True,
    )
    yield process
    process.kill()
    process.communicate()


def test_demo_crawls_loads_serves_and_ends_on_a_signal(
    demo: subprocess.Popen[str], tmp_path: Path
) -> None:
    """The demo answers at the address it prints, and ends on a signal with status 6."""
    assert demo.stdout is not None
    lines = iter(demo.stdout.readline, "")
    address = next(m[1] for line in lines if (m := re.search(r"browser: (http\S+)", line)))
    with urllib.request.urlopen(f"{address}demo/v1_entries.json?_shape=array") as answer:
        entries = json.load(answer)
    assert len(entries) == 16
    with urllib.request.urlopen(entries[0]["source_url"]) as source:
        assert entries[0]["name"] in source.read().decode()
    demo.send_signal(signal.SIGTERM)
    assert demo.wait(timeout=20) == 6
    assert (tmp_path / "kept" / "demo.db").exists()
    assert not list(tmp_path.glob("*.db"))


def test_pages_without_issue_are_whole(tmp_path: Path) -> None:
    """The bundled site is read without an issue, every entry with its slug."""
    site = Path(__file__).parent.parent / "versusdb" / "demo_site"
    done = run(tmp_path, "parse", *map(str, sorted((site / "compare").glob("*"))))
    records = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 0
    assert len(records) == 21
    assert all(tool["slug"] for record in records for tool in record["tools"])
