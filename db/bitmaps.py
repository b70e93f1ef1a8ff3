"""Load: sets of rows of the archive, a few bits for each: there may be millions of them."""

from __future__ import annotations

from collections.abc import Iterable

from pyroaring import BitMap64


def collect_rows(archive_ids: Iterable[int]) -> BitMap64:
    """Return the set of these rows."""
    rows = BitMap64()
    for archive_id in archive_ids:
        # One by one: given all at once, they would be a list first.
        rows.add(archive_id)
    return rows
