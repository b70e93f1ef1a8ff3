"""Machines that read WARC files give what this one gives, whatever becomes of them meanwhile."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from tests.clusters import HOUSE, Machines, drop_progress, end, start_machines, wait_until
from tests.crawled import COMPARED, name_page, select
from tests.running import run, run_module
from tests.stored_crawls import add_page, add_pages, read_content, write_crawl
from tests.warcs import write_warc
from tests.web_stores import WebStore

FILES = 6
HELD = 3
OPTIONS = ("--preload", "tests.poisoned")

LOST = (
    "not read: the rest of it, and 2 files after it; run the same command again: it goes on "
    "[engine_lost]"
)

Content: TypeAlias = dict[str, list[tuple[Any, ...]]]


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Machines]:
    """Run a scheduler, and no worker yet."""
    with start_machines(tmp_path_factory.mktemp("machines"), 0) as machines:
        yield machines


@pytest.fixture
def machines(cluster: Machines) -> Machines:
    """Run two workers, whose reader dies of some pages."""
    cluster.start_workers(2 - len(cluster.workers), *OPTIONS)
    return cluster


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write a few small files."""
    folder = tmp_path_factory.mktemp("files")
    for number in range(FILES):
        with write_warc(folder / f"{number}.warc.gz") as warc:
            add_pages(warc, f"File{number}", 3)
    return folder


@pytest.fixture
def store(files: Path) -> Iterator[WebStore]:
    """Serve them."""
    with WebStore(files) as store:
        yield store


@pytest.fixture(scope="module")
def content(files: Path, tmp_path_factory: pytest.TempPathFactory) -> Content:
    """What this machine alone makes of them."""
    path = tmp_path_factory.mktemp("alone") / "x.db"
    assert run(HOUSE, "ingest", str(files), "--db", str(path)).returncode == 0
    return read_content(path)


def list_arguments(machines: Machines, path: Path, *sources: str) -> list[str]:
    return [
        *("ingest", *sources, "--engine", "dask", "--scheduler", str(machines.file)),
        *("--db", str(path), "--json"),
    ]


def ingest(machines: Machines, path: Path, *sources: str) -> dict[str, Any]:
    """Run to the end; return what it says of itself."""
    done = run_module(HOUSE, "tests.poisoned", *list_arguments(machines, path, *sources))
    assert done.stdout, done.stderr
    return {"stderr": drop_progress(done.stderr), **json.loads(done.stdout)}


def start(machines: Machines, path: Path, *sources: str) -> subprocess.Popen[str]:
    """Start to run."""
    return subprocess.Popen(
        [sys.executable, "-m", "versusdb", *list_arguments(machines, path, *sources)],
        cwd=HOUSE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def finish(running: subprocess.Popen[str]) -> tuple[int, str]:
    """Wait for the end of a run; return its status, and what it said."""
    _, said = running.communicate(timeout=60)
    return running.returncode, drop_progress(said)


def list_addresses(store: WebStore) -> list[str]:
    return [f"{store.root}/{number}.warc.gz" for number in range(FILES)]


def count_finished(path: Path) -> int:
    """Return how many files are finished, as far as there is an archive yet."""
    archive = path.with_suffix(".archive.db")
    has_any = archive.exists() and select(
        archive, "SELECT 1 FROM sqlite_schema WHERE name = 'finished_files'"
    )
    return len(select(archive, "SELECT * FROM finished_files")) if has_any else 0


def test_cluster_gives_what_one_machine_gives(machines: Machines, tmp_path: Path) -> None:
    """Pages, problems and ids are the same, of files and pages of every kind, and at every run."""
    crawl, alone, path = tmp_path / "crawl", tmp_path / "alone.db", tmp_path / "x.db"
    write_crawl(crawl)
    done = run_module(HOUSE, "tests.poisoned", "ingest", str(crawl), "--db", str(alone), "--json")
    told = ingest(machines, path, str(crawl))
    said = drop_progress(done.stderr)
    assert sorted(told.pop("stderr").splitlines()) == sorted(said.splitlines())
    assert told == {**json.loads(done.stdout), "db": str(path)}
    codes = {code for (code,) in select(path, "SELECT code FROM v1_issues")}
    assert codes == {
        *("not_a_comparison", "not_a_warc", "reader_killed", "revisit_unresolved", "too_large"),
        "warc_damaged",
    }
    assert read_content(path) == read_content(alone)
    # Of the eight files, five have a problem; they are read again, and give nothing new.
    assert ingest(machines, path, str(crawl))["files_finished"] == 3
    assert read_content(path) == read_content(alone)


def test_file_is_finished_once_its_bytes_are_found(machines: Machines, tmp_path: Path) -> None:
    """A file with a revisit of bytes that are nowhere is read again until they have come."""
    crawl, path = tmp_path / "crawl", tmp_path / "x.db"
    write_crawl(crawl)
    for name in ("c", "d", "e", "f", "g"):
        (crawl / f"{name}.warc.gz").unlink()
    assert ingest(machines, path, str(crawl))["exit_status"] == 3
    with write_warc(crawl / "i.warc.gz") as warc:
        add_page(warc, "Nothing")
    told = ingest(machines, path, str(crawl))
    assert (told["exit_status"], told["files_finished"], told["issues"]) == (0, 2, 0)
    assert ingest(machines, path, str(crawl))["files_finished"] == 4


def test_killed_worker_costs_nothing(
    machines: Machines, store: WebStore, content: Content, tmp_path: Path
) -> None:
    """What a worker was reading when it was killed is read by another one."""
    gates = [store.hold(f"{number}.warc.gz") for number in (HELD, HELD + 1)]
    running = start(machines, tmp_path / "x.db", *list_addresses(store))
    # Each of the two workers is reading one of these.
    wait_until(lambda: all(gate.reached.is_set() for gate in gates))
    machines.kill_workers(1)
    for gate in gates:
        gate.open()
    assert finish(running) == (0, "")
    assert read_content(tmp_path / "x.db") == content


def test_new_workers_take_over(
    machines: Machines, store: WebStore, content: Content, tmp_path: Path
) -> None:
    """When all workers are gone, the command says so, and goes on with those that come."""
    gate = store.hold(f"{HELD}.warc.gz")
    running = start(machines, tmp_path / "x.db", *list_addresses(store))
    wait_until(gate.reached.is_set)
    machines.kill_workers(2)
    gate.open()
    assert running.stderr is not None
    said = next(line for line in running.stderr if drop_progress(line))
    assert said == f"versusdb: the scheduler {machines.file} has no worker; waiting for one\n"
    machines.start_workers(1, *OPTIONS)
    assert finish(running) == (0, "")
    assert read_content(tmp_path / "x.db") == content


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_stopped_run_goes_on(
    machines: Machines, store: WebStore, content: Content, tmp_path: Path, number: signal.Signals
) -> None:
    """A run that is told to stop ends with status 6; the same command reads the rest."""
    path, gate = tmp_path / "x.db", store.hold(f"{HELD}.warc.gz")
    running = start(machines, path, *list_addresses(store))
    wait_until(lambda: gate.reached.is_set() and count_finished(path) == HELD)
    running.send_signal(number)
    status, said = finish(running)
    assert (status, said.splitlines()[1:]) == (
        6,
        ["versusdb: stopped by a signal; what was done is kept, the same command goes on"],
    )
    gate.open()
    before = store.read.copy()
    told = ingest(machines, path, *list_addresses(store))
    assert (told["exit_status"], told["files_finished"], told["stderr"]) == (0, HELD, "")
    asked = {name for name in store.read if store.read[name] > before[name]}
    assert asked == {f"{each}.warc.gz" for each in range(HELD, FILES)}
    assert read_content(path) == content


def test_lost_scheduler_is_an_issue(store: WebStore, content: Content, tmp_path: Path) -> None:
    """What came before the scheduler was killed is loaded; with a new one the command goes on."""
    path, gate = tmp_path / "x.db", store.hold(f"{HELD}.warc.gz")
    machines = Machines(tmp_path)
    try:
        scheduler = machines.start_scheduler()
        machines.start_workers(1)
        running = start(machines, path, *list_addresses(store))
        wait_until(lambda: gate.reached.is_set() and count_finished(path) == HELD)
        end(scheduler)
        status, said = finish(running)
        gate.open()
        assert (status, said) == (
            3,
            f"{list_addresses(store)[HELD]}: the scheduler {machines.file} is gone; {LOST}\n",
        )
        assert len(select(path, "SELECT * FROM v1_comparisons")) == 3 * HELD
        before = store.read.copy()
        machines.start_scheduler()
        machines.start_workers(1)
        told = ingest(machines, path, *list_addresses(store))
        assert (told["exit_status"], told["files_finished"], told["stderr"]) == (0, HELD, "")
        assert all(store.read[f"{n}.warc.gz"] == before[f"{n}.warc.gz"] for n in range(HELD))
        issues = select(path, "SELECT code, resolved_at IS NOT NULL FROM v1_issues")
        assert issues == [("engine_lost", 1)]
        del (found := read_content(path))["v1_issues"]
        assert found == {view: rows for view, rows in content.items() if view != "v1_issues"}
    finally:
        machines.close()


def test_finished_file_is_not_read(machines: Machines, files: Path, tmp_path: Path) -> None:
    """A file of the same size and time is the same; another one is read, whatever its name."""
    folder, path = tmp_path / "files", tmp_path / "x.db"
    shutil.copytree(files, folder)
    assert ingest(machines, path, str(folder))["files_finished"] == 0
    file = folder / "2.warc.gz"
    status = file.stat()
    file.write_bytes(bytes(status.st_size))
    os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))
    told = ingest(machines, path, str(folder))
    assert (told["exit_status"], told["files_finished"], told["stderr"]) == (0, FILES, "")
    os.utime(file)
    told = ingest(machines, path, str(folder))
    assert (told["exit_status"], told["files_finished"]) == (3, FILES - 1)
    with write_warc(file) as warc:
        add_page(warc, "Another")
    told = ingest(machines, path, str(folder))
    assert (told["exit_status"], told["pages_new"], told["files_finished"]) == (0, 1, FILES - 1)


def test_what_is_allowed_again_is_read_again(
    machines: Machines, files: Path, tmp_path: Path
) -> None:
    """Once a taking down is lifted, files that were finished bring back what they hold."""
    path, page = tmp_path / "x.db", COMPARED + name_page("File11")
    ingest(machines, path, str(files))
    command = ("forget", page, "--db", str(path))
    assert run(HOUSE, *command, "--reason", "a mistake", "--yes").returncode == 0
    told = ingest(machines, path, str(files))
    assert (told["files_finished"], told["content"]["comparisons"]) == (FILES, 3 * FILES - 1)
    assert run(HOUSE, *command, "--lift").returncode == 0
    told = ingest(machines, path, str(files))
    assert (told["files_finished"], told["content"]["comparisons"]) == (0, 3 * FILES)
