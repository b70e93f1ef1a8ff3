"""Publish: the plugin that teaches Datasette our links, our pages and our manners.

It is registered once for the process, and knows nothing of a database but what Datasette hands
to each hook. So it is the same on a live file and beside a finished set, where plain Datasette
loads it.
"""

from __future__ import annotations

import math
import sqlite3
import sys
from collections.abc import Awaitable, Callable, Coroutine, Mapping
from functools import partial
from typing import Any, TypeVar

from datasette import hookimpl as _hookimpl
from datasette.plugins import pm
from datasette.utils import tilde_encode
from markupsafe import Markup

from publish import arranging, choosing, crediting, failing, guarding, linking, naming, paging
from publish.matching import check_conditions, match_numbers
from publish.opening import ShownFile
from publish.pages import fields
from publish.pages.static import name_static
from publish.routing import ROUTES, Answering
from publish.settings import settle
from publish.units import is_percent

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
        match_numbers()


def hookimpl(hook: Hook) -> Hook:
    """Mark a function as a hook, keeping its type: Datasette's own mark has none."""
    _hookimpl(hook)
    return hook


@hookimpl
def register_routes() -> tuple[tuple[str, Answering], ...]:
    """Add the pages of our own."""
    return ROUTES


@hookimpl
def prepare_connection(conn: sqlite3.Connection) -> None:
    """Give SQLite a square root: not every build of it has one."""
    conn.create_function("sqrt", 1, take_root, deterministic=True)


def take_root(value: float | None) -> float | None:
    """Return the square root; null has none, nor has what is below zero."""
    return None if value is None or value < 0 else math.sqrt(value)


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
def filters_from_request(
    request: Any, database: str, table: str, datasette: Any
) -> Coroutine[Any, Any, None]:
    """Refuse conditions that mean nothing."""
    return check_conditions(datasette, request, database, table)


@hookimpl
def render_cell(
    row: Any, value: object, column: str, database: str, datasette: Any
) -> Markup | linking.Link | str | Coroutine[Any, Any, linking.Link] | None:
    """Link ids and names to what they mean, addresses to their pages; put the rest into words."""
    if value is None or value == "":
        return None
    if linking.is_web_address(value):
        # Datasette would link an address in any column.
        text = linking.shorten(str(value), datasette.setting("truncate_cells_html"))
        return linking.Link(str(value), text) if linking.is_address_column(column) else text
    cells = dict(row)
    name = linking.name_column(column, cells.get("subject"))
    path = linking.find_named_path(cells | {name: value}, name, f"/{tilde_encode(database)}")
    if path is None:
        is_share = isinstance(value, int | float) and is_percent(column)
        return f"{value}\N{NO-BREAK SPACE}%" if is_share else linking.show_plain(column, value)
    address = str(datasette.urls.path(path))
    if name not in naming.SELECT_NAMES or linking.is_named_beside(column, cells):
        most = datasette.setting("truncate_cells_html")
        return linking.Link(address, linking.shorten(str(value), most))
    return link_name(datasette, database, name, str(value), address)


async def link_name(
    datasette: Any, database: str, column: str, value: str, address: str
) -> linking.Link:
    """Link an id by the name of what it stands for."""
    name = await naming.find_name(datasette.get_database(database), column, value)
    return linking.Link(address, name)


@hookimpl
def extra_template_vars(datasette: Any) -> Callable[[], Awaitable[Mapping[str, object]]]:
    """Give every page the sites to name, and what shows cells and times."""

    async def find_variables() -> Mapping[str, object]:
        database = datasette.get_database()
        return {
            "sites": await crediting.find_sites(database),
            "is_web_address": linking.is_web_address,
            "home_database": database.name,
            "standing_quotes": arranging.STANDING,
            "quotes_note": arranging.QUOTES_NOTE,
            "view_texts": arranging.list_views(datasette, database.name),
            "name_static": partial(name_static, datasette),
            "list_shown": linking.list_shown,
            "show_time": linking.show_time,
            "show_plain": linking.show_plain,
            "paging": paging,
            "name_missing": choosing.name_missing,
            "list_choices": partial(choosing.list_choices, datasette),
            "title_column": arranging.title_column,
            "title_head": naming.title_head,
            "title_field": fields.title_field,
            "show_cell": partial(
                linking.show_cell, urls=datasette.urls, data=f"/{tilde_encode(database.name)}"
            ),
        }

    return find_variables


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
    return partial(guarding.guard, seconds=seconds, base=base, is_open=datasette.cors)
