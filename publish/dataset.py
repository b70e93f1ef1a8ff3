"""Publish: describes the data to search engines, as schema.org's Dataset in the home page.

What it is, whose it is and on what terms is handed over ready (``described``), and is the same as
in a published set's Croissant. Added here is what the server and the moment decide: where to take
the data, and from when it is. Where the text has ``{first_at}``, ``{last_at}`` or ``{run_id}``,
that of the file as it is now is put; so a live file is described as it grows.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from typing import Any

from datasette.database import QueryInterrupted

from publish.arranging import CONFIGURED, list_views, title_view

SELECT_MOMENT = """
SELECT min(observed_at) AS first_at, max(observed_at) AS last_at,
    (SELECT max(run_id) FROM v1_runs) AS run_id
FROM v1_snapshots
"""
# The whole view as CSV; as JSON by pages, each with the address of the next.
OFFERS = (("csv", "text/csv", "?_stream=on&_dl=1"), ("json", "application/json", "?_size=max"))
# No text may end the script element that it stands in.
ESCAPED = {ord(character): f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"}


async def describe(datasette: Any, request: Any) -> str | None:
    """Return the markup; None where nothing is handed over, or nothing was observed yet."""
    described = (datasette.plugin_config(CONFIGURED) or {}).get("dataset")
    if not described or request is None:
        return None
    database = datasette.get_database()
    try:
        moment = (await database.execute(SELECT_MOMENT)).first()
    except (QueryInterrupted, sqlite3.Error):
        return None
    if moment["last_at"] is None:
        return None

    def name_address(path: str) -> str:
        return str(datasette.absolute_url(request, path))

    return write_markup(
        {
            "@context": "https://schema.org/",
            "@type": "Dataset",
            **described,
            "url": name_address(datasette.urls.instance()),
            "dateModified": "{last_at}",
            "distribution": [
                {
                    "@type": "DataDownload",
                    "name": f"{title_view(view)} as {form.upper()}",
                    "encodingFormat": encoding,
                    "contentUrl": name_address(
                        datasette.urls.table(database.name, view, format=form) + how
                    ),
                }
                for view in list_views(datasette, database.name)
                for form, encoding, how in OFFERS
            ],
        },
        dict(moment),
    )


def write_markup(described: Mapping[str, Any], moment: Mapping[str, object]) -> str:
    """Write a description as JSON that stands in a script element."""
    text = json.dumps(described, ensure_ascii=False)
    for slot, value in moment.items():
        text = text.replace(f"{{{slot}}}", str(value))
    return text.translate(ESCAPED)
