"""``resolve`` and ``review`` as scripts give them: what they say, and with which status."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from tests.drifting import read_content, select
from tests.forgotten import read, write_page
from tests.pages import Card
from tests.reviewed import OSIER, SITE, make_store, say_all
from tests.running import run
from versusdb.deciding import find_author
from versusdb.entries import EntryUnknownError
from versusdb.explaining_pairs import run_explain
from versusdb.locking import hold_lock
from versusdb.resolving import run_resolve
from versusdb.reviewing import run_review

Printed = Callable[[], str]
WHOLE = "9 entries, 8 tools; 1 pair waits for 'versusdb review'"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A database of a few pages, in which nothing was decided."""
    return make_store(tmp_path)


@pytest.fixture
def printed(capsys: pytest.CaptureFixture[str]) -> Printed:
    """What was printed on standard output since it was last asked."""
    return lambda: capsys.readouterr().out


def test_resolve_says_what_there_is(path: Path) -> None:
    """One line on a terminal's behalf, one object with --json, and the views stay as they are."""
    before = read_content(path)
    done = run(path.parent, "resolve")
    assert (done.returncode, done.stdout) == (0, f"versus.db: {WHOLE}\n")
    done = run(path.parent, "resolve", "--json")
    assert json.loads(done.stdout) == {
        "command": "resolve", "exit_status": 0, "db": "versus.db", "entries": 9, "tools": 8,
        "queued": 1, "decisions_flagged": 0,
    }  # fmt: skip
    assert read_content(path) == before


def test_resolve_tells_of_decisions_on_cards_that_have_changed(
    path: Path, printed: Printed
) -> None:
    """Their number is told, in words and as a value."""
    say_all(path)
    other = Card(name="Punt", slug="punt")
    changed = Card(name="Osier", slug="osier", tagline="Rolls back")
    write_page(path.parent / "later", "1", changed, other, day=9)
    read(path, path.parent / "later")
    printed()
    assert run_resolve(db=path, is_json=False) == 0
    assert printed().splitlines()[1] == (
        "1 decision rests on cards that have changed since: "
        f"'versusdb review --db {path}' shows them"
    )
    run_resolve(db=path, is_json=True)
    assert json.loads(printed())["decisions_flagged"] == 1


NAMES = {
    "its slug": "osier",
    "its site and slug": f"{SITE}/osier",
    "spaces around": "  osier ",
    "its id": "(SELECT entry_id FROM v1_entries WHERE slug = 'osier')",
    "its address": "(SELECT source_url FROM v1_entries WHERE slug = 'osier')",
}


@pytest.mark.parametrize("how", NAMES)
def test_an_entry_is_named_in_several_ways(path: Path, how: str, printed: Printed) -> None:
    """By what an operator has at hand; each names the same entry."""
    text = NAMES[how]
    if text.startswith("("):
        ((text,),) = select(path, f"SELECT {text}")
    assert run_explain((text, "Gravelbed"), db=path, is_json=True) == 0
    one, other = json.loads(printed())["entries"]
    assert (one["slug"], other["slug"]) == ("osier", "gravelbed")


UNKNOWN = {
    "gravelbd": "'gravelbd' names no entry of this database; did you mean gravelbed?",
    "quern": "did you mean quern-",
    "zzz": "'zzz' names no entry of this database; give its slug, its id or its name",
    "": "'' names no entry of this database; give its slug, its id or its name",
    "e0123456789abcdef": "'e0123456789abcdef' names no entry of this database",
    "%": "'%' names no entry",
    "Osier": "'Osier' names 2 entries: e",
}


@pytest.mark.parametrize("text", UNKNOWN)
def test_what_names_no_entry_or_several_is_told(path: Path, text: str) -> None:
    """With names that are near, or with the ids to choose from."""
    with pytest.raises(EntryUnknownError) as error:
        run_explain((text, "pumice"), db=path, is_json=False)
    assert UNKNOWN[text] in str(error.value)


def test_several_of_one_name_are_listed_with_what_tells_them_apart(path: Path) -> None:
    """Each by its id and slug, and the command ends with status 2 and one line."""
    done = run(path.parent, "review", "--same", "Osier", "pumice")
    assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (2, "", 1)
    assert re.search(r"e[0-9a-f]{16} \(osier\)", done.stderr)
    assert re.search(r"e[0-9a-f]{16} \(osier-2026\)", done.stderr)
    assert done.stderr.endswith("; name one by its id\n")


@pytest.mark.parametrize("word", ["same", "different", "unsure"])
def test_one_entry_twice_is_no_pair(path: Path, word: str) -> None:
    """However it is named: status 2, and nothing is decided."""
    done = run(path.parent, "review", f"--{word}", "osier", f"{SITE}/osier")
    assert done.returncode == 2
    assert "both names are of one entry, Osier (osier); name two" in done.stderr
    assert select(path, "SELECT * FROM decisions") == []


def test_a_word_is_said_and_taken_back_by_scripts(path: Path) -> None:
    """What it says of the number takes it back; with --json the tool's entries are told."""
    done = run(path.parent, "review", "--same", "osier", "osier-2026", "--by", "ida")
    assert done.returncode == 0
    assert done.stdout.splitlines() == [
        "1: Osier (osier) = Osier (osier-2026); 'versusdb review --undo 1' takes it back",
        "2 entries are one tool now",
    ]
    done = run(path.parent, "review", "--undo", "1", "--json", "--reason", " no\n more ")
    assert json.loads(done.stdout) == {
        "command": "review", "exit_status": 0, "db": "versus.db", "decision_id": 2,
        "decision_ids": [2], "holds": None, "holding_ids": [None], "word": "retracted",
        "entries": [],
        "notes": ["2 entries that were one tool are 2 now; 1 pair of them waits for a person"],
    }  # fmt: skip
    said = select(path, "SELECT word, decided_by, reason FROM decisions")
    assert said[0] == ("same", "ida", "")
    assert said[1][::2] == ("retracted", "no more")


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (9, "there is no decision 9; 'versusdb review --log' lists them"),
        (5, "decision 5 does not hold: it was taken back"),
    ],
)
def test_what_cannot_be_taken_back_is_told(path: Path, number: int, said: str) -> None:
    """A number that was never given, and one that was taken back."""
    say_all(path)
    done = run(path.parent, "review", "--undo", str(number))
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"versusdb: {said}\n"


def test_a_contradiction_is_told_with_its_path_and_a_way_out(path: Path) -> None:
    """Which words make it, and which of them may be taken back: status 2, and nothing is said."""
    say_all(path)
    before = select(path, "SELECT * FROM decisions")
    done = run(path.parent, "review", "--different", "osier-2026", "osier")
    assert done.returncode == 2
    assert "contradicts what was decided: Osier (osier" in done.stderr
    assert done.stderr.endswith("(decision 1); take one of them back: --undo 1\n")
    assert select(path, "SELECT * FROM decisions") == before


PAIR = ("osier", "pumice")
GIVEN = {
    "--same": PAIR, "--different": PAIR, "--unsure": PAIR, "--undo": ("1",), "--export": ("-",),
    "--import": ("-",),
}  # fmt: skip


@pytest.mark.parametrize(("one", "other"), [*combinations(GIVEN, 2)])
def test_two_things_at_once_are_refused(path: Path, one: str, other: str) -> None:
    """Options of which each is a work of its own exclude each other."""
    done = run(path.parent, "review", one, *GIVEN[one], other, *GIVEN[other])
    assert (done.returncode, done.stdout) == (2, "")
    assert "are two things; give one of them" in done.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ("review", "--export", ""), ("review", "--import", ""), ("review", "--same", "osier"),
        ("review", "--undo", "0"), ("review", "--undo", "x"), ("review", "--by", " "),
        ("resolve", "--explain", "osier"), ("resolve", "osier"),
        ("review", "--same", "", "osier"),
    ],
)  # fmt: skip
def test_what_names_nothing_is_wrong_usage(path: Path, arguments: tuple[str, ...]) -> None:
    """An empty name, as of a variable that is not set, never means another work."""
    done = run(path.parent, *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    "arguments", [(), ("--json",), ("--log",), ("--export", "-"), ("--import", "-")]
)
def test_a_reason_goes_with_what_is_decided(path: Path, arguments: tuple[str, ...]) -> None:
    """Where nothing is, a word was forgotten: that is told, and nothing is listed or taken in."""
    done = run(path.parent, "review", "--reason", "seen", *arguments)
    assert (done.returncode, bool(done.stdout)) == (2, "--json" in arguments)
    assert "--reason goes with what is decided; give it with --same" in " ".join(
        done.stderr.split()
    )


COMMANDS = {
    "resolve": ("resolve",),
    "resolve --explain": ("resolve", "--explain", *PAIR),
    "review": ("review",),
    "review --json": ("review", "--json"),
    "review --same": ("review", "--same", *PAIR),
    "review --undo": ("review", "--undo", "1"),
    "review --export": ("review", "--export", "f.jsonl"),
    "review --import": ("review", "--import", "empty"),
}
READERS = {"resolve --explain", "review", "review --json"}


@pytest.mark.parametrize("name", COMMANDS)
def test_without_a_database_nothing_is_made(tmp_path: Path, name: str) -> None:
    """It is told that there is none, with status 2, and no file is left."""
    (tmp_path / "empty").touch()
    done = run(tmp_path, *COMMANDS[name])
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)
    assert bool(done.stdout) == ("--json" in name)
    assert "versus.db: there is no database here" in done.stderr
    assert [each.name for each in tmp_path.iterdir()] == ["empty"]


@pytest.fixture
def held(path: Path) -> Iterator[Path]:
    """The database while another run holds it."""
    with hold_lock(path):
        yield path


@pytest.mark.parametrize("name", COMMANDS)
def test_a_database_that_another_run_holds(held: Path, name: str) -> None:
    """What only reads goes on beside it; what writes says so, with status 5."""
    (held.parent / "empty").touch()
    done = run(held.parent, *COMMANDS[name])
    if name in READERS:
        assert (done.returncode, done.stderr) == (0, "")
    else:
        assert (done.returncode, len(done.stderr.splitlines())) == (5, 1)
        assert "another run holds this database" in done.stderr
        assert select(held, "SELECT * FROM decisions") == []


def test_the_queue_is_listed_where_there_is_no_terminal(path: Path, printed: Printed) -> None:
    """A line a pair, and decisions that are flagged after them; with --json all of both cards."""
    say_all(path)
    author = find_author("ida", "")
    changed = Card(name="Osier", slug="osier", tagline="Rolls back")
    write_page(path.parent / "later", "1", changed, OSIER_TOO, day=9)
    read(path, path.parent / "later")
    printed()
    assert run_review(db=path, author=author, is_json=False) == 0
    head, *pairs, flagged = printed().splitlines()
    assert head == f"{path}: 2 pairs wait for a person"
    line = r"\d+ Osier \(osier[\w-]*\) – Osier \(osier[\w-]*\): their texts have little in common"
    assert [bool(re.fullmatch(line, pair)) for pair in pairs] == [True, True]
    assert re.fullmatch(
        r"decision 1: Osier \(osier.*\) – Osier \(osier.*\), same; changed since: [ab]\.\w+.*",
        flagged,
    )
    run_review(db=path, author=author, is_json=True)
    summary: dict[str, Any] = json.loads(printed())
    (queued, _), (stale,) = summary["queue"], summary["flagged"]
    assert (queued["entry_a"]["name"], stale["decision_id"], stale["word"]) == ("Osier", 1, "same")
    assert set(queued["evidence"]) == {"for", "against", "parts"}


OSIER_TOO = Card(name=OSIER.name, slug="osier-2", tagline="Apart", description="Grows on.")
