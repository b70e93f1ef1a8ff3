"""The path that a word contradicts is told so that a person can follow it."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from db.resolving.queue import read_card
from db.resolving.resolver import resolve_entries
from tests.listed import Sayer, find_row, make, open_listed
from tests.reviewed import SITE, count, line, make_store, take_in, write_lines
from versusdb.deciding import DecisionRefusedError, find_author, say_word


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A database of a few pages, in which nothing was decided."""
    return make_store(tmp_path)


def test_what_no_page_has_shown_is_named_as_the_decision_names_it(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """By site and slug, or by its name; never by the digest of either."""
    wherry = {"site": SITE, "name": "Wherry", "tagline": "Carries"}
    lines = [
        line("same", "osier", "coracle"), {**line("same", "coracle", "", 1), "other": wherry},
        {**line("same", "", "pumice", 2), "one": wherry}, line("different", "osier", "pumice", 3),
    ]  # fmt: skip
    summary = take_in(path, write_lines(tmp_path / "f.jsonl", lines), capsys)
    assert count(summary)[:4] == (3, 3, 0, 1)
    problem = summary["problems"][0]
    steps = problem.removeprefix("line 4: contradicts ").split(", ")
    names = ["Osier (osier)", f"{SITE}/coracle", f"'Wherry' of {SITE}", "Pumice (pumice)"]
    way = [f"{a} = {b} (decision {n})" for n, (a, b) in enumerate(pairwise(names), start=1)]
    back = [f"{b} = {a} (decision {n})" for n, (a, b) in enumerate(pairwise(names), start=1)]
    assert steps in (way, back[::-1])


@pytest.mark.parametrize(("links", "left"), [(8, None), (9, "2"), (2000, "1,993")])
def test_a_long_path_is_told_by_its_ends(
    path: Path, tmp_path: Path, links: int, left: str | None, capsys: pytest.CaptureFixture[str]
) -> None:
    """Five steps, how many more, and two: also in the summary for programs."""
    chain = [line("same", f"s{n}", f"s{n + 1}", n) for n in range(links)]
    lines = [*chain, line("different", "s0", f"s{links}", links)]
    summary = take_in(path, write_lines(tmp_path / "f.jsonl", lines), capsys)
    assert summary["refused"] == 1
    told = [each for each in summary["problems"] if " contradicts " in each]
    _, _, way = told[0].partition("contradicts ")
    if left is None:
        assert way.count("(decision ") == links
        assert "…" not in way
    else:
        before, more, after = way.partition(f", … and {left} more …, ")
        assert (before.count("(decision "), bool(more), after.count("(decision ")) == (5, True, 2)
    assert len(told[0]) < 1000


def test_the_way_out_names_the_decisions_that_are_told() -> None:
    """Any word of the path would do; a person is not offered thousands."""
    entries = [make(f"Quern{n:02}", f"q{n}", None) for n in range(21)]
    with open_listed(*entries) as database:
        resolve_entries(database)
        sayer = Sayer(database)
        numbers = [sayer.say("same", one, other) for one, other in pairwise(entries)]
        cards = [read_card(database, find_row(database, entries[place])) for place in (0, -1)]
        with pytest.raises(DecisionRefusedError) as refused:
            say_word(database, "different", cards[0], cards[1], find_author("ida", ""))
    shown = " or ".join(f"--undo {number}" for number in (*numbers[:5], *numbers[-2:]))
    assert refused.value.remedy == f"take one of them back: {shown}"
    assert "(decision 5), … and 13 more …, " in refused.value.what
