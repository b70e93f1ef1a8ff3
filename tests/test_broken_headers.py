"""Headers in the archive that cannot be read cost no more than what they were needed for."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest
from sqlite_utils import Database

from scraper.archive import Archive
from tests.fetchers import Fetchers, tell
from tests.loopback import Answer, LoopbackSite, redirect, show
from tests.running import run
from tests.test_crawl_command import name_page, write_page
from tests.test_warc_export import LATER, B, export, respond, revisit
from tests.warcs import check, list_records, make_archive

BROKEN = ["[[", '{"a": 1}', '[["ETag"]]']


def break_headers(database: Database, where: str = "1", headers: str = "[[") -> None:
    """Damage headers past the archive's own rules."""
    database.conn.execute("PRAGMA ignore_check_constraints = ON")
    database.conn.execute(f"UPDATE snapshots SET headers = ? WHERE {where}", (headers,))


@pytest.mark.parametrize("headers", BROKEN)
def test_an_export_leaves_out_what_they_belong_to(tmp_path: Path, headers: str) -> None:
    """The response and a 304 that rests on it are told; others of the same bytes are whole."""
    path = tmp_path / "x.warc.gz"
    with make_archive() as database:
        archive = Archive(database)
        whole = archive.archive(respond())
        archive.archive(revisit(whole))
        archive.archive(respond(address=B))
        archive.archive(respond(address=B, observed_at=LATER))
        break_headers(database, "archive_id = 1", headers)
        problems = export(database, path)
    assert [problem.code for problem in problems] == ["snapshot_broken"] * 2
    assert "snapshot 1 (https://x.example/a?b=c): not written: " in problems[0].message
    assert "snapshot 1, which it says still holds, is not written" in problems[1].message
    kinds = [fields["warc-type"] for fields, _, _ in list_records(path)]
    assert kinds == ["warcinfo", *["response", "request"] * 2]
    assert check(path) == 0


def test_an_export_with_them_is_done_with_issues(tmp_path: Path) -> None:
    """The operator sees one line for each snapshot that is left out, and status 3."""
    for number in range(2):
        (tmp_path / f"{number}.html").write_text(write_page(number))
    run(tmp_path, "ingest", ".", "--db", "x.db")
    database = Database(sqlite3.connect(tmp_path / "x.archive.db", isolation_level=None))
    break_headers(database, "archive_id = 1", "\0" * 9)
    database.close()
    done = run(tmp_path, "archive", "export", "x.warc.gz", "--db", "x.db", "--json")
    assert (done.returncode, json.loads(done.stdout)["snapshots_failed"]) == (3, 1)
    assert done.stderr.startswith("snapshot 1 (")
    assert done.stderr.endswith(" [snapshot_broken]\n")
    assert done.stderr.count("\n") == 1


def test_a_page_with_them_is_read_and_asked_for_in_full(tmp_path: Path) -> None:
    """Nothing is asked with validators that are not known, and no run ends with a traceback."""
    command = ("ingest", "--db", "x.db", "--allow-host", "127.0.0.1", "--delay", "0", "--json")
    with LoopbackSite({name_page(0): show(write_page(0), ETag='"1"')}) as site:
        address = f"{site.root}{name_page(0)}"
        first = run(tmp_path, *command, address)
        database = Database(sqlite3.connect(tmp_path / "x.archive.db", isolation_level=None))
        break_headers(database)
        # Two answers of one second would be one observation.
        database.conn.execute("UPDATE snapshots SET observed_at = '2026-01-01T00:00:00Z'")
        database.close()
        again = run(tmp_path, *command, address)
        (tmp_path / "x.db").unlink()
        anew = run(tmp_path, *command, address)
    for done in (first, again, anew):
        assert "Traceback" not in done.stderr
        assert done.returncode == first.returncode
        assert json.loads(done.stdout)["content"]["comparisons"] == 1
    assert "If-None-Match" not in site.asked[3].headers
    assert site.paths.count("/robots.txt") == 2


def test_a_crawl_that_was_cut_off_asks_again_for_what_it_cannot_recall(fetchers: Fetchers) -> None:
    """Of pages, redirects, sitemaps and robots.txt, what cannot be read counts as not fetched."""
    listed = "<urlset><url><loc>/0</loc></url><url><loc>/old</loc></url></urlset>"
    answers = {
        "/sitemap.xml": Answer(listed.encode()),
        "/0": show("page 0"),
        "/old": redirect("/1"),
        "/1": show("page 1"),
    }
    with LoopbackSite({**answers}) as site:
        outcomes = fetchers.open(delay=10).fetch([site.root])
        next(outcomes), next(outcomes)
        outcomes.close()
        asked = sorted(site.paths)
        break_headers(fetchers.database)
        assert sorted(map(tell, fetchers.run(site.root, delay=10))) == ["0", "1"]
    assert sorted(site.paths) == sorted(asked * 2)
