"""robots.txt is obeyed, and where it cannot be known what it says, nothing is fetched."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlite_utils import Database

from scraper.archive import Archive
from scraper.client import Client
from scraper.exchange import Exchange
from scraper.pacing import Pace
from scraper.robots import Robots
from tests.loopback import Answer, LoopbackSite, redirect
from versusdb.files import ARCHIVE, open_for_writing

CLOSED = b"User-agent: *\nDisallow: /\n"


class Clock:
    """A clock that the test moves."""

    def __init__(self) -> None:
        self.seconds = 1000.0

    def __call__(self) -> float:
        """Return the time in seconds."""
        return self.seconds


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    """Return an empty archive file."""
    database = open_for_writing(tmp_path / "x.archive.db", ARCHIVE)
    yield database
    database.close()


@pytest.fixture
def clock() -> Clock:
    """Return the clock by which rules expire."""
    return Clock()


@pytest.fixture
def robots(database: Database, clock: Clock) -> Iterator[Robots]:
    """Return robots.txt rules asked for over the loopback, without pauses."""
    pace = Pace(0, monotonic=clock)
    with Client(version="0", allow_hosts=["127.0.0.1"], timeout=5) as client:
        yield Robots(Exchange(Archive(database), client, pace), monotonic=clock)


def judge(robots: Robots, root: str) -> str | None:
    """Return the code of the refusal of a page, if it is refused."""
    refusal = robots.read(f"{root}/page").judge(f"{root}/page")
    return None if refusal is None else refusal.code


@pytest.mark.parametrize(
    ("status", "code"),
    [
        (200, "robots_disallowed"),
        (204, "robots_disallowed"),
        (400, None),
        (404, None),
        (410, None),
        (451, None),
        (401, "robots_disallowed"),
        (403, "robots_disallowed"),
        (429, "robots_unavailable"),
        (300, "robots_unavailable"),
        (304, "robots_unavailable"),
        (500, "robots_unavailable"),
        (503, "robots_unavailable"),
        (599, "robots_unavailable"),
    ],
)
def test_the_status_decides(robots: Robots, status: int, code: str | None) -> None:
    """Each status of robots.txt means what RFC 9309 says, or what is stricter on purpose."""
    body = b"" if status in (204, 304) else CLOSED
    with LoopbackSite({"/robots.txt": Answer(body, status)}) as site:
        found = judge(robots, site.root)
    assert found == (None if status == 204 else code)


def test_a_dead_host_is_not_fetched(robots: Robots) -> None:
    """A host that cannot be reached for its robots.txt is not fetched."""
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        assert judge(robots, f"http://127.0.0.1:{held.getsockname()[1]}") == "unreachable"


def test_a_robots_txt_that_breaks_off_is_not_trusted(robots: Robots) -> None:
    """A robots.txt that ends before its length may have forbidden more."""
    cut = Answer(b"User-agent: *\nAllow: /\n", is_cut=True)
    with LoopbackSite({"/robots.txt": cut}) as site:
        assert judge(robots, site.root) == "robots_unavailable"


@pytest.mark.parametrize(("hops", "code"), [(5, "robots_disallowed"), (6, "robots_unavailable")])
def test_redirects_are_followed_five_times(robots: Robots, hops: int, code: str) -> None:
    """A robots.txt five redirects away counts; one that is further cannot be known."""
    answers = {f"/{n}": redirect(f"/{n + 1}") for n in range(1, hops)}
    with LoopbackSite({**answers, f"/{hops}": Answer(CLOSED)}) as site:
        site.answers["/robots.txt"] = redirect("/1")
        assert judge(robots, site.root) == code


def test_a_redirect_to_another_host_is_followed(robots: Robots) -> None:
    """The rules of a host may lie on another (RFC 9309, 2.3.1.2)."""
    with LoopbackSite({"/robots.txt": Answer(CLOSED)}) as other, LoopbackSite() as site:
        site.answers["/robots.txt"] = redirect(f"{other.root}/robots.txt")
        assert judge(robots, site.root) == "robots_disallowed"


def test_a_redirect_to_nowhere_is_not_fetched(robots: Robots) -> None:
    """A redirect that is no address leaves unknown what is allowed."""
    with LoopbackSite({"/robots.txt": redirect("ftp://127.0.0.1/robots.txt")}) as site:
        assert judge(robots, site.root) == "robots_unavailable"


def test_robots_txt_is_archived(robots: Robots, database: Database) -> None:
    """robots.txt is kept like every response, under its role."""
    with LoopbackSite({"/robots.txt": Answer(CLOSED)}) as site:
        judge(robots, site.root)
    rows = database.conn.execute("SELECT role, address FROM snapshots").fetchall()
    assert rows == [("robots", f"{site.root}/robots.txt")]


def test_rules_are_kept_for_a_day(robots: Robots, clock: Clock) -> None:
    """Rules are asked for once a day; an answer that could not be had is asked for sooner."""
    with LoopbackSite({"/robots.txt": Answer(CLOSED)}) as site:
        for seconds, asked in [(0, 1), (24 * 3600 - 1, 1), (1, 2)]:
            clock.seconds += seconds
            robots.read(f"{site.root}/a")
            assert len(site.asked) == asked
        site.answers["/robots.txt"] = Answer(status=500)
        clock.seconds += 24 * 3600
        refusal = robots.read(f"{site.root}/a").refusal
        assert refusal is not None
        clock.seconds += 3600
        site.answers["/robots.txt"] = Answer(status=404)
        assert robots.read(f"{site.root}/a").refusal is None


def test_each_port_has_its_own_rules(robots: Robots) -> None:
    """Rules hold for one scheme, host and port (RFC 9309, 2.3)."""
    with LoopbackSite({"/robots.txt": Answer(CLOSED)}) as closed, LoopbackSite() as opened:
        assert robots.read(f"{closed.root}/a").judge(f"{closed.root}/a") is not None
        assert robots.read(f"{opened.root}/a").judge(f"{opened.root}/a") is None


def test_a_robots_txt_past_the_limit_is_read_up_to_it(robots: Robots) -> None:
    """A huge robots.txt is cut, not refused: its first 500 KiB are the rules."""
    huge = CLOSED + b"# padding\n" * 100_000
    with LoopbackSite({"/robots.txt": Answer(huge)}) as site:
        assert judge(robots, site.root) == "robots_disallowed"
