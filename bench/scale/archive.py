"""Bench: a crawl of an invented site as a WARC file, one gzip member for each page."""

from __future__ import annotations

import os
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from io import BytesIO
from itertools import count, islice
from multiprocessing import get_context
from pathlib import Path

from bench.content import write_comparison
from bench.load.small import write_small
from bench.pages import write_page
from scraper.warc.messages import write_message
from scraper.warc.records import write_record


def write_archive(path: Path, pages: int, size: int | None) -> None:
    """Write so many pages, no address twice, each of about ``size`` bytes; None for small ones."""
    seeds = islice(list_seeds(), pages)
    with (
        ProcessPoolExecutor(os.cpu_count(), get_context("spawn")) as pool,
        path.open("wb") as file,
    ):
        for record in pool.map(partial(write_answer, size), seeds, chunksize=50):
            file.write(record)


def list_seeds() -> Iterator[int]:
    """Iterate over the seeds of pages, of which no two have one address."""
    known: set[str | None] = set()
    for seed in count(1):
        url = write_comparison(seed, "").url
        if url not in known:
            known.add(url)
            yield seed


def write_answer(size: int | None, seed: int) -> bytes:
    """Return the record of one page."""
    if size is None:
        record = write_comparison(seed, "")
        body = write_small(record)
    else:
        page = write_page(size, seed=seed)
        record, body = page.record, page.body
    fields = [
        ("WARC-Type", "response"),
        ("WARC-Record-ID", f"<urn:uuid:00000000-0000-4000-8000-{seed:012}>"),
        ("WARC-Target-URI", record.url or ""),
        ("WARC-Date", f"2026-05-{1 + seed % 28:02}T12:00:00Z"),
        ("Content-Type", "application/http;msgtype=response"),
    ]
    headers = (("Content-Type", "text/html; charset=utf-8"), ("Content-Length", str(len(body))))
    out = BytesIO()
    write_record(out, fields, write_message("HTTP/1.1 200 OK", headers, body))
    return out.getvalue()
