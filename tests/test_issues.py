"""``issues`` lists what is in quarantine, and ``--replay`` tries it again."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from db.issues import OpenIssue
from parsers.reading import parse_page
from parsers.records import Comparison, Issue, Reading
from tests.archived import AB, AC, FULL, KEPT, Kept, age, keep, read_unread
from tests.drifting import ENTRY, mend, read, read_content, select, write_pages
from tests.loopback import LoopbackSite, show
from tests.running import run
from tests.test_crawl_command import name_page, write_page
from versusdb.bugs import Parse
from versusdb.errors import CLEAN, ISSUES, FileRefusedError
from versusdb.ingesting import Settings as Ingest
from versusdb.ingesting import ingest
from versusdb.progress import show_progress
from versusdb.remedies import REMEDIES
from versusdb.replayed import Replayed
from versusdb.replaying import Settings, choose_sources, replay
from versusdb.working import Tools

SWAP = ("Panel ship", "Panel approval")
SPOILED = Kept(AB, FULL.replace(*SWAP))
DOCS = Path(__file__).resolve().parent.parent / "docs" / "operators.md"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A database with a page that reads well, and one that does not."""
    path = tmp_path / "x.db"
    keep(path, [(SPOILED, 1), (KEPT[5], 2)])
    read_unread(path)
    return path


def try_again(path: Path, parse: Parse = parse_page, **options: Any) -> Replayed:
    """Replay, without pauses."""
    with show_progress("Reading") as progress:
        settings = Settings(delay=0, allow_hosts=("127.0.0.1",), **options)
        return replay(path, settings, Tools(progress=progress, parse=parse))


def test_each_line_leads_to_its_page_and_bytes(path: Path) -> None:
    """Open issues are grouped by code, with what to do; filters choose, and JSON has all."""
    (digest,) = select(path, f"SELECT sha256 FROM v1_snapshots WHERE url = '{AB}'")[0]
    told = json.loads(run(path.parent, "issues", "--db", "x.db", "--json").stdout)
    assert {issue["snapshot_sha256"] for issue in told["issues"]} == {digest}
    assert sum(code["count"] for code in told["codes"]) == told["open"] == len(told["issues"])
    code = told["codes"][0]["code"]
    shown = run(path.parent, "issues", "--db", "x.db", "--code", code)
    assert shown.returncode == CLEAN
    assert REMEDIES[code] in shown.stdout
    lines = [line for line in shown.stdout.splitlines() if line.startswith("  ")]
    assert len(lines) == told["codes"][0]["count"]
    assert all(AB in line and f"; bytes {digest[:12]} [" in line for line in lines)
    other = run(path.parent, "issues", "--db", "x.db", "--stage", "fetch").stdout
    assert other == "x.db: no open issue\n"


def test_what_is_wrong_in_a_saved_page_leads_to_its_file(tmp_path: Path) -> None:
    """A page without an address is named by the file it was last in."""
    page, settings = tmp_path / "odd.html", Ingest(sources=(str(tmp_path / "odd.html"),))
    page.write_text("<h1>Larchwood</h1>")
    with show_progress("Reading") as progress:
        ingest(tmp_path / "x.db", settings, Tools(progress=progress))
    shown = run(tmp_path, "issues", "--db", "x.db").stdout
    assert f"  {page}: no title" in shown
    (issue,) = json.loads(run(tmp_path, "issues", "--db", "x.db", "--json").stdout)["issues"]
    assert (issue["file"], issue["url"]) == (str(page), None)
    (tmp_path / "x.archive.db").unlink()
    assert str(page) not in run(tmp_path, "issues", "--db", "x.db").stdout


def test_a_better_reader_heals(path: Path) -> None:
    """What became clean is loaded, as if it had been read so at once, and is told."""
    told = try_again(path, mend(SWAP))
    assert (told.exit_status, told.pages_reread, told.still_open, told.new) == (CLEAN, 1, [], [])
    assert sum(told.healed_codes.values()) == len(told.healed) > 0
    whole = path.with_name("y.db")
    keep(whole, [(SPOILED, 1), (KEPT[5], 2)])
    read_unread(whole, mend(SWAP))
    assert read_content(path) == read_content(whole)
    (ledger,) = select(path, "SELECT command, status, pages_seen FROM v1_runs WHERE run_id = 2")
    assert ledger == ("issues", "clean", 1)


def test_what_an_upgrade_heals_is_told(path: Path) -> None:
    """Pages that this reader is the first to read are read before all, and healed all the same."""
    age(path)
    told = try_again(path, mend(SWAP))
    assert (told.exit_status, told.pages_reread, told.still_open, told.new) == (CLEAN, 2, [], [])
    assert len(told.healed) > 0


def test_what_is_still_so_is_told(path: Path) -> None:
    """The same reader finds the same: nothing changes, and the status says so."""
    before = read_content(path)
    told = try_again(path)
    assert (told.exit_status, told.healed, told.new) == (ISSUES, [], [])
    assert len(told.still_open) == len(before["issues"])
    assert read_content(path) == before


def test_a_page_that_was_given_up_is_read_by_the_same_reader(tmp_path: Path) -> None:
    """What failed in passing is tried again, though no reader is new."""
    path = tmp_path / "x.db"

    def fail(body: bytes, **known: Any) -> Reading:
        raise ZeroDivisionError

    keep(path, [(KEPT[0], 1)])
    read_unread(path, fail)
    told = try_again(path)
    assert (told.exit_status, told.healed_codes) == (CLEAN, {"reader_failed": 1})
    assert select(path, "SELECT count(*) FROM v1_entries") == [(2,)]


def test_a_page_that_reads_worse_is_left_as_it_was(tmp_path: Path) -> None:
    """A reader that finds another issue takes nothing away that another has read."""
    path = tmp_path / "x.db"
    keep(path, [(KEPT[3], 1)])
    read_unread(path)

    def find_more(body: bytes, **known: Any) -> Reading:
        reading = parse_page(body, **known)
        assert isinstance(reading.record, Comparison)
        issues = (*reading.record.issues, Issue(code="value_missing", field="", message="odd"))
        return replace(reading, record=replace(reading.record, issues=issues))

    before = read_content(path)
    told = try_again(path, find_more)
    assert (told.exit_status, told.pages_kept, told.new) == (ISSUES, 1, [])
    assert read_content(path) == before


@pytest.mark.parametrize("more", [(), ("--replay",)])
def test_a_code_that_nobody_knows_is_wrong_usage(path: Path, more: tuple[str, ...]) -> None:
    """A mistyped code is no night without issues; one that the database has is taken."""
    done = run(path.parent, "issues", *more, "--code", "value_mising", "--db", "x.db")
    assert done.returncode == 2
    assert "is no code of an issue; did you mean value_missing" in done.stderr
    done = run(path.parent, "issues", *more, "--code", "qqq", "--db", "x.db")
    assert (done.returncode, "docs/operators.md lists them" in done.stderr) == (2, True)
    assert select(path, "SELECT count(*) FROM v1_runs") == [(1,)]
    select(path, "UPDATE issues SET code = 'of_another_version'")
    done = run(path.parent, "issues", "--code", "of_another_version", "--db", "x.db")
    assert (done.returncode, "x.db: 1 open issue" in done.stdout) == (0, True)


def test_filters_choose_what_is_tried(path: Path) -> None:
    """Of another code nothing is read, and nothing of it is called open."""
    told = try_again(path, mend(SWAP), code="timeout")
    assert (told.exit_status, told.pages_reread, told.still_open) == (CLEAN, 0, [])


def test_what_waits_for_the_operators_word_is_left(tmp_path: Path) -> None:
    """Pages that were discarded stay so; those that are held back are named."""
    path = tmp_path / "x.db"
    read(path, write_pages(tmp_path / "pages", 6))
    assert read(path, write_pages(tmp_path / "wrong", 6, ENTRY, first=6)).is_refused
    assert "held back" in run(tmp_path, "issues", "--db", "x.db").stderr
    assert run(tmp_path, "ingest", "--discard-held", "2", "--db", "x.db").returncode == CLEAN
    told = try_again(path, mend(ENTRY))
    assert (told.exit_status, told.pages_reread, len(told.still_open)) == (ISSUES, 0, 6)


def test_damaged_bytes_heal_with_the_archive(tmp_path: Path) -> None:
    """Once the archive is whole again, the page is read."""
    path, archive = tmp_path / "x.db", tmp_path / "x.archive.db"
    keep(path, [(KEPT[0], 1)])
    select(archive, "CREATE TABLE kept AS SELECT * FROM bodies")
    select(archive, "UPDATE bodies SET data = x'00'")
    read_unread(path)
    assert select(path, "SELECT code FROM v1_issues") == [("body_corrupt",)]
    assert try_again(path).exit_status == ISSUES
    select(archive, "UPDATE bodies SET data = (SELECT data FROM kept)")
    told = try_again(path)
    assert (told.exit_status, told.healed_codes) == (CLEAN, {"body_corrupt": 1})


def test_what_could_not_be_fetched_is_asked_for_again(tmp_path: Path) -> None:
    """Pages are fetched and loaded once they are there; a site is left to ingest."""
    path, late, gone = tmp_path / "x.db", name_page(0), name_page(1)
    with LoopbackSite() as site:
        sources = (f"{site.root}{late}", f"{site.root}{gone}", f"{site.root}/")
        settings = Ingest(sources=sources, allow_hosts=("127.0.0.1",), delay=0)
        with show_progress("Reading") as progress:
            ingest(path, settings, Tools(progress=progress))
        assert try_again(path).exit_status == ISSUES
        site.answers[late] = show(write_page(0))
        asked = len(site.paths)
        told = try_again(path)
        assert set(site.paths[asked:]) <= {"/robots.txt", late, gone}
    assert (told.exit_status, told.healed_codes) == (ISSUES, {"http_404": 1})
    assert {row["code"] for row in told.still_open} == {"http_404", "no_sitemap"}
    assert select(path, "SELECT count(*) FROM v1_comparisons") == [(1,)]


@pytest.mark.parametrize(
    ("address", "code", "is_asked"),
    [
        ("https://x.example/a", "http_404", True),
        ("https://x.example/", "unreachable", False),
        ("https://x.example/sitemap.xml", "timeout", False),
        ("https://x.example/a", "address_refused", False),
    ],
)
def test_only_pages_are_asked_for(address: str, code: str, is_asked: bool) -> None:
    """A site or a sitemap would bring all that it lists."""
    issue = OpenIssue("i", "fetch", code, address, address)
    assert choose_sources([issue]) == ((address,) if is_asked else ())


def test_a_host_that_put_off_is_left_to_the_command_that_goes_on(tmp_path: Path) -> None:
    """Its one issue speaks for many addresses, and is not over with the first of them."""
    path, pages = tmp_path / "x.db", [name_page(number) for number in range(3)]
    busy = show("busy", 429, Retry_After="3600")
    with LoopbackSite(dict.fromkeys(pages, busy)) as site:
        sources = tuple(f"{site.root}{page}" for page in pages)
        with show_progress("Reading") as progress:
            ingest(
                path,
                Ingest(sources=sources, allow_hosts=("127.0.0.1",), delay=0),
                Tools(progress=progress),
            )
        asked = len(site.paths)
        told = try_again(path)
        assert len(site.paths) == asked
    assert [row["code"] for row in told.still_open] == ["postponed"]


def test_without_a_database_there_is_no_issue(tmp_path: Path) -> None:
    """None is made by trying again."""
    with pytest.raises(FileRefusedError, match=r"no database here, and no archive .*ingest SOURCE"):
        try_again(tmp_path / "x.db")
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_there_now_is_read(tmp_path: Path) -> None:
    """A path that was missing is tried when it is a file, and else asked nothing of."""
    path, page = tmp_path / "x.db", tmp_path / "late.html"
    with show_progress("Reading") as progress:
        ingest(path, Ingest(sources=(str(page), str(tmp_path / "no"))), Tools(progress=progress))
    page.write_text(FULL)
    told = try_again(path)
    assert (told.sources, told.healed_codes) == ((str(page),), {"missing": 1})
    assert [row["code"] for row in told.still_open] == ["missing"]


def test_the_command_says_what_healed(path: Path) -> None:
    """Words and JSON, and the status of what is still open."""
    shown = run(path.parent, "issues", "--replay", "--db", "x.db")
    assert shown.returncode == ISSUES
    assert "Tried again: 0 of what could not be fetched, 1 page of the archive" in shown.stdout
    assert "Healed: 0 issues" in shown.stdout
    told = json.loads(run(path.parent, "issues", "--replay", "--db", "x.db", "--json").stdout)
    assert (told["is_replay"], told["run_id"], told["exit_status"]) == (True, 3, ISSUES)
    assert told["still_open"][0]["url"] == AB != AC


def test_every_code_of_the_docs_has_a_remedy() -> None:
    """The operator's table and the command know the same codes."""
    section = DOCS.read_text(encoding="utf-8").partition("\n## Issues\n")[2]
    rows = re.findall(r"^\| (`[^|]*`)[^|]* \| (?:fetch|parse|load) \|", section, re.MULTILINE)
    codes = {code for row in rows for code in re.findall(r"`(\w+)`", row)}
    assert codes - {"forgotten", "http_404"} == set(REMEDIES)


def test_held_pages_are_tried_by_another_reader(tmp_path: Path) -> None:
    """What a refused run has left is loaded as soon as a reader reads it well."""
    path = tmp_path / "x.db"
    read(path, write_pages(tmp_path / "before", 6))
    assert read(path, write_pages(tmp_path / "night", 3, ENTRY, first=10)).is_refused
    assert try_again(path, parse=mend(ENTRY)).held.pages == 3
    select(path, "UPDATE held_pages SET reader_version = 'older'")
    assert try_again(path, parse=mend(ENTRY)).held.pages == 0
    assert select(path, "SELECT count(*) FROM v1_comparisons") == [(9,)]
