"""An export is written where it was asked for, and to nothing else."""

from __future__ import annotations

import json
import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.drifting import select
from tests.reviewed import make_store, say_all
from tests.running import run
from versusdb.decision_files import run_export
from versusdb.errors import FileRefusedError
from versusdb.machine_errors import explain_error

# A user without rights, to whom nothing belongs.
NOBODY = 65534


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A database in which six words were said, in a folder of its own."""
    folder = tmp_path / "data"
    folder.mkdir()
    path = make_store(folder)
    say_all(path)
    return path


def export(path: Path, target: Path | str) -> None:
    assert run_export(str(target), db=path, is_json=True) == 0


def count_exports(path: Path) -> int:
    return len(select(path, "SELECT * FROM decision_exports"))


@pytest.mark.parametrize("is_there", [True, False])
def test_an_export_onto_a_link_is_written_to_what_it_leads_to(
    path: Path, tmp_path: Path, is_there: bool
) -> None:
    """The link stays one, whether its file is there already or is made; nothing lies beside it."""
    kept = tmp_path / "kept"
    kept.mkdir()
    if is_there:
        (kept / "words.jsonl").write_text("\n")
    (tmp_path / "way.jsonl").symlink_to(kept / "words.jsonl")
    link = tmp_path / "link.jsonl"
    link.symlink_to("way.jsonl")
    export(path, link)
    assert link.readlink() == Path("way.jsonl")
    assert len((kept / "words.jsonl").read_text().splitlines()) == 6
    assert list(kept.iterdir()) == [kept / "words.jsonl"]
    assert count_exports(path) == 1


def test_an_export_to_what_is_no_file_leaves_it_what_it_is(path: Path, tmp_path: Path) -> None:
    """A pipe is written to and stays one; what went through it stands in no file."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reading = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        export(path, pipe)
        assert len(os.read(reading, 1 << 16).splitlines()) == 6
    finally:
        os.close(reading)
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    assert count_exports(path) == 0


def refuse(path: Path, target: Path) -> str:
    """Return why an export is refused, in one line, and that nothing was noted of it."""
    with pytest.raises((FileRefusedError, OSError)) as error:
        run_export(str(target), db=path, is_json=False)
    told = explain_error(error.value)
    assert isinstance(told, FileRefusedError)
    assert told.exit_status == 2
    assert len(str(told).splitlines()) == 1
    assert count_exports(path) == 0
    return str(told)


def test_an_export_into_no_folder_is_told(path: Path, tmp_path: Path) -> None:
    """Also behind a link, and where a file stands in the place of the folder."""
    (tmp_path / "link").symlink_to(tmp_path / "gone" / "x.jsonl")
    (tmp_path / "file").write_text("")
    rest = "make it, or name another file"
    for target, folder in (("no/x.jsonl", "no"), ("link", "gone"), ("file/x.jsonl", "file")):
        told = refuse(path, tmp_path / target)
        assert told == f"{tmp_path / target}: there is no folder {tmp_path / folder}; {rest}"
    done = run(path.parent, "review", "--export", "no/x.jsonl")
    said = f"versusdb: no/x.jsonl: there is no folder no; {rest}\n"
    assert (done.returncode, done.stderr) == (2, said)


def test_an_export_onto_a_folder_is_told(path: Path, tmp_path: Path) -> None:
    """Also behind a link; the folder stays."""
    assert refuse(path, tmp_path) == f"{tmp_path}: this is a folder; name a file"
    (tmp_path / "link").symlink_to(tmp_path)
    assert refuse(path, tmp_path / "link") == f"{tmp_path / 'link'}: this is a folder; name a file"
    assert (tmp_path / "link").is_symlink()


def test_links_in_a_circle_are_told(path: Path, tmp_path: Path) -> None:
    """They lead to no file."""
    (tmp_path / "link").symlink_to("link")
    assert "this link leads in a circle" in refuse(path, tmp_path / "link")


@pytest.mark.parametrize("name", ["versus.db", "versus.archive.db", "link.jsonl"])
def test_an_export_onto_the_database_is_refused(path: Path, name: str) -> None:
    """A file of the pair is never replaced by the words that it holds, by whatever name."""
    (path.parent / "link.jsonl").symlink_to("versus.db")
    bodies = [file.read_bytes() for file in sorted(path.parent.glob("versus*.db"))]
    assert "this is the database itself, or its archive" in refuse(path, path.with_name(name))
    assert bodies == [file.read_bytes() for file in sorted(path.parent.glob("versus*.db"))]


def test_an_export_into_a_folder_that_is_closed_is_told(path: Path) -> None:
    """The line names the file that was asked for, and the file of before is left."""
    with TemporaryDirectory() as name:
        data, closed = Path(name, "data"), Path(name, "closed")
        shutil.copytree(path.parent, data)
        closed.mkdir()
        (closed / "words.jsonl").write_text("\n")
        for folder, mode in ((Path(name), 0o755), (data, 0o777), (closed, 0o555)):
            folder.chmod(mode)
        os.seteuid(os.geteuid() or NOBODY)
        try:
            told = refuse(data / path.name, closed / "words.jsonl")
            assert told == f"{closed / 'words.jsonl'}: permission denied"
        finally:
            os.seteuid(os.getuid())
            closed.chmod(0o755)
        assert [file.read_text() for file in closed.iterdir()] == ["\n"]


def take_in(path: Path, source: str) -> list[str]:
    """Take a file in, and return which findings of decisions ``check`` has then."""
    assert run(path.parent, "review", "--import", source).returncode in {0, 3}
    done = run(path.parent, "check", "--json")
    codes = (finding["code"] for finding in json.loads(done.stdout)["findings"])
    return [code for code in codes if code.startswith("decisions_")]


@pytest.fixture
def empty(path: Path) -> Path:
    """A database in which nothing was said, beside a file of six words that were."""
    file = path.with_name("words.jsonl")
    export(path, file)
    path.unlink()
    path.with_name("versus.archive.db").unlink()
    return make_store(path.parent)


def test_what_was_taken_in_from_a_file_stands_in_it(empty: Path) -> None:
    """Where nothing else was said no export is asked for; a word that is said then asks for it."""
    assert take_in(empty, "words.jsonl") == []
    assert select(empty, "SELECT last_decision_id FROM decision_exports") == [(6,)]
    assert take_in(empty, "words.jsonl") == []
    assert count_exports(empty) == 1
    assert run(empty.parent, "review", "--same", "quern-7b", "quern-22b").returncode == 0
    assert take_in(empty, "words.jsonl") == ["decisions_unexported"]


def test_what_stood_in_no_file_before_still_does(empty: Path) -> None:
    """An import does not hide a word that only this database has."""
    assert run(empty.parent, "review", "--same", "quern-7b", "quern-22b").returncode == 0
    assert take_in(empty, "words.jsonl") == ["decisions_unexported"]
    assert count_exports(empty) == 0


def test_what_came_through_a_pipe_stands_in_no_file(empty: Path) -> None:
    """It is not known where it came from."""
    command = [sys.executable, "-m", "versusdb", "review", "--import"]
    body = empty.with_name("words.jsonl").read_bytes()
    for source in ("-", "/dev/stdin"):
        subprocess.run(
            [*command, source], cwd=empty.parent, input=body, check=True, timeout=60,
            capture_output=True,
        )  # fmt: skip
        assert count_exports(empty) == 0
