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
from tests.renderings import Style, expect, render, styles

ANCHORS = ("Panel ship", "Panel verdict")
# A page is some hundred choices: drawing them takes as long as reading it.
SLOW = (HealthCheck.too_slow, HealthCheck.data_too_large)
# Of so many choices a failing one is shrunk for minutes; as it was drawn it fits on a screen.
PHASES = (Phase.explicit, Phase.reuse, Phase.generate)


def draw_page(data: st.DataObject, style: Style, label: str | None = None) -> Comparison:
    return data.draw(comparisons(style.tells_tools, style.tells_panels, label), "page")


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
@settings(max_examples=20, suppress_health_check=SLOW, phases=PHASES)
@given(data=st.data())
def test_record_is_read_back_from_its_text(extract: str, data: st.DataObject) -> None:
    """The text of a page gives all that the text shows, and what it does not is null."""
    write, expect_of = EXTRACTS[extract]
    page = data.draw(comparisons(tells_tools=False, tells_panels=extract == "full"), "page")
    assert parse_page(write(page).encode(), source=page.source).record == expect_of(page)
