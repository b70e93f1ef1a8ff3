"""What an operator typed becomes work, and what cannot be worked on a problem, never a stop."""

from __future__ import annotations

import os
import socket
from pathlib import Path
from typing import Any

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper.addresses import hide_credentials, is_same_host, is_site, normalise_address
from scraper.errors import AddressError
from scraper.response import FetchProblem, Response
from scraper.sources import (
    PageAddress,
    PageFile,
    StoredWarc,
    WarcFile,
    list_sources,
    read_page_file,
)

NOON = "2026-04-24T12:00:00Z"


def write(path: Path, body: bytes = b"<p>x</p>") -> Path:
    """Write a file that was last modified at noon."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(body)
    os.utime(path, ns=(0, 1777032000_900_000_000))
    return path


def read(path: Path, **changes: Any) -> Response | FetchProblem:
    """Read one file as the fetcher reads it."""
    options: dict[str, Any] = {"site": None, "observed_at": None, "max_bytes": 100}
    return read_page_file(PageFile(str(path), path), **options | changes)


def list_names(*sources: Path | str) -> list[str]:
    """List the file names, addresses and codes of the work that sources stand for."""
    names = []
    for work in list_sources(map(str, sources)).works:
        match work:
            case PageFile(_, path) | WarcFile(_, path):
                names.append(path.name)
            case PageAddress(_, address):
                names.append(address)
            case FetchProblem():
                names.append(work.code)
            case StoredWarc(_, address):
                raise AssertionError(f"no store was named, and it has {address}")
    return names


def test_a_folder_is_read_deep_and_in_order(tmp_path: Path) -> None:
    """Pages of a folder come sorted, other kinds are counted, hidden files are left alone."""
    for name in ("b.html", "a.HTM", "c/d.txt", "c/e.png", "f.json", ".g.html", ".h/i.html"):
        write(tmp_path / name)
    listing = list_sources([str(tmp_path)])
    assert list_names(tmp_path) == ["a.HTM", "b.html", "d.txt"]
    assert listing.ignored == 2


def test_links_that_go_in_circles_end(tmp_path: Path) -> None:
    """A link to a folder above, to itself or to nothing does no harm."""
    write(tmp_path / "a.html")
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "self.html").symlink_to(tmp_path / "self.html")
    (tmp_path / "same.html").symlink_to(tmp_path / "a.html")
    assert list_names(tmp_path) == ["a.html", "self.html"]
    problem = read(tmp_path / "self.html")
    assert isinstance(problem, FetchProblem)
    assert problem.code == "unreadable"


def test_a_file_named_by_itself_is_always_read(tmp_path: Path) -> None:
    """What a named file is, its bytes tell; only in folders the ending decides."""
    assert list_names(write(tmp_path / "x.png")) == ["x.png"]


def test_the_same_work_is_done_once(tmp_path: Path) -> None:
    """A file within a named folder, or an address typed in two ways, is one piece of work."""
    page = write(tmp_path / "a.html")
    assert list_names(page, tmp_path, page) == ["a.html"]
    assert list_names("https://X.example:443/a#top", "https://x.example/a") == [
        "https://x.example/a"
    ]
    stored = [StoredWarc("x", f"https://{who}x.example/x.warc", 1, "") for who in ("", "me:pw@")]
    assert list_sources(["x"], list_store=lambda _: stored).works == (stored[0],)


@pytest.mark.parametrize(
    ("source", "code", "told"),
    [
        ("", "missing", "empty source"),
        ("nowhere.html", "missing", "https://"),
        ("x.example", "missing", "https://"),
        ("crawls/*.warc.gz", "missing", "leave out the quotes"),
        ("a\0b", "unreadable", "null"),
        ("ftp://x.example/a", "address_refused", "expected http:// or https://"),
        ("S3://bucket/a.warc", "address_refused", "with --engine dask"),
        ("https://", "address_refused", "no host"),
        ("https://user:hunter2@x.example/", "address_refused", "credentials"),
        ("http://127.0.0.1:abc/", "address_refused", "the port of 127.0.0.1 is 'abc'"),
        ("https://x.example:99999/", "address_refused", "the port of x.example is '99999'"),
    ],
)
def test_what_cannot_be_worked_on_is_a_problem(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, source: str, code: str, told: str
) -> None:
    """A bad source gives one problem that says what was expected; the others go on."""
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "good.html")
    problem, good = list_sources([source, "good.html"]).works
    assert isinstance(problem, FetchProblem)
    assert isinstance(good, PageFile)
    shown = hide_credentials(source).replace("\0", "\\x00")
    assert (problem.code, problem.source) == (code, shown)
    assert told in problem.message
    assert "\n" not in problem.message
    assert "hunter2" not in problem.message


def test_a_folder_without_pages_is_a_problem(tmp_path: Path) -> None:
    """An operator who names a folder expects pages in it."""
    write(tmp_path / "a.png")
    assert list_names(tmp_path) == ["no_pages"]


def test_a_file_is_observed_when_it_was_modified(tmp_path: Path) -> None:
    """A file has no address and no status; its time is its own, or what the operator says."""
    page = write(tmp_path / "a.html")
    response = read(page, site="x.example")
    assert isinstance(response, Response)
    assert (response.address, response.status, response.site) == (None, None, "x.example")
    assert (response.role, response.body) == ("page", b"<p>x</p>")
    assert response.observed_at == NOON
    told = read(page, observed_at="2020-01-01T00:00:00Z")
    assert isinstance(told, Response)
    assert told.observed_at == "2020-01-01T00:00:00Z"


@pytest.mark.parametrize(("size", "is_read"), [(100, True), (101, False)])
def test_a_file_past_the_limit_is_not_read(tmp_path: Path, size: int, is_read: bool) -> None:
    """The limit itself is allowed, one byte more is a problem."""
    response = read(write(tmp_path / "a.html", b"x" * size))
    assert isinstance(response, Response) == is_read
    if isinstance(response, FetchProblem):
        assert response.code == "too_large"


def test_a_file_from_the_future_is_not_read(tmp_path: Path) -> None:
    """History is ordered by it: a page of tomorrow would hide all that is seen until then."""
    path = write(tmp_path / "a.html")
    os.utime(path, (32_503_680_000, 32_503_680_000))
    problem = read(path)
    assert isinstance(problem, FetchProblem)
    assert (problem.code, "in the future" in problem.message) == ("bad_time", True)


def test_what_is_no_file_is_not_opened(tmp_path: Path) -> None:
    """A pipe or a socket would wait for ever; it is a problem at once."""
    os.mkfifo(tmp_path / "pipe.html")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(tmp_path / "socket.html"))
        for name in ("pipe.html", "socket.html", "."):
            problem = read(tmp_path / name)
            assert isinstance(problem, FetchProblem)
            assert problem.code == "unreadable"


def test_a_name_whose_bytes_are_no_text_is_shown(tmp_path: Path) -> None:
    """A file name that is not UTF-8 is shown escaped, since the archive holds text."""
    name = os.fsdecode(b"caf\xe9.html")
    write(tmp_path / name)
    (work,) = list_sources([str(tmp_path)]).works
    assert isinstance(work, PageFile)
    assert work.source.endswith("caf\\xe9.html")
    assert isinstance(read(work.path), Response)


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("HTTPS://X.Example.:443", "https://x.example/"),
        ("http://x.example:8080/a#b", "http://x.example:8080/a"),
        ("http://x.example/a/./b/../c/..", "http://x.example/a/"),
        ("http://x.example/%2e%2e/%7ea%2fb", "http://x.example/~a%2Fb"),
        ("http://x.example/a b?c=ü d", "http://x.example/a%20b?c=%C3%BC%20d"),
        ("http://bücher.example/", "http://xn--bcher-kva.example/"),
        ("http://[::1]:80/100%", "http://[::1]/100%25"),
        ("http://x.example//a//", "http://x.example//a//"),
    ],
)
def test_an_address_has_one_form(text: str, address: str) -> None:
    """Addresses of one page are one address (RFC 3986, section 6.2)."""
    assert normalise_address(text) == address


@given(
    path=st.text(alphabet=st.characters(codec="utf-8", exclude_characters="#")),
    query=st.text(alphabet="ab=&?%/ é'"),
)
def test_what_is_judged_is_what_is_asked_for(path: str, query: str) -> None:
    """The form is stable, and httpx sends just that: robots.txt is asked about the real path."""
    try:
        address = normalise_address(f"http://x.example/{path}?{query}")
    except AddressError:
        return
    assert normalise_address(address) == address
    assert httpx.URL(address).raw_path.decode() == address.removeprefix("http://x.example")


@pytest.mark.parametrize(
    ("address", "other", "is_same"),
    [
        ("http://x.example/a", "https://x.example/b", True),
        ("http://x.example/a", "http://x.example:8080/a", False),
        ("http://x.example/a", "http://www.x.example/a", False),
    ],
)
def test_the_same_host_is_host_and_port(address: str, other: str, is_same: bool) -> None:
    """A redirect to https stays; another port or a subdomain is another host."""
    assert is_same_host(address, other) == is_same


def test_a_site_is_an_address_without_a_path() -> None:
    """An address with path `/` stands for a whole site, any other for one page."""
    assert is_site(normalise_address("https://x.example"))
    assert not is_site(normalise_address("https://x.example/a"))
    assert not is_site(normalise_address("https://x.example/?a=1"))
