"""Bench: many researchers at once: requests at a steady rate, whatever the server does with them.

A request is sent when its time has come, also while others are still unanswered, and its time is
counted from then on: a server that stands still for a second is slow for all who came meanwhile.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence

import httpx
from msgspec import Struct

SECONDS_TO_ANSWER = 60.0


class Asked(Struct, frozen=True):
    """What became of one request: its kind, status, milliseconds; 0 where no answer came."""

    kind: str
    status: int
    milliseconds: float
    says_locked: bool


def ask_all(address: str, requests: Sequence[tuple[str, str]], rate: float) -> list[Asked]:
    """Send requests, each a kind and a path, at so many a second; return what became of them."""
    return asyncio.run(_ask_all(address, requests, rate))


async def _ask_all(address: str, requests: Sequence[tuple[str, str]], rate: float) -> list[Asked]:
    async with httpx.AsyncClient(base_url=address, timeout=SECONDS_TO_ANSWER) as client:
        begin = time.perf_counter()
        return await asyncio.gather(
            *(
                _ask(client, kind, path, begin + number / rate)
                for number, (kind, path) in enumerate(requests)
            )
        )


async def _ask(client: httpx.AsyncClient, kind: str, path: str, due: float) -> Asked:
    await asyncio.sleep(max(0.0, due - time.perf_counter()))
    try:
        answer = await client.get(path, follow_redirects=True)
    except httpx.HTTPError:
        return Asked(kind, 0, 1000 * (time.perf_counter() - due), says_locked=False)
    taken = 1000 * (time.perf_counter() - due)
    return Asked(kind, answer.status_code, taken, says_locked="database is locked" in answer.text)
