"""What evidence may cost, and what is said where there is none: damage, locks, a hanging reader."""

from __future__ import annotations

import asyncio
import json
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
    find_snapshot,
    make_archived,
    open_evidence,
)
from tests.forgotten import remove
from tests.publishing import open_app
from versusdb.evidence import EvidenceReader
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
