"""Bench: dlt as it is by default: no table has a key, and its merge finds what came twice."""

from __future__ import annotations

from bench.load import with_dlt


class Loader(with_dlt.Loader):
    """Three tables without keys, which are given a row each time that a page shows it."""

    has_keys = False
