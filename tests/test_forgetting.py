"""Taking down: what goes, what stays, and that nothing of it comes back."""

from __future__ import annotations

import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db.confirming import confirm_pages
from db.forgetting import find_observations, forget_observations
from db.issues import note_problem
from tests.drifting import ENTRY, PANEL, read_content, select, write_pages
from tests.drifting import read as read_folder
from tests.forgotten import (
    MARKER,
    SHARED,
    digest,
    forget,
    is_left,
    read,
    serve_site,
    write_folder,
    write_page,
)
from tests.loopback import redirect
from tests.observing import load, make_database, number, rows, start_run
from tests.observing import read_content as read_views
from tests.pages import Card
from tests.repeating import PAGES, list_observations
from tests.test_history import STATES
from versusdb.errors import DatabaseBusyError, NotForgottenError

GONE = "https://shiporskip.io/compare/zyxquorp-vs-puddingstone"
ORDERED = sorted(STATES, key=lambda state: state[0].observed_at)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A database into which a folder was read, with the page that is to be taken down."""
    path = tmp_path / "x.db"
    assert read(path, write_folder(tmp_path / "pages")).run.counts.issues == 0
    return path


def read_without(path: Path) -> Path:
    """Read the folder without the page that was taken down into another database."""
    others = path.parent / "others"
    shutil.copytree(path.parent / "pages", others)
    (others / "gone.html").unlink()
    read(path.with_name("other.db"), others)
    return path.with_name("other.db")


@settings(max_examples=40)
@given(st.sets(st.integers(1, len(STATES))), st.sampled_from(["2026-05-01", "2026-05-04"]))
def test_what_is_forgotten_was_never_seen(going: set[int], failed_on: str) -> None:
    """Without some observations a database equals, in all views, one that never had them."""
    states = number(ORDERED)
    address = ORDERED[0][0].address
    with make_database() as database, make_database() as reference:
        left = [state for state in states if state[0].archive_id not in going]
        for each, kept in ((database, states), (reference, left)):
            note_problem(
                each, start_run(each), code="timeout", source=str(address), address=address,
                message="too slow", at=f"{failed_on}T18:00:00Z",
            )  # fmt: skip
            load(each, kept)
        same = {snapshot.archive_id for snapshot, _ in left if snapshot.address == address}
        forget_observations(
            database,
            start_run(database),
            find_observations(database, lambda seen: seen.archive_id in going),
            pages=going,
            reached={str(address): same},
            is_forgotten=lambda text: False,
        )
        assert read_views(database) == read_views(reference)
        assert rows(database, "PRAGMA foreign_key_check") == []


@settings(max_examples=40)
@given(st.data())
def test_what_others_confirm_is_not_forgotten(data: st.DataObject) -> None:
    """Observations that share a reading go one by one, and the others are as if read in full."""
    one = st.tuples(st.integers(0, len(PAGES) - 1), st.integers(1, 6))
    listed = list_observations(data.draw(st.lists(one, min_size=2, max_size=16)))
    ids = sorted({observation[0].archive_id for observation, _ in listed})
    going = data.draw(st.sets(st.sampled_from(ids)))
    with make_database() as database, make_database() as reference:
        for (snapshot, reading), same_as in listed:
            pairs = [] if same_as is None else [(snapshot, same_as)]
            if not pairs or confirm_pages(database, start_run(database), pairs):
                load(database, [(snapshot, reading)])
        load(reference, [seen for seen, _ in listed if seen[0].archive_id not in going])
        forget_observations(
            database,
            start_run(database),
            find_observations(database, lambda seen: seen.archive_id in going),
            pages=going,
            reached={},
            is_forgotten=lambda text: False,
        )
        assert read_views(database) == read_views(reference)
        unseen = "SELECT * FROM readings WHERE reading_id NOT IN (SELECT reading_id FROM snapshots)"
        assert rows(database, unseen) == []
        assert rows(database, "PRAGMA foreign_key_check") == []


@pytest.mark.parametrize("by_address", [True, False])
def test_both_files_are_as_if_the_page_had_never_come(path: Path, by_address: bool) -> None:
    """Taken down by its address or its bytes, a page leaves what the others alone would give."""
    page = path.parent / "pages" / "gone.html"
    assert is_left(path, MARKER.encode())
    forget(path, GONE if by_address else digest(page))
    assert not is_left(path, MARKER.encode())
    other = read_without(path)
    assert read_content(path) == read_content(other)
    for table in ("snapshots", "bodies"):
        found = [
            select(each.with_name(f"{each.stem}.archive.db"), f"SELECT sha256 FROM {table}")
            for each in (path, other)
        ]
        assert sorted(found[0]) == sorted(found[1])


@pytest.mark.parametrize("by_address", [True, False])
def test_nothing_brings_it_back(path: Path, by_address: bool) -> None:
    """The same file, another copy, and a database made anew from the archive change nothing."""
    pages = path.parent / "pages"
    forget(path, GONE if by_address else digest(pages / "gone.html"))
    before = read_content(path)
    (pages / "gone.html").rename(pages / "copy.html")
    for _ in range(2):
        outcome = read(path, pages)
        assert (outcome.exit_status, outcome.pages_forgotten) == (0, 1)
        assert read_content(path) == before
        path.unlink()
    assert read(path).exit_status == 0
    assert read_content(path) == before
    assert not is_left(path, MARKER.encode())


def test_a_changed_copy_goes_as_well(path: Path) -> None:
    """A page that says it is at an address that was taken down goes, whatever its bytes."""
    forget(path, GONE)
    before = read_content(path)
    changed = Card(name=MARKER, slug="zyxquorp", tagline=f"{MARKER} sails")
    write_page(path.parent / "new", "changed", changed, SHARED, day=9)
    for _ in range(2):
        assert read(path, path.parent / "new").pages_forgotten == 1
        assert read_content(path) == before
        assert not is_left(path, MARKER.encode())
    archive = path.with_name("x.archive.db")
    assert select(archive, "SELECT is_applied, kind FROM tombstones ORDER BY kind") == [
        (1, "address"), (1, "body"), (1, "body"),
    ]  # fmt: skip
    forget(path, GONE, reason=None, lift=True)
    assert select(archive, "SELECT * FROM tombstones") == []
    assert read(path, path.parent / "new").content["entries"] == 5


def test_held_pages_are_taken_down(tmp_path: Path) -> None:
    """A page that was held back, and read by no run that was loaded, goes without a trace."""
    path = tmp_path / "x.db"
    read_folder(path, write_pages(tmp_path / "good", 4))
    drifted = write_pages(tmp_path / "bad", 4, ENTRY, (PANEL[0], MARKER), first=4)
    assert read_folder(path, drifted).is_refused
    for page in drifted.iterdir():
        forget(path, digest(page))
    assert select(path, "SELECT * FROM held_pages") == []
    assert not is_left(path, MARKER.encode())


def test_a_forgotten_address_is_not_asked_for(tmp_path: Path) -> None:
    """No request is sent to it: named, listed by a sitemap, or at the end of a redirect."""
    path = tmp_path / "x.db"
    with serve_site() as site:
        read(path, f"{site.root}/b", hosts=("127.0.0.1",))
        forget(path, f"{site.root}/a#part")
        sources = [f"{site.root}/a", f"{site.root}/to", f"{site.root}/"]
        outcome = read(path, *sources, hosts=("127.0.0.1",))
        assert "/a" not in site.paths
        assert {"/to", "/sitemap.xml"} < set(site.paths)
    assert (outcome.pages_skipped, outcome.pages_forgotten) == (1, 1)
    assert select(path, "SELECT code FROM v1_issues WHERE stage = 'fetch'") == []


def test_forgotten_bytes_are_not_kept_wherever_they_come_from(tmp_path: Path) -> None:
    """Bytes taken down at one address are refused at another, also as a robots.txt."""
    path = tmp_path / "x.db"
    with serve_site() as site:
        read(path, f"{site.root}/a", hosts=("127.0.0.1",))
        ((sha256,),) = select(path, "SELECT sha256 FROM v1_snapshots")
        forget(path, sha256)
        site.answers["/c"] = site.answers["/a"]
        assert read(path, f"{site.root}/c", hosts=("127.0.0.1",)).pages_forgotten == 1
        site.answers["/robots.txt"] = site.answers["/a"]
        with closing(sqlite3.connect(path.with_name("x.archive.db"))) as archive, archive:
            archive.execute("UPDATE robots SET expires_at = 0")
        read(path, f"{site.root}/b", hosts=("127.0.0.1",))
        assert site.paths[-1] == "/robots.txt"
    assert select(path, "SELECT code FROM v1_issues WHERE stage = 'fetch'") == [
        ("robots_unavailable",)
    ]


def test_an_address_leaves_what_others_show(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Bytes that another address shows stay there; what names the address is rewritten."""
    path = tmp_path / "x.db"
    with serve_site() as site:
        address = f"{site.root}/to?{MARKER}"
        site.answers[f"/to?{MARKER}"] = redirect("/a")
        site.answers["/copy"] = site.answers["/a"]
        read(path, address, f"{site.root}/copy", hosts=("127.0.0.1",))
        forget(path, address)
        assert not is_left(path, f"to?{MARKER}".encode())
        archive = path.with_name("x.archive.db")
        sources = "SELECT source FROM snapshots WHERE role = 'page' ORDER BY 1"
        assert select(archive, sources) == [(f"{site.root}/a",), (f"{site.root}/copy",)]
        capsys.readouterr()
        forget(path, f"{site.root}/a")
        told = json.loads(capsys.readouterr().out)
        assert (told["responses"], told["bodies"], len(told["shared"])) == (1, [], 1)
        assert select(archive, "SELECT source FROM snapshots WHERE role = 'page'") == [
            (f"{site.root}/copy",)
        ]


def test_a_tombstone_can_be_lifted(path: Path) -> None:
    """What was forbidden by mistake may come again; what was never forbidden is told so."""
    forget(path, GONE)
    forget(path, GONE, reason=None, lift=True)
    assert read(path, path.parent / "pages").content["entries"] == 5
    with pytest.raises(NotForgottenError, match="was not taken down"):
        forget(path, GONE, reason=None, lift=True)


def test_a_reader_that_holds_old_pages_is_named(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While a reader keeps what was taken down in the -wal, it is not done, and then it is."""
    monkeypatch.setattr("versusdb.files.BUSY_SECONDS", 0.1)
    reader = sqlite3.connect(path, isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM entries").fetchone()
    with pytest.raises(DatabaseBusyError, match="a program that reads the database keeps"):
        forget(path, GONE)
    reader.close()
    assert read(path).exit_status == 0
    assert not is_left(path, MARKER.encode())
