"""Commands tell of words that others overrule, and keep them in a file."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from tests.drifting import select
from tests.forgotten import read, write_page
from tests.pages import Card, write_text
from tests.running import run
from versusdb.store import name_archive

HERON = Card(name="Heronbill", tagline="Wades through logs")
OTHER = Card(name="Heronbill", slug="heronbill", tagline="Stands in logs all day")
KNOWN = Card(name="Heronbill", slug="heronbill", tagline=HERON.tagline)
BITTERN = Card(name="Bitternest", slug="bitternest", tagline="Booms in reeds")
CURLEW = Card(name="Curlewick", slug="curlewick", tagline="Curls long words")
TOOLS = "SELECT slug, tool_id FROM v1_entries ORDER BY slug"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A database in which two words contradict each other since the last page."""
    text = tmp_path / "bare.txt"
    text.write_text(write_text((HERON, BITTERN)))
    os.utime(text, (1777032000, 1777032000))
    path = tmp_path / "versus.db"
    read(path, text, write_page(tmp_path, "bittern", BITTERN, CURLEW, day=2))
    read(path, write_page(tmp_path, "heron", OTHER, CURLEW, day=3))
    ((bare,),) = select(path, "SELECT entry_id FROM v1_entries WHERE slug IS NULL")
    review(path, "--same", bare, "bitternest")
    review(path, "--different", "heronbill", "bitternest")
    read(path, write_page(tmp_path, "known", KNOWN, CURLEW, day=4))
    return path


def review(path: Path, *arguments: str, status: int = 0) -> str:
    done = run(path.parent, "review", *arguments, "--by", "ida")
    assert done.returncode == status, done.stderr
    return done.stdout + done.stderr


def look(path: Path) -> dict[str, Any]:
    """Return what ``check`` finds of decisions, by the codes; it fails for none of it."""
    done = run(path.parent, "check", "--json")
    assert done.returncode == 0
    findings = {each["code"]: each for each in json.loads(done.stdout)["findings"]}
    return {code: each for code, each in findings.items() if code.startswith("decisions_over")}


def test_a_word_that_is_overruled_is_told(path: Path) -> None:
    """By ``check`` with the command that takes it back, by ``status`` and in the log."""
    finding = look(path)["decisions_overruled"]
    assert not finding["is_failure"]
    assert finding["message"] == (
        f"{path}: decision 1: decision 2 overrules it, for they contradict each other since a card "
        "without a slug is known to be an entry's [decisions_overruled]; 'versusdb review --undo "
        "1' takes it back"
    )
    assert (finding["details"]["rows"], finding["details"]["examples"]) == (1, [1])
    said = run(path.parent, "status").stdout
    assert "To review: 1 decision that others overrule; 'versusdb check' says which" in said
    assert json.loads(run(path.parent, "status", "--json").stdout)["decisions_overruled"] == 1
    first, second = run(path.parent, "review", "--log").stdout.splitlines()
    assert first.endswith("; decision 2 overrules it")
    assert "; holds" in second
    review(path, "--undo", "1")
    assert look(path) == {}
    assert "overrule" not in run(path.parent, "status").stdout


def test_the_command_names_another_database(path: Path) -> None:
    """As it is to be given."""
    other = path.with_name("x.db")
    path.rename(other)
    name_archive(path).rename(name_archive(other))
    done = run(path.parent, "check", "--db", "x.db")
    assert f"'versusdb review --undo 1 --db {other}' takes it back" in done.stderr


def test_a_rebuild_keeps_apart_what_was_apart(path: Path) -> None:
    """The file keeps the word that was overruled: it is refused, and no export destroys it."""
    tools = select(path, TOOLS)
    assert review(path, "--export", "f.jsonl") == "f.jsonl: 2 decisions written\n"
    assert select(path, "SELECT last_decision_id FROM decision_exports") == [(2,)]
    lines = path.with_name("f.jsonl").read_text()
    assert [json.loads(line)["word"] for line in lines.splitlines()] == ["different", "same"]
    review(path, "--export", "f.jsonl")
    path.unlink()
    assert run(path.parent, "reparse", "--apply").returncode == 0
    said = review(path, "--import", "f.jsonl", status=3)
    assert "f.jsonl: 1 decision taken in, 0 known before, 1 refused\n" in said
    assert "f.jsonl: line 2: contradicts " in said
    assert select(path, TOOLS) == tools
    assert look(path) == {}
    assert "holds 1 decision that this database has not" in review(
        path, "--export", "f.jsonl", status=2
    )
    assert path.with_name("f.jsonl").read_text() == lines
    review(path, "--export", "g.jsonl")
    assert path.with_name("g.jsonl").read_text() == lines.splitlines(keepends=True)[0]
    done = run(path.parent, "check", "--json")
    assert "decisions_unexported" not in done.stdout
    # The word is back once what overruled it is gone.
    review(path, "--undo", "1")
    assert "1 decision taken in" in review(path, "--import", "f.jsonl", status=0)
    assert review(path, "--export", "f.jsonl") == "f.jsonl: 3 decisions written\n"
