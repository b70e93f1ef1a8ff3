"""Sitemaps are read as what they list, whatever shape they arrive in, and within bounds."""

from __future__ import annotations

import gzip
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper.errors import SitemapError
from scraper.sitemaps import MAX_ADDRESSES, Entry, Sitemap, is_sitemap, read_sitemap

NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
ENTRY = "<url><loc>https://x.example/a</loc><lastmod>2026-04-24</lastmod></url>"
ONE = Sitemap(is_index=False, entries=(Entry("https://x.example/a", "2026-04-24"),))


@pytest.mark.parametrize(
    "text",
    [
        f'<?xml version="1.0" encoding="UTF-8"?><urlset {NAMESPACE}>{ENTRY}</urlset>',
        f"<urlset>{ENTRY}</urlset>",
        f'<urlset xmlns="http://wrong.example/">{ENTRY}</urlset>',
        f'\ufeff  <?xml version="1.0"?><!-- made by hand --><urlset>{ENTRY}</urlset>',
        f'\n<?xml version="1.0"?>\n<?xml-stylesheet href="x.xsl"?>\n<urlset>{ENTRY}</urlset>',
        (
            "<s:urlset><s:url><s:lastmod> 2026-04-24 </s:lastmod>"
            "<s:loc>\n https://x.example/a \n</s:loc></s:url></s:urlset>"
        ),
        f"<urlset>{ENTRY.replace('https://x.example/a', '<![CDATA[https://x.example/a]]>')}</urlset>",
        f"<urlset>{ENTRY.replace('</url>', '<i:image><i:loc>b</i:loc></i:image></url>')}</urlset>",
        "<urlset><url><loc></loc></url>" + ENTRY + "</urlset>",
    ],
)
@pytest.mark.parametrize("is_gzipped", [False, True])
def test_every_shape_reads_alike(text: str, is_gzipped: bool) -> None:
    """Namespace, prolog, white space, CDATA and gzip change nothing of what is listed."""
    body = gzip.compress(text.encode()) if is_gzipped else text.encode()
    assert is_sitemap(body)
    assert read_sitemap(body) == ONE


def test_an_index_lists_sitemaps() -> None:
    """A sitemap index is told from a sitemap."""
    body = b"<sitemapindex><sitemap><loc>https://x.example/s.xml</loc></sitemap></sitemapindex>"
    assert read_sitemap(body) == Sitemap(True, (Entry("https://x.example/s.xml"),))


@pytest.mark.parametrize(
    "address", ["https://x.example/?a=1&b=2", "https://x.example/?a=1&amp;b=2"]
)
def test_a_bare_ampersand_is_mended(address: str) -> None:
    """An address with an unescaped `&` is read as it was meant."""
    body = f"<urlset><url><loc>{address}</loc></url></urlset>".encode()
    found = read_sitemap(body)
    assert found == Sitemap(False, (Entry("https://x.example/?a=1&b=2"),))


@pytest.mark.parametrize(
    "body",
    [b"", b"hello", b"<html></html>", b"<", b"\x1f\x8bbroken", b"<a", b"x https://x.example/"],
)
def test_what_is_no_sitemap_is_an_error(body: bytes) -> None:
    """A page or rubble in a sitemap's place is an error that says what was expected."""
    assert not is_sitemap(body)
    with pytest.raises(SitemapError, match=r"expected|broken"):
        read_sitemap(body)


def test_damage_is_stated_and_reading_ends_there() -> None:
    """What stands before the damage is listed, what follows is not made up."""
    found = read_sitemap(f"<urlset>{ENTRY}<url><loc>https://x.example/b</lo".encode())
    assert found.entries == ONE.entries
    assert found.damage is not None


@pytest.mark.parametrize("value", ["&file;", "&e12;", "https://x.example/&e0;"])
def test_no_entity_is_expanded(value: str) -> None:
    """Neither a file of this machine nor a billion laughs comes out of a sitemap."""
    bomb = "".join(f'<!ENTITY e{n + 1} "{f"&e{n};" * 10}">' for n in range(12))
    body = (
        f'<!DOCTYPE urlset [<!ENTITY file SYSTEM "file:///etc/hostname">'
        f'<!ENTITY e0 "ha">{bomb}]>'
        f"<urlset><url><loc>{value}</loc></url></urlset>"
    )
    with pytest.raises(SitemapError, match="entities"):
        read_sitemap(body.encode())


def test_a_list_past_the_limit_is_cut_and_says_so() -> None:
    """The protocol allows 50,000 addresses; further ones are left, which is stated."""
    found = read_sitemap(f"<urlset>{ENTRY * (MAX_ADDRESSES + 5)}</urlset>".encode())
    assert len(found.entries) == MAX_ADDRESSES
    assert (found.damage, found.limit) == (None, "only the first 50,000 addresses were read")


def test_exactly_the_limit_is_whole() -> None:
    """A full sitemap is no fault."""
    found = read_sitemap(f"<urlset>{ENTRY * MAX_ADDRESSES}</urlset>".encode())
    assert (len(found.entries), found.damage, found.limit) == (MAX_ADDRESSES, None, None)


def test_a_gzip_bomb_is_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    """A small gzip file never becomes more bytes than the limit."""
    monkeypatch.setattr("scraper.sitemaps.MAX_BYTES", 1000)
    text = "<urlset>" + ENTRY + " " * 10_000_000 + ENTRY + "</urlset>"
    found = read_sitemap(gzip.compress(text.encode()))
    assert found.entries == ONE.entries
    assert (found.damage, found.limit) == (None, "only the first 1,000 bytes were read")


def test_a_bomb_that_is_no_sitemap_is_called_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of what was cut it is said that it was."""
    monkeypatch.setattr("scraper.sitemaps.MAX_BYTES", 1000)
    with pytest.raises(SitemapError, match=r"no XML, .* more than 1,000 bytes"):
        read_sitemap(gzip.compress(bytes(10_000)))


@given(body=st.binary() | st.text(alphabet="<>?!-/ urlsetoc&;").map(str.encode))
def test_no_bytes_break_the_reader(body: bytes) -> None:
    """Whatever a server sends is read or refused, never a crash."""
    is_sitemap(body)
    try:
        read_sitemap(body)
    except SitemapError:
        return


@pytest.mark.parametrize(
    ("value", "lastmod"),
    [
        ("2026", "2026"),
        ("2026-04", "2026-04"),
        (" 2026-04-24\n", "2026-04-24"),
        ("2026-04-24T14:00+02:00", "2026-04-24T12:00:00Z"),
        ("2026-04-24T12:00:00Z", "2026-04-24T12:00:00Z"),
        ("2026-04-24T12:00:00.45-00:30", "2026-04-24T12:30:00Z"),
        ("2026-04-24T12:00:00", None),
        ("2026-13", None),
        ("2026-02-30", None),
        ("0000", None),
        ("0001-01-01T00:00:00+23:00", None),
        ("2026-04-24T25:00:00Z", None),
        ("yesterday", None),
        ("20260424", None),
        ("2" * 100_000, None),
        ("", None),
    ],
)
def test_a_time_of_change_is_a_w3c_time_or_none(value: str, lastmod: str | None) -> None:
    """`lastmod` is kept as exact as it is, times in UTC; what is no W3C time is no hint."""
    body = f"<urlset><url><lastmod>{value}</lastmod><loc>https://x.example/a</loc></url></urlset>"
    assert read_sitemap(body.encode()) == Sitemap(False, (Entry("https://x.example/a", lastmod),))


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\n \n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_a_text_lists_one_address_a_line(end: str, mark: str) -> None:
    """A text sitemap is read where one was asked for, and is none by its bytes alone."""
    body = f"{mark}https://x.example/a{end}HTTP://x.example/ü{end}".encode()
    assert not is_sitemap(body)
    expected = Sitemap(False, (Entry("https://x.example/a"), Entry("HTTP://x.example/ü")))
    assert read_sitemap(body) == expected
    assert read_sitemap(gzip.compress(body)) == expected


def test_a_text_that_is_no_list_ends_there() -> None:
    """Of a text that goes on otherwise, the addresses before that count, which is stated."""
    found = read_sitemap(b"https://x.example/a\nhttps://x.example/b is better\nhttps://x.example/c")
    assert found.entries == (Entry("https://x.example/a"),)
    assert found.damage == ("read up to a line that is no address: 'https://x.example/b is better'")


ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><link href="https://x.example/"/>
<entry><link rel="edit" href="https://x.example/edit"/><link href="https://x.example/a"/>
<link rel="alternate" href="https://x.example/b"/><updated>2026-04-24T12:00:00Z</updated>
</entry></feed>"""
RSS = """<rss version="2.0"><channel><link>https://x.example/</link><item>
<link>https://x.example/a</link><guid>x</guid><pubDate>Fri, 24 Apr 2026 12:00:00 GMT</pubDate>
</item></channel></rss>"""


@pytest.mark.parametrize(("text", "lastmod"), [(ATOM, "2026-04-24T12:00:00Z"), (RSS, None)])
def test_a_feed_lists_its_entries(text: str, lastmod: str | None) -> None:
    """A feed names one page for each entry; only Atom says when it changed."""
    assert not is_sitemap(text.encode())
    assert read_sitemap(text.encode()).entries == (Entry("https://x.example/a", lastmod),)


@pytest.mark.parametrize(
    ("text", "damage"),
    [
        ("<urlset><url></url></urlset>", "left out entries: 1 with no address"),
        (
            f"<urlset><url><loc>https://x.example/{'a' * 9000}</loc></url>{ENTRY}</urlset>",
            "left out entries: 1 with an address of over 8,192 characters",
        ),
        (f"<urlset><url><video/></url>{ENTRY}</urlset>", None),
    ],
)
def test_what_is_left_out_is_stated(text: str, damage: str | None) -> None:
    """An address that is too long, or a list of nothing, is no silent loss."""
    assert read_sitemap(text.encode()).damage == damage


def test_an_address_before_the_damage_is_whole() -> None:
    """An entry that breaks off behind its address still lists it, within it does not."""
    whole = "<urlset><url><loc>https://x.example/a</loc><lastm"
    assert read_sitemap(whole.encode()).entries == (Entry("https://x.example/a"),)
    assert read_sitemap(whole[:38].encode()).entries == ()


@pytest.mark.parametrize(
    "body",
    [
        b"<urlset>" + b"<url>" * 100_000,
        b"<urlset><url><loc>" + b"<a>" * 100_000,
        b"<urlset><url><loc>" + b"a" * 11_000_000 + b"</loc></url></urlset>",
        b"<urlset " + b" ".join(b'a%d="b"' % n for n in range(50_000)) + b"></urlset>",
        b"<urlset><url><loc>" + b"&" * 1_000_000 + b"</loc></url></urlset>",
        b"<urlset>" + b"<!--" * 100_000,
        b"https://x.example/" + b" " * 5_000_000 + b"x",
        b"https://x.example/a" + b"\n " * 2_000_000,
    ],
    ids=[
        "depth",
        "depth in loc",
        "huge loc",
        "attributes",
        "ampersands",
        "comments",
        "spaces",
        "blank",
    ],
)
def test_a_hostile_sitemap_lists_little_and_ends(body: bytes) -> None:
    """Depth, length and repetition cost what their bytes cost, and list nothing made up."""
    started = time.monotonic()
    found = read_sitemap(body)
    assert len(found.entries) <= 1
    assert time.monotonic() - started < 20


def test_gzip_within_gzip_is_not_opened() -> None:
    """A sitemap is decompressed once; what is gzip still is no sitemap."""
    body = gzip.compress(gzip.compress(f"<urlset>{ENTRY}</urlset>".encode()))
    assert not is_sitemap(body)
    with pytest.raises(SitemapError, match="no XML"):
        read_sitemap(body)
