"""Publish: a page of our own, as HTML and as JSON."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from datasette.utils.asgi import Response

from publish.asking import Answer


@dataclass(frozen=True, slots=True)
class Page:
    """What a page shows: answers for people and programs, and ``shown`` for people alone.

    ``told`` are values that stand in the JSON beside the answers.
    """

    template: str
    title: str
    answers: Mapping[str, Answer] = field(default_factory=dict)
    told: Mapping[str, object] = field(default_factory=dict)
    shown: Mapping[str, object] = field(default_factory=dict)
    status: int = 200


async def show_page(datasette: Any, request: Any, page: Page) -> Any:
    """Answer with a page, as JSON where its address ends with ``.json``.

    One of which a part was not answered is not to be kept.
    """
    is_whole = not any(answer.failure for answer in page.answers.values())
    headers = {} if is_whole else {"cache-control": "no-store"}
    if is_json(request):
        answers = {name: answer.as_json() for name, answer in page.answers.items()}
        is_ok = is_whole and page.status < 400
        body = {"ok": is_ok, "title": page.title, **page.told, "answers": answers}
        return Response.json(body, status=page.status, headers=headers)
    query = f"?{request.query_string}" if request.query_string else ""
    address = datasette.urls.path(f"{request.path}.json{query}")
    variables = {
        "title": page.title,
        "answers": page.answers,
        **page.told,
        **page.shown,
        "alternate_url_json": address if page.status == 200 else None,
    }
    text = await datasette.render_template(page.template, variables, request=request)
    return Response.html(text, status=page.status, headers=headers)


def is_json(request: Any) -> bool:
    """Tell whether the address asks for JSON."""
    return bool(request.url_vars.get("json"))


def redirect(datasette: Any, request: Any, path: str) -> Any:
    """Send to another page of ours, as JSON if that was asked for."""
    return Response.redirect(f"{path}.json" if is_json(request) else path)
