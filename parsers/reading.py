"""Parse: the one door. Bytes and what is known of them in, a reading out.

The fast reader goes first. If its reading has issues, html5lib's tree is read as well, and the
reading with fewer issues counts.
"""

from __future__ import annotations

import re
from urllib.parse import urljoin, urlsplit

from msgspec.structs import replace

from parsers.blocks import Page
from parsers.bounds import TooComplex, is_left_open, trim_markup
from parsers.comparison import read_comparison
from parsers.encoding import decode_page
from parsers.lxml_reader import read_with_lxml
from parsers.records import Issue, Reading, Unknown
from parsers.sites import Site, find_site, list_sites
from parsers.soup_reader import read_with_soup
from parsers.text_reader import read_plain_text

MOST_BYTES = 20_000_000
_SAMPLE = 4096
_HTML_START = re.compile(r"\s*<(?:!doctype|!--|\?xml|[a-z][a-z0-9]*[\s/>])", re.IGNORECASE)
_BLOCK_ENDS = re.compile(
    r"</(?:div|p|h[1-6]|table|tr|td|ul|li|section|main|a|span)\s*>", re.IGNORECASE
)
_FEW_ENDS = 6
_MOST_CONTROLS = 0.02
_PLAIN_CONTROLS = frozenset("\t\n\x0b\x0c\r\x1b")


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
    if len(body) > MOST_BYTES:
        return _refuse(source, "too_large", f"at most {MOST_BYTES} bytes", f"{len(body)} bytes")
    if not body.strip():
        return _refuse(source, "empty", "a page", "no bytes" if not body else "white space only")
    text = decode_page(body, content_type)
    if _is_binary(text):
        return _refuse(source, "not_text", "HTML or plain text", f"bytes that begin {body[:8]!r}")
    known = find_site(host or _host_of(address))
    try:
        readings = [
            _read_text(text, is_plain_text(text, content_type), site, source, address, host)
            for site in ([known] if known else list_sites())
        ]
    except TooComplex as error:
        return _refuse(source, "too_complex", error.expected, error.found)
    return min(readings, key=_rank)


def _read_text(
    text: str, is_plain: bool, site: Site, source: str, address: str | None, host: str | None
) -> Reading:
    """Read a page with the site's labels, a second time if the first reading has issues."""
    if is_plain:
        return _read(read_plain_text(text, site.landmarks.rows), site, source, address, host)
    text = trim_markup(text)
    is_open = is_left_open(text)
    page = replace(read_with_lxml(text), is_open=is_open)
    reading = _read(page, site, source, address, host)
    # A page without the label that every card bears is none, however its tree is built.
    is_doubtful = reading.record.issues and site.labels.panel.casefold() in text.casefold()
    if not is_doubtful:
        return reading
    try:
        page = replace(read_with_soup(text), is_open=is_open)
    except TooComplex:
        return reading
    return min(reading, _read(page, site, source, address, host), key=_rank)


def _rank(reading: Reading) -> tuple[bool, int]:
    return isinstance(reading.record, Unknown), len(reading.record.issues)


def _read(page: Page, site: Site, source: str, address: str | None, host: str | None) -> Reading:
    url, own_host = _name_page(page.canonical, address, host)
    derived = () if own_host else ("site",)
    return read_comparison(
        page, site=site, source=source, url=url, host=own_host or site.host, derived=derived
    )


def _name_page(
    canonical: str | None, address: str | None, host: str | None
) -> tuple[str | None, str | None]:
    """Return the page's canonical address and its site's host, as far as they are known.

    A local file is believed what it states. A fetched page is believed only about its own host
    or the mirrored site's; a mirror's address without such a word is rewritten onto that site.
    """
    own_host = host or _host_of(address)
    stated = _join(address or (f"https://{host}/" if host else ""), canonical)
    stated_host = _host_of(stated)
    if address is None:
        if stated_host is None:
            return None, host
        return (stated, host or stated_host) if host in (None, stated_host) else (None, host)
    if stated_host is not None and stated_host in (own_host, _host_of(address)):
        address = stated
    if host is not None and _host_of(address) not in (None, host):
        address = urlsplit(address)._replace(scheme="https", netloc=host).geturl()
    return address, own_host


def _join(base: str, canonical: str | None) -> str:
    """Return the address that a page states for itself, or nothing for none that can be read."""
    try:
        return urljoin(base, canonical) if canonical else ""
    except ValueError:
        return ""


def _host_of(address: str | None) -> str | None:
    try:
        parts = urlsplit(address or "")
    except ValueError:
        return None
    return parts.hostname if parts.scheme in ("http", "https") else None


def _refuse(source: str, code: str, expected: str, found: str) -> Reading:
    issue = Issue(code=code, field="", message="this is no page", expected=expected, found=found)
    return Reading(Unknown(source=source, issues=(issue,)), "none")


def _is_binary(text: str) -> bool:
    sample = text[:_SAMPLE]
    strange = sum(
        (char < " " and char not in _PLAIN_CONTROLS) or char == "\ufffd" for char in sample
    )
    return strange > _MOST_CONTROLS * len(sample) + 1


def is_plain_text(text: str, content_type: str | None = None) -> bool:
    """Tell by the text alone whether it is an extract, where no header says that it is.

    A review in an extract may hold a tag; only HTML begins with one, or closes several.
    """
    if content_type:
        return content_type.casefold().startswith("text/plain")
    return _HTML_START.match(text) is None and len(_BLOCK_ENDS.findall(text)) < _FEW_ENDS
