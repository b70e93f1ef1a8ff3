"""A line of a file that is no decision is told, and takes none of the others with it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.drifting import select
from tests.reviewed import SITE, count, line, make_store, take_in, write_lines
from tests.running import run
from versusdb.decision_files import DecisionsUnreadableError, run_import


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
    "one card": {**GOOD, "evidence": {"cards": [{}]}},
    "cards of numbers": {**GOOD, "evidence": {"cards": [1, 2]}},
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
