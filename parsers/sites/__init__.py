"""Parse: the sites we read. One file a site; a file put here is found, nothing is registered.

Each module of this package states its site's dossier in its docstring and holds one ``SITE``.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
from functools import cache

from msgspec import Struct

from parsers.text import fold_label


class Labels(Struct, frozen=True, kw_only=True):
    """The words by which a page is read, as a person sees them. Compared without case."""

    eyebrow: str
    standfirst: str
    panel: str
    community: str
    entry: str
    table: str
    panel_verdict: str
    pricing: str
    best_for: str
    category: str
    scorecard: str
    endings: tuple[str, ...]

    def name_stats(self) -> frozenset[str]:
        """Return the folded labels that stand on a card."""
        return frozenset(map(fold_label, (self.panel, self.community, self.entry)))

    def name_rows(self) -> frozenset[str]:
        """Return the folded labels that open a row of the table, its header's included."""
        return frozenset(
            map(
                fold_label,
                (
                    self.table,
                    self.panel_verdict,
                    self.community,
                    self.pricing,
                    self.best_for,
                    self.category,
                ),
            )
        )


class Site(Struct, frozen=True, kw_only=True):
    """A publication we read: its labels, its addresses, its attribution and terms.

    ``score_line`` has the groups ``score`` and ``verdict``; ``tool_path`` and
    ``comparison_path`` are the prefixes of its addresses; ``citation`` holds ``{slug}``.
    """

    host: str
    name: str
    labels: Labels
    score_line: re.Pattern[str]
    tool_path: str
    comparison_path: str
    attribution: str
    terms: str
    terms_url: str
    citation: str


@cache
def list_sites() -> tuple[Site, ...]:
    """Return every site, in the order of its module's name."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    return tuple(importlib.import_module(f"{__name__}.{name}").SITE for name in names)


def find_site(host: str | None) -> Site | None:
    """Return the site of a host, without a leading ``www.``, or None if no file describes it."""
    bare = (host or "").removeprefix("www.")
    return next((site for site in list_sites() if site.host == bare), None)
