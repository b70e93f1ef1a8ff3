"""Machines read WARC files from stores; one that does not give a file costs that file an issue."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from socket import gethostname
from typing import Any

import pytest

from scraper.sources import StoredWarc
from scraper.warc.spans import Place
from tests.clusters import HOUSE, Machines, drop_progress, start_machines, wait_until
from tests.crawled import select
from tests.gcs_stores import serve_bucket
from tests.s3_stores import S3, start_s3
from tests.stored_crawls import add_pages, write_large
from tests.warcs import write_warc
from tests.web_stores import WebStore
from versusdb.span_tasks import Task, load_part, read_part, write_task
from versusdb.stores import NO_PARTS, StoreError

OPEN = "SELECT code, message FROM v1_issues WHERE resolved_at IS NULL ORDER BY message"
NOTHING = "no WARC file there; expected .warc or .warc.gz"


@pytest.fixture(scope="module")
def s3(tmp_path_factory: pytest.TempPathFactory) -> Iterator[S3]:
    """Run an S3."""
    with start_s3(tmp_path_factory.mktemp("s3")) as s3:
        yield s3


@pytest.fixture(scope="module")
def bucket(s3: S3, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Return a folder that is a bucket of Google's; whoever finds the S3 finds it as well."""
    folder = tmp_path_factory.mktemp("bucket")
    with serve_bucket(folder) as environment:
        s3.environment |= environment
        yield folder


@pytest.fixture(scope="module")
def machines(s3: S3, bucket: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Machines]:
    """Run two workers that find both."""
    folder = tmp_path_factory.mktemp("machines")
    with start_machines(folder, 2, **s3.environment) as machines:
        yield machines


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """Write three files; one of them is large."""
    folder = tmp_path / "files"
    folder.mkdir()
    for name in ("a", "b"):
        write_small(folder / f"{name}.warc.gz", name.upper())
    write_large(folder / "c.warc.gz")
    return folder


def write_small(path: Path, name: str) -> bytes:
    with write_warc(path) as warc:
        add_pages(warc, name, 3)
    return path.read_bytes()


def ingest(
    machines: Machines,
    s3: S3,
    path: Path,
    sources: Sequence[str],
    command: Sequence[str] = ("ingest",),
) -> dict[str, Any]:
    """Run to the end; return what it says of itself."""
    done = subprocess.run(
        [
            *(sys.executable, "-m", "versusdb", *command, *sources, "--db", str(path), "--json"),
            *("--engine", "dask", "--scheduler", str(machines.file)),
        ],
        cwd=HOUSE,
        env={**os.environ, **s3.environment},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.stdout, done.stderr
    return {"stderr": drop_progress(done.stderr), **json.loads(done.stdout)}


def test_bucket_is_read_and_its_changes(
    machines: Machines, s3: S3, files: Path, tmp_path: Path
) -> None:
    """What a bucket has is read once, what is new or changed then, and what was amiss is over."""
    path, sources = tmp_path / "x.db", ["s3://crawls/*.warc.gz", "s3://later/*.warc.gz"]
    told = ingest(machines, s3, path, sources)
    assert (told["exit_status"], told["files_finished"]) == (3, 0)
    assert select(path, OPEN) == [("no_pages", f"{source}: {NOTHING}") for source in sources]
    s3.put("crawls")
    for file in files.iterdir():
        s3.put("crawls", file.name, file.read_bytes())
    s3.put("crawls", "d.warc.gz", b"no WARC file")
    told = ingest(machines, s3, path, sources)
    assert (told["exit_status"], told["files_finished"]) == (3, 0)
    assert told["pages_new"] == 54
    assert [code for code, _ in select(path, OPEN)] == ["not_a_warc", "no_pages"]
    s3.delete("crawls", "d.warc.gz")
    s3.put("crawls", "a.warc.gz", write_small(tmp_path / "x.warc.gz", "D"))
    s3.put("later")
    s3.put("later", "a.warc.gz", write_small(tmp_path / "x.warc.gz", "E"))
    told = ingest(machines, s3, path, sources)
    assert (told["exit_status"], told["files_finished"], told["stderr"]) == (0, 2, "")
    assert (told["pages_new"], select(path, OPEN)) == (6, [])
    assert ingest(machines, s3, path, sources)["files_finished"] == 4


def test_bucket_of_google_is_read(
    machines: Machines, s3: S3, bucket: Path, files: Path, tmp_path: Path
) -> None:
    """Files at ``gs://`` are read in parts, and once."""
    for file in files.iterdir():
        file.rename(bucket / file.name)
    sources, command = ["gs://crawls/*.warc.gz"], ("archive", "import")
    told = ingest(machines, s3, tmp_path / "x.db", sources, command)
    assert (told["exit_status"], told["pages_new"], told["stderr"]) == (0, 54, "")
    told = ingest(machines, s3, tmp_path / "x.db", ["gs://crawls"])
    assert (told["exit_status"], told["files_finished"]) == (0, 3)


def grow(path: Path) -> None:
    with path.open("ab") as file:
        file.write(write_small(path.with_name("more"), "More"))


@pytest.mark.parametrize(("change", "codes"), [(grow, []), (Path.unlink, ["missing"])])
def test_file_that_changes_meanwhile_is_read_again(
    machines: Machines,
    s3: S3,
    files: Path,
    tmp_path: Path,
    change: Callable[[Path], None],
    codes: list[str],
) -> None:
    """A file that grows or goes while it is read is not finished, and costs no other file."""
    path = tmp_path / "x.db"
    with WebStore(files) as store, ThreadPoolExecutor() as pool:
        sources = [f"{store.root}/{name}.warc.gz" for name in "ca"]
        gate = store.hold("c.warc.gz")
        running = pool.submit(ingest, machines, s3, path, sources)
        wait_until(gate.reached.is_set)
        whole = (files / "c.warc.gz").read_bytes()
        change(files / "c.warc.gz")
        gate.open()
        assert running.result()["exit_status"] == (3 if codes else 0)
        assert [code for code, _ in select(path, OPEN)] == codes
        if codes:
            (files / "c.warc.gz").write_bytes(whole)
        told = ingest(machines, s3, path, sources)
        assert (told["exit_status"], told["files_finished"]) == (0, 1)
        assert told["content"]["comparisons"] == 54 - 3 * bool(codes)
        assert select(path, OPEN) == []


def test_store_that_fails_for_a_while_is_asked_again(
    machines: Machines, s3: S3, files: Path, tmp_path: Path
) -> None:
    """A part that does not come at once is no problem; a file that does not come at all is one."""
    path = tmp_path / "x.db"
    with WebStore(files) as store:
        sources = [f"{store.root}/{name}.warc.gz" for name in "abc"]
        store.broken.update({"a.warc.gz": 2, "b.warc.gz": 100})
        told = ingest(machines, s3, path, sources)
        assert (told["exit_status"], told["pages_new"]) == (3, 51)
        ((code, message),) = select(path, OPEN)
        assert (code, message.startswith(f"{sources[1]}: Client")) == ("unreadable", True)
        store.broken.clear()
        told = ingest(machines, s3, path, sources)
        assert (told["exit_status"], told["files_finished"], told["pages_new"]) == (0, 2, 3)
        assert select(path, OPEN) == []


def test_server_without_parts_gives_small_files(
    machines: Machines, s3: S3, files: Path, tmp_path: Path
) -> None:
    """Where a server gives whole files only, a line says so of each that is large."""
    path = tmp_path / "x.db"
    with WebStore(files, has_parts=False) as store:
        told = ingest(machines, s3, path, [f"{store.root}/{name}.warc.gz" for name in "abc"])
    assert (told["exit_status"], told["pages_new"]) == (3, 6)
    assert told["stderr"] == (
        f"{store.root}/c.warc.gz: {NO_PARTS} (on {gethostname()}) [unreadable]\n"
    )


def test_password_is_nowhere(machines: Machines, s3: S3, files: Path, tmp_path: Path) -> None:
    """What stands before a host is for its server: nobody writes it down, nor a worker's log."""
    path = tmp_path / "x.db"
    with WebStore(files) as store:
        place = f"somebody:s3cret@{store.root.removeprefix('http://')}"
        sources = [f"http://{place}/{name}.warc.gz" for name in ("a", "b", "none")]
        store.broken["b.warc.gz"] = 100
        told = ingest(machines, s3, path, [*sources, f"s3://{place}/x.warc.gz"])
        assert (told["exit_status"], told["pages_new"]) == (3, 3)
        # It is another one's file for nobody.
        told |= ingest(machines, s3, path, [f"{store.root}/a.warc.gz"])
        assert told["files_finished"] == 1
    written = [str(told), machines.read_logs()]
    written += [file.read_bytes().decode("latin-1") for file in tmp_path.glob("x.*")]
    assert all("s3cret" not in text for text in written)
    assert all("somebody" not in text for text in written)


def test_what_is_not_there_is_asked_for_once(tmp_path: Path) -> None:
    """To a scheduler it is no failure, which it would try again, but an answer: there is none."""
    task = Task(StoredWarc("x", f"{tmp_path}/x.warc", 1, ""), Place(0, 1), None, 1000)
    answer = read_part(write_task(task))
    with pytest.raises(StoreError, match=rf"No such file.* \(on {gethostname()}\)"):
        load_part(answer)
