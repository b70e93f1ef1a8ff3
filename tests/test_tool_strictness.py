"""A tool's page that contradicts itself, is cut short or is none says so."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from parsers.reading import parse_page
from parsers.records import ToolPage, Unknown
from tests.tool_pages import ADDRESS, CLEAN, FACTS, HOME, PAGE, TAKE, read, read_tool, swap

FIXTURES = Path(__file__).parent.parent / "fixtures" / "html"


@pytest.mark.parametrize(
    ("old", "new", "code", "field"),
    [
        ("Verdict — Ship", "Verdict — Skip", "verdict_disagrees", "tool.verdict"),
        ("Verdict — Ship", "Verdict — Hold", "value_invalid", "tool.verdict"),
        ("<p>Verdict — Ship", "<p>Skip</p><p>Verdict — Ship", "verdict_disagrees", "tool.verdict"),
        ("3 Ships1 Skips", "1 Ships3 Skips", "votes_disagree", "tool.ship_votes"),
        ("3 ships · 1 skip", "3 ships · 2 skips", "votes_disagree", "tool.skip_votes"),
        ("verdict: SHIP", "verdict: SKIP", "verdict_disagrees", "tool.verdict"),
        ("Osier verdict", "Willow verdict", "name_disagrees", "tool.name"),
        ("Ship · 7.5/10", "Mixed · 7.5/10", "verdict_disagrees", "tool.verdict"),
        ("Ship · 7.5/10", "Ship · 7.9/10", "score_disagrees", "page.tool.score"),
        ("<p>Ship · 7.5/10</p>", "", "label_unclaimed", "page.tool.embed"),
        ("Osier verdict: SHIP 🚀", "", "label_unclaimed", "page.tool.share"),
        ("2026-04-24", "2026-02-30", "value_invalid", "tool.reviewed_on"),
        ("2026-04-24", "24 April 2026", "value_invalid", "tool.reviewed_on"),
        ("Reviewed2026-04-24", "</p><p>Reviewed", "value_missing", "tool.reviewed_on"),
        (HOME, "javascript:alert(1)", "value_invalid", "tool.homepage_url"),
        (HOME, "/out?to=osier", "value_invalid", "tool.homepage_url"),
        (HOME, "https://other.example/", "value_invalid", "tool.homepage_url"),
        (HOME, "https://me:pw@git.osier.example/", "value_invalid", "tool.homepage_url"),
        (f"{TAKE}", "<h2>The Panel’s Take</h2>", "value_missing", "tool.description"),
        (
            "hold.</p>",
            "hold.</p><p>Ad</p><p>Prose again.</p>",
            "text_unclaimed",
            "tool.description",
        ),
        ("<p>Verdict", "<p>Rank 4</p><p>Verdict", "text_unclaimed", "page.tool.facts"),
        ("baskets hold", "baskets \ufffd hold", "undecodable", ""),
        (
            "It weaves prompts into baskets, and the baskets hold.",
            "Read less",
            "value_missing",
            "tool.description",
        ),
        ("(MIT)Reviewed2", "(MIT) 2", "value_missing", "tool.reviewed_on"),
        (
            FACTS.partition("</p>")[0],
            "<p>Price<p>2026-04-24<p>Reviewed",
            "value_missing",
            "tool.tagline",
        ),
    ],
)
def test_disagreement_is_an_issue(old: str, new: str, code: str, field: str) -> None:
    """What does not fit gives an issue with its code and field, never a silent choice."""
    record = swap(old, new)
    assert (code, field) in [(issue.code, issue.field) for issue in record.issues]


@pytest.mark.parametrize(
    ("ships", "skips", "badge", "score", "share"),
    [(2, 1, "Ship", "6.7", 67), (2, 2, "Mixed", "5.0", 50), (0, 3, "Skip", "0.0", 0),
     (1, 7, "Skip", "1.3", 13), (4, 0, "Ship", "10", 100)],
)  # fmt: skip
def test_share_follows_from_the_votes(
    ships: int, skips: int, badge: str, score: str, share: int
) -> None:
    """The panel's share is that of the votes, rounded as the site does, half up."""
    page = PAGE.replace("3 Ships1 Skips", f"{ships} Ships{skips} Skips")
    page = page.replace("3 ships · 1 skip ", f"{ships} ships · {skips} skips ")
    page = page.replace("— Ship", f"— {badge}").replace("SHIP", badge.upper())
    record = read_tool(page.replace("Ship · 7.5", f"{badge} · {score}"))
    assert record.issues == ()
    assert record.tool.panel_ship_pct == share


@pytest.mark.parametrize(
    ("page", "address", "code"),
    [
        (PAGE.replace("Verdict —", "Judged:"), ADDRESS, "not_a_tool_page"),
        (PAGE.replace("Verdict —", "Judged:"), None, "not_a_tool_page"),
        ("<h1>Osier</h1><p>We like it.</p>", ADDRESS, "not_a_tool_page"),
        ("<h1>Osier</h1><p>We like it.</p>", None, "not_a_comparison"),
        ("<h1>A vs B</h1>", "https://shiporskip.io/compare/a-vs-b", "not_a_comparison"),
        ("<p>x</p><p>Verdict</p><p>Ship</p><p>Price</p>", ADDRESS, "not_a_tool_page"),
    ],
)
def test_likeliest_kind_says_why_a_page_is_none(page: str, address: str | None, code: str) -> None:
    """A page that no kind can read is refused once, by the kind of its address or its labels."""
    known = {"address": address} if address else {"host": "shiporskip.io"}
    record = read(page, **known).record
    assert isinstance(record, Unknown)
    assert [issue.code for issue in record.issues] == [code]


def test_price_that_is_not_stated_is_none() -> None:
    """A dash in the place of the price is no price, and no other line is taken for it."""
    for facts in ("<p>Price<p>—<p>Reviewed<p>2026-04-24", "<p>—<p>Price<p>2026-04-24<p>Reviewed"):
        record = swap(FACTS.partition("</p>")[0], facts)
        assert record == replace(CLEAN, tool=replace(CLEAN.tool, pricing=None))


@pytest.mark.parametrize(
    "name", ["tool.semantic.html", "tool.tables.html", "tool-extract.glued.txt"]
)
def test_page_cut_short_says_so(name: str) -> None:
    """A tool's page that ends anywhere gives its whole record, or an issue."""
    body = (FIXTURES / name).read_bytes()
    whole = parse_page(body, source="x").record
    assert isinstance(whole, ToolPage)
    for end in range(1, len(body), 29):
        record = parse_page(body[:end], source="x").record
        if isinstance(record, ToolPage) and not record.issues:
            assert record.tool == whole.tool
