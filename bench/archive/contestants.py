"""Bench: who keeps the pages, in which file. A peer is imported in the process that it works in.

A module has a ``Writer`` (made with a path; ``write`` takes a batch of pages, ``close`` ends) and
``read``, which yields the pages' bytes in their order. It may have ``read_checked``, which does so
and checks digests where ``read`` does not; ``open_picker``, a context with a function that returns
the bytes of a page by its number; and ``prepare``, which makes before the clock starts what the
writer needs beside the pages.
"""

from __future__ import annotations

from importlib.util import find_spec

from msgspec import Struct


class Contestant(Struct, frozen=True):
    """A name as the tables have it, the library, its module here, and the name of its file."""

    name: str
    library: str
    module: str
    file: str
    checks: bool = False
    picks: bool = True

    @property
    def is_installed(self) -> bool:
        """Whether the library is there."""
        return find_spec(self.library) is not None


LIMIT = Contestant("a flat file", "zstandard", "bench.archive.with_flat", "flat")
OURS = Contestant("**versusdb**", "scraper", "bench.archive.with_versusdb", "versusdb.db")
EXPORT = Contestant(
    "**versusdb**, its WARC export",
    "scraper",
    "bench.archive.with_export",
    "export.warc.gz",
    picks=False,
)
WARCIO = Contestant(
    "warcio, gzip", "warcio", "bench.archive.with_warcio", "warcio.warc.gz", checks=True
)
FASTWARC = Contestant(
    "FastWARC, gzip", "fastwarc", "bench.archive.with_fastwarc", "fastwarc.warc.gz", checks=True
)
FASTWARC_ZSTD = Contestant(
    "FastWARC, zstd with a dictionary",
    "fastwarc",
    "bench.archive.with_fastwarc_zstd",
    "fastwarc.warc.zst",
    checks=True,
)
CONTESTANTS = (OURS, EXPORT, WARCIO, FASTWARC, FASTWARC_ZSTD)
