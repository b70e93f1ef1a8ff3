"""Bench: what is linked, what a contestant says of it, and how that is scored."""

from __future__ import annotations

from collections.abc import Set
from typing import TypeAlias

from msgspec import Struct

# Two row numbers, from 0: of the left and of the right table, or of one list, the lesser first.
Pair: TypeAlias = tuple[int, int]


class Row(Struct, frozen=True):
    """One row of a table of products, or what a peer is given of an entry."""

    id: str
    name: str
    description: str | None
    price: float | None


class LabelledEntry(Struct, frozen=True, forbid_unknown_fields=True):
    """An entry of a site; ``tool`` is the answer, which no contestant may look at."""

    tool: int
    slug: str | None
    name: str
    tagline: str | None
    description: str | None
    category: str | None
    pricing: str | None
    homepage_url: str | None


class Linked(Struct, frozen=True):
    """What versusdb says: pairs in one tool, by the rule that joined them; pairs in its queue."""

    merged: dict[Pair, str]
    queued: set[Pair]


class Score(Struct, frozen=True):
    """How many pairs were found, how many of them are true, and how many are true in all."""

    found: int
    right: int
    true: int

    def __add__(self, other: Score) -> Score:
        """Return the score of both together."""
        return Score(self.found + other.found, self.right + other.right, self.true + other.true)

    @property
    def precision(self) -> float:
        """The share of what was found that is true; 1 where nothing was found."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """The share of what is true that was found; 1 where nothing is true."""
        return self.right / self.true if self.true else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        both = self.found + self.true
        return 2 * self.right / both if both else 1.0


def score_pairs(found: Set[Pair], true: Set[Pair]) -> Score:
    """Return the score of the pairs that were found."""
    return Score(found=len(found), right=len(found & true), true=len(true))
