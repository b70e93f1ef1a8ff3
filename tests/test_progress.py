"""What is shown of a crawl while it goes on is true, and can be read on any terminal."""

from __future__ import annotations

import io
import time

import pytest
from rich.console import Console

from scraper.times import Clock as Times
from tests.fetchers import Clock, Fetchers
from tests.loopback import Answer, LoopbackSite, show
from tests.test_pacing import serve_all
from versusdb import plain as plain_lines
from versusdb.host_lines import HostLine
from versusdb.live import Display, draw_hosts
from versusdb.parts import Part
from versusdb.plain import Plain, show_plain

HOSTS = [
    HostLine(host="127.0.0.1:27316", waiting=1234, fetched=5678, unchanged=90, failed=12,
             per_minute=19.5, seconds=12_000),
    HostLine(host="reviews-of-the-long-name.example.org", waiting=6, fetched=2, unchanged=0,
             failed=5, per_minute=3.0, seconds=1, stop="host_blocked"),
]  # fmt: skip


@pytest.mark.parametrize("width", [50, 80, 120])
def test_the_table_of_hosts_fits_its_terminal(width: int) -> None:
    """No heading and no number is cut; where room is short, a long name gives way."""
    console = Console(width=width, file=io.StringIO(), record=True)
    console.print(draw_hosts(HOSTS, width))
    heading, first, second = console.export_text().splitlines()
    words = ["host", "wait", "came", "failed", "left"]
    assert [word for word in heading.split() if word in words] == words
    assert "unchanged" in heading or width == 50
    assert all(each in first for each in ("127.0.0.1:27316", "1,234", "5,678", "3 h 20 min"))
    assert second.rstrip().endswith("blocked")


def draw_part(width: int, *, hosts: tuple[HostLine, ...] = ()) -> list[str]:
    """Draw work that has done 12,400 of about 20,000 pages, 812 in each second."""
    clock = Clock()
    part = Part("Reading", clock=Times(now=clock.now, monotonic=lambda: clock.seconds))
    console = Console(width=width, file=io.StringIO(), record=True)
    display = Display(console, part)
    display.hosts = hosts
    task_id = display.add_task("Reading", total=None)
    for seconds in range(3):
        clock.seconds = seconds
        part.advance(10_776 + 812 * seconds, 19_911, is_estimate=True)
    display.update(task_id, completed=part.done, total=part.total)
    console.print(*display.get_renderables())
    return console.export_text().splitlines()


@pytest.mark.parametrize(
    ("width", "told"),
    [
        (120, "12,400 of about 20,000 pages, 812 a second, 9 s left 0:00:00"),
        (80, "12,400 of about 20,000 pages, 812 a second, 9 s left"),
        (50, "12,400 of about 20,000 pages, 9 s left"),
    ],
)
def test_the_line_of_the_work_fits_its_terminal(width: int, told: str) -> None:
    """Nothing of it is cut: what has no room is left out, and the time left stays."""
    (line,) = draw_part(width)
    assert line.startswith("Reading ")
    assert line.rstrip().endswith(f" {told}")
    assert "…" not in line


def test_where_hosts_are_shown_theirs_is_the_only_rate(capsys: pytest.CaptureFixture[str]) -> None:
    """A host's rate and time left say what the crawl waits for; another would contradict them."""
    line, *_ = draw_part(80, hosts=(HOSTS[0],))
    assert line.rstrip().endswith("12,400 of about 20,000 pages 0:00:00")
    clock = Clock()
    plain = Plain("Reading", Times(now=clock.now, monotonic=lambda: clock.seconds))
    plain.show_hosts(HOSTS)
    for seconds in range(11):
        clock.seconds = seconds
        plain.advance(1000 * seconds, 20_000)
    first, *hosts = capsys.readouterr().err.splitlines()
    assert first == "Reading: 10,000 of 20,000 pages"
    assert len(hosts) == len(HOSTS)


def test_plain_lines_come_every_ten_seconds(capsys: pytest.CaptureFixture[str]) -> None:
    """Each tells the rate since the one before; another part of the work has its own."""
    clock = Clock()
    plain = Plain("Reading", Times(now=clock.now, monotonic=lambda: clock.seconds))
    for seconds in range(21):
        clock.seconds = seconds
        plain.advance(100 * seconds if seconds < 10 else 900 + 10 * (seconds - 9), 1060)
    plain.begin("Loading", "entries")
    for seconds in range(20, 32):
        clock.seconds = seconds
        plain.advance(300 * (seconds - 20), None)
    assert capsys.readouterr().err.splitlines() == [
        "Reading: 910 of 1,060 pages, 91 a second, 2 s left",
        "Reading: 1,010 of 1,060 pages, 10 a second, 5 s left",
        "Loading: 3,000 entries, 300 a second",
    ]


def test_plain_lines_come_while_nothing_does(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Work that waits for a page, or does not count what it does, says so all the same."""
    monkeypatch.setattr(plain_lines, "LOOK_SECONDS", 0.01)
    clock = Clock()
    said: list[str] = []
    with show_plain("Computing", Times(now=clock.now, monotonic=lambda: clock.seconds)) as plain:
        for _ in range(2):
            clock.seconds += 20
            while len(said) < clock.seconds // 20:
                time.sleep(0.01)
                said += capsys.readouterr().err.splitlines()
            plain.advance(1, 9)
    assert said == ["Computing", "Computing: 1 of 9 pages"]


def test_the_time_left_is_that_of_a_host_that_asked_for_time(fetchers: Fetchers) -> None:
    """While Retry-After is waited for, the time left is no shorter than it."""
    busy = show("busy", 503, Retry_After="120")
    with LoopbackSite({"/a": busy, **serve_all(show("x"))}) as site:
        fetcher = fetchers.open(delay=0)
        seconds: list[float] = []

        def look() -> None:
            assert fetcher.crawl is not None
            seconds.extend(each.seconds for each in fetcher.crawl.watch_hosts().values())

        fetcher.watch = look
        list(fetcher.fetch([f"{site.root}/a", *(f"{site.root}/{n}" for n in range(3))]))
    assert max(seconds) >= 119


def test_a_host_that_is_left_alone_has_no_time_left(fetchers: Fetchers) -> None:
    """It is told by the code of what happened, until the crawl ends."""
    with LoopbackSite(serve_all(show("no", 403))) as site:
        fetcher = fetchers.open(delay=0)
        list(fetcher.fetch([f"{site.root}/{number}" for number in range(9)]))
        assert fetcher.crawl is not None
        assert [each.stop for each in fetcher.crawl.watch_hosts().values()] == ["host_blocked"]


@pytest.mark.parametrize("answer", [show("x"), show("no", 403), show("down", 500)])
def test_the_total_is_reached_and_never_falls(fetchers: Fetchers, answer: Answer) -> None:
    """What is done never passes what there is to do, and comes to it at the end."""
    with LoopbackSite(serve_all(answer, 30)) as site:
        fetcher = fetchers.open(delay=0)
        totals, done = [], 0
        for outcome in fetcher.fetch([f"{site.root}/{number}" for number in range(30)]):
            done += getattr(outcome, "pages", 1)
            totals.append(fetcher.total)
            assert done <= totals[-1]
    assert totals == [30] * len(totals)
    assert done == 30
