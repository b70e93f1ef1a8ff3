"""The command, with little patience: ``python -m tests.impatient SECONDS ARGUMENT…``.

What waits half a minute for an operator waits these seconds here, and what may be 20 MB large may
be one. All else is the command as it is.
"""

from __future__ import annotations

import sys
from functools import partial
from typing import Any

import pytest

from scraper.client import Client
from versusdb.frame import main

LIMITS = {
    "scraper.pacing.LEAST_BACKOFF": 0.01,
    "scraper.crawling.MAX_PAGE_BYTES": 1_000_000,
    "scraper.discovery.MAX_BYTES": 1_000_000,
    "scraper.sitemaps.MAX_BYTES": 1_000_000,
    "scraper.discovery.MAX_SITEMAPS": 5,
}


def run() -> None:
    """Run the command."""
    seconds = float(sys.argv.pop(1))
    client = partial(Client, timeout=seconds, deadline=1.8 * seconds)
    limits: dict[str, Any] = {**LIMITS, "versusdb.settings.Client": client}
    with pytest.MonkeyPatch.context() as patch:
        for name, value in limits.items():
            patch.setattr(name, value)
        main()


if __name__ == "__main__":
    run()
