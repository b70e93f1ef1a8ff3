"""Parse: the address that a page goes by, its site's host, and the slugs that addresses carry.

A page's word about its own address is believed within bounds: no page speaks for another host.
An address is never split blindly, since a slug may hold what stands between two of them: only
where its parts hold the words of the tools' names.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from msgspec import Struct

from parsers.sites import Site
from parsers.text import split_everywhere

_HOST = re.compile(r"[\w.:-]{1,253}")
_WORD = re.compile(r"[^\W_]+")
_SLUG = re.compile(r"[^\s\x00-\x1f\x7f-\x9f/\ufffd]{1,200}")


class Origin(Struct, frozen=True):
    """What is known of a page besides its bytes.

    ``source`` is the path or address as given, ``address`` where the bytes came from, None for
    a local file, and ``host`` the site it is to be read as, if that was said.
    """

    source: str
    address: str | None = None
    host: str | None = None

    @property
    def site_host(self) -> str | None:
        """The host of the site that the page is read as; None if only the page can tell."""
        return self.host or find_host(self.address)


def find_host(address: str | None) -> str | None:
    """Return the host of a web address, or None."""
    try:
        parts = urlsplit(address or "")
    except ValueError:
        return None
    host = parts.hostname if parts.scheme in ("http", "https") else None
    return host if host is not None and _HOST.fullmatch(host) else None


def name_page(canonical: str | None, origin: Origin) -> tuple[str | None, str | None]:
    """Return a page's canonical address and its site's host, as far as they are known.

    A local file is believed what it states. A fetched page is believed only about its own host
    or the mirrored site's; a mirror's address without such a word is rewritten onto that site.
    """
    address, host = origin.address, origin.host
    stated = _join(address or (f"https://{host}/" if host else ""), canonical)
    stated_host = find_host(stated)
    if address is None:
        if stated_host is None:
            return None, host
        return (stated, host or stated_host) if host in (None, stated_host) else (None, host)
    if stated_host is not None and stated_host in (origin.site_host, find_host(address)):
        address = stated
    if host is not None and find_host(address) not in (None, host):
        address = urlsplit(address)._replace(scheme="https", netloc=host).geturl()
    return address, origin.site_host


def find_slug(link: str | None, site: Site, host: str) -> str | None:
    """Return the slug in the address of a tool page of the page's own host or site, or None."""
    if not link or site.tool_path not in link:
        return None
    try:
        parts = urlsplit(link)
        hosts = {None, host, site.host, f"www.{site.host}"}
        path = unquote(parts.path) if parts.hostname in hosts else ""
    except ValueError:
        return None
    slug = path.removeprefix(site.tool_path).strip("/") if path.startswith(site.tool_path) else ""
    return slug if _SLUG.fullmatch(slug) else None


def split_address(url: str | None, names: Sequence[str], site: Site) -> tuple[str, ...] | None:
    """Return the slugs in a comparison's address if the names leave exactly one way to split it."""
    if (tail := _read_slugs(url, site)) is None:
        return None
    splits = [
        parts
        for parts in split_everywhere(re.compile(re.escape(site.slug_versus)), tail)
        if len(parts) == len(names) and all(map(_SLUG.fullmatch, parts))
    ]
    if len(splits) > 1:
        splits = [parts for parts in splits if all(map(holds_words, parts, names))]
    return splits[0] if len(splits) == 1 else None


def is_address_of(url: str | None, slugs: Sequence[str], site: Site) -> bool:
    """Tell whether a comparison's address is that of these slugs; any other address may be."""
    tail = _read_slugs(url, site)
    return tail is None or tail == site.slug_versus.join(slugs)


def _read_slugs(url: str | None, site: Site) -> str | None:
    """Return what a comparison's address has for its slugs, or None if it is no such address."""
    try:
        path = unquote(urlsplit(url or "").path)
    except ValueError:
        return None
    if not path.startswith(site.comparison_path):
        return None
    return path.removeprefix(site.comparison_path).strip("/")


def holds_words(slug: str, name: str) -> bool:
    """Tell whether a slug holds every word of a name, run together or apart."""
    run_together = "".join(_WORD.findall(slug.casefold()))
    words: AbstractSet[str] = set(_WORD.findall(name.casefold()))
    return all(word in run_together for word in words)


def _join(base: str, canonical: str | None) -> str:
    """Return the address that a page states for itself, or nothing for none that can be read."""
    try:
        return urldefrag(urljoin(base, canonical)).url if canonical else ""
    except ValueError:
        return ""
