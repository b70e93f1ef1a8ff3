"""What one robots.txt says is read by RFC 9309, whatever bytes it comes in, and at bounded cost."""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper.rules import MAX_BYTES, MAX_DELAY, Rules, decode_robots, read_delay

PAGE = "http://x.example/compare/a-vs-b"


@pytest.mark.parametrize(
    ("text", "is_allowed"),
    [
        ("", True),
        ("User-agent: *\nDisallow: /compare", False),
        ("User-agent: *\nDisallow: /compare\nAllow: /compare/a", True),
        ("User-agent: *\nDisallow: /\n\nUser-agent: versusdb\nDisallow: /admin", True),
        ("User-agent: *\nAllow: /\n\nUser-agent: VersusDB/1.0\nDisallow: /", False),
        ("User-agent: versusdb # us\nDisallow: /", False),
        ("User-agent: other\nUser-agent: versusdb\nDisallow: /", False),
        ("User-agent: versus\nDisallow: /", True),
        ("User-agent: versusdb-images\nDisallow: /", True),
        ("User-agent: versusdb\nDisallow:\n\nUser-agent: *\nDisallow: /", True),
        ("User-agent: *\rDisallow: /\r", False),
        ("User-agent: *\nDisallow: /*-vs-", False),
        ("User-agent: *\nDisallow: /compare/a-vs-b$", False),
        ("User-agent: *\nDisallow: /compare/%61-vs-b", False),
        ("\ufeffUser-agent: *\nDisallow: /", False),
    ],
)
def test_our_own_group_is_obeyed_before_the_others(text: str, is_allowed: bool) -> None:
    """The group of our whole product token counts, else that of `*`; the longest rule wins."""
    rules = Rules(decode_robots(text.encode()))
    assert (rules.judge(PAGE) is None) == is_allowed


def test_a_line_cut_by_the_limit_is_not_read() -> None:
    """Of a robots.txt past 500 KiB only whole lines count: half a rule says something else."""
    head = b"User-agent: *\nDisallow: /private\n"
    line = b"Disallow: /compare/c-vs-d\n"
    body = head + b"#" * (MAX_BYTES - len(head) - 20) + b"\n" + line
    rules = Rules(decode_robots(body[:MAX_BYTES]))
    assert rules.judge("http://x.example/private/a") is not None
    assert rules.judge("http://x.example/compare/other") is None


def test_sitemaps_and_the_pause_are_told() -> None:
    """The sitemaps listed and the Crawl-delay of our group are known."""
    rules = Rules("Sitemap: https://x.example/s.xml\nUser-agent: versusdb\nCrawl-delay: 2.5")
    assert rules.sitemaps == ("https://x.example/s.xml",)
    assert rules.crawl_delay == 2.5


@pytest.mark.parametrize(
    "text",
    [
        "User-agent: *\nCrawl-delay: 9\nUser-agent: other\nDisallow: /",
        "User-agent: *\n\n\nSitemap: /s.xml\nx: y\nDisallow: /",
        "User-agent: *\nDisallow: /compare\n#\u2028Allow: /compare/a",
        "User-agent: *\nDisallow: /compare\n#\x0bAllow: /compare/a",
        "User-agent: *\nUser agent names stand above\nDisallow: /",
        "Allow: /\nUser-agent: *\nDisallow: /\n",
        "User-agent: *\nDisallow: /\nUser-agent: versus\nAllow: /",
        "user-agent versusdb\ndisalow /",
    ],
)
def test_nothing_but_a_rule_of_ours_opens(text: str) -> None:
    """No other record, empty line, odd line end, prose or foreign group lets us in."""
    assert Rules(text).judge(PAGE) is not None


@pytest.mark.parametrize(
    "body",
    [
        b"\xef\xbb\xbfUser-agent: *\nDisallow: /",
        b"\xef\xbbUser-agent: *\nDisallow: /",
        "\ufeffUser-agent: *\nDisallow: /".encode("utf-16-le"),
        "\ufeffUser-agent: *\nDisallow: /".encode("utf-16-be"),
        "User-agent: *\nDisallow: /".encode("utf-16-le"),
        b"User-agent: *\0\nDisallow: /\0\n",
        b"# \xff\xfe caf\xe9\nUser-agent: *\nDisallow: /",
        b"User-agent: *\rDisallow: /\r" + b"# x\r" * MAX_BYTES,
    ],
)
def test_wrong_bytes_do_not_open_what_is_closed(body: bytes) -> None:
    """Marks, UTF-16, NULs, bytes that are no text and lone carriage returns hide no rule."""
    assert Rules(decode_robots(body[:MAX_BYTES])).judge(PAGE) is not None


def test_a_byte_that_is_no_text_matches_itself() -> None:
    """A path in another encoding is barred as the robots.txt in that encoding says."""
    rules = Rules(decode_robots(b"User-agent: *\nDisallow: /caf\xe9"))
    assert rules.judge("http://x.example/caf%E9") is not None
    assert rules.judge("http://x.example/cafe") is None


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("2", 2.0),
        ("0.5", 0.5),
        (".5", 0.5),
        ("1,5", 1.5),
        ("10s", 10.0),
        ("2 min", 120.0),
        ("1 hour", 3600.0),
        ("30 hours", 86400.0),
        ("9" * 5000, 86400.0),
        ("0", 0.0),
        ("-1", None),
        ("nan", None),
        ("inf", None),
        ("1e9", None),
        ("10 ms", None),
        ("1/5", None),
        ("1.5.2", None),
        ("soon", None),
        ("", None),
    ],
)
def test_a_pause_is_seconds_or_nothing(value: str, seconds: float | None) -> None:
    """A `Crawl-delay` that is no number of seconds, minutes or hours asks for nothing."""
    assert read_delay(value) == seconds
    assert Rules(f"User-agent: *\nCrawl-delay: {value}").crawl_delay == seconds


def test_the_longest_pause_of_ours_counts() -> None:
    """Of several pauses the longest counts, and never that of another robot."""
    text = "User-agent: *\nCrawl-delay: 4\nCrawl-delay: 2\nCrawl-delay: x\nDisallow: /a\n"
    assert Rules(text).crawl_delay == 4
    assert Rules(f"{text}User-agent: versusdb\nDisallow: /b").crawl_delay is None


PATTERNS = st.from_regex(r"[/*][ab/*]{0,6}\$?", fullmatch=True)


@given(
    rules=st.lists(st.tuples(st.sampled_from(["Allow", "Disallow"]), PATTERNS), max_size=6),
    path=st.from_regex(r"/[ab/]{0,8}", fullmatch=True),
)
def test_the_longest_rule_wins(rules: list[tuple[str, str]], path: str) -> None:
    """The longest pattern that fits decides, and Allow between two (RFC 9309, section 2.2.2)."""

    def fits(pattern: str) -> bool:
        end = "$" if pattern.endswith("$") else ""
        parts = map(re.escape, pattern.removesuffix("$").split("*"))
        return re.match(".*".join(parts) + end, path) is not None

    found = [(len(pattern), field == "Allow") for field, pattern in rules if fits(pattern)]
    lines = "\n".join(f"{field}: {pattern}" for field, pattern in rules)
    is_allowed = Rules(f"User-agent: *\n{lines}").judge(f"http://x.example{path}") is None
    assert is_allowed == max(found, default=(0, True))[1]


@given(
    body=st.binary()
    | st.lists(
        st.sampled_from(["User-agent: *", "Allow: /", "Disallow:", "\n", "\r", "\0", "*", "$", "%"])
    ).map(lambda parts: "".join(parts).encode()),
)
def test_no_bytes_break_the_reader(body: bytes) -> None:
    """Whatever a server sends, there is a verdict."""
    rules = Rules(decode_robots(body))
    refusal = rules.judge(PAGE)
    assert refusal is None or refusal.code == "robots_disallowed"
    assert rules.crawl_delay is None or 0 <= rules.crawl_delay <= MAX_DELAY


def name(number: int) -> str:
    """Return a product token of its own for each number; digits would not be part of it."""
    return "".join("abcdefghij"[int(digit)] for digit in str(number))


HOSTILE: dict[str, Callable[[int], str]] = {
    "groups": lambda size: "".join(f"User-agent: {name(n)}\nDisallow: /\n" for n in range(size)),
    "names": lambda size: "User-agent: *\n" * size + "Disallow: /b\n" * size,
    "foreign names": lambda size: (
        "".join(f"User-agent: {name(n)}\n" for n in range(size)) + "Disallow: /b\n" * size
    ),
    "wildcards": lambda size: "User-agent: *\nDisallow: " + "/*a" * size,
    "stars": lambda size: "User-agent: *\nDisallow: /" + "*" * size + "b",
    "patterns": lambda size: "User-agent: *\n" + "Disallow: /*a*ab*b$\n" * size,
    "dollars": lambda size: "User-agent: *\nDisallow: /" + "$" * size,
    "spaces": lambda size: "User-agent: *\nallow" + " " * size + "x y\ndisallow" + "\t" * size,
    "percents": lambda size: "User-agent: *\nDisallow: /" + "%" * size,
    "pauses": lambda size: "User-agent: *\n" + f"Crawl-delay: {'1' * 50}.\n" * size,
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_robots_txt_costs_what_its_size_costs(kind: str) -> None:
    """Twice the bytes are at most twice the work, for parsing and for each verdict."""

    def count_calls(size: int) -> int:
        calls = 0

        def count(_frame: object, event: str, _argument: Any) -> None:
            nonlocal calls
            calls += event in ("call", "c_call")

        text = HOSTILE[kind](size)
        sys.setprofile(count)
        try:
            Rules(text).judge(f"http://x.example/{'a' * 2000}")
        finally:
            sys.setprofile(None)
        return calls

    count_calls(100)
    assert count_calls(2000) <= 2.2 * count_calls(1000) + 1000


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_robots_txt_ends(kind: str) -> None:
    """At the full size that is read, and with 100,000 groups, no pattern makes us hang."""
    text = HOSTILE[kind](100_000)
    text = text if kind == "groups" else text[:MAX_BYTES]
    started = time.monotonic()
    Rules(text).judge(f"http://x.example/{'a' * 8000}")
    assert time.monotonic() - started < 20
