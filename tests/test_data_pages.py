"""The pages of the views: which columns and rows they show, in which words, and the way on."""

from __future__ import annotations

import re
from html import unescape

import pytest
from datasette.app import Datasette

from db.contract import VIEWS
from publish.arranging import ARRANGEMENTS
from publish.units import find_unit
from publish.wording import word_json
from tests.publishing import TALLY, ask, list_rows

MEASURED = {"count", "number", "percent", "http", "time", "day", "flag"}
FACETS = [(name, facet) for name, chosen in ARRANGEMENTS.items() for facet in chosen.facets]


def list_headings(page: str) -> list[str]:
    """Return the columns of the table on a page."""
    return re.findall(r'<th scope="col" title="(\w+)"', page)


def find_addresses(page: str, words: str) -> list[str]:
    """Return where the links go whose text begins so."""
    return [unescape(each) for each in re.findall(rf'<a href="([^"]+)"[^>]*>{words}', page)]


@pytest.mark.parametrize("name", VIEWS)
def test_every_number_has_a_unit_on_the_page(app: Datasette, name: str) -> None:
    """What a column counts or measures stands on the page, without a mouse that rests on it."""
    page = unescape(ask(app, name).text)
    for column in VIEWS[name]:
        unit = find_unit(name, column.name)
        assert (column.kind in MEASURED) == bool(unit), column.name
        told = f'<span class="unit">{unit}</span>' if unit else ""
        assert re.search(rf"<code>{column.name}</code></dt><dd>[^\n]+{re.escape(told)}</dd>", page)


@pytest.mark.parametrize("name", ARRANGEMENTS)
def test_columns_chosen_are_those_of_the_view(name: str) -> None:
    """A view opens with columns that it has, its order among them."""
    chosen = ARRANGEMENTS[name]
    held = {column.name for column in VIEWS[name]}
    assert set(chosen.columns.split()) <= held
    if chosen.columns and chosen.sort:
        assert chosen.sort in chosen.columns.split()


def test_headings_are_said_as_people_say_them(app: Datasette) -> None:
    """A head names its column in words, over names without id; its name is beside."""
    page = ask(app, "v1_quotes").text
    assert re.search(r'<th[^>]* title="entry_id"[^>]*>\s*<a [^>]*>Entry</a>', page)
    assert re.search(r'<td data-label="Entry"[^>]*><a href="/tool/', page)
    assert "Panel ship, %</a>" in ask(app, "v1_entries").text
    entries = ask(app, "v1_entries?_columns=all").text
    assert re.search(r'title="entry_id"[^>]*>\s*<a [^>]*>Entry id</a>', entries)
    assert '<a href="/">Home</a> / <a href="/versus">All data</a></p>' in page


def test_few_columns_at_first_and_all_on_demand(app: Datasette) -> None:
    """A wide view opens with what a person reads; all its columns are one link away."""
    page = ask(app, "v1_entries").text
    assert list_headings(page) == ARRANGEMENTS["v1_entries"].columns.split()
    (address,) = find_addresses(page, r"All 25 columns")
    everything = ask(app, address).text
    assert list_headings(everything) == [column.name for column in VIEWS["v1_entries"]]
    assert not find_addresses(everything, "All 25")
    assert "description, ship_votes, skip_votes" in page


@pytest.mark.parametrize("argument", ["pricing__contains=month", "_sort=pricing", "_col=pricing"])
def test_column_that_the_address_names_is_shown(app: Datasette, argument: str) -> None:
    """Who narrows or orders by a column sees it."""
    assert "pricing" in list_headings(ask(app, f"v1_entries?{argument}").text)


@pytest.mark.parametrize("name", ["v1_merges", "v1_merge_queue", "v1_decisions", "tool_merges"])
def test_evidence_is_told_in_words(app: Datasette, name: str) -> None:
    """What speaks for and against stands there as sentences, and no JSON."""
    page = ask(app, f"{name}?tool={TALLY}" if name == "tool_merges" else name).text
    table = page[page.index("<tbody>") : page.index("</tbody>")]
    assert "<dt>For</dt><dd>same name; same homepage " in table
    assert "name 600, text 200" in table
    assert "<em>does</em>" in table
    assert "{&" not in table
    assert "&#34;for" not in table


def test_words_of_json_are_a_stranger_s() -> None:
    """They are escaped; what has another form than is known stays as it is."""
    evil = '{"for": ["*<b>*", "<script>"], "against": [], "parts": {"one_sided": -80}}'
    assert str(word_json("evidence", evil)) == (
        '<dl class="reasons"><div><dt>For</dt><dd><em>&lt;b&gt;</em>; &lt;script&gt;</dd></div>'
        "<div><dt>Score</dt><dd>one sided −80; in all −80 thousandths, which counts as 0</dd>"
        "</div></dl>"
    )
    taken = {"word": "same", "decided_by": "<i>", "decided_at": "2026-06-01T00:00:00Z"}
    told = word_json("evidence", f'{{"retracts": {taken}}}'.replace("'", '"'))
    assert "“same” by &lt;i&gt;, 2026-06-01 00:00" in str(told)
    assert word_json("changed", '["a.name", "b.entry_price"]') == "name of A, entry price of B"
    assert word_json("derived", "[]") == "none"
    assert word_json("settings", '{"max_pages": 7, "sources": ["x", "y"], "is_new": true}') == (
        "max pages: 7; sources: x, y; is new: true"
    )
    for column, text in (
        ("evidence", '{"other": 1}'), ("evidence", "no JSON"), ("evidence", "[1]"),
        ("derived", "7"), ("derived", "[7]"), ("settings", "[]"), ("text", "[]"),
    ):  # fmt: skip
        assert word_json(column, text) is None


def test_name_leads_to_what_it_names(app: Datasette) -> None:
    """Of an id and the name beside it, the name is what a person reads."""
    page = ask(app, "v1_entries?slug=tally&_columns=all").text
    assert f'<a href="/tool/{TALLY}">Tally</a>' in page
    assert f'<a href="/tool/{TALLY}">{TALLY}</a>' in page
    decided = ask(app, "v1_decisions").text
    assert f'<a href="/tool/{TALLY}">Tally</a>' in decided
    assert '<a href="/critic/Skeptic">Skeptic</a>' in ask(app, "v1_quotes?reviewer=Skeptic").text


@pytest.mark.parametrize(("name", "facet"), FACETS)
def test_facet_is_of_few_values(name: str, facet: str) -> None:
    """No id, time, address or longer text is counted: that would cost a scan and tell nothing."""
    kinds = {column.name: column.kind for column in VIEWS[name]}
    assert kinds[facet] not in {"time", "day", "json", "sha256", "percent", "list"}
    assert not facet.endswith(("_id", "url"))
    assert facet not in {"name", "text", "tagline", "description", "message", "slug", "pricing"}


def test_facet_that_says_nothing_is_left_out(app: Datasette) -> None:
    """Where all rows have one value there is nothing to choose; what is chosen can be removed."""
    assert '<summary title="site">' not in ask(app, "v1_comparisons").text
    assert '<summary title="verdict">Verdict ' in ask(app, "v1_entries").text
    chosen = ask(app, "v1_comparisons?site=reviews.example").text
    (by_facet, by_condition) = find_addresses(chosen, "remove")
    assert by_facet == by_condition == "/versus/v1_comparisons"


def test_choice_of_a_facet_narrows_from_the_first_row(app: Datasette) -> None:
    """A choice leads to the rows that have it, also from a later page, and counts them."""
    page = ask(app, "v1_quotes?_size=5&_next=20").text
    address = find_addresses(page, "Founder<")[0]
    assert address == "/versus/v1_quotes?_size=5&reviewer=Founder"
    narrowed = ask(app, address).text
    assert "<strong>7 rows in all</strong>" in narrowed
    assert "Rows 1 to 5 of 7" in narrowed
    assert len(list_rows(app, "v1_quotes?reviewer=Founder")) == 7


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ("category=Data", ["Category = Data"]),
        ("name__contains=a&verdict__notnull=1", ["Name contains a", "Verdict is not null"]),
        ("tagline=", ["Tagline = (empty)"]),
        ("panel_ship_pct__gte=75", ["Panel ship, % ≥ 75"]),
        ("_where=ship_votes+%3E+2", ["ship_votes &gt; 2"]),
    ],
)
def test_each_condition_is_told_and_can_be_removed(
    app: Datasette, arguments: str, words: list[str]
) -> None:
    """A link beside each condition leads to the page without it, by keyboard, without script."""
    page = ask(app, f"v1_entries?{arguments}&_sort=name").text
    listed = re.findall(r'<ul class="conditions".*?</ul>', page, re.DOTALL)[0]
    for told in words:
        assert told in listed
    addresses = find_addresses(listed, "remove")
    assert len(addresses) == len(words)
    for address in addresses:
        assert ask(app, address).text.count("remove<") < page.count("remove<")
        assert "_sort=name" in address


def test_quotes_are_narrowed_to_those_that_stand(app: Datasette) -> None:
    """One click leads to those that stand, those that ended or all; words say which these are."""
    page = ask(app, "v1_quotes?reviewer=Futurist&_next=1").text
    assert "rows in all</strong>" in page
    for words, said in (("that stand", "6 rows that stand"), ("that ended", "1 row that ended")):
        (address,) = find_addresses(page, f"Those {words}<")
        narrowed = ask(app, address).text
        assert f"<strong>{said}</strong>" in narrowed
        assert "reviewer = Futurist" in narrowed
        assert find_addresses(narrowed, "All rows<") == ["/versus/v1_quotes?reviewer=Futurist"]
        assert narrowed.count('<span class="faint">stands</span>') == 6 * (words == "that stand")
    assert "<li>stands <a" in ask(app, "v1_quotes?valid_to__isnull=1").text
    assert "Those that" not in ask(app, "v1_entries").text


def test_pages_tell_where_they_are(app: Datasette) -> None:
    """Which rows of how many, the page before and the one after; the last has none after."""
    first = ask(app, "v1_quotes?_size=20").text
    assert "Rows 1 to 20 of 29" in first
    assert not find_addresses(first, "Previous page")
    (following,) = find_addresses(first, "Next page")
    last = ask(app, following.removeprefix("http://localhost")).text
    assert "Rows 21 to 29 of 29" in last
    assert find_addresses(last, "Previous page") == ["/versus/v1_quotes?_size=20"]
    assert not find_addresses(last, "Next page")
    third = ask(app, "v1_quotes?_size=5&_next=10").text
    assert find_addresses(third, "Previous page") == ["/versus/v1_quotes?_size=5&_next=5"]
    assert "Rows " not in ask(app, "v1_sites").text.partition("<nav class")[2]


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("v1_coverage", "No row. Nothing has been read yet."),
        ("v1_entries?name=Nothing", "No row fulfils this condition."),
        ("v1_entries?name=Tally&verdict=none", "No row fulfils all these conditions."),
        ("v1_entries?_next=5000", "There are no rows so far on."),
    ],
)
def test_empty_answer_says_why(app: Datasette, address: str, words: str) -> None:
    """Nothing is never all that a page says."""
    assert words in ask(app, address).text


@pytest.mark.parametrize("ending", ["", ".json"])
@pytest.mark.parametrize(
    "arguments",
    [
        "_next=abc", "_next=99999999999999999999", "_timelimit=x", "name__in=[", "name__in=[{}]",
        "_through=1", "panel_ship_pct__in=[",
    ],
)  # fmt: skip
def test_value_that_cannot_be_read_is_the_asker_s_mistake(
    app: Datasette, arguments: str, ending: str, caplog: pytest.LogCaptureFixture
) -> None:
    """It is a 400 with a reason, and nothing reaches the log."""
    answer = ask(app, f"v1_entries{ending}?{arguments}")
    assert answer.status_code == 400
    assert "cannot be read as what it stands for" in answer.text
    assert caplog.records == []
