"""The queue as programs read it: what a pair costs does not depend on how many others wait."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from sqlite_utils import Database

from db.resolving.resolver import resolve_entries
from tests.listed import OTHER_TEXT, TEXT, add, make, open_file
from versusdb import listing_pairs
from versusdb.store import open_reader

STEPS = 20


def count_steps(path: Path, pairs: int, monkeypatch: pytest.MonkeyPatch) -> int:
    """Return how many steps the database takes to list so many pairs that wait, in twenties."""
    names = [f"Osier{number}x" for number in range(pairs)]
    with open_file(path) as database:
        for name in names:
            add(database, make(name, name, TEXT), make(name, f"{name}-2", OTHER_TEXT))
        resolve_entries(database)
    steps = 0

    def note() -> None:
        nonlocal steps
        steps += 1

    def open_counted(path: Path) -> Database:
        database = open_reader(path)
        database.conn.set_progress_handler(note, STEPS)
        return database

    monkeypatch.setattr(listing_pairs, "open_reader", open_counted)
    listing_pairs.list_waiting(path, is_json=True)
    return steps


def test_what_a_pair_costs_does_not_grow_with_the_queue(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Twice the pairs take twice the steps, with the entries of the tool that each would be."""
    few = count_steps(tmp_path / "few.db", 100, monkeypatch)
    capsys.readouterr()
    assert count_steps(tmp_path / "many.db", 200, monkeypatch) < 2.2 * few
    queue = json.loads(capsys.readouterr().out)["queue"]
    assert len(queue) == 200
    assert all(len(pair["together"]) == 2 for pair in queue)


def test_the_whole_tool_that_would_result_is_listed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With what the word would free: a listing that is like both of two that differ in price."""
    path = tmp_path / "x.db"
    prices = {"osier": None, "o-sier": "$9", "os-ier": "$99"}
    with open_file(path) as database:
        add(database, *(make("Osier", slug, pricing=price) for slug, price in prices.items()))
        resolve_entries(database)
    listing_pairs.list_waiting(path, is_json=True)
    queue = json.loads(capsys.readouterr().out)["queue"]
    sizes = {
        frozenset((pair["entry_a"]["slug"], pair["entry_b"]["slug"])): len(pair["together"])
        for pair in queue
    }
    assert sizes == {
        frozenset({"osier", "o-sier"}): 2,
        frozenset({"osier", "os-ier"}): 2,
        frozenset({"o-sier", "os-ier"}): 3,
    }
