"""The readers' work is bounded by counts, and what passes a bound is said."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from parsers import soup_reader
from parsers.blocks import Page
from parsers.bounds import TooComplex, find_end, trim_markup
from parsers.lxml_reader import read_with_lxml
from parsers.reading import parse_page
from parsers.records import Comparison, Unknown
from parsers.soup_reader import read_with_soup
from parsers.streaming import Move
from parsers.text import clean_text
from parsers.views import is_plain_text
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
MANY = " ".join(f"a{n}" for n in range(300))
# Each makes html5lib's work grow with the square of something; all but the last few are short.
REPAIRS = {
    "closed formatting": ("<b><p>" * 120 + "</p></b>" * 120) * 70,
    "self-closed formatting": "<b/><p>" * 6000,
    "formatting in a table": "<table>"
    + "".join(f"<b a{n}>" for n in range(120))
    + "<tr>x" * 15_000,
    "stray headings": "<div>" * 200 + "</h1>" * 19_000,
    "signs": "x< " * 39_000,
    "references": "a&amp;" * 11_000,
    "bare value": "<p a=" + "x=" * 400_000,
    "controls": "\x01" * 100_000,
    "attributes": ("<p " + " ".join(f"a{n}" for n in range(200)) + ">") * 900,
    "comments": "<!---->" * 50_000,
    "pieces": "<p>" + "words and words </x>" * 39_000,
    "characters": "word " * 500_000,
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
    assert read_with_soup(trim_markup(page)).blocks == read_with_lxml(page).blocks
    assert parse_page(page.encode(), source="x").record.issues == ()


def test_tags_are_counted_outside_quotes() -> None:
    """What stands in quotes is one value, and a sign in it ends no tag."""
    trim_markup(f"<p title='{'a ' * 50_000}'>")
    with pytest.raises(TooComplex):
        trim_markup(f"<p title='>' {'a ' * 50_000}>")


@pytest.mark.parametrize(
    "hidden",
    [
        "<p x='\"'>{}<p y='\"'>",
        '<p =">{}<p ">',
        "it's <p a'b>{}'",
        "<!-->{}-->",
        "<titles>{}</title>",
    ],
)
def test_no_tag_hides_from_the_count(hidden: str) -> None:
    """Quotes, comments and elements begin and end where the HTML tokenizer has it."""
    with pytest.raises(TooComplex, match="301 in <b>"):
        trim_markup(hidden.format(f"<b {MANY} {'c' * 60}>"))


@pytest.mark.parametrize("tag", [f"<p {'1' * 600}>", f"<{'b' * 600}>"])
def test_long_names_are_said(tag: str) -> None:
    """A name is read sign by sign, and copied each time: it has a bound of its own."""
    with pytest.raises(TooComplex, match="names of at most"):
        trim_markup(tag)


def test_what_nobody_sees_is_trimmed() -> None:
    """Comments and scripts are emptied, and what stood around them makes no new markup."""
    page = "<title>a <!-- b</title><p title='<!--'>c<!--> d<!-- e --!> f<<!-- -->p><script>'<p>'"
    trimmed = "<title></title><p title='<!--'>c<!----> d<!----> f<<!---->p><script>"
    assert trim_markup(page) == trimmed
    assert read_with_soup(trimmed) == read_with_soup(page)
    assert [block.text for block in read_with_soup(page).blocks] == ["c d f<p>"]


@pytest.mark.parametrize("repair", REPAIRS.values(), ids=REPAIRS.keys())
def test_second_reader_counts_its_work(repair: str) -> None:
    """What makes html5lib's work grow with the square of the page stops it at a count."""
    with pytest.raises(TooComplex, match="html5lib"):
        read_with_soup(repair)


def test_second_reader_takes_any_real_page() -> None:
    """Five thousand elements, a hundred levels, twenty attributes each are within the bounds."""
    attributes = " ".join(f'data-{n}="value"' for n in range(20))
    inner = f"<p {attributes}>words &amp; words</p>\n" * 4900
    page = "<div>" * 95 + inner + "</div>" * 95
    assert read_with_soup(page).blocks == read_with_lxml(page).blocks


def test_first_reading_stands_where_the_second_is_too_much() -> None:
    """A page beyond the second reader's bounds keeps its first reading, with its issues."""
    page = PAGE.replace("75%", "70%").replace("</body>", REPAIRS["self-closed formatting"])
    first = parse_page(page.encode(), source="x")
    assert (first.reader, isinstance(first.record, Comparison)) == ("lxml", True)


def test_second_opinion_is_asked_only_where_it_can_help(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page without the panel's label, but in a script, is read once."""
    asked: list[str] = []

    def note(text: str, moves: Sequence[Move]) -> Page:
        asked.append(text)
        return read_with_lxml(text, moves)

    monkeypatch.setattr(soup_reader, "read_with_soup", note)
    for page in ("<h1>About us</h1><script>'Panel ship'</script>", PAGE):
        parse_page(page.encode(), source="x")
    assert not asked
    parse_page(b"<h1>About us</h1><p>Panel ship", source="x")
    assert len(asked) == 1


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
    assert find_end(page) == "unsaid"
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


@pytest.mark.parametrize("host", [None, "shiporskip.io"])
def test_address_that_is_none_gives_a_record(host: str | None) -> None:
    """An address that cannot be read, as an archive may hold one, does not stop the reader."""
    record = parse_page(PAGE.encode(), source="x", address="https://[bad", host=host).record
    assert isinstance(record, Comparison)


@pytest.mark.parametrize("body", [b"", b" \n", b"\x89PNG\r\n\x1a\n" * 9, PAGE.encode()])
def test_what_is_no_page_goes_by_the_address_of_the_page(body: bytes) -> None:
    """A mirror's answer that is no page has the address of the page that it may be next time."""
    record = parse_page(
        body, source="x", address="http://mirror.example/compare/a-vs-b", host="shiporskip.io"
    ).record
    assert record.url == "https://shiporskip.io/compare/a-vs-b"


def test_cleaning_keeps_what_scripts_need() -> None:
    """A letter keeps its marks, up to thirty."""
    assert clean_text("e\u0301") == "\u00e9"
    assert clean_text("\u05d0\u05b8\u05bc") == clean_text("\u05d0\u05bc\u05b8")
    assert len(clean_text("a" + "\u0316" * 500)) == 31
