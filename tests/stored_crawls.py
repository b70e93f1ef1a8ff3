"""A crawl as an organisation keeps it: WARC files of comparisons, with all that occurs in them."""

from __future__ import annotations

import hashlib
import random
from pathlib import Path
from typing import Any

from scraper.crawling import MAX_PAGE_BYTES
from tests.crawled import COMPARED, name_page, select, write_page
from tests.poisoned import POISON
from tests.warcs import Writer, write_warc
from versusdb.store import name_archive

LATER = "2026-05-01T10:00:00Z"
SAME = "http://netpreserve.org/warc/1.0/revisit/identical-payload-digest"
UNMODIFIED = "http://netpreserve.org/warc/1.0/revisit/server-not-modified"
PARTS = 3


def add_page(warc: Writer, name: str, *, padding: str = "") -> None:
    """Write a comparison, with the request that brought it."""
    number = hashlib.sha256(name.encode()).hexdigest()
    record, address = f"<urn:x:{number}>", COMPARED + name_page(name)
    warc.add(address=address, body=write_page(name) + padding.encode(), WARC_Record_ID=record)
    warc.ask(address, WARC_Concurrent_To=record, WARC_Record_ID=f"<urn:x:{number}-request>")


def add_pages(warc: Writer, name: str, count: int) -> None:
    """Write so many comparisons."""
    for number in range(count):
        add_page(warc, f"{name}{number}")


def add_revisit(warc: Writer, of: str, name: str, profile: str = SAME) -> None:
    """Write that a page showed, a week later, the bytes of another one."""
    digest = f"sha256:{hashlib.sha256(write_page(of)).hexdigest()}"
    address = COMPARED + name_page(name)
    fields: dict[str, Any] = {} if profile == UNMODIFIED else {"WARC_Payload_Digest": digest}
    warc.add("revisit", address, b"", WARC_Date=LATER, WARC_Profile=profile, **fields)


def write_crawl(folder: Path) -> None:
    """Write files that are sound and files that are not, with pages of both kinds."""
    (folder / "sub").mkdir(parents=True)
    with write_warc(folder / "a.warc.gz") as warc:
        add_pages(warc, "Alder", 12)
        # Bytes that come before them, in this file, and after them, in this one and the next.
        add_revisit(warc, "Alder3", "Alder3")
        add_revisit(warc, "Birch5", "Birch5")
        add_revisit(warc, "Alder13", "Alder13")
        add_page(warc, "Alder13")
        add_revisit(warc, "Alder4", "Alder4", UNMODIFIED)
    with write_warc(folder / "b.warc", is_gzip=False) as warc:
        add_pages(warc, "Birch", 12)
        add_revisit(warc, "Alder7", "Alder7")
        add_revisit(warc, "Nothing", "Nothing")
    with write_warc(folder / "c.warc.gz") as warc:
        page = COMPARED + name_page("Cedar")
        warc.add(address=page, body=b"", status="302 Found", headers=[("Location", "/")])
        warc.add(address=f"{COMPARED}/robots.txt", body=b"User-agent: *", headers=())
        warc.add(address=f"{COMPARED}/x.png", headers=[("Content-Type", "image/png")])
        warc.add(address=page, status="404 Not Found")
        warc.add("metadata", page)
        warc.add(address="dns:shiporskip.io", has_head=False)
        warc.add(address=page, body=b"<title>no comparison</title>")
        warc.add(address=COMPARED + name_page("Yew"), body=write_page("Yew") + POISON)
        warc.add(address=COMPARED + name_page("Elm"), body=bytes(MAX_PAGE_BYTES + 1))
        add_pages(warc, "Cedar", 3)
    with write_warc(folder / "d.warc.gz") as warc:
        add_pages(warc, "Damson", 6)
    whole = (folder / "d.warc.gz").read_bytes()
    (folder / "d.warc.gz").write_bytes(whole[: len(whole) * 2 // 3])
    write_large(folder / "e.warc.gz")
    (folder / "f.warc.gz").write_bytes(b"")
    (folder / "g.warc.gz").write_text("no WARC file at all")
    with write_warc(folder / "sub" / "h.warc.gz") as warc:
        add_pages(warc, "Hazel", 3)


def write_large(path: Path) -> None:
    """Write a file that is read in ``PARTS`` parts."""
    dice = random.Random(8)  # noqa: S311 - the same file each time
    with write_warc(path) as warc:
        for number in range(16 * PARTS):
            add_page(warc, f"Larch{number}", padding=f"<!-- {dice.randbytes(120_000).hex()} -->")


def read_content(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Return all that a database says of its pages, and its archive, ids included.

    What is told of runs is left out, and when a problem was met.
    """
    views = select(path, "SELECT name FROM sqlite_schema WHERE name LIKE 'v1_%' AND type = 'view'")
    content = {"archive": select(name_archive(path), "SELECT * FROM snapshots ORDER BY archive_id")}
    for (view,) in views:
        names = [row[1] for row in select(path, f"PRAGMA table_info({view})")]
        of_run = {"run_id"} | (
            {n for n in names if n.endswith("_at")} if view == "v1_issues" else set()
        )
        columns = ", ".join(name for name in names if name not in of_run)
        if view not in ("v1_runs", "v1_coverage"):
            content[view] = sorted(select(path, f"SELECT {columns} FROM {view}"), key=repr)
    return content
