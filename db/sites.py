"""Load: what the sites say of quoting them, handed in as plain values."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct
from sqlite_utils import Database

UPSERT_SITE = """
INSERT INTO sites (site, name, attribution, terms, terms_url, citation)
VALUES (?, ?, ?, ?, ?, ?)
ON CONFLICT (site) DO UPDATE SET name = excluded.name, attribution = excluded.attribution,
    terms = excluded.terms, terms_url = excluded.terms_url, citation = excluded.citation
"""


class Terms(Struct, frozen=True, kw_only=True):
    """How a site asks to be cited; ``citation`` is an address with ``{slug}`` in it."""

    site: str
    name: str
    attribution: str
    terms: str
    terms_url: str
    citation: str


def state_terms(database: Database, terms: Iterable[Terms]) -> None:
    """Write the terms of the sites as they are today."""
    rows = [(t.site, t.name, t.attribution, t.terms, t.terms_url, t.citation) for t in terms]
    with database.atomic():
        database.conn.executemany(UPSERT_SITE, rows)
