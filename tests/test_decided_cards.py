"""A decision is on entries: their cards change, get slugs and are forgotten, and it holds."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from sqlite_utils import Database

from db.keys import name_key, slug_key
from db.resolving.deciding import Author, decide, list_decisions, undo
from db.resolving.decisions import Word, find_entry
from db.resolving.queue import read_card
from db.resolving.resolver import resolve_entries
from db.resolving.standing import Contradiction
from db.resolving.taking import take_decisions
from tests.drifting import select
from tests.forgotten import MARKER, address_of, forget, is_left, read, write_folder, write_page
from tests.listed import TEXT, Sayer, change, find_row, list_tools, make, observe_text, open_listed
from tests.observing import A, B, C, load, make_database, number, observe, rows
from tests.pages import Card
from tests.running import run
from versusdb.deciding import CardChangedError, run_decide, say_word
from versusdb.resolving import run_resolve

SITE = "shiporskip.io"
AUTHOR = Author("ida", "2026-06-01T00:00:00Z")
CARD = make(
    "Quern", "quern", TEXT, tagline="Grinds", category="Data", pricing="Free",
    homepage_url="https://quern.example/",
)  # fmt: skip
OTHER = make("Tintype", "tintype", None)
CHANGED: list[tuple[str, str | None]] = [
    ("name", "Quern Mill"), ("tagline", "Grinds twice"), ("tagline", None),
    ("description", "Another text"), ("category", "Writing"), ("pricing", "$9/mo"),
    ("homepage_url", "https://mill.example/"),
]  # fmt: skip


def read_changed(database: Database) -> list[tuple[int, list[str]]]:
    """Return the decisions that hold, and what the cards say otherwise, without the side."""
    sql = "SELECT decision_id, changed FROM v1_decisions WHERE holds ORDER BY decision_id"
    found = rows(database, sql)
    return [(i, [each.partition(".")[2] for each in json.loads(text)]) for i, text in found]


def test_no_word_is_said_on_a_card_that_was_not_seen() -> None:
    """A card that has changed since a person read it is read again before anything is decided."""
    with open_listed(CARD, OTHER) as database:
        resolve_entries(database)
        one, other = (read_card(database, find_row(database, card)) for card in (CARD, OTHER))
        change(database, replace(CARD, name="Zebra Calendar for Bakeries"))
        with pytest.raises(CardChangedError, match="has changed since it was read"):
            say_word(database, "same", one, other, AUTHOR)
        assert read_changed(database) == []


def test_a_retraction_takes_back_its_own_word_only() -> None:
    """One that comes from a file names the word it means, and leaves another person's alone."""
    with open_listed(CARD, OTHER) as database:
        resolve_entries(database)
        sayer = Sayer(database)
        sayer.undo(sayer.say("same", CARD, OTHER))
        log = [decision for _, decision in list_decisions(database)]
    with open_listed(CARD, OTHER) as database:
        resolve_entries(database)
        take_decisions(database, [(1, log[0])])
        other = Author("bob", "2026-06-02T00:00:00Z")
        rows_of = find_row(database, CARD), find_row(database, OTHER)
        undo(database, 1, other)
        held = decide(database, "different", *rows_of, other)
        taken = take_decisions(database, list(enumerate(log, start=1)))
        assert (taken.known, taken.refused) == ([1, 2], [])
        assert read_changed(database) == [(held, [])]


@pytest.mark.parametrize(("word", "asked"), [("unsure", ["description"]), ("same", [])])
def test_what_was_not_known_asks_again_who_was_unsure(word: Word, asked: list[str]) -> None:
    """A text that no card had may settle what nobody could tell, and flags no other word."""
    with open_listed(CARD, OTHER) as database:
        resolve_entries(database)
        decision = Sayer(database).say(word, CARD, OTHER)
        change(database, replace(OTHER, description="Grinds logs into pictures"))
        resolve_entries(database)
        assert read_changed(database) == [(decision, asked)]


@pytest.mark.parametrize(("field", "value"), CHANGED)
@pytest.mark.parametrize("word", ["same", "different"])
def test_a_changed_card_flags_and_never_reverses(word: str, field: str, value: str | None) -> None:
    """The word holds, and what the card says otherwise is told until it says it again."""
    with open_listed(CARD, OTHER) as database:
        resolve_entries(database)
        decision = Sayer(database).say(word, CARD, OTHER)
        tools = list_tools(database)
        assert read_changed(database) == [(decision, [])]
        change(database, replace(CARD, **{field: value}))
        resolve_entries(database)
        assert read_changed(database) == [(decision, [field])]
        assert list_tools(database) == tools
        change(database, CARD)
        resolve_entries(database, is_whole=True)
        assert read_changed(database) == [(decision, [])]


def test_facts_that_come_to_differ_reverse_nothing() -> None:
    """A size that one card states now, another than the other's, is no reason to part them."""
    small, large = make("Quern 7B", "quern"), make("Quern 22B", "quern-2")
    with open_listed(replace(small, name="Quern"), large) as database:
        resolve_entries(database)
        decision = Sayer(database).say("same", small, large)
        change(database, small)
        resolve_entries(database)
        assert list_tools(database) == {frozenset({"quern", "quern-2"})}
        assert read_changed(database) == [(decision, ["name"])]


def test_the_same_word_again_confirms_what_is_flagged() -> None:
    """It rests on the cards of today from then on; taken back, the older one is flagged again."""
    with open_listed(CARD, OTHER) as database:
        resolve_entries(database)
        sayer = Sayer(database)
        first = sayer.say("same", CARD, OTHER)
        change(database, replace(CARD, tagline="Grinds twice"))
        resolve_entries(database)
        second = sayer.say("same", CARD, OTHER)
        assert read_changed(database) == [(second, [])]
        sayer.undo(second)
        assert read_changed(database) == [(first, ["tagline"])]


def say_of(database: Database, word: Word, *keys: str) -> int:
    """Say a word of two entries by their ids."""
    one, other = (find_entry(database, key) for key in keys)
    assert one is not None
    assert other is not None
    return decide(database, word, one, other, AUTHOR)


BARE = replace(A, slug=None)
BARE_KEY = name_key(SITE, A.name, A.tagline)
NAMED_KEY = slug_key(SITE, str(A.slug))
C_KEY = slug_key(SITE, str(C.slug))


@pytest.mark.parametrize("word", ["same", "different"])
def test_an_entry_that_gets_its_slug_keeps_its_decision(word: Word) -> None:
    """The word was on a name and tagline; the entry has another id now, and the word is on it."""
    with make_database() as database:
        load(database, number([observe_text([BARE, B], 1), observe([C, B], 2)]))
        resolve_entries(database)
        say_of(database, word, BARE_KEY, C_KEY)
        load(database, number([observe([A, B], 3)], start=3))
        resolve_entries(database)
        sql = "SELECT holds, entry_a_id, entry_b_id FROM v1_decisions"
        assert rows(database, sql) == [(1, *sorted((NAMED_KEY, C_KEY)))]
        tools = dict(rows(database, "SELECT entry_id, tool_id FROM v1_entries"))
        assert (tools[NAMED_KEY] == tools[C_KEY]) == (word == "same")


def test_two_entries_that_turn_out_to_be_one_need_no_word() -> None:
    """A word on an entry and itself before its slug was known says nothing, and is kept."""
    with make_database() as database:
        # Of another tagline, so that nothing links the card without a slug to it.
        load(database, number([observe_text([BARE, B], 1)]))
        load(database, number([observe([replace(A, tagline="Another line"), B], 2)], start=2))
        resolve_entries(database)
        say_of(database, "different", BARE_KEY, NAMED_KEY)
        load(database, number([observe([A, B], 3)], start=3))
        resolve_entries(database)
        sql = "SELECT word, holds, entry_a_id, entry_b_id FROM v1_decisions"
        assert rows(database, sql) == [("different", 0, None, None)]
        assert rows(database, "SELECT count(*) FROM v1_tools WHERE name = 'Tintype'") == [(1,)]


def test_words_before_and_after_the_slug_are_on_one_entry() -> None:
    """What was said of a name and what is said of its slug contradict each other."""
    with make_database() as database:
        load(database, number([observe_text([BARE, B], 1), observe([C, B], 2)]))
        resolve_entries(database)
        say_of(database, "same", BARE_KEY, C_KEY)
        load(database, number([observe([A, B], 3)], start=3))
        resolve_entries(database)
        decided = rows(database, "SELECT count(*) FROM decisions")
        with pytest.raises(Contradiction):
            say_of(database, "different", NAMED_KEY, C_KEY)
        assert rows(database, "SELECT count(*) FROM decisions") == decided


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A database into which a folder was read, with the page that is to be taken down."""
    path = tmp_path / "x.db"
    read(path, write_folder(tmp_path / "pages"))
    return path


def say(path: Path, word: Word, *texts: str) -> None:
    pair = (texts[0], texts[1])
    assert run_decide(word, pair, db=path, author=AUTHOR, is_json=True) == 0


def read_decisions(path: Path) -> list[tuple[Any, ...]]:
    columns = "word, slug_a, slug_b, entry_a_id, entry_b_id, evidence"
    return select(path, f"SELECT {columns} FROM v1_decisions ORDER BY decision_id")


def test_what_decisions_quote_of_what_is_forgotten_goes(path: Path) -> None:
    """The words on its slug stay and wait; what its card said is not to be found in the files."""
    say(path, "same", "zyxquorp", "osier")
    say(path, "different", "tintype", "gravelbed")
    forget(path, "https://shiporskip.io/compare/zyxquorp-vs-puddingstone")
    same, different = read_decisions(path)
    assert same[0] == "same"
    assert {same[1], same[2]} == {"zyxquorp", "osier"}
    assert set(same[3:5]) == {None, slug_key(SITE, "osier")}
    assert json.loads(same[5]) == {}
    assert json.loads(different[5])["cards"]
    assert not is_left(path, f"{MARKER} rows".encode())


def test_what_decisions_quote_of_a_page_that_is_forgotten_goes(tmp_path: Path) -> None:
    """Also where both entries stay, for other pages show them: the page may have been quoted."""
    path = tmp_path / "x.db"
    pair = [Card(name=name, slug=name.lower()) for name in ("Osier", "Tintype")]
    told = [replace(card, description=f"Sorts {MARKER} by its name.") for card in pair]
    for day, card in enumerate((*pair, *told), start=1):
        beside = replace(B, name=f"Gravelbed {day}", slug=f"gravelbed-{day}")
        write_page(tmp_path / "pages", f"{day}", card, beside, day=day)
    read(path, tmp_path / "pages")
    say(path, "same", "osier", "tintype")
    assert MARKER.lower() in read_decisions(path)[0][-1]
    dearer = [replace(card, category="Data") for card in pair]
    write_page(tmp_path / "later", "5", *dearer, day=5)
    read(path, tmp_path / "later")
    assert select(path, "SELECT changed <> '[]' FROM v1_decisions") == [(1,)]
    for card, day in zip(told, (3, 4), strict=True):
        forget(path, address_of(card, Card(name="", slug=f"gravelbed-{day}")))
    ((word, _, _, *ids, evidence),) = read_decisions(path)
    assert word == "same"
    assert set(ids) == {slug_key(SITE, "osier"), slug_key(SITE, "tintype")}
    assert json.loads(evidence) == {}
    assert select(path, "SELECT changed FROM v1_decisions") == [("[]",)]
    assert run(tmp_path, "check", "--db", str(path), "--json").returncode == 0
    assert not is_left(path, MARKER.encode())


def test_what_is_forgotten_is_in_no_traits_and_pairs(path: Path) -> None:
    """Nor in what entries are found and compared by; a whole resolve finds nothing else."""
    forget(path, "https://shiporskip.io/compare/zyxquorp-vs-puddingstone")
    queue = "SELECT * FROM v1_merge_queue"
    found = select(path, queue)
    assert select(path, "SELECT count(*) FROM traits") == select(
        path, "SELECT count(*) FROM entries"
    )
    assert select(path, "SELECT count(*) FROM unresolved") == [(0,)]
    run_resolve(db=path, is_json=True)
    assert select(path, queue) == found
