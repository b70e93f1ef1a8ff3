"""Fetch: one form for every host, as a browser reads it (WHATWG URL, section 3.5).

The private-address check, robots.txt and the scope of a source must all see the same host.
Numbers that the system's resolver takes for an IPv4 address, ``0x7f.1`` or ``2130706433``, are
therefore written as that address, and what no browser would ask for is refused.
"""

from __future__ import annotations

import ipaddress
import re
from functools import lru_cache
from urllib.parse import unquote_to_bytes

import idna

from scraper.errors import AddressError

MAX_LENGTH = 253
LABEL = re.compile(r"[a-z0-9_-]{1,63}")
NUMBER = re.compile(r"0x[0-9a-f]*|[0-9]+")


@lru_cache(maxsize=1024)
def normalise_host(text: str) -> str:
    """Write a host as ASCII in lower case, an IPv6 address within brackets.

    Raises ``AddressError`` for what no name in the DNS and no IP address can be.
    """
    if text.startswith("["):
        return write_ipv6(text)
    try:
        name = write_name(unquote_to_bytes(text).decode("utf-8"))
    except UnicodeError as error:
        raise AddressError(f"not a host: {show(text)} ({error}); expected a name") from None
    labels = name.split(".")
    if NUMBER.fullmatch(labels[-1]):
        return write_ipv4(labels)
    if len(name) > MAX_LENGTH or not all(map(LABEL.fullmatch, labels)):
        raise AddressError(
            f"not a host: {show(text)}; expected labels of at most 63 letters, digits and hyphens, "
            f"and at most {MAX_LENGTH} characters in all"
        )
    return name


def write_name(host: str) -> str:
    """Write a name in ASCII by UTS 46, as browsers do; raise ``UnicodeError`` where none is.

    A label of plain ASCII is held to no more: names with an underscore are none by IDNA, and
    exist. One that says that it is encoded must be so, or httpx would break on it.
    """
    if not host.isascii():
        if len(host) > MAX_LENGTH:
            raise UnicodeError(f"longer than {MAX_LENGTH} characters")
        host = idna.uts46_remap(host, std3_rules=False, transitional=False)
    return ".".join(map(write_label, host.lower().removesuffix(".").split(".")))


def write_label(label: str) -> str:
    """Write one label of a name that is mapped already."""
    if not label.isascii():
        return idna.alabel(label).decode("ascii")
    if label.startswith("xn--"):
        idna.ulabel(label)
    return label


def write_ipv4(parts: list[str]) -> str:
    """Write numbers as the IPv4 address that they stand for.

    Each is decimal, octal (``017``) or hexadecimal (``0xf``); the last one fills what is left.
    """
    try:
        *heads, last = map(read_number, parts)
        if len(heads) > 3 or max(heads, default=0) > 255 or last >= 256 ** (4 - len(heads)):
            raise ValueError(f"a number is too large, or there are {len(parts)} of them")
    except ValueError as error:
        raise AddressError(
            f"not a host: {show('.'.join(parts))} ({error}); a name that ends in a number is "
            "an IPv4 address, expected one like 192.0.2.1"
        ) from None
    head = sum(number << 8 * (3 - place) for place, number in enumerate(heads))
    return str(ipaddress.IPv4Address(head + last))


def read_number(text: str) -> int:
    """Read one number of an IPv4 address."""
    if not NUMBER.fullmatch(text) or len(text) > MAX_LENGTH:
        raise ValueError(f"{show(text)} is no number")
    if text.startswith("0x"):
        return int(text[2:] or "0", 16)
    return int(text, 8 if text.startswith("0") else 10)


def write_ipv6(text: str) -> str:
    """Write an IPv6 address in its short form; a zone means nothing to another machine."""
    try:
        address = ipaddress.IPv6Address(text[1:].removesuffix("]"))
        if address.scope_id is not None or not text.endswith("]"):
            raise ValueError("a zone, or no closing bracket")
    except ValueError as error:
        raise AddressError(
            f"not a host: {show(text)} ({error}); expected an IPv6 address like [2001:db8::1]"
        ) from None
    return f"[{address.compressed}]"


def show(text: str) -> str:
    """Quote a host for a message, which stays one line however long the host is."""
    return repr(text if len(text) <= 100 else f"{text[:100]}…")
