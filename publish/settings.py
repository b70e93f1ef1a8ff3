"""Publish: Datasette's settings, fit for a small machine that anybody may ask."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

# The same for the live file and beside a finished set. What they leave open, a stranger may do:
# ``opening`` bounds what a question may cost, ``guarding`` what an address may hold.
SETTINGS: Mapping[str, int | bool] = {
    "default_page_size": 50,
    "max_returned_rows": 2000,
    "num_sql_threads": 3,
    "sql_time_limit_ms": 2000,
    "facet_time_limit_ms": 500,
    "suggest_facets": False,
    "allow_download": False,
    "allow_csv_stream": False,  # ``exporting`` has its own.
    "max_csv_mb": 200,
    "truncate_cells_html": 1000,
    "default_cache_ttl": 60,
}


def settle(datasette: Any) -> None:
    """Let these settings hold where no other was given.

    Datasette passes over the whole of ``settings.json`` where the command line has any setting,
    such as the base address: all would be its own again, downloads of the file included.
    """
    from datasette.app import DEFAULT_SETTINGS

    given = datasette._settings  # noqa: SLF001  # Datasette has no other way to change them.
    left_open = {
        name: mine
        for name, mine in SETTINGS.items()
        if given[name] == DEFAULT_SETTINGS[name] != mine
    }
    if not left_open:
        return
    given |= left_open
    datasette.max_returned_rows = given["max_returned_rows"]
    datasette.sql_time_limit_ms = given["sql_time_limit_ms"]
    datasette.page_size = given["default_page_size"]
