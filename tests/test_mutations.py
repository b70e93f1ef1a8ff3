"""Whatever the bytes: no crash, no hang, and no record that contradicts itself in silence."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

import pytest
from msgspec.structs import asdict, replace

from parsers.reading import parse_page
from parsers.records import Comparison, Record, Unknown
from tests.contradictions import contradictions
from tests.mutations import mutate_page
from tests.pages import Card, write_html, write_text
from tests.soak import soak
from versusdb.worker import Worker

PAGES, SEED, PARTS = 1500, 20260424, 10
CARDS = [
    Card(name="Tintype", slug="tintype"),
    Card(name="Gravelbed", slug="gravelbed", category="Data", ships=(True, False, True, False)),
]
PAGE = write_html(CARDS)
PANEL = PAGE.replace("75%", "70%")  # doubtful, so that both readers read it


def make_noise(seed: int) -> bytes:
    return random.Random(seed).randbytes(100_000)  # noqa: S311  # the same at every run


ATTACKS = {
    "nesting": b"<div>" * 1_500_000,
    "nesting in a page": PANEL.replace("</body>", "<div><p>" * 500_000).encode(),
    "formatting": PANEL.replace("</body>", "<b><i><u><font>" * 60_000).encode(),
    "attributes": b"<p " + b" ".join(b"a%d=x" % n for n in range(1_000_000)) + b">",
    "one attribute": b"<p " + b"a " * 1_000_000 + b">",
    "elements": PANEL.replace("</body>", "<i>x</i>" * 600_000).encode(),
    "lines": write_text(CARDS).encode() + b"\nx" * 1_000_000,
    "labels": write_text(CARDS).encode() + b"\nPanel ship" * 200_000,
    "names": write_text(CARDS).encode() + b"\nTintype\n75%\nPanel ship" * 50_000,
    "scores": PAGE.replace("<h2>Weekly", "<p>50/100 · ship</p><p>x</p>" * 20_000).encode(),
    "table cells": PAGE.replace("</table>", "<tr>" + "<td>x" * 300_000).encode(),
    "tables": PAGE.replace("<table>", "<table><tr><td>" * 200_000).encode(),
    "entities": b"&amp;" * 2_000_000,
    "one word": b"x" * 19_000_000,
    "one line": PAGE.replace("says little.", "word " * 3_000_000).encode(),
    "NUL bytes": bytes(1_000_000),
    "NUL bytes in a page": PAGE.replace("i", "\0i").encode(),
    "an image": b"\x89PNG\r\n\x1a\n" + make_noise(1),
    "a JPEG": b"\xff\xd8\xff\xe0\0\x10JFIF\0" + make_noise(2),
    "a PDF": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" + make_noise(3),
    "gzip": b"\x1f\x8b\x08\0" + make_noise(4),
    "said to be UTF-16": PAGE.replace("<title>", '<meta charset="utf-16"><title>').encode("cp1252"),
    "marked as UTF-16": b"\xff\xfe" + PAGE.encode(),
    "said to be UTF-8": b'<meta charset="utf-8">' + PAGE.encode("utf-16-le"),
    "said to be Japanese": b'<meta charset="iso-2022-jp">' + PAGE.encode() * 3,
}  # fmt: skip


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    with Worker() as worker:
        yield worker


@pytest.mark.parametrize("part", range(PARTS))
def test_mutated_page_is_read_or_said(part: int) -> None:
    """A mutated page gives no crash, no hang, and no clean record that contradicts itself."""
    failures = [
        (SEED + part, number, reasons)
        for number, _, reasons in soak(SEED + part, PAGES // PARTS)
        if reasons
    ]
    assert not failures


def test_mutations_leave_some_pages_whole() -> None:
    """The mutations are no mere noise: they give clean records, issues, and pages of none."""
    outcomes = [outcome for _, outcome, _ in soak(SEED, 150)]
    assert {outcomes.count(outcome) > 10 for outcome in set(outcomes)} == {True}
    assert set(outcomes) == {"read clean", "read with issues", "unknown"}


def test_mutated_page_is_made_again_from_its_number() -> None:
    """A seed and a number make the same page every time, of at most 10 KB."""
    bodies = [mutate_page(7, number) for number in range(50)]
    assert bodies == [mutate_page(7, number) for number in range(50)]
    assert len(set(bodies)) == 50
    assert max(map(len, bodies)) <= 10_000


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS.keys())
def test_attack_is_read_within_the_bounds(attack: bytes, worker: Worker) -> None:
    """A page made to be slow, huge or no page at all is read or refused within time and memory."""
    record = worker.parse(attack, source="page.html").record
    assert record.issues or not contradictions(record)


@pytest.mark.parametrize("kind", ["an image", "a JPEG", "a PDF", "gzip"])
def test_what_is_no_text_is_said(kind: str) -> None:
    """An image named .html is unknown, and says that it is no text."""
    record = parse_page(ATTACKS[kind], source="page.html").record
    assert isinstance(record, Unknown)
    assert [issue.code for issue in record.issues] == ["not_text"]


SMALL = [
    Card(name="Tintype", category="Data", ships=(True, False)),
    Card(name="Gravelbed", tagline="Sorts stones by mail", price="Paid", ships=(True, True)),
]
RENDERINGS = {"condensed": write_text(SMALL), "full": write_html(SMALL)}
VOTED = (
    RENDERINGS["full"]
    .replace(
        "<div>—</div><div>Community</div>", "<div>71%</div><div>Community</div><p>124 votes</p>"
    )
    .replace("No community votes yet", "71% · 124 votes")
)


@pytest.mark.parametrize("page", RENDERINGS.values(), ids=RENDERINGS.keys())
def test_page_cut_short_anywhere_is_whole_or_said(page: str) -> None:
    """A page cut at any length gives the whole page's record, an unknown page, or an issue."""
    whole = parse_page(page.encode(), source="x").record
    assert not whole.issues
    silent = [
        length
        for length in range(len(page))
        if (record := parse_page(page[:length].encode(), source="x").record) != whole
        and not record.issues
    ]
    assert silent == []


@pytest.mark.parametrize("page", [*RENDERINGS.values(), VOTED], ids=[*RENDERINGS, "voted"])
def test_no_value_takes_the_place_of_one_that_is_gone(page: str) -> None:
    """A page that lost a line or an element gives its other values, fewer, or an issue."""
    whole = parse_page(page.encode(), source="x").record
    assert isinstance(whole, Comparison)
    stated = {(tool.position, *item) for tool in whole.tools for item in asdict(tool).items()}
    for spot in re.finditer(r"<(\w+)>[^<]*</\1>|(?<=\n)[^\n]+\n|>[^<\n]+(?=<)", page):
        rest = page[: spot.start()] + page[spot.end() :]
        record = parse_page(rest.encode(), source="x").record
        if record.issues:
            continue
        assert isinstance(record, Comparison)
        assert record.quotes == whole.quotes, spot[0]
        values = {
            (tool.position, *item)
            for tool in record.tools
            for item in asdict(tool).items()
            if item[0] != "derived" and item[1] is not None
        }
        assert values <= stated, spot[0]


CLEAN = parse_page(PAGE.encode(), source="x").record


def change(record: Record, **fields: object) -> Record:
    """Return a comparison with other fields: ``tools_1_name`` is the first tool's name."""
    assert isinstance(record, Comparison)
    for path, value in fields.items():
        kind, _, rest = path.partition("_")
        number, _, field = rest.partition("_")
        if not number.isdigit():
            record = replace(record, **{path: value})
            continue
        items = list(getattr(record, kind))
        items[int(number) - 1] = replace(items[int(number) - 1], **{field: value})
        record = replace(record, **{kind: tuple(items)})
    return record


@pytest.mark.parametrize(
    "fields",
    [
        {"tools_1_verdict": "skip"},
        {"tools_1_panel_ship_pct": 74, "tools_1_verdict": "ship"},
        {"tools_1_panel_ship_pct": 175},
        {"tools_2_panel_ship_pct": None},
        {"tools_1_ship_votes": None},
        {"tools_1_ship_votes": 0, "tools_1_skip_votes": 0},
        {"tools_1_ship_votes": 6, "tools_1_skip_votes": 2},
        {"tools_1_community_votes": 0},
        {"tools_1_community_votes": 1, "tools_1_community_ship_pct": 71},
        {"tools_1_name": "Tin"},
        {"tools_2_slug": "tintype"},
        {"tools_1_tagline": ""},
        {"tools_1_pricing": "a\x01b"},
        {"tools_2_category": None},
        {"tools_1_position": 2},
        {"tools_1_derived": ("slug",)},
        {"tools_1_derived": ("ship_votes",)},
        {"title": "Tintype vs Gravel"},
        {"quotes_1_verdict": "skip"},
        {"quotes_1_verdict": "mixed"},
        {"quotes_1_score": None},
        {"quotes_1_seat": 2},
        {"quotes_8_seat": 9},
        {"quotes_2_reviewer": "Skeptic"},
        {"quotes_1_text": "“Whole in marks”"},
        {"quotes_1_position": 3},
        {"tools": ()},
        {"url": "https://shiporskip.io/compare/a-vs-b", "derived": ()},
        {"derived": ("title",)},
    ],
    ids=str,
)
def test_contradiction_is_found(fields: dict[str, object]) -> None:
    """The oracle finds nothing in a clean record, and each kind of contradiction in another."""
    assert contradictions(CLEAN) == []
    assert contradictions(change(CLEAN, **fields))
