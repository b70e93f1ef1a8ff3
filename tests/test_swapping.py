"""Where a data set stands: whole at every moment, and nobody else's folder."""

from __future__ import annotations

import fcntl
import shutil
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from tests.published import end_publish, make_database, publish, read_set
from tests.running import run
from versusdb.errors import DatabaseBusyError, FileRefusedError
from versusdb.swapping import name_sets, replace_set

HOUSE = Path(__file__).parent.parent
# Reads the set again and again until the line that ends it: each time into the folder first, then
# all that its list names. Prints how many sets it saw, or what was wrong with one.
READER = """
import hashlib, os, pathlib, sys, threading
threading.Thread(target=lambda: (sys.stdin.read(), ends.set()), daemon=True).start()
ends, seen = threading.Event(), []
print("reading", flush=True)
while not ends.is_set():
    pathlib.Path("out/README.md").read_bytes()
    folder = pathlib.Path(os.path.realpath("out"))
    sums = (folder / "SHA256SUMS").read_text().splitlines()
    for line in sums:
        digest, name = line.split("  ")
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == digest, name
    held = [path for path in folder.rglob("*") if path.is_file()]
    assert len(sums) == len(held) - 1 > 40
    seen.append(sums)
print(len(set(map(tuple, seen))), "different sets, read", len(seen), "times")
"""


@pytest.fixture(scope="module")
def databases(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Two databases of different content."""
    one = make_database(tmp_path_factory.mktemp("one"), days=1)
    return one, make_database(tmp_path_factory.mktemp("two"))


def test_reader_never_sees_a_mix_or_nothing(databases: tuple[Path, Path], tmp_path: Path) -> None:
    """While sets replace each other, a reader finds a whole one every time it looks."""
    publish(databases[0], tmp_path / "out")
    with subprocess.Popen(
        [sys.executable, "-c", READER],
        cwd=tmp_path,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as reader:
        assert reader.stdout is not None
        assert reader.stdout.readline() == "reading\n"
        for turn in range(1, 13):
            publish(databases[turn % 2], tmp_path / "out")
        shown, errors = reader.communicate(timeout=60)
    assert (errors, shown[:23]) == ("", "2 different sets, read ")
    assert len(list(name_sets(tmp_path / "out").glob("set-*"))) == 2


def list_names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_killed_anywhere_the_old_set_is_whole(databases: tuple[Path, Path], tmp_path: Path) -> None:
    """Whatever step is the last, the old set stands or the new one; the next clears the rest."""
    place = tmp_path / "out"
    sets = [read_set(publish(path, place, has_parquet=False)) for path in databases]
    steps = end_publish(0, databases[0], place).stderr.split()
    turning = [n for n, step in enumerate(steps, start=1) if step in ("os.rename", "os.symlink")]
    assert len(turning) == 3
    some = {1, 3, 9, len(steps) // 2, *turning, turning[-1] + 1, turning[-1] + 9, len(steps)}
    publish(databases[1], place, has_parquet=False)
    for step in sorted(some):
        done = end_publish(step, databases[0], place)
        assert done.returncode == -9, step
        assert read_set(place) == sets[0 if step > turning[-1] else 1], step
        # What is left of it is gone after the next one.
        publish(databases[1], place, has_parquet=False)
        assert read_set(place) == sets[1]
        held = list_names(name_sets(place))
        assert len(held) == 3, step
        assert "lock" in held
        assert list_names(tmp_path) == {"out", ".out.sets"}


def test_error_leaves_nothing_behind(tmp_path: Path) -> None:
    """Without an old set, a set that does not come to its end leaves the folder as it was."""
    with suppress(ZeroDivisionError), replace_set(tmp_path / "out") as part:
        (part / "x").touch()
        raise ZeroDivisionError
    assert list(tmp_path.iterdir()) == []


def test_foreign_folder_is_kept(databases: tuple[Path, Path], tmp_path: Path) -> None:
    """What publish did not make is never touched: a folder with files, a file, another's link."""
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "note.txt").write_text("mine")
    (tmp_path / "file").write_text("mine")
    (tmp_path / "link").symlink_to("mine")
    (tmp_path / "loop").symlink_to("loop")
    for name in ("mine", "file", "link", "loop"):
        done = run(tmp_path, "publish", name, "--db", str(databases[0]), "--no-parquet")
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr == (
            f"versusdb: {tmp_path / name}: was not made by 'versusdb publish', and is kept; name a "
            "folder that is not there yet, or is empty\n"
        )
    (tmp_path / ".new.sets").mkdir()
    (tmp_path / ".new.sets" / "note.txt").write_text("mine")
    with pytest.raises(FileRefusedError, match="stands where it keeps its sets"):
        publish(databases[0], tmp_path / "new")
    assert (tmp_path / "mine" / "note.txt").read_text() == "mine"
    assert list_names(tmp_path) == {"mine", "file", "link", "loop", ".new.sets"}


def test_file_that_somebody_put_into_a_set_is_kept(
    databases: tuple[Path, Path], tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """An old set that holds a foreign file is not removed with it, and a line says so."""
    first = publish(databases[0], tmp_path / "out", has_parquet=False)
    (first / "note.txt").write_text("mine")
    for _ in range(2):
        publish(databases[0], tmp_path / "out", has_parquet=False)
    assert [path.name for path in first.iterdir()] == ["note.txt"]
    assert f"{first}: holds files" in capfd.readouterr().err


def test_list_of_a_set_leads_to_nothing_outside(
    databases: tuple[Path, Path], tmp_path: Path
) -> None:
    """What somebody wrote into an old set's list, or linked in its place, is not removed by it."""
    first = publish(databases[0], tmp_path / "out", has_parquet=False)
    outside = tmp_path / "mine"
    shutil.move(first / "datasette" / "plugins", outside)
    (first / "datasette" / "plugins").symlink_to(outside)
    before = read_set(outside)
    with (first / "SHA256SUMS").open("a") as sums:
        sums.write(f"0  ../../mine/versusdb.py\n0  {outside}/versusdb.py\n0  \n")
    for _ in range(2):
        publish(databases[0], tmp_path / "out", has_parquet=False)
    assert read_set(outside) == before != {}
    assert list_names(first / "datasette") == {"plugins"}


@pytest.mark.parametrize(
    ("place", "says"),
    [
        ("reviews.db-wal", "this is where the database keeps its files"),
        ("reviews.archive.db-journal", "this is where the database keeps its files"),
        ("none/out", "there is no such folder"),
        ("/", "this is the root of all folders"),
        (".", "was not made by 'versusdb publish'"),
        ("..", "was not made by 'versusdb publish'"),
        ("reviews.db", "was not made by 'versusdb publish'"),
    ],
)
def test_place_that_cannot_be_is_refused(
    databases: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch, place: str, says: str
) -> None:
    """The database's own files and folder are no place of a set, nor is one that is not there."""
    folder = databases[0].parent
    (folder / "reviews.db-wal").unlink(missing_ok=True)
    monkeypatch.chdir(folder)
    before = list_names(folder)
    with pytest.raises(FileRefusedError, match=says):
        publish(databases[0], Path(place))
    assert list_names(folder) == before


def test_nothing_is_published_into_a_set(databases: tuple[Path, Path], tmp_path: Path) -> None:
    """A set below a set would be a foreign file in it, and cut off from its readers with it."""
    before = read_set(publish(databases[0], tmp_path / "out", has_parquet=False))
    for place in ("out/inner", "out/no/inner", ".out.sets/inner"):
        with pytest.raises(FileRefusedError, match="lies in a set that 'versusdb publish' made"):
            publish(databases[1], tmp_path / place, has_parquet=False)
    assert read_set(tmp_path / "out") == before
    assert list_names(tmp_path / ".out.sets") == {"lock", "set-1"}


def test_published_database_is_not_published_over_itself(
    databases: tuple[Path, Path], tmp_path: Path
) -> None:
    """The copy in a set lacks what the live file has, and is no source of the next set there."""
    published = publish(databases[0], tmp_path / "out", has_parquet=False)
    with pytest.raises(FileRefusedError, match="lies in the set that would be replaced"):
        publish(published / "versus.db", tmp_path / "out")
    publish(tmp_path / "out" / "versus.db", tmp_path / "other", has_parquet=False)


def test_two_at_once_do_not_mix(databases: tuple[Path, Path], tmp_path: Path) -> None:
    """A second publish at one place ends with status 5, and the first is not disturbed."""
    before = read_set(publish(databases[0], tmp_path / "out", has_parquet=False))
    with (name_sets(tmp_path / "out") / "lock").open() as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with pytest.raises(DatabaseBusyError, match="another 'versusdb publish' is at work here"):
            publish(databases[1], tmp_path / "out", has_parquet=False)
    assert read_set(tmp_path / "out") == before
