"""Taking words back: one or several, all or none, and what holds of their pairs then is told."""

from __future__ import annotations

import json
import shlex
from itertools import permutations
from pathlib import Path

import pytest
from msgspec.structs import replace

from db.keys import name_key, slug_key
from db.resolving.deciding import Author, decide, undo
from db.resolving.decisions import Word, find_entry
from db.resolving.resolver import resolve_entries
from db.resolving.standing import Contradiction
from tests.drifting import select
from tests.listed import observe_text
from tests.observing import A, B, C, load, make_database, number, observe, rows
from tests.reviewed import make_store, say_all
from tests.running import run
from versusdb.deciding import DecisionRefusedError, take_back

SITE = "shiporskip.io"
IDA = Author("ida", "2026-06-01T00:00:00Z")
NOTHING = "nothing is said of the two now"
LOG = "SELECT * FROM decisions ORDER BY decision_id"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A database with six words, of which 1 to 4 hold."""
    path = make_store(tmp_path)
    say_all(path)
    return path


def test_what_holds_after_an_undo_is_told(path: Path) -> None:
    """The word before it on the pair, or that there is none; and what became of their tool."""
    assert run(path.parent, "review", "--same", "quern-7b", "quern-22b").returncode == 0
    done = run(path.parent, "review", "--undo", "7")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (
        "8: decision 7 is taken back; decision 3, unsure, holds again\n"
        "2 entries that were one tool are 2 now\n"
    )
    done = run(path.parent, "review", "--undo", "3")
    assert done.stdout == f"9: decision 3 is taken back; {NOTHING}\n"


@pytest.mark.parametrize(("undone", "holds"), [(7, 3), (1, None)])
def test_what_holds_is_in_the_summary_for_programs(
    path: Path, undone: int, holds: int | None
) -> None:
    """As the number of a decision, or null."""
    run(path.parent, "review", "--same", "quern-7b", "quern-22b")
    done = run(path.parent, "review", "--undo", str(undone), "--json")
    summary = json.loads(done.stdout)
    assert (summary["decision_id"], summary["decision_ids"]) == (8, [8])
    assert (summary["holds"], summary["holding_ids"]) == (holds, [holds])


def test_several_words_are_taken_back_in_the_order_given(path: Path) -> None:
    """One line each, then what all of it made; what holds again after one may be the next."""
    run(path.parent, "review", "--same", "quern-7b", "quern-22b")
    done = run(path.parent, "review", "--undo", "7", "--undo", "3", "--undo", "1")
    assert (done.returncode, done.stdout.splitlines()) == (
        0,
        [
            "8: decision 7 is taken back; decision 3, unsure, holds again",
            f"9: decision 3 is taken back; {NOTHING}",
            f"10: decision 1 is taken back; {NOTHING}",
            "4 entries that were 2 tools are 4 now; 1 pair of them waits for a person",
        ],
    )
    summary = json.loads(run(path.parent, "review", "--undo", "2", "--undo", "4", "--json").stdout)
    assert (summary["decision_ids"], summary["holding_ids"]) == ([11, 12], [None, None])
    assert "decision_id" not in summary
    assert "holds" not in summary
    assert select(path, "SELECT * FROM v1_decisions WHERE holds") == []


@pytest.mark.parametrize("numbers", [(1, 5), (1, 99)])
def test_all_are_taken_back_or_none(path: Path, numbers: tuple[int, int]) -> None:
    """Where one cannot be, the others are as they were, and so are the tools."""
    before = select(path, LOG), select(path, "SELECT entry_id, tool_id FROM v1_entries")
    options = [each for number in numbers for each in ("--undo", str(number))]
    done = run(path.parent, "review", *options)
    assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (2, "", 1)
    assert (select(path, LOG), select(path, "SELECT entry_id, tool_id FROM v1_entries")) == before


def test_a_taking_back_is_not_taken_back_itself(path: Path) -> None:
    """What it took back is told, and the command that says the word again does so."""
    done = run(path.parent, "review", "--undo", "6")
    assert (done.returncode, done.stdout) == (2, "")
    told, _, again = done.stderr.partition("; ")
    assert told in {
        f"versusdb: decision 6 takes decision 5 back, {one} = {other}, and cannot be taken back "
        "itself"
        for one, other in permutations(("Gravelbed (gravelbed)", "Pumice (pumice)"))
    }
    assert again.endswith(" says the word again\n")
    command = shlex.split(again.split("'")[1])
    assert run(path.parent, *command[1:]).returncode == 0
    assert select(path, "SELECT word FROM v1_decisions WHERE decision_id = 7 AND holds") == [
        ("same",)
    ]


def test_a_word_that_would_hold_again_and_contradict_is_refused_with_the_path() -> None:
    """An entry that got its slug has words by its name and by its slug; those hang together."""
    bare = name_key(SITE, A.name, A.tagline)
    named, c_key = slug_key(SITE, str(A.slug)), slug_key(SITE, str(C.slug))
    with make_database() as database:

        def say(word: Word, one: str) -> int:
            ids = find_entry(database, one), find_entry(database, c_key)
            assert ids[0] is not None
            assert ids[1] is not None
            return decide(database, word, ids[0], ids[1], IDA)

        pages = [observe_text([replace(A, slug=None), B], 1), observe([C, B], 2)]
        load(database, number(pages))
        resolve_entries(database)
        unsure, same = say("unsure", bare), say("same", bare)
        load(database, number([observe([A, B], 3)], start=3))
        resolve_entries(database)
        confirmed = say("same", named)
        log = rows(database, LOG)
        with pytest.raises(Contradiction) as refused:
            undo(database, same, IDA)
        assert [(step.word, step.decision_id) for step in refused.value.path] == [
            ("same", confirmed)
        ]
        with pytest.raises(DecisionRefusedError) as told:
            take_back(database, same, IDA)
        assert told.value.what.startswith(f"without decision {same} an older word on the two ")
        assert f"(decision {confirmed})" in told.value.what
        assert told.value.remedy == f"take one of them back: --undo {confirmed}"
        assert rows(database, LOG) == log
        first = take_back(database, confirmed, IDA)
        assert first.holding is not None
        assert first.holding.decision_id == same
        second = take_back(database, same, IDA)
        assert second.holding is not None
        assert second.holding.decision_id == unsure
        assert take_back(database, unsure, IDA).holding is None


def test_a_range_is_taken_back_last_first(path: Path) -> None:
    """Of two words on one pair, too; beside other numbers, in the order given; all or none."""
    run(path.parent, "review", "--same", "quern-7b", "quern-22b")
    run(path.parent, "review", "--different", "osier", "gravelbed")
    before = select(path, LOG)
    assert run(path.parent, "review", "--undo", "6-8").returncode == 2
    assert select(path, LOG) == before
    run(path.parent, "review", "--unsure", "tin-type", "pumice")
    run(path.parent, "review", "--same", "tin-type", "pumice")
    done = run(path.parent, "review", "--undo", "3-3", "--undo", "7")
    assert (done.returncode, done.stdout) == (2, "")
    done = run(path.parent, "review", "--undo", "7-10", "--undo", "3", "--undo", "1-2")
    assert (done.returncode, done.stderr) == (0, "")
    told = [each.partition(" is taken back")[0] for each in done.stdout.splitlines()]
    assert told[:7] == [
        f"{number}: decision {undone}"
        for number, undone in enumerate((10, 9, 8, 7, 3, 2, 1), start=11)
    ]


def test_a_decision_that_is_named_twice_is_wrong_usage(path: Path) -> None:
    """Also within a range; nothing is taken back."""
    before = select(path, LOG)
    for options in (("--undo", "1", "--undo", "1"), ("--undo", "1-3", "--undo", "2")):
        done = run(path.parent, "review", *options)
        assert (done.returncode, done.stdout) == (2, "")
        assert "is named twice" in done.stderr
    assert select(path, LOG) == before


WRONG = {
    "2-1": "'2-1' is no range; the first number is the smaller one",
    "0-3": "0 is not in the range",
    "1-9223372036854775808": "9223372036854775808 is not in the range",
    "1-": "'1-' is not a valid",
    "1-2-3": "'1-2-3' is not a valid",
    "a-b": "'a-b' is not a valid",
    "1-1001": "'1-1001' are 1,001 decisions; at most 1,000 are taken back at once",
}


@pytest.mark.parametrize("text", WRONG)
def test_a_range_that_is_none_is_wrong_usage(path: Path, text: str) -> None:
    """Nothing is taken back; what is wrong is told."""
    before = select(path, LOG)
    done = run(path.parent, "review", "--undo", text)
    assert (done.returncode, done.stdout) == (2, "")
    assert WRONG[text] in " ".join(done.stderr.split())
    assert select(path, LOG) == before


def test_several_ranges_are_a_thousand_at_most_together(path: Path) -> None:
    """A mistyped one takes no time."""
    done = run(path.parent, "review", "--undo", "1-600", "--undo", "601-1001")
    assert done.returncode == 2
    assert "at most 1,000 are taken back at once" in " ".join(done.stderr.split())
