"""What a person sees at the prompt: the pair and what the last key did, on any terminal."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.reviewed import make_store
from tests.seated import sit_down
from tests.test_review import APART, THREE, add_pages


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A database with four pairs that wait, three of them of two tools."""
    path = make_store(tmp_path)
    add_pages(path, *THREE, APART)
    return path


def read_end(shown: str) -> str:
    """Return what stands between the evidence and the prompt, in one line."""
    *lines, prompt = shown.splitlines()
    assert prompt.startswith("s same")
    places = [place for place, line in enumerate(lines) if line.startswith(("Before: ", "A "))]
    return " ".join(line.strip() for line in lines[places[0] :]) if places else ""


def test_what_has_scrolled_away_is_told_again_above_the_prompt(path: Path) -> None:
    """What the last key did, if it showed another pair; and both names with their slugs."""
    with sit_down(path.parent, "review", lines=16) as seat:
        names = read_end(seat.read())
        assert re.fullmatch(r"A \w+ \([\w-]+\) – B \w+ \([\w-]+\)", names)
        shown = seat.press("u")
        said = " ".join(shown.partition("Decision 1: unsure, ")[2].partition("\n\n")[0].split())
        assert read_end(shown).startswith(f"Before: Decision 1: unsure, {said} A ")
        assert names not in read_end(shown)
        assert read_end(seat.press("z")) == f"Before: Decision 1 is taken back {names}"
        seat.press("q")


def test_on_a_high_terminal_nothing_is_told_twice(path: Path) -> None:
    """There the cards and the line above them are seen."""
    with sit_down(path.parent, "review", lines=60) as seat:
        assert read_end(seat.read()) == ""
        shown = seat.press("u")
        assert shown.count("Decision 1: unsure, ") == 1
        assert read_end(shown) == ""


def test_pairs_that_were_passed_over_are_counted_as_such(path: Path) -> None:
    """How many wait is told of the queue, not of what is left of it in this review."""
    with sit_down(path.parent, "review") as seat:
        assert seat.read().startswith("\n4 pairs wait for a person · score ")
        shown = seat.press("n")
        assert re.search(
            r"^4 pairs wait for a person, [13] of them passed over · score ", shown, re.MULTILINE
        )
        seat.press("q")
