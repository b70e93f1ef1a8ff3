"""Publish: has stored pages read anew, one at a time, in a thread beside those that answer.

What reads them is handed in by whoever has the archive: a function of a snapshot's id and of the
SHA-256 of its bytes, that returns the record with the evidence of each field. A stranger may ask
for many: those that would wait for long are told to come again.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from publish.errors import EvidenceError

Explain = Callable[[str, str], Mapping[str, Any]]

MOST_WAITING = 20


class Explaining:
    """One thread that explains stored pages; ``close`` waits for the one that it is at."""

    def __init__(self, explain: Explain) -> None:
        self._explain = explain
        self._executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix="explaining")
        self._waiting = 0

    async def ask(self, snapshot_id: str, sha256: str) -> Mapping[str, Any]:
        """Return what a page says with its evidence; raise EvidenceError if that cannot be told."""
        if self._waiting >= MOST_WAITING:
            raise EvidenceError("Many pages are being read just now: ask again in a moment.")
        self._waiting += 1
        try:
            loop = asyncio.get_running_loop()
            return await loop.run_in_executor(self._executor, self._explain, snapshot_id, sha256)
        finally:
            self._waiting -= 1

    def close(self) -> None:
        """End the thread, and leave what waits unread."""
        self._executor.shutdown(cancel_futures=True)
