"""Publish: arranges the views for people: titles, order, facets, attribution.

The result is Datasette's metadata. Descriptions come from the database itself (``describing``);
what is chosen here is only how a view opens. Facets stand on columns of few values: on others
they would cost a scan and tell nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from publish.asking import Question
from publish.describing import Contents, Site, View
from publish.linking import is_web_address
from publish.units import find_unit

TITLE = "versusdb"
# Under this name Datasette's metadata holds what is meant for our plugin.
CONFIGURED = "versusdb"
DESCRIPTION = (
    "Tools, scores and critics' quotes, read from the comparison pages of review sites and kept "
    "with their history. Entries and quotes say when they were seen and which address to cite."
)
QUOTES_NOTE = (
    "Quotes and descriptions belong to the sites that published them and stand outside any "
    "licence of this database: cite source_url."
)


@dataclass(frozen=True, slots=True)
class Arrangement:
    """How a view opens: its order, the rows of a page, the facets beside it.

    ``columns`` are those shown at first, all without any; ``nothing`` says why there may be no row.
    A view that is not sortable is too long to be put into an order while one waits. ``ways`` are
    those to narrow it by one click: what the rows are then called, and the condition.
    """

    sort: str = ""
    is_descending: bool = False
    size: int = 50
    facets: tuple[str, ...] = ()
    columns: str = ""
    nothing: str = "Nothing has been read yet."
    is_sortable: bool = True
    ways: tuple[tuple[str, str], ...] = ()


# Of columns whose names alone do not say what they hold.
TITLES: Mapping[str, str] = {
    "kappa_low": "Kappa, 95 % from",
    "kappa_high": "Kappa, 95 % to",
}
# Of quotes: that at least one page shows them still.
STANDING = "valid_to__isnull=1"

# In the order in which they are offered; a view that is not named here comes after these.
ARRANGEMENTS: Mapping[str, Arrangement] = {
    "v1_tools": Arrangement("name", facets=("entry_count",), columns="""
        name entry_count comparison_count quote_count panel_ship_pct_min panel_ship_pct_max
        first_seen_at last_seen_at
    """),
    "v1_entries": Arrangement("name", facets=("category", "verdict", "entry_price", "site"),
        columns="""
        name category tagline verdict panel_ship_pct community_ship_pct entry_price source_url
        last_seen_at
    """),
    "v1_quotes": Arrangement("score", is_descending=True, facets=("reviewer", "verdict"),
        columns="entry_id reviewer score verdict text source_url valid_from valid_to",
        ways=(("that stand", STANDING), ("that ended", "valid_to__notnull=1"))),
    "v1_comparisons": Arrangement("title", facets=("site",),
        columns="title url entry_a_id entry_b_id first_seen_at last_seen_at"),
    "v1_comparison_entries": Arrangement(size=100),
    "v1_entry_history": Arrangement("valid_from", is_descending=True, facets=("verdict",),
        columns="""
        name verdict panel_ship_pct ship_votes skip_votes community_ship_pct entry_price valid_from
        valid_to run_id
    """),
    "v1_quote_history": Arrangement("valid_from", is_descending=True,
        facets=("reviewer", "verdict")),
    "v1_snapshots": Arrangement("observed_at", is_descending=True,
        facets=("kind", "status", "site"), columns="url observed_at status kind run_id"),
    "v1_sightings": Arrangement(size=100, is_sortable=False),
    "v1_runs": Arrangement("run_id", is_descending=True, facets=("command", "status"), columns="""
        run_id command status started_at finished_at pages_seen pages_failed entries_added
        entries_changed quotes_added quotes_changed quotes_ended issues
    """, nothing="No run has written yet."),
    "v1_coverage": Arrangement("run_id", is_descending=True,
        facets=("judgement", "kind", "medium", "site", "field"), columns="""
        run_id kind medium field pages filled_pct landmark found judgement
    """),
    "v1_issues": Arrangement("last_seen_at", is_descending=True, facets=("stage", "code"),
        columns="stage code url field message last_seen_at resolved_at expected found",
        nothing="Everything that was asked for was fetched and read cleanly."),
    "v1_merges": Arrangement("tool_id", facets=("decided_by", "rule"),
        nothing="Each tool is one entry: no two were joined."),
    "v1_merge_queue": Arrangement("score", is_descending=True, facets=("reason",),
        columns="name_a name_b score reason evidence",
        nothing="No pair waits for a person's word."),
    "v1_decisions": Arrangement("decision_id", is_descending=True,
        facets=("word", "holds", "decided_by"), columns="""
        decision_id word slug_a name_a slug_b name_b holds changed reason evidence decided_by
        decided_at
    """, nothing="Nobody has decided on a pair yet."),
    "v1_entry_aliases": Arrangement(nothing="No entry has had another id."),
    "v1_tool_aliases": Arrangement(nothing="No tool has had another id."),
    "v1_sites": Arrangement("site"),
}  # fmt: skip


def arrange(
    name: str,
    contents: Contents,
    questions: Iterable[Question],
    described: Mapping[str, Any] | None = None,
) -> dict[str, Any]:
    """Return Datasette's metadata for the database that is shown under ``name``.

    ``described`` is what the home page tells search engines of it (``dataset``).
    """
    tables: dict[str, Any] = {table: {"hidden": True} for table in contents.tables}
    views = order_views(contents.views)
    return {
        "title": TITLE,
        "description": DESCRIPTION,
        **credit_sites(contents.sites),
        "plugins": {CONFIGURED: {"dataset": described}} if described else {},
        "databases": {
            name: {
                "title": "All data",
                "description": f"{DESCRIPTION} {QUOTES_NOTE}",
                "tables": tables | {view.name: arrange_view(view) for view in views},
                "queries": {question.name: question.as_metadata() for question in questions},
            }
        },
    }


def order_views(views: Sequence[View]) -> tuple[View, ...]:
    """Put the views in the order in which a reader needs them."""
    ranks = {name: rank for rank, name in enumerate(ARRANGEMENTS)}
    return tuple(sorted(views, key=lambda view: (ranks.get(view.name, len(ranks)), view.name)))


def title_view(name: str) -> str:
    """Return the name of a view as people say it: ``v1_entry_history`` is Entry history."""
    return name.removeprefix("v1_").replace("_", " ").capitalize()


def title_column(name: str) -> str:
    """Return the name of a column as people say it: ``panel_ship_pct`` is Panel ship, %."""
    if name in TITLES:
        return TITLES[name]
    parts = name.removesuffix("_pct").removesuffix("_at").capitalize().split("_")
    words = " ".join("URL" if part.lower() == "url" else part for part in parts)
    return f"{words}, %" if name.endswith("_pct") else words


def arrange_view(view: View) -> dict[str, Any]:
    """Return the metadata of one view; an order or facet over a column it lacks is left out.

    Its units are ours: Datasette's own would refuse a filter whose value is none of theirs.
    """
    names = [column.name for column in view.columns]
    chosen = ARRANGEMENTS.get(view.name, Arrangement())
    arranged: dict[str, Any] = {
        "title": title_view(view.name),
        "description": view.description,
        "columns": {column.name: column.description for column in view.columns},
        "measures": {name: find_unit(view.name, name) for name in names},
        "shown": [name for name in chosen.columns.split() if name in names],
        "nothing": chosen.nothing,
        "size": chosen.size,
        "ways": chosen.ways,
        "facets": [facet for facet in chosen.facets if facet in names],
    }
    if not chosen.is_sortable:
        arranged["sortable_columns"] = []
    if chosen.sort in names:
        arranged["sort_desc" if chosen.is_descending else "sort"] = chosen.sort
    return arranged


def credit_sites(sites: Sequence[Site]) -> dict[str, str]:
    """Name the sources as they ask for it, with their terms; nothing where no site is known.

    Datasette has room for one address each: several sites are named without one, and the home
    page links them all.
    """
    if not sites:
        return {}
    credit = {
        "source": "; ".join(site.attribution for site in sites),
        "about": " ".join(site.terms for site in sites),
    }
    if len(sites) == 1 and sites[0].address:
        credit["source_url"] = sites[0].address
        if is_web_address(sites[0].terms_url):
            credit["about_url"] = sites[0].terms_url
    return credit


def list_views(datasette: Any, database: str) -> dict[str, Mapping[str, Any]]:
    """Return title and description of the views, in the order in which they are offered."""
    tables = (datasette.metadata("tables", database=database, fallback=False) or {}).items()
    return {name: texts for name, texts in tables if not texts.get("hidden")}
