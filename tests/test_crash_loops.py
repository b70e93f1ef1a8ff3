"""A run that dies again and again asks no address oftener, and no sooner, than one that lives."""

from __future__ import annotations

from contextlib import suppress

from scraper.response import Fetched, FetchProblem, Request, Response
from tests.fetchers import Fetchers, tell
from tests.loopback import LoopbackSite, redirect, show

DEATHS = 5


class DeathError(BaseException):
    """What ends a run in the middle, with nothing put in order."""


def die_waiting(fetchers: Fetchers, source: str) -> None:
    """Run, and die at the end of the first wait."""
    clock = fetchers.clock
    sleep = clock.sleep

    def sleep_and_die(seconds: float) -> None:
        sleep(seconds)
        raise DeathError

    clock.sleep = sleep_and_die  # type: ignore[method-assign]
    with suppress(DeathError):
        list(fetchers.open(delay=0).fetch([source]))
    clock.sleep = sleep  # type: ignore[method-assign]


def die_in_flight(fetchers: Fetchers, source: str) -> None:
    """Run, and die when a page has been asked for, before its answer is heard."""
    client = fetchers.client
    fetch = client.fetch

    def fetch_and_die(request: Request) -> Response:
        response = fetch(request)
        if request.role == "page":
            raise DeathError
        return response

    client.fetch = fetch_and_die  # type: ignore[method-assign]
    with suppress(DeathError):
        list(fetchers.open(delay=0).fetch([source]))
    client.fetch = fetch  # type: ignore[method-assign]


def test_attempts_are_counted_through_a_crash_loop(fetchers: Fetchers) -> None:
    """However often a run dies, a page that fails is asked for three times, each wait longer."""
    with LoopbackSite({"/a": show("down", 500)}) as site:
        for _ in range(DEATHS):
            die_waiting(fetchers, f"{site.root}/a")
        (problem,) = fetchers.run(f"{site.root}/a", delay=0)
        assert site.paths == ["/robots.txt", "/a", "/a", "/a"]
    assert tell(problem) == "http_500"
    first, second = fetchers.clock.slept
    assert 1 <= first <= 1.5
    assert 2 <= second <= 3


def test_what_was_under_way_is_an_attempt(fetchers: Fetchers) -> None:
    """A request whose answer died with the run is one of the three."""
    with LoopbackSite({"/a": show("down", 500)}) as site:
        die_waiting(fetchers, f"{site.root}/a")
        die_in_flight(fetchers, f"{site.root}/a")
        (problem,) = fetchers.run(f"{site.root}/a", delay=0)
        assert site.paths.count("/a") == 3
    assert tell(problem) == "http_500"


def test_a_page_is_given_up_only_for_an_answer(fetchers: Fetchers) -> None:
    """Deaths alone never make a failure of a page that answers."""
    with LoopbackSite({"/a": show("a")}) as site:
        for _ in range(DEATHS):
            die_in_flight(fetchers, f"{site.root}/a")
        (page,) = fetchers.run(f"{site.root}/a", delay=0)
        assert site.paths.count("/a") == DEATHS + 1
    assert isinstance(page, Fetched)


def test_what_is_spent_is_told_in_the_same_words(fetchers: Fetchers) -> None:
    """Where a run dies before it notes a third failure, the next one need not ask to know."""
    with LoopbackSite({"/a": show("down", 500)}) as site:
        source = f"{site.root}/a"
        (undisturbed,) = fetchers.run(source, delay=0)
        fetchers.clock.seconds += 60
        die_waiting(fetchers, source)
        fetchers.database.conn.execute("UPDATE frontier SET attempts = 3")
        asked = len(site.paths)
        assert fetchers.run(source, delay=0) == [undisturbed]
        assert len(site.paths) == asked


def test_what_waited_for_its_host_is_asked_anew(fetchers: Fetchers) -> None:
    """A host that asked for time gives an address three attempts again, when it has passed."""
    with LoopbackSite({"/a": show("busy", 503, Retry_After="1200")}) as site:
        for _ in range(4):
            assert list(map(tell, fetchers.run(f"{site.root}/a", delay=0))) == ["postponed"]
            fetchers.clock.seconds += 1201
        site.answers["/a"] = show("a")
        assert list(map(tell, fetchers.run(f"{site.root}/a", delay=0))) == ["a"]


def test_a_target_is_asked_for_no_oftener(fetchers: Fetchers) -> None:
    """Where a redirect leads to what fails, the address that was meant is given up."""
    with LoopbackSite({"/a": redirect("/b"), "/b": show("down", 500)}) as site:
        for _ in range(DEATHS):
            die_waiting(fetchers, f"{site.root}/a")
        (problem,) = fetchers.run(f"{site.root}/a", delay=0)
        assert site.paths == ["/robots.txt", *["/a", "/b"] * 3]
    assert isinstance(problem, FetchProblem)
    way = f"{site.root}/a: redirected to {site.root}/b: answered 500, expected 200"
    assert (problem.code, problem.message) == ("http_500", way)
