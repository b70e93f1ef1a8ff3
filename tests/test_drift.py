"""Drift: a run that reads much worse than the runs before it loads nothing, and says so."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from parsers.reading import parse_page
from parsers.records import Reading
from tests.drifting import ENTRY, PANEL, mend, read, read_content, select, write_pages
from tests.pages import Card, write_text
from tests.running import run
from versusdb import judging
from versusdb.bugs import Parse
from versusdb.errors import ISSUES, StoppedError
from versusdb.ingesting import Settings, ingest
from versusdb.working import Tools


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A database into which six good pages were read."""
    path = tmp_path / "x.db"
    read(path, write_pages(tmp_path / "before", 6))
    return path


@pytest.mark.parametrize(
    ("swaps", "field", "landmark", "found"),
    [
        ([PANEL], "page", "label 'Panel ship'", "Panel approval"),
        ([ENTRY], "tools.entry_price", "label 'Entry'", "Starts at"),
        (
            [("Reviewer scorecard", "What critics said")],
            "quotes",
            "label 'Reviewer scorecard'",
            "What critics said",
        ),
        ([("/100 · ", " points: ")], "quotes", "score line out of 100", "points: ship"),
        ([("<th>Pricing", "<th>It costs")], "tools.pricing", "row 'Pricing'", "'It costs'"),
        (
            [(" b</h1>", " b?</h1>"), (" vs Tool", " or Tool")],
            "page",
            "a title that names the cards",
            "or Tool",
        ),
        (
            [("<h2>Weekly AI Tool Verdicts</h2></body></html>", "<p>and")],
            "page",
            "a page without truncated",
            "'the page ends before its end",
        ),
    ],
    ids=["panel", "entry", "scorecard", "score line", "table row", "title", "cut short"],
)
def test_renamed_landmark_refuses_the_run(
    path: Path, swaps: list[tuple[str, str]], field: str, landmark: str, found: str
) -> None:
    """Nothing is loaded; field, landmark, what stands there and the remedy are told."""
    before = read_content(path)
    write_pages(path.parent / "after", 6, *swaps, first=10)
    done = run(path.parent, "ingest", "after", "--db", "x.db")
    assert done.returncode == 4
    (line,) = [line for line in done.stderr.splitlines() if "[drift]" in line]
    for word in (f"shiporskip.io (comparison, html): {field}: stated 0 of", landmark, found):
        assert word in line
    assert "nothing of it was loaded" in done.stderr
    assert "--accept-drift" in done.stderr
    assert "Nothing was loaded: 1 field read much worse than before" in done.stdout
    assert read_content(path) == before
    assert select(path, "SELECT status, pages_fetched FROM v1_runs")[1:] == [("failed", 6)]
    kept = f"SELECT filled, landmark, judgement FROM v1_coverage WHERE field = '{field}'"
    assert select(path, f"{kept} AND run_id = 2") == [(0, landmark, "refused")]


def test_slugs_that_vanish_refuse_the_run(tmp_path: Path) -> None:
    """Saved pages tell their slugs by links alone; without them, entries would be doubled."""
    path, no_address = tmp_path / "x.db", ('rel="canonical"', 'rel="help"')
    read(path, write_pages(tmp_path / "before", 6, no_address))
    links = ('href="/tool/', 'href="/t/')
    outcome = read(path, write_pages(tmp_path / "after", 6, no_address, links))
    assert [drop.now.field for drop in outcome.drift] == ["tools.slug"]
    assert outcome.is_refused


def test_refused_run_is_told_from_a_crash(path: Path) -> None:
    """The status names it refused, though the ledger has no word for it."""
    read(path, write_pages(path.parent / "after", 6, ENTRY, first=10))
    status = json.loads(run(path.parent, "status", "--db", "x.db", "--json").stdout)
    assert [one["status"] for one in status["runs"]] == ["refused", "clean"]


def test_refusal_is_told_to_programs(path: Path) -> None:
    """The summary of a refused run holds each field, its landmark, before, now and the remedy."""
    write_pages(path.parent / "after", 6, ENTRY, first=10)
    done = run(path.parent, "ingest", "after", "--db", "x.db", "--json")
    summary = json.loads(done.stdout)
    assert (summary["exit_status"], summary["is_refused"], summary["pages_held"]) == (4, True, 6)
    (drift,) = summary["drift"]
    assert drift.pop("remedy")
    assert drift == {
        "site": "shiporskip.io",
        "kind": "comparison",
        "medium": "html",
        "field": "tools.entry_price",
        "landmark": "label 'Entry'",
        "before": {"filled": 12, "slots": 12},
        "now": {"filled": 0, "slots": 12},
        "sample": "Free",
        "found": "Starts at",
    }


@pytest.mark.parametrize("odd", ["", "<h1>Sorry</h1>", "renamed", "\0" * 200])
def test_one_odd_page_among_many_is_loaded_as_ever(path: Path, odd: str) -> None:
    """What one page lacks is an issue of that page."""
    after = write_pages(path.parent / "after", 6, first=10)
    (page,) = write_pages(path.parent / "odd", 1, PANEL, first=20).iterdir()
    (after / "odd.html").write_text(page.read_text() if odd == "renamed" else odd)
    outcome = read(path, after)
    assert (outcome.is_refused, outcome.drift) == (False, ())
    assert outcome.run.counts.entries_added == 12


def test_few_pages_are_no_evidence(tmp_path: Path) -> None:
    """Under three pages, before or now, nothing is judged."""
    path = tmp_path / "x.db"
    read(path, write_pages(tmp_path / "a", 2))
    assert not read(path, write_pages(tmp_path / "b", 6, ENTRY, first=10)).is_refused
    path = tmp_path / "y.db"
    read(path, tmp_path / "a")
    read(path, write_pages(tmp_path / "c", 1, first=30))
    assert not read(path, write_pages(tmp_path / "d", 2, ENTRY, first=40)).is_refused
    assert read(path, write_pages(tmp_path / "e", 3, ENTRY, first=50)).is_refused


def test_extracts_after_pages_are_no_drift(path: Path) -> None:
    """The condensed rendering states less, and is compared with its like."""
    extracts = path.parent / "extracts"
    extracts.mkdir()
    for number in range(6):
        cards = [Card(name=f"Text {number} {side}", tagline=side * 9) for side in "ab"]
        (extracts / f"{number}.txt").write_text(write_text(cards))
    outcome = read(path, extracts)
    assert (outcome.is_refused, outcome.exit_status) == (False, 0)
    for file in extracts.iterdir():
        file.write_text(file.read_text().replace("\nEntry", "\nStarts at"))
    outcome = read(path, extracts)
    assert [drop.now.field for drop in outcome.drift] == ["tools.entry_price"]
    assert outcome.drift[0].group.medium == "extract"


def test_accepted_drift_is_loaded_and_is_the_new_baseline(path: Path) -> None:
    """What was accepted once is loaded, and is not asked again."""
    after = write_pages(path.parent / "after", 6, ENTRY, first=10)
    assert read(path, after).is_refused
    done = run(path.parent, "ingest", "after", "--db", "x.db", "--accept-drift")
    assert done.returncode == ISSUES  # the label that no field took
    assert "what the next runs are compared with" in done.stderr
    assert "12 entries added" in done.stdout
    later = read(path, write_pages(path.parent / "later", 6, ENTRY, first=20))
    assert later.exit_status == ISSUES
    assert run(path.parent, "check", "--db", "x.db").returncode == 0
    judgements = "SELECT DISTINCT run_id, judgement FROM v1_coverage ORDER BY run_id"
    assert [judgement for _, judgement in select(path, judgements)] == [
        "loaded", "refused", "accepted", "loaded",
    ]  # fmt: skip


def test_mended_reader_loads_what_was_refused(path: Path) -> None:
    """Once a reader knows the new words, the content is as if nothing had been refused."""
    after = write_pages(path.parent / "after", 6, ENTRY, first=10)
    assert read(path, after).is_refused
    select(path, "UPDATE held_pages SET reader_version = 'older'")
    later = write_pages(path.parent / "later", 3, ENTRY, first=20)
    outcome = read(path, later, parse=mend(ENTRY))
    assert (outcome.exit_status, outcome.pages_held) == (0, 0)
    whole = path.with_name("whole.db")
    for folder in (path.parent / "before", after, later):
        read(whole, folder, parse=mend(ENTRY))
    assert read_content(path) == read_content(whole)
    assert read(path, after, parse=mend(ENTRY)).run.counts.pages_unchanged == 6


def test_refused_pages_do_not_block_a_run_on_others(
    path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """Later runs on other pages are loaded; they say that pages wait, and how to go on."""
    assert read(path, write_pages(path.parent / "after", 30, PANEL, first=10)).is_refused
    capfd.readouterr()
    seen: list[str] = []

    def watch(body: bytes, **known: Any) -> Reading:
        seen.append(known["source"])
        return parse_page(body, **known)

    outcome = read(path, write_pages(path.parent / "good", 4, first=50), parse=watch)
    assert (outcome.exit_status, outcome.pages_held, len(seen)) == (0, 30, 4)
    told = capfd.readouterr().err
    assert "30 pages held back, of run 2" in told
    assert "--accept-drift" in told
    # Another reader tries them again, once, and reads them no better.
    select(path, "UPDATE held_pages SET reader_version = 'older'")
    outcome = read(path, write_pages(path.parent / "more", 4, first=60), parse=watch)
    assert (outcome.exit_status, outcome.pages_held, len(seen)) == (0, 30, 38)
    outcome = read(path, write_pages(path.parent / "most", 4, first=70), parse=watch)
    assert (outcome.exit_status, outcome.pages_held, len(seen)) == (0, 30, 42)
    # The same command is no run on other pages, and reads each of them once.
    select(path, "UPDATE held_pages SET reader_version = 'older'")
    assert read(path, path.parent / "after", parse=watch).is_refused
    assert len(seen) == 72


def test_page_that_comes_twice_in_a_refused_run_is_held_once(path: Path) -> None:
    """The same bytes of one address are one observation, also under two names."""
    after = write_pages(path.parent / "after", 3, ENTRY, first=10)
    twin = after / "twin.html"
    twin.hardlink_to(after / "010.html")
    outcome = read(path, after)
    assert (outcome.is_refused, outcome.pages_held) == (True, 3)
    assert outcome.run.counts.pages_unchanged == 1


def stop_after(count: int, stop: Callable[[], None]) -> Parse:
    """Return a reader that is stopped at its page of this number."""
    pages = iter(range(count))

    def parse(body: bytes, **known: Any) -> Reading:
        if next(pages, None) is None:
            stop()
        return parse_page(body, **known)

    return parse


def raise_stopped() -> None:
    raise StoppedError


def test_stop_while_reading_is_as_if_nothing_had_happened(path: Path) -> None:
    """A run that was stopped before it loaded anything is judged whole by the next."""
    after = write_pages(path.parent / "after", 6, ENTRY, first=10)
    with pytest.raises(StoppedError):
        read(path, after, parse=stop_after(4, raise_stopped))
    assert select(path, "SELECT DISTINCT judgement FROM v1_coverage WHERE run_id = 2") == [
        ("unfinished",)
    ]
    outcome = read(path, after)
    assert outcome.is_refused
    assert outcome.drift[0].now.pages == 6


def test_stop_while_loading_leaves_the_rest_to_the_next_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was judged and not loaded yet is read again, and the content is whole."""
    monkeypatch.setattr(judging, "BATCH_PAGES", 20)
    path, pages = tmp_path / "x.db", write_pages(tmp_path / "pages", 50)

    class Stop:
        task = ""

        def begin(self, task: str, unit: str = "pages") -> None:
            self.task = task

        def advance(self, done: int, total: int | None, *, is_estimate: bool = False) -> None:
            if self.task == "Loading" and done >= 20:
                raise StoppedError

        def say(self, line: str) -> None:
            pass

        def show_hosts(self, hosts: object) -> None:
            pass

    with pytest.raises(StoppedError):
        ingest(path, Settings(sources=(str(pages),)), Tools(progress=Stop()))
    assert select(path, "SELECT count(*) FROM v1_comparisons") == [(20,)]
    assert read(path, pages).run.counts.entries_added == 60
    whole = tmp_path / "whole.db"
    read(whole, pages)
    assert read_content(path) == read_content(whole)
