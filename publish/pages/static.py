"""Publish: what pages are drawn with, such as the style sheet.

Its address holds a digest of it, so that a browser may keep it and never shows a page with the
style of an older one.
"""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from importlib.resources import files
from mimetypes import guess_type
from typing import Any

from datasette.utils.asgi import NotFound, Response

FOR_GOOD = "public, max-age=31536000, immutable"


async def answer(datasette: Any, request: Any) -> Any:
    """Answer with a file of ours."""
    name = request.url_vars["name"]
    body = read_static().get(name)
    if body is None:
        raise NotFound(f"There is no file {name} here")
    is_current = request.args.get("v") == digest(name)
    headers = {"Cache-Control": FOR_GOOD} if is_current else {}
    return Response(body, headers=headers, content_type=guess_type(name)[0] or "text/plain")


@cache
def read_static() -> dict[str, bytes]:
    """Return our files by name; what is asked for is looked up here, and never on the disk."""
    found = (files("publish") / "static").iterdir()
    return {file.name: file.read_bytes() for file in found if file.is_file()}


@cache
def digest(name: str) -> str:
    """Return what changes with a file of ours."""
    return sha256(read_static()[name]).hexdigest()[:12]


def name_static(datasette: Any, name: str) -> str:
    """Return the address of a file of ours."""
    return f"{datasette.urls.path(f'-/publish/{name}')}?v={digest(name)}"
