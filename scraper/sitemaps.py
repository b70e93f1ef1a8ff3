"""Fetch: sitemaps read as what they list, within bounds, whatever shape they arrive in.

The reader builds no tree: a document of any size costs no more than the addresses it lists.
Names are compared without their namespace, which many sitemaps lack or get wrong.
"""

from __future__ import annotations

import re
from typing import Any

from lxml import etree
from msgspec import Struct

from scraper.decoding import GZIP_MAGIC, decompress_gzip
from scraper.errors import BrokenResponseError, SitemapError

MAX_BYTES = 50 * 1024 * 1024
MAX_ADDRESSES = 50_000
MAX_ADDRESS_LENGTH = 8192
BYTES_AT_ONCE = 65_536
BYTES_TO_KNOW = 4096
LISTED_IN = {"urlset": "url", "sitemapindex": "sitemap"}
UTF8_MARK = b"\xef\xbb\xbf"
BARE_AMPERSAND = re.compile(rb"&(?!(?:[A-Za-z]\w*|#\d+|#x[0-9A-Fa-f]+);)")
ROOT = re.compile(rb"<(?:[\w.-]+:)?(?:urlset|sitemapindex)[\s/>]")
PROLOG = ((b"<?", b"?>"), (b"<!--", b"-->"), (b"<!DOCTYPE", b">"))


class Sitemap(Struct, frozen=True):
    """What a sitemap lists, in order; ``damage`` says what of it could not be read."""

    is_index: bool
    addresses: tuple[str, ...]
    damage: str | None = None


def is_sitemap(body: bytes) -> bool:
    """Tell from its first bytes whether a body is a sitemap, gzipped or not."""
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
    locations, damage = parse_locations(body)
    if is_cut:
        damage = f"only the first {MAX_BYTES:,} bytes were read"
    if locations.is_full:
        damage = f"only the first {MAX_ADDRESSES:,} addresses were read"
    root = locations.root
    if root in LISTED_IN:
        return Sitemap(root == "sitemapindex", tuple(locations.addresses[:MAX_ADDRESSES]), damage)
    got = f"<{root}>" if root else "no XML"
    raise SitemapError(f"got {got}, expected a sitemap: <urlset> or <sitemapindex>")


class Locations:
    """Collects the text of ``loc`` at its one place, as the parser meets it."""

    def __init__(self) -> None:
        """Start before the root element."""
        self.addresses: list[str] = []
        self.root: str | None = None
        self._path: list[str] = []
        self._text: list[str] | None = None

    @property
    def is_full(self) -> bool:
        """Whether there was more than may be listed."""
        return len(self.addresses) > MAX_ADDRESSES

    def start(self, tag: str, _attributes: object) -> None:
        """Enter an element."""
        name = tag.rpartition("}")[2].rpartition(":")[2].lower()
        self.root = self.root or name
        self._path.append(name)
        if self._path == [self.root, LISTED_IN.get(self.root, ""), "loc"]:
            self._text = []

    def data(self, text: str) -> None:
        """Take text."""
        if self._text is not None:
            self._text.append(text)

    def end(self, _tag: str) -> None:
        """Leave an element."""
        self._path.pop()
        if self._text is not None:
            address = "".join(self._text).strip()
            if 0 < len(address) <= MAX_ADDRESS_LENGTH and not self.is_full:
                self.addresses.append(address)
            self._text = None

    def close(self) -> None:
        """End the document."""


def parse_locations(body: bytes) -> tuple[Locations, str | None]:
    """Parse XML up to its first fault; return what it lists and what was wrong with it.

    Reading on past a fault would make addresses up. The one fault that is common and has one
    meaning, a bare ``&``, is mended before.
    """
    locations = Locations()
    target: Any = locations
    parser = etree.XMLParser(
        target=target,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
    )
    body = body.lstrip().removeprefix(UTF8_MARK).lstrip()
    # Within CDATA a bare "&" is no fault.
    if b"<![CDATA[" not in body:
        body = BARE_AMPERSAND.sub(b"&amp;", body)
    try:
        for start in range(0, len(body), BYTES_AT_ONCE):
            parser.feed(body[start : start + BYTES_AT_ONCE])
            if locations.is_full:
                return locations, None
        parser.close()
    except etree.XMLSyntaxError as error:
        return locations, f"the XML is damaged and was read up to there: {error}"
    return locations, None
