"""A cluster that cannot read says so in one line, and no database is made for nothing."""

from __future__ import annotations

import re
import shutil
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.clusters import HOUSE, Machines, drop_progress, start_machines
from tests.crawled import select
from tests.running import run
from tests.stored_crawls import add_pages, write_large
from tests.warcs import write_warc
from versusdb.scheduler import SECONDS_TO_CONNECT

PACKAGES = ("db", "parsers", "publish", "scraper", "versusdb")
START = "start one with 'dask scheduler' and name the address that it prints"
DASK = ("--engine", "dask", "--scheduler")


@pytest.fixture(scope="module")
def machines(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Machines]:
    """Run a scheduler that has no versusdb, and no worker yet."""
    folder = tmp_path_factory.mktemp("machines")
    with start_machines(folder, 0, scheduler=("--preload", "tests.without")) as machines:
        yield machines


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Write a small file."""
    path = tmp_path / "x.warc.gz"
    with write_warc(path) as warc:
        add_pages(warc, "Alder", 3)
    return path


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--engine", "dask"), "--engine dask needs a scheduler; start one with 'dask scheduler'"),
        (("--scheduler", "tcp://127.0.0.1:8786"), "--scheduler is for a cluster; give --engine"),
    ],
)
def test_engine_and_scheduler_go_together(file: Path, options: tuple[str, ...], said: str) -> None:
    """One without the other is wrong usage."""
    done = run(file.parent, "ingest", file.name, "--db", "x.db", *options)
    assert done.returncode == 2
    assert said in done.stderr
    assert not (file.parent / "x.db").exists()


def test_missing_extra_is_named(file: Path) -> None:
    """Where Dask is not installed, a line says how to, and everything else goes on."""
    code = "import sys; sys.modules['distributed'] = None; from versusdb.frame import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", code, "ingest", file.name, "--db", "x.db", *DASK, "tcp://x"],
        cwd=file.parent,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 2
    assert done.stderr == (
        "versusdb: --engine dask needs distributed, which is not installed; "
        "run \"pip install '.[dask]'\" in the folder that versusdb was installed from\n"
    )
    assert not (file.parent / "x.db").exists()


def miss(file: Path, name: str) -> str:
    """Name a scheduler that is none; return why, as the one line says."""
    done = run(file.parent, "ingest", file.name, "--db", "x.db", *DASK, name)
    assert (done.returncode, done.stdout) == (2, "")
    (line,) = drop_progress(done.stderr).splitlines()
    assert not (file.parent / "x.db").exists()
    said = re.fullmatch(
        rf"versusdb: {re.escape(name)}: no Dask scheduler answers: (.*); {START}", line
    )
    assert said is not None
    return said[1]


@pytest.mark.parametrize("written", ["", "{}", "[]", '{"address": 7}'])
def test_file_that_names_no_scheduler_is_named(file: Path, written: str) -> None:
    """A file that no scheduler has written is one line."""
    (file.parent / "s.json").write_text(written)
    assert miss(file, "s.json").startswith("it is no file that one has written (")


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("x://y", ""),
        ("inproc://1/2", ""),
        ("tcp://nobody.invalid:8786", "Errno"),
        ("127.0.0.1", "there is no such file, and an address has a port"),
        ("nowhere.json", "there is no such file"),
    ],
)
def test_address_of_no_scheduler_is_named(file: Path, name: str, told: str) -> None:
    """An address that no scheduler here can have is one line, at once; a file that is not, too."""
    assert told in miss(file, name)


def test_certificates_that_are_not_named_are_asked_for(file: Path) -> None:
    """An address that speaks TLS, where nothing says with what, is one line with the variables."""
    assert miss(file, "tls://127.0.0.1:1").startswith("no certificate is named to speak TLS with")


def test_nobody_is_waited_for_a_while_only(file: Path) -> None:
    """Where nobody answers, a line says so after a few seconds."""
    with socket.socket() as nobody:
        # Bound, and not listened on.
        nobody.bind(("127.0.0.1", 0))
        reason = miss(file, f"tcp://127.0.0.1:{nobody.getsockname()[1]}")
    assert reason == f"none within {SECONDS_TO_CONNECT} s"


@pytest.mark.parametrize("said", [b"x" * 1000, b""])
def test_stranger_is_no_scheduler(file: Path, said: bytes) -> None:
    """Something else that answers there, whatever it says, is one line."""
    server = socket.create_server(("127.0.0.1", 0))

    def answer() -> None:
        while True:
            try:
                asking, _ = server.accept()
            except OSError:
                return
            with asking:
                asking.sendall(said)

    thread = threading.Thread(target=answer)
    thread.start()
    assert miss(file, f"tcp://127.0.0.1:{server.getsockname()[1]}")
    server.shutdown(socket.SHUT_RDWR)
    server.close()
    thread.join()


def test_scheduler_without_workers_is_told_of(machines: Machines, file: Path) -> None:
    """Without any worker the command waits and says so, until a signal ends it."""
    with subprocess.Popen(
        [
            *(sys.executable, "-m", "versusdb", "ingest", file.name, "--db", "x.db", *DASK),
            str(machines.file),
        ],
        cwd=file.parent,
        stderr=subprocess.PIPE,
        text=True,
    ) as running:
        assert running.stderr is not None
        said = running.stderr.readline()
        assert said == f"versusdb: the scheduler {machines.file} has no worker; waiting for one\n"
        running.send_signal(signal.SIGINT)
        assert running.wait(10) == 6
    assert select(file.parent / "x.db", "SELECT status FROM v1_runs") == [("stopped",)]


@pytest.mark.parametrize(("patience", "status"), [(300, 6), (1, 3)])
def test_silent_scheduler_is_told_of(file: Path, patience: int, status: int) -> None:
    """A scheduler that stops answering is waited for until a signal comes, or it counts as lost."""
    code = (
        "from versusdb import frame, scheduler; "
        "scheduler._WAITS_TO_REPEAT, scheduler._SECONDS_TO_COUNT = 4, 1; "
        f"scheduler._SECONDS_OF_SILENCE = {patience}; frame.main()"
    )
    with closing(Machines(file.parent)) as machines:
        scheduler = machines.start_scheduler()
        command = ("ingest", file.name, "--db", "x.db", *DASK, str(machines.file))
        with subprocess.Popen(
            [sys.executable, "-c", code, *command],
            cwd=file.parent,
            stderr=subprocess.PIPE,
            text=True,
        ) as running:
            assert running.stderr is not None
            assert running.stderr.readline().endswith("has no worker; waiting for one\n")
            scheduler.send_signal(signal.SIGSTOP)
            lines = iter(running.stderr.readline, "")
            assert any(line.endswith(" does not answer; waiting for it\n") for line in lines)
            if status == 6:
                running.send_signal(signal.SIGINT)
            try:
                assert running.wait(40) == status
            finally:
                running.kill()
            said = running.stderr.read()
    assert ("[engine_lost]" in said) is (status == 3)


def test_worker_without_versusdb_is_told_of(machines: Machines, file: Path) -> None:
    """A worker that cannot import us ends the run, and not itself; the scheduler need not."""
    machines.start_workers(1, "--preload", "tests.without")
    done = run(file.parent, "ingest", file.name, "--db", "x.db", *DASK, str(machines.file))
    assert machines.workers[0].poll() is None
    machines.kill_workers(1)
    assert done.returncode == 4
    (line,) = done.stderr.splitlines()
    assert line.startswith(f"versusdb: {machines.file}: a worker cannot read: No module named ")
    assert re.search(r" \(tcp://127\.0\.0\.1:\d+\); install ", line)


@pytest.mark.parametrize(
    ("path", "old", "new", "said"),
    [
        ("parsers/reading.py", "", "\n", "a worker has versusdb 0.1.0 with the reader "),
        ("versusdb/__init__.py", '"0.1.0"', '"0.0.9"', "a worker has versusdb 0.0.9 with the "),
        ("versusdb/span_tasks.py", "file: StoredWarc", "file: int", "a worker cannot read: "),
    ],
)
def test_worker_of_another_version_is_refused(
    machines: Machines, file: Path, path: str, old: str, new: str, said: str
) -> None:
    """What would read otherwise than this machine reads nothing."""
    other = file.parent / "other"
    for package in PACKAGES:
        shutil.copytree(HOUSE / package, other / package)
    text = (other / path).read_text()
    (other / path).write_text(text.replace(old, new) if old else text + new)
    machines.start_workers(1, PYTHONPATH=str(other))
    done = run(file.parent, "ingest", file.name, "--db", "x.db", *DASK, str(machines.file))
    machines.kill_workers(1)
    assert done.returncode == 4
    (line,) = done.stderr.splitlines()
    assert line.startswith(f"versusdb: {machines.file}: {said}")
    assert select(file.parent / "x.db", "SELECT * FROM v1_comparisons") == []


def test_part_may_be_long_in_coming(machines: Machines, tmp_path: Path) -> None:
    """A part that takes longer than the command waits at a time comes all the same."""
    machines.start_workers(1)
    write_large(tmp_path / "x.warc.gz")
    code = "from versusdb import frame, scheduler; scheduler._SECONDS_TO_WAIT = 0.001; frame.main()"
    done = subprocess.run(
        [
            *(sys.executable, "-c", code, "ingest", "x.warc.gz", "--db", "x.db", *DASK),
            str(machines.file),
        ],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, drop_progress(done.stderr)) == (0, "")
    machines.kill_workers(1)


def test_file_that_ends_workers_is_given_up(file: Path) -> None:
    """A part at which workers end has an issue; the other files, and the next run, go on."""
    folder = file.parent
    with write_warc(folder / "deadly.warc.gz") as warc:
        add_pages(warc, "Birch", 3)
    none_again = {"DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "0"}
    with start_machines(folder, 0, **none_again) as machines:
        command = ("ingest", "x.warc.gz", "deadly.warc.gz", "--db", "x.db", *DASK)
        machines.start_workers(2, "--preload", "tests.deadly")
        done = run(folder, *command, str(machines.file))
        assert done.returncode == 3
        assert drop_progress(done.stderr) == (
            "deadly.warc.gz: every worker that read a part of it ended; run the same command "
            "again: it goes on [worker_killed]\n"
        )
        assert len(select(folder / "x.db", "SELECT * FROM v1_comparisons")) == 3
        machines.kill_workers(2)
        machines.start_workers(1)
        done = run(folder, *command, str(machines.file))
    assert (done.returncode, drop_progress(done.stderr)) == (0, "")
    assert "1 WARC file finished before" in done.stdout
    assert len(select(folder / "x.db", "SELECT * FROM v1_comparisons")) == 6
