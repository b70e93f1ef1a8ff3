"""Archives of pages of several kinds, and readers that were worse."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from parsers.reading import parse_page
from parsers.records import Comparison, Reading
from scraper.archive import Archive
from scraper.response import Response
from tests.drifting import select
from tests.observing import A, B, C
from tests.pages import review, write_html, write_text
from tests.tool_pages import ADDRESS, PAGE
from versusdb.bugs import Parse
from versusdb.ingesting import Settings, ingest
from versusdb.progress import show_progress
from versusdb.reparsing import Settings as Again
from versusdb.reparsing import reparse
from versusdb.retelling import Retold
from versusdb.store import open_store
from versusdb.working import Tools

SITE = "shiporskip.io"
A2 = replace(A, price="Paid", ships=(True, True, False, False))
OTHER = "Changed my mind about it."


class Kept(Struct, frozen=True):
    """A page in an archive: where it is from, None for a file, and what it shows."""

    address: str | None
    body: str
    content_type: str = "text/html"


def name_page(*slugs: str) -> str:
    """Return the address of a comparison."""
    return f"https://{SITE}/compare/{'-vs-'.join(slugs)}"


AB = name_page("tintype-2026", "gravelbed")
AC = name_page("tintype-2026", "osier")
FULL = write_html([A, B])
BROKEN = "not a page \x00\x01"
KEPT = (
    Kept(AB, FULL),
    Kept(AB, write_html([A2, B])),
    Kept(AB, FULL.replace(review(A, 1), OTHER)),
    Kept(AB, FULL.replace(">75%<", ">7%<")),
    Kept(AB, FULL.replace(review(A, 1), OTHER).replace(">50%<", ">500%<")),
    Kept(AC, write_html([A2, C])),
    Kept(None, write_text([A, B])),
    Kept(None, FULL),
    Kept(ADDRESS, PAGE),
    Kept(f"https://{SITE}/about", "<h1>A page that is no comparison</h1>"),
)


def keep(path: Path, pages: Iterable[tuple[Kept, int]]) -> None:
    """Put pages into the archive of a database, as they were on days of May."""
    with open_store(path) as store:
        archive = Archive(store.archive)
        for page, day in pages:
            response = Response(
                role="page",
                source=page.address or "page.html",
                address=page.address,
                site=SITE,
                observed_at=f"2026-05-{day:02}T12:00:00Z",
                status=200 if page.address else None,
                headers=(("Content-Type", page.content_type),) if page.address else (),
                request_headers=(),
                body=page.body.encode(),
            )
            archive.archive(response)


def read_unread(path: Path, parse: Parse = parse_page) -> None:
    """Load what is in the archive and was not read yet."""
    with show_progress("Reading") as progress:
        ingest(path, Settings(accept_drift=True), Tools(progress=progress, parse=parse))


def age(path: Path) -> None:
    """Make all readings those of an older reader."""
    select(path, "UPDATE readings SET reader_version = 'older'")


def read_again(path: Path, parse: Parse = parse_page, **options: Any) -> Retold:
    """Reparse."""
    with show_progress("Reading") as progress:
        return reparse(path, Again(**options), Tools(progress=progress, parse=parse))


def misread(body: bytes, **known: Any) -> Reading:
    """Read as a worse reader did: another category, no tagline, no issue, and one quote for two."""
    reading = parse_page(body, **known)
    record = reading.record
    if not isinstance(record, Comparison):
        return reading
    first = replace(record.tools[0], category="Misread", tagline=None)
    quotes = record.quotes[1:]
    if quotes:
        quotes = (replace(quotes[0], text="Misread"), *quotes[1:])
    record = replace(record, tools=(first, *record.tools[1:]), quotes=quotes, issues=())
    return replace(reading, record=record)
