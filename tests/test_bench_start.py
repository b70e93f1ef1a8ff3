"""What is told of starting the command was measured beside its limit."""

from __future__ import annotations

import sys

import pytest

from bench.start import LIMIT, Start, time_starts, write_section
from bench.timing import Timing


def test_starts_are_timed_beside_their_limit() -> None:
    """Each command has the limit before and after each turn, and all turns are counted."""
    found = time_starts({"pass": (sys.executable, "-c", "pass"), "click": LIMIT}, 3)
    assert {name: len(start.wall.ratios) for name, start in found.items()} == {
        "": 7, "pass": 3, "click": 3,
    }  # fmt: skip
    assert all(ms > 0 for start in found.values() for ms in start.cpu.milliseconds)
    assert found["pass"].cpu.ratio < found["click"].cpu.ratio


def test_a_command_that_fails_ends_the_bench() -> None:
    """What does not start is not measured."""
    with pytest.raises(SystemExit, match="ended with status 3"):
        time_starts({"fails": (sys.executable, "-c", "raise SystemExit(3)")}, 3)


@pytest.mark.parametrize(("ratio", "verdict"), [(1.5, "Met."), (1.51, "Missed.")])
def test_the_first_command_is_judged(ratio: float, verdict: str) -> None:
    """The section says of the first command whether it keeps to what is wanted."""
    limit = Start(Timing((1.0, 1.0), (30.0, 30.0)), Timing((1.0, 1.0), (29.0, 29.0)))
    slow = Start(Timing((ratio, ratio), (40.0, 40.0)), Timing((9.0, 9.0), (39.0, 39.0)))
    text = write_section({"": limit, "versusdb --help": slow, "other": limit})
    row = f"| `versusdb --help` | {ratio:.2f} ({ratio:.2f}–{ratio:.2f}) | 9.00 (9.00–9.00) | 40.0 |"
    assert row in text
    assert text.endswith(f"at most 1.5 times the limit. {verdict}")
