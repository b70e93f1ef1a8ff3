"""Publish: the evidence of a page: from which block of it each field was read, and by what.

Evidence is told anew from the archived bytes by whoever serves them (``publish.explaining``). A
published set comes without its archive, and says what lies where.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Any
from urllib.parse import unquote

from publish.asking import Answer, ask, look_up
from publish.errors import EvidenceError
from publish.linking import write_part
from publish.pages.fields import Row
from publish.pages.page import Page, redirect, show_page
from publish.pages.places import list_parts

NO_ARCHIVE = (
    "The bytes of this page lie in the archive of whoever made this database, under the SHA-256 "
    "above. “versusdb serve” beside that archive shows here from which block each field was read, "
    "and “versusdb parse --explain FILE” shows it of a saved copy."
)


async def answer(datasette: Any, request: Any) -> Any:
    """Show the evidence of a snapshot; the id of an entry or a quote leads to its last one."""
    wanted = unquote(request.url_vars["snapshot"])
    snapshot = await look_up(datasette, "evidence_snapshot", snapshot=wanted)
    if snapshot.rows:
        return await show_page(datasette, request, await build_page(datasette, snapshot))
    latest = await look_up(datasette, "evidence_latest", subject=wanted)
    if latest.rows:
        path = f"/evidence/{write_part(latest.rows[0]['snapshot_id'])}"
        answered = redirect(datasette, request, datasette.urls.path(path))
        answered.headers["Location"] += f"#{write_part(wanted)}"
        return answered
    page = Page("no_evidence.html", "No such page here", told={"wanted": wanted}, status=404)
    return await show_page(datasette, request, page)


async def build_page(datasette: Any, answered: Answer) -> Page:
    """Ask what a snapshot shows, and have its page explained."""
    (snapshot,) = answered.rows
    key = snapshot["snapshot_id"]
    subjects, (explained, failure) = await asyncio.gather(
        ask(datasette, "evidence_subjects", snapshot=key), explain(datasette, snapshot)
    )
    return Page(
        "evidence.html",
        "Where each field was read",
        {"snapshot": answered, "subjects": subjects},
        {"snapshot_id": key, "evidence": explained, "failure": failure},
        {
            "snapshot": snapshot,
            "parts": list_parts(explained, subjects.rows) if explained else [],
            "issues": explained["record"].get("issues", ()) if explained else (),
        },
    )


async def explain(datasette: Any, snapshot: Row) -> tuple[Mapping[str, Any] | None, str | None]:
    """Return a page's record with its evidence, or in a sentence why there is none."""
    # Whoever serves a set with Datasette's own command hands in nothing.
    explaining = getattr(datasette, "explaining", None)
    if explaining is None:
        return None, NO_ARCHIVE
    try:
        return await explaining.ask(snapshot["snapshot_id"], snapshot["sha256"]), None
    except EvidenceError as error:
        return None, str(error)
