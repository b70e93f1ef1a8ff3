"""A line of a file that is no decision is told, and takes none of the others with it."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from db.resolving.deciding import Author
from scraper.times import format_time, read_clock
from tests.drifting import select
from tests.forgotten import read, write_page
from tests.pages import Card
from tests.reviewed import SITE, count, line, make_store, take_in, write_lines
from tests.running import run
from versusdb.deciding import run_decide
from versusdb.decision_files import DecisionsUnreadableError, run_export, run_import


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A database of a few pages, in which nothing was decided."""
    return make_store(tmp_path)


GOOD = line("same", "osier", "pumice")
BROKEN: dict[str, str | dict[str, Any]] = {
    "no JSON": "same osier pumice",
    "cut off": json.dumps(GOOD)[:-9],
    "a list": "[1, 2]",
    "a word that there is not": {**GOOD, "word": "alike"},
    "no word": {key: value for key, value in GOOD.items() if key != "word"},
    "one entry": line("same", "osier", "osier"),
    "no name": {**GOOD, "one": {"site": SITE}},
    "no site": {**GOOD, "one": {"slug": "osier"}},
    "a field more": {**GOOD, "one": {"site": SITE, "slug": "osier", "id": 5}},
    "a slug of a number": {**GOOD, "one": {"site": SITE, "slug": 5}},
    "a day": {**GOOD, "decided_at": "2026-06-01"},
    "another zone": {**GOOD, "decided_at": "2026-06-01T00:00:00+02:00"},
    "no time": {**GOOD, "decided_at": "yesterday"},
    "evidence of another shape": {**GOOD, "evidence": []},
    "half a letter": json.dumps({**GOOD, "reason": "\ud800"}),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_line_is_told_and_the_others_taken(
    path: Path, tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is named by its number; blank lines count, and are none."""
    file = write_lines(tmp_path / "f.jsonl", [GOOD, "", BROKEN[name]])
    summary = take_in(path, file, capsys)
    assert count(summary) == (3, 1, 0, 0, 1, 0)
    (problem,) = summary["problems"]
    assert problem.startswith("line 3: no decision: ")
    assert select(path, "SELECT count(*) FROM decisions") == [(1,)]


def give(**evidence: Any) -> dict[str, Any]:
    return {**GOOD, "evidence": evidence}


RETRACTS = {"word": "same", "decided_by": "ida", "decided_at": "2026-06-01T00:00:00Z"}
TOLD: dict[str, tuple[dict[str, Any], str]] = {
    "an empty slug": ({**GOOD, "one": {"site": SITE, "slug": ""}}, "one.slug is empty"),
    "a blank slug": ({**GOOD, "other": {"site": SITE, "slug": " "}}, "other.slug is empty"),
    "an empty site": ({**GOOD, "other": {"site": "", "slug": "osier"}}, "other.site is empty"),
    "an empty name": ({**GOOD, "one": {"site": SITE, "name": ""}}, "one.name is empty"),
    "nobody": ({**GOOD, "decided_by": ""}, "decided_by is empty"),
    "a field of tomorrow": ({**GOOD, "weight": 2}, "Object contains unknown field `weight`"),
    "a field with a break": ({**GOOD, "a\nb": 2}, "Object contains unknown field `a b`"),
    "a text for": (give(**{"for": "same name"}), "Expected `array`, got `str` - at `$.for`"),
    "numbers for": (give(**{"for": [1]}), "Expected `str`, got `int` - at `$.for[0]`"),
    "null against": (give(against=None), "Expected `array`, got `null` - at `$.against`"),
    "a list of parts": (give(parts=[1]), "Expected `object`, got `array` - at `$.parts`"),
    "half a part": (give(parts={"name": 0.5}), "Expected `int`, got `float` - at `$.parts[...]`"),
    "a score in words": (give(score="high"), "Expected `int`, got `str` - at `$.score`"),
    "one card": (give(cards=[{}]), "Expected `array` of length 2, got 1 - at `$.cards`"),
    "cards of numbers": (give(cards=[{"name": 1}, {}]), "Expected `str`, got `int`"),
    "a text that retracts": (give(retracts="it"), "Expected `object`, got `str` - at `$.retracts`"),
    "a retraction of nothing": (give(retracts={}), "missing required field `word`"),
    "a retraction of a retraction": (
        give(retracts={**RETRACTS, "word": "retracted"}), "Invalid enum value 'retracted'",
    ),
    "a field more that retracts": (give(retracts={**RETRACTS, "id": 5}), "unknown field `id`"),
}  # fmt: skip


@pytest.mark.parametrize("name", TOLD)
def test_a_line_that_no_export_writes_is_told_with_what_is_wrong(
    path: Path, tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is empty, what this version does not know, and evidence that no reader expects."""
    broken, message = TOLD[name]
    file = write_lines(tmp_path / "f.jsonl", [GOOD, broken])
    summary = take_in(path, file, capsys)
    assert count(summary) == (3, 1, 0, 0, 1, 0)
    (problem,) = summary["problems"]
    assert problem.startswith("line 2: no decision: ")
    assert message in problem
    assert len(problem.splitlines()) == 1


def test_what_is_wrong_with_a_line_is_told_in_short(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A field with a name of a page is not told whole."""
    file = write_lines(tmp_path / "f.jsonl", [GOOD, {**GOOD, "w" * 5000: 2}])
    (problem,) = take_in(path, file, capsys)["problems"]
    assert "unknown field `www" in problem
    assert len(problem) < 300


def test_evidence_of_an_export_is_taken_as_it_is(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """All that evidence may hold, and what a later version may add to it."""
    evidence = {
        "for": ["same name"], "against": [], "parts": {"name": 600, "price": -40}, "score": 560,
        "cards": [{"name": "0a1b2c3d"}] * 2, "retracts": RETRACTS, "later": [1],
    }  # fmt: skip
    file = write_lines(tmp_path / "f.jsonl", [give(**evidence)])
    assert count(take_in(path, file, capsys)) == (0, 1, 0, 0, 0, 0)
    ((kept,),) = select(path, "SELECT evidence FROM decisions")
    assert json.loads(kept) == evidence


def test_a_name_that_several_entries_have_is_told_with_their_slugs(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The word waits for a page that shows the name without a slug; a slug finds its entry."""
    for day, slug in ((8, "punt"), (9, "punt-2")):
        cards = Card(name="Punt", slug=slug, tagline="Glides"), Card(name="Log", slug=f"log-{day}")
        write_page(tmp_path / "later", f"{day}", *cards, day=day)
    read(path, tmp_path / "later")
    punt = {"site": SITE, "name": "Punt", "tagline": "Glides"}
    wherry = {"site": SITE, "name": "Wherry", "tagline": "Carries"}
    lines = [{**GOOD, "one": punt}, {**GOOD, "one": wherry}]
    summary = take_in(path, write_lines(tmp_path / "f.jsonl", lines), capsys)
    assert count(summary) == (3, 2, 0, 0, 0, 2)
    assert summary["problems"] == [
        f"line 1: 'Punt' of {SITE} may be punt or punt-2; the word waits: name one by its slug",
        f"line 2: 'Wherry' of {SITE} is not here yet; the word holds when it comes",
    ]


def test_a_decision_that_waits_is_told_once(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Also where it waits for both of its entries, whatever names them; together in one line."""
    wherry = {"site": SITE, "name": "Wherry", "tagline": "Carries"}
    lines = [
        line("same", "coracle", "punt"), line("same", "osier", "ketch"),
        {**GOOD, "one": wherry, "other": {"site": SITE, "slug": "yawl"}},
        line("retracted", "osier", "pumice"),
    ]  # fmt: skip
    file = write_lines(path.with_name("f.jsonl"), lines)
    run_import(str(file), db=path, is_json=True)
    told = capsys.readouterr()
    refused, both, one, other = json.loads(told.out)["problems"]
    assert refused == "line 4: takes back a word that does not hold"
    assert both == (
        f"line 1: {SITE}/coracle and {SITE}/punt are not here yet; the word holds when they come"
    )
    assert one == f"line 2: {SITE}/ketch is not here yet; the word holds when it comes"
    assert other.startswith(f"line 3: 'Wherry' of {SITE} and {SITE}/yawl are not here yet; ")
    head = f"versusdb: {file}: "
    assert told.err.splitlines() == [
        f"{head}{refused}",
        (
            f"{head}3 decisions wait for entries that are not here yet, and hold when they come: "
            f"{SITE}/coracle, {SITE}/punt, {SITE}/ketch and 2 more; --json lists them all"
        ),
    ]


@pytest.mark.parametrize("body", [b"# versusdb\nreads\n", b"\x00\x01SQLite", "{}".encode("utf-16")])
def test_a_file_that_is_none_is_refused(path: Path, body: bytes) -> None:
    """Where no line can be read nothing is taken: status 2, one line, and no traceback."""
    path.with_name("f.jsonl").write_bytes(body)
    with pytest.raises(DecisionsUnreadableError, match="no line can be read"):
        run_import(str(path.with_name("f.jsonl")), db=path, is_json=True)
    done = run(path.parent, "review", "--import", "f.jsonl")
    assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (2, "", 1)


@pytest.mark.parametrize("text", ["", "\n\n", " \r\n"])
def test_an_empty_file_is_one_without_decisions(
    path: Path, text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is what an export of an empty log is."""
    file = path.with_name("f.jsonl")
    file.write_text(text)
    assert count(take_in(path, file, capsys)) == (0, 0, 0, 0, 0, 0)


def test_bytes_that_are_no_utf_8_are_no_decision(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """They are not taken as other letters: the slug would be another's."""
    file = path.with_name("f.jsonl")
    latin = json.dumps(line("same", "osier", "café"), ensure_ascii=False).encode("latin-1")
    file.write_bytes(json.dumps(GOOD).encode() + b"\r\n" + latin + b"\n")
    summary = take_in(path, file, capsys)
    assert count(summary) == (3, 1, 0, 0, 1, 0)
    assert summary["problems"][0].startswith("line 2: no decision: ")


def test_a_mark_at_its_beginning_is_none_of_a_file(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Some editors put a byte-order mark before the first line."""
    file = path.with_name("f.jsonl")
    file.write_bytes(b"\xef\xbb\xbf" + json.dumps(GOOD).encode())
    assert count(take_in(path, file, capsys)) == (0, 1, 0, 0, 0, 0)


def test_a_line_of_a_time_to_come_is_told_and_the_others_taken(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Clocks may be a day apart; what is further ahead would push all later words there."""
    near, far = (format_time(read_clock() + timedelta(hours=hours)) for hours in (20, 30))
    never = "2999-01-01T00:00:00Z"
    lines = [GOOD | {"decided_at": at} for at in (near, far, never)]
    summary = take_in(path, write_lines(path.with_name("f.jsonl"), lines), capsys)
    assert count(summary) == (3, 1, 0, 0, 2, 0)
    for problem, number, at in zip(summary["problems"], (2, 3), (far, never), strict=True):
        assert problem.startswith(
            f"line {number}: no decision: decided_at {at!r} is more than a day after now, 2"
        )
    assert select(path, "SELECT decided_at FROM decisions") == [(near,)]


def test_an_export_with_a_word_of_a_clock_that_was_wrong_is_written_again(path: Path) -> None:
    """It is in the log, whatever an import makes of it now: nothing would be lost."""
    author = Author("ida", "2999-01-01T00:00:00Z")
    run_decide("same", ("osier", "pumice"), db=path, author=author, is_json=False)
    for _ in range(2):
        assert run_export(str(path.with_name("f.jsonl")), db=path, is_json=False) == 0
