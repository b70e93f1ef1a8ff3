"""Plots: places come from values, words say what is drawn, and a stranger's text stays text."""

from __future__ import annotations

import re

from markupsafe import Markup

from publish.plots.course import BOTTOM, TOP, Period, draw_course
from publish.plots.drawing import Scale, draw_plot
from publish.plots.history import Row, draw_history
from publish.plots.rows import PERCENT, Label, Range, Shares, divide, draw_ranges, draw_shares
from tests.publishing import SCRIPT


def find_attributes(plot: str, tag: str, kind: str, *names: str) -> list[tuple[float, ...]]:
    """Return attributes of the shapes of a kind, as numbers, in the order in which they stand."""
    shapes = re.findall(rf'<{tag}([^>]*) class="{kind}"', plot)
    found = [dict(re.findall(r'([a-z]+\d?)="([\d.]+)%?"', shape)) for shape in shapes]
    return [tuple(round(float(each[name]), 2) for name in names) for each in found]


def test_scale_keeps_its_edges_free() -> None:
    """The ends of a scale lie within the plot, and one value lies in its middle."""
    scale = Scale(20, 40, edge=5)
    assert [scale.place(value) for value in (20, 30, 40)] == [5, 50, 95]
    assert Scale(7, 7).place(7) == 50


def test_plot_is_named_for_who_does_not_see_it() -> None:
    """A plot has a title and a description, and its ids are its own."""
    one, other = (draw_plot(title, "What it says.", 10, ()) for title in ("One", "Other"))
    assert re.search(r'aria-labelledby="(t\w+) (d\w+)"><title id="\1">One</title>', one)
    assert re.search(r'<desc id="d\w+">What it says\.</desc>', one)
    assert set(re.findall(r'id="(\w+)"', one)) & set(re.findall(r'id="(\w+)"', other)) == set()


def test_parts_of_a_bar_are_as_wide_as_their_counts() -> None:
    """Parts follow each other over the whole width; what is nothing is not drawn."""
    plot = draw_shares([Shares(Label("Data", "3 of 4"), {"ship": 3, "mixed": 0, "skip": 1})])
    assert find_attributes(plot, "rect", "part ship", "x", "width") == [(0, 75)]
    assert find_attributes(plot, "rect", "part skip", "x", "width") == [(75, 25)]
    assert "part mixed" not in plot
    assert "<title>ship: 3</title>" in plot


def test_bar_of_nothing_is_empty() -> None:
    """A row without a count has its words and no bar."""
    plot = draw_shares([Shares(Label("Data", "none"), {"ship": 0, "skip": 0})])
    assert "Data" in plot
    assert "<rect" not in plot
    assert divide({"ship": 0, "skip": 0}) == {"ship": 0, "skip": 0}


def test_shares_are_whole_percent_of_the_sum() -> None:
    """Counts are told as whole percents."""
    assert divide({"ship": 2, "mixed": 1, "skip": 0}) == {"ship": 67, "mixed": 33, "skip": 0}


def test_range_lies_where_its_values_are() -> None:
    """A range with a middle has its dot there; one without has a dot at each end."""
    middle = draw_ranges([Range(Label("Skeptic", "mean 42"), 20, 69, 42.0)])
    ends = draw_ranges([Range(Label("Tally", "50 to 75 %"), 50, 75)])

    def place(value: float) -> float:
        return round(PERCENT.place(value), 2)

    assert find_attributes(middle, "line", "range", "x1", "x2") == [(place(20), place(69))]
    assert find_attributes(middle, "circle", "point", "cx") == [(place(42),)]
    assert find_attributes(ends, "circle", "point", "cx") == [(place(50),), (place(75),)]
    for value in (0, 50, 100):
        assert f">{value}</text>" in ends


def test_row_is_told_in_words_and_leads_on() -> None:
    """The words of a row stand beside what is drawn, which needs no other; a name is a link."""
    plot = draw_ranges([Range(Label("Tally", "50 to 75 %", "/tool/t?a=1&b"), 50, 75)])
    assert '<a href="/tool/t?a=1&amp;b">Tally</a>' in plot
    assert "50 to 75 %" in plot
    assert plot.count("<svg") == plot.count('aria-hidden="true"') == 2


def test_course_is_drawn_and_told() -> None:
    """Medians are a line over time, quartiles bars behind it, counts columns; the words say so."""
    periods = [
        Period("2026-01", 40, 50, 60, 10),
        Period("2026-02", 45, 100, 100, 20),
        Period("2026-12", 0, 0, 80, 5),
    ]
    plot = draw_course("Scores", periods)
    dots = find_attributes(plot, "circle", "point", "cx", "cy")
    assert [y for _, y in dots] == [(TOP + BOTTOM) / 2, TOP, BOTTOM]
    (first, _), (second, _), (last, _) = dots
    assert (first, last) == (9, 91)
    assert second - first < last - second
    columns = find_attributes(plot, "line", "column", "y1", "y2")
    heights = [low - high for low, high in columns]
    assert heights == [heights[1] / 2, max(heights), heights[1] / 4]
    assert "2026-02: median 100, half between 45 and 100, 20 scores;" in plot
    assert ">2026-01</text>" in plot
    assert ">2026-12</text>" in plot


def test_days_have_places_of_their_own() -> None:
    """A period may be a day; a single one lies in the middle."""
    days = [Period(f"2026-05-{day}", 1, 2, 3, 1) for day in ("01", "02", "11")]
    places = find_attributes(draw_course("x", days), "circle", "point", "cx")
    assert places[0] == (9.0,)
    assert places[1] == (17.2,)
    assert find_attributes(draw_course("x", days[:1]), "circle", "point", "cx") == [(50.0,)]


def test_history_is_drawn_in_steps() -> None:
    """A share holds its level until the next one; what never changed is not drawn."""
    versions: list[Row] = [
        {"valid_from": "2026-05-01T00:00:00Z", "valid_to": "2026-05-02T00:00:00Z",
         "panel_ship_pct": 100, "community_ship_pct": None},
        {"valid_from": "2026-05-02T00:00:00Z", "valid_to": None,
         "panel_ship_pct": 50, "community_ship_pct": None},
    ]  # fmt: skip
    plot = draw_history("Tally", versions, "2026-05-03T00:00:00Z")
    assert plot
    assert "Panel: 100 % from 2026-05-01, 50 % from 2026-05-02." in plot
    assert find_attributes(plot, "circle", "panel", "cx") == [(2.0,), (50.0,)]
    assert draw_history("Tally", versions[1:], "2026-05-03T00:00:00Z") is None


def test_histories_may_stand_over_one_time() -> None:
    """Between given ends a history begins and ends where it did, not where the plot does."""
    versions: list[Row] = [
        {"valid_from": f"2026-05-0{day}T00:00:00Z", "valid_to": f"2026-05-0{day + 1}T00:00:00Z",
         "panel_ship_pct": 10 * day, "community_ship_pct": None}
        for day in (3, 4)
    ]  # fmt: skip
    ends = ("2026-05-01T00:00:00Z", "2026-05-09T00:00:00Z")
    plot = draw_history("Tally", versions, "2026-05-05T00:00:00Z", ends)
    assert plot
    assert ">2026-05-01</text>" in plot
    assert ">2026-05-09</text>" in plot
    assert find_attributes(plot, "circle", "panel", "cx") == [(26.0,), (38.0,)]
    assert find_attributes(plot, "line", "step panel", "x2")[-2] == (50.0,)


def test_stranger_s_text_is_text_in_a_plot() -> None:
    """Names, numbers and addresses are escaped, and a long name is cut."""
    label = Label(SCRIPT, SCRIPT, '"><script>')
    plots = (
        draw_shares([Shares(label, {"ship": 1})]),
        draw_ranges([Range(label, 1, 2)]),
        draw_plot(SCRIPT, SCRIPT, 10, ()),
    )
    for plot in plots:
        assert isinstance(plot, Markup)
        assert "<script" not in plot
        assert "&lt;script&gt;" in plot
    assert len(draw_shares([Shares(Label("long " * 2000, ""), {"ship": 1})])) < 1000
