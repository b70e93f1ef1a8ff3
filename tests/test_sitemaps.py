"""Sitemaps are read as what they list, whatever shape they arrive in, and within bounds."""

from __future__ import annotations

import gzip

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


@pytest.mark.parametrize("body", [b"", b"hello", b"<html></html>", b"<", b"\x1f\x8bbroken", b"<a"])
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
    assert found.damage == "only the first 50,000 addresses were read"


def test_exactly_the_limit_is_whole() -> None:
    """A full sitemap is no fault."""
    found = read_sitemap(f"<urlset>{ENTRY * MAX_ADDRESSES}</urlset>".encode())
    assert (len(found.entries), found.damage) == (MAX_ADDRESSES, None)


def test_a_gzip_bomb_is_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    """A small gzip file never becomes more bytes than the limit."""
    monkeypatch.setattr("scraper.sitemaps.MAX_BYTES", 1000)
    text = "<urlset>" + ENTRY + " " * 10_000_000 + ENTRY + "</urlset>"
    found = read_sitemap(gzip.compress(text.encode()))
    assert found.entries == ONE.entries
    assert found.damage == "only the first 1,000 bytes were read"


@given(body=st.binary() | st.text(alphabet="<>?!-/ urlsetoc&;").map(str.encode))
def test_no_bytes_break_the_reader(body: bytes) -> None:
    """Whatever a server sends is read or refused, never a crash."""
    is_sitemap(body)
    try:
        read_sitemap(body)
    except SitemapError:
        return
