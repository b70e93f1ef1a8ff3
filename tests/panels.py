"""A second site in the invented database: a large panel, odd names, and what changes on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from random import Random
from typing import Any

from datasette.app import Datasette
from msgspec.structs import replace

from db.coverage import Tally, save_coverage
from db.ledger import close_run, open_run
from db.loading import load_readings
from db.resolving.resolver import resolve_entries
from db.sites import state_terms
from parsers.records import Comparison, Coverage, FieldCoverage, Quote, ToolCard
from publish.linking import find_path
from tests.publishing import TERMS, ask, fill_database, observe
from versusdb.files import DATABASE, open_for_writing

SECOND = "second.example"
ENTRIES = 50
# One of the first site's critics is named like one here.
PANEL = ("Ann", "Bob", "Cyd", "Skeptic")
# Cohen's kappa by hand: both ship 20, only the one 5, only the other 10, both skip 15, of 50:
# they agree on 0.7, by chance on 0.5 * 0.6 + 0.5 * 0.4 = 0.5, so kappa is 0.2 / 0.5 = 0.4.
HAND_A, HAND_B, HAND_KAPPA = "Hand A", "Hand B", 0.4
ALWAYS_A, ALWAYS_B = "Always", "Also Always"
HOSTILE = (
    '"><script>alert(1)</script>', "a/b", "50%", "%2F", "J. Doe", "x.json", "..x", "\u202egnp.exe",
    "né Ée", "x?y#z", "a+b c", "skeptic", "'; DROP TABLE runs; --", "{{ 7 * 7 }}", "k" * 2_000,
)  # fmt: skip


def fill_panels(path: Path) -> None:
    """Make the invented database, and on its third and fourth day the second site."""
    fill_database(path)
    database = open_for_writing(path, DATABASE)
    state_terms(
        database,
        [TERMS, replace(TERMS, site=SECOND, citation=f"https://{SECOND}/tool/{{slug}}")],
    )
    for day, pages in ((3, list(first_pages())), (4, list(later_pages()))):
        run = open_run(
            database,
            command="ingest",
            started_at=f"2026-06-0{day}T06:00:00Z",
            settings={},
            code_version="0.1.0",
            reader_version="invented",
        )
        readings = [
            (replace(snapshot, site=SECOND, observed_at=f"2026-06-0{day}T06:00:00Z"), reading)
            for snapshot, reading in observe(pages, day)
        ]
        load_readings(database, run, readings)
        tally = Tally()
        tally.add([tell_coverage(filled=120 - 10 * day)])
        save_coverage(database, run.run_id, tally, "loaded")
        close_run(database, run, status="clean", finished_at=f"2026-06-0{day}T06:05:00Z")
    resolve_entries(database)
    database.close()


def first_pages() -> Iterator[Comparison]:
    """Write the third day's pages: each entry once, and each critic's words on it."""
    random = Random(7)  # noqa: S311 - the same panel at every run
    for number in range(0, ENTRIES, 2):
        yield write_page(number, [list(judge(n, random)) for n in (number, number + 1)])


def later_pages() -> Iterator[Comparison]:
    """Write the fourth day's pages: other scores, other words, one word less, another category.

    The last page speaks once more of the first entry, beside one of which two say opposite things.
    """
    random = Random(7)  # noqa: S311 - the same panel at every run
    first = [list(judge(n, random)) for n in (0, 1)]
    rescored = [("Ann", min(score + 5, 100), take) if critic == "Ann" else (critic, score, take)
                for critic, score, take in first[0]]  # fmt: skip
    yield write_page(0, [rescored, first[1][:-1]], category="Agents & Tools")
    opposed = [("Ann", 90, "first"), ("Bob", 10, "first")]
    yield write_page(0, [[("Bob", 0, "again")], opposed], other=ENTRIES)


def judge(number: int, random: Random) -> Iterator[tuple[str, int, str]]:
    """Yield what critics say of an entry: name, score, and which take it is."""
    for critic in PANEL:
        score = random.randrange(101)
        if random.random() < 0.8 or number == 0:
            yield critic, score, "first"
    yield HAND_A, 80 if number < 25 else 20, "first"
    yield HAND_B, 70 if number < 20 or 25 <= number < 35 else 30, "first"
    if number < 30:
        yield ALWAYS_A, 90, "first"
        yield ALWAYS_B, 60, "first"
    if number < len(HOSTILE):
        yield HOSTILE[number], 10, "first"


def write_page(
    number: int,
    sides: Sequence[Sequence[tuple[str, int, str]]],
    *,
    category: str = "Agents and Tools",
    other: int | None = None,
) -> Comparison:
    """Write the comparison of an entry with the next one, or with another."""
    numbers = (number, number + 1 if other is None else other)
    cards = tuple(
        ToolCard(
            position=position,
            slug=f"osprey-{n}",
            name=f"Osprey {n}",
            category=category if n < 10 else ("Search", "Research", "Infrastructure")[n % 3],
            tagline=f"Catches fish number {n}",
            verdict="ship" if n % 2 else "skip",
            panel_ship_pct=75 if n % 2 else 25,
            ship_votes=3 if n % 2 else 1,
            skip_votes=1 if n % 2 else 3,
            community_ship_pct=90 - n,
            community_votes=10 * n,
            entry_price=("Free", "Paid")[n % 2],
            pricing=f"${n} per seat and month",
        )
        for position, n in enumerate(numbers, start=1)
    )
    slug = "-vs-".join(f"osprey-{n}" for n in numbers)
    return Comparison(
        source=slug,
        url=f"https://{SECOND}/compare/{slug}",
        site=SECOND,
        title=" vs ".join(card.name for card in cards),
        tools=cards,
        quotes=tuple(write_quotes(cards, sides)),
    )


def write_quotes(
    cards: Iterable[ToolCard], sides: Iterable[Iterable[tuple[str, int, str]]]
) -> Iterator[Quote]:
    """Write the words of each critic on each card."""
    for card, side in zip(cards, sides, strict=True):
        for seat, (critic, score, take) in enumerate(side, start=1):
            yield Quote(
                position=card.position,
                seat=seat,
                reviewer=critic,
                score=score,
                verdict="ship" if score >= 50 else "skip",
                text=f"{critic[:40]} on {card.name}: the {take} words.",
            )


def tell_coverage(*, filled: int) -> Coverage:
    """State how often the pages of a day stated the price."""
    price = FieldCoverage(
        field="tools.entry_price", slots=100, filled=filled, landmark="label 'Entry'", sample="Free"
    )
    return Coverage(site=SECOND, kind="comparison", medium="html", fields=(price,))


def ask_critic(app: Datasette, site: str, critic: str) -> dict[str, Any]:
    """Return the answers of a critic's page, from its JSON."""
    answer = ask(app, f"{find_path('critic', critic, '', site)}.json")
    assert answer.status_code == 200, answer.text
    answers: dict[str, Any] = answer.json()["answers"]
    assert [each["failure"] for each in answers.values()] == [None] * len(answers)
    return {name: each["rows"] for name, each in answers.items()}
