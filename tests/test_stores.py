"""WARC files are found in every store, by name, pattern and folder; a line says where not."""

from __future__ import annotations

import functools
import http.server
import os
import socket
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest

from scraper.response import FetchProblem
from scraper.sources import StoredWarc, WarcFile, Work
from tests.gcs_stores import serve_bucket
from tests.listed_stores import list_all
from tests.s3_stores import S3, start_s3
from tests.web_stores import Server, WebStore
from versusdb.cluster import Cluster
from versusdb.scheduler import Scheduler
from versusdb.stores import (
    NO_CREDENTIALS,
    StoreError,
    describe,
    list_store,
    open_stored,
)

NOTHING = "no WARC file there; expected .warc or .warc.gz"
REFUSED = "it carries credentials, which its store takes from the environment; name it without them"
# As stores keep them, whatever they mean in an address.
ODD = ("a b.warc.gz", "a#b?.warc.gz", "a[1].warc.gz", "ü.warc.gz", "%41.warc.gz")
KEYS = (
    *ODD,
    "a::b.warc",
    "a.warc.gz",
    "sub/b.warc.gz",
    "sub/d/c.warc",
    "sub/note.txt",
    "dir.warc.gz/d.warc.gz",
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Write these files."""
    for key in KEYS:
        path = tmp_path / key
        path.parent.mkdir(exist_ok=True, parents=True)
        path.write_text("data")
    return tmp_path


@pytest.fixture(scope="module")
def s3(tmp_path_factory: pytest.TempPathFactory) -> Iterator[S3]:
    """Keep them in a bucket."""
    with start_s3(tmp_path_factory.mktemp("s3")) as s3:
        s3.put("crawls")
        for key in KEYS:
            s3.put("crawls", key, b"data")
        yield s3


def find_one(source: str) -> Work:
    """Return the one work of a source."""
    works = list_store(source)
    assert works is not None
    (work,) = works
    return work


def name_works(folder: Path, pattern: str) -> list[str]:
    """Return the names of the files that a pattern stands for, beside the folder."""
    works = list_store(str(folder / pattern))
    assert works is not None
    assert all(isinstance(work, WarcFile) for work in works)
    return [work.source.removeprefix(f"{folder}/") for work in works]


def test_pattern_here_is_what_a_shell_makes_of_it(folder: Path) -> None:
    """A quoted pattern stands for the WARC files that it matches, sorted, and no folder."""
    assert name_works(folder, "*.warc.gz") == sorted([*ODD, "a.warc.gz"])
    assert name_works(folder, "s?b/*") == ["sub/b.warc.gz"]
    assert name_works(folder, "sub/**") == ["sub/b.warc.gz", "sub/d/c.warc"]
    problem = find_one(str(folder / "none*"))
    assert isinstance(problem, FetchProblem)
    assert problem.message == f"{folder}/none*: {NOTHING}"


@pytest.mark.parametrize("name", [*ODD, "a::b.warc", "none.warc.gz", "sub"])
def test_path_is_no_pattern(folder: Path, name: str) -> None:
    """What is there under its name is that file, and what is no pattern is left to others."""
    assert list_store(str(folder / name)) is None


@pytest.mark.parametrize("name", [*ODD, "a::b.warc"])
def test_file_here_is_opened_by_its_name(folder: Path, name: str) -> None:
    """No name of a file means anything but the file."""
    stored = describe(WarcFile(name, folder / name))
    assert (stored.source, stored.size) == (name, 4)
    with open_stored(stored.address) as file:
        file.seek(1)
        assert (file.read(2), file.read(2)) == (b"at", b"a")


def test_file_that_no_other_machine_can_be_told_of_is_named(tmp_path: Path) -> None:
    """A name that is no text, and what is no file, are problems before anybody is asked."""
    name = tmp_path / os.fsdecode(b"\xff.warc.gz")
    name.write_text("data")
    with pytest.raises(StoreError, match="its name is no text"):
        describe(WarcFile("x", name))
    os.mkfifo(tmp_path / "x.warc.gz")
    with pytest.raises(StoreError, match="not a regular file"):
        describe(WarcFile("x", tmp_path / "x.warc.gz"))
    with pytest.raises(StoreError, match="No such file"):
        describe(WarcFile("x", tmp_path / "y.warc.gz"))


def test_file_is_known_by_its_bytes(tmp_path: Path) -> None:
    """Whatever of size and time is another one, also behind a link, it is another file."""
    file, link = tmp_path / "x.warc.gz", tmp_path / "y.warc.gz"
    link.symlink_to(file)
    marks = set()
    for data, moment in (("data", 1), ("data", 2), ("more data", 2)):
        file.write_text(data)
        os.utime(file, (moment, moment))
        marks.add(describe(WarcFile("x", link)).mark)
        assert describe(WarcFile("x", link)).mark == describe(WarcFile("x", file)).mark
    assert len(marks) == 3


@pytest.mark.parametrize(
    "address",
    [
        *("https://x.example/", "https://x.example/a?b=*", "https://x.example/x[1]"),
        *("http://[::1]:8000/compare/a-vs-b", "https://x.example/x.warc.gz?part=1", "ftps://x/y"),
    ],
)
def test_address_of_a_page_is_no_store(address: str) -> None:
    """Only what ends as a WARC file is looked for in a store of the web."""
    assert list_store(address) is None


def test_s3_is_listed(s3: S3) -> None:
    """A file, a folder, a pattern and a bucket stand for their WARC files, of whatever names."""
    in_sub = [f"s3://crawls/{key}" for key in ("sub/b.warc.gz", "sub/d/c.warc")]
    at_top = [f"s3://crawls/{key}" for key in KEYS if "/" not in key and key.endswith(".gz")]
    every = sorted(f"s3://crawls/{key}" for key in KEYS if key != "sub/note.txt")
    expected = {
        **{f"s3://crawls/{key}": [f"s3://crawls/{key}"] for key in ODD},
        "S3://crawls/a.warc.gz": ["s3://crawls/a.warc.gz"],
        "s3://crawls/sub": in_sub,
        "s3://crawls/sub/": in_sub,
        "s3://crawls/sub/*.gz": in_sub[:1],
        "s3://crawls/*.warc.gz": sorted(at_top),
        "s3://crawls/**": every,
        "s3://crawls": every,
        "s3://crawls/dir.warc.gz": ["s3://crawls/dir.warc.gz/d.warc.gz"],
    }
    assert dict(zip(expected, list_all([*expected], s3.environment), strict=True)) == expected


def test_what_s3_does_not_have_is_told(s3: S3) -> None:
    """No file, no bucket, and credentials where they do not belong are a line each."""
    expected = {
        "s3://crawls/none.warc.gz": ["missing", "its store has no such file"],
        "s3://crawls/none": ["no_pages", NOTHING],
        "s3://crawls/none*.gz": ["no_pages", NOTHING],
        "s3://crawls/sub/note.txt": ["no_pages", NOTHING],
        "s3://crawls/a::b.warc": [
            "unreadable",
            "it holds '::', which would be two addresses; rename it",
        ],
        "s3://none/a.warc.gz": [
            "missing",
            "FileNotFoundError: The specified bucket does not exist",
        ],
        "s3://none/*.warc.gz": ["no_pages", NOTHING],
        "s3://": ["unreadable", "ValueError: Cannot traverse all of S3"],
    }
    told = list_all([*expected], s3.environment)
    for source, (code, reason) in expected.items():
        assert told.pop(0) == [[code, f"{source}: {reason}"]]
    (refused,) = list_all(["s3://somebody:secret@crawls/a.warc.gz"], s3.environment)
    assert refused == [["address_refused", f"s3://crawls/a.warc.gz: {REFUSED}"]]


def test_who_may_not_look_is_told(tmp_path: Path) -> None:
    """Wrong credentials, and none, are a line each."""
    sources = ["s3://crawls/*.warc.gz", "s3://crawls/a.warc.gz"]
    with start_s3(tmp_path, INITIAL_NO_AUTH_ACTION_COUNT="0") as s3:
        for told, reason in zip(
            list_all(sources, s3.environment),
            ("The AWS Access Key Id you provided does not exist in our records.", "Forbidden"),
            strict=True,
        ):
            source = sources[len(reason) < 20]
            assert told == [["unreadable", f"{source}: PermissionError: {reason}"]]
        for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
            s3.environment[name] = ""
        for told in list_all(sources, s3.environment):
            assert told[0][1].endswith(f": {NO_CREDENTIALS}")


def test_google_cloud_is_listed(folder: Path) -> None:
    """A pattern, a folder and a file are found at ``gs://``; what is not there is a line."""
    expected: dict[str, object] = {
        "gs://crawls/sub": ["gs://crawls/sub/b.warc.gz", "gs://crawls/sub/d/c.warc"],
        "gs://crawls/*.warc.gz": sorted(f"gs://crawls/{name}" for name in (*ODD, "a.warc.gz")),
        "gs://crawls/a.warc.gz": ["gs://crawls/a.warc.gz"],
        "gs://crawls/none/*.gz": [["no_pages", f"gs://crawls/none/*.gz: {NOTHING}"]],
    }
    with serve_bucket(folder) as environment:
        told = list_all([*expected, "gs://none/a.warc.gz"], environment)
    assert dict(zip(expected, told, strict=False)) == expected
    ((code, message),) = told[-1]
    assert (code, message.startswith("gs://none/a.warc.gz: ")) == ("missing", True)


def test_web_is_asked(folder: Path) -> None:
    """A file at an address is found there, whatever stands before its host; or a line says why."""
    with WebStore(folder) as store, socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        place = store.root.removeprefix("http://")
        store.refused["sub/b.warc.gz"] = 403
        sources = [
            f"{store.root}/a.warc.gz",
            f"HTTP://{place}/a%20b.warc.gz",
            f"http://somebody:secret@{place}/a.warc.gz",
            f"{store.root}/none.warc.gz",
            f"http://somebody:secret@{place}/sub/b.warc.gz",
            f"http://127.0.0.1:{nobody.getsockname()[1]}/a.warc.gz",
        ]
        found, odd, hidden, missing, refused, unanswered = list_all(sources)
    assert (found, odd, hidden) == (
        [f"{store.root}/a.warc.gz"],
        [f"{store.root}/a%20b.warc.gz"],
        [f"{store.root}/a.warc.gz"],
    )
    assert missing == [["missing", f"{store.root}/none.warc.gz: its store has no such file"]]
    ((code, message),) = refused
    assert (code, "ClientResponseError: 403" in message) == ("unreadable", True)
    assert "secret" not in message
    ((code, message),) = unanswered
    assert (code, "Cannot connect to host" in message) == ("unreadable", True)


def test_plain_web_server_is_listed(folder: Path) -> None:
    """A pattern finds what a server's own page of a folder links to, and other files go on."""
    handler = functools.partial(http.server.SimpleHTTPRequestHandler, directory=str(folder))
    handler.func.log_message = lambda *_: None  # type: ignore[attr-defined]
    with Server(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        root = f"http://127.0.0.1:{server.server_port}"
        in_sub, nothing = list_all([f"{root}/sub/*.warc.gz", f"{root}/sub/d/*.warc.gz"])
        server.shutdown()
        thread.join()
    assert in_sub == [f"{root}/sub/b.warc.gz"]
    assert nothing == [["no_pages", f"{root}/sub/d/*.warc.gz: {NOTHING}"]]


def test_stored_file_is_one_however_it_is_named(folder: Path) -> None:
    """The address of a file here is that of the file."""
    stored = find_one(f"file://{folder}/a.warc.gz")
    assert isinstance(stored, StoredWarc)
    assert stored.address == f"file://{folder}/a.warc.gz"
    assert describe(stored) is stored
    here = describe(WarcFile("x", folder / "sub" / ".." / "a.warc.gz"))
    cluster = Cluster(cast("Scheduler", None), site=None, max_bytes=1)
    keys = [cluster.identify(each) for each in (stored, here)]
    assert [key and key.address for key in keys] == [f"{folder}/a.warc.gz"] * 2
