"""What a sitting says at its end: what still waits, and how the last decision is taken back."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.forgotten import read, write_page
from tests.pages import Card
from tests.reviewed import make_store
from tests.running import run
from tests.seated import Seat, sit_down
from tests.test_review import APART, THREE
from versusdb.entries import describe_changed
from versusdb.pair_view import LEGEND

EXPORT = "'versusdb review --export FILE'"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A database with four pairs that wait, three of them of two tools."""
    path = make_store(tmp_path)
    for day, card in enumerate((*THREE, APART), start=10):
        beside = Card(name=f"Ash {day}", slug=f"ash-{day}", tagline=f"Is {day}")
        write_page(tmp_path / "more", str(day), card, beside, day=day)
    read(path, tmp_path / "more")
    return path


def press(seat: Seat, keys: dict[str, str], shown: str) -> str:
    """Press for each pair the key of its name, and return what is shown last, in one line."""
    for _ in keys:
        cards = shown.rpartition(" · score ")[2].partition(LEGEND)[0]
        (name,) = (each for each in keys if f" {each} " in cards)
        shown = seat.press(keys[name])
    return " ".join(shown.split())


def test_pairs_that_were_passed_over_still_wait(path: Path) -> None:
    """They are counted as in the queue, whose pairs of two tools are one question."""
    with sit_down(path.parent, "review") as seat:
        shown = press(seat, {"Osier": "n", "Coracle": "n"}, seat.read())
        assert shown.endswith("No more pairs for now; 4 pairs that were passed over still wait.")
        assert seat.wait() == 0
    assert run(path.parent, "review").stdout.startswith("versus.db: 4 pairs wait for a person\n")


def test_one_that_was_passed_over_waits_beside_decisions(path: Path) -> None:
    """What was decided is not counted; the number of the last decision is told."""
    with sit_down(path.parent, "review") as seat:
        shown = press(seat, {"Osier": "n", "Coracle": "u"}, seat.read())
        assert shown.endswith(
            "No more pairs for now; 1 pair that was passed over still waits. 1 decision made; "
            f"'versusdb review --undo 1' takes it back, {EXPORT} keeps it"
        )


def test_the_last_of_several_decisions_is_told(path: Path) -> None:
    """By the number that it has in the log, where others stood in it before."""
    run(path.parent, "review", "--unsure", "tintype", "pumice")
    with sit_down(path.parent, "review") as seat:
        shown = press(seat, {"Osier": "u", "Coracle": "u"}, seat.read())
        assert shown.endswith(
            "No more pairs wait. 2 decisions made; 'versusdb review --undo 3' takes the last back, "
            f"{EXPORT} keeps them"
        )
    done = run(path.parent, "review", "--undo", "3")
    assert done.returncode == 0


def test_decisions_that_one_key_made_are_taken_back_by_one_command(path: Path) -> None:
    """Also where the sitting is ended before its last pair."""
    with sit_down(path.parent, "review") as seat:
        shown = seat.read()
        while "Coracle" not in shown:
            shown = seat.press("n")
        seat.press("l")
        seat.press("2")
        shown = " ".join(seat.press("q").split())
        assert shown.endswith(
            f"2 decisions made; 'versusdb review --undo 1-2' takes them back, {EXPORT} keeps them"
        )
    assert run(path.parent, "review", "--undo", "1-2").returncode == 0


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        (("a.tagline",), "A has another tagline"),
        (("a.tagline", "a.description"), "A has another tagline and another description"),
        (
            ("a.name", "a.tagline", "a.homepage_url", "b.pricing"),
            "A has another name, another tagline and another homepage url, B has another pricing",
        ),
    ],
)
def test_what_has_changed_is_told_in_a_sentence(changed: tuple[str, ...], told: str) -> None:
    """Each side once, with all that its card says otherwise."""
    assert describe_changed(changed) == told
