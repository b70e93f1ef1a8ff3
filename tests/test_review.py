"""``review`` on a terminal: pair by pair, a key for each word, and nothing is held meanwhile."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.drifting import select
from tests.forgotten import address_of, forget, read, write_page
from tests.listed import OTHER_TEXT, RETOLD, TEXT
from tests.pages import Card
from tests.reviewed import GRAVEL, OSIER, make_store, say_all
from tests.running import run
from tests.seated import CTRL_C, CTRL_D, ENTER, LEFT, sit_down
from versusdb.locking import hold_lock

WORDS = "SELECT decision_id, word FROM decisions ORDER BY decision_id"
QUEUE = "SELECT count(*) FROM v1_merge_queue"
ASKED = "Asked, for their texts have little in common"
# Three entries that the rule joins, and one of their name that it does not.
THREE = [
    Card(name="Coracle", slug=slug, tagline=tagline, description=text)
    for slug, tagline, text in (
        ("coracle", "Turns", TEXT),
        ("cor-acle", "Turns", RETOLD),
        ("cora-cle", "TURNS", TEXT),
    )
]
QUERNS = [
    Card(name="Quern", slug=f"quern-{number}", tagline=tagline, description=text)
    for number, tagline, text in ((1, "Grinds", TEXT), (2, "Mills", OTHER_TEXT))
]
BESIDE = ("Ash", "Birch", "Camphor", "Dogwood")
APART = Card(name="Coracle", slug="coracle-apart", tagline="Stays", description=OTHER_TEXT)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A database with one pair that waits."""
    return make_store(tmp_path)


def add_pages(path: Path, *cards: Card) -> None:
    """Read a page about each of these tools and one of which nothing is asked."""
    for day, (card, name) in enumerate(zip(cards, BESIDE, strict=False), start=10):
        beside = Card(name=name, slug=name.lower(), tagline=name, description="Is there.")
        write_page(path.parent / "more", str(day), card, beside, day=day)
    read(path, path.parent / "more")


@pytest.fixture
def many(path: Path) -> Path:
    """The same with a tool of three entries, and one that may belong to it."""
    add_pages(path, *THREE, APART)
    assert select(path, QUEUE) == [(4,)]
    return path


KEYS = {"s": "same", "d": "different", "u": "unsure", "S": "same"}


@pytest.mark.parametrize("key", KEYS)
def test_a_key_says_a_word(path: Path, key: str) -> None:
    """It is written at once, by the user who sits there or whom --by names; then none waits."""
    with sit_down(path.parent, "review", "--by", "ida", "--reason", "seen") as seat:
        shown = seat.read()
        assert shown.startswith("\n1 pair waits for a person · score ")
        assert ASKED in shown
        shown = seat.press(key)
        assert f"Decision 1: {KEYS[key]}, Osier (osier" in shown
        assert shown.endswith(
            "\nNo more pairs wait.\n1 decision made; 'versusdb review --undo 1' takes it back, "
            "'versusdb review\n      --export FILE' keeps it\n"
        )
        assert seat.wait() == 0
    assert select(path, "SELECT word, decided_by, reason FROM decisions") == [
        (KEYS[key], "ida", "seen")
    ]
    assert select(path, QUEUE) == [(0,)]


@pytest.mark.parametrize("key", ["n", " ", ENTER])
def test_next_decides_nothing(path: Path, key: str) -> None:
    """The pair is passed over for this time."""
    with sit_down(path.parent, "review") as seat:
        seat.read()
        assert seat.press(key).endswith(
            "\nNo more pairs for now; 1 pair that was passed over still waits.\n"
        )
        assert seat.wait() == 0
    assert select(path, WORDS) == []
    assert select(path, QUEUE) == [(1,)]


@pytest.mark.parametrize(("key", "status"), [("q", 0), (CTRL_D, 0), (CTRL_C, 6)])
def test_a_person_may_leave(path: Path, key: str, status: int) -> None:
    """By a key or as from any program; what was decided before is kept."""
    add_pages(path, *THREE[:1], APART)
    with sit_down(path.parent, "review") as seat:
        seat.read()
        seat.press("s")
        shown = seat.press(key)
        assert "Traceback" not in shown
        assert ("1 decision made" in shown) == (status == 0)
        assert seat.wait() == status
    assert select(path, WORDS) == [(1, "same")]


@pytest.mark.parametrize("key", ["?", "h", "x", LEFT, "ß", "1"])
def test_any_other_key_shows_what_each_does(path: Path, key: str) -> None:
    """The pair stays, and no key that was meant otherwise decides."""
    with sit_down(path.parent, "review") as seat:
        prompt = seat.read().splitlines()[-1]
        shown = seat.press(key).splitlines()
        assert [line[:3] for line in shown[1:8]] == [f"{k}  " for k in "sdulznq"]
        assert shown[-1] == prompt
    assert select(path, WORDS) == []


def test_undo_takes_back_what_was_decided_last(many: Path) -> None:
    """The pair is asked again; what was decided before it holds."""
    add_pages(many, *QUERNS)
    before = select(many, QUEUE)
    with sit_down(many.parent, "review") as seat:
        seat.read()
        assert "Nothing was decided in this review; --undo N" in seat.press("z")
        seat.press("u")
        left = seat.press("u").partition(" wait for a person")[0].split()[-2:]
        shown = seat.press("z")
        assert "Decision 2 is taken back" in shown
        assert int(shown.partition(" pairs wait for a person")[0].split()[-1]) > int(left[0])
        assert "Decision 1 is taken back" in seat.press("z")
        assert "Nothing was decided in this review" in seat.press("z")
        seat.press("q")
        assert seat.wait() == 0
    words = [word for _, word in select(many, WORDS)]
    assert words == ["unsure", "unsure", "retracted", "retracted"]
    assert select(many, QUEUE) == before


@pytest.mark.parametrize("key", ["u", "n"])
def test_two_tools_are_one_question(many: Path, key: str) -> None:
    """Whichever of their entries it was asked of, the others are not asked after it."""
    assert select(many, QUEUE) == [(4,)]
    with sit_down(many.parent, "review") as seat:
        shown = seat.read()
        while "Coracle" not in shown:
            shown = seat.press("n")
        shown = seat.press(key)
        assert not re.search(r"^name +Coracle", shown, re.MULTILINE)
        assert "Osier" in shown or "No more pairs" in shown
        seat.press("q")
    assert select(many, QUEUE) == [(4 if key == "n" else 1,)]


def test_the_resulting_tool_is_shown_and_one_can_be_left_out(many: Path) -> None:
    """Of several it is asked which; it is held different from all it is with, and they stay."""
    with sit_down(many.parent, "review") as seat:
        shown = seat.read()
        while "Coracle" not in shown:
            shown = seat.press("n")
        (start,) = re.findall(r"As one tool, (\d+) entries:", shown)
        assert start == "4"
        listed = re.findall(r"^  ([AB12]) Coracle \(([a-z-]+)\)", shown, re.MULTILINE)
        assert sorted(sign for sign, _ in listed) == ["1", "2", "A", "B"]
        assert "Which one, 1 to 2? " in seat.press("l")
        assert "None of them; nothing was changed" in seat.press("9")
        seat.press("l")
        shown = " ".join(seat.press("2").split())
        left = dict(listed)["2"]
        assert f"Decisions 1 to 2: different, Coracle ({left}) and all that it was with" in shown
        assert "4 entries that were 2 tools are 3 now" in shown
        assert list_coracles(many) == {frozenset({"coracle", "cor-acle", "cora-cle"} - {left})}
        said = select(many, "SELECT slug_a, slug_b FROM v1_decisions")
        assert all(left in pair for pair in said)
        assert "Decisions 1 to 2 are taken back" in seat.press("z")
        assert list_coracles(many) == {frozenset({"coracle", "cor-acle", "cora-cle"})}
        seat.press("q")


def list_coracles(path: Path) -> set[frozenset[str]]:
    """Return the slugs of each tool of several entries."""
    rows = select(
        path,
        "SELECT group_concat(slug) FROM v1_entries WHERE name = 'Coracle' GROUP BY tool_id "
        "HAVING count(*) > 1",
    )
    return {frozenset(slugs.split(",")) for (slugs,) in rows}


def test_of_one_other_entry_it_is_not_asked_which(path: Path) -> None:
    """And where there is none, what to press instead is told."""
    add_pages(path, *THREE[:2], APART)
    with sit_down(path.parent, "review") as seat:
        shown = seat.read()
        seen = {"Coracle": False, "Osier": False}
        while not all(seen.values()):
            name = next(each for each in seen if f" {each} " in shown)
            seen[name] = True
            if name == "Osier":
                assert "There is no other entry in it: d says" in seat.press("l")
                shown = seat.press("n")
            else:
                shown = seat.press("l")
                assert "Decision 1: different, Coracle" in shown
                assert "3 entries that were 2 tools are 3 now" in " ".join(shown.split())
        seat.press("q")
    ((a, b),) = select(path, "SELECT slug_a, slug_b FROM v1_decisions")
    assert {a, b} == {"coracle", "cor-acle"}


def test_an_empty_queue_ends_at_once(path: Path) -> None:
    """It is told that nothing waits, with status 0."""
    run(path.parent, "review", "--unsure", "osier", "osier-2026")
    with sit_down(path.parent, "review") as seat:
        assert seat.read() == "versus.db: no pair waits for a person.\n"
        assert seat.wait() == 0


def test_a_decision_on_cards_that_changed_is_asked_for_again(path: Path) -> None:
    """After the queue; what has changed is told, and the same word confirms it."""
    say_all(path)
    changed = Card(name="Osier", slug="osier", tagline="Rolls back", description=TEXT)
    write_page(path.parent / "later", "1", changed, GRAVEL, day=9)
    read(path, path.parent / "later")
    with sit_down(path.parent, "review") as seat:
        shown = seat.read()
        assert re.search(r"Asked, for since then [AB] has another tagline$", shown, re.MULTILINE)
        assert "Decided before: same (decision 1) · score " in shown
        assert "\n+ same name\n" in shown
        assert "\n- one text names " in shown
        assert "Decision 7: same" in seat.press("s")
        assert seat.wait() == 0
    assert select(path, "SELECT changed FROM v1_decisions WHERE decision_id = 7") == [("[]",)]


def test_a_contradiction_is_shown_and_the_pair_asked_again(path: Path) -> None:
    """Somebody else has decided meanwhile: the path is told, nothing is written, and on it goes."""
    with sit_down(path.parent, "review") as seat:
        seat.read()
        assert run(path.parent, "review", "--same", "osier", "gravelbed").returncode == 0
        assert run(path.parent, "review", "--same", "gravelbed", "osier-2026").returncode == 0
        shown = " ".join(seat.press("d").split())
        assert "contradicts what was decided: " in shown
        assert re.search(r"take one of them back: --undo 1 or --undo 2", shown)
        assert shown.endswith("? help:")
        seat.press("q")
        assert seat.wait() == 0
    assert select(path, WORDS) == [(1, "same"), (2, "same")]


def test_another_run_may_hold_the_database(path: Path) -> None:
    """Nothing is held while a person thinks; a key during a run says so, and waits."""
    with sit_down(path.parent, "review") as seat:
        seat.read()
        with hold_lock(path):
            shown = seat.press("s")
            assert "another run holds this database" in " ".join(shown.split())
            assert shown.rstrip().endswith("? help:")
        # Neither did the person hold it.
        assert run(path.parent, "resolve").returncode == 0
        assert "Decision 1: same" in seat.press("s")
        with hold_lock(path):
            assert seat.wait() == 0


def test_an_entry_that_goes_while_a_person_thinks(path: Path) -> None:
    """No word is written on what took its place; that it is not here any more is told."""
    with sit_down(path.parent, "review") as seat:
        seat.read()
        forget(path, address_of(OSIER, GRAVEL))
        add_pages(path, *THREE[:1])
        shown = " ".join(seat.press("s").split())
        assert "Osier (osier) is not here any more" in shown
        assert "Traceback" not in shown
        seat.press("n")
    assert select(path, WORDS) == []


@pytest.mark.parametrize("columns", [40, 80, 120])
def test_it_can_be_read_on_any_terminal(many: Path, columns: int) -> None:
    """What is told breaks between words; the cards are as wide as it is."""
    with sit_down(many.parent, "review", columns=columns) as seat:
        shown = [seat.read(), seat.press("n")]
    for lines in (each.splitlines() for each in shown):
        (legend,) = (number for number, line in enumerate(lines) if line.startswith("underlined"))
        cards, told = lines[:legend], lines[legend + 1 : -1]
        assert all(len(line) <= columns for line in cards)
        assert all(len(line) <= columns for line in told)
        assert lines[-1].startswith("s same  d different")
