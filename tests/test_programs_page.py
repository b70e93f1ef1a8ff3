"""The examples of docs/programs.md print what the page shows, on a set that is published."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.published import make_database, publish

PAGE = (Path(__file__).parent.parent / "docs" / "programs.md").read_text(encoding="utf-8")
SESSIONS = re.findall(r"```console\n\$ (.*?)```", PAGE, re.DOTALL)
SCRIPTS = re.findall(r"```python\n(.*?)```\n\n```text\n(.*?)```", PAGE, re.DOTALL)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder in which a set is published as the page has it."""
    folder = tmp_path_factory.mktemp("programs")
    publish(make_database(folder), folder / "published")
    return folder


def run(folder: Path, command: list[str]) -> str:
    """Run a command where the set is; a line on stderr is a failure."""
    environment = {**os.environ, "PYTHONWARNINGS": "error"}
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def split_session(session: str) -> tuple[str, str]:
    """Return the command of a session, which ends where its quotation marks do, and its output."""
    command, _, output = session.partition("\n")
    while command.count('"') % 2:
        line, _, output = output.partition("\n")
        command += f"\n{line}"
    return command, output


@pytest.mark.parametrize("session", SESSIONS)
def test_session_prints_what_the_page_shows(folder: Path, session: str) -> None:
    """What is typed in a shell prints what stands under it; .ci/run brings Debian's sqlite3."""
    command, output = split_session(session)
    assert output
    assert run(folder, ["sh", "-c", command]) == output


@pytest.mark.parametrize(("script", "output"), SCRIPTS)
def test_script_prints_what_the_page_shows(folder: Path, script: str, output: str) -> None:
    """Each script in Python, polars and DuckDB prints what stands under it."""
    assert output
    assert run(folder, [sys.executable, "-c", script]) == output


def test_all_ways_are_shown() -> None:
    """The shell, Python, polars and DuckDB each have an example that is run."""
    for way in ("import sqlite3", "import polars", "import duckdb"):
        assert any(way in script for script, _ in SCRIPTS)
    assert sum("sqlite3 -readonly" in session for session in SESSIONS) >= 3
    assert len(SCRIPTS) == PAGE.count("```python\n")
