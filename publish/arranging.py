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

    A view that is not sortable is too long to be put into an order while one waits.
    """

    sort: str = ""
    is_descending: bool = False
    size: int = 50
    facets: tuple[str, ...] = ()
    is_sortable: bool = True


# In the order in which they are offered; a view that is not named here comes after these.
ARRANGEMENTS: Mapping[str, Arrangement] = {
    "v1_tools": Arrangement("name"),
    "v1_entries": Arrangement("name", facets=("category", "verdict", "entry_price")),
    "v1_quotes": Arrangement("score", is_descending=True, facets=("reviewer", "verdict")),
    "v1_comparisons": Arrangement("title"),
    "v1_comparison_entries": Arrangement(size=100),
    "v1_entry_history": Arrangement("valid_from", is_descending=True),
    "v1_quote_history": Arrangement("valid_from", is_descending=True),
    "v1_snapshots": Arrangement("observed_at", is_descending=True, facets=("kind",)),
    "v1_sightings": Arrangement(size=100, is_sortable=False),
    "v1_runs": Arrangement("run_id", is_descending=True, facets=("command", "status")),
    "v1_coverage": Arrangement("run_id", is_descending=True, facets=("field", "judgement")),
    "v1_issues": Arrangement("last_seen_at", is_descending=True, facets=("stage", "code")),
    "v1_merges": Arrangement("tool_id", facets=("decided_by",)),
    "v1_merge_queue": Arrangement("score", is_descending=True),
    "v1_decisions": Arrangement("decision_id", is_descending=True, facets=("word",)),
    "v1_entry_aliases": Arrangement(),
    "v1_tool_aliases": Arrangement(),
    "v1_sites": Arrangement("site"),
}


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
    words = name.removesuffix("_pct").removesuffix("_at").replace("_", " ").capitalize()
    return f"{words}, %" if name.endswith("_pct") else words


def arrange_view(view: View) -> dict[str, Any]:
    """Return the metadata of one view; an order or facet over a column it lacks is left out."""
    names = {column.name for column in view.columns}
    chosen = ARRANGEMENTS.get(view.name, Arrangement())
    arranged: dict[str, Any] = {
        "title": title_view(view.name),
        "description": view.description,
        "columns": {column.name: column.description for column in view.columns},
        "size": chosen.size,
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
    if len(sites) == 1:
        credit["source_url"] = f"https://{sites[0].site}/"
        if is_web_address(sites[0].terms_url):
            credit["about_url"] = sites[0].terms_url
    return credit


def list_views(datasette: Any, database: str) -> dict[str, Mapping[str, Any]]:
    """Return title and description of the views, in the order in which they are offered."""
    tables = (datasette.metadata("tables", database=database, fallback=False) or {}).items()
    return {name: texts for name, texts in tables if not texts.get("hidden")}
