"""Publish: the sitemap: the addresses of all tools and critics, for crawlers (sitemaps.org)."""

from __future__ import annotations

import sqlite3
from typing import Any
from xml.etree.ElementTree import Element, SubElement, tostring

from datasette.database import QueryInterrupted
from datasette.utils.asgi import Response

from publish.asking import find_question
from publish.linking import find_path
from publish.pages.feed import make_absolute

NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
# An address must have fewer letters.
TOO_LONG = 2_048
COLUMNS = {"tool": "tool_id", "critic": "critic"}


async def answer(datasette: Any, request: Any) -> Any:
    """Answer with the addresses, under the host that was asked."""
    sql = find_question("sitemap").sql
    try:
        found = await datasette.get_database().execute(sql, truncate=False)
    except (QueryInterrupted, sqlite3.Error) as error:
        return Response.text(f"The pages could not be listed: {error}", status=503)
    root = Element("urlset", xmlns=NAMESPACE)
    for kind, name, site in found.rows:
        path = str(find_path(COLUMNS[kind], name, "", site))
        address = make_absolute(datasette, request, path)
        if len(address) < TOO_LONG:
            SubElement(SubElement(root, "url"), "loc").text = address
    body = tostring(root, encoding="utf-8", xml_declaration=True)
    return Response(body, content_type="application/xml; charset=utf-8")
