"""``parse --explain``: every field can be asked where it came from, by a person and a program."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from parsers.reading import parse_page
from parsers.records import Reading
from tests.pages import Card, write_html, write_text
from versusdb.explaining import explain, explain_as_json, list_parts

FIXTURES = Path(__file__).parent.parent / "fixtures" / "html"
PAGES = sorted(path for path in FIXTURES.iterdir() if path.suffix in (".html", ".txt"))
CARDS = [Card(name="Tintype", slug="tintype"), Card(name="Gravelbed", price="Paid")]


def read(page: str) -> Reading:
    return parse_page(page.encode(), source="page.html")


def show(reading: Reading, width: int | None = None) -> str:
    """Return the explanation as it stands in a pipe: without colours."""
    return re.sub(r"\x1b\[\d*m", "", "\n".join(explain(reading, width)))


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "versusdb", "parse", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_field_has_evidence(page: Path) -> None:
    """Each value of a record has its evidence: a block and a landmark, or a rule."""
    reading = parse_page(page.read_bytes(), source=page.name)
    told = {item.field for item in reading.evidence}
    stated = {
        path
        for part in list_parts(reading.record)
        for path, value in part.fields.items()
        if value is not None
    }
    assert stated - told == set()
    for item in reading.evidence:
        assert item.landmark
        assert item.block is not None or "derived" in item.landmark or item.text


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_field_is_explained(page: Path) -> None:
    """Every field of a record is shown: with its value, or as one that is not on the page."""
    reading = parse_page(page.read_bytes(), source=page.name)
    shown = show(reading)
    for part in list_parts(reading.record):
        _, _, section = shown.partition(f"\n{part.heading}\n")
        section = section.partition("\n\n")[0]
        for path, value in part.fields.items():
            name = path.rpartition(".")[2]
            if value is not None:
                assert re.search(rf"^  {name} +{re.escape(str(value))}$", section, re.MULTILINE)
            else:
                assert re.search(
                    rf"^  ({name} +none$|not on this page .*\b{name}\b)", section, re.MULTILINE
                )
    assert "nothing notes" not in shown


def test_explanation_names_place_landmark_text_and_rule() -> None:
    """Under a value stand its block, its landmark and the text there; or the rule."""
    shown = show(read(write_text(CARDS)))
    assert "page.html: a comparison on shiporskip.io, read by text\n" in shown
    assert "  panel_ship_pct      75\n                      block 6, Panel ship: 75%\n" in shown
    assert "  verdict             ship\n                      derived from the percentage" in shown
    assert "  community_ship_pct  none\n                      block 8, community: —" in shown
    assert "  not on this page    slug, community_votes, pricing" in shown
    assert "quote 2: tool 2, seat 1\n" in shown


def test_issues_and_what_nobody_took_are_shown() -> None:
    """After the fields come the issues, and the lines that no field took."""
    page = write_html(CARDS).replace("75%", "70%", 1).replace("<table>", "<p>Look here</p><table>")
    shown = show(read(page))
    assert "\nissues\n  the votes and the percentage disagree [votes_disagree]\n" in shown
    assert "    field     tools.1.ship_votes\n    expected  70%\n" in shown
    assert re.search(r"\nlines that no field took\n(.*\n)*  block \d+ +Look here\b", shown)


def test_unknown_page_is_explained() -> None:
    """A page that cannot be read says why, and shows what it holds."""
    shown = show(read("<h1>About us</h1><p>We like tools."))
    assert shown.startswith("page.html: no page we can read")
    assert "[not_a_comparison]" in shown
    assert "About us" in shown


@pytest.mark.parametrize("width", [40, 80, 120])
def test_lines_fit_the_terminal(width: int) -> None:
    """On a terminal no line is longer than it is wide; what is cut says so."""
    card = Card(name="深い Tintype", description="言葉と words " * 40)
    lines = show(read(write_html([card, CARDS[1]])), width).splitlines()
    wide = [line for line in lines[1:] if sum(1 + (char > "⺀") for char in line) > width]
    assert wide == []
    assert any(line.endswith("…") for line in lines)


def test_programs_get_the_same_evidence() -> None:
    """As JSON the evidence has field, value, block, landmark and text; absent fields are named."""
    told: dict[str, Any] = json.loads(
        json.dumps(explain_as_json(read(write_text(CARDS))), default=str)
    )
    share = next(item for item in told["evidence"] if item["field"] == "tools.1.panel_ship_pct")
    assert share == {
        "field": "tools.1.panel_ship_pct",
        "value": 75,
        "block": 6,
        "landmark": "Panel ship",
        "text": "75%",
    }
    assert "tools.1.pricing" in told["absent"]
    assert told["reader"] == "text"


def test_command_explains_several_files(tmp_path: Path) -> None:
    """The command explains each file, bare of colours in a pipe, with the status of a parse."""
    (tmp_path / "a.txt").write_text(write_text(CARDS), encoding="utf-8")
    (tmp_path / "b.html").write_text("<h1>About us", encoding="utf-8")
    done = run(tmp_path, "--explain", "a.txt", "b.html")
    assert (done.returncode, done.stderr) == (3, "")
    assert "a.txt: a comparison" in done.stdout
    assert "\n\nb.html: no page we can read" in done.stdout
    assert "\x1b" not in done.stdout
    lines = run(tmp_path, "--explain", "--json", "a.txt", "b.html").stdout.splitlines()
    assert [json.loads(line)["record"]["kind"] for line in lines] == ["comparison", "unknown"]
    assert list(json.loads(lines[0])) == ["record", "reader", "evidence", "absent", "unclaimed"]
