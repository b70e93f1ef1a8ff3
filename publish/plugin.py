"""Publish: the plugin that teaches Datasette our links, our home page and our manners.

It is registered once for the process, and knows nothing of a database but what Datasette hands
to each hook. So it is the same on a live file and beside a finished set, where plain Datasette
loads it.
"""

from __future__ import annotations

import sys
from collections.abc import Awaitable, Callable, Coroutine, Mapping
from functools import partial
from typing import Any, TypeVar

from datasette import hookimpl as _hookimpl
from datasette.plugins import pm
from datasette.utils import tilde_encode

from publish import arranging, dataset, failing, guarding, linking, naming, overview
from publish.opening import ShownFile
from publish.pages.static import name_static
from publish.routing import ROUTES, Answering
from publish.settings import settle

Hook = TypeVar("Hook", bound=Callable[..., object])


def register() -> None:
    """Teach Datasette our manners, once for the process.

    They stand in place of its own for errors, and of files out of a cell, for there are none.
    """
    plugin = sys.modules[__name__]
    if not pm.is_registered(plugin):
        pm.unregister(name="datasette.handle_exception")
        pm.unregister(name="datasette.blob_renderer")
        pm.register(plugin)


def hookimpl(hook: Hook) -> Hook:
    """Mark a function as a hook, keeping its type: Datasette's own mark has none."""
    _hookimpl(hook)
    return hook


@hookimpl
def register_routes() -> tuple[tuple[str, Answering], ...]:
    """Add the pages of our own."""
    return ROUTES


@hookimpl
def startup(datasette: Any) -> None:
    """Let our settings hold, and open the files that Datasette was given as ours are opened."""
    settle(datasette)
    for name, given in datasette.databases.items():
        if not given.is_memory and not isinstance(given, ShownFile):
            shown = ShownFile(datasette, given.path, is_mutable=given.is_mutable)
            shown.name, shown.route = given.name, given.route
            datasette.databases = {**datasette.databases, name: shown}


@hookimpl
def render_cell(
    row: Any, value: object, column: str, database: str, datasette: Any
) -> linking.Link | str | Coroutine[Any, Any, linking.Link] | None:
    """Link ids to what they name and addresses to their pages; leave the rest to Datasette."""
    if value is None or value == "":
        return None
    if linking.is_web_address(value):
        # Datasette would link an address in any column.
        text = shorten(str(value), datasette.setting("truncate_cells_html"))
        return linking.Link(str(value), text) if linking.is_address_column(column) else text
    if "pct" in column.split("_"):
        return f"{value}\N{NO-BREAK SPACE}%"
    cells = dict(row) if column.endswith("_id") else {}
    name = linking.name_column(column, cells.get("subject"))
    path = linking.find_path(name, value, f"/{tilde_encode(database)}")
    if path is None:
        return None
    address = str(datasette.urls.path(path))
    if f"{column.removesuffix('_id')}" in cells and column.endswith("_id"):
        return linking.Link(address, str(value))
    return link_name(datasette, database, name, str(value), address)


async def link_name(
    datasette: Any, database: str, column: str, value: str, address: str
) -> linking.Link:
    """Link an id by the name of what it stands for."""
    name = await naming.find_name(datasette.get_database(database), column, value)
    return linking.Link(address, name)


def shorten(text: str, limit: int) -> str:
    """Cut a text to the limit and show that it was cut; 0 is no limit."""
    return text if not limit or len(text) <= limit else f"{text[:limit]}…"


@hookimpl
def extra_template_vars(
    template: str, request: Any, datasette: Any
) -> Callable[[], Awaitable[Mapping[str, object]]]:
    """Give every page the sites to name, and the home page its counts and lists."""

    async def find_variables() -> Mapping[str, object]:
        database = datasette.get_database()
        views = list_views(datasette, database.name)
        found: dict[str, object] = {
            "sites": await overview.list_sites(database),
            "is_web_address": linking.is_web_address,
            "home_database": database.name,
            "quotes_note": arranging.QUOTES_NOTE,
            "view_texts": views,
            "name_static": partial(name_static, datasette),
            "list_shown": linking.list_shown,
            "show_time": linking.show_time,
            "title_column": arranging.title_column,
            "show_cell": partial(
                linking.show_cell, urls=datasette.urls, data=f"/{tilde_encode(database.name)}"
            ),
        }
        if template == "index.html":
            found["counts"] = await overview.count_rows(database)
            found["freshness"] = await overview.tell_freshness(database)
            found["dataset"] = await dataset.describe(datasette, request, views)
            found["questions"] = await datasette.get_canned_queries(database.name, None)
        return found

    return find_variables


def list_views(datasette: Any, database: str) -> dict[str, Mapping[str, Any]]:
    """Return title and description of the views, in the order in which they are offered."""
    tables = (datasette.metadata("tables", database=database, fallback=False) or {}).items()
    return {name: texts for name, texts in tables if not texts.get("hidden")}


@hookimpl
def handle_exception(
    datasette: Any, request: Any, exception: Exception
) -> Callable[[], Awaitable[Any]]:
    """Answer what could not be answered."""
    return lambda: failing.answer_exception(datasette, request, exception)


@hookimpl
def asgi_wrapper(datasette: Any) -> Callable[[guarding.App], guarding.App]:
    """Stand between everybody and Datasette."""
    seconds, base = datasette.setting("default_cache_ttl"), datasette.setting("base_url")
    return partial(guarding.guard, seconds=seconds, base=base)
