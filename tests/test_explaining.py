"""``parse --explain``: every field can be asked where it came from, by a person and a program."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest

from parsers.reading import parse_page
from parsers.records import Comparison, Reading
from tests import running
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
    return running.run(folder, "parse", *arguments)


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


def test_quotes_of_an_extract_are_shown_once() -> None:
    """Evidence that differs from its value by quotation marks only is not repeated."""
    reading = read(write_text(CARDS))
    assert isinstance(reading.record, Comparison)
    shown = show(reading)
    for quote in reading.record.quotes:
        assert shown.count(quote.text) == 1


@pytest.mark.parametrize("page", [write_html(CARDS), write_text(CARDS)], ids=["html", "text"])
def test_blocks_are_looked_up_by_their_number(page: str, tmp_path: Path) -> None:
    """``--blocks`` prints the blocks of the view that was read, by the numbers of the evidence."""
    (tmp_path / "a").mkdir()
    name = "a/a.html" if page.startswith("<") else "a/a.txt"
    (tmp_path / name).write_text(page, encoding="utf-8")
    done = run(tmp_path, "--blocks", "--json", name)
    told = json.loads(done.stdout)
    blocks = {block["block"]: block["text"] for block in told["blocks"]}
    names = [item for item in told["evidence"] if item["field"].endswith(".name")]
    assert len(names) >= 2
    for item in names:
        assert item["text"] in blocks[item["block"]]
    shown = run(tmp_path, "--blocks", name).stdout
    listed = shown[shown.index("\nall blocks\n") :]
    assert re.search(rf"\n  block {names[0]['block']} +{names[0]['text']}\n", listed)
    assert "all blocks" not in run(tmp_path, "--explain", name).stdout


def test_site_that_no_file_describes_is_told(tmp_path: Path) -> None:
    """A host that was mistyped is told with those that are known; the record is as it was asked."""
    (tmp_path / "a.html").write_text(write_html(CARDS), encoding="utf-8")
    done = run(tmp_path, "--site", "typo.example", "a.html")
    assert (done.returncode, json.loads(done.stdout)["site"]) == (0, "typo.example")
    assert "--site typo.example: no file in parsers/sites/ describes this site" in done.stderr
    assert "shiporskip.io" in done.stderr
    assert run(tmp_path, "--site", "shiporskip.io", "a.html").stderr == ""


def test_standard_input_is_not_read(tmp_path: Path) -> None:
    """A dash is no file, and the issue says why nothing is read."""
    done = run(tmp_path, "-")
    assert done.returncode == 3
    assert "-: parse reads files; standard input is not read [missing]" in done.stderr


def test_issues_and_what_nobody_took_are_shown() -> None:
    """After the fields come the issues, and the lines that no field took."""
    page = write_html(CARDS).replace("75%", "70%", 1).replace("<table>", "<p>Look here</p><table>")
    shown = show(read(page))
    issues = shown[shown.index("\nissues\n") :]
    assert "\n  the votes and the percentage disagree [votes_disagree]\n" in issues
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
    reading = parse_page(write_html([card, CARDS[1]]).encode(), source="folder/" * 12 + "page.html")
    lines = show(reading, width).splitlines()
    wide = [line for line in lines if sum(1 + (char > "⺀") for char in line) > width]
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
    # The page says that there is none: it has evidence, and is not absent.
    assert "tools.1.community_ship_pct" in [item["field"] for item in told["evidence"]]
    assert "tools.1.community_ship_pct" not in told["absent"]
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
