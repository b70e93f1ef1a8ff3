"""What stands between strangers and Datasette: methods, addresses, headers, hidden pages."""

from __future__ import annotations

import asyncio
import re
from pathlib import Path
from typing import Any

import pytest
from datasette.app import Datasette

from publish.guarding import (
    LONGEST_ADDRESS,
    MOST_FACETS,
    MOST_FIELDS,
    guard,
    simplify,
    write_headers,
)
from publish.pages.static import digest
from tests.publishing import TALLY, ask

PAGES = {
    "/": 200,
    "/.json": 200,
    f"/tool/{TALLY}": 200,
    f"/tool/{TALLY}.json": 200,
    "/tool/tally": 302,
    "/versus": 200,
    "/versus/": 302,
    "/versus/v1_entries": 200,
    "/versus/v1_entries.json": 200,
    "/versus/v1_entries.csv?_stream=on": 200,
    "/versus/critics_lean": 200,
    "/versus?sql=select+1": 200,
    "/versus?sql=select+wrong": 400,
    "/nowhere": 404,
    "/robots.txt": 200,
    "/favicon.ico": 200,
    "/-/publish/publish.css": 200,
    "/-/publish/nothing.css": 404,
}
HIDDEN = [
    *(
        f"/-/{page}"
        for page in (
            "actor allow-debug auth-token config databases databases.json logout messages metadata "
            "metadata.json patterns permissions plugins settings threads versions static/app.css "
            "static/../app.py publish/../plugin.py publish/%2e%2e/plugin.py publish/ nothing"
        ).split()
    ),
    "/_internal",
    "/_internal.json",
    "/_internal/databases",
    "/_memory",
    "/:memory:",
    "/versus.archive.db",
]


def send(app: Datasette, method: str, address: str, **headers: str) -> Any:
    """Send a request as it is, with a method and headers of our choice."""
    return asyncio.run(app.client.request(method, address, headers=headers))


@pytest.mark.parametrize("address", PAGES)
def test_every_answer_bears_our_headers(app: Datasette, address: str) -> None:
    """Policy, type and referrer are told once with every answer, and how long it may be kept."""
    answer = ask(app, address)
    assert answer.status_code == PAGES[address]
    headers = answer.headers
    assert headers.get_list("x-content-type-options") == ["nosniff"]
    assert headers.get_list("referrer-policy") == ["no-referrer"]
    assert len(headers.get_list("content-security-policy")) == 1
    assert "default-src 'none'" in headers["content-security-policy"]
    keeps = "no-store" if answer.status_code >= 400 else r"max-age=60|max-age=3600, immutable.*"
    assert re.fullmatch(keeps, headers["cache-control"])
    assert not {"set-cookie", "vary"} & set(headers)


def test_style_is_kept_for_good_under_its_digest(app: Datasette) -> None:
    """Pages name the style sheet with a digest of it; only that address is kept for good."""
    (address,) = re.findall(r'href="([^"]+publish\.css[^"]*)"', ask(app, "/").text)
    assert address == f"/-/publish/publish.css?v={digest('publish.css')}"
    answer = ask(app, address)
    assert answer.headers["content-type"].startswith("text/css")
    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
    older = ask(app, "/-/publish/publish.css?v=000000000000")
    assert (older.text, older.headers["cache-control"]) == (answer.text, "max-age=60")


@pytest.mark.parametrize(
    "method", ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT", "DATA", "__INIT__"]
)
def test_only_reading_is_answered(app: Datasette, method: str) -> None:
    """A method that could write, or that means something to Datasette alone, is refused."""
    for address in ("/", "/versus/v1_entries", "/versus/critics_lean", "/-/messages", "/nowhere"):
        answer = send(app, method, address)
        assert (answer.status_code, answer.headers["allow"]) == (405, "GET, HEAD")
        assert "content-security-policy" in answer.headers


def test_head_is_answered(app: Datasette) -> None:
    """HEAD has the status and the headers of GET."""
    for address in ("/", f"/tool/{TALLY}", "/versus/v1_entries", "/robots.txt"):
        head, got = send(app, "HEAD", address), ask(app, address)
        assert head.status_code == got.status_code
        assert head.headers["content-type"] == got.headers["content-type"]


@pytest.mark.parametrize("address", HIDDEN)
def test_what_datasette_tells_of_itself_is_hidden(app: Datasette, path: Path, address: str) -> None:
    """Its settings, threads and files are nobody's business, and no page of it signs anybody in."""
    answer = asyncio.run(app.client.get(address, follow_redirects=True))
    assert answer.status_code == 404
    assert str(path.parent) not in answer.text


@pytest.mark.parametrize("address", ["/", "/.json", "/versus", "/versus.json", "/nowhere"])
def test_place_of_the_file_is_told_nowhere(app: Datasette, path: Path, address: str) -> None:
    """No answer says where on the machine the file lies."""
    assert str(path.parent) not in ask(app, address).text


@pytest.mark.parametrize(
    "host",
    ["", "a b", 'a"><script>', "a/b", "user@a", "a:b", "a:123456", "[::1", "a\\b", "a" * 300 + "!"],
)
def test_host_that_is_none_is_refused(app: Datasette, host: str) -> None:
    """Absolute links are made of the host that is asked for, so it must be one."""
    answer = send(app, "GET", "/versus/v1_entries", host=host)
    assert answer.status_code == 400
    assert "script" not in answer.text


@pytest.mark.parametrize(
    "host", ["reviews.example", "a_b", "127.0.0.1:8001", "[::1]:8001", "XN--BCHER-KVA.example"]
)
def test_host_is_that_of_absolute_links(app: Datasette, host: str) -> None:
    """A server may have any name, with a port or without."""
    answer = send(app, "GET", "/versus/v1_entries.json?_size=1", host=host)
    assert answer.json()["next_url"].startswith(f"http://{host}/versus/v1_entries.json?")


@pytest.mark.parametrize(
    ("address", "status"),
    [
        (f"/{'a' * LONGEST_ADDRESS}", 414),
        (f"/versus?sql=select+'{'a' * LONGEST_ADDRESS}'", 414),
        ("/versus/v1_entries?" + "&".join(["name__not=x"] * (MOST_FIELDS + 1)), 400),
        ("/versus/v1_entries?" + "&".join(["_facet=name"] * (MOST_FACETS + 1)), 400),
        ("/versus/v1_entries?name=a%00", 400),
        ("/tool/a%00", 400),
        ("/versus/v1_entries?_trace=1", 400),
        ("/versus/v1_entries.csv?_trace=1", 400),
        (r"/\evil.example/", 400),
    ],
)
def test_address_that_means_nothing_is_refused(app: Datasette, address: str, status: int) -> None:
    """Too long, too many fields, a NUL, a trace, a backslash: nothing of it reaches Datasette."""
    answer = ask(app, address)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"
    assert answer.text.count("\n") == 1


@pytest.mark.parametrize("address", ["//evil.example/", "///evil.example//", "/%2f/evil.example/"])
def test_nobody_is_sent_elsewhere(app: Datasette, address: str) -> None:
    """Where an address is mended, the new one is on this server."""
    answer = asyncio.run(app.client.get(f"http://localhost{address}"))
    assert answer.status_code in {302, 404}
    assert re.match(r"/(?![/\\])", answer.headers.get("location", "/"))


def test_cookies_and_passwords_change_nothing(app: Datasette) -> None:
    """Nobody signs in: what a browser sends along is not read, however broken it is."""
    plain = ask(app, "/versus/v1_entries.json?_shape=array")
    for headers in (
        {"cookie": "ds_actor=x; ds_messages=y"},
        {"cookie": 'a[]="\\'},
        {"authorization": "Bearer dstok_x"},
    ):
        answer = send(app, "GET", "/versus/v1_entries.json?_shape=array", **headers)
        assert (answer.text, answer.headers) == (plain.text, plain.headers)


def test_reader_does_not_say_how_long_an_answer_keeps(app: Datasette) -> None:
    """Datasette's ``_ttl`` would let a stranger keep a page in everybody's cache."""
    answer = ask(app, "/versus/v1_entries?_ttl=99999999")
    assert answer.headers["cache-control"] == "max-age=60"


def test_no_channel_is_opened() -> None:
    """A WebSocket is closed before it opens: Datasette would fail on it."""
    sent: list[dict[str, Any]] = []

    async def keep(message: dict[str, Any]) -> None:
        sent.append(message)

    asyncio.run(guard(None, 60, "/")({"type": "websocket"}, None, keep))  # type: ignore[arg-type]
    assert sent == [{"type": "websocket.close"}]


def test_address_is_the_same_behind_a_proxy() -> None:
    """A base address is taken away where a proxy leaves it, and is put before a mended address."""
    scope = {"path": "/reviews/tool/a b", "raw_path": b"/reviews/tool/a%20b", "headers": []}
    bare = {"path": "/tool/a b", "raw_path": b"/tool/a%20b", "headers": []}
    assert simplify(scope, "/reviews/") == simplify(bare, "/reviews/") == bare
    assert simplify(scope, "/") == scope

    def mend(place: bytes, base: bytes) -> bytes:
        return dict(write_headers(302, [(b"location", place)], 60, base))[b"location"]

    assert mend(b"/versus", b"/reviews/") == mend(b"/reviews/versus", b"/reviews/")
    assert mend(b"/versus", b"/") == b"/versus"


@pytest.mark.parametrize("sql", ["sql", "sql=", "sql=+%0D%0A", "_nl=1&sql=%20"])
def test_empty_question_shows_its_box(app: Datasette, sql: str) -> None:
    """Who sends the box for SQL empty finds it again, and is not told of a wrong address."""
    page = ask(app, f"?{sql}")
    assert page.status_code == 200
    assert 'name="sql"' in page.text
    assert "A CSV is of a view or of a question" in ask(app, f"/versus.csv?{sql}").text
