"""Parse: the sites we read. One file a site; a file put here is found, nothing is registered.

Each module of this package states its site's dossier in its docstring and holds one ``SITE``.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
from functools import cache

from msgspec import Struct
from msgspec.structs import asdict

from parsers.records import Verdict
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


class Landmarks(Struct, frozen=True, kw_only=True):
    """The labels of a site in the form in which lines are compared with them."""

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
    endings: frozenset[str]

    stats: frozenset[str]  # on a card
    rows: frozenset[str]  # of the table, its header's included


class Site(Struct, frozen=True, kw_only=True):
    """A publication we read: its labels, its addresses, its attribution and terms.

    ``versus`` stands between the names in a title. ``score_line`` is all of a line that states
    a critic's score: its groups are ``score``, a number up to ``full_score`` with a point or a
    comma, or ``stars``, whose full ones count, and ``verdict`` where the line states one;
    ``verdicts`` says what the site's words mean. ``tally`` has the groups ``ship`` and ``skip``.
    ``tool_path`` and ``comparison_path`` are the prefixes of its addresses; ``citation`` holds
    ``{slug}``.
    """

    host: str
    name: str
    labels: Labels
    versus: re.Pattern[str]
    score_line: re.Pattern[str]
    full_score: int
    tally: re.Pattern[str]
    verdicts: dict[str, Verdict]
    tool_path: str
    comparison_path: str
    attribution: str
    terms: str
    terms_url: str
    citation: str

    @property
    def landmarks(self) -> Landmarks:
        """The labels, folded once for each site."""
        return _fold_labels(self.labels)


@cache
def _fold_labels(labels: Labels) -> Landmarks:
    one = {name: fold_label(text) for name, text in asdict(labels).items() if name != "endings"}
    rows = ("table", "panel_verdict", "community", "pricing", "best_for", "category")
    return Landmarks(
        **one,
        endings=frozenset(map(fold_label, labels.endings)),
        stats=frozenset(one[name] for name in ("panel", "community", "entry")),
        rows=frozenset(one[name] for name in rows),
    )


@cache
def list_sites() -> tuple[Site, ...]:
    """Return every site, in the order of its module's name."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    return tuple(importlib.import_module(f"{__name__}.{name}").SITE for name in names)


def find_site(host: str | None) -> Site | None:
    """Return the site of a host, without a leading ``www.``, or None if no file describes it."""
    bare = (host or "").removeprefix("www.")
    return next((site for site in list_sites() if site.host == bare), None)
