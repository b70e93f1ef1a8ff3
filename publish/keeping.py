"""Publish: keeps answers that are dear for a minute, so that a page that many open costs little.

What is answered quickly is asked anew each time, for the file is live. A kept answer says as of
when it is. One that failed for want of time is kept like the others, lest each visitor wait.
"""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from time import monotonic
from typing import Any
from weakref import WeakKeyDictionary

from publish.asking import Answer, ask

SECONDS_KEPT = 60.0
SECONDS_DEAR = 0.1


@dataclass(frozen=True, slots=True)
class Shelf:
    """The answers kept for one app, with the time until which they are, by the query's name."""

    answers: dict[str, tuple[Answer, float]] = field(default_factory=dict)
    locks: defaultdict[str, asyncio.Lock] = field(default_factory=lambda: defaultdict(asyncio.Lock))


_SHELVES: WeakKeyDictionary[Any, Shelf] = WeakKeyDictionary()


async def ask_or_keep(datasette: Any, name: str, clock: Callable[[], float] = monotonic) -> Answer:
    """Ask a stored query without parameters, or return its answer of less than a minute ago."""
    shelf = _SHELVES.setdefault(datasette, Shelf())
    async with shelf.locks[name]:  # Those who come meanwhile wait for the one answer.
        kept, until = shelf.answers.get(name, (None, 0.0))
        if kept is not None and clock() < until:
            return kept
        began, now = clock(), datetime.now(UTC)
        answer = await ask(datasette, name)
        if clock() - began > SECONDS_DEAR:
            answer = replace(answer, as_of=f"{now:%Y-%m-%d %H:%M} UTC")
            shelf.answers[name] = (answer, began + SECONDS_KEPT)
        return answer
