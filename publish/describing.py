"""Publish: reads from a database what its views and columns mean.

SQLite keeps the text of every CREATE VIEW as it was written, comments included: the one after
the opening bracket describes the view, the one after a column the column, and a comment on a
line of its own goes on with the one before. So a file documents itself, wherever it is copied,
and what a page says of a column cannot drift from what the schema says.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

SELECT_VIEWS = """
SELECT name, sql FROM sqlite_master WHERE type = 'view' AND name GLOB 'v1_*' ORDER BY name
"""
SELECT_TABLES = "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
SELECT_SITES = "SELECT site, name, attribution, terms, terms_url FROM v1_sites ORDER BY site"
SELECT_HOSTS = "SELECT DISTINCT site FROM v1_entries ORDER BY site"
UNKNOWN_TERMS = "Terms unknown; ask before you quote at length."

_OPENING = re.compile(r"CREATE\s+VIEW\s+\S+\s*\(\s*", re.IGNORECASE)
_COLUMN = re.compile(r'\s*"?(?P<name>\w+)"?\s*,?\s*(?:--\s*(?P<comment>.*))?')
_COMMENT = re.compile(r"\s*--\s*(?P<comment>.*)")


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a view and what it means; empty where the schema does not say."""

    name: str
    description: str


@dataclass(frozen=True, slots=True)
class View:
    """A ``v1_`` view and its columns in order."""

    name: str
    description: str
    columns: tuple[Column, ...]


@dataclass(frozen=True, slots=True)
class Site:
    """How a site that the data comes from asks to be named; ``terms_url`` may be empty."""

    site: str
    name: str
    attribution: str
    terms: str
    terms_url: str

    @property
    def address(self) -> str:
        """Where it is; empty of a site that nobody has stated anything of but its host."""
        return f"https://{self.site}/" if self.terms_url else ""


@dataclass(frozen=True, slots=True)
class Contents:
    """What a database holds, as far as it is shown."""

    views: tuple[View, ...]
    tables: tuple[str, ...]
    sites: tuple[Site, ...]


def read_contents(connection: sqlite3.Connection) -> Contents:
    """Return the views with their descriptions, the names of all tables, and the sites."""
    views = tuple(describe_view(name, sql) for name, sql in connection.execute(SELECT_VIEWS))
    tables = tuple(name for (name,) in connection.execute(SELECT_TABLES))
    names = {view.name for view in views}
    rows = connection.execute(SELECT_SITES) if "v1_sites" in names else ()
    hosts = connection.execute(SELECT_HOSTS) if "v1_entries" in names else ()
    return Contents(views, tables, list_sites(rows, hosts))


def list_sites(rows: Iterable[Sequence[str]], hosts: Iterable[Sequence[str]]) -> tuple[Site, ...]:
    """List the sites of ``SELECT_SITES``, then those hosts of which nobody has stated the terms."""
    known = tuple(Site(*row) for row in rows)
    names = {site.site for site in known}
    unknown = (Site(host, host, host, UNKNOWN_TERMS, "") for (host,) in hosts if host not in names)
    return (*known, *unknown)


def describe_view(name: str, sql: str) -> View:
    """Read a view's descriptions out of its CREATE VIEW statement.

    A view that names no columns before its SELECT has no descriptions, and that is no error.
    """
    opening = _OPENING.match(sql)
    if opening is None:
        return View(name, "", ())
    description, columns = "", list[Column]()
    for line in sql[opening.end() :].splitlines():
        if line.lstrip().startswith(")"):
            break
        if comment := _COMMENT.fullmatch(line):
            words = comment["comment"].strip()
            if columns:
                columns[-1] = Column(columns[-1].name, f"{columns[-1].description} {words}".strip())
            else:
                description = f"{description} {words}".strip()
        elif column := _COLUMN.fullmatch(line):
            columns.append(Column(column["name"], (column["comment"] or "").strip()))
    return View(name, description, tuple(columns))
