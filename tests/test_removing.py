"""Removing: what goes from the archive with what was taken down, and what stays whole."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlite_utils import Database

from scraper.archive import Archive
from scraper.compressing import PAGES_TO_TRAIN
from scraper.errors import ForgottenError
from scraper.response import Fetched, Response
from scraper.tombstones import bury_copy
from tests.fetchers import Fetchers, tell
from tests.forgotten import MARKER, remove
from tests.loopback import LoopbackSite, show
from versusdb.files import ARCHIVE, open_for_writing


def respond(number: int, body: bytes, **changes: object) -> Response:
    fields = {
        "role": "page",
        "source": f"https://x.example/{number}",
        "address": f"https://x.example/{number}",
        "site": "x.example",
        "observed_at": "2026-04-24T10:00:00Z",
        "status": 200,
        "headers": (("Content-Type", "text/html"),),
        "request_headers": (),
        "body": body,
    }
    return Response(**(fields | changes))  # type: ignore[arg-type]


@contextmanager
def open_archive(path: Path) -> Iterator[tuple[Database, Archive]]:
    database = open_for_writing(path, ARCHIVE)
    yield database, Archive(database)
    database.close()


def test_an_empty_copy_takes_no_empty_page_down(tmp_path: Path) -> None:
    """A mirror's empty answer for what was taken down is dropped, and other empty ones are kept."""
    with open_archive(tmp_path / "x.archive.db") as (database, archive):
        remove(database, "https://x.example/1")
        empty, full = (archive.archive(respond(n, bytes(n))).snapshot for n in (0, 3))
        assert bury_copy(database, "https://x.example/1", empty.sha256)
        assert archive.archive(respond(2, b"")).is_new
        assert bury_copy(database, "https://x.example/1", full.sha256)
        with pytest.raises(ForgottenError):
            archive.archive(respond(2, bytes(3)))


def test_dictionary_forgets_the_page(tmp_path: Path) -> None:
    """A dictionary that was trained on it is trained anew, and every other byte comes back."""
    frame = "".join(f"<li class='row wide'>Item {n} of the frame</li>" for n in range(60))
    secret = "".join(f"<p>{MARKER} number {n % 7} rows by night</p>" for n in range(300))
    pages = [f"<ul>{frame}</ul><p>{n * 7919 % 1009}</p>".encode() for n in range(PAGES_TO_TRAIN)]
    with open_archive(tmp_path / "x.archive.db") as (database, archive):
        archive.archive(respond(999, f"<ul>{frame}</ul>{secret}".encode()))
        kept = [archive.archive(respond(n, body)).snapshot for n, body in enumerate(pages)]
        sql = "SELECT dictionary_id, site, data FROM dictionaries"
        ((old_id, site, old),) = database.conn.execute(sql).fetchall()
        assert MARKER.encode() in old
        remove(database, "https://x.example/999")
        ((new_id, new_site, new),) = database.conn.execute(sql).fetchall()
        assert (new_id != old_id, new_site) == (True, site)
        assert MARKER.encode() not in new
        again = Archive(database)
        assert [again.read(each.sha256) for each in kept] == pages
        used = database.conn.execute("SELECT DISTINCT dictionary_id FROM bodies").fetchall()
        assert used == [(new_id,)]


def test_damaged_bodies_do_not_keep_a_page(tmp_path: Path) -> None:
    """A body that cannot be compressed anew stays damaged, and the dictionary goes all the same."""
    frame = "".join(f"<li class='row wide'>Item {n} of the frame</li>" for n in range(60))
    with open_archive(tmp_path / "x.archive.db") as (database, archive):
        for n in range(PAGES_TO_TRAIN + 1):
            archive.archive(respond(n, f"<ul>{frame}</ul><p>{n}</p>".encode()))
        with database.atomic():
            database.conn.execute("UPDATE bodies SET data = X'00' WHERE rowid = 3")
        remove(database, "https://x.example/0")
        (count,) = database.conn.execute("SELECT count(*) FROM dictionaries").fetchone()
        assert count == 1
        assert database.conn.execute("PRAGMA foreign_key_check").fetchall() == []


def test_a_revisit_goes_with_the_response_it_stands_for(tmp_path: Path) -> None:
    """A 304 goes with what it says still holds, and the bytes stay where another shows them."""
    with open_archive(tmp_path / "x.archive.db") as (database, archive):
        first = archive.archive(respond(1, b"<p>one</p>")).snapshot
        second = archive.archive(respond(2, b"<p>one</p>")).snapshot
        changes = {"status": 304, "observed_at": "2026-04-25T10:00:00Z"}
        archive.archive(respond(3, b"", revisit_of=first.archive_id, **changes))
        remove(database, "https://x.example/1")
        sql = "SELECT archive_id, revisit_of FROM snapshots ORDER BY 1"
        assert database.conn.execute(sql).fetchall() == [(second.archive_id, None)]
        assert archive.read(second.sha256) == b"<p>one</p>"
        with pytest.raises(ForgottenError, match="taken down on 2026-05-01: asked to"):
            archive.archive(respond(1, b"<p>other</p>"))


def test_bytes_go_with_the_answers_that_they_still_hold(fetchers: Fetchers) -> None:
    """Taken down by its SHA-256, a page that answered 304 since leaves neither response."""
    whole = show(MARKER, ETag='"1"')
    answers = iter((whole, whole._replace(body=b"", status=304)))
    with LoopbackSite({"/a": lambda: next(answers)}) as site:
        (first,) = fetchers.run(f"{site.root}/a", delay=0)
        fetchers.clock.seconds += 60
        fetchers.run(f"{site.root}/a", delay=0)
    assert isinstance(first, Fetched)
    statuses = "SELECT status FROM snapshots WHERE role = 'page'"
    assert fetchers.database.conn.execute(statuses).fetchall() == [(200,), (304,)]
    remove(fetchers.database, first.snapshot.sha256)
    assert fetchers.database.conn.execute(statuses).fetchall() == []


def test_the_crawl_forgets_the_address(tmp_path: Path) -> None:
    """The frontier loses its row, and those whose outcome rests on what goes or names it."""
    with open_archive(tmp_path / "x.archive.db") as (database, archive):
        gone = archive.archive(respond(1, b"<p>one</p>")).snapshot.archive_id
        with database.atomic():
            database.conn.execute("INSERT INTO crawls VALUES (1, 'k', 0, 0, NULL)")
            database.conn.executemany(
                "INSERT INTO frontier (address, host, crawl_id, position, role, source, site, "
                "listed_by, state, reason, archive_id, robots_id) "
                "VALUES (?, 'x.example', 1, 1, 'page', ?, 'x.example', ?, 'failed', ?, ?, ?)",
                [
                    ("https://x.example/1", "https://x.example/1", None, None, None, None),
                    ("https://x.example/2", "https://x.example/2", None, None, gone, None),
                    ("https://x.example/3", "https://x.example/3", None,
                     "redirected to https://x.example/1, left out", None, None),
                    ("https://x.example/4", "https://X.example/1#a", "https://x.example/1",
                     "answered 410", None, gone),
                ],
            )  # fmt: skip
            database.conn.execute(
                "INSERT INTO robots (origin, checked_at, expires_at, archive_id) VALUES "
                "('https://x.example', 0, 0, ?)",
                (gone,),
            )
        remove(database, "https://x.example/1")
        sql = "SELECT address, source, listed_by, reason, robots_id FROM frontier"
        address = "https://x.example/4"
        assert database.conn.execute(sql).fetchall() == [
            (address, address, None, "answered 410", None)
        ]
        assert database.conn.execute("SELECT * FROM robots").fetchall() == []


def test_rules_that_were_taken_down_are_not_asked_for(fetchers: Fetchers) -> None:
    """A robots.txt whose address was taken down is unavailable, and so its host is left alone."""
    with LoopbackSite({"/a": show("a")}) as site:
        fetchers.run(f"{site.root}/a", delay=0)
        fetchers.clock.seconds += 60
        remove(fetchers.database, f"{site.root}/robots.txt")
        asked = len(site.paths)
        (outcome,) = fetchers.run(f"{site.root}/a", delay=0)
    assert tell(outcome) == "robots_unavailable"
    assert site.paths[asked:] == []
