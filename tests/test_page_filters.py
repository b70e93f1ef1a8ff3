"""How rows of a view are narrowed: the form of conditions, and the counts to choose from."""

from __future__ import annotations

import re
from html import unescape

import pytest
from datasette.app import Datasette
from datasette.filters import Filters

from tests.publishing import ask, list_rows

OPERATORS = [key for key, _, _ in Filters([]).lookups()]


def read_form(page: str) -> str:
    """Return the form of conditions."""
    return unescape(page.partition('<details class="filters">')[2].partition("</form>")[0])


def test_every_control_of_the_form_has_a_label_to_read(app: Datasette) -> None:
    """No select and no field is named only to those who hear the page."""
    form = read_form(ask(app, "v1_entries?verdict=ship").text)
    controls = re.findall(r"<(?:select|input)(?! type=\"hidden\")[^>]*>", form)
    labelled = re.findall(r"<label>[^<]*<(?:select|input)[^>]*>", form)
    assert len(controls) == len(labelled) > 0
    assert "aria-label" not in form


def test_two_conditions_can_be_put_in_at_once(app: Datasette) -> None:
    """Beside the conditions in force stand two empty rows; what is left empty is no condition."""
    form = read_form(ask(app, "v1_entries?verdict=ship").text)
    numbers = re.findall(r'name="_filter_column_(\d)"', form)
    assert numbers == ["1", "2", "3"]
    told = "".join(
        f"&_filter_column_{number}={column}&_filter_op_{number}={operator}"
        f"&_filter_value_{number}={value}"
        for number, column, operator, value in (
            (1, "verdict", "exact", "ship"),
            (2, "panel_ship_pct", "gte", "70"),
            (3, "", "exact", ""),
        )
    )
    answer = ask(app, f"v1_entries?_sort=name{told}")
    assert answer.status_code == 302
    assert answer.headers["location"].partition("?")[2] == (
        "_sort=name&verdict__exact=ship&panel_ship_pct__gte=70"
    )


@pytest.mark.parametrize("operator", OPERATORS)
def test_form_tells_the_name_of_each_operator(app: Datasette, operator: str) -> None:
    """Who writes an address reads in the form what each operator is called there."""
    page = ask(app, "v1_runs").text
    options = re.findall(r'<option value="(\w+)"[^>]*>([^<]+)<', page)
    (words,) = {words for key, words in options if key.removesuffix("__1") == operator}
    assert words == operator or words.endswith(f" ({operator})")


def test_many_choices_are_folded_and_none_is_cut_off(app: Datasette) -> None:
    """Of a column with many values eight are seen at once; how many more are folded is told."""
    page = ask(app, "v1_entries?_facet=entry_id").text
    facet = page.partition('<summary title="entry_id">')[2].partition("hide these counts")[0]
    number = len(list_rows(app, "v1_entries"))
    first, _, folded = facet.partition('<details class="folded">')
    assert (first.count("<li>"), folded.count("<li>")) == (8, number - 8)
    assert f"<summary>and {number - 8} more<" in folded
    assert "folded" not in page.partition('<summary title="verdict">')[2].partition("</ul>")[0]
    few = ask(app, "v1_entries?_facet=entry_id&_facet_size=3").text
    assert "_facet_size=max" in few.partition('<summary title="entry_id">')[2]


def test_no_two_columns_of_a_view_have_one_heading(app: Datasette) -> None:
    """What a sighting is of, and the name of it, are headed apart."""
    page = ask(app, "v1_sightings").text
    headings = re.findall(r'<th scope="col" title="subject(?:_id)?"[^>]*>\s*([^<\s]+)', page)
    assert headings == ["Kind", "Subject"]
