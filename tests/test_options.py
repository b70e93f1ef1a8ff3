"""Values that an operator gives: each wrong one is one line, and changes nothing."""

from __future__ import annotations

import json
import os
import shutil
import socket
from pathlib import Path

import pytest

from tests.pages import Card, write_text
from tests.test_command import run, select

CARDS = [Card(name="Tintype", tagline="Photographs"), Card(name="Gravelbed", tagline="Drains")]


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """A page that can be read."""
    path = tmp_path / "one.txt"
    path.write_text(write_text(CARDS))
    return path


@pytest.mark.parametrize(
    "options",
    [
        ("--delay", "nan"),
        ("--delay", "inf"),
        ("--delay", "-1"),
        ("--observed-at", "yesterday"),
        ("--observed-at", "2026-04-24T12:00:00"),
        ("--observed-at", "0001-01-01T00:00:00+14:00"),
        ("--observed-at", "2999-01-01T00:00:00Z"),
        ("--site", "http://x/"),
        ("--site", ""),
        ("--allow-host", "http://127.0.0.1"),
        ("--allow-host", ""),
        ("--allow-host", "a b"),
        ("--allow-host", "ada@localhost"),
        ("--allow-host", "localhost:http"),
        ("--allow-host", "localhost:65536"),
        ("--allow-host", "[::1"),
        ("--allow-host", "fe80::1%eth0"),
        ("--also-host", "127.0.0.256"),
        ("--max-pages", "0"),
        ("--user-agent", ""),
        ("--user-agent", "a\nb"),
        ("--user-agent", " a"),
        ("--contact", ""),
        ("--contact", "nobody"),
        ("--contact", "a@b.example\r\nX: y"),
        ("--proxy", ""),
        ("--proxy", "127.0.0.1:3128"),
        ("--proxy", "socks5://127.0.0.1:1080"),
        ("--proxy", "http://127.0.0.1:99999"),
        ("--proxy", "http://127.0.0.1:0"),
        ("--allow-host", "localhost:0"),
        ("--proxy", "http://127.0.0.1/path"),
        ("--ca-file", ""),
        ("--ca-file", "none.pem"),
        ("--ca-file", "one.txt"),
        ("--db", ""),
    ],
    ids=" ".join,
)
def test_wrong_value_is_wrong_usage(page: Path, options: tuple[str, str]) -> None:
    """A value that cannot be meant ends with status 2, before anything is made."""
    done = run(page.parent, "ingest", page.name, *options)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert options[0] in done.stderr.splitlines()[-1]
    assert [file.name for file in page.parent.iterdir()] == [page.name]


@pytest.mark.parametrize(
    "proxy",
    """
    socks5://ada:secret@h.example http://ada:secret@h.example:port http://ada:sec/ret@h.example
    ada:secret@h.example:3128 http://ada:secret@
    """.split(),
)
def test_a_proxy_that_is_refused_keeps_its_password(page: Path, proxy: str) -> None:
    """Whatever is wrong with a proxy, no message repeats its credentials."""
    done = run(page.parent, "ingest", page.name, "--proxy", proxy)
    assert done.returncode == 2
    assert not [word for word in ("ada", "sec") if word in done.stderr]


def test_the_ledger_holds_no_password(page: Path) -> None:
    """The ledger names the proxy of a run, without its credentials."""
    proxy = "http://ada:secret@127.0.0.1:9"
    done = run(page.parent, "ingest", page.name, "--proxy", proxy, "--contact", "a@b.example")
    assert done.returncode == 0
    ledger = (page.parent / "versus.db").read_bytes()
    assert b"http://127.0.0.1:9" in ledger
    assert b"secret" not in ledger


def test_early_year_is_a_time(page: Path) -> None:
    """A year of few digits is padded."""
    done = run(page.parent, "ingest", page.name, "--observed-at", "0009-01-01T00:00:00Z")
    assert done.returncode == 0
    assert select(page.parent / "versus.db", "SELECT DISTINCT observed_at FROM v1_snapshots") == [
        ("0009-01-01T00:00:00Z",)
    ]


def test_password_in_an_address_is_kept_nowhere(tmp_path: Path) -> None:
    """An address with a password is refused, and not one byte of it is stored."""
    done = run(tmp_path, "ingest", "http://user:hunter2@example.com/", "--db", "x.db")
    assert done.returncode == 3
    assert "hunter2" not in done.stdout + done.stderr
    assert not any(b"hunter2" in file.read_bytes() for file in tmp_path.iterdir())


def test_pipe_is_no_database(tmp_path: Path) -> None:
    """A database that is not a regular file is refused, and nobody waits for it."""
    os.mkfifo(tmp_path / "x.db")
    for command in (["ingest", "x"], ["status"]):
        done = run(tmp_path, *command, "--db", "x.db")
        assert done.returncode == 2
        assert "not a regular file" in done.stderr


def test_same_bytes_under_two_names_are_both_named(tmp_path: Path) -> None:
    """Two bad files of the same bytes and time are two lines, in every run."""
    for name in ("a.html", "b.html"):
        (tmp_path / name).write_bytes(b"")
        os.utime(tmp_path / name, (1777032000, 1777032000))
    for _ in range(2):
        done = run(tmp_path, "ingest", "a.html", "b.html", "--db", "x.db", "--json")
        assert [line.partition(":")[0] for line in done.stderr.splitlines()] == ["a.html", "b.html"]
        summary = json.loads(done.stdout)
        assert (summary["pages_failed"], summary["issues"]) == (2, 2)


def test_reader_refuses_another_archive(page: Path) -> None:
    """A database beside another's archive is refused by readers too; without one it is read."""
    folder = page.parent
    for name in ("x.db", "y.db"):
        run(folder, "ingest", page.name, "--db", name)
    shutil.copy(folder / "y.archive.db", folder / "x.archive.db")
    done = run(folder, "status", "--db", "x.db")
    assert done.returncode == 2
    assert "not a pair" in done.stderr
    (folder / "x.archive.db").unlink()
    assert run(folder, "status", "--db", "x.db").returncode == 0


def test_demo_looks_for_its_port_before_it_crawls(tmp_path: Path) -> None:
    """A port that is taken is told at once."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = run(tmp_path, "demo", "--port", str(port))
    assert done.returncode == 2
    assert f"port {port}" in done.stderr
    assert done.stdout == ""


def test_page_that_cannot_be_read_has_no_site(tmp_path: Path) -> None:
    """A file that is no page is not said to be of any site."""
    (tmp_path / "x.html").write_text("<p>hello</p>")
    record = json.loads(run(tmp_path, "parse", "x.html").stdout)
    assert (record["kind"], record["site"]) == ("unknown", None)


def test_line_break_in_a_name_breaks_no_line(tmp_path: Path) -> None:
    """A file's name is shown on one line."""
    (tmp_path / "a\nb.html").write_bytes(b"")
    done = run(tmp_path, "ingest", ".", "--db", "x.db")
    assert done.returncode == 3
    assert done.stderr.startswith("a\\nb.html: ")
    assert len(done.stderr.splitlines()) == 1
