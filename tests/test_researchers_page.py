"""The examples of docs/researchers.md print what the page shows, on a server that really runs."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.published import make_database
from tests.publishing import serve_database

PAGE = (Path(__file__).parent.parent / "docs" / "researchers.md").read_text(encoding="utf-8")
SCRIPTS = re.findall(r"```python\n(.*?)```\n\n```text\n(.*?)```", PAGE, re.DOTALL)
ADDRESS = "http://127.0.0.1:8001"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the database that the page speaks of."""
    with serve_database(make_database(tmp_path_factory.mktemp("researchers"))) as (_, address):
        yield address.rstrip("/")


@pytest.mark.parametrize(("script", "output"), SCRIPTS)
def test_script_prints_what_the_page_shows(address: str, script: str, output: str) -> None:
    """Each example asks the server of the page and prints what stands under it."""
    assert output
    assert ADDRESS in script
    done = subprocess.run(
        [sys.executable, "-c", script.replace(ADDRESS, address)],
        env={**os.environ, "PYTHONWARNINGS": "error"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr, done.stdout) == (0, "", output)


def test_every_example_is_run() -> None:
    """No example of the page stands without what it prints."""
    assert len(SCRIPTS) == PAGE.count("```python\n") >= 4
