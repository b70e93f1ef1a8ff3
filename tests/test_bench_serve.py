"""What the pages are measured on is the same for a seed, and what is told of it was measured."""

from __future__ import annotations

import os
import re
import sqlite3
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from bench.profiling import IS_INSTALLED
from bench.serve.asking import Asked, ask_all
from bench.serve.content import Size
from bench.serve.filling import fill_database
from bench.serve.profiling import profile_answers
from bench.serve.section import Load, find_quantile, write_section
from tests.publishing import serve_database
from versusdb.files import DATABASE, open_for_writing

HOUSE = Path(__file__).parent.parent
SIZE = Size(entries=200, comparisons=1_000, quotes=6_000, days=4)
HASH_PAGES = """
import hashlib, msgspec
from bench.serve.content import Size, list_days
size = Size(entries=40, comparisons=100, quotes=600, days=3)
print(hashlib.sha256(msgspec.json.encode(list(list_days(size, 7)))).hexdigest())
"""


@pytest.fixture(scope="module")
def connection(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    """Fill a database for all tests here."""
    path = tmp_path_factory.mktemp("bench") / "x.db"
    fill_database(path, SIZE)
    with closing(sqlite3.connect(path)) as connection:
        yield connection


def count(connection: sqlite3.Connection, rows: str) -> int:
    (number,) = connection.execute(f"SELECT count(*) FROM {rows}").fetchone()
    return int(number)


def test_a_seed_gives_the_same_pages_in_every_process() -> None:
    """What the pages say depends on size and seed and nothing else."""
    found = {
        subprocess.run(
            [sys.executable, "-c", HASH_PAGES],
            cwd=HOUSE,
            env={**os.environ, "PYTHONHASHSEED": hash_seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for hash_seed in ("1", "2")
    }
    assert len(found) == 1


@pytest.mark.parametrize(
    ("view", "wanted"), [("entries", 200), ("comparisons", 1_000), ("quotes", 6_000)]
)
def test_there_is_as_much_as_asked(connection: sqlite3.Connection, view: str, wanted: int) -> None:
    """Of everything there is what was asked for, give or take some hundredths."""
    assert 0.97 * wanted < count(connection, f"v1_{view}") < 1.03 * wanted


def test_more_quotes_than_critics_can_write_are_refused() -> None:
    """A size that cannot be reached is refused, not made in part."""
    with pytest.raises(ValueError, match="cannot come to"):
        _ = Size(entries=10, comparisons=10, quotes=10_000, days=3).rewriting


@pytest.mark.parametrize(
    "rows",
    [
        "v1_tools WHERE entry_count > 1",
        "v1_merges WHERE decided_by = 'rule'",
        "v1_merges WHERE decided_by = 'operator'",
        "v1_merge_queue",
        "v1_decisions WHERE word = 'different' AND holds",
        "v1_quotes WHERE valid_to IS NOT NULL",
        "(SELECT 1 FROM v1_quote_history GROUP BY quote_id HAVING count(*) > 1)",
        "(SELECT 1 FROM v1_entry_history GROUP BY entry_id HAVING count(*) > 2)",
        "v1_issues WHERE resolved_at IS NULL",
        "v1_issues WHERE resolved_at IS NOT NULL",
        "v1_coverage",
        "v1_snapshots WHERE kind = 'tool'",
    ],
)
def test_there_is_some_of_everything(connection: sqlite3.Connection, rows: str) -> None:
    """Whatever a page may show, there is some of it."""
    assert count(connection, rows) > 0


def test_words_are_as_frequent_as_in_a_language(connection: sqlite3.Connection) -> None:
    """A few words stand in most quotes, and most words in a few."""
    texts = [text for (text,) in connection.execute("SELECT text FROM v1_quotes")]
    counts = Counter(word for text in texts for word in set(re.findall(r"\w+", text.lower())))
    shares = sorted((number / len(texts) for number in counts.values()), reverse=True)
    assert shares[0] > 0.5
    assert 0.1 < shares[20] < 0.5
    assert shares[1_000] < 0.02


def test_quantile_is_a_value_that_was_measured() -> None:
    """At least so large a share of the times is no longer than the quantile."""
    times = [float(value) for value in range(1, 101)]
    assert [find_quantile(times, share) for share in (0.5, 0.99, 1.0)] == [50, 99, 100]
    assert find_quantile([7.0], 0.99) == 7


def test_errors_and_locks_stand_in_the_section() -> None:
    """An answer that did not come, a 5xx and a word of a lock are counted, each kind by itself."""
    asked = [
        Asked("tool", 200, 10, says_locked=False),
        Asked("tool", 503, 20, says_locked=True),
        Asked("tool", 0, 30, says_locked=False),
        Asked("search", 200, 40, says_locked=False),
    ]
    counts = {"commits": 900, "loaded": 90, "refused": 1}
    written = {**counts, "commits_per_second": 90, "longest_ms": 7}
    rows = {"tools": 1, "comparisons": 2, "quotes": 3}
    text = write_section(rows, [Load("tools and search", asked, written)], 5)
    assert "| tool | every 10 ms | 3 | 20 | 30 | 30 | 2 | 1 |" in text
    assert "| search | every 10 ms | 1 | 40 | 40 | 40 | 0 | 0 |" in text
    told = "900 transactions, 90 a second, 90 of them pages; 1 were refused, the longest took 7 ms."
    assert told in text


def test_requests_keep_to_their_time(tmp_path: Path) -> None:
    """Requests are sent at their rate, each for what was asked, and a missing page is told."""
    path = tmp_path / "x.db"
    open_for_writing(path, DATABASE).close()
    with serve_database(path) as (_, address):
        asked = ask_all(address, [("home", "/"), ("none", "/tool/none")] * 3, 50)
    assert [(each.kind, each.status) for each in asked] == [("home", 200), ("none", 404)] * 3
    assert all(each.milliseconds > 0 and not each.says_locked for each in asked)


@pytest.mark.skipif(not IS_INSTALLED, reason="only `make bench-…` installs pyinstrument")
def test_answers_are_told_apart(tmp_path: Path) -> None:
    """Pages are answered in one thread, so that SQLite is seen; what is no page ends the bench."""
    path = tmp_path / "x.db"
    fill_database(path, Size(entries=40, comparisons=100, quotes=600, days=3))
    text = profile_answers(path, [("home", "/"), ("search", "/search?q=keeps")] * 5)
    assert text.startswith("| where the time goes | home | search |")
    (queries,) = re.findall(r"\| SQLite's statements \| (\d+)% \| (\d+)% \|", text)
    assert max(map(int, queries)) > 0
    (rest,) = re.findall(r"\| the rest \| (\d+)% \| (\d+)% \|", text)
    assert max(map(int, rest)) < 15
    with pytest.raises(AssertionError, match="/tool/none: status 404"):
        profile_answers(path, [("tool", "/tool/none")])
