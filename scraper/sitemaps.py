"""Fetch: sitemaps read as what they list, within bounds, whatever shape they arrive in.

A sitemap is XML, gzipped or not, a feed (RSS 2.0, Atom), or text with one address a line:
sitemaps.org allows all of them. The reader builds no tree: a document of any size costs no more
than the addresses it lists. Names are compared without their namespace, which many sitemaps lack
or get wrong.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from lxml import etree
from msgspec import Struct
from msgspec.structs import replace

from scraper.addresses import MAX_LENGTH
from scraper.decoding import GZIP_MAGIC, decompress_gzip
from scraper.errors import BrokenResponseError, SitemapError
from scraper.times import format_time

MAX_BYTES = 50 * 1024 * 1024
MAX_ADDRESSES = 50_000
BYTES_AT_ONCE = 65_536
BYTES_TO_KNOW = 4096
UTF8_MARK = b"\xef\xbb\xbf"
BARE_AMPERSAND = re.compile(rb"&(?!(?:[A-Za-z]\w*|#\d+|#x[0-9A-Fa-f]+);)")
ROOT = re.compile(rb"<(?:[\w.-]+:)?(?:urlset|sitemapindex)[\s/>]")
PROLOG = ((b"<?", b"?>"), (b"<!--", b"-->"), (b"<!DOCTYPE", b">"))
LINE = re.compile(rb"\S[^\r\n]*")
ADDRESS = re.compile(rb"https?://", re.IGNORECASE)
W3C_TIME = re.compile(
    r"\d{4}(?:-\d\d(?:-\d\d(T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:\d\d))?)?)?", re.ASCII
)


class Entry(Struct, frozen=True):
    """An address as a sitemap lists it, and when it says that the page changed: a hint only.

    ``lastmod`` is as exact as the sitemap is: ``2026``, ``2026-04``, ``2026-04-24``, or a time in
    UTC, ``2026-04-24T12:00:00Z``.
    """

    address: str
    lastmod: str | None = None


class Sitemap(Struct, frozen=True):
    """What a sitemap lists, in order.

    ``damage`` says what of it could not be read, ``limit`` that it goes on beyond what is read.
    """

    is_index: bool
    entries: tuple[Entry, ...]
    damage: str | None = None
    limit: str | None = None


class Form(Struct, frozen=True):
    """Where a kind of sitemap has its entries, and what in them names the page and the change."""

    entry: tuple[str, ...]
    address: str
    changed: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """All that is read of an entry."""
        return (self.address, *self.changed)


# An RSS item says when it was published, not when its page changed.
FORMS = {
    "urlset": Form(("urlset", "url"), "loc", ("lastmod",)),
    "sitemapindex": Form(("sitemapindex", "sitemap"), "loc", ("lastmod",)),
    "rss": Form(("rss", "channel", "item"), "link"),
    "feed": Form(("feed", "entry"), "link", ("updated", "modified")),
}


def is_sitemap(body: bytes) -> bool:
    """Tell from its first bytes whether a body is an XML sitemap, gzipped or not.

    A feed or a text is one only where a sitemap was asked for.
    """
    if body.startswith(GZIP_MAGIC):
        try:
            # Cut input is as good as whole here, so only the cut output counts.
            body, _ = decompress_gzip(body, BYTES_TO_KNOW)
        except BrokenResponseError:
            return False
    return ROOT.match(skip_prolog(body[:BYTES_TO_KNOW])) is not None


def skip_prolog(head: bytes) -> bytes:
    """Drop what may stand before the root element."""
    head = head.lstrip().removeprefix(UTF8_MARK).lstrip()
    while closing := next((end for start, end in PROLOG if head.startswith(start)), None):
        head = head.partition(closing)[2].lstrip()
    return head


def read_sitemap(body: bytes) -> Sitemap:
    """Read a sitemap or a sitemap index; raise ``SitemapError`` for anything else."""
    is_cut = False
    if body.startswith(GZIP_MAGIC):
        try:
            body, is_cut = decompress_gzip(body, MAX_BYTES)
        except BrokenResponseError as error:
            raise SitemapError(f"got a broken gzip file: {error}") from error
    body = body.lstrip().removeprefix(UTF8_MARK).lstrip()
    try:
        found = read_text(body) if ADDRESS.match(body) else read_xml(body)
    except SitemapError as error:
        if is_cut:
            beyond = f"decompressed it has more than {MAX_BYTES:,} bytes, and only they were read"
            raise SitemapError(f"{error}; {beyond}") from error
        raise
    if is_cut and found.limit is None:
        # Where it was cut, it is damaged as well.
        return replace(found, damage=None, limit=f"only the first {MAX_BYTES:,} bytes were read")
    return found


class Collector:
    """Collects the entries of a sitemap, as they are met, one more than may be listed at most."""

    def __init__(self) -> None:
        """Start before the root element."""
        self.root: str | None = None
        self._entries: list[Entry] = []
        self._left_out: dict[str, int] = {}
        self._form = Form((), "")
        self._path: list[str] = []
        self._text: list[str] | None = None
        self._length = 0
        self._address = ""
        self._lastmod: str | None = None

    @property
    def is_full(self) -> bool:
        """Whether there was more than may be listed."""
        return len(self._entries) > MAX_ADDRESSES

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Enter an element."""
        name = tag.rpartition("}")[2].rpartition(":")[2].lower()
        if self.root is None:
            self.root = name
            self._form = FORMS.get(name, self._form)
        elif self._is_within_entry() and name in self._form.names:
            self._text, self._length = [], 0
            if name == "link" and attributes.get("rel", "alternate") == "alternate":
                self.data(attributes.get("href", ""))
        self._path.append(name)

    def data(self, text: str) -> None:
        """Take text, no more of it than an address may have."""
        if self._text is not None and self._length <= MAX_LENGTH:
            self._text.append(text)
            self._length += len(text)

    def end(self, _tag: str) -> None:
        """Leave an element."""
        name = self._path.pop()
        if self._text is not None and self._is_within_entry():
            value = "".join(self._text).strip()
            self._text = None
            if name == self._form.address:
                self._address = self._address or value
            else:
                self._lastmod = self._lastmod or read_lastmod(value)
        elif (*self._path, name) == self._form.entry:
            self.add(self._address, self._lastmod)
            self._address, self._lastmod = "", None

    def add(self, address: str, lastmod: str | None = None) -> None:
        """Add an entry, or count it among those that cannot be taken."""
        if 0 < len(address) <= MAX_LENGTH:
            if not self.is_full:
                self._entries.append(Entry(address, lastmod))
        else:
            kind = f"an address of over {MAX_LENGTH:,} characters" if address else "no address"
            self._left_out[kind] = self._left_out.get(kind, 0) + 1

    def close(self) -> None:
        """End the document."""

    def finish(self, damage: str | None) -> Sitemap:
        """Return what was listed; an entry that broke off behind its address is one."""
        if self._address:
            self.add(self._address, self._lastmod)
        limit = None
        if self.is_full:
            damage, limit = None, f"only the first {MAX_ADDRESSES:,} addresses were read"
        elif (
            damage is None
            and self._left_out
            and not (
                # Entries for a video, say, that has no page are common, and no fault.
                self._entries and self._left_out.keys() == {"no address"}
            )
        ):
            counts = [f"{count:,} with {kind}" for kind, count in self._left_out.items()]
            damage = f"left out entries: {', '.join(counts)}"
        entries = tuple(self._entries[:MAX_ADDRESSES])
        return Sitemap(self.root == "sitemapindex", entries, damage, limit)

    def _is_within_entry(self) -> bool:
        return len(self._path) == len(self._form.entry) and tuple(self._path) == self._form.entry


def read_xml(body: bytes) -> Sitemap:
    """Read XML up to its first fault; raise ``SitemapError`` if it is no sitemap.

    Reading on past a fault would make addresses up. The one fault that is common and has one
    meaning, a bare ``&``, is mended before. Entities are never expanded, and an address without
    them would be another one.
    """
    if b"<!ENTITY" in body:
        raise SitemapError("got XML that declares entities, expected a sitemap without them")
    found = Collector()
    target: Any = found
    parser = etree.XMLParser(
        target=target,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
    )
    # Within CDATA a bare "&" is no fault.
    if b"<![CDATA[" not in body:
        body = BARE_AMPERSAND.sub(b"&amp;", body)
    damage = None
    try:
        for start in range(0, len(body), BYTES_AT_ONCE):
            parser.feed(body[start : start + BYTES_AT_ONCE])
            if found.is_full:
                break
        else:
            parser.close()
    except etree.XMLSyntaxError as error:
        damage = f"the XML is damaged and was read up to there: {error}"
    if found.root in FORMS:
        return found.finish(damage)
    got = f"<{found.root[:100]}>" if found.root else "no XML"
    raise SitemapError(f"got {got}, expected a sitemap: <urlset> or <sitemapindex>")


def read_text(body: bytes) -> Sitemap:
    """Read a text with one address a line, up to the first line that is none."""
    found = Collector()
    for match in LINE.finditer(body):
        line = match[0].strip().decode("utf-8", errors="replace")
        if not ADDRESS.match(match[0]) or " " in line:
            return found.finish(f"read up to a line that is no address: {line[:100]!r}")
        found.add(line)
        if found.is_full:
            break
    return found.finish(None)


def read_lastmod(value: str) -> str | None:
    """Return a W3C date or time, times in UTC; ``None`` for anything else."""
    match = W3C_TIME.fullmatch(value)
    if match is None:
        return None
    try:
        if match[1] is None:
            date.fromisoformat(f"{value}-01-01"[:10])
            return value
        return format_time(datetime.fromisoformat(value))
    except (ValueError, OverflowError):
        return None
