"""The evidence of a page: what ``parse --explain`` tells, shown to a person, and its bounds.

Then what is said where there is none: damage, locks, a hanging reader.
"""

from __future__ import annotations

import asyncio
import json
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
import urllib.request
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from datasette.app import Datasette

from publish.errors import EvidenceError
from publish.explaining import MOST_WAITING, Explaining
from tests.explained import (
    ADDRESS,
    ELSEWHERE,
    OSIER,
    PAGE,
    find_snapshot,
    make_archived,
    open_evidence,
    strip,
)
from tests.forgotten import forget, remove
from tests.publishing import ask, open_app
from tests.running import run
from versusdb.evidence import EvidenceReader, has_archive
from versusdb.files import ARCHIVE, open_for_writing
from versusdb.worker import Worker


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Ingest the pages once."""
    return make_archived(tmp_path_factory.mktemp("archived"))


@pytest.fixture
def path(made: Path, tmp_path: Path) -> Path:
    """Copy the database and its archive into a folder of the test's own."""
    for name in ("x.db", "x.archive.db"):
        shutil.copy(made.parent / name, tmp_path / name)
    return tmp_path / "x.db"


@pytest.fixture
def app(path: Path) -> Iterator[Datasette]:
    """Build the app with the archive beside its database."""
    with EvidenceReader(path) as reader, open_app(path, reader.explain) as app:
        yield app


def test_evidence_is_what_parse_explains(app: Datasette, path: Path) -> None:
    """Each field has the value, the block, the landmark and the text that ``parse`` gives it."""
    told = open_evidence(app, path)["evidence"]
    (path.parent / "page.html").write_text(PAGE)
    done = run(path.parent, "parse", "--explain", "--json", "page.html")
    explained = json.loads(done.stdout)
    short = [item for item in explained["evidence"] if "description" not in item["field"]]
    assert [item for item in told["evidence"] if "description" not in item["field"]] == short
    assert told["absent"] == explained["absent"]
    assert told["reader"] == explained["reader"]


def test_page_shows_block_landmark_and_text(app: Datasette, path: Path) -> None:
    """A person reads of each field where it was, and comes to it by the entry's id."""
    snapshot_id, sha256 = find_snapshot(path)
    markup = ask(app, f"/evidence/{snapshot_id}").text
    said = strip(markup)
    assert re.search(r"Panel ship, % 75 % block \d+ Panel ship: 75%", said)
    assert re.search(r"Entry price Paid block \d+ Entry", said)
    assert sha256 in said
    entries = ask(app, "/x/v1_entries.json?_shape=array").json()
    for entry in entries:
        assert f'id="{entry["entry_id"]}.tagline"' in markup
    assert "Other pages may state it" in said


def test_every_quote_is_found_on_its_page(app: Datasette, path: Path) -> None:
    """A quote's id leads to the last page that showed it, and to its place there."""
    snapshot_id, _ = find_snapshot(path)
    markup = ask(app, f"/evidence/{snapshot_id}").text
    quotes = ask(app, "/x/v1_quotes.json?_shape=array").json()
    assert len(quotes) == 8
    for quote in quotes:
        leads = ask(app, f"/evidence/{quote['quote_id']}").headers["location"]
        assert leads == f"/evidence/{snapshot_id}#{quote['quote_id']}"
        assert f'<h2 id="{quote["quote_id"]}">{quote["reviewer"]} on ' in markup


def test_entry_leads_from_tool_page_to_field(app: Datasette, path: Path) -> None:
    """The links of a tool's fields, and of its sources, lead to places that are on the page."""
    tool = ask(app, "/tool/osier")
    markup = ask(app, tool.headers["location"]).text
    links = set(re.findall(r'href="(/evidence/s\w+)#([\w.]+)"', markup))
    assert len(links) > 8
    for address, anchor in links:
        assert f'id="{anchor}"' in ask(app, address).text


def test_nothing_but_excerpts_leaves_the_archive(app: Datasette, path: Path) -> None:
    """No line that no field took, no long text as a whole, and no path of the machine is told."""
    told = open_evidence(app, path)
    shown = json.dumps(told["evidence"]) + ask(app, f"/evidence/{told['snapshot_id']}").text
    assert ELSEWHERE not in shown
    assert str(path.parent) not in shown
    assert "pages/a.html" not in shown
    descriptions = [
        item for item in told["evidence"]["evidence"] if "tools.1.desc" in item["field"]
    ]
    assert descriptions
    assert all(len(item["text"]) <= 301 for item in descriptions)
    assert OSIER.description.strip() not in shown


def test_page_that_is_none_tells_why(app: Datasette, path: Path) -> None:
    """Of a page that could not be read, the issue stands where fields would."""
    snapshot_id, _ = find_snapshot(path, "unknown")
    said = strip(ask(app, f"/evidence/{snapshot_id}").text)
    assert "What could not be read" in said
    assert "No entry and no quote was taken from it." in said


def test_without_an_archive_it_is_said_what_lies_where(path: Path) -> None:
    """A published set has no archive: address, time and digest are there, and what to do."""
    path.with_name("x.archive.db").unlink()
    assert not has_archive(path)
    snapshot_id, sha256 = find_snapshot(path)
    with open_app(path) as app:
        markup = ask(app, f"/evidence/{snapshot_id}").text
        told = open_evidence(app, path)
    said = strip(markup)
    assert "“versusdb parse --explain FILE” shows it of a saved copy" in said
    assert ADDRESS in said
    assert sha256 in said
    assert told["evidence"] is None
    for row in told["answers"]["subjects"]["rows"]:
        assert row["block"] is not None
        assert f'<tr id="{row["subject_id"]}">' in markup


def test_unknown_and_forgotten_pages_are_not_here(app: Datasette, path: Path) -> None:
    """An id that leads to nothing, and that of what was taken down, get a sentence and 404."""
    snapshot_id, _ = find_snapshot(path)
    assert forget(path, ADDRESS) == 0
    for wanted in (snapshot_id, "s0000000000000000", "<script>"):
        answer = ask(app, f"/evidence/{wanted.replace('<', '%3C')}")
        assert answer.status_code == 404
        assert "it never had one here, or what it showed was taken down" in strip(answer.text)
        assert "<script>" not in answer.text


def change_archive(path: Path, sql: str) -> None:
    """Damage the archive of a database."""
    with closing(sqlite3.connect(path.with_name("x.archive.db"))) as archive:
        archive.execute(sql)
        archive.commit()


def test_taking_down_in_progress_is_told(app: Datasette, path: Path) -> None:
    """Bytes that are gone from the archive, and not yet from the database, are told as such."""
    _, sha256 = find_snapshot(path)
    with closing(open_for_writing(path.with_name("x.archive.db"), ARCHIVE)) as archive:
        remove(archive, sha256)
    told = open_evidence(app, path)
    assert told["failure"] == "This page was taken down on 2026-05-01."
    assert told["evidence"] is None


@pytest.mark.parametrize(
    ("sql", "sentence"),
    [
        ("DELETE FROM snapshots", "The archive does not hold the bytes of this page."),
        ("DELETE FROM bodies", "The archive does not hold the bytes of this page."),
        ("UPDATE bodies SET data = x'00'", "The archive's copy of this page is damaged."),
        ("UPDATE bodies SET size = size + 1", "The archive's copy of this page is damaged."),
        ("PRAGMA user_version = 1", "The archive cannot be read now"),
    ],
)
def test_missing_and_damaged_bytes_are_told(
    app: Datasette, path: Path, sql: str, sentence: str
) -> None:
    """What the archive lacks, or holds otherwise, is a sentence on a page that is there."""
    change_archive(path, sql)
    told = open_evidence(app, path)
    assert told["failure"].startswith(sentence)
    assert str(path.parent) not in json.dumps(told)
    assert told["answers"]["snapshot"]["rows"]


def test_damaged_file_is_told(app: Datasette, path: Path) -> None:
    """An archive that is no database any more, or is gone, is a sentence, too."""
    archive = path.with_name("x.archive.db")
    archive.write_bytes(archive.read_bytes()[:4096] + b"\xff" * 40_000)
    assert open_evidence(app, path)["failure"]
    archive.unlink()
    assert open_evidence(app, path)["failure"].startswith("The archive cannot be read now")


def test_run_in_progress_is_not_in_the_way(app: Datasette, path: Path) -> None:
    """While a run writes to the archive, its pages are explained."""
    with closing(open_for_writing(path.with_name("x.archive.db"), ARCHIVE)) as archive:
        archive.conn.execute("BEGIN IMMEDIATE")
        archive.conn.execute("UPDATE bodies SET data = x'00'")
        assert open_evidence(app, path)["failure"] is None


def test_locked_archive_is_told(
    app: Datasette, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An archive that another program holds for itself is a sentence, and soon."""
    monkeypatch.setattr("versusdb.files.BUSY_SECONDS", 0.1)
    archive = sqlite3.connect(path.with_name("x.archive.db"), isolation_level=None)
    with closing(archive):
        archive.execute("PRAGMA locking_mode = EXCLUSIVE")
        archive.execute("BEGIN EXCLUSIVE")
        archive.execute("CREATE TABLE more (a)")
        assert open_evidence(app, path)["failure"].startswith("Another program holds the archive")


def test_reader_that_hangs_is_given_up(path: Path) -> None:
    """A page that the reader does not end on costs its time limit, and the next one is read."""
    wild = Worker(reader="tests.wild_readers:read", seconds=1)
    with EvidenceReader(path, wild) as reader, open_app(path, reader.explain) as app:
        failure = open_evidence(app, path, "unknown")["failure"]
        assert failure.startswith("It could not be read again: the reader did not end on this page")
        assert open_evidence(app, path)["evidence"]["reader"] == "wild"


def test_one_page_is_read_at_a_time_and_others_are_shown() -> None:
    """While a page is read, the loop answers others, and of many that wait some are sent away."""
    is_open, running, most = threading.Event(), [0], [0]

    def explain(snapshot_id: str, sha256: str) -> dict[str, Any]:
        running[0] += 1
        most[0] = max(most[0], running[0])
        assert is_open.wait(20)
        running[0] -= 1
        return {"snapshot_id": snapshot_id, "sha256": sha256}

    async def ask_many() -> tuple[int, int]:
        asked = [asyncio.create_task(explaining.ask(f"s{n}", "0")) for n in range(MOST_WAITING)]
        await asyncio.sleep(0.05)
        with pytest.raises(EvidenceError, match="ask again in a moment"):
            await explaining.ask("s", "0")
        is_open.set()
        answers = await asyncio.gather(*asked)
        return len({answer["snapshot_id"] for answer in answers}), most[0]

    explaining = Explaining(explain)
    assert asyncio.run(ask_many()) == (MOST_WAITING, 1)
    explaining.close()


def test_serve_explains_and_leaves_no_process(path: Path) -> None:
    """``versusdb serve`` beside the archive shows evidence, and its reader ends with it."""
    server = subprocess.Popen(
        [sys.executable, "-m", "versusdb", "serve", "--db", "x.db", "--port", "0", "--json"],
        cwd=path.parent,
        stdout=subprocess.PIPE,
        text=True,
    )
    snapshot_id, _ = find_snapshot(path)
    with server:
        assert server.stdout is not None
        address = json.loads(server.stdout.readline())["address"]
        with urllib.request.urlopen(f"{address}evidence/{snapshot_id}.json") as answer:
            assert json.load(answer)["evidence"]["record"]["title"] == "Osier vs Tintype"
        threads = Path(f"/proc/{server.pid}/task").glob("*/children")
        children = [child for thread in threads for child in thread.read_text().split()]
        readers = [Path("/proc") / child for child in children]
        server.send_signal(signal.SIGINT)
        assert server.wait(timeout=20) == 6
    assert readers
    assert not [reader for reader in readers if reader.exists()]
