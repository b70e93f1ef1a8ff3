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

OTHER = (
    "<div>R</div><div>Data</div><h3>Rook</h3><div>Takes corners</div><div>50%</div>"
    "<div>Panel ship</div><div>Paid</div><div>Entry</div>"
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
        ('<h2><a href="/tool/t', '<h2><span>T</span><a href="/tool/t'),
        ("<h3>Builder</h3>", "<div><span>B</span><span>Builder</span></div>"),
        ("<h3>Builder</h3>", "<div>Builder</div><div>Skeptic</div><h3>Builder</h3>"),
        ("bill.</p>", 'bill. <a href="/more">Read more</a></p>'),
        ("<div>Entry</div>", '<div><s style="display: none">Trial </s>Entry</div>'),
        ("says little.</p>", "says little.<span hidden> It said more once.</span></p>"),
        ("/100 · skip</p>", "/100 · skip</p><div><span>41%</span></div>"),
        ("<body>", '<body><template shadowrootmode="open">'),
        (" vs Gravelbed</h1>", " vs Gravelbed (2026)</h1>"),
        (" vs Gravelbed</h1>", " vs Gravelbed: which should you ship?</h1>"),
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


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('<h2><a href="/tool/r">', '<h2><span>R</span><a href="/tool/r">'),
        ('<h2><a href="/tool/r">', '<p>R</p><h2><a href="/tool/r">'),
        ("<p>Tuned</p>", "<p>R</p><p>Tuned</p>"),
        ("Read on.</p>", f"Read on.</p>{OTHER}"),
        ("<p>Data</p>", "<p>\ufffd</p><p>Data</p>"),
    ],
)
def test_letter_around_a_name_of_one_letter_is_none_of_it(old: str, new: str) -> None:
    """Its avatar's, before or after it, glued to it or of another tool, is no card's name."""
    cards = [
        replace(RIGHT, name="\U0001f680 Rocket", slug="rocket"),
        replace(LEFT, name="R", slug="r", tagline="Tuned"),
    ]
    page = write_html(cards)
    assert old in page
    record = read(page)
    assert [tool.slug for tool in record.tools] == ["rocket", "r"]
    assert record.issues == ()
    assert read(page.replace(old, new, 1)) == record
    spoiled = page.replace("<p>Tuned</p>", "<p>\ufffd</p>")
    assert ("undecodable", "") in list_codes(read(spoiled))


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


VALUES = "<div>75%</div><div>Panel ship</div><div>—</div><div>Community</div><div>Free</div><div>"


@pytest.mark.parametrize("is_below", [True, False])
@pytest.mark.parametrize("cell", ["<td>", "<div>"])
def test_values_may_stand_in_a_row_of_their_own(is_below: bool, cell: str) -> None:
    """A row of values over a row of labels, or under it, is read column by column."""
    page = PAGE
    for share, price in (("75%", "Free"), ("50%", "Free")):
        old = VALUES.replace("75%", share).replace("Free", price) + "Entry</div>"
        assert old in page
        rows = [(share, "—", price), ("Panel ship", "Community", "Entry")]
        if is_below:
            rows.reverse()
        new = "".join(f"<tr>{''.join(cell + text for text in row)}" for row in rows)
        page = page.replace(old, f"<table>{new}</table>" if cell == "<td>" else new)
    assert read(page) == CLEAN


def test_reviews_may_stand_in_the_row_below_their_scores() -> None:
    """A critic's scores side by side, and then the reviews side by side, are paired in order."""
    start, end = PAGE.index("<h3>Builder"), PAGE.index("<h2>Weekly")
    quotes = "".join(
        f"<tr><th colspan=2>{CRITICS[seat]}"
        "<tr>"
        + "".join(
            f"<td>{60 + 10 * card.ships[seat] + seat}/100 · "
            f"{'ship' if card.ships[seat] else 'skip'}"
            for card in (LEFT, RIGHT)
        )
        + "<tr>"
        + "".join(f"<td>{review(card, seat)}" for card in (LEFT, RIGHT))
        for seat in range(4)
    )
    assert read(f"{PAGE[:start]}<table>{quotes}</table>{PAGE[end:]}") == CLEAN


def test_badge_may_be_glued_to_the_category() -> None:
    """Two boxes in a row above the name are the category and the badge."""
    page = PAGE.replace("<p>Ship</p>", "").replace("<p>Mixed</p>", "")
    for card, badge in ((LEFT, "Ship"), (RIGHT, "Mixed")):
        chip = f'<p>{card.category}</p><h2><a href="/tool/{card.slug}">'
        assert chip in page
        glued = f"<p><span>{card.category}</span><span>{badge}</span></p>"
        page = page.replace(chip, chip.replace(f"<p>{card.category}</p>", glued))
    assert read(page) == CLEAN


def test_teaser_of_a_text_is_none_of_it() -> None:
    """A text that is printed short for phones and whole for desktops is the whole."""
    page = PAGE
    for card in (LEFT, RIGHT):
        whole = f"<p>{card.description}</p>"
        assert whole in page
        page = page.replace(whole, f"<p>{card.description[:20]}…</p>{whole}")
    assert read(page) == CLEAN


def test_two_rows_of_one_label_are_said() -> None:
    """The table that states a price twice, and not alike, is believed in neither."""
    row = "<tr><th>Pricing</th><td>Once $99</td><td>Once $98</td></tr>"
    record = read(PAGE.replace("<tr><th>Pricing", f"{row}<tr><th>Pricing"))
    assert ("renderings_differ", "tools.1.pricing") in list_codes(record)


@pytest.mark.parametrize(
    ("after", "field"),
    [("See all reviews", "page.scorecard"), ("Scores are out of 100.", "quotes")],
)
def test_what_follows_the_last_review_is_said(after: str, field: str) -> None:
    """A phrase is no more of the review; a sentence may be, and then the quotes are kept out."""
    page = PAGE.replace("then I read the bill.</p>", "then I read the bill.</p><p>Then more.</p>")
    end = page.rindex("<p>Then more.</p>")
    extra = "" if field == "page.scorecard" else "<p>Then more.</p>"
    page = f"{page[:end]}{extra}<p>{after}</p>{page[end + len('<p>Then more.</p>') :]}"
    assert ("text_unclaimed", field) in list_codes(read(page))
