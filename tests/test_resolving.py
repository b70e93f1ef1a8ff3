"""Which entries are one tool follows from what is known of them, and not from how it became so."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from db.resolving import keys
from db.resolving.counting import count_resolved, count_unresolved
from db.resolving.deciding import list_decisions
from db.resolving.resolver import resolve_entries
from db.resolving.taking import take_decisions
from db.resolving.verifying import list_wrong_tools
from tests.listed import (
    OTHER_TEXT,
    RETOLD,
    TEXT,
    Listed,
    add,
    change,
    date,
    list_outcomes,
    list_tools,
    make,
    observe_text,
    open_file,
    open_listed,
    read_list,
    read_resolved,
    remove,
    spell_slug,
)
from tests.listed_steps import Listing, steps
from tests.observing import A, B, load, make_database, number, observe, rows

ROOT = Path(__file__).parent.parent


@settings(max_examples=150)
@given(st.lists(steps, max_size=30), st.randoms(use_true_random=False))
def test_any_way_to_one_state_gives_one_result(
    taken: list[tuple[str, Listed, Listed]], dice: random.Random
) -> None:
    """Arrivals, changes, removals and words in any order: as if all had come at once."""
    with pytest.MonkeyPatch.context() as patch, open_listed() as database:
        # So few that keys become crowded and rare again all the time.
        patch.setattr(keys, "MOST_SHARING", 3)
        patch.setattr(keys, "MOST_SHARING_PART", 2)
        listing = Listing(database)
        for step in taken:
            listing.take(*step)
        resolve_entries(database)
        found = read_resolved(database)
        assert list(list_wrong_tools(database)) == []
        resolve_entries(database, is_whole=True)
        assert found == read_resolved(database)
        entries = sorted(listing.listed.values(), key=lambda each: each.key)
        dice.shuffle(entries)
        with open_listed(*entries) as anew:
            resolve_entries(anew)
            decisions = [decision for _, decision in list_decisions(database)]
            assert not take_decisions(anew, list(enumerate(decisions))).refused
            assert found == read_resolved(anew)


@pytest.fixture(scope="module")
def at_once() -> dict[str, list[tuple[object, ...]]]:
    """Return what is resolved of a labelled list, all at once."""
    with open_listed(*read_list("relisted")[:500]) as database:
        resolve_entries(database)
        return read_resolved(database)


@pytest.mark.parametrize(("size", "seed"), [(1, 0), (7, 1), (100, 2), (1000, 3)])
def test_a_list_gives_one_result_in_any_batches(
    at_once: dict[str, list[tuple[object, ...]]], size: int, seed: int
) -> None:
    """Whether entries come one by one, in batches, or in another order is not to be seen."""
    entries = list(read_list("relisted")[:500])
    random.Random(seed).shuffle(entries)  # noqa: S311  # to be shuffled again, not to be safe
    with open_listed() as database:
        for start in range(0, len(entries), size):
            add(database, *entries[start : start + size])
            resolve_entries(database)
        assert read_resolved(database) == at_once
        assert at_once["merges"]
        assert at_once["queue"]


def test_what_changes_and_changes_back_is_as_it_was(
    at_once: dict[str, list[tuple[object, ...]]],
) -> None:
    """Entries that go and return, or say another thing for a while, leave no trace."""
    entries = read_list("relisted")[:500]
    with open_listed(*entries) as database:
        resolve_entries(database)
        remove(database, *entries[::5])
        for one, other in zip(entries[1::5], entries[2::5], strict=False):
            change(database, replace(other, slug=one.slug) if one.slug else one)
        resolve_entries(database)
        assert read_resolved(database) != at_once
        add(database, *entries[::5])
        for each in entries[1::5]:
            change(database, each)
        resolve_entries(database)
        assert read_resolved(database) == at_once


def test_a_key_that_becomes_crowded_and_rare_again_is_seen_by_all_that_have_it() -> None:
    """One more entry than are looked at takes all their pairs away, and its going brings them."""
    entries = [make("Quern", f"quern-{place}", None) for place in range(keys.MOST_SHARING + 1)]
    pairs = "SELECT count(*) FROM pairs"
    every = [(keys.MOST_SHARING * (keys.MOST_SHARING - 1) // 2,)]
    with open_listed(*entries[:-1]) as database:
        resolve_entries(database)
        assert rows(database, pairs) == every
        add(database, entries[-1])
        resolve_entries(database)
        assert rows(database, pairs) == [(0,)]
        change(database, make("Tintype", "quern-3"))
        resolve_entries(database)
        assert rows(database, pairs) == every
        assert not any("quern-3" in pair for pair in list_outcomes(database))


def test_hashing_has_no_say() -> None:
    """Python's order of sets, another in each process, changes nothing."""
    code = (
        "import json; from tests.test_resolving import *\n"
        "with open_listed(*read_list('relisted')[:500]) as database:\n"
        "    resolve_entries(database)\n"
        "    print(json.dumps(read_resolved(database)))"
    )
    found = {
        subprocess.run(
            [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True,
            env={**os.environ, "PYTHONHASHSEED": seed}, timeout=60,
        ).stdout
        for seed in ("0", "1", "2")
    }  # fmt: skip
    assert len(found) == 1
    assert json.loads(found.pop())["merges"]


STEPS = ("Reading entries", "Comparing entries", "Joining tools")
LIST = (make("Osier", "osier"), make("Osier", "osier-2026", RETOLD), make("Osier", "o", OTHER_TEXT))


def make_ending(step: str, end: Callable[[], None]) -> Callable[[str, int, int], None]:
    """Return what ends the work when it comes to a step."""

    def tell(name: str, _done: int, _total: int) -> None:
        if name == step:
            end()

    return tell


@pytest.mark.parametrize("step", STEPS)
def test_work_that_is_broken_off_is_done_by_the_next(step: str) -> None:
    """Nothing of it is kept, and no entry is forgotten for it."""

    def stop() -> None:
        raise KeyboardInterrupt

    with open_listed(*LIST[:2]) as database:
        resolve_entries(database)
        add(database, LIST[2])
        before = read_resolved(database)
        with pytest.raises(KeyboardInterrupt):
            resolve_entries(database, is_whole=True, tell=make_ending(step, stop))
        assert read_resolved(database) == before
        assert count_unresolved(database) == 1
        resolve_entries(database)
        assert list_tools(database) == {frozenset({"osier", "osier-2026"})}
        assert count_unresolved(database) == 0


KILLED = """
import os, signal, sys
from pathlib import Path
from db.resolving.resolver import resolve_entries
from tests.listed import open_file
from tests.test_resolving import make_ending

with open_file(Path(sys.argv[1])) as database:
    kill = make_ending(sys.argv[2], lambda: os.kill(os.getpid(), signal.SIGKILL))
    resolve_entries(database, is_whole=True, tell=kill)
"""


@pytest.mark.parametrize("step", STEPS)
def test_work_that_is_killed_is_done_by_the_next(tmp_path: Path, step: str) -> None:
    """After SIGKILL in the middle, the next run comes to what an undisturbed one comes to."""
    path = tmp_path / "x.db"
    with open_file(path) as database:
        add(database, *LIST[:2])
        resolve_entries(database)
        add(database, LIST[2])
        before = read_resolved(database)
    command = [sys.executable, "-c", KILLED, str(path), step]
    assert subprocess.run(command, cwd=ROOT, timeout=60, check=False).returncode == -signal.SIGKILL
    with open_file(path) as database, open_listed(*LIST) as undisturbed:
        assert read_resolved(database) == before
        assert count_unresolved(database) == 1
        resolve_entries(database)
        resolve_entries(undisturbed)
        assert read_resolved(database) == read_resolved(undisturbed)


def test_another_resolver_resolves_all_anew() -> None:
    """What other code has found out is not built upon."""
    with open_listed(*LIST) as database:
        resolve_entries(database)
        found = read_resolved(database)
        database.conn.execute("UPDATE pairs SET rule = NULL, score = 0, outcome = 'weak'")
        database.conn.execute("UPDATE entries SET tool_id = NULL")
        resolve_entries(database)
        assert read_resolved(database) != found
        database.conn.execute("UPDATE resolver SET version = 'older'")
        assert count_unresolved(database) == len(LIST)
        resolve_entries(database)
        assert read_resolved(database) == found
        assert count_unresolved(database) == 0


def test_what_is_resolved_is_left_alone() -> None:
    """Where nothing has changed, nothing is read, compared or joined."""
    told: list[str] = []
    with open_listed(*LIST) as database:
        resolve_entries(database)
        resolve_entries(database, tell=lambda step, *_: told.append(step))
        assert told == []


@pytest.mark.parametrize("days", [(1, 2, 3), (3, 1, 2), (2, 2, 1), (1, 1, 1)])
def test_the_entry_seen_first_leads_then_the_smallest_id(days: tuple[int, ...]) -> None:
    """A tool has the id of one of its entries, and the others' ids lead to it."""
    trio = [make("Osier", spell_slug("Osier", n), day=day) for n, day in enumerate(days)]
    leading = min(trio, key=lambda each: (each.day, each.key))
    with open_listed(*trio) as database:
        resolve_entries(database)
        found = read_resolved(database)
        assert {tool_id for _, tool_id in found["entries"]} == {leading.key}
        others = sorted({each.key for each in trio} - {leading.key})
        assert found["aliases"] == [(key, leading.key) for key in others]
        date(database, last := max(trio, key=lambda each: (each.day, each.key)), 0)
        resolve_entries(database)
        assert {tool_id for _, tool_id in read_resolved(database)["entries"]} == {last.key}


def test_every_pair_of_a_tool_is_told_or_joined_by_a_chain() -> None:
    """All pairs that are merged are of one tool, and the tool's entries hang together by them."""
    with open_listed(*read_list("relisted")[:500]) as database:
        resolve_entries(database)
        tool_of = dict(read_resolved(database)["entries"])
        merges = read_resolved(database)["merges"]
        assert all(tool_of[a] == tool_of[b] == tool_id for a, b, tool_id, *_ in merges)
        linked = {tuple(sorted(merge[:2])) for merge in merges}
        for tool_id in set(tool_of.values()):
            members = sorted(key for key, tool in tool_of.items() if tool == tool_id)
            joined = {members[0]}
            for _ in members:
                joined |= {k for pair in linked if joined & set(pair) for k in pair}
            assert joined == set(members)


def test_an_entry_that_is_seen_earlier_and_earlier_is_resolved_once() -> None:
    """Older pages may come one after the other before anything is resolved."""
    with make_database() as database:
        load(database, *[[each] for each in number([observe([A, B], day) for day in (9, 5, 2)])])
        resolve_entries(database)
        assert count_resolved(database).tools == 2


def test_an_id_of_before_the_slug_leads_to_the_tool() -> None:
    """An id that an entry had without its slug is one that its tool may have had."""
    named = replace(A, description=TEXT)
    other = replace(named, slug="tintype", tagline=f"{named.tagline} ".upper())
    sql = "SELECT tool_id, entry_count FROM v1_tools WHERE name = 'Tintype'"
    with make_database() as database:
        load(database, number([observe_text([replace(named, slug=None), B], 1)]))
        resolve_entries(database)
        old = rows(database, sql)[0][0]
        load(database, number([observe([named, B], 2), observe([other, B], 3)], start=2))
        resolve_entries(database)
        ((tool_id, count),) = rows(database, sql)
        assert count == 2
        assert (old, tool_id) in rows(database, "SELECT * FROM v1_tool_aliases")
