"""On the labelled entries nothing is merged that is not one tool, and hardly anything is missed."""

from __future__ import annotations

from collections import Counter
from functools import cache

import pytest

from bench.resolve.contestants import OURS, hide_answers
from bench.resolve.labelled import FOLDER, Judged, judge_pairs, list_true, read_file, read_folder
from db.resolving.judging import RULE

FILES = sorted(path.stem for path in FOLDER.glob("*.jsonl"))


@cache
def judge(name: str) -> tuple[Judged, ...]:
    """Resolve a file from nothing, once for all tests here, as the bench does."""
    file = read_file(FOLDER / f"{name}.jsonl")
    return judge_pairs(file, OURS.load().resolve_entries(hide_answers(file.entries)))


def count(names: list[str]) -> Counter[str]:
    """Count pairs by what they are and became, over files."""
    counted: Counter[str] = Counter()
    for name in names:
        for pair in judge(name):
            is_merged, is_queued = pair.fate == "merged", pair.fate == "queued"
            counted["true"] += pair.is_true
            counted["found"] += pair.is_true and pair.fate != "apart"
            counted["queued"] += is_queued
            counted["wrong"] += is_merged and not pair.is_true
            counted["ruled"] += is_merged and pair.rule == RULE
    return counted


def test_every_file_is_told_of() -> None:
    """The list of files in the folder's README is that of the folder."""
    text = (FOLDER / "README.md").read_text(encoding="utf-8")
    told = [line.split("`")[1] for line in text.splitlines() if line.startswith("| `")]
    assert sorted(told) == sorted(f"{name}.jsonl" for name in FILES)


@pytest.mark.parametrize("name", FILES)
def test_no_file_has_a_wrong_merge(name: str) -> None:
    """No two entries that a careful person holds for two tools are merged without a word."""
    wrong = [pair for pair in judge(name) if pair.fate == "merged" and not pair.is_true]
    assert wrong == []


@pytest.mark.parametrize("name", FILES)
def test_what_the_rule_cannot_say_is_asked(name: str) -> None:
    """In each file nine of ten true pairs, and more, are merged or wait for a person."""
    counted = count([name])
    assert counted["true"] == len(list_true(read_file(FOLDER / f"{name}.jsonl"))) > 40
    assert counted["found"] >= 0.9 * counted["true"]


def test_what_is_one_is_merged_or_asked() -> None:
    """Over all files 95 % of the true pairs are merged or queued, and the queue is short enough."""
    counted = count(FILES)
    assert counted["true"] == sum(len(list_true(file)) for file in read_folder()) > 2000
    assert counted["found"] >= 0.95 * counted["true"]
    assert counted["queued"] <= 4 * counted["true"]


def test_the_rule_is_proven() -> None:
    """The rule joined at least 300 pairs, none of them wrong."""
    counted = count(FILES)
    assert counted["ruled"] >= 300
    assert counted["wrong"] == 0
