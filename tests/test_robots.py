"""robots.txt is obeyed, and where it cannot be known what it says, nothing is fetched."""

from __future__ import annotations

import socket

import pytest

from tests.fetchers import Fetchers, tell
from tests.loopback import Answer, LoopbackSite, redirect, show

CLOSED = b"User-agent: *\nDisallow: /\n"


def judge(fetchers: Fetchers, site: LoopbackSite | str) -> str | None:
    """Return the code of the refusal of a page, if it is refused."""
    if isinstance(site, LoopbackSite):
        site.answers["/page"] = show("page")
        site = site.root
    (outcome,) = fetchers.run(f"{site}/page", delay=0)
    code = tell(outcome)
    return None if code == "page" else code


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
def test_the_status_decides(fetchers: Fetchers, status: int, code: str | None) -> None:
    """Each status of robots.txt means what RFC 9309 says, or what is stricter on purpose."""
    body = b"" if status in (204, 304) else CLOSED
    with LoopbackSite({"/robots.txt": Answer(body, status)}) as site:
        found = judge(fetchers, site)
    assert found == (None if status == 204 else code)


def test_a_dead_host_is_not_fetched(fetchers: Fetchers) -> None:
    """A host that cannot be reached for its robots.txt is not fetched."""
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        assert judge(fetchers, f"http://127.0.0.1:{held.getsockname()[1]}") == "unreachable"


def test_a_robots_txt_that_breaks_off_is_not_trusted(fetchers: Fetchers) -> None:
    """A robots.txt that ends before its length may have forbidden more."""
    cut = Answer(b"User-agent: *\nAllow: /\n", is_cut=True)
    with LoopbackSite({"/robots.txt": cut}) as site:
        assert judge(fetchers, site) == "robots_unavailable"


@pytest.mark.parametrize(("hops", "code"), [(5, "robots_disallowed"), (6, "robots_unavailable")])
def test_redirects_are_followed_five_times(fetchers: Fetchers, hops: int, code: str) -> None:
    """A robots.txt five redirects away counts; one that is further cannot be known."""
    answers = {f"/{n}": redirect(f"/{n + 1}") for n in range(1, hops)}
    with LoopbackSite({**answers, f"/{hops}": Answer(CLOSED)}) as site:
        site.answers["/robots.txt"] = redirect("/1")
        assert judge(fetchers, site) == code


def test_a_redirect_to_another_host_is_followed(fetchers: Fetchers) -> None:
    """The rules of a host may lie on another (RFC 9309, 2.3.1.2)."""
    with LoopbackSite({"/robots.txt": Answer(CLOSED)}) as other, LoopbackSite() as site:
        site.answers["/robots.txt"] = redirect(f"{other.root}/robots.txt")
        assert judge(fetchers, site) == "robots_disallowed"


def test_a_redirect_to_nowhere_is_not_fetched(fetchers: Fetchers) -> None:
    """A redirect that is no address leaves unknown what is allowed."""
    with LoopbackSite({"/robots.txt": redirect("ftp://127.0.0.1/robots.txt")}) as site:
        assert judge(fetchers, site) == "robots_unavailable"


def test_robots_txt_is_archived(fetchers: Fetchers) -> None:
    """robots.txt is kept like every response, under its role."""
    with LoopbackSite({"/robots.txt": Answer(CLOSED)}) as site:
        judge(fetchers, site)
    rows = fetchers.database.conn.execute("SELECT role, address FROM snapshots").fetchall()
    assert rows == [("robots", f"{site.root}/robots.txt")]


def test_rules_are_kept_for_a_day(fetchers: Fetchers) -> None:
    """Rules are asked for once a day, by whatever run; one that could not be had is sooner."""
    clock = fetchers.clock
    with LoopbackSite({"/robots.txt": Answer(CLOSED)}) as site:
        for seconds, asked in [(0, 1), (24 * 3600 - 1, 1), (1, 2)]:
            clock.seconds += seconds
            assert judge(fetchers, site) == "robots_disallowed"
            assert len(site.asked) == asked
        site.answers["/robots.txt"] = Answer(status=500)
        clock.seconds += 24 * 3600
        assert judge(fetchers, site) == "robots_unavailable"
        asked = len(site.asked)
        clock.seconds += 300
        assert judge(fetchers, site) == "robots_unavailable"
        assert len(site.asked) == asked
        clock.seconds += 300
        site.answers["/robots.txt"] = Answer(status=404)
        assert judge(fetchers, site) is None


def test_each_port_has_its_own_rules(fetchers: Fetchers) -> None:
    """Rules hold for one scheme, host and port (RFC 9309, 2.3)."""
    with LoopbackSite({"/robots.txt": Answer(CLOSED)}) as closed, LoopbackSite() as opened:
        assert judge(fetchers, closed) == "robots_disallowed"
        assert judge(fetchers, opened) is None


def test_the_verdict_and_what_it_rests_on_are_kept_for_each_address(fetchers: Fetchers) -> None:
    """The frontier says what robots.txt said of an address, and which snapshot of it."""
    rules = Answer(b"User-agent: *\nDisallow: /private")
    with LoopbackSite({"/robots.txt": rules, "/a": show("a")}) as site:
        fetchers.run(f"{site.root}/a", f"{site.root}/private", delay=0)
    rows = fetchers.database.conn.execute(
        "SELECT robots_verdict, state, outcome, s.role, status FROM frontier AS f "
        "JOIN snapshots AS s ON s.archive_id = robots_id ORDER BY f.address"
    ).fetchall()
    assert [row[3:] for row in rows] == [("robots", 200)] * 2
    assert [row[:3] for row in rows] == [
        ("allowed", "fetched", "new"),
        ("robots_disallowed", "failed", "robots_disallowed"),
    ]


def test_a_robots_txt_past_the_limit_is_read_up_to_it(fetchers: Fetchers) -> None:
    """A huge robots.txt is cut, not refused: its first 500 KiB are the rules."""
    huge = CLOSED + b"# padding\n" * 100_000
    with LoopbackSite({"/robots.txt": Answer(huge)}) as site:
        assert judge(fetchers, site) == "robots_disallowed"
