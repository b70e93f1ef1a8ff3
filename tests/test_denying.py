"""That a page says there is no value is a statement; that it shows none is not."""

from __future__ import annotations

import json
from itertools import permutations
from pathlib import Path

import msgspec
import pytest
from msgspec import UNSET
from msgspec.structs import replace

from db.settling import settle_all
from parsers.reading import parse_page
from parsers.records import Comparison
from tests.archived import AB, AC, Kept
from tests.observing import (
    A,
    B,
    C,
    load,
    make_database,
    number,
    observe,
    read_content,
    rows,
    start_run,
)
from tests.pages import write_html
from tests.repeating import at, read_poorly, vote
from tests.test_changes import observe as load_pages
from tests.test_changes import tell

PAGE = write_html([A, B])
BOTH = ("community_ship_pct", "community_votes")
HISTORY = """
SELECT substr(valid_from, 9, 2), substr(valid_to, 9, 2), community_ship_pct, community_votes
FROM v1_entry_history WHERE name = 'Tintype' ORDER BY valid_from
"""
NOW = "SELECT community_ship_pct, community_votes FROM v1_entries WHERE name = 'Tintype'"


def read(page: str) -> Comparison:
    record = parse_page(page.encode(), source="page.html").record
    assert isinstance(record, Comparison), record
    return record


@pytest.mark.parametrize(
    ("shown", "denied"),
    [
        ("No community votes yet", BOTH), ("0 votes", BOTH), ("None", BOTH), ("0% · 0 votes", BOTH),
        ("—", UNSET), ("N/A", UNSET), ("…", UNSET), ("71% · 100 votes", UNSET),
        ("100 votes", UNSET),
    ],
)  # fmt: skip
def test_words_deny_and_a_dash_does_not(shown: str, denied: object) -> None:
    """A dash may stand for what is not shown; words and a nought say that there is nothing."""
    record = read(PAGE.replace("No community votes yet", shown))
    assert record.issues == ()
    assert [tool.denied for tool in record.tools] == [denied, denied]
    printed = json.loads(msgspec.json.encode(record.tools[0]))
    assert ("denied" in printed) == (denied is not UNSET)
    assert msgspec.json.decode(msgspec.json.encode(record), type=Comparison) == record


def test_what_a_page_states_and_denies_is_an_issue() -> None:
    """A card that denies what the table or its other rendering states contradicts it."""
    denied = vote(PAGE).replace("<div>—</div>", "<div>No votes yet</div>", 1)
    votes = PAGE.replace("<div>—</div>", "<div>124 votes</div>", 1)
    twice = PAGE[PAGE.index("<div><p>Dev") : PAGE.index("<table>")]
    again = twice.replace("<div>—</div>", "<div>No votes yet</div>", 1)
    cards = PAGE.replace("No community votes yet", "71%").replace(
        twice, twice.replace("—", "71%", 1) + again
    )
    found = [
        {(issue.code, issue.field.split(".")[1]) for issue in read(page).issues}
        for page in (denied, votes, cards)
    ]
    differ = {("card_and_table_differ", "1")}
    assert found == [differ, differ, {("renderings_differ", "1")}]


def test_a_denial_ends_a_value_in_any_order() -> None:
    """Stated, denied, not mentioned, stated again: the history of the days, whenever each came."""
    voted, none = observe([A, B], 1, vote(PAGE)), observe([A, B], 2)
    seen = number([voted, none, at(read_poorly(), 3, 0), at(voted, 5, 0), at(none, 4, 0)])
    contents = []
    for order in list(permutations(seen))[::7]:
        with make_database() as database:
            for batch in order:
                load(database, [batch])
            assert rows(database, HISTORY) == [
                ("01", "02", 71, 100), ("02", "05", None, None), ("05", None, 71, 100),
            ]  # fmt: skip
            contents.append(read_content(database))
            start_run(database)
            settle_all(database)
            assert read_content(database) == contents[0] == contents[-1]


def test_an_extract_takes_nothing_away() -> None:
    """A rendering with a dash leaves what another has stated."""
    with make_database() as database:
        load(database, number([observe([A, B], 1, vote(PAGE)), at(read_poorly(), 2, 0)]))
        assert rows(database, NOW) == [(71, 100)]
        assert rows(database, "SELECT count(*) FROM v1_issues") == [(0,)]


def test_a_denial_is_told_as_a_change(tmp_path: Path) -> None:
    """What a run found denied is a change of the site, and so is it where pages speak in turn."""
    path = tmp_path / "x.db"
    other = write_html([A, C])
    load_pages(path, (Kept(AB, vote(PAGE)), 1), (Kept(AC, other), 2))
    load_pages(path, (Kept(AB, vote(PAGE)), 3))
    load_pages(path, (Kept(AC, other), 4))
    told = [
        (each.change.how, each.change.fields[BOTH[0]])
        for run in (2, 3)
        for each in tell(path, run)
        if each.of.name == "Tintype" and each.change.subject == "entry"
    ]
    assert told == [("known", (None, 71)), ("changed", (71, None))]


def test_a_denial_counts_on_whatever_page_it_stands() -> None:
    """A card that is known, and denies what another page has stated since, ends it again."""
    voted, none = observe([A, B], 2, vote(PAGE)), observe([A, C], 1)
    elsewhere = observe([A, replace(C, slug="osier-2", name="Osier Two")], 3)
    with make_database() as database:
        for batch in number([none, voted, elsewhere]):
            load(database, [batch])
        assert rows(database, HISTORY) == [
            ("01", "02", None, None), ("02", "03", 71, 100), ("03", None, None, None),
        ]  # fmt: skip


def test_a_card_that_denies_is_no_card_that_is_silent() -> None:
    """Two cards that differ only in what they deny are two."""
    silent = observe([A, B], 2, PAGE.replace("No community votes yet", "—"))
    seen = [observe([A, B], 1, vote(PAGE)), silent, observe([A, B], 3)]
    with make_database() as database:
        load(database, number(seen))
        assert rows(database, HISTORY) == [("01", "03", 71, 100), ("03", None, None, None)]
