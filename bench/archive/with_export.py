"""Bench: what ``versusdb archive export`` writes, and the reader of ``archive import`` for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

from bench.archive import with_versusdb
from bench.archive.pages import Page, read_batches
from scraper.warc.reading import Stored, WarcReader
from scraper.warc.writing import WarcExport
from versusdb.files import ARCHIVE, open_for_reading

MOST_BYTES = 20_000_000


class OtherRecordError(Exception):
    """A snapshot that was not written, or a record that is no page."""


class Writer:
    """A WARC file of the archive that ``prepare`` has made."""

    def __init__(self, path: Path) -> None:
        """Open both files."""
        self._database = open_for_reading(_name_source(path), ARCHIVE)
        self._file = path.open("wb")
        export = WarcExport(self._database, self._file)
        self._written = export.write(
            software="versusdb", filename=path.name, at="2026-06-02T00:00:00Z"
        )

    def write(self, pages: Sequence[Page]) -> None:
        """Write as many pages, those that are next in the archive."""
        self._write(len(pages))

    def close(self) -> None:
        """Write what is left."""
        self._write(None)
        self._file.close()
        self._database.close()

    def _write(self, pages: int | None) -> None:
        for problem in islice(self._written, pages):
            if problem is not None:
                raise OtherRecordError(problem.message)


def prepare(path: Path, site: Path) -> None:
    """Archive the pages."""
    writer = with_versusdb.Writer(_name_source(path))
    for pages in read_batches(site):
        writer.write(pages)
    writer.close()


def read(path: Path) -> Iterator[bytes]:
    """Yield the pages as the import reads them; each is checked by its digest."""
    for item in WarcReader(site=None, max_bytes=MOST_BYTES).read(path, path.name):
        if not isinstance(item, Stored):
            raise OtherRecordError(str(item))
        yield item.response.body


def _name_source(path: Path) -> Path:
    return path.with_name("source.db")
