"""What an operator names whose bytes are no UTF-8: it is used, and shown and kept as text."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.pages import Card, write_html
from tests.test_command import select
from versusdb.files import DATABASE, open_for_writing
from versusdb.migrating import back_up

CARDS = [Card(name="Tintype", tagline="Photographs"), Card(name="Gravelbed", tagline="Drains")]
STRICT = {"PYTHONIOENCODING": "utf-8:strict"}


def run(
    folder: Path, *arguments: str | bytes, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run the command with these bytes; whatever it prints must be text."""
    return subprocess.run(
        [sys.executable, "-m", "versusdb", *arguments],
        cwd=folder,
        env={**os.environ, **STRICT, **environment},
        capture_output=True,
        encoding="utf-8",
        errors="strict",
        timeout=60,
        check=False,
    )


def list_kept(folder: Path, path: bytes = b"x.db") -> str:
    """Return what the database keeps of the command line, after proving that it is text."""
    database = folder / os.fsdecode(path)
    kept = select(database, "SELECT settings FROM runs")
    texts = [json.loads(settings) for (settings,) in kept]
    texts += select(database, "SELECT subject, message FROM issues")
    shown = json.dumps(texts, ensure_ascii=False)
    shown.encode("utf-8")
    return shown


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a page in it that has such a name, and is in a folder that has one."""
    page = tmp_path / os.fsdecode(b"q\xe9") / os.fsdecode(b"caf\xe9.html")
    page.parent.mkdir()
    page.write_text(write_html(CARDS))
    return tmp_path


@pytest.mark.parametrize(
    ("source", "status", "shown"),
    [
        (b"q\xe9/caf\xe9.html", 0, "q\\xe9/caf\\xe9.html"),
        (b"q\xe9", 0, "q\\xe9"),
        (b"q\xe9/nope\xe9.html", 3, "q\\xe9/nope\\xe9.html"),
        (b"http://127.0.0.1:9/x\xe9", 3, "http://127.0.0.1:9/x\\xe9"),
        (b"http://127.0.0.1:9/x#\xe9", 3, "http://127.0.0.1:9/x#\\xe9"),
    ],
)
def test_a_source_of_any_bytes_is_worked_on(
    folder: Path, source: bytes, status: int, shown: str
) -> None:
    """A path is read whatever its bytes are; what is kept of it says which they were."""
    done = run(folder, "ingest", source, "--db", "x.db", "--allow-host", "127.0.0.1")
    assert (done.returncode, "Traceback" in done.stderr) == (status, False)
    assert json.dumps(shown)[1:-1] in list_kept(folder)
    count = "SELECT count(*) FROM v1_comparisons"
    assert select(folder / "x.db", count) == [(int(status == 0),)]


def test_files_of_any_name_are_written_and_read(folder: Path) -> None:
    """A database, an export and a list may have such a name; so may what a summary names."""
    database: list[str | bytes] = ["--db", b"d\xe9.db", "--json"]
    done = run(folder, "ingest", b"q\xe9", *database)
    assert (done.returncode, json.loads(done.stdout)["db"]) == (0, "d\\xe9.db")
    done = run(folder, "archive", "export", b"v\xe9.warc.gz", *database)
    assert (done.returncode, json.loads(done.stdout)["file"]) == (0, "v\\xe9.warc.gz")
    assert run(folder, "archive", "import", b"v\xe9.warc.gz").returncode == 0
    assert run(folder, "ingest", "--urls", b"q\xe9/caf\xe9.html").returncode == 3
    assert "caf\\\\xe9.html line 1" in list_kept(folder, b"versus.db")
    done = run(folder, "status", "--db", b"d\xe9.db")
    assert (done.returncode, done.stdout.startswith("d\\xe9.db holds")) == (0, True)
    done = run(folder, "status", "--db", b"n\xe9.db", "--json")
    assert (done.returncode, "n\\xe9.db" in json.loads(done.stdout)["error"]) == (2, True)


def test_a_database_of_any_name_is_copied(folder: Path) -> None:
    """What is tried on a copy, kept before a migration or published goes beside any bytes."""
    database: list[str | bytes] = ["--db", b"d\xe9.db", "--json"]
    run(folder, "ingest", b"q\xe9", *database)
    for more in ([], ["--apply"]):
        assert run(folder, "reparse", *more, *database).returncode == 0
    done = run(folder, "publish", b"p\xe9", *database)
    assert (done.returncode, json.loads(done.stdout)["dir"][-5:]) == (0, "p\\xe9")
    assert (folder / os.fsdecode(b"p\xe9") / "v1_entries.parquet").stat().st_size > 0
    with closing(open_for_writing(folder / os.fsdecode(b"d\xe9.db"), DATABASE)) as opened:
        back_up(opened, folder / os.fsdecode(b"b\xe9.bak"))
    assert (folder / os.fsdecode(b"b\xe9.bak")).stat().st_size > 0
    (folder / os.fsdecode(b"d\xe9.archive.db")).unlink()
    done = run(folder, "check", *database)
    assert json.loads(done.stdout)["findings"][0]["details"]["file"][-16:] == "d\\xe9.archive.db"


def test_a_database_of_any_name_is_served(folder: Path) -> None:
    """What says where to look is text, and the database answers."""
    run(folder, "ingest", b"q\xe9", "--db", b"d\xe9.db")
    process = subprocess.Popen(
        [sys.executable, "-m", "versusdb", "serve", "--port", "0", "--db", b"d\xe9.db"],
        cwd=folder,
        env={**os.environ, **STRICT},
        stdout=subprocess.PIPE,
        encoding="utf-8",
        errors="strict",
    )
    try:
        assert process.stdout is not None
        assert process.stdout.readline().startswith("Serving d\\xe9.db at http://127.0.0.1:")
    finally:
        process.terminate()
        process.communicate(timeout=60)


def test_a_reason_of_any_bytes_is_kept_as_text(folder: Path) -> None:
    """What is to be taken down is taken down, however the reason is written."""
    run(folder, "ingest", b"q\xe9", "--db", "x.db")
    target = ["forget", "http://127.0.0.1/x", "--db", "x.db"]
    assert run(folder, *target, "--reason", b"x\xe9", "--yes").returncode == 0
    assert select(folder / "x.archive.db", "SELECT reason FROM tombstones") == [("x\\xe9",)]


def test_a_pattern_that_is_no_text_is_wrong_usage(folder: Path) -> None:
    """No path of an address could fit it."""
    done = run(folder, "ingest", b"q\xe9", "--exclude", b"/\xe9*")
    assert (done.returncode, "fits no path" in done.stderr) == (2, True)


def test_a_shell_without_an_encoding_is_none_the_worse(folder: Path) -> None:
    """Where Python takes everything but ASCII for no text, UTF-8 is still shown as it is."""
    bare = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    page = folder / "ü☃.html"
    page.write_text(write_html(CARDS))
    assert run(folder, "ingest", page.name, "nope ü.html", "--db", "x.db", **bare).returncode == 3
    assert "ü☃.html" in list_kept(folder)
    assert "nope ü.html" in list_kept(folder)
