"""Parse: the one door. Bytes and what is known of them in, a reading out.

The first view of a page (``parsers.views``) that reads without an issue counts; else, of those
that show the whole page, the one with the fewest issues.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from parsers.addresses import Origin, name_page
from parsers.blocks import Page
from parsers.bounds import TooComplex
from parsers.kinds import list_kinds, read_kinds
from parsers.records import Comparison, Evidence, Issue, Reading, Unknown
from parsers.sites import Site, find_site, list_sites
from parsers.views import CONTENT, NotText, list_views

MOST_BYTES = 20_000_000


def parse_page(
    body: bytes,
    *,
    source: str,
    address: str | None = None,
    content_type: str | None = None,
    host: str | None = None,
) -> Reading:
    """Return what a page says.

    ``source`` is the path or address as given. ``address`` is where the bytes came from, None
    for a local file. ``host`` is the site it is to be read as, a mirror of it included. Only a
    file with neither takes its site from the reader, and then says ``"site"`` in ``derived``.
    """
    origin = Origin(source, address, host)
    if len(body) > MOST_BYTES:
        return _refuse(origin, "too_large", f"at most {MOST_BYTES} bytes", f"{len(body)} bytes")
    if not body.strip():
        return _refuse(origin, "empty", "a page", "no bytes" if not body else "white space only")
    known = find_site(origin.site_host)
    readings: list[Reading] = []
    try:
        for site in [known] if known else _order_sites(body):
            readings.append(_read_as(site, body, content_type, origin))
            if not readings[-1].record.issues:
                break
    except TooComplex as error:
        return _refuse(origin, "too_complex", error.expected, error.found)
    except NotText:
        return _refuse(origin, "not_text", "HTML or plain text", f"bytes that begin {body[:8]!r}")
    return min(readings, key=_rank)


def _order_sites(body: bytes) -> Iterator[Site]:
    """Yield the sites, those first of which the page holds a label as the site writes it."""
    others: list[Site] = []
    for site in list_sites():
        tool = site.tool_labels
        labels = (site.labels.panel, *(() if tool is None else (tool.take, tool.share, tool.embed)))
        if any(label.encode() in body for label in labels):
            yield site
        else:
            others.append(site)
    yield from others


def _read_as(site: Site, body: bytes, content_type: str | None, origin: Origin) -> Reading:
    labels = frozenset(label for kind in list_kinds(site) for label in kind.labels)
    readings: list[Reading] = []
    for view in list_views(body, content_type, site.landmarks, labels):
        reading = _read_view(view, site, origin)
        # The breadcrumb of a tool's page may stand before the part that holds the content.
        is_whole = view.reader != CONTENT or isinstance(reading.record, Comparison)
        if is_whole and not reading.record.issues:
            return reading
        if view.reader != CONTENT:
            readings.append(reading)
    return min(readings, key=_rank)


def _read_view(view: Page, site: Site, origin: Origin) -> Reading:
    url, own_host = name_page(view.canonical, origin)
    host, derived = own_host or site.host, () if own_host else ("site",)
    if host.removeprefix("www.") == site.host:
        host = site.host  # entries are keyed by it
    reading = read_kinds(view, site=site, source=origin.source, url=url, host=host, derived=derived)
    rule = "labels that are the site's" if derived else "address of the page, or the site given"
    known = [Evidence("site", None, rule, host)]
    if url is not None:
        known.append(Evidence("url", None, "address that the page states, or came from", url))
    return replace(reading, evidence=(*reading.evidence, *known))


def _rank(reading: Reading) -> tuple[bool, int]:
    return isinstance(reading.record, Unknown), len(reading.record.issues)


def _refuse(origin: Origin, code: str, expected: str, found: str) -> Reading:
    """Give up a page; it goes by the address that it will have when it can be read."""
    issue = Issue(code=code, field="", message="this is no page", expected=expected, found=found)
    url, _ = name_page(None, origin)
    return Reading(Unknown(source=origin.source, url=url, issues=(issue,)), "none")
