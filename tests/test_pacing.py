"""No host is asked sooner, or oftener, than it wishes: not by one run, and not by the next."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from scraper.response import FetchProblem
from tests.fetchers import Fetchers, tell
from tests.loopback import Answer, LoopbackSite, redirect, show

DAY = 86400.0


@pytest.mark.parametrize(
    ("rules", "pause"),
    [(b"", 1.5), (b"User-agent: *\nCrawl-delay: 7", 7.0), (b"User-agent: *\nCrawl-delay: 1", 1.5)],
)
def test_every_request_waits_for_the_host(fetchers: Fetchers, rules: bytes, pause: float) -> None:
    """Between two requests to a host lies the longer of our pause and the one it asks for."""
    with LoopbackSite(
        {"/robots.txt": Answer(rules), "/a": redirect("/b"), "/b": show("b"), "/b?x": show("b")}
    ) as site:
        fetchers.run(f"{site.root}/a", f"{site.root}/b?x", delay=1.5)
    assert site.paths == ["/robots.txt", "/a", "/b", "/b?x"]
    assert fetchers.clock.slept == [pause] * 3


def test_without_a_word_the_pause_adapts_to_the_host(fetchers: Fetchers) -> None:
    """A host that answers at once is asked every three seconds."""
    with LoopbackSite({"/a": show("a"), "/b": show("b")}) as site:
        fetchers.run(f"{site.root}/a", f"{site.root}/b")
    assert fetchers.clock.slept == [3.0, 3.0]


def test_the_pause_holds_between_two_runs(fetchers: Fetchers) -> None:
    """A run that begins within the pause after the last waits for what is left of it."""
    with LoopbackSite({"/a": show("a"), "/b": show("b")}) as site:
        fetchers.run(f"{site.root}/a", delay=10)
        fetchers.clock.seconds += 4
        fetchers.run(f"{site.root}/b", delay=10)
    assert fetchers.clock.slept == [10.0, 6.0]


def test_a_request_that_a_crash_cut_off_is_followed_by_a_whole_pause(fetchers: Fetchers) -> None:
    """Where a run died with a request under way, its end is not known, and is taken to be now."""
    with LoopbackSite({"/a": show("a"), "/b": show("b")}) as site:
        outcomes = fetchers.open(delay=10).fetch([f"{site.root}/a"])
        next(outcomes)
        outcomes.close()
        fetchers.clock.seconds += 9
        fetchers.run(f"{site.root}/b", delay=10)
    assert fetchers.clock.slept == [10.0, 10.0]


def test_a_clock_that_was_set_back_closes_no_host(fetchers: Fetchers) -> None:
    """A due time in a far future is no pause that anybody asked for."""
    with LoopbackSite({"/a": show("a"), "/b": show("b")}) as site:
        fetchers.run(f"{site.root}/a", delay=1)
        fetchers.clock.seconds -= 300 * DAY
        fetchers.run(f"{site.root}/b", delay=1)
    assert max(fetchers.clock.slept) <= 300


@pytest.mark.parametrize("status", [429, 503])
@pytest.mark.parametrize("value", ["120", "Fri, 24 Apr 2026 12:02:00 GMT"])
def test_retry_after_is_waited_for(fetchers: Fetchers, status: int, value: str) -> None:
    """A host that asks for a short time is asked again after it, and not before."""
    answers = iter([show("busy", status, Retry_After=value), show("a")])
    with LoopbackSite({"/a": lambda: next(answers)}) as site:
        (page,) = fetchers.run(f"{site.root}/a", delay=0)
    assert tell(page) == "a"
    assert 119 <= sum(fetchers.clock.slept) <= 121


def test_retry_after_counts_from_the_answer(fetchers: Fetchers) -> None:
    """A host that asks for so many seconds late in a second is not cheated of its fraction."""
    answers = iter([show("busy", 503, Retry_After="120"), show("a")])
    fetchers.clock.seconds = 0.9
    with LoopbackSite({"/a": lambda: next(answers)}) as site:
        fetchers.run(f"{site.root}/a", delay=0)
    assert sum(fetchers.clock.slept) >= 120


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("1200", "2026-04-24T12:20:0"),
        ("Fri, 24 Apr 2026 13:00:00 GMT", "2026-04-24T13:00:00Z"),
        ("9" * 30, "9999-12-31T23:59:59Z"),
    ],
)
@pytest.mark.parametrize("status", [429, 503])
def test_what_takes_longer_is_postponed_not_shortened(
    fetchers: Fetchers, status: int, value: str, told: str
) -> None:
    """After a long Retry-After, in either form, the host is left alone, and one line says so."""
    busy = show("busy", status, Retry_After=value)
    with LoopbackSite({"/a": busy, "/b": show("b")}) as site:
        (problem,) = fetchers.run(f"{site.root}/a", f"{site.root}/b", delay=0)
        assert isinstance(problem, FetchProblem)
        assert (problem.code, problem.pages) == ("postponed", 2)
        assert told in problem.message
        # The same command, and another one, find the host closed still.
        (again,) = fetchers.run(f"{site.root}/a", f"{site.root}/b", delay=0)
        (other,) = fetchers.run(f"{site.root}/c", delay=0)
        assert (tell(again), tell(other)) == ("postponed", "postponed")
        assert site.paths == ["/robots.txt", "/a"]
        fetchers.clock.seconds += 3700
        if "9999" not in told:
            site.answers["/a"] = show("a")
            outcomes = fetchers.run(f"{site.root}/a", f"{site.root}/b", delay=0)
            assert sorted(map(tell, outcomes)) == ["a", "b"]


def test_a_person_may_open_a_host_again(fetchers: Fetchers) -> None:
    """An absurd time is told as such, and the documented command lifts it, as nothing else does."""
    text = Path(__file__).parents[1].joinpath("docs", "operators.md").read_text(encoding="utf-8")
    (command,) = re.findall(r'sqlite3 versus\.archive\.db "(UPDATE hosts [^"]+)"', text)
    with LoopbackSite({"/a": show("busy", 503, Retry_After="99999999999")}) as site:
        for _ in range(2):
            (problem,) = fetchers.run(f"{site.root}/a", delay=0)
            assert isinstance(problem, FetchProblem)
            assert "before 5195-" in problem.message
            assert re.search(r"which is 1,157,40\d days; if that cannot be meant", problem.message)
            fetchers.clock.seconds += 20 * 3600
            assert "### To open a host again" in text
        host = f"127.0.0.1:{site.port}"
        fetchers.database.conn.execute(command.replace("example.org", host))
        site.answers["/a"] = show("a")
        assert list(map(tell, fetchers.run(f"{site.root}/a", delay=0))) == ["a"]


@pytest.mark.parametrize("value", ["soon", "-5", "Fri, 24 Apr 2026 11:00:00 GMT", ""])
def test_a_retry_after_that_names_no_later_time_closes_nothing(
    fetchers: Fetchers, value: str
) -> None:
    """What is no time, or one that is over, makes us wait as after any failure."""
    with LoopbackSite({"/a": show("busy", 503, Retry_After=value), "/b": show("b")}) as site:
        outcomes = fetchers.run(f"{site.root}/a", f"{site.root}/b", delay=0)
    assert [tell(each) for each in outcomes] == ["http_503", "b"]
    assert len(site.paths) == 5


def test_a_failure_is_tried_again_with_longer_waits(fetchers: Fetchers) -> None:
    """What may pass is asked three times, each wait at least twice the pause before."""
    with LoopbackSite({"/a": show("down", 500), "/b": show("b", 404)}) as site:
        outcomes = fetchers.run(f"{site.root}/a", f"{site.root}/b", delay=2)
    assert [tell(each) for each in outcomes] == ["http_500", "http_404"]
    assert site.paths == ["/robots.txt", "/a", "/a", "/a", "/b"]
    first, second = fetchers.clock.slept[1:3]
    assert 2 <= first <= 3
    assert 4 <= second <= 6


def serve_all(answer: Any, count: int = 9) -> dict[str, Any]:
    """Answer alike at so many paths."""
    return {f"/{number}": answer for number in range(count)}


def test_a_host_that_blocks_us_is_left_alone(fetchers: Fetchers) -> None:
    """After the fifth sign in a row a host is asked no more; the next run stops at the first."""
    with LoopbackSite(serve_all(show("no", 403))) as site:
        sources = [f"{site.root}/{number}" for number in range(9)]
        fetcher = fetchers.open(delay=0)
        outcomes = list(fetcher.fetch(sources))
        assert [tell(each) for each in outcomes] == ["http_403"] * 5 + ["host_blocked"]
        assert outcomes[-1].pages == 4  # type: ignore[union-attr]
        assert fetcher.blocked_hosts == [f"127.0.0.1:{site.port}"]
        assert len(site.paths) == 6
        outcomes = fetchers.run(*sources, delay=0)
        assert len(site.paths) == 7
        site.answers.update(serve_all(show("yes")))
        outcomes = fetchers.run(*sources, delay=0)
    # What was a sign of the block is asked for again, too.
    assert sorted(map(tell, outcomes)) == [str(number) for number in range(9)]


def test_a_single_refusal_among_answers_blocks_nothing(fetchers: Fetchers) -> None:
    """Signs of a block count in a row only."""
    answers = serve_all(show("no", 403), 12)
    answers["/3"] = answers["/7"] = show("yes")
    with LoopbackSite(answers) as site:
        fetcher = fetchers.open(delay=0)
        outcomes = list(fetcher.fetch([f"{site.root}/{number}" for number in range(12)]))
    assert len(outcomes) == 12
    assert fetcher.blocked_hosts == []


def test_a_host_that_is_down_is_given_up(fetchers: Fetchers) -> None:
    """After five addresses in a row that failed, all of them wait for the same command again."""
    with LoopbackSite(serve_all(show("down", 502))) as site:
        sources = [f"{site.root}/{number}" for number in range(9)]
        outcomes = fetchers.run(*sources, delay=0)
        assert [tell(each) for each in outcomes] == ["http_502"] * 5 + ["host_down"]
        site.answers.update(serve_all(show("up")))
        outcomes = fetchers.run(*sources, delay=0)
    assert sorted(map(tell, outcomes)) == [str(number) for number in range(9)]
