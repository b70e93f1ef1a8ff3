"""The bench of resolving reads what it is given or says where it cannot, and counts right."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from bench.resolve import __main__ as command
from bench.resolve.contestants import OURS, PEERS, Contestant, hide_answers, split_linked
from bench.resolve.growing import grow_entries, list_pairs
from bench.resolve.labelled import (
    ACROSS,
    FOLDER,
    LabelError,
    Labelled,
    count_fates,
    judge_pairs,
    list_labelled,
    list_true,
    read_file,
    read_folder,
)
from bench.resolve.links import LabelledEntry, Linked, Row, Score, score_pairs
from bench.resolve.running import Growth, Line, measure_growth
from bench.resolve.section import write_growth, write_labelled, write_public

HOUSE = Path(__file__).parent.parent
HASH_GROWTH = """
import hashlib, msgspec
from bench.resolve.growing import grow_entries
print(hashlib.sha256(msgspec.json.encode(grow_entries(2000))).hexdigest())
"""
# The peers that only `make bench-resolve` installs are tested where it has.
INSTALLED = [peer for peer in PEERS if not peer.lacking]
BLANK = dict.fromkeys(
    ("slug", "tagline", "description", "category", "pricing", "homepage_url"), None
)


def write_group(case: str, *entries: tuple[int, str], **changed: object) -> str:
    told = [BLANK | {"tool": tool, "name": name} | changed for tool, name in entries]
    return json.dumps({"case": case, "entries": told}) + "\n"


def read_groups(folder: Path, *groups: str) -> Labelled:
    path = folder / "some.jsonl"
    path.write_text("".join(groups), encoding="utf-8")
    return read_file(path)


@pytest.mark.parametrize("given", [["--left", "a"], ["--left", "a", "--right", "b"]])
def test_two_tables_need_their_truth(given: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """Tables without a truth are an error of usage: nothing could be counted."""
    with pytest.raises(SystemExit, match="2"):
        command.main(given)
    assert "--left, --right and --truth go together" in capsys.readouterr().err


def test_scores_are_what_they_are_called() -> None:
    """Precision is of what was found, recall of what is true, F1 their harmonic mean."""
    score = score_pairs({(0, 1), (0, 2), (3, 4), (5, 6)}, {(0, 1), (0, 2), (7, 8)})
    assert (score.precision, score.recall) == (2 / 4, 2 / 3)
    assert score.f1 == pytest.approx(2 * (2 / 4) * (2 / 3) / (2 / 4 + 2 / 3))
    assert score + Score(1, 1, 1) == Score(5, 3, 4)
    assert (Score(0, 0, 0).precision, Score(0, 0, 2).recall, Score(0, 0, 2).f1) == (1.0, 0.0, 0.0)


def test_fates_of_pairs_are_counted_by_hand(tmp_path: Path) -> None:
    """Every labelled pair is counted once; of all others those that were merged or queued."""
    file = read_groups(
        tmp_path,
        write_group("sizes", (1, "A 7B"), (1, "A (7B)"), (2, "A 22B")),
        write_group("names", (1, "B"), (1, "B by C"), (1, "C's B")),
    )
    assert len(list(list_labelled(file))) == 6
    assert list_true(file) == {(0, 1), (3, 4), (3, 5), (4, 5)}
    linked = Linked({(0, 1): "same", (3, 4): "maker", (0, 2): "same"}, {(3, 5), (1, 2), (2, 3)})
    judged = judge_pairs(file, linked)
    assert len(judged) == 7
    assert count_fates(judged, is_true=True) == {"merged": 2, "queued": 1, "apart": 1}
    assert count_fates(judged, is_true=False) == {"merged": 1, "queued": 2, "apart": 0}
    assert [pair.names for pair in judged if pair.case == ACROSS] == [("A 22B", "B")]
    text = write_labelled(1, [], judged, (6, 4))
    assert "no wrong merge; 1 of 3. Missed. At least 95% of the true pairs" in text
    assert "merged or queued; 75.0%. Missed." in text
    assert "true pairs; 0.75 times. Met." in text
    assert "| sizes | 1 | 2 | 1 | 0 | 0 | 1 | 1 | 0 |" in text
    assert "| names | 3 | 0 | 1 | 1 | 1 | 0 | 0 | 0 |" in text
    assert f"| {ACROSS} | 0 | 1 | 0 | 0 | 0 | 0 | 1 | 0 |" in text
    assert "| same | 1 | 1 |" in text
    assert "by same, some, sizes: `A 7B` and `A 22B`" in text


@pytest.mark.parametrize(
    ("merged", "queued", "message"),
    [({(1, 0): "x"}, set(), "pair 1, 0"), ({}, {(0, 9)}, "pair 0, 9"),
     ({(0, 1): "x"}, {(0, 1)}, "both merged and queued")],
)  # fmt: skip
def test_pairs_that_are_none_end_the_bench(
    tmp_path: Path, merged: dict[tuple[int, int], str], queued: set[tuple[int, int]], message: str
) -> None:
    """A pair out of the list, out of order or said twice would be counted wrong."""
    file = read_groups(tmp_path, write_group("sizes", (1, "A"), (2, "B")))
    with pytest.raises(ValueError, match=message):
        judge_pairs(file, Linked(merged, queued))


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "some.jsonl:2: "),
        ('{"case": "sizes", "entries": [{"tool": 1}]}', "some.jsonl:2: .*missing required field"),
        (write_group("sizes", (1, "A")), "some.jsonl:2: expected a case and at least two"),
        (write_group("", (1, "A"), (1, "B")), "some.jsonl:2: expected a case"),
        (write_group("sizes", (1, " "), (1, "B")), "some.jsonl:2: no name"),
        (write_group("sizes", (1, "A"), (1, "B"), slug="a"), "some.jsonl:2: slug 'a' stands twice"),
        (write_group("sizes", (1, "A"), (1, "B"), price="1"), "some.jsonl:2: .*unknown field"),
    ],
)
def test_a_bad_line_of_labels_says_which(tmp_path: Path, line: str, message: str) -> None:
    """A line that is not a group of entries ends the bench with its number."""
    with pytest.raises(LabelError, match=message):
        read_groups(tmp_path, write_group("names", (1, "X"), (1, "Y")), line)


def test_no_labelled_entries_are_an_error(tmp_path: Path) -> None:
    """A folder without files, or a file without groups, is no result of nothing wrong."""
    with pytest.raises(LabelError, match="no labelled entries"):
        read_folder(tmp_path)
    with pytest.raises(LabelError, match="no groups"):
        read_groups(tmp_path, "\n")


def test_our_own_labelled_entries_can_be_read() -> None:
    """Each file of fixtures/entries is whole: every field, no slug twice, two entries a group."""
    for path in sorted(FOLDER.glob("*.jsonl")):
        assert list_true(read_file(path)), path


def test_contestants_are_not_given_the_answers(tmp_path: Path) -> None:
    """What is handed to a contestant says of no two entries that they are one tool."""
    entries = read_groups(tmp_path, write_group("sizes", (1, "A"), (1, "B"))).entries
    assert [entry.tool for entry in hide_answers(entries)] == [0, 1]
    assert [entry.name for entry in hide_answers(entries)] == ["A", "B"]


def test_growth_is_the_same_in_every_process() -> None:
    """Invented entries depend on their number and seed alone, so that runs can be compared."""
    found = set()
    for seed in ("1", "2"):
        done = subprocess.run(
            [sys.executable, "-c", HASH_GROWTH],
            cwd=HOUSE,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        )
        found.add(done.stdout)
    assert len(found) == 1
    assert grow_entries(100, seed=1) != grow_entries(100, seed=2)


def test_growth_is_as_described() -> None:
    """A tenth are second entries, in other words; slugs are keys, and words are Zipf's."""
    entries = grow_entries(5_000)
    pairs = list_pairs(entries)
    assert len(entries) == len({entry.slug for entry in entries}) == 5_000
    assert 0.08 < len(pairs) / 5_000 < 0.12
    assert not [1 for one, two in pairs if entries[one].description == entries[two].description
                and entries[one].description]  # fmt: skip
    words = sorted(word for entry in entries for word in entry.name.split())
    counts = sorted((words.count(word) for word in set(words)), reverse=True)
    assert counts[0] > 20 * counts[100] > 20
    assert 2 <= sorted(len(entry.name.split()) for entry in entries)[2_500] <= 5


def test_growth_is_counted_and_planned() -> None:
    """What came of the invented entries is counted, and a million is told as planned, not run."""

    def resolve(
        entries: Sequence[LabelledEntry], more: Sequence[LabelledEntry]
    ) -> tuple[Linked, float, list[float]]:
        assert len({entry.tool for entry in (*entries, *more)}) == len(entries) + len(more) == 500
        return Linked({(0, 1): "first two"}, set()), 1.0, [0.001] * 99 + [0.1]

    grown = measure_growth(300, resolve)
    true = [pair for pair in list_pairs(grow_entries(500)) if pair[1] < 300]
    assert (grown.entries, grown.true, grown.page_ms) == (300, len(true), (1.0, 1.0))
    assert (grown.merged + grown.wrong, grown.queued, grown.queue) == (1, 0, 0)
    few, many = (Growth(n, s, s, m, 0, 0, 0, 0, 0) for n, s, m in
                 ((10_000, 10.0, 10**8), (100_000, 100.0, 10**9)))  # fmt: skip
    text = write_growth([few, many])
    assert "in under 5 minutes. Met." in text
    assert "the power 1.00 of the number" in text
    assert "1,000,000 take 17 minutes and 10.0 GB; this was not run" in text


def test_the_goal_on_the_public_set_is_judged() -> None:
    """F1 of what is merged or queued is set against the goal, the merges alone stand beside it."""
    found = split_linked(Linked({(0, 0): "x"}, {(1, 1)}))
    lines = [Line(OURS.name, what, score_pairs(pairs, {(0, 0), (1, 1), (2, 2)}), 1.0)
             for what, pairs in found.items()]  # fmt: skip
    text = write_public(lines, (3, 3, 3))
    assert "| **versusdb**, merged or queued | 2 | 2 | 1.000 | 0.667 | 0.800 | 1.0 |" in text
    assert "| **versusdb**, merged alone | 1 | 1 | 1.000 | 0.333 | 0.500 | 1.0 |" in text
    assert "at least 0.76. Met." in text


@pytest.mark.parametrize("peer", INSTALLED, ids=lambda peer: peer.name)
def test_peers_link_what_is_plainly_one(peer: Contestant) -> None:
    """Each installed peer finds equal names in two tables, the same twice, and pairs in a list."""
    names = dict.fromkeys(entry.name for entry in grow_entries(200))
    rows = [Row(str(place), name, None, None) for place, name in enumerate(names)]
    true = {(place, place) for place in range(len(rows))}
    first, again = (peer.load().link_tables(rows, rows) for _ in range(2))
    assert first == again
    assert max(score_pairs(pairs, true).recall for pairs in first.values()) > 0.9
    listed = peer.load().link_entries(grow_entries(300))
    assert listed.keys() == first.keys()
    assert all(0 <= one < two < 300 for pairs in listed.values() for one, two in pairs)
