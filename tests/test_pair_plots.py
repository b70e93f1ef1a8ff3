"""The plots of two tools: what they show they say, and neither needs its colours."""

from __future__ import annotations

import re
from typing import Any

from publish.plots.history import LINES
from publish.plots.pair_history import draw_pair_history
from publish.plots.pair_scores import MOST_CRITICS, draw_scores
from publish.plots.pair_shares import draw_shares

NAMES = ("Tally", "<b>Orrery</b>")


def row(side: str, share: int | None, day: int, **values: Any) -> dict[str, Any]:
    """Return a version as a stored query gives it."""
    return {
        "side": side, "panel_ship_pct": share, "valid_from": f"2026-05-0{day}T06:00:00Z",
        "valid_to": None, **values,
    }  # fmt: skip


def entry(name: str, panel: int | None, community: int | None = None) -> dict[str, Any]:
    return {"entry": name, "panel_ship_pct": panel, "community_ship_pct": community}


def score(critic: str, a: float, b: float | None) -> dict[str, Any]:
    apart = None if b is None else abs(a - b)
    return {"critic": critic, "score_a": a, "score_b": b, "apart": apart}


def list_words(plot: str) -> list[str]:
    """Return the words that stand in a plot."""
    told = re.sub(r"<svg.*?</svg>", "|", plot)
    return [words for words in re.sub(r"<[^>]*>", "|", told).split("|") if words.strip()]


def test_shares_stand_in_words_beside_their_bars() -> None:
    """Each bar has its tool and its number beside it, and what is missing is said to be."""
    plot = draw_shares(entry("Tally", 75, 40), entry("Orrery", 25))
    assert plot is not None
    words = list_words(plot)
    assert words == [
        "Panel, share of ship", "A Tally", "75 %", "B Orrery", "25 %",
        "Community, share of ship", "A Tally", "40 %", "B Orrery", "none stated",
    ]  # fmt: skip
    assert draw_shares(entry("Tally", None), entry("Orrery", None)) is None


def test_names_take_another_line_before_they_are_cut() -> None:
    """A long name stands whole under or over each plot, whose width may be a phone's."""
    names = ("Long " * 15, "Longer " * 10)
    a, b = (entry(name, 75) for name in names)
    versions = [row("a", 75, 1, valid_to="2026-05-02T06:00:00Z"), row("a", 25, 2)]
    plots = (
        draw_shares(a, b),
        draw_scores(*names, [score("A critic of many words", 37.5, 12)]),
        draw_pair_history("panel_ship_pct", "Panel", names, versions, "2026-05-03T06:00:00Z"),
    )
    for plot in plots:
        assert plot is not None
        told = re.sub(r"<svg.*?</svg>|<[^>]*>", "", plot)
        assert all(name in told for name in names)


def test_shares_leave_out_what_neither_has() -> None:
    """A kind of share that was observed of neither tool is no part of the plot."""
    plot = draw_shares(entry("Tally", 75), entry("Orrery", None))
    assert plot is not None
    assert "Community" not in plot


def test_history_tells_lines_apart_by_dash_and_letter() -> None:
    """Both lines have a letter after them and a class of their own, whose dash is the style's."""
    versions = [row("a", 75, 1, valid_to="2026-05-02T06:00:00Z"), row("a", 25, 2), row("b", 25, 1)]
    plot = draw_pair_history("panel_ship_pct", "Panel", NAMES, versions, "2026-05-03T06:00:00Z")
    assert plot is not None
    assert "A Tally: 75 % from 2026-05-01, 25 % from 2026-05-02; B" in plot
    assert 'class="step one"' in plot
    assert 'class="step other"' in plot
    assert "<b>" not in plot
    letters = [
        float(y) for y in re.findall(r'<text x="100%" dx="8" y="([\d.]+)" class="letter"', plot)
    ]
    assert letters[1] - letters[0] >= 14


def test_history_of_the_community_is_drawn_too() -> None:
    """The community's share is drawn where it changed, whether or not the panel's did."""
    versions = [
        row("a", 75, 1, community_ship_pct=40, valid_to="2026-05-02T06:00:00Z"),
        row("a", 75, 2, community_ship_pct=60),
        row("b", 25, 1, community_ship_pct=None),
    ]
    drawn = [
        draw_pair_history(key, label, NAMES, versions, "2026-05-03T06:00:00Z")
        for key, _, label in LINES
    ]
    assert drawn[0] is None
    assert "A Tally: 40 % from 2026-05-01, 60 % from 2026-05-02; B" in str(drawn[1])


def test_history_without_a_change_is_not_drawn() -> None:
    """Two numbers that never changed say it better than two level lines."""
    versions = [row("a", 75, 1), row("b", 25, 1)]
    assert (
        draw_pair_history("panel_ship_pct", "Panel", NAMES, versions, "2026-05-03T06:00:00Z")
        is None
    )
    assert draw_pair_history("panel_ship_pct", "Panel", NAMES, [], "2026-05-03T06:00:00Z") is None


def test_scores_are_shapes_and_numbers() -> None:
    """Each critic's scores are a dot and a square, and both numbers with their distance."""
    plot = draw_scores(*NAMES, [score("Skeptic", 37.5, 12), score("Ada", 50, None)])
    assert plot is not None
    assert "A 37.5, B 12: 25.5 apart" in list_words(plot)
    assert plot.count("<circle") == plot.count('class="mark other"') == 2
    assert "Ada" not in plot
    assert "&lt;b&gt;Orrery" in plot
    assert draw_scores(*NAMES, [score("Ada", 50, None)]) is None


def test_scores_of_many_critics_are_cut() -> None:
    """Of many critics those are drawn who are furthest apart."""
    plot = draw_scores(*NAMES, [score(f"Critic {n}", n, 50) for n in range(60)])
    assert plot is not None
    assert sum(word.startswith("Critic") for word in list_words(plot)) == MOST_CRITICS
