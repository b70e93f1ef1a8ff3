"""Parse: the sites we read. One file a site; a file put here is found, nothing is registered.

Each module of this package states its site's dossier in its docstring and holds one ``SITE``.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
from functools import cache, cached_property

from msgspec import Struct
from msgspec.structs import asdict

from parsers.records import Verdict
from parsers.text import fold_label

# 124 votes; 1,240 or 1 240 community votes. The lookbehind keeps the search linear.
COMMUNITY_VOTES = re.compile(
    r"(?<![\d.,])(?P<votes>\d{1,3}(?:[ ,.'’]\d{3}){1,3}|\d{1,9})\s(?:community\s)?votes?\b",
    re.IGNORECASE,
)
COVERAGE_FLOOR = 0.5


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
    labels: frozenset[str]  # all of these


class ToolLabels(Struct, frozen=True, kw_only=True, dict=True):
    """The words by which the page of one tool is read; a label may be glued to its value.

    ``breadcrumb`` is the first word of the breadcrumb, before the category; ``visit`` stands
    before the host of the tool's own address. ``votes`` has the groups ``ship`` and ``skip``.
    Two more statements are checked against the first: ``share_line`` has the groups ``name`` and
    ``verdict``, ``embed_line`` has ``verdict``, ``score`` and ``full``, the best score there is.
    """

    breadcrumb: str
    price: str
    reviewed: str
    verdict: str
    visit: str
    take: str
    share: str
    embed: str
    votes: re.Pattern[str]
    share_line: re.Pattern[str]
    embed_line: re.Pattern[str]

    @cached_property
    def sections(self) -> tuple[str, str, str]:
        """The labels, folded, that stand on a tool's page and nowhere else."""
        return fold_label(self.take), fold_label(self.share), fold_label(self.embed)


class Site(Struct, frozen=True, kw_only=True, dict=True):
    """A publication we read: its labels, its addresses, its attribution and terms.

    ``versus`` stands between the names in a title. ``score_line`` is all of a line that states
    a critic's score: its groups are ``score``, a number up to ``full_score`` with a point or a
    comma, or ``stars``, whose full ones count, and ``verdict`` where the line states one;
    ``verdicts`` says what the site's words mean, and ``mixed`` from which to which percentage
    the middle one is the badge. ``tally`` has the groups ``ship`` and ``skip``,
    ``community_votes`` the group ``votes``. ``tool_path`` and ``comparison_path`` are the
    prefixes of its addresses, ``slug_versus`` stands between the slugs; ``tool_labels`` is None
    for a site whose pages of one tool are not read; ``citation`` holds ``{slug}``.
    ``coverage_floor`` is the share of a field's earlier coverage below which a run is not loaded
    (``db.coverage``): at 0.5, a field that nine of ten cards stated must be stated by more than
    four of ten. 0 switches the check off for the site.
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
    mixed: tuple[int, int] = (50, 50)
    community_votes: re.Pattern[str] = COMMUNITY_VOTES
    slug_versus: str = "-vs-"
    coverage_floor: float = COVERAGE_FLOOR
    tool_labels: ToolLabels | None = None

    @cached_property
    def landmarks(self) -> Landmarks:
        """The labels, folded once for each site."""
        return _fold_labels(self.labels)


def _fold_labels(labels: Labels) -> Landmarks:
    one = {name: fold_label(text) for name, text in asdict(labels).items() if name != "endings"}
    stats = frozenset(one[name] for name in ("panel", "community", "entry"))
    names = ("table", "panel_verdict", "community", "pricing", "best_for", "category")
    rows = frozenset(one[name] for name in names)
    return Landmarks(
        **one,
        endings=frozenset(map(fold_label, labels.endings)),
        stats=stats,
        rows=rows,
        labels=stats | rows,
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
