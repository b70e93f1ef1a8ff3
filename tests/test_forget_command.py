"""``forget`` as an operator gives it: what is shown, asked and said."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import click
import pytest

from tests.drifting import select
from tests.forgotten import MARKER, address_of, forget, is_left, read, write_folder
from tests.pages import Card
from tests.running import run

GONE = address_of(Card(name=MARKER, slug="zyxquorp"), Card(name="", slug="puddingstone"))
TOMBSTONES = "SELECT reason, forgotten_at FROM tombstones"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A database into which a folder was read, with the page that is to be taken down."""
    path = tmp_path / "x.db"
    read(path, write_folder(tmp_path / "pages"))
    return path


@pytest.mark.parametrize(
    ("answer", "status", "told"),
    [
        ("n\n", 0, "nothing was changed"),
        ("y\n", 0, "taken down"),
        ("\x04", 6, "stopped at the question; nothing was changed"),
    ],
)
def test_a_person_is_asked(path: Path, answer: str, status: int, told: str) -> None:
    """On a terminal what goes is shown, and only a yes takes it down."""
    person, terminal = pty.openpty()
    command = [sys.executable, "-m", "versusdb", "forget", GONE, "--reason", "x", "--db", str(path)]
    with subprocess.Popen(
        command, stdin=terminal, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as process:
        os.write(person, answer.encode())
        shown, _ = process.communicate(timeout=60)
    os.close(person)
    os.close(terminal)
    assert (process.returncode, told in shown) == (status, True)
    assert re.search(r"and with them 1 entry and \d quotes that nothing else shows\n", shown)
    assert is_left(path, MARKER.encode()) == (answer != "y\n")


def test_what_was_taken_down_keeps_its_first_reason(path: Path) -> None:
    """Taken down again, it is told since when it is gone and why, and nothing is rewritten."""
    forget(path, GONE, reason="asked us")
    before = select(path.with_name("x.archive.db"), TOMBSTONES)
    done = run(path.parent, "forget", GONE, "--reason", "again", "--db", str(path))
    assert select(path.with_name("x.archive.db"), TOMBSTONES) == before
    shown = done.stdout.splitlines()
    assert shown[0].endswith(": asked us")
    assert "taken down already" in shown[0]
    assert shown[1:] == [f"{GONE}: nothing was changed"]


def test_what_goes_with_nothing_else_says_so(path: Path) -> None:
    """A page without content of its own takes nothing with it."""
    (path.parent / "about.html").write_text("<h1>About us</h1><p>We review tools.</p>")
    read(path, path.parent / "about.html")
    (digest,) = select(path, "SELECT sha256 FROM v1_snapshots WHERE kind = 'unknown'")
    done = run(path.parent, "forget", *digest, "--dry-run", "--db", str(path))
    assert "and with them no entry or quote" in done.stdout


def test_a_robots_txt_is_not_taken_down(path: Path) -> None:
    """Without it the whole host would be closed, which nobody means by it."""
    with pytest.raises(click.BadParameter, match=r"all of x\.example would be closed"):
        forget(path, "https://x.example/robots.txt")
