"""Command: what an operator asked for of the network, as ``ingest`` and ``plan`` take it."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from parsers.sites import list_sites
from scraper.addresses import is_loopback
from scraper.client import Client
from scraper.fetching import Settings as HowToFetch
from scraper.scope import Scope
from versusdb import __version__


class FetchSettings(Struct, frozen=True, kw_only=True):
    """The options by which addresses are chosen and fetched, as the ledger keeps them."""

    sources: tuple[str, ...] = ()
    urls: tuple[str, ...] = ()
    site: str | None = None
    observed_at: str | None = None
    delay: float | None = None
    user_agent: str | None = None
    contact: str | None = None
    proxy: str | None = None
    ca_file: str | None = None
    allow_hosts: tuple[str, ...] = ()
    also_hosts: tuple[str, ...] = ()
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    max_pages: int | None = None


def open_client(settings: FetchSettings) -> Client:
    """Return the client that asks as the settings say."""
    return Client(
        version=__version__,
        user_agent=settings.user_agent,
        contact=settings.contact,
        proxy=settings.proxy,
        ca_file=settings.ca_file,
        allow_hosts=settings.allow_hosts,
    )


def hint_contact(settings: FetchSettings, hosts: Iterable[str]) -> str | None:
    """Return the line that asks for a contact, where strangers were asked without one."""
    if settings.contact or settings.user_agent:
        return None
    host = next((host for host in hosts if not is_loopback(host)), None)
    return host and (
        f"versusdb: requests to {host} do not say who asks; name an address or a mail where a "
        "person answers with --contact, so that a site that is bothered can write"
    )


def choose_how(settings: FetchSettings) -> HowToFetch:
    """Return how to fetch; what each site's file says is worth having is part of it."""
    scope = Scope(
        hosts=frozenset(settings.also_hosts),
        include=settings.include,
        exclude=settings.exclude,
        prefixes={site.host: (site.comparison_path, site.tool_path) for site in list_sites()},
        max_pages=settings.max_pages,
    )
    return HowToFetch(
        delay=settings.delay, site=settings.site, observed_at=settings.observed_at, scope=scope
    )
