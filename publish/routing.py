"""Publish: which address is which page.

The first part of an address is the name of a database to Datasette, so none may bear one of ours.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from datasette.utils.asgi import NotFound

from publish import exporting
from publish.pages import (
    changes,
    compare,
    critic,
    evidence,
    feed,
    home,
    quality,
    robots,
    search,
    sitemap,
    static,
    tool,
    tools,
)

Answering = Callable[[Any, Any], Awaitable[Any]]


async def hide(datasette: Any, request: Any) -> Any:
    """Answer as if there was nothing."""
    raise NotFound("There is no such page here")


JSON = r"(?P<json>\.json)?$"
ROUTES: tuple[tuple[str, Answering], ...] = (
    (rf"/{JSON}", home.answer),
    (rf"/search{JSON}", search.answer),
    (rf"/tools{JSON}", tools.answer),
    (rf"/tool/(?P<tool>[^/]+?){JSON}", tool.answer),
    (rf"/compare{JSON}", compare.answer_form),
    (rf"/compare/(?P<a>[^/]+)/(?P<b>[^/]+?){JSON}", compare.answer),
    (rf"/critics{JSON}", critic.answer_list),
    (rf"/critic/(?P<name>[^/]+?){JSON}", critic.answer),
    (rf"/critic/(?P<site>[^/]+)/(?P<name>[^/]+?){JSON}", critic.answer),
    (rf"/evidence/(?P<snapshot>[^/]+?){JSON}", evidence.answer),
    (rf"/changes{JSON}", changes.answer_runs),
    (rf"/changes/(?P<run>[^/]+?){JSON}", changes.answer_run),
    (r"/changes\.atom$", feed.answer),
    (rf"/quality{JSON}", quality.answer),
    (r"/robots\.txt$", robots.answer),
    (r"/sitemap\.xml$", sitemap.answer),
    (r"/-/publish/(?P<name>[^/]+)$", static.answer),
    # What Datasette tells of itself: where the file lies, its settings, threads, and who may what.
    # Nobody signs in here, and nobody needs the scripts and styles of pages that are not shown.
    (r"/-/", hide),
    (r"/_internal(?:$|[/.])", hide),
    (r"/:memory:", hide),
    # Datasette's own CSV may end early without a word.
    (r"/(?P<database>[^/.]+)(?:/(?P<table>[^/.]+))?\.(?P<format>csv)$", exporting.answer_csv),
)
RESERVED = frozenset(
    (
        "tool tools compare critic critics search changes quality robots sitemap static evidence "
        "questions"
    ).split()
)


def name_data(stem: str) -> str:
    """Return the name that a database is shown under: its file's, unless a page has it."""
    return f"{stem}-data" if stem in RESERVED else stem
