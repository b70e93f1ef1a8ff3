"""``resolve --explain`` says why two entries are, or are not, one tool, and changes nothing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from db.resolving.keys import MOST_SHARING
from db.resolving.queue import read_card
from db.resolving.resolver import resolve_entries
from tests.listed import (
    OTHER_TEXT,
    RETOLD,
    TEXT,
    Listed,
    Sayer,
    add,
    find_row,
    make,
    open_file,
    open_listed,
    read_resolved,
)
from tests.reviewed import make_store
from tests.running import run, show_on_terminal
from versusdb.explaining_pairs import Explained, explain, run_explain

ONE, TWO = make("Osier", "osier", TEXT), make("Osier", "o-sier", RETOLD)
OTHER = make("Osier", "other", OTHER_TEXT)
COPIES = [make("Osier", slug) for slug in ("osier-2", "osier-3")]
SMALL, LARGE = make("Osier 7B", "small"), make("Osier 22B", "large")
LONG = [make("Osier Notes Keeper", f"long-{number}", OTHER_TEXT) for number in "12"]
SHORT = [make("Osier Notes", f"short-{number}", TEXT) for number in "12"]
CROWD = [make("Quern", f"quern-{number}", None) for number in range(MOST_SHARING + 1)]
CONCLUSIONS: dict[str, tuple[list[Listed], str]] = {
    "one entry": ([ONE], "one entry"),
    "the rule": ([ONE, TWO], "one tool, by the rule"),
    "copies": (COPIES, "two tools until a person has said so: their addresses end in other digits"),
    "a fact": ([SMALL, LARGE], "two tools, for they differ in size"),
    "the queue": (
        [ONE, OTHER],
        "two tools until a person has said so: their texts have little in common",
    ),
    "far better pairs": (
        [LONG[0], SHORT[0], LONG[1], SHORT[1]],
        "two tools, and no question: both have pairs that are far more alike",
    ),
    "tools that differ": (
        [make("Osier", "bare", OTHER_TEXT), SMALL, make("Osier 22B", "large", OTHER_TEXT)],
        "two tools until a person has said so: only one states a size",
    ),
    "a low score": (
        [make("Osier Notes", "notes", TEXT), make("Osier Mail", "mail", OTHER_TEXT)],
        "two tools, for a score of 300 is below 450",
    ),
    "a crowd": (
        CROWD,
        ("two tools, for they were not compared: more than 50 entries have each key that they "
        "share, or more than 20 if it is a part of a name"),
    ),
}  # fmt: skip


def explain_both_ways(entries: list[Listed]) -> list[Explained]:
    """Explain the first two of some entries, once all are resolved, and from the other side."""
    with open_listed(*entries) as database:
        resolve_entries(database)
        cards = [read_card(database, find_row(database, each)) for each in entries]
        before = read_resolved(database)
        one, other = cards[0], cards[:2][-1]
        found = [explain(database, one, other), explain(database, other, one)]
        assert read_resolved(database) == before
        return found


@pytest.mark.parametrize("why", CONCLUSIONS)
def test_each_conclusion_is_told_by_its_cause(why: str) -> None:
    """Whatever keeps two entries apart, or joins them, is named first."""
    entries, conclusion = CONCLUSIONS[why]
    explained, _ = explain_both_ways(entries)
    assert explained.conclusion.startswith(conclusion)
    assert explained.is_one_tool == explained.conclusion.startswith(("one tool", "one entry"))


@pytest.mark.parametrize("word", ["same", "different", "unsure"])
def test_a_word_is_told_before_all_else(word: str) -> None:
    """Who said it, when, why, and by which number it can be taken back."""
    with open_listed(ONE, OTHER) as database:
        resolve_entries(database)
        Sayer(database).say(word, ONE, OTHER, "she has seen both")
        one, other = (read_card(database, find_row(database, each)) for each in (ONE, OTHER))
        which = "one tool" if word == "same" else "two tools"
        assert explain(database, other, one).conclusion == (
            f"{which}; ida said {word} on 2026-06-01T00:00:01Z (decision 1, 'she has seen both')"
        )


def test_tools_that_are_held_different_are_told_to_be() -> None:
    """Also of a pair on which nothing was said, for the word holds of the whole tools."""
    with open_listed(ONE, TWO, OTHER) as database:
        resolve_entries(database)
        Sayer(database).say("different", ONE, OTHER)
        two, other = (read_card(database, find_row(database, each)) for each in (TWO, OTHER))
        assert explain(database, two, other).conclusion == (
            "two tools, for Osier (osier) and Osier (other) are held different by decision 1"
        )


def test_tools_whose_entries_differ_are_told_in_which() -> None:
    """A person joined an entry to one that states a size; what states another is apart of both."""
    bare = make("Osier", "bare", OTHER_TEXT)
    with open_listed(bare, SMALL, LARGE) as database:
        resolve_entries(database)
        Sayer(database).say("same", bare, SMALL)
        cards = [read_card(database, find_row(database, each)) for each in (bare, LARGE)]
        assert explain(database, *cards).conclusion == (
            "two tools, for Osier 7B (small) and Osier 22B (large) differ in size"
        )


def test_a_chain_names_the_decisions_in_it() -> None:
    """By their numbers each can be taken back."""
    with open_listed(ONE, TWO, OTHER) as database:
        resolve_entries(database)
        Sayer(database).say("same", TWO, OTHER)
        cards = [read_card(database, find_row(database, each)) for each in (ONE, OTHER)]
        assert explain(database, *cards).conclusion == (
            "one tool, by a chain: Osier (osier) = Osier (o-sier) (rule) = "
            "Osier (other) (decision 1)"
        )


def test_what_a_person_was_unsure_of_may_be_joined_by_others() -> None:
    """Both are told: by whom, and that a person could not tell."""
    with open_listed(ONE, TWO, OTHER) as database:
        resolve_entries(database)
        sayer = Sayer(database)
        sayer.say("unsure", ONE, OTHER)
        sayer.say("same", TWO, OTHER)
        sayer.say("same", ONE, TWO)
        cards = [read_card(database, find_row(database, each)) for each in (ONE, OTHER)]
        assert explain(database, *cards).conclusion == (
            "one tool, by a chain: Osier (osier) = Osier (o-sier) (decision 3) = "
            "Osier (other) (decision 2); ida said unsure on 2026-06-01T00:00:01Z (decision 1)"
        )


def test_what_a_person_was_unsure_of_is_told_of_the_whole_tools() -> None:
    """The pair itself was compared, and is not asked: another between the two tools was."""
    with open_listed(ONE, TWO, OTHER) as database:
        resolve_entries(database)
        Sayer(database).say("unsure", ONE, OTHER)
        cards = [read_card(database, find_row(database, each)) for each in (TWO, OTHER)]
        assert explain(database, *cards).conclusion == (
            "two tools, for a person was unsure of others of their entries"
        )


def test_the_order_of_the_two_does_not_matter() -> None:
    """Score, how much speaks for and against, and conclusion are the same from both sides."""
    for entries, _ in CONCLUSIONS.values():
        there, back = explain_both_ways(entries)
        assert there.comparison == back.comparison
        assert len(there.speaks_for) == len(back.speaks_for)
        assert len(there.speaks_against) == len(back.speaks_against)
        assert there.conclusion == back.conclusion


def test_the_parts_sum_up_to_the_score() -> None:
    """Within 0 and 1000, what is told is what was reckoned."""
    for entries, _ in CONCLUSIONS.values():
        found = explain_both_ways(entries)[0].comparison
        assert found.score == max(0, min(1000, sum(found.parts.values())))


def test_crowded_keys_are_told_with_their_numbers() -> None:
    """Why two of one name were not compared can be seen: how many entries share each key."""
    explained, _ = explain_both_ways(CROWD)
    assert explained.shared_keys
    assert {each.entries for each in explained.shared_keys} == {len(CROWD)}
    assert not any(each.is_rare for each in explained.shared_keys)


def test_of_many_keys_it_is_told_how_many_are_not_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Of those that few entries have, as of those that too many have."""
    for few, count in ((True, 2), (False, MOST_SHARING + 1)):
        path = tmp_path / f"{count}.db"
        with open_file(path) as database:
            add(database, *(make("Quern Notes", f"quern-{n}", None) for n in range(count)))
            resolve_entries(database)
        run_explain(("quern-0", "quern-1"), db=path, is_json=False)
        told = capsys.readouterr().out.splitlines()[-1]
        assert told.startswith("Found by 9 shared keys: " if few else "Share only keys that many")
        assert told.count(", ") == 4
        assert told.endswith(" and 4 more")


def test_an_entry_that_is_not_resolved_yet_is_explained(tmp_path: Path) -> None:
    """What it would be compared by is read from its card; nothing is written."""
    path = tmp_path / "x.db"
    with open_file(path) as database:
        add(database, SMALL, LARGE, ONE, OTHER)
        one, other = (read_card(database, find_row(database, each)) for each in (ONE, OTHER))
        assert explain(database, one, other).conclusion == (
            "two tools, for they were not compared since they were read"
        )
    assert run_explain(("small", "large"), db=path, is_json=True) == 0
    with open_file(path) as database:
        assert database.conn.execute("SELECT count(*) FROM traits").fetchone() == (0,)


def test_explaining_as_json_tells_all(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Facts, score and its parts, what speaks for and against, and by which keys they are found."""
    path = make_store(tmp_path)
    assert run_explain(("quern-7b", "quern-22b"), db=path, is_json=True) == 0
    told = json.loads(capsys.readouterr().out)
    assert [each["slug"] for each in told["entries"]] == ["quern-7b", "quern-22b"]
    assert [each["facts"]["size"] for each in told["entries"]] == [["7b"], ["22b"]]
    assert (told["is_one_tool"], told["conflicts"]) == (False, ["size"])
    assert told["conclusion"] == "two tools, for they differ in size"
    assert "size 7b is not 22b" in told["against"]
    assert set(told["shared_keys"][0]) == {"key", "entries", "is_rare"}
    assert told["score"] == sum(told["parts"].values())


def test_explaining_in_words(tmp_path: Path) -> None:
    """The conclusion comes first, then facts side by side, the score, and the evidence."""
    done = run(make_store(tmp_path).parent, "resolve", "--explain", "quern-7b", "quern-22b")
    assert (done.returncode, done.stderr) == (0, "")
    first, _, *lines = done.stdout.splitlines()
    assert first == (
        "Quern 7B (quern-7b) and Quern 22B (quern-22b): two tools, for they differ in size"
    )
    (size,) = (line.split() for line in lines if line.startswith("size"))
    assert size == ["size", "7b", "22b", "≠", "keeps", "them", "apart"]
    assert sum(line.startswith("Score ") for line in lines) == 1
    assert "- size 7b is not 22b" in lines


@pytest.mark.parametrize("columns", [40, 80])
def test_explaining_fits_a_terminal(tmp_path: Path, columns: int) -> None:
    """Lines break between words; no line of text is wider than the terminal."""
    path = make_store(tmp_path)
    arguments = ("resolve", "--explain", "osier", "osier-2026")
    lines = show_on_terminal(path.parent, *arguments, columns=columns)
    table = [number for number, line in enumerate(lines) if not line]
    prose = lines[: table[0]] + lines[table[-1] :]
    assert lines[0].startswith("Osier (osier) and Osier")
    assert all(len(line) <= columns for line in prose)
    assert any(line.startswith("+ both texts say") or "same name" in line for line in prose)
