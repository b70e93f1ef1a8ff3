"""A full disk is told as what it is: sound files are read, and whatever would write ends with 8."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.checked import find
from tests.drifting import read, select, write_pages
from tests.impaired import fill_disk, run_impaired
from tests.running import run
from tests.warcs import write_warc
from versusdb.machine_errors import explain_error, name_file


@pytest.fixture(scope="module")
def _sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sound")
    read(folder / "x.db", write_pages(folder / "pages", 3))
    return folder


@pytest.fixture
def folder(_sound: Path, tmp_path: Path) -> Path:
    """A folder with a sound database, whole in its two files, and with its pages."""
    shutil.copytree(_sound, tmp_path, dirs_exist_ok=True)
    return tmp_path


def run_without_room(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the command where no file may grow beyond half a kilobyte."""
    command = ["sh", "-c", 'ulimit -f 1; exec "$@"', "sh", sys.executable, "-m", "versusdb"]
    return subprocess.run(
        [*command, *arguments], cwd=folder, capture_output=True, text=True, timeout=60, check=False
    )


@pytest.mark.parametrize(
    "command",
    [
        ["status"],
        ["check"],
        ["archive", "verify"],
        ["forget", "https://x.example/", "--dry-run"],
    ],
    ids=" ".join,
)
def test_sound_files_are_read_on_a_full_disk(folder: Path, command: list[str]) -> None:
    """What only reads needs no room, and calls nothing damaged."""
    for _ in range(2):
        done = run_without_room(folder, *command, "--db", "x.db")
        assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("command", [["status"], ["check"], ["archive", "verify"]], ids=" ".join)
def test_what_is_in_the_wal_is_not_passed_over(folder: Path, command: list[str]) -> None:
    """Where a -wal holds something, a reader without room for its -shm says so, with status 8."""
    (folder / "x.db-wal").write_bytes(b"x" * 100)
    done = run_without_room(folder, *command, "--db", "x.db")
    assert (done.returncode, done.stdout, done.stderr) == (
        8,
        "",
        f"versusdb: {folder / 'x.db'}: no space is left; free some, then run the same command\n",
    )


@pytest.mark.parametrize(
    ("command", "name"),
    [
        (["ingest", "pages", "--keep-free", "0"], "x.archive.db"),
        (["archive", "import", "x.warc.gz"], "x.archive.db"),
        (["serve", "--port", "0"], "x.db"),
    ],
    ids=lambda value: " ".join(value[:2]) if isinstance(value, list) else "",
)
def test_what_needs_room_ends_with_status_8(folder: Path, command: list[str], name: str) -> None:
    """One line names the file that found no room, however often the command is given."""
    with write_warc(folder / "x.warc.gz") as warc:
        warc.add()
    for _ in range(2):
        done = run_without_room(folder, *command, "--db", "x.db")
        assert (done.returncode, done.stdout) == (8, "")
        assert done.stderr.startswith("versusdb: ")
        assert done.stderr.endswith(
            f"{name}: no space is left; free some, then run the same command\n"
        )


def test_import_keeps_room_free(folder: Path) -> None:
    """An import stops before the disk is full as ingest does."""
    with write_warc(folder / "x.warc.gz") as warc:
        warc.add()
    command = ("archive", "import", "x.warc.gz", "--db", "y.db")
    done = run(folder, *command, "--keep-free", "999999999")
    assert (done.returncode, done.stdout) == (8, "")
    assert "--keep-free" in done.stderr
    assert run(folder, *command, "--keep-free", "0").returncode in (0, 3)


def test_a_write_that_finds_no_room_names_its_file() -> None:
    """The system's error does not say where it was; the line of the operator does."""
    with (
        Path("/dev/full").open("wb", buffering=0) as full,
        pytest.raises(OSError, match="No space") as caught,
        name_file("x.warc.gz.part"),
    ):
        full.write(b"x")
    assert str(explain_error(caught.value)).startswith("x.warc.gz.part: no space is left; ")


@pytest.mark.parametrize("pages", [0, 8])
@pytest.mark.parametrize("name", ["x.db", "x.archive.db"])
def test_disk_that_fills_up_during_a_run_costs_nothing(folder: Path, name: str, pages: int) -> None:
    """Wherever it happens, the run ends with 8, the files are whole, and the next one goes on."""
    write_pages(folder / "pages", 30, first=3)
    ingest = ("ingest", "pages", "--keep-free", "0", "--db", "x.db")
    done = run_impaired(folder, fill_disk(name, pages), *ingest)
    assert (done.returncode, done.stdout) == (8, "")
    assert {finding.code for finding in find(folder / "x.db")} <= {"pages_unread", "search_stale"}
    assert run(folder, *ingest).returncode == 0
    assert find(folder / "x.db") == []
    assert select(folder / "x.db", "SELECT count(*) FROM v1_comparisons") == [(33,)]
