"""Whatever the markup, a page gives the record that a person takes from it."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from parsers.reading import parse_page
from parsers.records import Comparison
from tests.extracts import EXTRACTS
from tests.invented import LABELS, comparisons
from tests.markups import SCORECARDS
from tests.pages import Card, write_html
from tests.renderings import Style, expect, render, styles

ANCHORS = ("Panel ship", "Panel verdict")
# Alone, or beside a name that begins alike; B and L are also first letters of other cards.
LETTERS = (
    *(("X",), ("r",), ("\u00e9", "\u6df1"), ("A", "A."), ("R", "Rust"), ("B", "L"), ("7", "+")),
    *(("\U0001f680",), ("\U0001f680 Rocket", "\U0001f680")),
    ("\U0001f469\u200d\U0001f4bb", "\U0001f1e9\U0001f1ea"),
)
# A page is some hundred choices: drawing them takes as long as reading it.
SLOW = (HealthCheck.too_slow, HealthCheck.data_too_large)
# Of so many choices a failing one is shrunk for minutes; as it was drawn it fits on a screen.
PHASES = (Phase.explicit, Phase.reuse, Phase.generate)


def draw_page(data: st.DataObject, style: Style, *given: str) -> Comparison:
    return data.draw(comparisons(style.tells_tools, style.tells_panels, given), "page")


@pytest.mark.parametrize("scorecard", sorted(SCORECARDS))
@settings(max_examples=40, suppress_health_check=SLOW, phases=PHASES)
@given(data=st.data())
def test_record_is_read_back_from_any_markup(scorecard: str, data: st.DataObject) -> None:
    """A record that is rendered in any style is read back, equal and without an issue."""
    style = data.draw(styles(scorecard), "style")
    page = draw_page(data, style)
    assert parse_page(render(page, style), source=page.source).record == expect(page, style)


@pytest.mark.parametrize("label", [label for label in LABELS if label not in ANCHORS])
@settings(max_examples=10, suppress_health_check=SLOW, phases=PHASES)
@given(data=st.data())
def test_name_may_be_a_label(label: str, data: st.DataObject) -> None:
    """A tool that is called as a label is, is still a tool, in any style."""
    style = data.draw(st.sampled_from(sorted(SCORECARDS)).flatmap(styles), "style")
    page = draw_page(data, style, label)
    assert parse_page(render(page, style), source=page.source).record == expect(page, style)


@settings(max_examples=60, suppress_health_check=SLOW, phases=PHASES)
@given(data=st.data(), names=st.sampled_from(LETTERS))
def test_name_may_be_one_letter(data: st.DataObject, names: tuple[str, ...]) -> None:
    """A tool whose name is one letter or emoji, as its avatar's, is read in any style."""
    style = data.draw(st.sampled_from(sorted(SCORECARDS)).flatmap(styles), "style")
    page = draw_page(data, style, *names)
    assert parse_page(render(page, style), source=page.source).record == expect(page, style)


@pytest.mark.parametrize("label", ANCHORS)
@settings(max_examples=10, suppress_health_check=SLOW, phases=PHASES)
@given(data=st.data())
def test_name_of_an_anchor_is_never_wrong_in_silence(label: str, data: st.DataObject) -> None:
    """A tool that is called as what anchors a card is read right, or with an issue."""
    style = data.draw(st.sampled_from(sorted(SCORECARDS)).flatmap(styles), "style")
    page = draw_page(data, style, label)
    record = parse_page(render(page, style), source=page.source).record
    assert record.issues or record == expect(page, style)


@pytest.mark.parametrize("extract", sorted(EXTRACTS))
@settings(max_examples=30, suppress_health_check=SLOW, phases=PHASES)
@given(data=st.data(), names=st.one_of(st.just(()), st.sampled_from(LETTERS)))
def test_record_is_read_back_from_its_text(
    extract: str, data: st.DataObject, names: tuple[str, ...]
) -> None:
    """The text of a page gives all that the text shows, and what it does not is null."""
    write, expect_of = EXTRACTS[extract]
    page = data.draw(comparisons(False, extract == "full", names), "page")
    assert parse_page(write(page).encode(), source=page.source).record == expect_of(page)


def test_last_word_may_be_a_link_in_both_renderings() -> None:
    """A description that ends in a link keeps it, though the page prints it twice."""
    said = "It does what the tagline says, and the tagline says <a href=/x>little.</a>"
    page = write_html([Card(name="Tintype", description=said), Card(name="Gravelbed")])
    start, end = page.index("<div><p>"), page.index("<table>")
    record = parse_page((page[:end] + page[start:end] + page[end:]).encode(), source="x").record
    assert isinstance(record, Comparison)
    assert {tool.description for tool in record.tools} == {Card(name="").description}
    assert record.issues == ()
