"""Fetch: placeholder until merged."""

from __future__ import annotations

from scraper.response import Response


def recognise_block(response: Response) -> str | None:
    """Return None."""
    return None
