"""Bench: the CPU time of contestants that take turns, each beside its limit.

The machines are shared, and their speed changes within seconds. So turns are short, the limit
has one before and one after each contestant's, and a ratio is taken there and then; what is
reported is the median of many. The garbage collector runs before a turn and not during it, as
in ``timeit``.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Mapping, Sequence
from statistics import median, quantiles

from msgspec import Struct

DISTURBED = 1.2
_TURN_SECONDS = 0.03


class Timing(Struct, frozen=True):
    """What the turns of one contestant took: ratios to the limit, and milliseconds a call."""

    ratios: tuple[float, ...]
    milliseconds: tuple[float, ...]

    @property
    def ratio(self) -> float:
        """The median ratio to the limit."""
        return median(self.ratios)

    @property
    def middle(self) -> tuple[float, float]:
        """The ratios between which the middle half of the turns lies."""
        low, _, high = quantiles(self.ratios, n=4)
        return low, high


def time_turns(
    limit: Callable[[], object], contestants: Mapping[str, Callable[[], object]], rounds: int
) -> dict[str, Timing]:
    """Return the timing of each contestant and, under the empty name, of the limit itself."""
    counts = {name: _count_calls(call) for name, call in contestants.items()}
    limit_calls = _count_calls(limit)
    ratios: dict[str, list[float]] = {name: [] for name in contestants}
    times: dict[str, list[float]] = {name: [] for name in contestants}
    limits: list[float] = []
    order = list(contestants)
    for _ in range(rounds):
        before = _time_turn(limit, limit_calls)
        for name in order:
            taken = _time_turn(contestants[name], counts[name])
            after = _time_turn(limit, limit_calls)
            times[name].append(taken)
            ratios[name].append(2 * taken / (before + after))
            limits.append(after)
            before = after
        order.append(order.pop(0))
    timings = {name: Timing(tuple(ratios[name]), tuple(times[name])) for name in contestants}
    middle = median(limits)
    return {"": Timing(tuple(each / middle for each in limits), tuple(limits))} | timings


def is_disturbed(limits: Sequence[float]) -> bool:
    """Tell whether the limit's own turns say so: their middle half lies further apart than 20%."""
    if not limits[1:]:
        return False
    low, _, high = quantiles(limits, n=4)
    return high > DISTURBED * low


def _count_calls(call: Callable[[], object]) -> int:
    """Return how many calls fill a turn; the first call of all, which warms up, is not counted."""
    call()
    return max(1, round(_TURN_SECONDS * 1000 / _time_turn(call, 2)))


def _time_turn(call: Callable[[], object], calls: int) -> float:
    """Return the milliseconds of CPU time that a call takes, over a number of calls."""
    gc.collect()
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        start = time.process_time()
        for _ in range(calls):
            call()
        end = time.process_time()
    finally:
        if was_enabled:
            gc.enable()
    return (end - start) * 1000 / calls
