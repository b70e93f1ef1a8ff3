"""Publish: the plugin that teaches Datasette our links, our pages and our manners.

It is registered once for the process, and knows nothing of a database but what Datasette hands
to each hook. No page needs a script or another host, and the policy sent with every page makes
the browser hold to that, whatever a stranger's text may try.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Coroutine, Mapping
from functools import partial
from typing import Any, TypeVar

from datasette import hookimpl as _hookimpl
from datasette.utils import tilde_encode
from markupsafe import Markup

from publish import arranging, crediting, failing, linking, naming, paging
from publish.pages import fields
from publish.routing import ROUTES, Answering
from publish.units import is_percent

Hook = TypeVar("Hook", bound=Callable[..., object])
Send = Callable[[dict[str, Any]], Awaitable[None]]
App = Callable[[Any, Any, Send], Awaitable[None]]

POLICY = (
    b"default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; "
    b"base-uri 'none'; frame-ancestors 'none'"
)
HEADERS: tuple[tuple[bytes, bytes], ...] = (
    (b"content-security-policy", POLICY),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
)


def hookimpl(hook: Hook) -> Hook:
    """Mark a function as a hook, keeping its type: Datasette's own mark has none."""
    _hookimpl(hook)
    return hook


@hookimpl
def register_routes() -> tuple[tuple[str, Answering], ...]:
    """Add the pages of our own."""
    return ROUTES


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
    key = linking.find_named(column, cells)
    name = key or linking.name_column(column, cells.get("subject"))
    path = linking.find_path(name, cells[key] if key else value, f"/{tilde_encode(database)}")
    if path is None:
        is_share = isinstance(value, int) and is_percent(column)
        return f"{value} %" if is_share else linking.show_plain(column, value)
    address = str(datasette.urls.path(path))
    if key or linking.is_named_beside(column, cells):
        return linking.Link(address, str(value))
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
            "sites": await crediting.list_sites(database),
            "is_web_address": linking.is_web_address,
            "home_database": database.name,
            "quotes_note": arranging.QUOTES_NOTE,
            "view_texts": list_views(datasette, database.name),
            "list_shown": linking.list_shown,
            "show_time": linking.show_time,
            "show_plain": linking.show_plain,
            "break_name": break_name,
            "paging": paging,
            "title_column": arranging.title_column,
            "title_field": fields.title_field,
            "list_derived": fields.list_derived,
            "show_cell": partial(
                linking.show_cell, urls=datasette.urls, data=f"/{tilde_encode(database.name)}"
            ),
        }

    return find_variables


def break_name(name: str) -> Markup:
    """Let the name of a column break where its words do."""
    return Markup("_<wbr>").join(name.split("_"))


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
def asgi_wrapper(datasette: Any) -> Callable[[App], App]:
    """Send our headers with every answer."""

    def wrap(app: App) -> App:
        async def answer(scope: Any, receive: Any, send: Send) -> None:
            async def send_with_headers(message: dict[str, Any]) -> None:
                if message["type"] == "http.response.start":
                    message = message | {"headers": [*message.get("headers", ()), *HEADERS]}
                await send(message)

            await app(scope, receive, send_with_headers)

        return answer

    return wrap
