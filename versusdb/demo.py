"""Command: ``demo`` crawls the bundled site on the loopback and serves Datasette on the result.

It goes the whole way over real HTTP: robots.txt, sitemap, pages, archive, database. The site
stays up while Datasette serves, so that every source can be followed. It works in a folder of
its own, never on ``versus.db``.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

import click

from scraper.showing import show_path
from versusdb.demo_server import serve_demo_site
from versusdb.files import check_sqlite
from versusdb.ingesting import Settings, ingest
from versusdb.reports import print_ingest
from versusdb.serving import check_port, serve_until_signal
from versusdb.working import open_tools

DATABASE_NAME = "demo.db"


def run_demo(*, host: str, port: int, folder: Path | None, is_json: bool) -> int:
    """Crawl, load, serve; return 6 when a signal has ended it, which is how a demo ends."""
    check_sqlite()
    check_port(host, port)
    with serve_demo_site() as site, _keep_folder(folder) as work:
        path = work / DATABASE_NAME
        settings = Settings(
            sources=(f"{site}/",), delay=0, allow_hosts=(urlsplit(site).hostname or "",)
        )
        if not is_json:
            click.echo(f"The bundled review site is up at {site}/")
        with open_tools("Reading") as tools:
            outcome = ingest(path, settings, tools)
        if not is_json:
            print_ingest(path, outcome, is_json=False)

        def announce(address: str) -> None:
            if is_json:
                found = {"command": "demo", "address": address, "site": site, "db": show_path(path)}
                click.echo(json.dumps({**found, "content": outcome.content}))
            else:
                click.echo(f"\nLook at it in a browser: {address} (Ctrl-C ends the demo)")

        return serve_until_signal(path, host, port, announce)


@contextmanager
def _keep_folder(folder: Path | None) -> Iterator[Path]:
    """Yield the folder that was named, or a temporary one that goes at the end."""
    if folder is not None:
        folder.mkdir(parents=True, exist_ok=True)
        yield folder
        return
    with TemporaryDirectory(prefix="versusdb-demo-") as temporary:
        yield Path(temporary)
