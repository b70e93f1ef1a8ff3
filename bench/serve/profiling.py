"""Bench: where the time of an answer goes, in the server's own process and one thread."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from concurrent.futures import Executor, Future
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from bench.profiling import SQLITE, Part, Profile, profile_call, sum_shares, write_profiles
from publish.serving import build_app, close_app

_T = TypeVar("_T")
WARMING = 10
# The rows come from SQLite while Datasette's function takes them; the handler is called by SQLite.
QUERIES = Part(
    SQLITE.name,
    (*SQLITE.places, "datasette.database:sql_operation_in_thread", "datasette.utils:handler"),
)
WEIGHING = Part("rows weighed, handed over", ("publish.opening", "datasette.database"))
TEMPLATES = Part("Jinja's templates", ("publish.templates", "jinja2"))
PLOTS = Part("drawings", ("publish.plots",))
PAGES = Part(
    "links, words, what a page shows",
    ("publish.pages", "publish.linking", "publish.asking", "publish.suggesting", "publish.wording"),
)
JSON = Part("JSON", ("json",))
DATASETTE = Part("Datasette, its plugins", ("datasette", "pluggy", "asgi_csrf", "publish"))
ASKING = Part("asyncio; httpx, which asks", ("asyncio", "httpx", "anyio", "selectors"))
PARTS = (QUERIES, WEIGHING, TEMPLATES, PLOTS, PAGES, JSON, DATASETTE, ASKING)


class SameThread(Executor):
    """Calls at once what it is given, in the thread that gives it."""

    def submit(self, fn: Callable[..., _T], /, *args: Any, **kwargs: Any) -> Future[_T]:
        """Call a function; what it raises is the caller's, who waits for nothing."""
        future: Future[_T] = Future()
        future.set_result(fn(*args, **kwargs))
        return future


def profile_answers(path: Path, requests: Sequence[tuple[str, str]]) -> str:
    """Ask for pages, each a kind and a path; return the table, a column a kind, and the limit."""
    app = build_app(path)
    app.executor.shutdown()
    app.executor = SameThread()

    profiles: dict[str, Profile] = {}
    try:
        with asyncio.Runner() as runner:
            for kind in dict.fromkeys(kind for kind, _ in requests):
                paths = [each for name, each in requests if name == kind]
                runner.run(_ask(app, paths[:WARMING]))
                asking = partial(runner.run, _ask(app, paths))
                profiles[kind] = profile_call(asking, PARTS)
    finally:
        close_app(app)
    return write_profiles(profiles, _write_limit(profiles))


async def _ask(app: Any, paths: Sequence[str]) -> None:
    for each in paths:
        answer = await app.client.get(each)
        if answer.status_code != 200:
            raise AssertionError(f"{each}: status {answer.status_code}")


def _write_limit(profiles: dict[str, Profile]) -> str:
    said = "; ".join(
        f"of {kind}, {sum_shares(profile, QUERIES)} is SQLite and "
        f"{sum_shares(profile, TEMPLATES)} Jinja"
        for kind, profile in profiles.items()
    )
    return (
        f"The limit is SQLite for a search, and Jinja for a tool's page, whose quotes are many: "
        f"{said}. SQLite has threads of its own when it is served; all else has one, the event "
        "loop's, and bounds how many pages a second there are."
    )
