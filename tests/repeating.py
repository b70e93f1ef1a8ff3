"""Pages that are observed again and again, as they were or changed."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from db.keys import snapshot_key
from parsers.reading import parse_page
from parsers.records import Comparison
from tests.observing import A, B, C, Observation, observe
from tests.pages import review, write_html, write_text

A2 = replace(A, price="Paid", ships=(True, True, False, False))
OTHER = "Changed my mind about it."
TEXT = write_text([A, B]).encode()


def vote(page: str) -> str:
    """Return a page on which the community has voted."""
    return page.replace("No community votes yet", "71% · 100 votes")


def elsewhere(observation: Observation) -> Observation:
    """Return a page as another address of its site shows it, too."""
    snapshot, reading = observation
    return replace(snapshot, address=f"{snapshot.address}?from=mail"), reading


def read_poorly() -> Observation:
    """Return the page of A and B in plain text, which states less and derives the rest."""
    snapshot, _ = observe([A, B], 1)
    reading = parse_page(
        TEXT, source="x", host=snapshot.site, address=snapshot.address, content_type="text/plain"
    )
    return replace(snapshot, sha256="7" * 64, content_type="text/plain"), reading


def read_by(observation: Observation, reader: str) -> Observation:
    """Return what this version of the reader makes of a page: the second one reads less."""
    snapshot, reading = observation
    record = reading.record
    if reader != "2" or not isinstance(record, Comparison):
        return observation
    tools = (replace(record.tools[0], category="Misread", tagline=None), *record.tools[1:])
    record = replace(record, title="Misread", tools=tools, quotes=record.quotes[1:], issues=())
    return snapshot, replace(reading, record=record)


def derive_badges() -> Observation:
    """Return the page of A2 and B in a markup that prints no badge."""
    snapshot, reading = observe([A2, B], 1)
    record = reading.record
    assert isinstance(record, Comparison)
    tools = tuple(replace(tool, derived=("verdict",)) for tool in record.tools)
    return replace(snapshot, sha256="8" * 64), replace(reading, record=replace(record, tools=tools))


PAGES = [
    observe([A, B], 1),
    observe([A2, B], 1),
    observe([A, B], 1, write_html([A, B]).replace(review(A, 1), OTHER)),
    observe([A, B], 1, "<h1>A page that is no comparison</h1>"),
    observe([A, B], 1, write_html([A, B]).replace(">75%<", ">7%<")),
    observe([A, B], 1, write_html([A, B]).replace(review(A, 1), OTHER).replace(">50%<", ">500%<")),
    read_poorly(),
    elsewhere(observe([A, B], 1)),
    elsewhere(observe([A2, B], 1)),
    observe([A, C], 1),
    observe([A2, C], 1),
    observe([A, C], 1, write_html([A, C]).replace(review(A, 1), OTHER)),
    derive_badges(),
    observe([A, B], 1, vote(write_html([A, B]))),
    observe([A, C], 1, vote(write_html([A, C]))),
    observe([A, B], 1, write_html([A, B]).replace(review(A, 1), review(A, 0))),
]


def at(observation: Observation, day: int, archive_id: int) -> Observation:
    """Return what was observed as observed again on another day."""
    snapshot, reading = observation
    observed_at = f"2026-05-{day:02}T12:00:00Z"
    return replace(snapshot, observed_at=observed_at, archive_id=archive_id), reading


def list_observations(seen: Sequence[tuple[int, int]]) -> list[tuple[Observation, int | None]]:
    """Return pages on days, each with the archive's row of the same bytes before it."""
    archive: dict[str, int] = {}
    latest: dict[int, int] = {}
    listed = []
    for page, day in seen:
        observation = at(PAGES[page], day, len(archive) + 1)
        key = snapshot_key(observation[0])
        is_new = key not in archive
        archive_id = archive.setdefault(key, len(archive) + 1)
        same_as = latest.get(page) if is_new else None
        listed.append((at(PAGES[page], day, archive_id), same_as))
        latest[page] = archive_id
    return listed
