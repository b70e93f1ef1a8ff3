"""Publish: the plugin that teaches Datasette our links, our home page and our manners.

It is registered once for the process, and knows nothing of a database but what Datasette hands
to each hook. No page needs a script or another host, and the policy sent with every page makes
the browser hold to that, whatever a stranger's text may try.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Any, TypeVar
from urllib.parse import urlencode

from datasette import hookimpl as _hookimpl

from publish import arranging, exporting, failing, linking, overview

Hook = TypeVar("Hook", bound=Callable[..., object])
Send = Callable[[dict[str, Any]], Awaitable[None]]
App = Callable[[Any, Any, Send], Awaitable[None]]

POLICY = (
    b"default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; "
    b"base-uri 'none'; frame-ancestors 'none'"
)
CSV_PATH = r"/(?P<database>[^/.]+)(?:/(?P<table>[^/.]+))?\.(?P<format>csv)$"
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
def render_cell(
    row: Any, value: object, column: str, database: str, datasette: Any
) -> linking.Link | str | None:
    """Link ids to their rows and addresses to their pages; leave the rest to Datasette."""
    if value is None or value == "":
        return None
    if linking.is_web_address(value):
        # Datasette would link an address in any column.
        text = shorten(str(value), datasette.setting("truncate_cells_html"))
        return linking.Link(str(value), text) if linking.is_address_column(column) else text
    target = linking.find_target(column, dict(row).get("subject"))
    if target is None:
        return None
    view, key = target
    address = f"{datasette.urls.table(database, view)}?{urlencode({key: str(value)})}"
    return linking.Link(address, str(value))


def shorten(text: str, limit: int) -> str:
    """Cut a text to the limit and show that it was cut; 0 is no limit."""
    return text if not limit or len(text) <= limit else f"{text[:limit]}…"


@hookimpl
def extra_template_vars(
    template: str, datasette: Any
) -> Callable[[], Awaitable[Mapping[str, object]]]:
    """Give every page the sites to name, and the home page its counts and lists."""

    async def find_variables() -> Mapping[str, object]:
        database = datasette.get_database()
        found: dict[str, object] = {
            "sites": await overview.list_sites(database),
            "is_web_address": linking.is_web_address,
            "home_database": database.name,
            "quotes_note": arranging.QUOTES_NOTE,
            "view_texts": list_views(datasette, database.name),
        }
        if template == "index.html":
            found["counts"] = await overview.count_rows(database)
            found["freshness"] = await overview.tell_freshness(database)
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
def register_routes() -> list[tuple[str, Callable[..., Awaitable[Any]]]]:
    """Take every CSV upon us: Datasette's own may end early without a word."""
    return [(CSV_PATH, exporting.answer_csv)]


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
