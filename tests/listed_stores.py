"""What stores have: ``python -m tests.listed_stores SOURCE…`` prints a line of JSON for each."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from msgspec.structs import asdict

from scraper.sources import StoredWarc
from versusdb.stores import list_store

HOUSE = Path(__file__).parent.parent


def list_all(sources: Sequence[str], environment: Mapping[str, str] = {}) -> list[list[Any]]:
    """List sources, in a process of its own: stores leave threads and connections behind.

    Of a file its name comes back, of a problem its code and message.
    """
    done = subprocess.run(
        [sys.executable, "-m", "tests.listed_stores", *sources],
        cwd=HOUSE,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    return [json.loads(line) for line in done.stdout.splitlines()]


if __name__ == "__main__":
    for source in sys.argv[1:]:
        works = list_store(source)
        told = [
            each.source
            if isinstance(each, StoredWarc)
            else [asdict(each)["code"], asdict(each)["message"]]
            for each in works or ()
        ]
        sys.stdout.write(json.dumps(None if works is None else told) + "\n")
