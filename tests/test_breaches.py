"""``check`` finds every view that does not keep its promises, and says which."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from db.contract import VIEWS
from tests.checked import FIRST, falsify, find, make_sound
from tests.drifting import select
from tests.observing import make_database, rows


@pytest.fixture(scope="module")
def _sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_sound(tmp_path_factory.mktemp("sound"))


@pytest.fixture
def path(_sound: Path, tmp_path: Path) -> Path:
    """A sound database of four pages, one of which was seen to change."""
    for name in ("x.db", "x.archive.db", "older.db"):
        shutil.copy(_sound / name, tmp_path / name)
    return tmp_path / "x.db"


def test_the_contract_is_the_schema() -> None:
    """Every view of a new file but those to search by is in the contract, its columns in order."""
    with make_database() as database:
        views = rows(database, "SELECT name FROM sqlite_master WHERE type = 'view' ORDER BY name")
        found = {
            view: tuple(row[1] for row in rows(database, f"PRAGMA table_info({view})"))
            for (view,) in views
        }
    assert {found.pop("search_entries")[0], found.pop("search_quotes")[0]} == {
        "entry_id", "quote_id",
    }  # fmt: skip
    assert found == {view: tuple(c.name for c in columns) for view, columns in VIEWS.items()}


BREACHES = {
    "score": ("quotes", f"SET score = 101 {FIRST}", "value_wrong", "score"),
    "percentage": ("entries", f"SET panel_ship_pct = -1 {FIRST}", "value_wrong", "panel_ship_pct"),
    "fraction": ("entries", f"SET ship_votes = 1.5 {FIRST}", "value_wrong", "ship_votes"),
    "null": ("entries", f"SET name = NULL {FIRST}", "value_wrong", "name"),
    "blob": ("comparisons", f"SET title = x'00' {FIRST}", "value_wrong", "title"),
    "time without Z": (
        "comparisons",
        f"SET first_seen_at = '2026-05-01T12:00:00' {FIRST}",
        "value_wrong",
        "first_seen_at",
    ),
    "no such day": (
        "snapshots",
        f"SET observed_at = '2026-02-30T12:00:00Z' {FIRST}",
        "value_wrong",
        "observed_at",
    ),
    "word": ("entry_history", f"SET verdict = 'good' {FIRST}", "value_wrong", "verdict"),
    "digest": ("snapshots", f"SET sha256 = upper(sha256) {FIRST}", "value_wrong", "sha256"),
    "list": ("entries", f"SET derived = '{{}}' {FIRST}", "value_wrong", "derived"),
    "no JSON": ("entries", f"SET derived = '[' {FIRST}", "value_wrong", "derived"),
    "form of an id": ("runs", f"SET run_id = 'first' {FIRST}", "value_wrong", "run_id"),
    "dates": (
        "entries",
        f"SET first_seen_at = '2126-05-01T12:00:00Z' {FIRST}",
        "order_wrong",
        "first_seen_at and last_seen_at",
    ),
    "empty interval": (
        "quote_history",
        "SET valid_to = valid_from WHERE valid_to IS NOT NULL",
        "order_wrong",
        "valid_from and valid_to",
    ),
    "overlap": (
        "entry_history",
        "SET valid_to = '2126-05-01T12:00:00Z' WHERE valid_to IS NOT NULL",
        "interval_overlaps",
        "valid_to",
    ),
    "two current ones": (
        "entry_history",
        "SET valid_to = NULL",
        "interval_overlaps",
        "valid_to",
    ),
    "current name": ("entries", f"SET name = 'Another' {FIRST}", "history_disagrees", ""),
    "current score": ("quotes", f"SET score = 1 {FIRST}", "history_disagrees", ""),
    "end": ("quotes", "SET valid_to = NULL", "history_disagrees", ""),
    "sighting count": (
        "quotes",
        f"SET sighting_count = 9 {FIRST}",
        "sightings_disagree",
        "first_seen_at, last_seen_at, sighting_count",
    ),
    "tool of an entry": (
        "entries",
        f"SET tool_id = 'e0123456789abcdef' {FIRST}",
        "id_unknown",
        "tool_id",
    ),
    "run": ("quote_history", f"SET run_id = 99 {FIRST}", "id_unknown", "run_id"),
    "count of comparisons": (
        "entries",
        f"SET comparison_count = 9 {FIRST}",
        "count_wrong",
        "comparison_count",
    ),
    "count of entries": ("tools", f"SET entry_count = 9 {FIRST}", "count_wrong", "entry_count"),
    "source": ("entries", f"SET source_url = NULL {FIRST}", "source_missing", "source_url"),
    "source of a quote": ("quotes", "SET source_url = NULL", "source_missing", "source_url"),
}


@pytest.mark.parametrize("how", BREACHES)
def test_broken_promise_is_found(path: Path, how: str) -> None:
    """A value that is not what its column promises is named, with what was expected and found."""
    view, change, code, column = BREACHES[how]
    falsify(path, view, f"UPDATE fake {change}")
    where = f"v1_{view}.{column}" if column else f"v1_{view}"
    (found,) = [f for f in find(path) if (f.code, f.details["where"]) == (code, where)]
    assert found.is_failure
    assert f"x.db: {where}: " in found.message
    assert "expected " in found.message
    assert ", got " in found.message
    assert f"[{code}]; put it away, keep the archive" in found.message


@pytest.mark.parametrize(
    ("view", "key"),
    [
        ("entries", "entry_id"), ("quotes", "quote_id"), ("snapshots", "snapshot_id"),
        ("comparison_entries", "comparison_id, position"),
    ],
)  # fmt: skip
def test_row_that_stands_twice_is_found(path: Path, view: str, key: str) -> None:
    """What is once each, is once each."""
    falsify(path, view, f"INSERT INTO fake SELECT * FROM fake {FIRST}")
    codes = {(f.code, f.details["where"]) for f in find(path)}
    assert ("id_repeated", f"v1_{view}.{key}") in codes


@pytest.mark.parametrize(
    ("view", "expected"),
    [
        ("entries", {"v1_quotes.entry_id", "v1_sightings.subject_id", "v1_comparisons.entry_a_id"}),
        ("quotes", {"v1_quote_history.quote_id", "v1_sightings.subject_id"}),
        ("snapshots", {"v1_sightings.snapshot_id"}),
        ("comparisons", {"v1_comparison_entries.comparison_id"}),
        ("runs", {"v1_entry_history.run_id", "v1_coverage.run_id"}),
    ],
)
def test_row_that_others_name_is_missed(path: Path, view: str, expected: set[str]) -> None:
    """Every id that a view names is in the view that it refers to."""
    falsify(path, view, f"DELETE FROM fake {FIRST}")
    unknown = {f.details["where"] for f in find(path) if f.code == "id_unknown"}
    assert expected <= unknown


def test_thing_that_nothing_shows_is_found(path: Path) -> None:
    """An entry without a sighting, and a quote without one, have no way back."""
    falsify(path, "sightings", "DELETE FROM fake")
    found = [f for f in find(path) if f.code == "sightings_disagree"]
    assert [f.details["got"] for f in found if "no sighting" in f.message]
    assert {f.details["rows"] for f in found} == {8, 34}


@pytest.mark.parametrize(
    ("sql", "code", "words"),
    [
        ("", "view_missing", "got none"),
        ("CREATE VIEW v1_sites AS SELECT name, site FROM sites", "view_changed", "attribution"),
        (
            "CREATE VIEW v1_sites AS SELECT name, * FROM sites",
            "view_changed",
            "got the order name, site, ",
        ),
        ("CREATE VIEW v1_sites AS SELECT * FROM lost", "view_unreadable", "no such table"),
    ],
)
def test_view_that_is_another_one_is_found(path: Path, sql: str, code: str, words: str) -> None:
    """A view that is missing, cannot be read, or has other columns, is named."""
    select(path, "DROP VIEW v1_sites")
    if sql:
        select(path, sql)
    (found,) = find(path)
    assert (found.code, found.details["where"]) == (code, "v1_sites")
    assert words in found.message


def test_the_field_that_differs_is_named(path: Path) -> None:
    """Of two versions that are not one, the line says in what, and no more."""
    falsify(path, "entries", f"UPDATE fake SET category = 'Writing' {FIRST}")
    (found,) = find(path)
    assert "expected category 'Writing', got category 'Developer Tools' [" in found.message


def test_more_columns_at_the_end_are_welcome(path: Path) -> None:
    """The contract only grows."""
    select(path, "DROP VIEW v1_sites")
    select(path, "CREATE VIEW v1_sites AS SELECT *, 1 AS more FROM sites")
    assert find(path) == []
