"""An invented database with everything in it that the published pages must cope with."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from datasette.app import Datasette
from msgspec.structs import replace
from sqlite_utils import Database

from db.ledger import close_run, open_run
from db.loading import load_readings
from db.resolving.deciding import Author, decide
from db.resolving.resolver import resolve_entries
from db.sites import Terms, state_terms
from parsers.records import Comparison, Issue, Quote, Reading, Snapshot, ToolCard, Unknown, Verdict
from publish.asking import find_question
from publish.explaining import Explain
from publish.serving import build_app, close_app
from versusdb.files import DATABASE, open_for_writing

SITE = "reviews.example"
TERMS = Terms(
    site=SITE,
    name="Example Reviews",
    attribution="Example panel review",
    terms="Citing with attribution is welcome.",
    terms_url=f"https://{SITE}/terms",
    citation=f"https://{SITE}/tool/{{slug}}",
)
SCRIPT = "<script>document.title = 'taken'</script>"
CRITICS = ("Builder", "Skeptic", "Futurist", "Founder")
TOOLS = (
    ("Tally", "Developer Tools", "Counts what your agents spend", "Free", (88, 71, 93, 80)),
    ("Orrery", "Coding Agents", "A planner that shows its orbits", "Paid", (91, 12, 95, 64)),
    ("Millrace", "Data", "Streams that stay in their banks", "Freemium", (55, 48, 60, 58)),
    ("Quill & Co", "Writing", "Drafts that sound like you", "Paid", (34, 20, 66, 41)),
    ("Harbour", "Infrastructure", "Deploys to the machine next door", "Free", (77, 69, 81, 90)),
)
# Listed again, under slugs of their own: a person has joined the one, and is asked of the other.
AGAIN = (
    ("Tally", "Observability", "What agents cost, counted", "Paid", (61, 44, 72, 38)),
    ("Harbour", "Infrastructure", "Ships to a machine near you", "Free", (75, 70, 80, 88)),
)

TALLY, ORRERY = "eed0fd965a8d9a4b5", "ee3317f9808c2d8a9"
# What is put into the fields of the stored queries, by their names.
VALUES = {
    "tool": TALLY, "tool_a": TALLY, "tool_b": ORRERY, "critic": "Skeptic", "word": "LATENCY",
    "words": "tally", "search_critics.words": "skep", "search_categories.words": "data",
    "snapshot": "s84779cfad4be7222", "subject": TALLY, "site": SITE, "category": "infrastructure",
    "tool_waiting.tool": "e564a61cd35fc6d1c", "tools_list.category": "",
    "run": "2", "run_entries_new.run": "1", "run_quotes_new.run": "1",
}  # fmt: skip

SERVE = """
import sys
from pathlib import Path
from publish.serving import serve
from versusdb.serving import describe_live
path = Path(sys.argv[1])
tell = lambda address: print(address, flush=True)
ended_by = serve(path, "127.0.0.1", 0, tell, described=describe_live(path))
print(ended_by.name, flush=True)
"""


@contextmanager
def open_app(path: Path, explain: Explain | None = None) -> Iterator[Datasette]:
    """Build the app on a database, and let go of the file at the end."""
    app = build_app(path, explain=explain)
    try:
        yield app
    finally:
        close_app(app)


def ask(app: Datasette, address: str) -> Any:
    """Return the app's answer; an address without a slash in front is one within the database."""
    if not address.startswith("/"):
        base = app.urls.database(app.get_database().name)
        address = f"{base}{address}" if address.startswith("?") else f"{base}/{address}"
    return asyncio.run(app.client.get(address))


def list_rows(app: Datasette, address: str) -> list[dict[str, Any]]:
    """Return the rows behind an address within the database."""
    name, _, query = address.partition("?")
    answer = ask(app, f"{name}.json?_shape=array&{query}")
    assert answer.status_code == 200, answer.text
    found: list[dict[str, Any]] = answer.json()
    return found


def write_address(name: str) -> str:
    """Return the address of a stored query within the database, with values it has rows for."""
    values = {
        field: VALUES.get(f"{name}.{field}", VALUES.get(field, ""))
        for field in find_question(name).parameters
    }
    return f"{name}?{urlencode(values)}"


@contextmanager
def serve_database(path: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """Serve a database from a process of its own; give the process and the address it tells."""
    server = subprocess.Popen(
        [sys.executable, "-c", SERVE, str(path)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    with server:
        try:
            assert server.stdout
            yield server, server.stdout.readline().strip()
        finally:
            server.kill()


def fill_database(path: Path) -> None:
    """Make a database of comparisons, changes, an unreadable page and a hostile one."""
    database = open_for_writing(path, DATABASE)
    state_terms(database, [TERMS])
    for day, records in enumerate((first_records(), later_records()), start=1):
        load_day(database, records, day)
    resolve_entries(database)
    ids = dict(database.conn.execute("SELECT slug, entry_id FROM entries"))
    author = Author("night shift", "2026-05-02T07:00:00Z", "Told by its maker")
    decide(database, "same", ids["tally"], ids["tally-2026"], author)
    database.close()


def load_day(database: Database, records: Sequence[Comparison | Unknown], day: int) -> None:
    """Load records in a run of their own, on this day of May."""
    run = open_run(
        database,
        command="ingest",
        started_at=f"2026-05-0{day}T06:00:00Z",
        settings={},
        code_version="0.1.0",
        reader_version="invented",
    )
    load_readings(database, run, observe(records, day))
    close_run(database, run, status="clean", finished_at=f"2026-05-0{day}T06:05:00Z")


def observe(records: Sequence[Comparison | Unknown], day: int) -> list[tuple[Snapshot, Reading]]:
    """Pair each record with a snapshot of its own, seen on this day of May."""
    return [
        (
            Snapshot(
                archive_id=100 * day + index,
                sha256=f"{100 * day + index:064x}",
                source=record.source,
                address=record.url,
                site=SITE,
                observed_at=f"2026-05-0{day}T06:0{index % 5}:00Z",
                status=200,
                content_type="text/html",
            ),
            Reading(record, "invented"),
        )
        for index, record in enumerate(records, start=1)
    ]


def first_records() -> list[Comparison | Unknown]:
    """Write the pages of the first day: each tool against the next, and two odd ones."""
    pages: list[Comparison | Unknown] = [
        compare(a, b) for a, b in zip(range(len(TOOLS) - 1), range(1, len(TOOLS)), strict=True)
    ]
    issue = Issue(code="not_a_comparison", field="", message="No", expected="A vs B", found="")
    pages.append(Unknown(source="x", url=f"https://{SITE}/compare/x", site=SITE, issues=(issue,)))
    pages.append(write_hostile())
    again = [write_card(tool, position, tool[4]) for position, tool in enumerate(AGAIN, start=1)]
    renamed = [replace(card, slug=f"{card.slug}-2026") for card in again]
    pages.append(write_comparison(renamed, [tool[4] for tool in AGAIN]))
    return pages


def later_records() -> list[Comparison | Unknown]:
    """Write the second day's only page: the first tool has lost a vote and a critic."""
    page = compare(0, 1, (88, 31, 93, 80))
    left = tuple(quote for quote in page.quotes if (quote.position, quote.seat) != (1, 3))
    return [replace(page, quotes=left)]


def compare(a: int, b: int, scores: tuple[int, ...] | None = None) -> Comparison:
    """Write the comparison of two tools by number; ``scores`` are the first one's, if others."""
    scored = (scores or TOOLS[a][4], TOOLS[b][4])
    cards = tuple(
        write_card(TOOLS[number], position, scored[position - 1])
        for position, number in enumerate((a, b), start=1)
    )
    return write_comparison(cards, scored)


def write_comparison(cards: Sequence[ToolCard], scored: Sequence[tuple[int, ...]]) -> Comparison:
    """Write the page of two cards and of the scores that critics give to each."""
    quotes = tuple(
        Quote(
            position=card.position,
            seat=seat,
            reviewer=CRITICS[seat - 1],
            score=score,
            verdict="ship" if score >= 50 else "skip",
            text=f"{card.name} held for {seat + 3} days of latency tests, then I read the bill. "
            f"{CRITICS[seat - 1]}s will want to try it before they believe the page.",
        )
        for card, marks in zip(cards, scored, strict=True)
        for seat, score in enumerate(marks, start=1)
    )
    names = " vs ".join(card.name for card in cards)
    slugs = "-vs-".join(str(card.slug) for card in cards)
    return Comparison(
        source=slugs,
        url=f"https://{SITE}/compare/{slugs}",
        site=SITE,
        title=names,
        tools=tuple(cards),
        quotes=quotes,
    )


def write_card(
    tool: tuple[str, str, str, str, tuple[int, ...]], position: int, scores: tuple[int, ...]
) -> ToolCard:
    """Write the card of a tool whose critics gave these scores."""
    name, category, tagline, price, _ = tool
    ships = sum(score >= 50 for score in scores)
    verdict: Verdict = "ship" if ships > 2 else "mixed" if ships == 2 else "skip"
    return ToolCard(
        position=position,
        slug=name.lower().replace(" & ", "-"),
        name=name,
        category=category,
        tagline=tagline,
        description=f"{name} does what its tagline says, at some length, for teams that asked.",
        verdict=verdict,
        panel_ship_pct=25 * ships,
        ship_votes=ships,
        skip_votes=4 - ships,
        entry_price=price,
        pricing="Free for one person; $12 a month for a team of any size",
        derived=("verdict",),
        homepage_url=f"https://{name.split()[0].lower()}.example/",
    )


def write_hostile() -> Comparison:
    """Write a page whose every text is an attack, and whose second tool has no slug."""
    cards = (
        ToolCard(
            position=1,
            slug="script",
            name=SCRIPT,
            category="</td><img src=x onerror=alert(1)>",
            tagline="long " * 2000,
            homepage_url="javascript:alert(2)",
        ),
        ToolCard(position=2, name="\u202egnp.exe", tagline="https://evil.example/ in a tagline"),
    )
    quote = Quote(position=1, seat=1, reviewer='"><script>', text=SCRIPT, score=1, verdict="skip")
    return Comparison(
        source="hostile",
        url="javascript:alert(1)",
        site=SITE,
        title=f"{SCRIPT} vs x",
        tools=cards,
        quotes=(quote,),
    )
