"""Publish: robots.txt: crawlers read our pages, and leave alone what has no end.

Filters, sorts and pages of a table, questions and comparisons of any two tools are more addresses
than anybody could fetch, and each costs a question to the database.
"""

from __future__ import annotations

from typing import Any

from datasette.utils.asgi import Response

from publish.pages.feed import make_absolute

TEXT = """\
# Welcome: the home page, tools, critics and changes are there to be read and found.
#
# Please leave alone what has no end: questions, comparisons of any two tools, evidence, and tables
# by filter, sort and page. Whoever wants all of the data takes each view once as CSV, from the home
# page.

User-agent: *
{rules}

Sitemap: {sitemap}
"""


async def answer(datasette: Any, request: Any) -> Any:
    """Answer with the rules for all crawlers."""
    data = datasette.urls.database(datasette.get_database().name)
    endless = (
        f"{data}/",
        datasette.urls.path("search"),
        datasette.urls.path("compare"),
        datasette.urls.path("evidence"),
        datasette.urls.path("*?"),
        datasette.urls.path("*.csv"),
        datasette.urls.path("*.json"),
    )
    # A style sheet has a digest after its question mark.
    rules = [f"Allow: {datasette.urls.path('-/publish/')}", *(f"Disallow: {p}" for p in endless)]
    sitemap = make_absolute(datasette, request, "/sitemap.xml")
    return Response.text(TEXT.format(rules="\n".join(rules), sitemap=sitemap))
