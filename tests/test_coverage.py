"""Coverage: which fields a page states, and what stands where a landmark no longer does."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from db.coverage import Group, Tally
from parsers.coverage import CARD_FIELDS, measure_page
from parsers.reading import parse_page
from parsers.records import Coverage, FieldCoverage, Issue, Known, Reading, Unknown
from tests.pages import Card, write_html, write_text

CARDS = (
    Card(name="Tintype", slug="tintype", tagline="Photographs your logs"),
    Card(name="Gravelbed", slug="gravelbed", price="Paid", ships=(True, False, True, False)),
)
HTML, TEXT = write_html(CARDS), write_text(CARDS)
TOOL_PAGE = Path(__file__).parent.parent / "fixtures" / "html" / "tool.divsoup.html"
ADDRESS = "https://shiporskip.io/compare/tintype-vs-gravelbed"


def know(name: str, address: str | None) -> Known:
    """Return what is known of a page that was fetched from an address, or of a file without one."""
    host = None if address is None else address.split("/")[2]
    return {"source": name, "address": address, "content_type": None, "host": host}


def measure(page: str, address: str | None = ADDRESS, name: str = "x.html") -> Sequence[Coverage]:
    reading = parse_page(page.encode(), source=name, address=address)
    return measure_page(reading, **know(name, address))


def find(field: str, coverages: Sequence[Coverage]) -> FieldCoverage:
    (found,) = (part for each in coverages for part in each.fields if part.field == field)
    return found


def swap(page: str, *pairs: tuple[str, str]) -> str:
    for old, new in pairs:
        assert old in page, old
        page = page.replace(old, new)
    return page


def test_page_that_is_whole_states_every_field() -> None:
    """The full rendering fills every slot: one a page, one a card, one a quote."""
    parts = {part.field: part for each in measure(HTML) for part in each.fields}
    assert all(part.filled == part.slots for part in parts.values())
    assert not any(part.found for part in parts.values())
    assert parts.keys() >= {"page", "quotes", *(f"tools.{field}" for field in CARD_FIELDS)}
    slots = [parts[field].slots for field in ("page", "tools.name", "quotes", "quotes.score")]
    assert slots == [1, 2, 2, 8]
    assert parts["tools.panel_ship_pct"].sample == "75%"
    assert parts["tools.community_ship_pct"].sample == "—"


@pytest.mark.parametrize(
    ("page", "field", "landmark", "found"),
    [
        (swap(HTML, ("Panel ship", "Panel approval")), "page", "'Panel ship'", "Panel approval"),
        (swap(HTML, ("%</div><div>Panel ship", "% approve")), "page", "'Panel ship'", "approve"),
        (swap(TEXT, ("Panel ship", "Panel approval")), "page", "'Panel ship'", "Panel approval"),
        (swap(HTML, (" vs ", " or ")), "page", "title", "Tintype or Gravelbed"),
        ("<h1>Sorry</h1><p>We are closed", "page", "tools side by side", "headed 'Sorry'"),
        (
            swap(HTML, ("<div>Entry", "<div>Starts at")),
            "tools.entry_price",
            "'Entry'",
            "Starts at",
        ),
        (swap(TEXT, ("\nEntry", "\nStarts at")), "tools.entry_price", "'Entry'", "Starts at"),
        (
            swap(HTML, ("<div>Community", "<div>Crowd"), ("<th>Community", "<th>Crowd")),
            "tools.community_ship_pct",
            "'Community'",
            "Crowd",
        ),
        (swap(HTML, ("<th>Pricing", "<th>It costs")), "tools.pricing", "'Pricing'", "It costs"),
        (
            swap(HTML, (" ship / ", " for / "), (" skip<", " against<")),
            "tools.skip_votes",
            "'Panel verdict'",
            "3 for / 1 against",
        ),
        (
            swap(HTML, ("Reviewer scorecard", "What critics said")),
            "quotes",
            "'Reviewer scorecard'",
            "What critics said",
        ),
        (
            swap(TEXT, ("Reviewer scorecard", "What critics said")),
            "quotes",
            "'Reviewer scorecard'",
            "What critics said",
        ),
        (swap(HTML, ("/100 · ", " points: ")), "quotes", "score line", "70 points: ship"),
    ],
    ids=[
        "panel", "panel glued", "panel in text", "title", "another page", "entry",
        "entry in text", "community", "row", "votes", "scorecard", "scorecard in text", "score",
    ],
)  # fmt: skip
def test_lost_landmark_is_named_with_what_stands_there(
    page: str, field: str, landmark: str, found: str
) -> None:
    """A field that is not stated names its landmark and the likeliest text in its place."""
    is_text = not page.startswith("<")
    coverages = measure(page, None, "x.txt") if is_text else measure(page)
    part = find(field, coverages)
    assert part.filled == 0
    assert landmark in part.landmark
    assert found in part.found[0]


@pytest.mark.parametrize(
    ("old", "new", "field", "landmark", "found"),
    [
        ("Reviewed", "Checked on", "tool.reviewed_on", "'Reviewed'", "Checked on"),
        ("Price", "Costs", "tool.pricing", "'Price'", "Costs"),
        ("Visit", "Go to", "tool.homepage_url", "'Visit'", "Go to"),
        ("Verdict<", "Rating<", "page", "'Verdict'", "Rating"),
    ],
)
def test_lost_landmark_of_a_tool_page_is_named(
    old: str, new: str, field: str, landmark: str, found: str
) -> None:
    """The page of one tool has its own fields and landmarks."""
    page = TOOL_PAGE.read_text("utf-8")
    address = "https://shiporskip.io/tool/saltcellar"
    assert all(part.filled == part.slots for each in measure(page, address) for part in each.fields)
    part = find(field, measure(swap(page, (old, new)), address))
    assert part.filled == 0
    assert landmark in part.landmark
    assert found in part.found[0]


@given(st.sampled_from([HTML, TEXT, TOOL_PAGE.read_text("utf-8")]), st.randoms())
@settings(max_examples=100)
def test_page_in_any_disorder_is_measured(page: str, dice: random.Random) -> None:
    """Whatever a page holds, no field is stated oftener than it can be, and nothing breaks."""
    parts = re.split(r"(?<=>)|\n", page)
    for _ in range(dice.randrange(1, 20)):
        at, other = dice.randrange(len(parts)), dice.randrange(len(parts))
        parts[at : at + dice.randrange(3)] = dice.choice([[], [parts[other]], ["75%", "x" * 90]])
        parts = parts or [page]
    for coverage in measure("\n".join(parts), dice.choice([ADDRESS, None])):
        assert all(0 <= part.filled <= part.slots for part in coverage.fields)
        assert all(len(text) <= 80 for part in coverage.fields for text in part.found)
        assert all(not part.found for part in coverage.fields if part.filled == part.slots)


def test_label_before_its_value_is_found_too() -> None:
    """On a page that prints labels first, the label is the first of the two lines."""
    page = HTML
    for card in CARDS:
        page = swap(
            page,
            (
                f"<div>{card.percentage}%</div><div>Panel ship</div>",
                f"<div>Panel ship</div><div>{card.percentage}%</div>",
            ),
            (f"<div>{card.price}</div><div>Entry</div>", f"<div>From</div><div>{card.price}</div>"),
        )
    page = swap(page, ("<div>—</div><div>Community</div>", "<div>Community</div><div>—</div>"))
    part = find("tools.entry_price", measure(page))
    assert (part.filled, part.found[0]) == (0, "From")


def test_derived_value_is_not_stated() -> None:
    """What a rule computed hides that the page no longer says it."""
    coverages = measure(TEXT, None, "x.txt")
    assert find("tools.verdict", coverages).filled == 0
    assert find("tools.ship_votes", coverages).filled == 0
    assert find("tools.panel_ship_pct", coverages).filled == 2


def test_spoilt_value_is_not_stated() -> None:
    """A field that an issue speaks of is not filled, and the issue says what stands there."""
    part = find("tools.verdict", measure(swap(HTML, ("<p>Ship</p>", "<p>Skip</p>"))))
    assert (part.slots, part.filled) == (2, 1)
    assert part.found


def test_issue_on_a_quote_keeps_out_the_quotes() -> None:
    """The reviews count as read only when they can be loaded."""
    reading = parse_page(HTML.encode(), source="x", address=ADDRESS)
    issue = Issue(code="value_invalid", field="quotes.1.score", message="no", found="170/100")
    record = replace(reading.record, issues=(issue,))
    coverages = measure_page(replace(reading, record=record), **know("x", ADDRESS))
    assert find("quotes", coverages).filled == 0
    score = find("quotes.score", coverages)
    assert (score.slots, score.filled, score.found) == (8, 7, ("170/100",))


def test_text_without_address_has_no_slot_for_a_slug() -> None:
    """Text shows no links and has lost none; on a saved page a slug could stand."""
    page = write_html([replace(card, slug=None) for card in CARDS])
    slug = find("tools.slug", measure(page, None))
    assert (slug.slots, slug.filled, slug.found) == (2, 0, ())
    assert find("tools.slug", measure(write_text(CARDS), None)).slots == 0
    assert find("tools.slug", measure(page)).filled == 2


@pytest.mark.parametrize(
    ("page", "address", "group"),
    [
        (HTML, ADDRESS, ("shiporskip.io", "comparison", "html")),
        (HTML, None, ("", "any", "html")),
        (TEXT, None, ("", "any", "text")),
        ("", None, ("", "any", "text")),
        ("<p>Sorry", ADDRESS, ("shiporskip.io", "comparison", "html")),
        ("<p>Sorry", "https://shiporskip.io/tool/x", ("shiporskip.io", "tool", "html")),
        ("<p>Sorry", "https://shiporskip.io/agent-policy", None),
    ],
    ids=["fetched", "file", "text", "nothing", "unread", "tool", "policy"],
)
def test_page_is_expected_to_be_of_the_kind_that_its_address_tells(
    page: str, address: str | None, group: tuple[str, str, str] | None
) -> None:
    """A page that cannot be read counts where it was expected, and else nowhere."""
    name = "x.html" if page.startswith("<") else "x.txt"
    wholes = [each for each in measure(page, address, name) if each.fields[0].field == "page"]
    assert [(each.site, each.kind, each.medium) for each in wholes] == ([group] if group else [])


def test_renderings_that_state_less_are_a_medium_of_their_own() -> None:
    """HTML, full text and condensed extract of one page are three media."""
    media = {measure(HTML)[-1].medium, measure(TEXT, None, "x.txt")[-1].medium}
    lines = swap(HTML, ("<td>", "\n"), ("<th>", "\n"), ("<p>", "\n"), ("<div>", "\n"))
    full = "\n".join(part.partition(">")[2] or part for part in lines.split("<"))
    assert media | {measure(full, None, "x.txt")[-1].medium} == {"html", "text", "extract"}


def test_failed_reader_leaves_a_page_unstated() -> None:
    """A bug of the reader's on a page is a page that states nothing."""
    issue = Issue(code="reader_failed", field="", message="a bug in versusdb")
    reading = Reading(Unknown(source="x", issues=(issue,)), "none")
    (coverage,) = measure_page(reading, **know("x", ADDRESS))
    assert (coverage.site, coverage.kind, coverage.medium) == (
        "shiporskip.io",
        "comparison",
        "html",
    )
    (page,) = coverage.fields
    assert (page.filled, page.landmark) == (0, "a page without reader_failed")
    assert page.found == ("a bug in versusdb",)


def test_commonest_text_of_many_pages_is_what_stands_there() -> None:
    """Texts of one page each are outvoted by the label that stands on all of them."""
    group = Group("shiporskip.io", "comparison", "html")
    pages = [
        Coverage(
            site=group.site,
            kind=group.kind,
            medium="html",
            fields=(
                FieldCoverage(
                    field="tools.entry_price",
                    slots=2,
                    filled=0,
                    landmark="label 'Entry'",
                    found=(f"price {number}", "Starts at"),
                ),
            ),
        )
        for number in range(1000)
    ]
    random.shuffle(pages)
    halves = Tally(), Tally()
    for number, page in enumerate(pages):
        halves[number % 2].add([page])
    halves[0].adopt(halves[1])
    ((found,),) = halves[0].total().values()
    assert (found.pages, found.slots, found.filled) == (1000, 2000, 0)
    assert found.found == "Starts at"
