"""The grammar: a page is read by its landmarks, and what does not fit is said."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.reading import parse_page
from parsers.records import Comparison, Record, Unknown
from tests.pages import Card, review, write_html, write_text

LEFT = Card(name="Tintype", slug="tintype-2026", tagline="Photographs your logs")
RIGHT = Card(name="Gravelbed", slug="gravelbed", category="Data", ships=(True, False, True, False))
ADDRESS = "https://shiporskip.io/compare/gravelbed-vs-tintype-2026"


def read(page: str, name: str = "page.html", **known: str) -> Record:
    return parse_page(page.encode(), source=name, **known).record


def read_comparison(page: str, name: str = "page.html", **known: str) -> Comparison:
    record = read(page, name, **known)
    assert isinstance(record, Comparison), record
    return record


def list_codes(record: Record) -> list[str]:
    return [issue.code for issue in record.issues]


@pytest.mark.parametrize(
    "name",
    [
        "Ship vs Shore",
        "Kiln: Fire & Forget (v2)",
        "Entry",
        "ds2api",
        "a.b",
        "C++ {agent}",
        "Tools!",
    ],
)
@pytest.mark.parametrize("position", [1, 2])
def test_name_may_hold_anything(name: str, position: int) -> None:
    """A name that holds " vs ", a colon, brackets or a label is one name."""
    odd = Card(name=name, tagline="An odd name, plainly priced")
    cards = [odd, LEFT] if position == 1 else [LEFT, odd]
    for page, file in ((write_text(cards), "page.txt"), (write_html(cards), "page.html")):
        record = read_comparison(
            page.replace(" & ", " &amp; ") if file != "page.txt" else page, file
        )
        assert record.issues == ()
        assert [tool.name for tool in record.tools] == [card.name for card in cards]
        assert [tool.tagline for tool in record.tools] == [card.tagline for card in cards]
        assert len(record.quotes) == 8


def test_three_tools_are_read() -> None:
    """A page may set three tools side by side."""
    third = Card(name="Osier", tagline="Weaves prompts", category="Writing")
    record = read_comparison(write_html([LEFT, RIGHT, third]))
    assert record.issues == ()
    assert [quote.position for quote in record.quotes] == [1, 2, 3] * 4
    assert [quote.seat for quote in record.quotes] == [1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4]


def test_other_cards_on_the_page_are_not_taken() -> None:
    """A card whose name is not in the title is not this comparison's, in any markup."""
    decoy = write_html([Card(name="Decoy", slug="decoy"), Card(name="Lure", slug="lure")])
    inner = decoy.split("</h1>")[1]
    clean = read_comparison(write_html([LEFT, RIGHT]))
    for noise in (f"<div>{inner}</div>", f"<aside>{inner}</aside>"):
        noisy = read_comparison(
            write_html([LEFT, RIGHT], after=f"<h2>Related comparisons</h2>{noise}")
        )
        assert noisy == clean


@pytest.mark.parametrize(
    ("address", "slugs"),
    [
        ("/compare/a-vs-b", ("a", "b")),
        ("/compare/left-vs-right-vs-tintype", None),
        ("/compare/gravelbed-vs-silt-vs-tintype-2026", ("gravelbed-vs-silt", "tintype-2026")),
        ("/compare/a%E2%80%A8b-vs-b", None),
        ("/other/a-vs-b", None),
    ],
)
def test_slug_comes_from_the_address_only_when_it_is_certain(
    address: str, slugs: tuple[str, str] | None
) -> None:
    """An address is split where the names leave one way to split it, never blindly."""
    cards = [Card(name="Gravelbed vs Silt"), Card(name="Tintype")]
    record = read_comparison(
        write_html(cards), address=f"https://shiporskip.io{address}", content_type="text/html"
    )
    assert tuple(tool.slug for tool in record.tools) == (slugs or (None, None))
    assert list_codes(record) == ([] if slugs else ["slug_unknown", "slug_unknown"])
    assert all("slug" not in tool.derived for tool in record.tools)


def test_values_may_stand_after_their_labels() -> None:
    """A label claims its value on whichever side the page puts values."""
    page = write_html([LEFT, RIGHT])
    for card in (LEFT, RIGHT):
        for value, label in (
            (f"{card.percentage}%", "Panel ship"),
            ("—", "Community"),
            (card.price, "Entry"),
        ):
            page = page.replace(
                f"<div>{value}</div><div>{label}</div>", f"<div>{label}</div><div>{value}</div>"
            )
    assert read_comparison(page) == read_comparison(write_html([LEFT, RIGHT]))


def test_badge_is_derived_only_where_it_is_not_printed() -> None:
    """A derived value is marked, a stated one is not."""
    full, condensed = (
        read_comparison(write_html([LEFT, RIGHT])),
        read_comparison(write_text([LEFT, RIGHT]), "x.txt"),
    )
    assert [tool.derived for tool in full.tools] == [(), ()]
    assert [tool.derived for tool in condensed.tools] == [
        ("verdict", "ship_votes", "skip_votes")
    ] * 2
    for tool, other in zip(full.tools, condensed.tools, strict=True):
        assert (tool.verdict, tool.ship_votes, tool.skip_votes) == (
            other.verdict,
            other.ship_votes,
            other.skip_votes,
        )


@pytest.mark.parametrize(
    ("old", "new", "code", "field"),
    [
        (">75%<", ">70%<", "votes_disagree", "tools.1.ship_votes"),
        (">Ship<", ">Skip<", "verdict_disagrees", "tools.1.verdict"),
        (
            "Ship · 3 ship / 1 skip",
            "Ship · 4 ship / 0 skip",
            "votes_disagree",
            "tools.1.ship_votes",
        ),
        (">75%<", ">175%<", "value_invalid", "tools.1.panel_ship_pct"),
        (">75%<", ">seventy<", "value_missing", "tools.1.panel_ship_pct"),
        (
            "Photographs your logs</td>",
            "Paints your logs</td>",
            "card_and_table_differ",
            "tools.1.tagline",
        ),
        ("<div>Entry</div>", "<div>Entrance</div>", "value_missing", "tools.1.entry_price"),
        ("70/100 · ship", "170/100 · ship", "value_invalid", "quotes"),
        ("<td>No community votes yet</td>", "", "table_uneven", "page.table"),
    ],
)
def test_disagreement_is_an_issue(old: str, new: str, code: str, field: str) -> None:
    """What does not fit gives an issue with its code and field, never a silent choice."""
    page = write_html([LEFT, RIGHT])
    assert old in page
    record = read_comparison(page.replace(old, new, 1))
    assert (code, field) in [(issue.code, issue.field) for issue in record.issues]


def test_missing_review_is_an_issue() -> None:
    """Reviews that do not come out even are not written to a side that may be wrong."""
    page = write_text([LEFT, RIGHT]).replace(f"“{review(RIGHT, 1)}”\n", "")
    record = read_comparison(page, "page.txt")
    assert list_codes(record)[0] == "quotes_uneven"
    assert record.quotes == ()


def test_score_without_a_review_is_an_issue() -> None:
    """The next critic's name is not taken for a review that is missing."""
    page = write_html([LEFT, RIGHT]).replace(f"<p>{review(RIGHT, 0)}</p>", "")
    record = read_comparison(page)
    assert "value_missing" in list_codes(record)
    assert "Skeptic" not in [quote.text for quote in record.quotes]


def test_two_tools_may_bear_one_name() -> None:
    """Two tools of one name on one page are two cards, told apart by their order."""
    pair = [
        Card(name="Fen", slug="fen-7b", tagline="Drains"),
        Card(name="Fen", slug="fen", tagline="Floods"),
    ]
    record = read_comparison(write_html(pair))
    assert record.issues == ()
    assert [(tool.slug, tool.tagline) for tool in record.tools] == [
        ("fen-7b", "Drains"),
        ("fen", "Floods"),
    ]


def test_repeated_renderings_are_read_once() -> None:
    """Cards and quotes that a page prints for phone and desktop are read once."""
    page = write_html([LEFT, RIGHT])
    start, end = page.index("<div><p>Developer"), page.index("<table>")
    twice = page[:end] + page[start:end] + page[end:]
    start, end = twice.index("<h3>Builder"), twice.index("<h2>Weekly")
    twice = twice[:end] + twice[start:end] + twice[end:]
    assert read_comparison(twice) == read_comparison(page)


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (b"", "empty"),
        (b" \n\t ", "empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x02\x00" + bytes(range(32)) * 9, "not_text"),
        (b"<html><body><h1>About us</h1><p>We review tools.</p>", "not_a_comparison"),
        (b"<h1>Tea vs Coffee</h1><p>Tea</p><p>Coffee</p>", "not_a_comparison"),
        (b"just a note", "not_a_comparison"),
    ],
)
def test_what_is_no_page_is_unknown(body: bytes, code: str) -> None:
    """A file that is no page we can read says why in one issue."""
    record = parse_page(body, source="page.html").record
    assert isinstance(record, Unknown)
    assert list_codes(record) == [code]


OTHER = "https://other.example/compare/a-vs-b"
MIRROR = "http://127.0.0.1:8/compare/a-vs-b"


@pytest.mark.parametrize(
    ("known", "canonical", "url", "site", "derived"),
    [
        ({}, None, None, "shiporskip.io", ("site",)),
        ({}, ADDRESS, ADDRESS, "shiporskip.io", ()),
        ({}, OTHER, OTHER, "other.example", ()),
        ({"address": OTHER}, ADDRESS, OTHER, "other.example", ()),
        ({"address": f"{ADDRESS}?ref=1"}, ADDRESS[21:], ADDRESS, "shiporskip.io", ()),
        ({"address": MIRROR, "host": "other.example"}, None, OTHER, "other.example", ()),
        ({"address": MIRROR, "host": "shiporskip.io"}, ADDRESS, ADDRESS, "shiporskip.io", ()),
        ({"host": "shiporskip.io"}, OTHER, None, "shiporskip.io", ()),
    ],
)
def test_no_page_speaks_for_another_host(
    known: dict[str, str],
    canonical: str | None,
    url: str | None,
    site: str,
    derived: tuple[str, ...],
) -> None:
    """A canonical address is believed for a local file, else only within the page's own host."""
    record = read_comparison(write_html([LEFT, RIGHT], canonical=canonical), **known)
    assert (record.url, record.site, record.derived) == (url, site, derived)


@given(st.binary(max_size=2000))
def test_any_bytes_give_a_record(body: bytes) -> None:
    """No bytes make the reader fail."""
    assert parse_page(body, source="page.html").record.issues


@given(st.data())
def test_mutilated_page_gives_a_record(data: st.DataObject) -> None:
    """A page cut short or overwritten anywhere gives a record."""
    body = write_html([LEFT, RIGHT], canonical=ADDRESS).encode()
    start = data.draw(st.integers(0, len(body)))
    stop = data.draw(st.integers(start, len(body)))
    middle = data.draw(st.binary(max_size=20))
    record = parse_page(body[:start] + middle + body[stop:], source="page.html").record
    assert record.source == "page.html"
