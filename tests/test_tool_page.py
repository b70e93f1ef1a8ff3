"""The page of one tool: read by its landmarks, wherever a label or a value stands."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec import UNSET
from msgspec.structs import asdict, replace

from parsers.reading import parse_page
from parsers.records import Snapshot, ToolPage
from tests.observing import B, Observation, load, make_database, number, observe, read_content
from tests.pages import Card, write_html
from tests.tool_pages import (
    ADDRESS,
    CLEAN,
    FACTS,
    HOME,
    LURE,
    PAGE,
    SLUG,
    TAKE,
    read,
    read_tool,
    swap,
)

FIXTURES = Path(__file__).parent.parent / "fixtures" / "html"


def test_all_that_the_page_states_is_read() -> None:
    """Price, day, votes and the tool's own address are read; the share follows from the votes."""
    assert CLEAN.issues == ()
    card = CLEAN.tool
    assert (card.name, card.slug, card.category) == ("Osier", SLUG, "Writing")
    assert (card.pricing, card.entry_price) == ("Open Source (MIT)", None)
    assert (card.reviewed_on, card.homepage_url) == ("2026-04-24", HOME)
    assert (card.ship_votes, card.skip_votes, card.verdict) == (3, 1, "ship")
    assert (card.panel_ship_pct, card.derived) == (75, ("panel_ship_pct",))


@pytest.mark.parametrize(
    "facts",
    [
        "<p>PriceOpen Source (MIT)Reviewed2026-04-24Verdict — Ship3 Ships1 Skips</p>",
        (
            "<p>Price: Open Source (MIT)</p><p>Reviewed: 2026-04-24</p><p>Verdict: Ship</p>"
            "<p>Ships: 3</p><p>Skips: 1</p>"
        ),
        (
            "<dl><dt>Price<dd>Open <i>Source</i> (MIT)<dt>Reviewed<dd>2026-04-24<dt>Verdict<dd>Ship"
            "</dl><dl><dt>Ships<dd>3<dt>Skips<dd>1</dl>"
        ),
        (
            "<div>Open Source (MIT)</div><div>Price</div><div>2026-04-24</div><div>Reviewed</div>"
            "<div>Ship</div><div>Verdict</div><div>3</div><div>Ships</div><div>1</div><div>Skips</div>"
        ),
        (
            "<p><span>Open Source (MIT)</span><span>Price</span><span>2026-04-24</span>"
            "<span>Reviewed</span></p><p><b>Verdict</b> <i>—</i> <b>SHIP</b></p>"
            "<p><b>3</b><span>Ships</span><b>1</b><span>Skips</span></p>"
        ),
        (
            "<table><tr><th>Price<td>Open Source (MIT)<tr><th>Reviewed<td>2026-04-24<tr><th>Verdict"
            "<td>Ship<tr><th>Ships<td>3<tr><th>Skips<td>1</table>"
        ),
        (
            "<table><tr><th>Verdict<th>Reviewed<th>Price<tr><td>Ship<td>2026-04-24"
            "<td>Open Source (MIT)</table><p>3 Ships, 1 Skip</p>"
        ),
        (
            "<span>Ship</span><p>PRICE<br>Open Source (MIT)<br>REVIEWED<br>2026-04-24</p>"
            "<p>Verdict</p><p>—</p><p>Ship</p><p>3 Ships</p><p>1 Skips</p>"
        ),
    ],
)
def test_labels_and_values_may_stand_in_any_way(facts: str) -> None:
    """A label claims its value glued or apart, before or after it, in a row or a column."""
    assert swap(FACTS, facts) == CLEAN


@pytest.mark.parametrize(
    "noisy",
    [
        PAGE.replace("<p>Reviews", f"<h3>Most compared</h3>{LURE}<p>Reviews"),
        PAGE.replace("<p>Reviews", f"<p>Verdict of the day</p>{LURE}<p>Reviews"),
        PAGE.replace("<h2>Share", f"<h2>Others</h2>{LURE}<h2>Share"),
        PAGE.replace("<h2>Embed", f"{LURE}<h2>Embed"),
        f"{PAGE}<p>More</p>{LURE}",
        f"<nav><a>Reviews</a><a>Compare</a></nav><aside>{LURE}</aside>{PAGE}<footer>{LURE}",
        f"<h1>ShipOrSkip</h1>{PAGE.replace('h1>', 'h2>')}",
        PAGE.replace(TAKE, f"<div>{TAKE}</div><div><h1>Osier</h1><p>Weaves prompts</p>{FACTS}"),
        PAGE.replace("<p>O</p>", ""),
    ],
)
def test_what_is_around_the_tool_is_not_taken(noisy: str) -> None:
    """Another tool's card, the logo or the newsletter is never read as this tool's."""
    assert read_tool(noisy) == CLEAN


@pytest.mark.parametrize(
    "name", ["Price", "Verdict", "A vs B", "a.b", "Ship", "Reviews/Tools", "Is it? verdict: no"]
)
def test_name_may_hold_anything(name: str) -> None:
    """A name that is a label, a verdict or holds a slash is a name."""
    record = read_tool(PAGE.replace("Osier", name).replace("<p>O<", f"<p>{name[0]}<"))
    assert record.issues == ()
    assert record.tool == replace(CLEAN.tool, name=name)


@pytest.mark.parametrize("tag", ["h1>", "p>"])
@pytest.mark.parametrize("chip", ["", "<p>Writing</p>"])
@pytest.mark.parametrize("avatar", ["", "<p>{letter}</p>"])
@pytest.mark.parametrize("name", ["X", "r", "+", "\U0001f680", "\U0001f469\u200d\U0001f4bb"])
def test_name_may_be_one_letter(name: str, avatar: str, chip: str, tag: str) -> None:
    """A name that is one letter or emoji is not taken from its avatar, which is as well one."""
    lead = f"<p>Reviews/Writing/{name}</p>{avatar.format(letter=name.upper())}{chip}"
    start = "<p>Reviews/Writing/Osier</p><p>O</p>"
    assert start in PAGE
    page = PAGE.replace(start, lead).replace("Osier", name).replace("h1>", tag)
    assert read_tool(page) == replace(CLEAN, tool=replace(CLEAN.tool, name=name))


@pytest.mark.parametrize("trail", ["Reviews/Osier", "Reviews", ""])
def test_category_may_be_missing(trail: str) -> None:
    """Without a category in the breadcrumb there is none, and nothing is wrong."""
    record = swap("Reviews/Writing/Osier", trail)
    assert record == replace(CLEAN, tool=replace(CLEAN.tool, category=None))


@pytest.mark.parametrize(
    "trail",
    [
        '<nav><a href="/">Reviews</a>/<a href="/c">Writing</a>/<div>Osier</div></nav><p>O</p>',
        "<div>O</div><div>Writing</div>",
    ],
)
def test_category_may_stand_otherwise(trail: str) -> None:
    """The breadcrumb may be inline in part; without it, a chip after the avatar says it."""
    assert swap("<p>Reviews/Writing/Osier</p><p>O</p>", trail) == CLEAN


@pytest.mark.parametrize(
    ("known", "canonical", "slug", "codes"),
    [
        ({"address": f"{ADDRESS}/?ref=1#top"}, None, SLUG, []),
        ({"address": "https://shiporskip.io/go/7"}, ADDRESS, SLUG, []),
        ({"address": "https://shiporskip.io/go/7"}, None, None, ["slug_unknown"]),
        ({"host": "shiporskip.io"}, None, None, []),
        ({"address": "http://127.0.0.1:8/tool/x", "host": "shiporskip.io"}, None, "x", []),
    ],
)
def test_slug_comes_from_the_page_s_address(
    known: dict[str, str], canonical: str | None, slug: str | None, codes: list[str]
) -> None:
    """The slug is that of the address that the page goes by; a file without one has none."""
    record = read_tool(f"<link rel=canonical href='{canonical or ''}'>{PAGE}", **known)
    assert record.tool.slug == slug
    assert [issue.code for issue in record.issues] == codes


def test_every_field_has_its_evidence() -> None:
    """Each field of the card can be asked where it came from; only the derived has no place."""
    reading = read(PAGE)
    places = {evidence.field: evidence for evidence in reading.evidence}
    fields = {f for f, value in asdict(CLEAN.tool).items() if value not in (None, UNSET)}
    told = {f"tool.{field}" for field in fields - {"position", "derived"}}
    assert places.keys() == told | {"site", "url"}
    assert {f for f, e in places.items() if e.block is None} == {
        "site",
        "url",
        "tool.panel_ship_pct",
        "tool.slug",
    }
    assert places["tool.pricing"].landmark == "Price"


def test_extract_and_page_are_one_record() -> None:
    """A text says all that the page does but what only its links and its address say."""
    page, extract = (
        parse_page((FIXTURES / name).read_bytes(), source="x").record
        for name in ("tool.semantic.html", "tool-extract.glued.txt")
    )
    assert isinstance(page, ToolPage)
    assert isinstance(extract, ToolPage)
    bare = replace(page.tool, slug=None, homepage_url=None)
    assert replace(page, url=None, derived=("site",), tool=bare) == extract


def observe_tool(day: int) -> Observation:
    snapshot, _ = observe([B], day, page=PAGE)
    return (
        Snapshot(**{**asdict(snapshot), "source": ADDRESS, "address": ADDRESS}),
        read(PAGE, address=ADDRESS),
    )


@pytest.mark.parametrize("days", [(1, 2), (2, 1)])
@pytest.mark.parametrize("turn", [1, -1])
def test_tool_page_completes_the_entry(days: tuple[int, int], turn: int) -> None:
    """A tool's page and a comparison fill one entry, in any order, and blank nothing."""
    card = Card(
        name="Osier",
        slug=SLUG,
        tagline="Weaves prompts",
        category="Writing",
        pricing=CLEAN.tool.pricing or "",
    )
    comparison = observe([card, B], days[0], write_html([card, B]))
    with make_database() as database:
        load(database, number([comparison, observe_tool(days[1])][::turn]))
        content = read_content(database)
    entry = next(row for row in content["entries"] if row["slug"] == SLUG)
    stated = ("pricing", "reviewed_on", "homepage_url", "ship_votes", "skip_votes", "category")
    assert {field: entry[field] for field in stated} == {
        field: getattr(CLEAN.tool, field) for field in stated
    }
    assert (entry["entry_price"], entry["panel_ship_pct"], entry["derived"]) == ("Free", 75, "[]")
    assert len([row for row in content["quotes"] if row["entry_id"] == entry["entry_id"]]) == 4
