"""Fetch: who asks, and by which way: the agent's name, the proxy, the certificates to trust.

The operator says all three. Each is checked before anything is fetched, and no message repeats
a proxy's password.
"""

from __future__ import annotations

import re
import ssl
from urllib.parse import unquote, urlsplit

from msgspec import Struct

from scraper.errors import SettingError

PROXY_PORTS = {"http": 80, "https": 443}
_PRINTABLE = re.compile(r"[!-~](?:[ -~]*[!-~])?")


class Proxy(Struct, frozen=True):
    """A proxy; ``credentials`` are user and password, never shown."""

    scheme: str
    host: str
    port: int
    credentials: tuple[str, str] | None = None

    def __repr__(self) -> str:
        """Name the proxy without its credentials."""
        return f"{self.scheme}://{self.host}:{self.port}"


def write_agent(version: str, user_agent: str | None, contact: str | None) -> str:
    """Return the User-Agent: the operator's own, or ours with a contact."""
    if user_agent is not None:
        return check_line(user_agent)
    ours = f"versusdb/{version}"
    return ours if contact is None else f"{ours} (+{check_contact(contact)})"


def check_contact(text: str) -> str:
    """Return an address or mail where a person answers; raise ``SettingError`` for no such."""
    if not re.search(r"[@:.]", text) or re.search(r"[()\s]", text):
        raise SettingError(
            f"{text!r} is no contact; expected an address such as https://example.org/bot or a "
            "mail such as bot@example.org"
        )
    return check_line(text)


def check_line(text: str) -> str:
    """Return a text that can stand in a header; raise ``SettingError`` for any other."""
    if not _PRINTABLE.fullmatch(text):
        raise SettingError(
            f"{text!r} cannot stand in a User-Agent; expected printable ASCII, with no space "
            "at either end"
        )
    return text


def read_proxy(text: str) -> Proxy:
    """Read a proxy's address; raise ``SettingError`` for one that cannot be used."""
    # Whatever is wrong, the message holds nothing of what stands before the host.
    shown = repr(text.rpartition("@")[2])
    try:
        parts = urlsplit(text)
        host, port = parts.hostname or "", parts.port
        user, password = unquote(parts.username or ""), unquote(parts.password or "")
        host.encode("idna")
    except (ValueError, UnicodeError):
        raise SettingError(f"{shown} is no proxy; expected one like http://host:3128") from None
    if parts.scheme not in PROXY_PORTS:
        raise SettingError(
            f"{shown} is no proxy that can be used; expected http://host:port or "
            "https://host:port (SOCKS is not spoken)"
        )
    if (
        not host
        or port == 0
        or parts.path.strip("/")
        or parts.query
        or parts.fragment
        or not text.isascii()
    ):
        raise SettingError(f"{shown} is no proxy; expected host and port only: http://host:3128")
    if re.search(r"[\x00-\x20\x7f]", text):
        raise SettingError(f"{shown} is no proxy; it holds a space or a control character")
    credentials = (user, password) if user or password else None
    return Proxy(parts.scheme, host, port or PROXY_PORTS[parts.scheme], credentials)


def trust_certificates(path: str, context: ssl.SSLContext | None = None) -> None:
    """Trust the certificates of a PEM file too; raise ``SettingError`` if it has none."""
    context = context or ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    try:
        context.load_verify_locations(cafile=path)
    except (ssl.SSLError, ValueError):
        raise SettingError(f"{path!r} holds no certificate; expected a file in PEM") from None
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise SettingError(f"cannot read certificates from {path!r}: {reason}") from None
