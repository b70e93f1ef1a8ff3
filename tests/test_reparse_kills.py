"""``reparse --apply`` can be killed anywhere, and the next one goes on."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.archived import KEPT, age, keep, misread, read_again, read_unread
from tests.drifting import read_content
from tests.running import run_module
from versusdb.scratch import name_scratch

HOUSE = Path(__file__).parent.parent


def kill(folder: Path, last: int) -> subprocess.CompletedProcess[str]:
    """Run ``reparse --apply``, killed right before a write."""
    arguments = ("reparse", "--apply", "--db", str(folder / "x.db"))
    return run_module(HOUSE, "tests.killed", str(last), *arguments)


@pytest.mark.parametrize("share", [0.05, 0.35, 0.6, 0.95])
def test_killed_anywhere_it_is_gone_on_with(tmp_path: Path, share: float) -> None:
    """The next one ends with the content of one that was left alone, and removes the copy."""
    path = tmp_path / "x.db"
    keep(path, [(page, day) for day, page in enumerate(KEPT, start=1)])
    read_unread(path, misread)
    age(path)
    whole = tmp_path / "whole"
    whole.mkdir()
    for name in ("x.db", "x.archive.db"):
        shutil.copy(tmp_path / name, whole / name)
    done = kill(whole, 0)
    writes = re.search(r"writes: (\d+)", done.stderr)
    assert writes, done.stderr
    assert kill(tmp_path, round(share * int(writes[1]))).returncode == -9
    read_again(path, apply=True)
    assert read_content(path) == read_content(whole / "x.db")
    assert not name_scratch(path).exists()
