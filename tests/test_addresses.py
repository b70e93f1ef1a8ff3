"""One page has one address, whoever wrote it how; what is none is refused and never a crash."""

from __future__ import annotations

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper.addresses import (
    MAX_LENGTH,
    hide_credentials,
    is_named,
    normalise_address,
    normalise_place,
    read_host,
)
from scraper.errors import AddressError
from scraper.scope import Scope

PAGE = "https://x.example/a/b?c=d"


@pytest.mark.parametrize(
    ("text", "host"),
    [
        ("127.0.0.1", "127.0.0.1"),
        ("0x7f.1", "127.0.0.1"),
        ("0X7F000001", "127.0.0.1"),
        ("2130706433", "127.0.0.1"),
        ("017700000001", "127.0.0.1"),
        ("127.1", "127.0.0.1"),
        ("127.0.0.1.", "127.0.0.1"),
        ("１２７。０。０。１", "127.0.0.1"),
        ("%31%32%37.0.0.1", "127.0.0.1"),
        ("0", "0.0.0.0"),  # noqa: S104 - an address to refuse, bound to by nothing
        ("[::1]", "::1"),
        ("[0:0::0001]", "::1"),
        ("[::FFFF:127.0.0.1]", "::ffff:7f00:1"),
        ("BÜCHER.example", "xn--bcher-kva.example"),
        ("straße.example", "xn--strae-oqa.example"),
        ("b%C3%BCcher.example", "xn--bcher-kva.example"),
        ("x\u00ad.example", "x.example"),
        ("a_b.example", "a_b.example"),
    ],
)
def test_a_host_has_one_form(text: str, host: str) -> None:
    """Every form of a host is the one that a browser, and the check at connect time, sees."""
    assert read_host(normalise_address(f"http://{text}/")) == host


@pytest.mark.parametrize(
    "host",
    [
        "256.0.0.1",
        "1.2.3.4.5",
        "4294967296",
        "0x100000000",
        "127.0.0.09",
        "x.example.1",
        "1..2",
        "9" * 5000,
        "[::1%25eth0]",
        "[fe80::1%eth0]",
        "[::1",
        "[v1.a]",
        "::1",
        "a..example",
        "x.example..",
        ".",
        "x example",
        "x%00.example",
        "x%2F.example",
        "x%FF.example",
        "a<b.example",
        "*.example",
        "☃.example",
        "\u00ad",
        "\ud800.example",
        "xn--\u00e9.example",
        "xn--.example",
        "XN--N3H.example",
        f"{'a' * 64}.example",
        ".".join(["a" * 60] * 5),
        f"{'ü' * 300}.example",
        "x.example:99999",
        "x.example:0",
        "x.example:000",
        "x.example:-1",
        "x.example:٣",
        "user@x.example",
        "@x.example",
        "user:hunter2@x.example",
    ],
)
def test_what_is_no_host_is_refused_in_one_line(host: str) -> None:
    """A host that is none, or comes with a user, is an error of one line without the secret."""
    with pytest.raises(AddressError) as caught:
        normalise_address(f"http://{host}/")
    told = str(caught.value)
    assert "\n" not in told
    assert "hunter2" not in told
    assert len(told) < 500


@pytest.mark.parametrize(
    ("named", "address"),
    [
        ("X.Example.", "http://x.example/"),
        ("X.Example:0443", "https://x.example/"),
        ("BÜCHER.example", "http://xn--bcher-kva.example/"),
        ("0x7f.1", "http://127.0.0.1:8080/"),
        ("::1", "http://[::1]/"),
        ("[0:0::1]", "http://[::1]:8080/"),
        ("[::1]:8080", "http://[::1]:8080/"),
    ],
)
def test_an_operator_names_a_host_in_any_form(named: str, address: str) -> None:
    """A host that is named, with a port or without, is the one that is asked for."""
    scope = Scope(hosts=frozenset({normalise_place(named)}))
    assert scope.has_host(address, beside="http://site.example/")
    assert not scope.has_host("http://other.example/", beside="http://site.example/")


@pytest.mark.parametrize("named", ["x.example:80", "[::1]:80", "127.0.0.1:80"])
def test_a_named_port_is_no_other(named: str) -> None:
    """A host that is named with a port is not meant at its other ports."""
    places = {normalise_place(named)}
    host = named.removesuffix(":80").strip("[]")
    assert is_named(host, 80, places)
    assert not is_named(host, 443, places)


@pytest.mark.parametrize(
    ("text", "address"),
    [
        (" \thttps://x.example/a\n/b ", "https://x.example/a/b"),
        ("ht\ntps://x.exa\tmple/", "https://x.example/"),
        ("https:\\\\x.example\\a\\..\\b?c\\d", "https://x.example/b?c%5Cd"),
        ("https:x.example", "https://x.example/"),
        ("https:/x.example/a", "https://x.example/a"),
        ("https://///x.example/a", "https://x.example/a"),
        ("https://x.example:/", "https://x.example/"),
        ("https://x.example:00443/", "https://x.example/"),
        ("https://x.example:0080/", "https://x.example:80/"),
        ("https://x.example?a#b?c", "https://x.example/?a"),
        ("https://x.example/%2E%2e/.%2E/a/%2e", "https://x.example/a/"),
        ("https://x.example/?", "https://x.example/"),
        (
            "https://x.example/a;b=c?sid=1&utm_source=x",
            "https://x.example/a;b=c?sid=1&utm_source=x",
        ),
        ("https://www.x.example/index.html", "https://www.x.example/index.html"),
    ],
)
def test_an_address_is_read_as_a_browser_reads_it(text: str, address: str) -> None:
    """White space, slashes either way and odd ports are mended; nothing of the page is dropped."""
    assert normalise_address(text) == address


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("", PAGE),
        ("#top", PAGE),
        ("?", "https://x.example/a/b"),
        ("?e", "https://x.example/a/b?e"),
        ("c", "https://x.example/a/c"),
        ("../../../c", "https://x.example/c"),
        ("/c", "https://x.example/c"),
        ("\\c", "https://x.example/c"),
        ("//y.example", "https://y.example/"),
        ("\\/y.example/c", "https://y.example/c"),
        ("https:c", "https://x.example/a/c"),
        ("http:y.example", "http://y.example/"),
        ("a:b/c", None),
        ("javascript:alert(1)", None),
        ("mailto:a@x.example", None),
    ],
)
def test_a_link_leads_where_a_browser_goes(text: str, address: str | None) -> None:
    """What a link leaves out comes from its page; another scheme leads nowhere for us."""
    if address is not None:
        assert normalise_address(text, relative_to=PAGE) == address
        return
    with pytest.raises(AddressError, match="expected http:// or https://"):
        normalise_address(text, relative_to=PAGE)


@pytest.mark.parametrize("path", ["a" * (MAX_LENGTH + 1), "ü" * (MAX_LENGTH // 2)])
def test_an_address_past_the_limit_is_refused(path: str) -> None:
    """An address counts as long as it is on the wire; past 8,192 characters it is refused."""
    with pytest.raises(AddressError, match=r"expected at most 8,192"):
        normalise_address(f"https://x.example/{path}")
    room = MAX_LENGTH - len("https://x.example/")
    assert len(normalise_address(f"https://x.example/{'a' * room}")) == MAX_LENGTH


@pytest.mark.parametrize(
    "text",
    ["https://a:b@x.example/", "HTTP:a:b@x.example/", "\\\\a:b@x.example/", "//a:b@c@x.example/"],
)
def test_a_password_is_left_out_of_messages(text: str) -> None:
    """What stands before the host is not shown, however the slashes are written."""
    assert "b" not in hide_credentials(text)


PARTS = [
    *("http:", "https:", "/", "\\", "//", "?", "#", "@", ":", ".", "..", "%2e", "%", "[", "]"),
    *("x.example", "ü", "0x7f", "1", "\t", " ", "::1", "xn--", "xn--tda", "|", "\ud800", "'"),
]


@given(
    text=st.text() | st.lists(st.sampled_from(PARTS)).map("".join),
    page=st.sampled_from([None, PAGE]),
)
def test_every_text_is_an_address_or_refused(text: str, page: str | None) -> None:
    """The form is stable and is what httpx asks for; everything else is an `AddressError`."""
    try:
        address = normalise_address(text, relative_to=page)
    except AddressError:
        return
    assert normalise_address(address) == address
    assert address.isascii()
    asked = httpx.URL(address)
    assert asked.raw_host.decode() == read_host(address)
    authority = "//" + address.split("/")[2]
    assert asked.raw_path.decode() == address.partition(authority)[2]
