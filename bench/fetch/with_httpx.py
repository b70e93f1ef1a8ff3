"""Bench: the HTTP exchange alone: httpx asks for every page, and again with its validator.

``python -m bench.fetch.with_httpx SITEMAP`` prints the seconds of both rounds as JSON.
"""

from __future__ import annotations

import json
import re
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

import httpx

_LOC = re.compile("<loc>(.*?)</loc>")


def main(sitemap: str) -> None:
    """Ask for the pages of a sitemap twice, one after the other on one connection."""
    with httpx.Client(trust_env=False) as client:
        addresses = _LOC.findall(client.get(sitemap).text)
        tags = {}
        spent: dict[str, dict[str, float]] = {}
        with _clock(spent, "full"):
            for address in addresses:
                tags[address] = client.get(address).headers["ETag"]
        with _clock(spent, "conditional"):
            for address, tag in tags.items():
                answer = client.get(address, headers={"If-None-Match": tag})
                assert answer.status_code == 304
    print(json.dumps(spent))


@contextmanager
def _clock(spent: dict[str, dict[str, float]], name: str) -> Iterator[None]:
    start, cpu = time.perf_counter(), time.process_time()
    yield
    spent[name] = {
        "seconds": time.perf_counter() - start,
        "cpu_seconds": time.process_time() - cpu,
    }


if __name__ == "__main__":
    main(sys.argv[1])
