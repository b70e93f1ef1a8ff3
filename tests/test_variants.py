"""Small things that sites do to their pages: what a person reads past, the reader does too."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from parsers.reading import parse_page
from parsers.records import Comparison
from tests.pages import CRITICS, Card, review, write_html, write_text

LEFT = Card(name="Tintype", slug="tintype", tagline="Photographs your logs")
RIGHT = Card(name="Gravelbed", slug="gravelbed", category="Data", ships=(True, False, True, False))
PAGE = write_html([LEFT, RIGHT])
DECOY = (
    "<p>What the panel said lately</p><h3>Builder</h3><p>12/100 · skip</p><p>On Mossbank: no.</p>"
    "<h3>Skeptic</h3><p>10/100 · skip</p><p>On Mossbank, again: no.</p>"
)


def read(page: str) -> Comparison:
    record = parse_page(page.encode(), source="x").record
    assert isinstance(record, Comparison), record
    return record


def list_codes(record: Comparison) -> list[tuple[str, str]]:
    return [(issue.code, issue.field) for issue in record.issues]


CLEAN = read(PAGE)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<h3>Builder</h3>", "<h3>— Builder</h3>"),
        ("<h3>Builder</h3>", "<h3>🛠️ Builder</h3>"),
        ("<h3>Skeptic</h3>", "<div>🔎</div><h3>Skeptic</h3>"),
        ("<p>Ship</p>", "<p>🚀 Ship</p>"),
        ("<p>Ship</p>", "<p>Verdict: Ship</p>"),
        (" · ship</p>", " · ship 🚀</p>"),
        ("/100 · ship</p>", "/100</p><p>ship</p>"),
        ("/100 · ship</p>", "</p><div>/ 100</div><div>·</div><div>ship</div>"),
        ("then I read the bill.</p>", "then I read the bill.</p><time>May 1, 2026</time>"),
        ("Tintype</a></h2>", "Tintype</a> <span>New</span></h2>"),
        ("<div>Panel ship</div>", "<div>Panel ship <span>ⓘ</span></div>"),
        ("<div>Free</div><div>Entry</div>", "<div>Free Entry</div>"),
        ("<h2><a", "<p hidden>An older tagline</p><h2><a"),
        ("Read on.</p>", "Read on.</p><ul><li>Reviewer scorecard<li>Pricing</ul>"),
        ("<div>Panel ship</div>", "<progress value=75>75%</progress><div>Panel ship</div>"),
    ],
)
def test_ornament_changes_nothing(old: str, new: str) -> None:
    """A picture, a dash, a date or a badge beside a value is none of it."""
    assert old in PAGE
    assert read(PAGE.replace(old, new)) == CLEAN


def test_quotes_beyond_the_panel_are_no_quotes() -> None:
    """Quotes from elsewhere after the last critic's are told by the votes, and said."""
    record = read(PAGE.replace("<h2>Weekly", f"{DECOY}<h2>Weekly"))
    assert record.quotes == CLEAN.quotes
    assert list_codes(record) == [("text_unclaimed", "page.scorecard")]


def test_scorecard_in_parts_is_one() -> None:
    """A scorecard under each tool's name, each with the label, is one scorecard."""
    start, end = PAGE.index("<h2>Reviewer scorecard"), PAGE.index("<h2>Weekly")
    parts = []
    for card in (LEFT, RIGHT):
        quotes = "".join(
            f"<h4>{CRITICS[seat]}</h4><p>{60 + 10 * ships + seat}/100 · "
            f"{'ship' if ships else 'skip'}</p><p>{review(card, seat)}</p>"
            for seat, ships in enumerate(card.ships)
        )
        parts.append(f"<h2>Reviewer scorecard</h2><h3>{card.name}</h3>{quotes}")
    assert read(PAGE[:start] + "".join(parts) + PAGE[end:]) == CLEAN


def test_cards_out_of_the_titles_order_are_said() -> None:
    """Tools stand in the order of their cards; a title in another order keeps all out."""
    text = write_text([LEFT, RIGHT], title="Gravelbed vs Tintype")
    record = read(text)
    assert [tool.name for tool in record.tools] == ["Tintype", "Gravelbed"]
    assert ("order_disagrees", "title") in list_codes(record)
    assert {q.position for q in record.quotes if "Tintype" in q.text} == {1}


def test_second_chip_is_no_category() -> None:
    """Two lines below the avatar: the table tells which is the category, and the other is said."""
    category = "<p>Developer Tools</p>"
    record = read(PAGE.replace(category, f"<p>T</p>{category}<p>Open source</p>"))
    assert record.tools == CLEAN.tools
    assert list_codes(record) == [("text_unclaimed", "page.tools.1.category")]


def test_role_beside_one_critic_is_said() -> None:
    """One critic's name in more parts than the others': which part is the name is not said."""
    named = PAGE.replace("<h3>Founder</h3>", "<h3><b>Founder</b> <i>twice broke</i></h3>")
    assert ("text_unclaimed", "quotes") in list_codes(read(named))


def test_text_on_the_card_is_taken_or_said() -> None:
    """A line after the description that no field takes is an issue; a button is none."""
    for more, is_said in (("<p>No account needed</p>", True), ("<button>Vote</button>", False)):
        record = read(PAGE.replace("says little.</p>", f"says little.</p>{more}"))
        assert record.tools == CLEAN.tools
        assert bool(record.issues) is is_said


@pytest.mark.parametrize("border", ["\t", "   ", " | "])
def test_table_in_text_may_have_any_border(border: str) -> None:
    """Cells that are copied from a page stand with bars, tabs or gaps between them."""
    rows = "\n".join(
        border.join(row)
        for row in (
            ("Decision", "Tintype", "Gravelbed"),
            ("Panel verdict", "Ship · 3 ship / 1 skip", "Mixed · 2 ship / 2 skip"),
            ("Pricing", "Free", "$20/mo"),
        )
    )
    text = write_text([LEFT, RIGHT]).replace("Reviewer scorecard", f"{rows}\nReviewer scorecard")
    record = read(text)
    assert [tool.pricing for tool in record.tools] == ["Free", "$20/mo"]
    assert [tool.ship_votes for tool in record.tools] == [3, 2]
    assert record.issues == ()


def test_description_in_the_taglines_place_is_no_tagline() -> None:
    """Prose of two sentences is a description, wherever it stands."""
    prose = (
        "It reads a folder of notes and performs them with up to six voices. It runs on a laptop, "
        "slowly, and asks for nothing."
    )
    cards = [replace(card, tagline=prose, description="") for card in (LEFT, RIGHT)]
    record = read(write_html(cards))
    assert [tool.description for tool in record.tools] == [prose, prose]


@pytest.mark.parametrize(
    ("old", "new", "code", "field"),
    [
        ("Photographs your logs</p>", "undefined</p>", "value_invalid", "tools.1.tagline"),
        (review(LEFT, 1), "{{ review.text }}", "value_invalid", "quotes.3.text"),
    ],
)
def test_placeholder_is_no_value(old: str, new: str, code: str, field: str) -> None:
    """What a program left where a value should be is an issue."""
    assert (code, field) in list_codes(read(PAGE.replace(old, new)))


def test_extract_cut_inside_the_last_review_is_said() -> None:
    """Every vote has its review, but the last of them is no whole sentence."""
    rows = "Decision\nTintype\nGravelbed\nPanel verdict\nShip · 3 ship / 1 skip\n"
    rows += "Mixed · 2 ship / 2 skip\nReviewer scorecard"
    text = write_text([LEFT, RIGHT]).replace("Reviewer scorecard", rows).partition("\nWeekly")[0]
    whole = text.replace("“", "").replace("”", "")
    for seat, critic in enumerate(CRITICS[:4]):
        for card in (LEFT, RIGHT):
            verdict = "ship" if card.ships[seat] else "skip"
            whole = whole.replace(
                review(card, seat), f"{critic}\n70/100 · {verdict}\n{review(card, seat)}"
            )
    assert list_codes(read(whole)) == []
    assert ("truncated", "") in list_codes(read(whole[:-9]))


@pytest.mark.parametrize(
    ("canonical", "site"),
    [
        ("HTTPS://WWW.ShipOrSkip.io/compare/gravelbed-vs-tintype", "shiporskip.io"),
        ("https://ship<b>or/compare/gravelbed-vs-tintype", "shiporskip.io"),
    ],
)
def test_canonical_host_is_a_host(canonical: str, site: str) -> None:
    """A site is keyed by one host, and what is no host is no word of the page's."""
    assert read(f"<link rel=canonical href='{canonical}'>{PAGE}").site == site
