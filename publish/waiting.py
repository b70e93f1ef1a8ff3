"""Publish: who waits for what is made for one at a time, and for how long.

A server that lets everybody wait is held up by a few who ask and leave: it would go on making what
nobody takes. So only some may wait, none for long, and who has gone loses the place at once.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from contextlib import asynccontextmanager
from typing import Any

from publish.errors import BusyError

MOST_WAITING = 4
SECONDS_TO_WAIT = 30
# Of one turn, should what is made have a time limit that does not hold.
SECONDS_OF_A_TURN = 90
BUSY = "Others are being served files now; ask again in a moment."

Receive = Callable[[], Awaitable[dict[str, Any]]]


class Line:
    """A line of those who wait for their turn."""

    def __init__(self) -> None:
        self._turn = asyncio.Lock()
        self._waiting = 0

    @asynccontextmanager
    async def take_turn(self) -> AsyncIterator[None]:
        """Wait for a turn and hold it; raise BusyError where that is too long."""
        if self._waiting >= MOST_WAITING:
            raise BusyError(BUSY)
        self._waiting += 1
        try:
            async with asyncio.timeout(SECONDS_TO_WAIT):
                await self._turn.acquire()
        except TimeoutError as error:
            raise BusyError(BUSY) from error
        finally:
            self._waiting -= 1
        try:
            async with asyncio.timeout(SECONDS_OF_A_TURN):
                yield
        except TimeoutError as error:
            raise BusyError(BUSY) from error
        finally:
            self._turn.release()


async def work_while_there(receive: Receive, work: Coroutine[Any, Any, Any]) -> Any:
    """Do work for a client, and cancel it when the client goes; then return None."""
    working = asyncio.ensure_future(work)
    leaving = asyncio.ensure_future(wait_until_gone(receive))
    try:
        await asyncio.wait({working, leaving}, return_when=asyncio.FIRST_COMPLETED)
    finally:
        leaving.cancel()
        working.cancel()
        await asyncio.wait({working})
    return None if working.cancelled() else working.result()


async def wait_until_gone(receive: Receive) -> None:
    """Wait until the server says that the client has gone."""
    while (await receive())["type"] != "http.disconnect":
        pass
