"""What no browser sends: to each the server gives an answer, tells nothing of itself, goes on."""

from __future__ import annotations

import http.client
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.publishing import serve_database

TABLE = "/versus/v1_entries"
FIELDS = """
_timelimit=abc _timelimit=-5 _next=abc _next=-1 _next=99999999999999999999 _size=max _size=0
_size=-1 _size=abc _size=99999 _facet_size=abc _facet=name&_size=0 _facet=nope _facet_array=name
_facet_date=name _facet_m2m=x _ttl=abc _ttl=%D9%A3 _json=name _json=nope _shape=object
_shape=arrayfirst _shape=nope _nl=on _labels=x _label=nope _where=nope _where=1)+or+(1 _where=%22
_through=1 _through={} _through=[] _through={"table":"x","column":"y","value":"z"} _search=%22
_search_name=x _fts_table=entries_fts&_fts_pk=x&_search=x _fts_table=nope&_search=x
_fts_table=entries_fts&_searchmode=raw&_search=%22 _col=nope _nocol=nope _sort=nope
_sort=name&_sort_desc=name _sort_by_desc=on _context=1 name__nope=1 name__in=[ name__in=[{}]
name__in=[[1]] name__arraycontains=x name__date=x _filter_column=name
_filter_column_1=x&_filter_op_1=y&_filter_value_1=z name=%ff %ff=%ff x__y__z=1 _=1 __=1
panel_ship_pct__gt=9**9**9 panel_ship_pct=1e999 _blob_column=name&_blob_hash=x _stream=on&_next=5
""".split()
QUERIES = [
    *"""
    select 1;select+2 select+:_random_chars_9 select+:_header_host select+? select+:1 select+$x
    select+x'00ff'+as+a select+1e999 select+char(0) select+cast(x'ff'+as+text) explain+select+1
    values(1) select+json('x') select+raise(abort,'x') select+abs(-9223372036854775808)
    select+1+as+a,+2+as+a select+snippet(entries_fts)+from+entries_fts
    """.split(),
    "select+" + "(" * 1000 + "1" + ")" * 1000,
    "select+" + "+".join(["1"] * 1000),
]
PATHS = [
    *("/%", "/%zz", "/%ff", "/~", "/~zz", "/~ff", "/versus/", f"{TABLE}/1", f"{TABLE}/1.json"),
    *("/versus/runs/x", "/versus/runs/1,2", "/versus/runs/1.nope", "/versus/runs?_next=1,2,3"),
    *("/versus/runs?_sort=command&_next=$null,x", "/versus/sqlite_master", "/versus.nope"),
    *("/versus.csv", "/versus.blob", "/.csv", "/.jsono", "/../etc/passwd", "/%2e%2e/etc/passwd"),
    *(
        "/tool/",
        "/tool/%ff",
        f"/tool/{'a' * 5000}",
        "/tool/..",
        "/tool/a.json.json",
        "/*",
        "*",
        "x",
    ),
    *("http://evil.example/", f"/{'a' * 70_000}", "/-/publish/..%2f..%2fplugin.py"),
    *(f"{TABLE}{form}?{fields}" for fields in FIELDS for form in ("", ".json", ".csv")),
    *(f"/versus{form}?sql={sql}" for sql in QUERIES for form in ("", ".json", ".csv")),
    f"/versus.json?sql=select+'{'[' * 3000}'+as+a&_json=a",
    f"{TABLE}?name__in={'[' * 3000}",
    f"{TABLE}?{'&'.join(f'name__not=x{number}' for number in range(60))}",
]
HEADS = (
    {"Cookie": "\x01=\x02"},
    {"Cookie": "x" * 30_000},
    {"X-Forwarded-Proto": "javascript"},
    {"X-Forwarded-Host": "evil.example"},
    {"Range": "bytes=0-1"},
    {"Expect": "100-continue"},
    {"Connection": "upgrade", "Upgrade": "websocket"},
    {"Content-Length": "100000"},
)


@pytest.fixture(scope="module")
def address(path: Path) -> Iterator[str]:
    """Serve it from a process of its own."""
    with serve_database(path) as (_, address):
        yield address


def send(
    address: str, target: str, headers: dict[str, str], body: bytes = b""
) -> tuple[http.client.HTTPResponse, str]:
    """Send a request as it is, and return the answer with its text."""
    connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=30)
    try:
        connection.putrequest("GET", target, skip_accept_encoding=True)
        for name, value in headers.items():
            connection.putheader(name, value)
        connection.endheaders(body)
        answer = connection.getresponse()
        return answer, answer.read().decode("utf-8", "replace")
    finally:
        connection.close()


def test_no_address_is_a_fault_of_ours(path: Path, address: str) -> None:
    """Odd addresses are answered or refused, never with a 5xx, a traceback or a path of ours."""
    for target in PATHS:
        answer, text = send(address, target, {})
        assert answer.status < 500, target
        # uvicorn itself refuses what it cannot read.
        assert answer.headers["content-security-policy"] or "Invalid HTTP request" in text, target
        for word in ("Traceback", "site-packages", str(path.parent), str(Path(__file__).parent)):
            assert word not in text, target


def test_no_address_reaches_the_log(path: Path) -> None:
    """What a stranger mistypes is theirs to read: the server says nothing of it."""
    with serve_database(path) as (server, address):
        for fields in FIELDS:
            send(address, f"{TABLE}?{fields}", {})
        server.terminate()
        assert server.communicate(timeout=30) == ("SIGTERM\n", "")


@pytest.mark.parametrize("headers", HEADS, ids=lambda headers: str(headers)[:30])
def test_no_header_is_a_fault_of_ours(address: str, headers: dict[str, str]) -> None:
    """Odd headers and a body that nobody asked for change no answer."""
    body = b"x" * int(headers.get("Content-Length", 0))
    for target in ("/", TABLE, f"{TABLE}.json?_size=1"):
        answer, text = send(address, target, headers, body)
        assert answer.status == 200
        assert "evil.example/" not in text.replace("https://evil.example/ in a tagline", "")
