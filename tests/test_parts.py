"""What is said of long work: how much is done, how fast it goes now, and when it ends."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest

from scraper.times import Clock as Times
from tests.fetchers import Clock
from versusdb.parts import Part, describe_rate, round_total


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def part(clock: Clock) -> Part:
    return Part("Reading", clock=Times(now=clock.now, monotonic=lambda: clock.seconds))


@pytest.fixture
def _berlin(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with monkeypatch.context() as patch:
        patch.setenv("TZ", "Europe/Berlin")
        time.tzset()
        yield
    time.tzset()


def go_on(part: Part, clock: Clock, per_second: int, seconds: int, total: int | None) -> None:
    """Do so many units in each of so many seconds, in two steps."""
    for _ in range(2 * seconds):
        clock.seconds += 0.5
        part.advance(part.done + per_second // 2, total)


def test_rate_is_that_of_the_last_ten_seconds(part: Part, clock: Clock) -> None:
    """What was long ago, and the wait for the first unit, are in neither rate nor time left."""
    clock.seconds = 500
    part.advance(0, 7000)
    go_on(part, clock, 100, 60, 7000)
    assert (part.rate, part.seconds) == (100, 10)
    go_on(part, clock, 20, 11, 7000)
    assert (part.rate, part.seconds) == (20, 39)


def test_nothing_is_reckoned_before_a_second_is_over(part: Part, clock: Clock) -> None:
    """Until there is a rate, only what is done is told; before that, nothing."""
    assert part.describe() == ""
    part.advance(1, 100)
    clock.seconds += 0.9
    part.advance(90, 100)
    assert part.describe() == "90 of 100 pages"
    clock.seconds += 0.1
    part.advance(91, 100)
    assert part.describe() == "91 of 100 pages, 90 a second, 1 s left"


def test_where_the_total_is_not_known_no_end_is_told(part: Part, clock: Clock) -> None:
    """What is done and how fast is true without it."""
    part.advance(0, None)
    go_on(part, clock, 500, 4, None)
    assert part.describe() == "2,000 pages, 500 a second"


def test_what_is_done_has_no_time_left(part: Part, clock: Clock) -> None:
    """Nor has what came to more than was expected."""
    part.advance(0, 20)
    go_on(part, clock, 10, 2, 20)
    assert part.describe() == "20 of 20 pages, 10 a second"
    part.advance(21, 20)
    assert part.seconds is None


def test_steps_may_be_longer_than_the_window(part: Part, clock: Clock) -> None:
    """Of batches that take half a minute each, the rate is that of the last one."""
    for done, seconds in ((0, 0), (1000, 40), (1600, 30)):
        clock.seconds += seconds
        part.advance(done, 4000)
    assert part.describe() == "1,600 of 4,000 pages, 20 a second, 2 min left"


def test_while_nothing_comes_the_rate_falls(part: Part, clock: Clock) -> None:
    """A rate is none for ever; after half a minute it is told for how long nothing came."""
    part.advance(0, 100)
    go_on(part, clock, 10, 5, 100)
    clock.seconds += 25
    part.advance(50, 100)
    assert part.describe() == "50 of 100 pages, 2.0 a second, 25 s left"
    clock.seconds += 6
    assert part.describe() == "50 of 100 pages, nothing for 31 s"
    go_on(part, clock, 10, 1, 100)
    assert part.rate is not None


def test_what_is_done_does_not_stand_still(part: Part, clock: Clock) -> None:
    """At the end of a part nothing more is to come."""
    part.advance(0, 10)
    go_on(part, clock, 10, 1, 10)
    clock.seconds += 100
    assert part.still_seconds is None


@pytest.mark.usefixtures("_berlin")
@pytest.mark.parametrize(
    ("total", "told"),
    [
        (6_010, "10 min left"),
        (6_020, "10 min left, ends about 14:10"),
        (120_020, "3 h 20 min left, ends about 17:20"),
        (864_020, "24 h 0 min left, ends about 2026-04-25 14:00"),
    ],
)
def test_of_long_work_the_time_of_day_is_told(
    part: Part, clock: Clock, total: int, told: str
) -> None:
    """From ten minutes on it is told when it ends by the clock here, from a day on on which day."""
    part.advance(0, total)
    go_on(part, clock, 10, 2, total)
    assert part.describe() == f"20 of {total:,} pages, 10 a second, {told}"


@pytest.mark.parametrize(
    ("room", "told"),
    [
        (99, "20 of 120,020 pages, 10 a second, 3 h 20 min left, ends about 17:20"),
        (67, "20 of 120,020 pages, 10 a second, 3 h 20 min left, ends about 17:20"),
        (66, "20 of 120,020 pages, 10 a second, 3 h 20 min left"),
        (48, "20 of 120,020 pages, 3 h 20 min left"),
        (35, "20 of 120,020 pages"),
        (3, "20 of 120,020 pages"),
    ],
)
@pytest.mark.usefixtures("_berlin")
def test_where_room_is_short_the_time_left_stays_longest(
    part: Part, clock: Clock, room: int, told: str
) -> None:
    """The end by the clock goes first, then the rate; the count always stays."""
    part.advance(0, 120_020)
    go_on(part, clock, 10, 2, 120_020)
    assert part.describe(room) == told


def test_an_estimate_is_told_as_one(part: Part) -> None:
    """It has two digits, for the others change with every page."""
    part.advance(12_400, 20_412, is_estimate=True)
    assert part.describe() == "12,400 of about 20,000 pages"


@pytest.mark.parametrize(
    ("total", "done", "told"),
    [(7, 5, 7), (99, 5, 99), (104, 5, 100), (20_412, 20_001, 21_000), (996, 5, 1000)],
)
def test_an_estimate_is_never_less_than_what_is_done(total: int, done: int, told: int) -> None:
    """Rounded down it might be, at the end of the work."""
    assert round_total(total, done) == told


@pytest.mark.parametrize(
    ("rate", "told"),
    [(1234.5, "1,234 a second"), (12.3, "12 a second"), (4.56, "4.6 a second"),
     (0.2, "12.0 a minute")],
)  # fmt: skip
def test_a_rate_has_as_many_digits_as_one_reads(rate: float, told: str) -> None:
    """Of a slow one, too, one sees whether it changes."""
    assert describe_rate(rate) == told
