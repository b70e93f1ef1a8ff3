"""Command: a part of a long work: how much of it is done, how fast it goes, and when it ends."""

from __future__ import annotations

from collections import deque
from datetime import timedelta

from scraper.times import Clock

# A rate is that of the last seconds, so many or as long as the last step took.
WINDOW_SECONDS = 10.0
SAMPLE_SECONDS = 1.0
# Of what has stood still for so long, and for longer than the last step took, that is told instead.
STILL_SECONDS = 30.0
# From so many seconds on, the time of day is told as well: a line in a log may be read later.
LONG_SECONDS = 600.0
DAY = timedelta(days=1)


class Part:
    """What is done of one part of the work, at which rate, and how long the rest takes.

    ``done`` counts its units, ``total`` is how many there are, None where that is not known.
    """

    def __init__(self, task: str, unit: str = "pages", clock: Clock = Clock()) -> None:  # noqa: B008 - frozen
        """Take what is done, the unit that it is counted in, and the clocks."""
        self.task = task
        self.done = 0
        self.total: int | None = None
        self._unit = unit
        self._clock = clock
        self._is_estimate = False
        # What was done when. It begins with the first unit: what came before is no part of a rate.
        self._samples: deque[tuple[float, int]] = deque()

    def advance(self, done: int, total: int | None, *, is_estimate: bool = False) -> None:
        """Note how far it is."""
        self.done, self.total, self._is_estimate = done, total, is_estimate
        now = self._clock.monotonic()
        if self._samples:
            last, before = self._samples[-1]
            if done == before or now - last < SAMPLE_SECONDS:
                return
        self._samples.append((now, done))
        while len(self._samples) > 1 and now - self._samples[1][0] >= WINDOW_SECONDS:
            self._samples.popleft()

    @property
    def rate(self) -> float | None:
        """How many units a second are done now; None where that is not known."""
        if not self._samples or self.still_seconds is not None:
            return None
        (since, before), (last, done) = self._samples[0], self._samples[-1]
        if done <= before:
            return None
        # While the next one does not come, it falls.
        return (done - before) / max(last - since, self._clock.monotonic() - last)

    @property
    def still_seconds(self) -> float | None:
        """For how long nothing was done, where that is unusually long and something is left."""
        if not self._samples or self.done == self.total:
            return None
        since, last = self._samples[0][0], self._samples[-1][0]
        still = self._clock.monotonic() - last
        return still if still > max(STILL_SECONDS, last - since) else None

    @property
    def seconds(self) -> float | None:
        """How long the rest takes at this rate; None where that is not known, or none is left."""
        rate = self.rate
        if rate is None or self.total is None or self.done >= self.total:
            return None
        return (self.total - self.done) / rate

    @property
    def count(self) -> str:
        """What is to be said of the units; nothing before there is something to count."""
        if self.total is None:
            return f"{self.done:,} {self._unit}" if self.done else ""
        if not self._is_estimate:
            return f"{self.done:,} of {self.total:,} {self._unit}"
        return f"{self.done:,} of about {round_total(self.total, self.done):,} {self._unit}"

    def describe(self, room: int | None = None) -> str:
        """Say all that is known, or as much of it as ``room`` characters hold."""
        words = {"count": self.count}
        if (rate := self.rate) is not None:
            words["rate"] = describe_rate(rate)
        if (seconds := self.seconds) is not None:
            words["left"] = f"{describe_seconds(max(seconds, 1))} left"
            words["end"] = self._describe_end(seconds)
        if (still := self.still_seconds) is not None:
            words["left"] = f"nothing for {describe_seconds(still)}"
        for first_to_go in ("end", "rate", "left"):
            text = ", ".join(filter(None, words.values()))
            if room is None or len(text) <= room:
                return text
            words.pop(first_to_go, None)
        return self.count

    def _describe_end(self, seconds: float) -> str:
        if seconds < LONG_SECONDS:
            return ""
        left = timedelta(seconds=seconds)
        end = (self._clock.now() + left).astimezone()
        return f"ends about {end:%H:%M}" if left < DAY else f"ends about {end:%Y-%m-%d %H:%M}"


def round_total(total: int, done: int) -> int:
    """Round an estimate to two digits, so that it keeps still, but to no less than is done."""
    step = int(10 ** max(len(str(total)) - 2, 0))
    rounded = round(total / step) * step
    return rounded if rounded >= done else rounded + step


def describe_rate(rate: float) -> str:
    """Return a rate as one reads it: ``812 a second``, ``4.5 a second``, ``12.0 a minute``."""
    if rate < 1:
        return f"{60 * rate:.1f} a minute"
    return f"{rate:,.1f} a second" if rate < 10 else f"{rate:,.0f} a second"


def describe_seconds(seconds: float) -> str:
    """Return a time as an operator plans with it: ``40 s``, ``7 min``, ``3 h 20 min``."""
    if seconds < 90:
        return f"{round(seconds)} s"
    minutes = round(seconds / 60)
    if minutes < 90:
        return f"{minutes} min"
    return f"{minutes // 60} h {minutes % 60} min"
