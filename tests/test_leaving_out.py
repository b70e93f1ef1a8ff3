"""An entry is left out of its tool, and the others stay; what falls apart otherwise is told."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from sqlite_utils import Database

from db.resolving.deciding import Author, leave_out, undo
from db.resolving.resolver import resolve_entries
from db.resolving.standing import Contradiction
from tests.forgotten import read, write_page
from tests.listed import (
    OTHER_TEXT,
    RETOLD,
    TEXT,
    Sayer,
    find_row,
    list_outcomes,
    list_queued,
    list_tools,
    make,
    open_listed,
    read_resolved,
    spell_slug,
)
from tests.pages import Card
from tests.reviewed import make_store
from tests.running import run
from versusdb.deciding import DecisionRefusedError, run_decide, run_leave_out, run_undo
from versusdb.effects import describe_differing, describe_effect, look_around

A, B, C, D = (spell_slug("Osier", number) for number in range(4))
TEXTS = ((A, TEXT), (B, RETOLD), (C, TEXT), (D, RETOLD))
FOUR = [make("Osier", slug, text) for slug, text in TEXTS]
OTHER = make("Osier", "other", OTHER_TEXT)
AUTHOR = Author("ida", "2026-06-01T00:00:00Z")


def tell_effect(database: Database, word: str, sayer: Sayer) -> list[str]:
    """Say a word of the first two, and return what it makes of the tools."""
    before = look_around(database, [find_row(database, each) for each in FOUR[:2]])
    sayer.say(word, FOUR[0], FOUR[1])
    return list(describe_effect(database, before))


def test_the_others_stay_together() -> None:
    """The rule still joins them; nothing waits for a person; taking all back joins it again."""
    with open_listed(*FOUR) as database:
        resolve_entries(database)
        before = read_resolved(database)
        numbers = leave_out(database, find_row(database, FOUR[1]), AUTHOR)
        assert list_tools(database) == {frozenset({A, C, D})}
        assert list_queued(database) == {}
        assert numbers == [1, 2, 3]
        for number in reversed(numbers):
            undo(database, number, AUTHOR)
        assert read_resolved(database) == before


def test_what_a_person_joined_is_not_left_out() -> None:
    """It is refused with the word that joined it, and nothing at all is written."""
    with open_listed(*FOUR, OTHER) as database:
        resolve_entries(database)
        Sayer(database).say("same", FOUR[3], OTHER)
        before = read_resolved(database)
        with pytest.raises(Contradiction) as caught:
            leave_out(database, find_row(database, OTHER), AUTHOR)
        assert [step.decision_id for step in caught.value.path] == [1]
        assert read_resolved(database) == before
        assert database.conn.execute("SELECT count(*) FROM decisions").fetchone() == (1,)


def test_an_entry_that_is_alone_has_nothing_to_leave() -> None:
    """No word is said."""
    with open_listed(OTHER) as database:
        resolve_entries(database)
        assert leave_out(database, find_row(database, OTHER), AUTHOR) == []


def test_a_tool_that_falls_apart_is_told() -> None:
    """With one word within it, it cannot be told whose the others are: they wait, and it is said.

    Taken back, it is one again; a word that changes no tool tells nothing.
    """
    with open_listed(*FOUR) as database:
        resolve_entries(database)
        sayer = Sayer(database)
        assert tell_effect(database, "different", sayer) == [
            "4 entries that were one tool are 4 now; 5 pairs of them wait for a person"
        ]
        before = look_around(database, [find_row(database, each) for each in FOUR])
        sayer.undo(1)
        assert list(describe_effect(database, before)) == ["4 entries are one tool now"]
        assert tell_effect(database, "same", sayer) == []


def test_facts_that_differ_between_two_tools_are_told() -> None:
    """Entries that a person joins may differ in what they state; no more than three are named."""
    small = [make("Osier 7B", slug, TEXT) for slug in ("osier-7b", "osier-7b-2026")]
    large = [make("Osier 22B", slug, TEXT) for slug in ("osier-22b", "osier-22b-2026")]
    with open_listed(*small, *large) as database:
        resolve_entries(database)
        rows = find_row(database, small[0]), find_row(database, large[0])
        told = describe_differing(database, *rows)
        assert len(told) == 3
        assert all(line.endswith("differ in size") for line in told)
        Sayer(database).say("same", small[0], large[0])
        assert describe_differing(database, *rows) == []


@pytest.mark.parametrize("place", [0, 1])
def test_unsure_holds_of_two_whole_tools(place: int) -> None:
    """Of whichever of their entries it was said, none of the others is asked; undo asks again."""
    with open_listed(*FOUR[:2], OTHER) as database:
        resolve_entries(database)
        before = list_outcomes(database)
        assert list(before.values()).count("queued") == 2
        sayer = Sayer(database)
        sayer.say("unsure", FOUR[place], OTHER)
        assert sorted(list_outcomes(database).values()) == ["merged", "unsure", "unsure"]
        sayer.undo(1)
        assert list_outcomes(database) == before


def test_leaving_out_from_scripts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The command says of which others it is held different, how to undo it, and what became."""
    path = make_store(tmp_path)
    assert run_leave_out("tintype", db=path, author=AUTHOR, is_json=False) == 0
    assert capsys.readouterr().out == (
        "1: Tintype (tintype) ≠ Tintype (tin-type); "
        f"'versusdb review --undo 1 --db {path}' takes it back\n"
        "2 entries that were one tool are 2 now\n"
    )
    assert run_undo([1], db=path, author=AUTHOR, is_json=True) == 0
    assert json.loads(capsys.readouterr().out)["notes"] == ["2 entries are one tool now"]
    assert run_leave_out("tin-type", db=path, author=AUTHOR, is_json=True) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["word"], told["decision_ids"]) == ("different", [3])
    assert [each["slug"] for each in told["entries"]] == ["tintype"]
    with pytest.raises(DecisionRefusedError, match="is no tool with any other entry"):
        run_leave_out("tintype", db=path, author=AUTHOR, is_json=True)


def test_of_a_large_tool_few_are_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Five, and how many more; one command takes all of it back, and programs read them all."""
    path = make_store(tmp_path)
    names = [
        Card(name="Coracle", slug=spell_slug("Coracle", number), tagline="Turns", description=TEXT)
        for number in range(9)
    ]
    for number, card in enumerate(names):
        beside = Card(name=f"Ash {number}", slug=f"ash-{number}", tagline="Is there")
        write_page(tmp_path / "more", f"{number}", card, beside, day=9)
    read(path, tmp_path / "more")
    capsys.readouterr()
    assert run_leave_out("coracle", db=path, author=AUTHOR, is_json=False) == 0
    (line, *_) = capsys.readouterr().out.splitlines()
    assert line.startswith("1 to 8: Coracle (coracle) ≠ Coracle (")
    assert line.count("Coracle (") == 6
    assert line.endswith(f" and 3 more; 'versusdb review --undo 1-8 --db {path}' takes them back")
    done = run(tmp_path, "review", "--undo", "1-8", "--json")
    assert json.loads(done.stdout)["decision_ids"] == list(range(9, 17))
    assert run_leave_out("coracle", db=path, author=AUTHOR, is_json=True) == 0
    assert len(json.loads(capsys.readouterr().out)["entries"]) == 8


def test_a_word_tells_what_it_makes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Of two that state another size it is told, for a person may not have seen it."""
    path = make_store(tmp_path)
    run_decide("same", ("quern-7b", "quern-22b"), db=path, author=AUTHOR, is_json=False)
    _, *notes = capsys.readouterr().out.splitlines()
    assert notes == [
        "2 entries are one tool now",
        "Quern 7B (quern-7b) and Quern 22B (quern-22b) differ in size",
    ]
