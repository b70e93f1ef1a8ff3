"""Publish: the quotes on a tool by critic, those that stand before those that have ended."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

Row = Mapping[str, Any]

MOST_OPEN = 1


@dataclass(frozen=True, slots=True)
class Quote:
    """A quote, and what was said of it before: its earlier scores and verdicts, oldest first."""

    row: Row
    earlier: Sequence[Row]


@dataclass(frozen=True, slots=True)
class Critic:
    """A critic's quotes on a tool: some that stand now, and those that are folded away.

    Without a name there is a seat, and two of one seat need not be one critic.
    """

    name: str | None
    seat: int | None
    open: Sequence[Quote]
    folded: Sequence[Quote]

    @property
    def ended(self) -> int:
        """How many of those folded away no page shows any more."""
        return sum(quote.row["valid_to"] is not None for quote in self.folded)


def group_quotes(rows: Iterable[Row], scores: Iterable[Row] = ()) -> list[Critic]:
    """Group quotes, in the order of the stored query, by critic; ``scores`` are those changed."""
    versions: dict[str, list[Row]] = {}
    for row in scores:
        versions.setdefault(row["quote_id"], []).append(row)
    critics = []
    for (name, seat), group in groupby(rows, key=_find_critic):
        quotes = [Quote(row, versions.get(row["quote_id"], ())[:-1]) for row in group]
        standing = sum(quote.row["valid_to"] is None for quote in quotes)
        shown = min(standing, MOST_OPEN)
        critics.append(Critic(name, seat, quotes[:shown], quotes[shown:]))
    return critics


def _find_critic(row: Row) -> tuple[str | None, int | None]:
    name = row["reviewer"]
    return (name, None) if name is not None else (None, row["seat"])
