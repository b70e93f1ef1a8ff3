"""The README's terminal sessions are what the commands really print."""

from __future__ import annotations

import re
import shlex
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
SESSIONS = re.findall(r"```console\n(.*?)```", README, re.DOTALL)


def read_steps(session: str) -> list[tuple[str, str]]:
    """Return the commands of a session, each with the output shown under it."""
    steps = []
    for step in re.split(r"^\$ ", session, flags=re.MULTILINE)[1:]:
        command, _, output = step.partition("\n")
        while command.count('"') % 2:
            line, _, output = output.partition("\n")
            command += f"\n{line}"
        steps.append((command, output))
    return steps


def find_session(start: str) -> list[tuple[str, str]]:
    return next(steps for s in SESSIONS if (steps := read_steps(s))[0][0].startswith(start))


def run(command: str, folder: Path) -> str:
    """Run a line of the README from the project's root, its database in a folder."""
    words: list[str] = []
    for word in shlex.split(command)[1:]:
        if "*" in word:
            words += sorted(str(file.relative_to(ROOT)) for file in ROOT.glob(word))
        else:
            words.append(str(folder / word) if word.endswith(".db") else word)
    done = subprocess.run(
        [sys.executable, "-m", "versusdb", *words],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    return done.stdout.replace(f"{folder}/", "")


def test_ingest_prints_what_the_readme_shows(tmp_path: Path) -> None:
    """Ingesting the fixtures twice prints the README's lines."""
    steps = find_session("versusdb ingest")
    ingests = [(command, output) for command, output in steps if " ingest " in command]
    assert len(ingests) == 2
    for command, output in ingests:
        assert run(command, tmp_path) == output


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str]]:
    """The folder of a demo that has ended, and the lines that it printed."""
    folder = tmp_path_factory.mktemp("demo")
    command = [sys.executable, "-m", "versusdb", "demo", "--dir", "demo", "--port", "0"]
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        lines = []
        for line in process.stdout:
            lines.append(re.sub(r":\d{4,5}/", ":PORT/", line))
            if "browser" in line:
                process.terminate()
    return folder, lines


def test_demo_prints_what_the_readme_shows(demo: tuple[Path, list[str]]) -> None:
    """The demo prints the README's lines, but for the port."""
    ((_, output),) = find_session("versusdb demo")
    assert "".join(demo[1]) == re.sub(r":\d{4,5}/", ":PORT/", output)


def test_query_gives_what_the_readme_shows(demo: tuple[Path, list[str]]) -> None:
    """The README's query on the demo's database gives the README's rows."""
    ((command, output),) = find_session("sqlite3")
    _, path, sql = shlex.split(command)
    with sqlite3.connect(demo[0] / path) as connection:
        rows = connection.execute(sql).fetchall()
    connection.close()
    assert "".join("|".join(map(str, row)) + "\n" for row in rows) == output
