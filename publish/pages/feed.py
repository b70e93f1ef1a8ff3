"""Publish: the feed of changes: an item for each of the last runs that changed something.

The ids follow from what the ledger says of a run when it begins, so that a feed is the same under
any address, from the live file and from a copy. A reader that asks again with the ``ETag`` it was
given is told in one query that nothing is new.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from typing import Any
from uuid import UUID, uuid5

from datasette.utils.asgi import Response

from publish.arranging import TITLE
from publish.asking import look_up
from publish.atom import CONTENT_TYPE, Feed, Item, Line, write_feed
from publish.crediting import find_sites
from publish.linking import find_path
from publish.pages.changes import STATUSES, tell_counts

IDS = UUID("d99570c8-6ac6-5e70-812f-103bb51ce413")
NEVER = "1970-01-01T00:00:00Z"
CHANGES: Mapping[str, str] = {
    "panel_ship_pct": "panel {} % → {} %",
    "verdict": "verdict {} → {}",
    "entry_price": "price {} → {}",
}

Row = Mapping[str, Any]


async def answer(datasette: Any, request: Any) -> Any:
    """Send the feed, or say that it is as it was."""
    runs = (await look_up(datasette, "feed_runs")).rows
    sites = await find_sites(datasette.get_database())
    rights = " ".join(f"{site.attribution}. {site.terms}" for site in sites)
    page_url = make_absolute(datasette, request, "/changes")
    tag = write_tag(repr([page_url, rights, [tuple(run.values()) for run in runs]]))
    headers = {"etag": tag, "cache-control": "public, max-age=300"}
    if is_known(request.headers.get("if-none-match", ""), tag):
        return Response(b"", 304, headers, CONTENT_TYPE)
    changes = (await look_up(datasette, "feed_changes")).rows if runs else ()
    listed = [run for run in runs if run["is_listed"]]
    items = tuple(build_item(datasette, request, run, changes) for run in listed)
    feed = Feed(
        id=make_id("changes", runs[-1:]),
        title=f"{TITLE}: changes",
        subtitle="What each run changed of entries and quotes",
        author=TITLE,
        rights=rights,
        updated_at=max((item.updated_at for item in items), default=NEVER),
        url=f"{page_url}.atom",
        page_url=page_url,
        items=items,
    )
    return Response(write_feed(feed), 200, headers, CONTENT_TYPE)


def build_item(datasette: Any, request: Any, run: Row, changes: Iterable[Row]) -> Item:
    """Tell of one run."""
    counted = tell_counts(run) or "what it had changed before is known, and not counted"
    lines = tuple(
        Line(
            tell_change(row),
            make_absolute(datasette, request, str(find_path("entry_id", row["entry_id"], ""))),
        )
        for row in changes
        if row["run_id"] == run["run_id"]
    )
    begun = run["started_at"].replace("T", " ")[:16]
    return Item(
        id=make_id("run", [run]),
        title=f"Run {run['run_id']}: {counted}",
        updated_at=run["updated_at"],
        url=make_absolute(datasette, request, f"/changes/{run['run_id']}"),
        summary=f"Run {run['run_id']} ({run['command']}, {begun} UTC) {STATUSES[run['status']]}: "
        f"{counted}.",
        lines=lines,
    )


def tell_change(row: Row) -> str:
    """Tell in one line what is different of an entry."""
    if row["is_first"]:
        return f"{row['entry']}: new"
    pairs = ((words, row[f"{name}_before"], row[name]) for name, words in CHANGES.items())
    told = [words.format(*pair) for words, *pair in pairs if None not in pair and len({*pair}) > 1]
    return f"{row['entry']}: {', '.join(told)}"


def make_id(kind: str, runs: Sequence[Row]) -> str:
    """Return the id of a run, or of the feed that begins with one."""
    names = ("run_id", "command", "started_at", "site")
    said = [[str(run[name] or "") for name in names] for run in runs]
    return uuid5(IDS, repr((kind, said))).urn


def make_absolute(datasette: Any, request: Any, path: str) -> str:
    """Return the whole address of a path, under the host that was asked."""
    return str(datasette.absolute_url(request, str(datasette.urls.path(path))))


def write_tag(said: str) -> str:
    """Return a weak validator (RFC 9110, 8.8.1) for what was said."""
    return f'W/"{sha256(said.encode()).hexdigest()[:32]}"'


def is_known(asked: str, tag: str) -> bool:
    """Tell whether an ``If-None-Match`` names a validator (RFC 9110, 13.1.2)."""
    known = {each.strip().removeprefix("W/") for each in asked.split(",")}
    return "*" in known or tag.removeprefix("W/") in known
