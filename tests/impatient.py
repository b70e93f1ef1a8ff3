"""The command, with little patience and small limits: ``python -m tests.impatient ARGUMENT…``.

What waits half a minute for an operator waits half a second here, and what may be 20 MB large may
be one. All else is the command as it is.
"""

from __future__ import annotations

from functools import partial

import pytest

from scraper.client import Client
from versusdb.frame import main

LIMITS = {
    "versusdb.settings.Client": partial(Client, timeout=0.5, deadline=0.9),
    "scraper.pacing.LEAST_BACKOFF": 0.01,
    "scraper.crawling.MAX_PAGE_BYTES": 1_000_000,
    "scraper.discovery.MAX_BYTES": 1_000_000,
    "scraper.sitemaps.MAX_BYTES": 1_000_000,
    "scraper.discovery.MAX_SITEMAPS": 5,
}


def run() -> None:
    """Run the command."""
    with pytest.MonkeyPatch.context() as patch:
        for name, value in LIMITS.items():
            patch.setattr(name, value)
        main()


if __name__ == "__main__":
    run()
