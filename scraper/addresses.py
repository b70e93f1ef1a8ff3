"""Fetch: one form for every address, so that the same page is asked for once.

An address is taken apart as a browser does it (WHATWG URL, section 4.4), so that what a site
links to is what is asked for. It is written by RFC 3986, sections 6.2.2 and 6.2.3, and nothing
that a server could tell apart is dropped. The form is also what goes over the wire: what
robots.txt was asked about must be what the server is asked for. What differs from the public
conformance suites, and why, stands in docs/conformance.md.
"""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Collection
from functools import lru_cache
from urllib.parse import quote, urlsplit

from scraper.errors import AddressError
from scraper.hosts import normalise_host, show

MAX_LENGTH = 8192
DEFAULT_PORTS = {"http": 80, "https": 443}
RESERVED = "!#$&'()*+,/:;=?@[]%~"
UNRESERVED = re.compile(r"[A-Za-z0-9._~-]")
PLAIN = re.compile(r"[A-Za-z0-9._~!#$&'()*+,/:;=?@\[\]-]*")
AROUND = "".join(map(chr, range(0x21)))
LINE_BREAKS = str.maketrans("", "", "\t\n\r")
SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
AUTHORITY = re.compile(r"[/\\]{2,}([^/\\?]*)")
CREDENTIALS = re.compile(r"((?:https?:)?[/\\]{2,}|https?:)[^/?#]*@", re.IGNORECASE)
PLACE = re.compile(r"(\[[^\]]*\]?|[^:]*)(?::(.*))?")
PORT = re.compile(r"0*([0-9]{1,5})")


def normalise_address(text: str, *, relative_to: str | None = None) -> str:
    """Write an http or https address in its one form; raise ``AddressError`` for any other.

    ``relative_to`` is the address of the page that the text stands on, in its one form.
    """
    if len(text) > MAX_LENGTH:
        raise refuse_length(text, len(text))
    whole = text.strip(AROUND).translate(LINE_BREAKS).partition("#")[0]
    try:
        scheme, authority, path, query = split_address(whole, relative_to)
        path = remove_dot_segments(escape(path.replace("\\", "/")))
        query = escape(query)
    except UnicodeError:
        raise AddressError(
            f"not an address: {show(hide_credentials(text))} holds a byte that is not UTF-8; write "
            "it percent-encoded, as %E9, if it is meant"
        ) from None
    address = f"{scheme}://{authority}{path}{'?' if query else ''}{query}"
    if len(address) > MAX_LENGTH:
        raise refuse_length(text, len(address))
    return address


def split_address(text: str, relative_to: str | None) -> tuple[str, str, str, str]:
    """Return scheme, authority, path and query; what is lacking comes from the other address."""
    base = urlsplit(relative_to) if relative_to is not None else None
    match = SCHEME.match(text)
    scheme = match[1].lower() if match else base.scheme if base else ""
    rest = text[match.end() :] if match else text
    if scheme not in DEFAULT_PORTS:
        shown = show(hide_credentials(text))
        raise AddressError(
            f"cannot fetch the scheme {show(scheme)} of {shown}; expected http:// or https://"
            if scheme
            else f"not an address: {shown}; expected https://host/path"
        )
    if match and not (base and base.scheme == scheme):
        # Browsers take any number of slashes here, even none.
        rest = "//" + rest.lstrip("/\\")
    found = AUTHORITY.match(rest)
    if found:
        if "@" in found[1]:
            raise AddressError(
                f"{show(hide_credentials(text))} carries credentials, which would be kept in the "
                "archive; name it without them"
            )
        path, _, query = rest[found.end() :].partition("?")
        return scheme, write_authority(scheme, found[1]), path, query
    assert base is not None
    path, mark, query = rest.partition("?")
    if not path:
        path, query = base.path, query if mark else base.query
    elif path[0] not in "/\\":
        path = base.path[: base.path.rfind("/") + 1] + path
    return scheme, base.netloc, path, query


def write_authority(scheme: str, text: str) -> str:
    """Write host and port: the host in its one form, without the scheme's own port."""
    host, port = split_place(text)
    if not host:
        raise AddressError("no host in the address; expected https://host/path")
    return write_place(host, port).removesuffix(f":{DEFAULT_PORTS[scheme]}")


def normalise_place(text: str) -> str:
    """Write ``host`` or ``host:port`` in its one form; IPv6 without brackets names no port."""
    is_bare = text.count(":") > 1 and not text.startswith("[")
    return write_place(*split_place(f"[{text}]" if is_bare else text))


def split_place(text: str) -> tuple[str, str]:
    """Split host and port; the port is empty where there is none."""
    match = PLACE.fullmatch(text)
    return (match[1], match[2] or "") if match else (text, "")


def write_place(host: str, port: str) -> str:
    """Write the host in its one form, and the port as a number."""
    host = normalise_host(host)
    if not port:
        return host
    match = PORT.fullmatch(port)
    number = int(match[1]) if match else 0
    if not 0 < number <= 65535:
        raise AddressError(
            f"not an address: the port of {host} is {show(port)}; expected a number from 1 to 65535"
        )
    return f"{host}:{number}"


def escape(text: str) -> str:
    """Percent-encode what needs it, in upper case, and nothing that does not."""

    def rewrite(match: re.Match[str]) -> str:
        character = chr(int(match[1], 16))
        return character if UNRESERVED.fullmatch(character) else match[0].upper()

    if PLAIN.fullmatch(text):
        return text
    text = re.sub(r"%(?![0-9A-Fa-f]{2})", "%25", text)
    return quote(re.sub(r"%([0-9A-Fa-f]{2})", rewrite, text), safe=RESERVED)


def remove_dot_segments(path: str) -> str:
    """Resolve ``.`` and ``..`` in an absolute path (RFC 3986, section 5.2.4)."""
    if path.startswith("/") and "/." not in path:
        return path
    kept: list[str] = []
    segments = path.removeprefix("/").split("/")
    for segment in segments:
        if segment == "..":
            del kept[-1:]
        elif segment != ".":
            kept.append(segment)
    if segments[-1] in (".", ".."):
        kept.append("")
    return "/" + "/".join(kept)


def refuse_length(text: str, length: int) -> AddressError:
    """Return the error for an address that is longer than any server takes."""
    return AddressError(
        f"the address {show(hide_credentials(text))} has {length:,} characters; expected at most "
        f"{MAX_LENGTH:,}"
    )


def hide_credentials(text: str) -> str:
    """Leave out what stands before the host, for messages about an address."""
    return CREDENTIALS.sub(r"\1", text)


def read_host(address: str) -> str:
    """Return the host of an address, without port and brackets."""
    return urlsplit(address).hostname or ""


@lru_cache(maxsize=1024)
def read_authority(address: str) -> str:
    """Return the host of an address with its port, unless that is the scheme's own."""
    return urlsplit(address).netloc


def is_loopback(place: str) -> bool:
    """Tell whether a host, with or without its port, is this machine."""
    host = urlsplit(f"//{place}").hostname or ""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")


def is_site(address: str) -> bool:
    """Tell whether an address stands for a whole site."""
    parts = urlsplit(address)
    return parts.path == "/" and not parts.query


def is_same_host(address: str, other: str) -> bool:
    """Tell whether two addresses share host and port; http and https on their own ports do."""

    def read_place(text: str) -> tuple[str, int | None]:
        parts = urlsplit(text)
        is_default = parts.port in (None, DEFAULT_PORTS.get(parts.scheme))
        return read_host(text), None if is_default else parts.port

    is_same = urlsplit(address)[:2] == urlsplit(other)[:2]
    return is_same or read_place(address) == read_place(other)


def is_named(host: str, port: int, places: Collection[str]) -> bool:
    """Tell whether a host is among places in their one form, for all its ports or for this one."""
    name = normalise_place(host)
    return name in places or f"{name}:{port}" in places
