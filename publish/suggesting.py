"""Publish: suggests tools whose names are spelt nearly like what was asked for.

Search finds words and beginnings of words; this is for the word that is misspelt. A stored query
bounds how many names are compared, at most 2,000, and accents, hyphens and dots do not count.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from difflib import get_close_matches
from typing import Any
from unicodedata import combining, normalize

from publish.asking import Answer, ask

MOST = 5
# Of fewer letters none are spelt nearly so.
FEWEST_LETTERS = 3
LONGEST_NAME = 60
_SEPARATORS = re.compile(r"[\s\-._]+")

Row = Mapping[str, Any]


async def suggest_tools(datasette: Any, wanted: str) -> Answer:
    """Return the tools spelt most like ``wanted``, the likest first."""
    answer = await ask(datasette, "tools_like", words=wanted)
    return replace(answer, rows=tuple(choose_likest(wanted, answer.rows)))


def choose_likest(wanted: str, rows: Sequence[Row]) -> list[Row]:
    """Choose the rows whose names are most like, by as many words as were asked for.

    So "halbour" is near "Harbour Cloud Deploy" too. Very short words are near the names that begin
    with them. Each tool is chosen once.
    """
    asked = fold(wanted)
    if is_short(wanted):
        return choose_first(row for row in rows if asked and fold(row["tool"]).startswith(asked))
    length = len(asked.split())
    named: dict[str, list[Row]] = {}
    for row in rows:
        named.setdefault(" ".join(fold(row["tool"]).split()[:length]), []).append(row)
    return choose_first(
        row for name in get_close_matches(asked, named, MOST, cutoff=0.7) for row in named[name]
    )


def choose_first(rows: Iterable[Row]) -> list[Row]:
    """Choose the first row of each tool, as far as they are shown."""
    first: dict[str, Row] = {}
    for row in rows:
        first.setdefault(row["tool_id"], row)
    return list(first.values())[:MOST]


def is_short(wanted: str) -> bool:
    """Tell whether words are too short for anything but the beginning of a name."""
    return len(fold(wanted)) < FEWEST_LETTERS


def fold(name: str) -> str:
    """Return a name without differences of case, accents and separators, as far as it counts."""
    letters = normalize("NFKD", name[:LONGEST_NAME].casefold())
    plain = "".join(letter for letter in letters if not combining(letter))
    return _SEPARATORS.sub(" ", plain).strip()
