"""``changes`` says what a run changed on the site, and what it did not."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from sqlite_utils import Database

from tests.archived import AC, FULL, KEPT, OTHER, Kept, age, keep, misread, read_again, read_unread
from tests.observing import A, B, C
from tests.pages import review, write_html, write_text
from tests.running import run
from versusdb.changes import Told, read_changes, run_changes
from versusdb.files import DATABASE, open_for_reading

DOCS = Path(__file__).resolve().parent.parent / "docs" / "operators.md"
EARLY, LATE = "2026-01-01T00:00:00Z", "2999-12-31T00:00:00Z"
# SQLite has no such number.
HUGE = ("9" * 20, f"there is no run {'9' * 20}\n")


def tell(path: Path, *runs: int) -> list[Told]:
    """Return what these runs changed."""
    database: Database = open_for_reading(path, DATABASE)
    told = read_changes(database, runs)
    database.close()
    return told


def name(told: list[Told]) -> set[tuple[str, str, str]]:
    """Return the tools, subjects and kinds of changes."""
    return {(each.of.tool, each.change.subject, each.change.how) for each in told}


def observe(path: Path, *pages: tuple[Kept, int]) -> None:
    """Load pages in a run of their own."""
    keep(path, pages)
    read_unread(path)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Four runs: a page, changed scores, changed words, and as it was."""
    path = tmp_path / "x.db"
    for day, page in enumerate((0, 1, 2, 0), start=1):
        observe(path, (KEPT[page], day))
    return path


def test_what_is_new_is_told(path: Path) -> None:
    """The first run brings entries and quotes, with their values."""
    told = tell(path, 1)
    assert name(told) == {
        (tool, subject, "new")
        for tool in ("Tintype", "Gravelbed")
        for subject in ("entry", "quote")
    }
    assert len(told) == 10


def test_scores_are_told_field_by_field(path: Path) -> None:
    """What is different is told before and after."""
    told = tell(path, 2)
    assert name(told) == {("Tintype", "entry", "changed"), ("Tintype", "quote", "changed")}
    (entry,) = (each.change for each in told if each.change.subject == "entry")
    assert entry.fields == {
        "verdict": ("ship", "mixed"), "panel_ship_pct": (75, 50), "ship_votes": (3, 2),
        "skip_votes": (1, 2), "entry_price": ("Free", "Paid"),
    }  # fmt: skip


def test_quotes_end_and_come_back(path: Path) -> None:
    """An end is told of the run that observed it; what returns is no new quote."""
    ended = [each for each in tell(path, 3) if each.change.subject == "quote"]
    assert {(each.change.text, each.change.how, each.change.at[8:10]) for each in ended} >= {
        (review(A, 1), "ended", "03"), (OTHER, "new", "03"),
    }  # fmt: skip
    back = {(each.change.text, each.change.how) for each in tell(path, 4)}
    assert back >= {(review(A, 1), "back"), (OTHER, "ended")}
    assert {each.change.run_id for each in tell(path, 4)} == {4}
    critics = [{e.change.reviewer for e in tell(path, run) if e.change.text} for run in (2, 4)]
    assert critics == [{"Futurist"}, {"Skeptic"}]


def test_several_runs_are_one_story(path: Path) -> None:
    """What one of them brought is new, as it is after the last; what went and came is no change."""
    told = tell(path, 1, 2, 3, 4)
    assert {how for _, _, how in name(told)} == {"new", "earlier"}
    (gone,) = (each.change for each in told if each.change.how == "earlier")
    assert (gone.text, gone.run_id) == (OTHER, 3)
    assert name(tell(path, 2, 3, 4)) == {("Tintype", "entry", "earlier"),
        ("Tintype", "quote", "earlier")}  # fmt: skip


def test_a_run_that_saw_another_page_ended_nothing(path: Path) -> None:
    """Pages of one second, read by two runs: the end is told of the one that saw it."""
    observe(path, (Kept(AC, write_html([A, C]).replace(review(A, 2), OTHER)), 9))
    observe(path, (Kept(KEPT[0].address, FULL.replace(review(A, 2), OTHER)), 9))
    assert ("Tintype", "quote", "ended") not in name(tell(path, 5))
    assert ("Tintype", "quote", "ended") in name(tell(path, 6))


def test_an_old_archive_brings_an_earlier_state(tmp_path: Path) -> None:
    """What lies before all that was known is no news of the site."""
    path = tmp_path / "x.db"
    observe(path, (KEPT[1], 5))
    observe(path, (KEPT[0], 1))
    (entry,) = (each.change for each in tell(path, 2) if each.change.subject == "entry"
                and each.of.tool == "Tintype")  # fmt: skip
    assert (entry.how, entry.fields["panel_ship_pct"]) == ("earlier", (75, 50))
    assert ("Tintype", "entry", "new") in name(tell(path, 1))


def test_a_better_reader_is_no_change(tmp_path: Path) -> None:
    """What reading again changes is a change of no run."""
    path = tmp_path / "x.db"
    keep(path, [(KEPT[0], 1)])
    read_unread(path, misread)
    age(path)
    read_again(path, apply=True)
    assert ("Tintype", "entry", "changed") not in name(tell(path, 1))
    assert name(tell(path, 2)) == set()


def test_quotes_stand_in_the_order_of_their_seats(path: Path) -> None:
    """A person reads critic by critic, whatever the ids of their words are."""
    seats: dict[str, list[int | None]] = {}
    for each in tell(path, 1):
        if each.change.subject == "quote":
            seats.setdefault(each.of.name, []).append(each.change.seat)
    assert seats == {"Tintype": [1, 2, 3, 4], "Gravelbed": [1, 2, 3, 4]}


def test_what_is_different_comes_before_what_is_new(path: Path) -> None:
    """A tool that changed is not lost behind many that are new."""
    observe(path, (KEPT[8], 1), (KEPT[5], 9))
    tools = [each.of.tool for each in tell(path, 5)]
    assert list(dict.fromkeys(tools)) == ["Tintype", "Osier"]


def read_json(folder: Path, *arguments: str) -> dict[str, Any]:
    """Return the JSON of the command."""
    told: dict[str, Any] = json.loads(
        run(folder, "changes", "--db", "x.db", "--json", *arguments).stdout
    )
    return told


def test_the_command_takes_the_last_run_that_changed_anything(path: Path) -> None:
    """Words are grouped by tool and have no ids; JSON has all; an unknown run is status 2."""
    observe(path, (KEPT[0], 5))
    told = read_json(path.parent)
    assert [each["run_id"] for each in told["runs"]] == [4]
    assert told["last_run_id"] == 5
    assert len(told["changes"]) == sum(sum(kind.values()) for kind in told["counts"].values())
    shown = run(path.parent, "changes", "2", "--db", "x.db").stdout
    assert "Tintype  https://shiporskip.io/tool/tintype-2026\n" in shown
    assert "panel 75 → 50" in shown
    assert "  ~ quote different 2026-05-02: Futurist, score 72 → 62, verdict 'ship'" in shown
    assert told["changes"][0]["entry_id"] not in shown
    since = read_json(path.parent, "--since", EARLY)
    assert [each["run_id"] for each in since["runs"]] == [1, 2, 3, 4, 5]
    for number, line in (("9", "there is no run 9; the last is 5"), HUGE):
        unknown = run(path.parent, "changes", number, "--db", "x.db")
        assert (unknown.returncode, line in unknown.stderr) == (2, True)


def test_every_key_of_the_json_is_told_to_operators(path: Path) -> None:
    """The table of the docs has the keys of the command, and no other."""
    section = DOCS.read_text(encoding="utf-8").partition("`versusdb changes --json` is")[2]
    table = section.partition("\n## ")[0]
    first = re.findall(r"^\| (`.*?`) \|", table, re.MULTILINE)
    told = read_json(path.parent)
    keys = {*told, *told["changes"][0]}
    assert {key for cell in first for key in re.findall(r"`(\w+)`", cell)} == keys


def test_a_quiet_night_is_said_to_be_one(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """That the last run changed nothing comes before what an older one changed, each with a day."""
    observe(path, (KEPT[0], 5))
    run_changes(db=path, run=None, since=None, shows_all=False, is_json=False)
    shown = capsys.readouterr().out
    words = " ".join(shown.split())
    assert ": the last run, 5 (ingest, " in words.partition("changed nothing")[0]
    assert ", run 4 (ingest, " in words.partition("changed nothing")[2]
    assert f"  + quote back 2026-05-04: Skeptic: '{review(A, 1)[:30]}" in shown
    assert f"  - quote ended 2026-05-04: Skeptic: '{OTHER}'\n" in shown
    run_changes(db=path, run=None, since=EARLY, shows_all=False, is_json=False)
    assert f", runs 1 to 5 (since {EARLY}): " in capsys.readouterr().out
    run_changes(db=path, run=None, since=LATE, shows_all=False, is_json=False)
    assert capsys.readouterr().out.endswith(f": no run has begun since {LATE}\n")
    run_changes(db=path, run=5, since=None, shows_all=False, is_json=False)
    assert capsys.readouterr().out.endswith(": nothing changed\n")
    run_changes(db=path, run=3, since=None, shows_all=False, is_json=False)
    assert f"  + quote new 2026-05-03: Skeptic 71 ship: '{OTHER}'\n" in capsys.readouterr().out


def test_what_is_known_now_is_told_apart(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A person sees what is known now, and no dash that becomes a value."""
    path, name = tmp_path / "x.db", "A name that is as long as a title: with a colon, and more"
    long = replace(B, name=name, slug="gravelbed-with-a-slug-that-is-rather-long")
    observe(path, (Kept(None, write_text([A, long])), 1))
    observe(path, (Kept(None, write_html([A, long])), 2))
    run_changes(db=path, run=2, since=None, shows_all=False, is_json=False)
    shown = capsys.readouterr().out
    assert "2 entries better known, 8 quotes better known" in " ".join(shown.split())
    assert "different" not in shown
    assert "–" not in shown
    assert "  = now known 2026-05-02: pricing 'Free; $9/mo for a team'\n" in shown
    assert "  = quote now known 2026-05-02: reviewer 'Builder', score 70, verdict 'ship'" in shown
    assert f"\n{name}  https://shiporskip.io/tool/{long.slug}\n" in shown
