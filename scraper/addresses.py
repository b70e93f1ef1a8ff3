"""Fetch: one form for every address, so that the same page is asked for once.

The form follows RFC 3986, section 6.2.2 and 6.2.3. It is also what goes over the wire: what
robots.txt was asked about must be what the server is asked for.
"""

from __future__ import annotations

import re
from urllib.parse import SplitResult, quote, urljoin, urlsplit, urlunsplit

from scraper.errors import AddressError

DEFAULT_PORTS = {"http": 80, "https": 443}
RESERVED = "!#$&'()*+,/:;=?@[]%~"
UNRESERVED = re.compile(r"[A-Za-z0-9._~-]")


def normalise_address(text: str, *, relative_to: str | None = None) -> str:
    """Write an http or https address in its one form; raise ``AddressError`` for any other."""
    try:
        whole = text.strip() if relative_to is None else urljoin(relative_to, text.strip())
        parts = urlsplit(whole)
        authority = write_authority(parts)
    except ValueError as error:
        raise AddressError(
            f"not an address: {hide_credentials(text)!r} ({error}); expected https://host/path"
        ) from None
    path = remove_dot_segments(escape(parts.path))
    return urlunsplit((parts.scheme, authority, path, escape(parts.query), ""))


def write_authority(parts: SplitResult) -> str:
    """Write host and port: lower case, ASCII, without the scheme's own port."""
    host = (parts.hostname or "").rstrip(".")
    if "@" in parts.netloc:
        raise AddressError(
            f"the address for {host!r} carries credentials, which would be kept in the "
            "archive; write it without them"
        )
    if parts.scheme not in DEFAULT_PORTS:
        raise AddressError(
            f"cannot fetch the scheme {parts.scheme!r} of {parts.geturl()!r}; "
            "expected http:// or https://"
        )
    if not host:
        raise AddressError(f"no host in {parts.geturl()!r}; expected https://host/path")
    host = f"[{host}]" if ":" in host else host.encode("idna").decode("ascii").lower()
    port = parts.port
    return host if port in (None, DEFAULT_PORTS[parts.scheme]) else f"{host}:{port}"


def escape(text: str) -> str:
    """Percent-encode what needs it, in upper case, and nothing that does not."""

    def rewrite(match: re.Match[str]) -> str:
        character = chr(int(match[1], 16))
        return character if UNRESERVED.fullmatch(character) else match[0].upper()

    text = re.sub(r"%(?![0-9A-Fa-f]{2})", "%25", text)
    return quote(re.sub(r"%([0-9A-Fa-f]{2})", rewrite, text), safe=RESERVED)


def remove_dot_segments(path: str) -> str:
    """Resolve ``.`` and ``..`` in an absolute path (RFC 3986, section 5.2.4)."""
    kept: list[str] = []
    segments = path.removeprefix("/").split("/")
    for segment in segments:
        if segment == "..":
            kept = kept[:-1]
        elif segment != ".":
            kept.append(segment)
    if segments[-1] in (".", ".."):
        kept.append("")
    return "/" + "/".join(kept)


def hide_credentials(text: str) -> str:
    """Leave out what stands before the host, for messages about an address."""
    return re.sub(r"//[^/?#]*@", "//", text)


def read_host(address: str) -> str:
    """Return the host of an address, without port and brackets."""
    return urlsplit(address).hostname or ""


def read_authority(address: str) -> str:
    """Return the host of an address with its port, unless that is the scheme's own."""
    return urlsplit(address).netloc


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

    return read_place(address) == read_place(other)
