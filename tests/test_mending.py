"""A problem that a later run went past is over; one that it did not come to is not."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.loopback import Answer, LoopbackSite, redirect, show
from tests.pages import Card, write_html
from tests.test_warc_revisits import A, revisit
from tests.warcs import AT, write_warc
from versusdb.errors import StoppedError
from versusdb.ingesting import Settings, ingest
from versusdb.progress import show_progress
from versusdb.stopping import Stop
from versusdb.working import Tools

PAGE = show(write_html([Card(name="Tintype"), Card(name="Gravelbed")]))
BUSY = show("busy", 503, Retry_After="3600")
LONG_AGO = 1_000_000_000
YESTERDAY = "strftime('%Y-%m-%dT%H:%M:%SZ', 'now', '-1 day')"


def list_pages(*paths: str) -> Answer:
    """Answer with a sitemap."""
    entries = "".join(f"<url><loc>{path}</loc></url>" for path in paths)
    return Answer(f"<urlset>{entries}</urlset>".encode())


class Nights:
    """One run after the other on one database, each a day later by the ledger."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def ingest(self, *sources: str, stop: Stop | None = None, **settings: Any) -> set[str]:
        """Run; return the codes of the issues that are open after it, from this run or before."""
        options: dict[str, Any] = {
            "delay": 0.0,
            "allow_hosts": ("127.0.0.1",),
            "sources": sources,
        } | settings
        with show_progress("Reading") as progress:
            ingest(
                self.folder / "x.db",
                Settings(**options),
                Tools(progress=progress, stop=stop or Stop()),
            )
        return self.list_open()

    def list_open(self) -> set[str]:
        """Return the codes of the open issues of fetching."""
        sql = "SELECT code FROM issues WHERE stage = 'fetch' AND resolved_at IS NULL"
        return {code for (code,) in self.execute("x.db", sql)}

    def pass_by(self) -> None:
        """Let a day pass: what was seen is of yesterday, and no host asks for time any more."""
        self.execute("x.db", f"UPDATE issues SET last_seen_at = {YESTERDAY}")
        self.execute("x.archive.db", "UPDATE hosts SET closed_until = 0")
        self.execute("x.archive.db", "UPDATE robots SET expires_at = 0")

    def execute(self, name: str, sql: str) -> list[tuple[Any, ...]]:
        """Run a statement on one of the files."""
        connection = sqlite3.connect(self.folder / name)
        with connection:
            rows = connection.execute(sql).fetchall()
        connection.close()
        return rows


@pytest.fixture
def nights(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Nights:
    """Return what runs in an empty folder."""
    monkeypatch.chdir(tmp_path)
    return Nights(tmp_path)


@pytest.fixture
def site() -> Iterator[LoopbackSite]:
    """A site of two pages and a sitemap."""
    answers: dict[str, Any] = {"/sitemap.xml": list_pages("/a", "/b"), "/a": PAGE, "/b": PAGE}
    with LoopbackSite(answers) as site:
        yield site


@pytest.mark.parametrize(
    ("code", "answer"),
    [
        ("no_sitemap", show("none", 404)),
        ("no_pages", list_pages()),
        ("http_410", show("gone", 410)),
        ("sitemap_unreadable", show("<p>no sitemap</p>")),
        ("sitemap_damaged", Answer(b"<urlset><url><loc>/a</loc></url><url>")),
        ("sitemap_out_of_scope", list_pages("/a", "http://other.example/")),
    ],
)
@pytest.mark.parametrize("write", [str, lambda root: f"{root.replace('http', 'HTTP')}/#top"])
def test_what_was_wrong_with_a_site_is_over(
    nights: Nights, site: LoopbackSite, code: str, answer: Answer, write: Any
) -> None:
    """A site or sitemap that is read well is mended, in whatever form the operator names it."""
    whole, site.answers["/sitemap.xml"] = site.answers["/sitemap.xml"], answer
    assert nights.ingest(write(site.root)) == {code}
    nights.pass_by()
    site.answers["/sitemap.xml"] = whole
    assert nights.ingest(write(site.root)) == set()


@pytest.mark.parametrize("path", ["/c", "/C/../c#top"])
def test_an_address_that_leads_to_a_page_is_mended(
    nights: Nights, site: LoopbackSite, path: str
) -> None:
    """An address of a list that failed is mended by a redirect to a page."""
    (nights.folder / "list").write_text(f"HTTP://127.0.0.1:{site.port}{path}\n")
    assert nights.ingest(urls=("list",)) == {"http_404"}
    nights.pass_by()
    site.answers["/c"] = redirect("/a")
    assert nights.ingest(urls=("list",)) == set()


def test_a_redirect_that_is_gone_is_over(nights: Nights, site: LoopbackSite) -> None:
    """What lay behind a redirect is an issue of the address that was asked for."""
    site.answers["/c"] = redirect("/gone")
    assert nights.ingest(f"{site.root}/c") == {"http_404"}
    nights.pass_by()
    site.answers["/c"] = PAGE
    assert nights.ingest(f"{site.root}/c") == set()


@pytest.mark.parametrize(("code", "allowed"), [("postponed", True), ("private_address", False)])
def test_what_a_host_did_to_all_is_over_when_it_answers(
    nights: Nights, site: LoopbackSite, code: str, allowed: bool
) -> None:
    """A problem of the host is over though the page that it was told of is gone by now."""
    sources = [f"{site.root}/0", f"{site.root}/a"]
    site.answers["/0"] = BUSY
    hosts = ("127.0.0.1",) if allowed else ()
    assert nights.ingest(*sources, allow_hosts=hosts) == {code}
    nights.pass_by()
    del site.answers["/0"]
    assert nights.ingest(*sources) == {"http_404"}


def test_a_host_that_is_still_closed_mends_nothing_of_the_host(
    nights: Nights, site: LoopbackSite
) -> None:
    """Where the host asks for time again, what is open on the site and on it stays open."""
    site.answers["/sitemap.xml"] = show("none", 404)
    assert nights.ingest(f"{site.root}/") == {"no_sitemap"}
    nights.pass_by()
    site.answers |= {"/sitemap.xml": list_pages("/a", "/b"), "/b": BUSY}
    assert nights.ingest(f"{site.root}/") == {"no_sitemap", "postponed"}
    nights.pass_by()
    assert nights.ingest(f"{site.root}/", allow_hosts=()) >= {"no_sitemap", "postponed"}


def test_a_host_that_gave_nothing_mends_nothing(nights: Nights, site: LoopbackSite) -> None:
    """Where all that is named is out of scope, nobody asked whether the host is open again."""
    site.answers["/0"] = BUSY
    assert nights.ingest(f"{site.root}/0") == {"postponed"}
    nights.pass_by()
    assert nights.ingest(f"{site.root}/0", exclude=("/0",)) == {"postponed"}


def test_what_a_run_met_is_not_over(nights: Nights, site: LoopbackSite) -> None:
    """A way that ends at a private host is open though the host that it begins at answers."""
    site.answers["/c"] = redirect(f"http://localhost:{site.port}/a")
    sources = [f"{site.root}/c", f"{site.root}/a"]
    assert nights.ingest(*sources, also_hosts=("localhost",)) == {"private_address"}


def test_a_place_with_another_problem_is_not_mended(nights: Nights, site: LoopbackSite) -> None:
    """A sitemap that is wrong in another way, or that nobody asks for, may still be damaged."""
    site.answers["/sitemap.xml"] = Answer(b"<urlset><url><loc>/a</loc></url><url>")
    assert nights.ingest(site.root) == {"sitemap_damaged"}
    nights.pass_by()
    assert nights.ingest(f"{site.root}/a") == {"sitemap_damaged"}
    site.answers["/sitemap.xml"] = list_pages("/a", "http://other.example/")
    assert nights.ingest(site.root) == {"sitemap_damaged", "sitemap_out_of_scope"}


def test_a_sitemap_that_came_is_no_longer_out_of_reach(nights: Nights, site: LoopbackSite) -> None:
    """What kept it from coming is over, whatever else is wrong with what it says."""
    site.answers["/sitemap.xml"] = show("gone", 410)
    assert nights.ingest(site.root) == {"http_410"}
    nights.pass_by()
    site.answers["/sitemap.xml"] = list_pages("/a", "http://other.example/")
    assert nights.ingest(site.root) == {"sitemap_out_of_scope"}


def test_what_a_run_does_not_come_to_stays_open(nights: Nights, site: LoopbackSite) -> None:
    """A run on other addresses of the host, or on other files, mends nothing."""
    (nights.folder / "other").mkdir()
    (nights.folder / "other" / "a.html").write_bytes(PAGE.body)
    assert nights.ingest(f"{site.root}/c", "gone.html") == {"http_404", "missing"}
    nights.pass_by()
    assert nights.ingest(f"{site.root}/a", "other") == {"http_404", "missing"}
    assert nights.ingest(f"{site.root}/", exclude=("/c",)) == {"http_404", "missing"}


def test_a_run_that_was_stopped_mends_nothing(nights: Nights, site: LoopbackSite) -> None:
    """Whoever stops a run does not know yet what it would have met."""
    site.answers["/sitemap.xml"] = show("none", 404)
    nights.ingest(f"{site.root}/")
    nights.pass_by()
    stop = Stop()

    def stop_here() -> Answer:
        stop.is_asked = True
        return PAGE

    site.answers |= {"/sitemap.xml": list_pages("/a", "/b"), "/a": stop_here}
    with pytest.raises(StoppedError):
        nights.ingest(f"{site.root}/", stop=stop)
    assert nights.list_open() == {"no_sitemap"}


def write_old(path: Path) -> None:
    """Write a page that was last modified long ago."""
    path.write_bytes(PAGE.body)
    os.utime(path, (LONG_AGO, LONG_AGO))


@pytest.mark.parametrize("source", ["pages", "./pages/", "."])
@pytest.mark.parametrize("is_kept", [True, False])
def test_a_file_of_a_folder_is_mended(nights: Nights, source: str, is_kept: bool) -> None:
    """A file in a folder that is read at last, however old it is, or is there no more."""
    page = nights.folder / "pages" / "sub" / "a.html"
    page.parent.mkdir(parents=True)
    write_old(page.with_name("b.html"))
    os.mkfifo(page)
    assert nights.ingest(source) == {"unreadable"}
    nights.pass_by()
    page.unlink()
    if is_kept:
        write_old(page)
    assert nights.ingest(source) == set()


@pytest.mark.parametrize("source", ["pages/", "./pages//", "pages"])
def test_a_folder_that_was_missing_is_mended(nights: Nights, source: str) -> None:
    """A path is one, in whatever form it is typed."""
    assert nights.ingest(source) == {"missing"}
    nights.pass_by()
    (nights.folder / "pages").mkdir()
    write_old(nights.folder / "pages" / "a.html")
    assert nights.ingest(source) == set()


def test_bytes_that_were_missed_are_there(nights: Nights) -> None:
    """A record of a WARC file whose bytes another file holds, and a body that was restored."""
    with write_warc(nights.folder / "a.warc.gz") as warc:
        warc.add(body=PAGE.body)
    with write_warc(nights.folder / "b.warc.gz") as warc:
        revisit(warc, WARC_Refers_To_Target_URI=A, WARC_Refers_To_Date=AT)
    assert nights.ingest("b.warc.gz") == {"revisit_unresolved"}
    nights.pass_by()
    assert nights.ingest("a.warc.gz", "b.warc.gz") == set()
    (nights.folder / "x.db").unlink()
    nights.execute("x.archive.db", "UPDATE bodies SET size = size + 1")
    assert nights.ingest("a.warc.gz") == {"body_corrupt"}
    nights.pass_by()
    nights.execute("x.archive.db", "UPDATE bodies SET size = size - 1")
    (nights.folder / "c.html").write_bytes(PAGE.body)
    assert nights.ingest("c.html") == set()


def test_a_line_of_a_list_is_mended(nights: Nights, site: LoopbackSite) -> None:
    """A list without the line that was no address has no problem there; an unread one may."""
    path = nights.folder / "list"
    path.write_text("nonsense\n")
    assert nights.ingest(urls=("list",)) == {"address_refused"}
    nights.pass_by()
    path.rename(path.with_name("away"))
    assert nights.ingest(".", urls=("list",)) == {"address_refused", "missing", "no_pages"}
    nights.pass_by()
    path.write_text(f"{site.root}/a\n")
    assert nights.ingest(urls=("list",)) == {"no_pages"}
