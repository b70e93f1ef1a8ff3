"""``archive export`` and ``archive import``, as an operator runs them."""

from __future__ import annotations

import json
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from scraper.sources import list_sources
from tests.drifting import read, read_content, write_pages
from tests.loopback import LoopbackSite, redirect, show
from tests.observing import A, B, C
from tests.pages import write_html
from tests.running import run
from tests.warcs import AT, check, read_snapshots, write_warc
from versusdb.files import ARCHIVE, open_for_reading


def serve_site(folder: Path) -> None:
    """Crawl a small site into a.db, local files too: pages, a redirect, robots and sitemaps."""
    pages = {
        "/compare/tintype-2026-vs-gravelbed": write_html([A, B]),
        "/compare/gravelbed-vs-osier": write_html([B, C]),
        "/compare/same": write_html([B, C]),
    }
    with LoopbackSite() as site:
        listed = "".join(
            f"<url><loc>{site.root}{path}</loc></url>" for path in [*pages, "/compare/old"]
        )
        robots = f"User-agent: *\nDisallow: /private\nSitemap: {site.root}/map.xml\n"
        site.answers = {
            "/robots.txt": show(robots, Content_Type="text/plain"),
            "/map.xml": show(f"<urlset>{listed}</urlset>", Content_Type="text/xml"),
            "/compare/old": redirect("/compare/gravelbed-vs-osier"),
            **{path: show(page, ETag='"1"') for path, page in pages.items()},
        }
        done = run(
            folder, "ingest", f"{site.root}/", "pages", "--db", "a.db", "--delay", "0",
            "--allow-host", "127.0.0.1", "--site", "shiporskip.io",
        )  # fmt: skip
    assert done.returncode in (0, 3), done.stderr


def add_304(path: Path) -> None:
    """Note in an archive that its first page was asked for again, and had not changed."""
    connection = sqlite3.connect(path)
    connection.execute(
        "INSERT INTO snapshots (role, source, address, site, observed_at, status, http_version, "
        "ip, request_headers, headers, directives, revisit_of, sha256) SELECT role, source, "
        "address, site, strftime('%Y-%m-%dT%H:%M:%SZ', 'now', '+1 hour'), 304, http_version, ip, "
        "request_headers, headers, directives, archive_id, sha256 FROM snapshots "
        "WHERE address IS NOT NULL AND status = 200 AND role = 'page' LIMIT 1"
    )
    connection.commit()
    connection.close()


def snapshots(path: Path) -> list[tuple[object, ...]]:
    """Return the snapshots of an archive without their ids."""
    database = open_for_reading(path, ARCHIVE)
    rows = read_snapshots(database)
    database.close()
    return rows


def test_export_and_import_give_the_same_content(tmp_path: Path) -> None:
    """A new database made from an export has equal views, and equal snapshots apart from ids."""
    write_pages(tmp_path / "pages", 5)
    serve_site(tmp_path)
    add_304(tmp_path / "a.archive.db")
    run(tmp_path, "ingest", "pages", "--db", "a.db", "--site", "shiporskip.io")
    done = run(tmp_path, "archive", "export", "out.warc.gz", "--db", "a.db", "--json")
    assert (done.returncode, done.stderr) == (0, "")
    summary = json.loads(done.stdout)
    assert summary["records"]["resource"] == 5
    assert summary["records"]["revisit"] >= 2
    assert summary["bytes"] == (tmp_path / "out.warc.gz").stat().st_size
    assert check(tmp_path / "out.warc.gz") == 0
    done = run(tmp_path, "archive", "import", "out.warc.gz", "--db", "b.db")
    assert done.returncode in (0, 3), done.stderr
    roles = {row[0] for row in snapshots(tmp_path / "a.archive.db")}
    assert roles == {"page", "robots", "sitemap", "redirect"}
    assert snapshots(tmp_path / "b.archive.db") == snapshots(tmp_path / "a.archive.db")
    assert read_content(tmp_path / "b.db") == read_content(tmp_path / "a.db")
    assert run(tmp_path, "archive", "verify", "--db", "b.db").returncode == 0


def test_export_overwrites_nothing(tmp_path: Path) -> None:
    """A file that is there is kept, and one line says so."""
    read(tmp_path / "a.db", write_pages(tmp_path / "pages", 1))
    (tmp_path / "out.warc.gz").write_text("mine")
    done = run(tmp_path, "archive", "export", "out.warc.gz", "--db", "a.db")
    assert (done.returncode, done.stderr) == (
        2, "versusdb: out.warc.gz: is there already, and is kept; name another file\n",
    )  # fmt: skip
    assert (tmp_path / "out.warc.gz").read_text() == "mine"


@pytest.mark.parametrize(
    ("name", "db", "told"),
    [
        ("out.warc", "a.db", "ends with .warc.gz"),
        ("out.warc.gz", "none.db", "there is no archive here"),
        ("none/out.warc.gz", "a.db", "no such file or directory"),
    ],
)
def test_export_that_cannot_be_is_wrong_usage(
    tmp_path: Path, name: str, db: str, told: str
) -> None:
    """A wrong name, no archive and no folder are one line each, and leave nothing behind."""
    read(tmp_path / "a.db", write_pages(tmp_path / "pages", 1))
    done = run(tmp_path, "archive", "export", name, "--db", db)
    assert done.returncode == 2
    assert told in done.stderr
    assert done.stderr.count("\n") == 1
    assert not [path for path in tmp_path.iterdir() if "warc" in path.name]


def test_killed_export_leaves_nothing_that_looks_finished(tmp_path: Path) -> None:
    """After SIGKILL in the middle there is no file of that name, and the same command succeeds."""
    with write_warc(tmp_path / "big.warc", is_gzip=False) as warc:
        for number in range(3000):
            warc.add(
                address=f"https://x.example/{number}", body=b"%d" % number * 300, status="404 No"
            )
    assert run(tmp_path, "archive", "import", "big.warc", "--db", "a.db").returncode == 0
    command = [sys.executable, "-m", "versusdb", "archive", "export", "out.warc.gz", "--db", "a.db"]
    with subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.DEVNULL) as process:
        part = tmp_path / "out.warc.gz.part"
        while process.poll() is None and not (part.exists() and part.stat().st_size > 0):
            pass
        process.send_signal(signal.SIGKILL)
    assert not (tmp_path / "out.warc.gz").exists()
    assert run(tmp_path, "archive", "export", "out.warc.gz", "--db", "a.db").returncode == 0
    assert check(tmp_path / "out.warc.gz") == 0
    assert not part.exists()


def test_import_takes_warc_files_only(tmp_path: Path) -> None:
    """Another file is refused before anything is made, and the line says what reads it."""
    (tmp_path / "a.html").write_text("page")
    done = run(tmp_path, "archive", "import", "a.html")
    assert done.returncode == 2
    assert "a.html: not named as a WARC file, expected .warc or .warc.gz" in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["a.html"]


def test_import_loads_pages_and_tells_the_rest(tmp_path: Path) -> None:
    """Pages are loaded with the time of their record, problems are issues, the rest is counted."""
    address = "https://shiporskip.io/compare/tintype-2026-vs-gravelbed"
    with write_warc(tmp_path / "x.warc.gz") as warc:
        warc.add(address=address, body=write_html([A, B]).encode())
        warc.add(address="https://shiporskip.io/gone", status="404 Not Found")
        warc.add("resource", "metadata://x/y", has_head=False)
    whole = (tmp_path / "x.warc.gz").read_bytes()
    (tmp_path / "x.warc.gz").write_bytes(whole + whole[:90])
    done = run(tmp_path, "archive", "import", "x.warc.gz", "--db", "a.db", "--json")
    summary = json.loads(done.stdout)
    assert (done.returncode, summary["pages_fetched"]) == (3, 1)
    assert (summary["records_kept"], summary["records_skipped"]) == (1, 1)
    assert "[warc_damaged]" in done.stderr
    connection = sqlite3.connect(tmp_path / "a.db")
    rows = connection.execute("SELECT url, observed_at FROM v1_snapshots").fetchall()
    assert rows == [(address, AT)]
    assert connection.execute("SELECT code FROM v1_issues").fetchall() == [("warc_damaged",)]
    connection.close()


def test_warc_files_in_folders_are_sources(tmp_path: Path) -> None:
    """A folder's WARC files are read like its pages, and parse says who reads them."""
    for name in ("a.warc", "b.WARC.gz", "c.html", "d.gz"):
        (tmp_path / name).write_bytes(b"")
    works = list_sources([str(tmp_path)]).works
    names = [(type(work).__name__, Path(work.source).name) for work in works]
    assert names == [("WarcFile", "a.warc"), ("WarcFile", "b.WARC.gz"), ("PageFile", "c.html")]
    done = run(tmp_path, "parse", "a.warc")
    assert done.returncode == 3
    assert "'versusdb ingest' reads the pages of WARC files [not_a_page]" in done.stderr
