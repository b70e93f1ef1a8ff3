"""Sources go in, archived pages come out: each address has one outcome, politely and alone."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlite_utils import Database

from scraper.archive import Archive
from scraper.client import Client
from scraper.fetching import Fetcher, Settings
from scraper.response import Fetched, FetchProblem, Outcome
from tests.loopback import Answer, LoopbackSite, redirect, show
from versusdb.files import ARCHIVE, open_for_writing

NOON = datetime(2026, 4, 24, 12, tzinfo=UTC)


class Clock:
    """Time that passes only while the fetcher sleeps."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self.slept: list[float] = []

    def sleep(self, seconds: float) -> None:
        """Note a pause, and let it pass."""
        self.slept.append(seconds)
        self.seconds += seconds


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    """Return an empty archive file."""
    database = open_for_writing(tmp_path / "x.archive.db", ARCHIVE)
    yield database
    database.close()


@pytest.fixture
def clock() -> Clock:
    """Return the clock that pauses are counted by."""
    return Clock()


@pytest.fixture
def open_fetcher(database: Database, clock: Clock) -> Iterator[Callable[..., Fetcher]]:
    """Return a function that opens a fetcher which may reach the loopback."""
    with Client(version="1", allow_hosts=["127.0.0.1"], timeout=5, now=lambda: NOON) as client:

        def open_one(**settings: Any) -> Fetcher:
            return Fetcher(
                Archive(database),
                client,
                Settings(**settings),
                sleep=clock.sleep,
                monotonic=lambda: clock.seconds,
                now=lambda: NOON,
            )

        yield open_one


Opening = Callable[..., Fetcher]


def tell(outcome: Outcome) -> str:
    """Shorten an outcome to the path that came, or the code of the problem."""
    if isinstance(outcome, FetchProblem):
        return outcome.code
    return (outcome.snapshot.address or outcome.snapshot.source).rpartition("/")[2]


def list_roles(database: Database) -> list[tuple[str, int | None]]:
    """List what the archive holds, in order, by role and status."""
    sql = "SELECT role, status FROM snapshots ORDER BY archive_id"
    return [(role, status) for role, status in database.conn.execute(sql)]


def test_a_page_is_asked_for_after_robots_txt_and_archived(
    open_fetcher: Opening, database: Database
) -> None:
    """One address gives one page that the archive already holds."""
    with LoopbackSite({"/a": show("<p>x</p>")}) as site:
        (page,) = open_fetcher().fetch([f"{site.root}/a#part"])
    assert isinstance(page, Fetched)
    assert site.paths == ["/robots.txt", "/a"]
    assert (page.body, page.is_new) == (b"<p>x</p>", True)
    assert page.snapshot.address == f"{site.root}/a"
    assert page.snapshot.source == f"{site.root}/a#part"
    assert (page.snapshot.site, page.snapshot.observed_at) == ("127.0.0.1", "2026-04-24T12:00:00Z")
    assert Archive(database).read(page.snapshot.sha256) == page.body
    assert list_roles(database) == [("robots", 404), ("page", 200)]


def test_files_and_addresses_come_in_order(open_fetcher: Opening, tmp_path: Path) -> None:
    """Files are archived like pages, and what cannot be had stops nothing else."""
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "f.html").write_text("<p>f</p>")
    (folder / "f.png").write_text("f")
    with LoopbackSite({"/a": show("a")}) as site, socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        dead = f"http://127.0.0.1:{held.getsockname()[1]}/x"
        fetcher = open_fetcher(site="x.example")
        sources = [str(folder), dead, "nowhere.html", f"{site.root}/a"]
        outcomes = list(fetcher.fetch(sources))
    assert [tell(each) for each in outcomes] == ["f.html", "unreachable", "missing", "a"]
    assert (fetcher.total, fetcher.ignored) == (4, 1)
    assert {each.snapshot.site for each in outcomes if isinstance(each, Fetched)} == {"x.example"}


def test_pages_come_out_while_others_are_still_to_come(open_fetcher: Opening) -> None:
    """The first page can be read before the second is asked for."""
    with LoopbackSite({"/a": show("a"), "/b": show("b")}) as site:
        outcomes = open_fetcher().fetch([f"{site.root}/a", f"{site.root}/b"])
        next(outcomes)
        assert site.paths == ["/robots.txt", "/a"]


def test_what_robots_txt_disallows_is_not_asked_for(open_fetcher: Opening) -> None:
    """A disallowed page is a problem that says so, and no request."""
    rules = Answer(b"User-agent: *\nDisallow: /private")
    with LoopbackSite({"/robots.txt": rules, "/to": redirect("/private/b")}) as site:
        outcomes = list(open_fetcher().fetch([f"{site.root}/private/a", f"{site.root}/to"]))
    assert [tell(each) for each in outcomes] == ["robots_disallowed"] * 2
    assert site.paths == ["/robots.txt", "/to"]


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (show("gone", 404), "http_404"),
        (show("down", 500), "http_500"),
        (Answer(b"", 204), "http_204"),
        (Answer(b"", 302), "http_302"),
        (Answer(b"%PDF", 200, {"Content-Type": "application/pdf"}), "not_a_page"),
    ],
)
def test_an_answer_that_is_no_page_is_kept_and_a_problem(
    open_fetcher: Opening, database: Database, answer: Answer, code: str
) -> None:
    """Whatever came is in the archive; only pages are handed over, now and when read again."""
    with LoopbackSite({"/a": answer}) as site:
        (problem,) = open_fetcher().fetch([f"{site.root}/a"])
    assert isinstance(problem, FetchProblem)
    assert problem.code == code
    assert problem.address == f"{site.root}/a"
    assert list_roles(database)[1:] == [("page", answer.status)]
    assert list(Archive(database).snapshots()) == []


def test_redirects_are_followed_within_the_host(open_fetcher: Opening, database: Database) -> None:
    """Every hop is archived, and the page belongs to the address it came from."""
    with LoopbackSite(
        {"/a": redirect("b?x=1", 301), "/b?x=1": redirect("/c"), "/c": show("c")}
    ) as site:
        (page,) = open_fetcher().fetch([f"{site.root}/a"])
    assert isinstance(page, Fetched)
    assert page.snapshot.address == f"{site.root}/c"
    assert list_roles(database)[1:] == [("redirect", 301), ("redirect", 302), ("page", 200)]


def test_a_redirect_to_another_host_is_a_problem(open_fetcher: Opening) -> None:
    """No page leads to another host; the problem names both."""
    with LoopbackSite() as other, LoopbackSite({"/a": redirect(f"{other.root}/b")}) as site:
        (problem,) = open_fetcher().fetch([f"{site.root}/a"])
    assert isinstance(problem, FetchProblem)
    assert problem.code == "redirect_out_of_scope"
    assert f"{site.root}/a" in problem.message
    assert f"{other.root}/b" in problem.message
    assert other.asked == []


def test_redirects_end(open_fetcher: Opening) -> None:
    """Ten redirects lead to a page; eleven, or a circle, are a problem."""
    answers: dict[str, Any] = {f"/{n}": redirect(f"/{n + 1}") for n in range(11)}
    with LoopbackSite({**answers, "/11": show("end"), "/x": redirect("/x")}) as site:
        outcomes = open_fetcher().fetch([f"{site.root}/{path}" for path in ("1", "0", "x")])
        assert [tell(each) for each in outcomes] == ["11", "redirect_loop", "redirect_loop"]


def test_private_hosts_are_a_problem(database: Database) -> None:
    """An address of this machine is not fetched unless its host is allowed."""
    with LoopbackSite({"/a": show("a")}) as site, Client(version="1") as client:
        fetcher = Fetcher(Archive(database), client, Settings(delay=0))
        (problem,) = fetcher.fetch([f"{site.root}/a"])
    assert isinstance(problem, FetchProblem)
    assert problem.code == "private_address"
    assert "--allow-host 127.0.0.1" in problem.message
    assert site.asked == []


def test_a_page_past_the_limit_is_a_problem(open_fetcher: Opening, database: Database) -> None:
    """A page that is too large is not kept in part."""
    with LoopbackSite({"/a": show("x" * 101)}) as site:
        (problem,) = open_fetcher(max_page_bytes=100).fetch([f"{site.root}/a"])
    assert tell(problem) == "too_large"
    assert list_roles(database) == [("robots", 404)]


@pytest.mark.parametrize(
    ("rules", "pause"),
    [(b"", 1.5), (b"User-agent: *\nCrawl-delay: 7", 7.0), (b"User-agent: *\nCrawl-delay: 1", 1.5)],
)
def test_every_request_waits_for_the_host(
    open_fetcher: Opening, clock: Clock, rules: bytes, pause: float
) -> None:
    """Between two requests to a host lies the longer of our pause and the one it asks for."""
    with LoopbackSite(
        {"/robots.txt": Answer(rules), "/a": redirect("/b"), "/b": show("b")}
    ) as site:
        list(open_fetcher(delay=1.5).fetch([f"{site.root}/a", f"{site.root}/b?again"]))
    assert len(site.asked) == 4
    assert clock.slept == [pause] * 3


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("120", "2026-04-24T12:02:00Z"),
        ("Fri, 24 Apr 2026 13:00:00 GMT", "2026-04-24T13:00:00Z"),
        ("9" * 30, "9999-12-31T23:59:59Z"),
    ],
)
@pytest.mark.parametrize("status", [429, 503])
def test_a_host_that_asks_for_time_is_given_it(
    open_fetcher: Opening, status: int, value: str, told: str
) -> None:
    """After Retry-After, in either form, the host is not asked before the time it names."""
    with LoopbackSite({"/a": show("busy", status, Retry_After=value)}) as site:
        busy, later = open_fetcher().fetch([f"{site.root}/a", f"{site.root}/b"])
    assert isinstance(busy, FetchProblem)
    assert isinstance(later, FetchProblem)
    assert (busy.code, later.code) == (f"http_{status}", "postponed")
    assert f"not before {told}" in busy.message
    assert told in later.message
    assert site.paths == ["/robots.txt", "/a"]


@pytest.mark.parametrize("value", ["soon", "-5", "Fri, 24 Apr 2026 11:00:00 GMT", ""])
def test_a_retry_after_that_names_no_later_time_postpones_nothing(
    open_fetcher: Opening, value: str
) -> None:
    """What is no time, or one that is over, keeps nobody waiting."""
    with LoopbackSite({"/a": show("busy", 503, Retry_After=value), "/b": show("b")}) as site:
        outcomes = open_fetcher().fetch([f"{site.root}/a", f"{site.root}/b"])
        assert [tell(each) for each in outcomes] == ["http_503", "b"]
