"""The readers' work is bounded by counts, and what passes a bound is said."""

from __future__ import annotations

import pytest

from parsers.bounds import TooComplex, check_tags, fits_html5lib, is_left_open
from parsers.reading import is_plain_text, parse_page
from parsers.records import Comparison, Unknown
from parsers.text import clean_text
from tests.pages import Card, write_html, write_text

CARDS = [Card(name="Tintype", slug="tintype"), Card(name="Gravelbed", slug="gravelbed")]
PAGE = write_html(CARDS)
# Each took seconds to minutes before its bound: here they end at once.
ATTACKS = {
    "open formatting": "<b><p>" * 5000,
    "open blocks": "<div>" * 20000,
    "open quotations": "<blockquote>" * 20000,
    "open links": "<a><div>" * 10000,
    "mixed": "<b><i><u>" * 1000 + "<p>" * 5000,
    "attributes": "<p " + " ".join(f"a{n}" for n in range(100_000)) + ">",
    "one attribute": "<meta " + "charset " * 100_000 + ">",
    "titles": "<h1>a vs b vs c vs d vs e vs f vs g vs h vs i</h1>" * 10_000,
    "spaces": "<h1>a" + " " * 200_000 + "b</h1>",
    "marks": "a" + "\u0300\u0316" * 40_000,
    "other marks": "\u05d0" + "\u05b0\u05bc" * 40_000,
    "quotes": "<p title='" * 20_000,
    "scripts": "<script " * 50_000,
    "comments": "<!--" * 100_000,
}


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS.keys())
@pytest.mark.parametrize("place", ["alone", "after"])
def test_attack_ends_with_an_issue(attack: str, place: str) -> None:
    """A page made to be slow is read within bounds, or refused."""
    page = attack if place == "alone" else PAGE.replace("75%", "70%").replace("</body>", attack)
    record = parse_page(page.encode(), source="x").record
    assert record.issues


def test_too_many_attributes_are_said() -> None:
    """A page beyond a bound is refused whole, with the bound and what passes it."""
    record = parse_page((PAGE + ATTACKS["attributes"]).encode(), source="x").record
    assert isinstance(record, Unknown)
    (issue,) = record.issues
    assert (issue.code, issue.found) == ("too_complex", "100000 in <p>")


def test_enormous_text_is_said() -> None:
    """Text that libxml2 drops is never dropped in silence."""
    record = parse_page(
        PAGE.replace("says little.", "x" * 11_000_000, 1).encode(), source="x"
    ).record
    assert [issue.code for issue in record.issues] == ["too_complex"]


def test_ordinary_markup_is_within_the_bounds() -> None:
    """Scripts, long attributes and a deep page of thousands of elements pass."""
    deep = "<div>" * 100 + "<span class='a b c' data-x='>'>text</span>" * 2000 + "</div>" * 100
    script = "<script>if (a<b && c) { " + "x = 1; " * 5000 + "}</script>"
    data = f"<img src='data:{'A' * 100_000}'><svg><path d='{'M 0 0 ' * 5000}'/></svg>"
    page = PAGE.replace("</body>", f"{deep}{script}{data}</body>")
    check_tags(page)
    assert fits_html5lib(page)
    assert parse_page(page.encode(), source="x").record.issues == ()


def test_tags_are_counted_outside_quotes() -> None:
    """What stands in quotes is one value, and a sign in it ends no tag."""
    check_tags(f"<p title='{'a ' * 50_000}'>")
    with pytest.raises(TooComplex):
        check_tags(f"<p title='>' {'a ' * 50_000}>")


def test_page_that_is_cut_short_is_said() -> None:
    """A page that ends inside an element before its end is not loaded as if it were whole."""
    page = f"<main>{PAGE.partition('<body>')[2]}"
    start, stop = page.index("<table>"), page.index("Weekly")
    for at in range(start, stop, 7):
        record = parse_page(("<!doctype html>" + page[:at]).encode(), source="x").record
        assert "truncated" in [issue.code for issue in record.issues] or isinstance(record, Unknown)


def test_omitted_end_tags_are_no_cut() -> None:
    """A page without html, head and body tags, and with its paragraphs unclosed, is whole."""
    page = PAGE.replace("</body></html>", "").replace("</p>", "").replace("<body>", "")
    assert not is_left_open(page)
    assert parse_page(page.encode(), source="x").record.issues == ()


def test_bytes_tell_what_a_page_is() -> None:
    """HTML and extracts are told apart by their text, not by the name of the file."""
    token = "Closes its </think> tags and <br> too, says the critic."
    extract = write_text([CARDS[0], Card(name="Gravelbed", description=token)])
    assert is_plain_text(extract)
    assert not is_plain_text(PAGE)
    assert not is_plain_text("\n<P>AI tool comparison")
    for page, source in ((extract, "page.html"), (PAGE, "page.txt")):
        record = parse_page(page.encode(), source=source).record
        assert isinstance(record, Comparison)
        assert record.issues == ()


def test_undecodable_text_is_said() -> None:
    """Bytes that are no text in the declared encoding spoil the page they stand on."""
    body = PAGE.encode().replace(b"says little.", b"says \xff little.", 1)
    declared = parse_page(
        body, source="x", address="https://a.example/", content_type="text/html; charset=utf-8"
    )
    assert [issue.code for issue in declared.record.issues] == ["undecodable"]


@pytest.mark.parametrize("address", ["https://[bad", "http://\u2100.example/", "//["])
def test_canonical_that_is_no_address_is_not_believed(address: str) -> None:
    """A page that states nonsense for its address states none."""
    page = write_html(CARDS, canonical=address)
    for known in (
        {},
        {"host": "shiporskip.io"},
        {"address": "https://shiporskip.io/compare/a-vs-b"},
    ):
        record = parse_page(page.encode(), source="x", content_type="text/html", **known).record
        assert isinstance(record, Comparison)
        assert record.url in (None, "https://shiporskip.io/compare/a-vs-b")


def test_cleaning_keeps_what_scripts_need() -> None:
    """A letter keeps its marks, up to thirty."""
    assert clean_text("e\u0301") == "\u00e9"
    assert clean_text("\u05d0\u05b8\u05bc") == clean_text("\u05d0\u05bc\u05b8")
    assert len(clean_text("a" + "\u0316" * 500)) == 31
