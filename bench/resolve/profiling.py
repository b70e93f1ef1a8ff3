"""Bench: where the time of resolving goes."""

from __future__ import annotations

from bench.profiling import SQLITE, Part, profile_call, sum_shares, write_profiles
from bench.resolve.contestants import hide_answers
from bench.resolve.growing import grow_entries
from bench.resolve.with_versusdb import resolve_entries

ENTRIES = 10_000
_HERE = "db.resolving"
WORDS = Part(
    "texts into words", (f"{_HERE}.tokens", f"{_HERE}.words", f"{_HERE}.wording", "db.keys")
)
TRAITS = Part(
    "what an entry says of itself", (f"{_HERE}.traits", f"{_HERE}.facts", f"{_HERE}.names")
)
CANDIDATES = Part(
    "candidates, found by keys", (f"{_HERE}.keys", f"{_HERE}.index", f"{_HERE}.pairing")
)
ALIGNMENT = Part("two names side by side", (f"{_HERE}.alignment",))
SCORES = Part(
    "two entries side by side", (f"{_HERE}.scoring", f"{_HERE}.conflicts", f"{_HERE}.judging")
)
TOOLS = Part(
    "the tools that follow",
    tuple(
        f"{_HERE}.{module}"
        for module in ("joining", "components", "tools", "outcomes", "decisions", "resolver")
    ),
)
PARTS = (SQLITE, WORDS, TRAITS, CANDIDATES, ALIGNMENT, SCORES, TOOLS)


def profile_resolving(entries: int = ENTRIES) -> str:
    """Resolve so many invented entries from nothing; return the table, and what the limit is."""
    grown = hide_answers(grow_entries(entries))
    profile = profile_call(lambda: resolve_entries(grown), PARTS)
    limit = (
        "The limit is the pairs: the more entries there are, the more pairs there are of each; "
        "to find them and to lay them side by side takes "
        f"{sum_shares(profile, CANDIDATES, ALIGNMENT, SCORES)}. To read what entries say, and to "
        f"split it into words, takes {sum_shares(profile, TRAITS, WORDS)}."
    )
    return f"The same run of {entries:,} entries, without the pages after it:\n\n" + (
        write_profiles({"share": profile}, limit)
    )
