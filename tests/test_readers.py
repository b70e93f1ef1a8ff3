"""The readers: bytes to text, text to blocks."""

from __future__ import annotations

from pathlib import Path

import pytest

from parsers.blocks import Page
from parsers.encoding import decode_page
from parsers.lxml_reader import read_with_lxml
from parsers.soup_reader import read_with_soup
from parsers.text import clean_text, unwrap_quotation
from parsers.text_reader import read_plain_text

FIXTURES = sorted((Path(__file__).parent.parent / "fixtures" / "html").glob("*.html"))
READERS = pytest.mark.parametrize("read", [read_with_lxml, read_with_soup])


def show(page: Page) -> list[str]:
    return [block.text for block in page.blocks]


@pytest.mark.parametrize(
    ("body", "header", "expected"),
    [
        ("caf\u00e9".encode(), None, "caf\u00e9"),
        ("caf\u00e9 \u2013".encode("windows-1252"), None, "caf\u00e9 \u2013"),
        (b"\xef\xbb\xbfcaf\xc3\xa9", "text/html; charset=iso-8859-1", "caf\u00e9"),
        (b"\x93x\x94", "text/html; charset=ISO-8859-1", "\u201cx\u201d"),
        ("<meta charset=utf-8>\u00e9".encode("utf-16"), None, "<meta charset=utf-8>\u00e9"),
        (b"<meta charset=utf-16>\xc3\xa9", None, "<meta charset=utf-16>\u00e9"),
        (b"<!-- <meta charset=koi8-r> -->\xc3\xa9", None, "<!-- <meta charset=koi8-r> -->\u00e9"),
        (b"<meta charset='windows-1251'>\xc6", None, "<meta charset='windows-1251'>\u0416"),
        (b"caf\xc3\xa9", "text/html; charset=no-such-charset", "caf\u00e9"),
        (
            b"<p title='<meta charset=koi8-r>'>\xc3\xa9",
            None,
            "<p title='<meta charset=koi8-r>'>\u00e9",
        ),
        (b"<meta charset=utf-8 charset=big5>\xe9", None, "<meta charset=utf-8 charset=big5>\ufffd"),
        (b"<meta content='charset=koi8-r'>\xc3\xa9", None, "<meta content='charset=koi8-r'>\u00e9"),
        (
            b"<meta http-equiv=content-type content='text/html; charset=windows-1251'>\xc6",
            None,
            "<meta http-equiv=content-type content='text/html; charset=windows-1251'>\u0416",
        ),
    ],
)
def test_bytes_are_decoded_as_browsers_do(body: bytes, header: str | None, expected: str) -> None:
    """Mark, header, meta, UTF-8 if valid, else windows-1252, in this order."""
    assert decode_page(body, header) == expected


@READERS
@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>87<!-- -->/100 · <!-- -->ship</p>", ["87/100 · ship"]),
        ("<p>one<br>two</p>", ["one", "two"]),
        ("<p>an <b>inline</b> word</p>", ["an inline word"]),
        ("<ul><li>a<li>b</ul>", ["a", "b"]),
        ("<table><tr><td>a<td>b<tr><td>c</table>", ["a", "b", "c"]),
        ("<p>a&nbsp;b&shy;c\u200bd</p>", ["a bcd"]),
        ("<p>a</p><script>var b = '<p>b</p>'</script><template>c</template>", ["a"]),
        ("<h1>A<br>vs<div>B</div></h1><p>c</p>", ["A vs B", "c"]),
        ("plain <i>text</i> without a body", ["plain text without a body"]),
        ("<title>not content</title><p>x", ["x"]),
    ],
)
def test_markup_is_cut_into_blocks(read, html: str, expected: list[str]) -> None:  # type: ignore[no-untyped-def]  # either reader
    """Block elements, cells and line breaks end a block; inline markup and comments do not."""
    assert show(read(html)) == expected


@READERS
def test_block_says_what_markup_says(read) -> None:  # type: ignore[no-untyped-def]  # either reader
    """Heading level, cell, role, link and frame are kept with the text."""
    page = read(
        "<link rel=canonical href=/compare/a-vs-b><nav>n</nav><h2>h</h2><dl><dt>t<dd>d</dl>"
        "<table><tr><td>1<td><a href=/tool/x>2</a></table>"
        "<blockquote>q<footer>own</footer></blockquote><footer>f</footer>"
    )
    blocks = {block.text: block for block in page.blocks}
    assert page.canonical == "/compare/a-vs-b"
    assert [blocks[t].frame for t in ("n", "own", "f")] == ["nav", None, "footer"]
    assert blocks["h"].heading == 2
    assert [blocks[t].role for t in ("t", "d", "q")] == ["term", "definition", "quotation"]
    cell = blocks["2"].cell
    assert cell is not None
    assert (cell.table, cell.row, cell.column) == (1, 1, 2)
    assert blocks["2"].link == "/tool/x"


@pytest.mark.parametrize("fixture", FIXTURES, ids=lambda path: path.name)
def test_both_html_readers_see_one_page(fixture: Path) -> None:
    """libxml2's tree and html5lib's, built as a browser does, give the same blocks."""
    text = decode_page(fixture.read_bytes())
    fast, second = read_with_lxml(text), read_with_soup(text)
    assert fast.blocks == second.blocks


def test_text_line_is_cut_only_in_the_table() -> None:
    """A bar in a name or a price is no border of a cell."""
    page = read_plain_text("Left | Right\nPricing | $1 | $2", frozenset({"pricing"}))
    assert show(page) == ["Left | Right", "Pricing", "$1", "$2"]


def test_invisible_characters_do_not_count() -> None:
    """What nobody sees is not part of a text, but joiners inside an emoji are."""
    assert clean_text("\ufeffa\u00ad\u200b \u202eb\x00\t") == "a b"
    assert clean_text("\U0001f469\u200d\U0001f4bb") == "\U0001f469\u200d\U0001f4bb"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\u201ca review\u201d", "a review"),
        ('"a review"', "a review"),
        ('"Fast" is a word they call "slow"', '"Fast" is a word they call "slow"'),
        ("\u201cFast\u201d is \u201cslow\u201d", "\u201cFast\u201d is \u201cslow\u201d"),
        ("no marks", "no marks"),
    ],
)
def test_only_marks_around_all_of_a_review_go(text: str, expected: str) -> None:
    """A review that begins and ends with quoted words keeps their marks."""
    assert unwrap_quotation(text) == expected
