"""Resolve: two names laid side by side, word by word.

Names are compared in every way in which they may be read. Words that state a version or a size are
left to the facts.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import lru_cache

from rapidfuzz.distance import Indel
from rapidfuzz.fuzz import ratio

from db.resolving.facts import Word, list_words
from db.resolving.tokens import find_stem

# What a part of a name counts that may be the whole name: on one side, on both, in hundredths.
_PART, _BOTH_PARTS = 92, 85
# Words that differ in so little are one word in two spellings, in hundredths; and each costs.
_SPELLED_ALIKE = 84
_MISSPELLED = 50
# Whole names that differ in so little, and have so many letters, are one in two spellings.
_WRITTEN_ALIKE = 0.85
_LEAST_LETTERS = 6
_LONGEST_RUN = 4
_LEFT_TO_FACTS = ("version", "size")


class Row:
    """The words of one reading of a name, ready to be compared."""

    __slots__ = ("has_digits", "joined", "runs", "texts", "weight", "words")

    def __init__(self, reading: Sequence[Word]) -> None:
        """Leave out what is left to the facts, if anything else is there."""
        self.words = [word for word in reading if word.kind not in _LEFT_TO_FACTS] or list(reading)
        texts = list_words(self.words)
        self.texts = frozenset(texts)
        self.joined = "".join(texts)
        self.weight = sum(word.weight for word in self.words)
        self.has_digits = any(char.isdigit() for char in self.joined)
        # What a run of words is where it is written as one word, or by its first letters.
        self.runs: dict[str, tuple[int, int]] = {}
        for length in range(2, _LONGEST_RUN + 1):
            for start in range(len(texts) - length + 1):
                run = texts[start : start + length]
                for text in ("".join(run), "".join(word[0] for word in run)):
                    self.runs.setdefault(text, (start, start + length))


@lru_cache(maxsize=1 << 12)
def _prepare(reading: tuple[Word, ...]) -> Row:
    return Row(reading)


def align_names(
    a: Sequence[tuple[Word, ...]], b: Sequence[tuple[Word, ...]], makers: Collection[str]
) -> int:
    """Return how alike two names are, in thousandths, in the readings that suit each other best.

    ``makers`` are words that name who makes one of them: they need not be on both sides.
    """
    best = 0
    rows = [_prepare(reading) for reading in b]
    for place, reading in enumerate(a):
        ours = _prepare(reading)
        for other, theirs in enumerate(rows):
            share = _BOTH_PARTS if place and other else _PART if place or other else 100
            if share * 10 > best:
                best = max(best, _align(ours, theirs, makers) * share // 100)
    return best


def _align(a: Row, b: Row, makers: Collection[str]) -> int:
    if a.joined == b.joined:
        return 1000
    left = [word for word in a.words if word.text not in b.texts]
    right = [word for word in b.words if word.text not in a.texts]
    _take_runs(a, left, right)
    _take_runs(b, right, left)
    misspelled = _take_misspelled(left, right)
    missing_a = sum(word.weight for word in left if word.text not in makers)
    missing_b = sum(word.weight for word in right if word.text not in makers)
    shared = min(a.weight - missing_a, b.weight - missing_b)
    if shared <= 0:
        return _spell(a, b)
    words = 2000 * shared // (2 * shared + missing_a + missing_b)
    if not missing_a or not missing_b:
        # A name within a longer one says less the shorter it is.
        words = max(words, 600 + 50 * min(shared, 6))
    return max(words - _MISSPELLED * misspelled, _spell(a, b))


def _take_runs(row: Row, left: list[Word], right: list[Word]) -> None:
    """Take out words of ``right`` that stand for a run of words in ``left``, and the run."""
    for word in list(right):
        start, end = row.runs.get(word.text, (0, 0))
        run = row.words[start:end]
        if run and all(part in left for part in run):
            right.remove(word)
            for part in run:
                left.remove(part)


def _take_misspelled(left: list[Word], right: list[Word]) -> int:
    """Take out of both the words that the other has in another spelling; return how many."""
    count = 0
    for word in list(left):
        match = next((other for other in right if _is_spelled_alike(word.text, other.text)), None)
        if match is not None:
            left.remove(word)
            right.remove(match)
            count += 1
    return count


def _is_spelled_alike(one: str, other: str) -> bool:
    if one[0] != other[0] or min(len(one), len(other)) < 4:
        return False
    if not (one.isalpha() and other.isalpha()):
        return False
    return ratio(one, other, score_cutoff=_SPELLED_ALIKE) > 0 or find_stem(one) == find_stem(other)


def _spell(a: Row, b: Row) -> int:
    """Return how alike two names are as one word each; nothing, where they are not very much."""
    if min(len(a.joined), len(b.joined)) < _LEAST_LETTERS or a.has_digits or b.has_digits:
        return 0
    alike = Indel.normalized_similarity(a.joined, b.joined, score_cutoff=_WRITTEN_ALIKE)
    return int(alike * 900)
