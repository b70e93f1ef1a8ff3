"""Strict reading: what does not fit is an issue, and what is not the page's own is not taken."""

from __future__ import annotations

import pytest

from parsers.reading import parse_page
from parsers.records import Comparison
from tests.pages import Card, review, write_html

LEFT = Card(name="Tintype", slug="tintype-2026", tagline="Photographs your logs")
RIGHT = Card(name="Gravelbed", slug="gravelbed", category="Data", ships=(True, False, True, False))
PAGE = write_html([LEFT, RIGHT])


def read(page: str, **known: str) -> Comparison:
    record = parse_page(page.encode(), source="page.html", **known).record
    assert isinstance(record, Comparison), record
    return record


def swap(old: str, new: str, count: int = -1) -> Comparison:
    assert old in PAGE
    return read(PAGE.replace(old, new, count))


CLEAN = read(PAGE)


@pytest.mark.parametrize(
    ("shown", "share", "votes", "codes"),
    [
        ("N/A", None, None, []),
        ("--", None, None, []),
        ("…", None, None, []),
        ("No community votes yet", None, None, []),
        ("0 votes", None, None, []),
        ("0% · 0 votes", None, None, []),
        ("124 votes", None, 124, []),
        ("1&nbsp;240 votes", None, 1240, []),
        ("71% · 1,240 votes", 71, 1240, []),
        ("71% (124 votes)", 71, 124, []),
        ("1.2k votes", None, None, ["value_invalid"]),
        ("1240 ratings", None, None, ["value_invalid"]),
        ("66.7%", None, None, ["value_invalid"]),
        ("9" * 5000 + " votes", None, None, ["text_unclaimed"]),
    ],
    ids=lambda value: str(value)[:24],
)
def test_community_is_read_or_said(
    shown: str, share: int | None, votes: int | None, codes: list[str]
) -> None:
    """The community's vote is a number, absent, or an issue; never 0, never in the description."""
    page = PAGE
    if not codes:
        page = page.replace("<td>No community votes yet</td>", f"<td>{shown}</td>", 1)
    record = read(page.replace("<div>—</div>", f"<div>{shown}</div>", 1))
    tool = record.tools[0]
    assert (tool.community_ship_pct, tool.community_votes) == (share, votes)
    assert [issue.code for issue in record.issues] == codes
    assert (tool.entry_price, tool.panel_ship_pct) == ("Free", 75)
    assert tool.description == CLEAN.tools[0].description


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<div>75%</div><div>Panel ship</div>", "<div>75% Panel ship</div>"),
        ("<div>Free</div><div>Entry</div>", "<div>Free <b>Entry</b></div>"),
        ("says little.</p>", "says little.</p><button>Vote</button>"),
        ("<table>", "<h2>At a glance</h2><table><caption>The numbers</caption>"),
        ("then I read the bill.</p>", "then I read the bill.</p><p>Helpful?</p>"),
        ("<h2>Weekly AI Tool Verdicts</h2>", "<h3>FAQ</h3><p>Is it free? It is.</p>"),
        ("Read on.</p>", "Read on.</p><ul><li>Panel verdict<li>Reviewer scorecard</ul>"),
        ("says little.</p></div>", 'says little.</p><a href="/tool/x">See also X</a></div>'),
        ("<p>AI tool comparison</p>", "<p>Entry</p><p>AI tool comparison</p>"),
    ],
    ids=["one run", "parts", "button", "caption", "buttons", "faq", "jump list", "see also", "top"],
)
def test_what_is_around_the_content_changes_nothing(old: str, new: str) -> None:
    """Buttons, captions, jump lists and other sections are not read as content."""
    assert swap(old, new) == CLEAN


@pytest.mark.parametrize(
    ("old", "new", "code", "field"),
    [
        ("Reviewer scorecard", "Reviews", "label_missing", "quotes"),
        (
            "<tr><th>Pricing",
            "<tr><th>Licence<td>MIT<td>GPL<tr><th>Pricing",
            "row_unknown",
            "page.table",
        ),
        ("<h3>Builder</h3>", "<h3>Builder</h3><p>Ships daily</p>", "text_unclaimed", "quotes"),
        ("<h3>Skeptic</h3>", "<h3>Skeptic</h3><p>Doubts all.</p>", "quotes_uneven", "quotes"),
        (
            "<h3>Builder</h3>",
            "<p>Words of no critic.</p><h3>Builder</h3>",
            "text_unclaimed",
            "page.scorecard",
        ),
        (
            "<h2>Weekly AI Tool Verdicts</h2>",
            "<p>More to read</p>",
            "text_unclaimed",
            "page.scorecard",
        ),
        ("<h3>Futurist</h3>", "<h3>Skeptic</h3>", "quotes_uneven", "quotes"),
        ("75%</div>", "66.7%</div>", "value_missing", "tools.1.panel_ship_pct"),
    ],
)
def test_what_does_not_fit_is_said(old: str, new: str, code: str, field: str) -> None:
    """Text that no field took, a name too many and an unknown row are issues."""
    record = swap(old, new)
    found = [(issue.code, issue.field) for issue in record.issues]
    assert (code, field) in found
    assert record.tools[1].description == CLEAN.tools[1].description


def test_text_after_the_last_review_is_not_its_own() -> None:
    """What follows the last review is left out, and said."""
    record = swap("<h2>Weekly AI Tool Verdicts</h2>", "<p>More to read</p><p>And more.</p>")
    assert record.quotes == CLEAN.quotes


def test_short_review_is_a_review() -> None:
    """A review of two words is no critic's name."""
    record = swap(review(LEFT, 1), "Great stuff")
    assert record.issues == ()
    assert [quote.reviewer for quote in record.quotes] == [q.reviewer for q in CLEAN.quotes]


@pytest.mark.parametrize(
    ("link", "slug", "codes"),
    [
        ("/tool/tintype-2026", "tintype-2026", []),
        ("https://www.shiporskip.io/tool/tintype-2026", "tintype-2026", []),
        ("https://evil.example/tool/evil", "tintype-2026", []),
        ("/tool/other", "other", ["slug_disagrees"]),
        ("/tool/%00", "tintype-2026", []),
        ("/tool/a/b", "tintype-2026", []),
    ],
)
def test_slug_is_the_sites_own(link: str, slug: str, codes: list[str]) -> None:
    """A link to another host tells no slug; a link that the address contradicts is an issue."""
    page = PAGE.replace("/tool/tintype-2026", link)
    address = "https://shiporskip.io/compare/tintype-2026-vs-gravelbed"
    record = read(page, address=address, content_type="text/html")
    assert record.tools[0].slug == slug
    assert [issue.code for issue in record.issues] == codes


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Ship · 3 ship / 1 skip", "99999999 ship / 1 skip"),
        ("Ship · 3 ship / 1 skip", f"{'3' * 20000} ship / 1 skip"),
        ("Ship · 3 ship / 1 skip", "999999 ship / 1 skip"),
        ("No community votes yet", "1," * 20000),
    ],
    ids=["nine digits", "20,000 digits", "six digits", "commas"],
)
def test_enormous_number_is_an_issue(old: str, new: str) -> None:
    """A number that no panel has is an issue, and takes no time."""
    assert swap(old, new, 1).issues
