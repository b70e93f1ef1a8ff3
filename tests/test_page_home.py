"""The home page: what there is, what it says, how fresh it is, and that it always comes."""

from __future__ import annotations

import asyncio
import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from datasette.app import Datasette
from msgspec.structs import replace

from publish.arranging import ARRANGEMENTS
from publish.keeping import SECONDS_KEPT, ask_or_keep
from publish.pages.home import tell_age
from tests.publishing import (
    SCRIPT,
    SITE,
    TALLY,
    ask,
    compare,
    fill_database,
    load_day,
    open_app,
)
from versusdb.files import DATABASE, open_for_writing

NOW = datetime(2026, 5, 10, 12, 0, tzinfo=UTC)
ENDLESS = """
DROP VIEW v1_quotes;
CREATE VIEW v1_quotes (quote_id, entry_id, reviewer, score, verdict, valid_from, valid_to) AS
WITH RECURSIVE numbers (number) AS (SELECT 1 UNION ALL SELECT number + 1 FROM numbers)
SELECT number, '{entry}', 'x', 1, 'ship', '2026-05-01', NULL FROM numbers;
"""


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Fill a database whose name addresses must write otherwise."""
    path = tmp_path_factory.mktemp("home") / "my data.v2.db"
    fill_database(path)
    return path


def read_home(path: Path, limit: int | None = None) -> tuple[str, dict[str, Any]]:
    """Return the home page of a database and the answers of its JSON."""
    with open_app(path) as app:
        if limit:
            app.sql_time_limit_ms = limit
        page, told = ask(app, "/"), ask(app, "/.json")
        assert (page.status_code, told.status_code) == (200, 200)
        return unescape(page.text), told.json()["answers"]


def change(path: Path, statements: str) -> None:
    """Change a database behind the back of all."""
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(statements)


def test_home_tells_what_how_much_and_whose(app: Datasette) -> None:
    """Home counts the things, leads to every view as page, CSV and JSON, and names the source."""
    home = ask(app, "/").text
    data = app.urls.database(app.get_database().name)
    for label, number in (("Tools", 8), ("Entries", 9), ("Comparisons", 6)):
        assert re.search(rf">{label}</a></dt><dd>{number}</dd>", home)
    quotes = f'{data}/v1_quotes?valid_to__isnull=1">Quotes</a>'
    assert home.count(quotes) == 2
    assert f'{quotes}</dt><dd>28 <span class="number">stand, 29 in all</span></dd>' in home
    for name in ARRANGEMENTS:
        assert f'href="{data}/{name}.csv?_stream=on"' in home
        assert f'href="{data}/{name}.json"' in home
    assert "Name it as “Example panel review”." in home
    assert "as observed until 2026-05-02. http://localhost/" in home


def test_home_tells_how_fresh_and_how_whole(app: Datasette) -> None:
    """Home says when something was last observed, how the last run ended, and what is open."""
    home = ask(app, "/").text
    assert re.search(
        r'datetime="2026-05-02T06:01:00Z">2026-05-02 06:01</time> UTC, [\d,]+ days', home
    )
    assert re.search(r'href="/changes">Run 2</a>, ingest: <strong>clean</strong>, ended', home)
    assert 'href="/quality">1 open issue</a>' in home
    assert re.search(r'v1_merge_queue">1 pair</a>', home)


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("votes", "100 % ship of 2"),
        (
            "scores",
            "29 scores are of 2026-05-01: the median is 69, half lie between 48 and 80.",
        ),
        ("critics", "mean 42 · 28.6 % ship · entries: 7"),
        ("apart", "50 to 75 % · 2 entries"),
    ],
)
def test_each_plot_says_something_and_has_its_data(app: Datasette, key: str, said: str) -> None:
    """A plot, or the sentence in place of one, stands under its heading, over its data."""
    home = unescape(ask(app, "/").text)
    part = home[home.index(f'<section aria-labelledby="{key}">') :]
    part = part[: part.index("</section>")]
    assert said in part
    (address,) = re.findall(r'<p class="data">[^<]*<a href="([^"]+)"', part)
    assert ask(app, address).status_code == 200


def test_names_in_plots_lead_to_their_pages(app: Datasette) -> None:
    """A tool's name leads to its page, a critic's to that of the critic."""
    home = ask(app, "/").text
    assert f'<a href="/tool/{TALLY}">Tally</a>' in home
    assert f'<a href="/critic/{SITE}/Skeptic">Skeptic</a>' in home
    assert f'<a href="/critic/{SITE}/%22%3E%3Cscript%3E">' in home


def test_examples_open_answers(app: Datasette) -> None:
    """Each of the five questions leads to an answer with rows."""
    home = unescape(ask(app, "/").text)
    part = home[home.index('id="examples"') : home.index('id="health"')]
    addresses = re.findall(r'<dt><a href="([^"]+)"', part)
    assert len(addresses) == 5
    for address in addresses:
        path, _, values = address.partition("?")
        told = ask(app, f"{path}.json?{values}").json()
        assert told.get("answers") or told["rows"]


def test_scores_are_drawn_over_time(tmp_path: Path) -> None:
    """Scores of two days are a course; quartiles are of the scores of each day."""
    path = tmp_path / "versus.db"
    fill_database(path)
    page = compare(0, 1)
    texts = [replace(quote, text=f"New: {quote.text}") for quote in page.quotes]
    with closing(open_for_writing(path, DATABASE)) as database:
        load_day(database, [replace(page, quotes=tuple(texts))], 3)
    home, answers = read_home(path)
    assert "2026-05-03: median 84, half between 69.3 and 91.5, 8 scores." in home
    assert [row["quotes"] for row in answers["scores"]["rows"]] == [29, 8]


def test_categories_after_the_twelfth_are_one_row(tmp_path: Path) -> None:
    """The twelve largest categories have rows of their own, those without one among them."""
    path = tmp_path / "versus.db"
    fill_database(path)
    change(path, "UPDATE entries SET verdict = 'ship', category = NULL WHERE slug IS NULL;")
    page = compare(0, 1)
    pages = [
        replace(
            page,
            source=str(number),
            url=None,
            quotes=(),
            tools=tuple(
                replace(card, slug=f"{card.slug}-{number}", category=f"Kind {number}{card.slug}")
                for card in page.tools
            ),
        )
        for number in range(8)
    ]
    with closing(open_for_writing(path, DATABASE)) as database:
        load_day(database, pages, 3)
    home, answers = read_home(path)
    rows = answers["votes"]["rows"]
    assert len(rows) == 13
    assert sum(row["entries"] for row in rows) == 24
    assert rows[-1]["category"] is None
    assert f"<bdi>{rows[-1]['categories']} others</bdi>" in home
    assert "" in {row["category"] for row in rows[:12]}
    assert "<bdi>No category</bdi>" in home


def test_home_of_an_empty_database_comes(tmp_path: Path) -> None:
    """Before any page was read, home says so in each place."""
    path = tmp_path / "versus.db"
    open_for_writing(path, DATABASE).close()
    home, answers = read_home(path)
    assert not any(answer["failure"] for answer in answers.values())
    for said in (
        "Nothing has been observed yet.", "None yet.", "0 open issues", "0 pairs",
        "No entry has a verdict yet.", "No quote has a score yet.",
        "No tool has entries whose panels disagree.", "No terms are known",
    ):  # fmt: skip
        assert said in home


def test_home_without_time_comes(tmp_path: Path) -> None:
    """What takes too long is said to in its place; the rest stands, and so does the foot."""
    path = tmp_path / "versus.db"
    fill_database(path)
    change(path, ENDLESS.format(entry=TALLY))
    home, answers = read_home(path, limit=500)
    failed = {key for key, answer in answers.items() if answer["failure"]}
    assert failed == {"counts", "critics"}
    assert home.count("It took longer than") == 2
    assert "Example panel review" in home
    assert "50 to 75 % · 2 entries" in home


@pytest.mark.parametrize("view", ["v1_sites", "v1_merge_queue", "v1_comparisons", "search_entries"])
def test_home_of_an_older_database_comes(tmp_path: Path, view: str) -> None:
    """A view that is not there takes its part with it, and no other."""
    path = tmp_path / "versus.db"
    fill_database(path)
    change(path, f"DROP VIEW {view};")
    home, answers = read_home(path)
    assert "Terms unknown" in home or view != "v1_sites"
    assert not answers["votes"]["failure"]


def test_site_without_terms_is_named_everywhere(tmp_path: Path) -> None:
    """Every site that has entries is named: at home, in the line to cite by and in each foot."""
    path = tmp_path / "versus.db"
    fill_database(path)
    change(path, "UPDATE entries SET site = 'other.example' WHERE slug = 'millrace';")
    home, _ = read_home(path)
    assert '<blockquote class="cite"><p>Data of Example panel review, other.example, read' in home
    with open_app(path) as app:
        foot = ask(app, f"/tool/{TALLY}").text.partition("<footer>")[2]
    for text in (home, foot):
        assert "other.example" in text
        assert "https://other.example/" not in text  # Nothing but its host is known.
        assert "Terms unknown; ask before you quote at length." in text
    assert "<p><strong>other.example</strong>. Terms unknown;" in home


def test_hostile_text_is_text_on_home(tmp_path: Path) -> None:
    """Whatever a category, a critic, a tool or a site is called, home shows it as text."""
    path = tmp_path / "versus.db"
    fill_database(path)
    statements = f"""
        UPDATE entries SET category = '{SCRIPT.replace("'", '"')}' || hex(zeroblob(5000));
        UPDATE entries SET name = '"><script>' WHERE slug LIKE 'tally%';
        UPDATE sites SET attribution = '<script>', terms_url = 'javascript:alert(1)';
    """
    change(path, statements)
    with open_app(path) as app:
        home = ask(app, "/").text
        assert "<script" not in home
        assert not re.search(r'(?:href|src)="\s*javascript:', home)
        assert home.count("&lt;script&gt;") >= 3
        assert len(home) < 60_000


def test_dear_answer_is_kept_for_a_minute_and_says_so(tmp_path: Path) -> None:
    """What took long is asked once a minute, by however many at once; what did not, each time."""
    path = tmp_path / "versus.db"
    fill_database(path)
    seconds = [0.0]

    def pass_time() -> float:
        seconds[0] += 1
        return seconds[0]

    async def ask_thrice(app: Datasette, name: str, clock: Callable[[], float]) -> list[Any]:
        together = await asyncio.gather(*(ask_or_keep(app, name, clock) for _ in range(2)))
        seconds[0] += SECONDS_KEPT
        return [*together, await ask_or_keep(app, name, clock)]

    with open_app(path) as app:
        one, two, later = asyncio.run(ask_thrice(app, "entries_apart", pass_time))
        assert one is two is not later
        assert re.fullmatch(r"\d{4}-\d\d-\d\d \d\d:\d\d UTC", one.as_of)
        one, two, _ = asyncio.run(ask_thrice(app, "home_pair", lambda: 0.0))
        assert one is not two
        assert one.as_of == ""


@pytest.mark.parametrize(
    ("time", "words"),
    [
        ("2026-05-10T11:59:30Z", "just now"),
        ("2026-05-10T11:59:00Z", "1 minute ago"),
        ("2026-05-10T09:00:00Z", "3 hours ago"),
        ("2026-05-09T11:00:00Z", "1 day ago"),
        ("2022-05-09T11:00:00Z", "1,462 days ago"),
        ("2026-05-10T13:00:00Z", "just now"),
    ],
)
def test_age_is_told_in_words(time: str, words: str) -> None:
    """An age is told in its largest whole unit; a time to come is no age."""
    assert tell_age(time, NOW) == words
