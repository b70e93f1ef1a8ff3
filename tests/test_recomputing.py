"""What is kept is what follows from what was read: ``check`` computes it, ``reparse`` mends it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.archived import read_again
from tests.checked import find, make_sound
from tests.drifting import read_content, select
from versusdb.errors import FileDamagedError


@pytest.fixture(scope="module")
def _sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_sound(tmp_path_factory.mktemp("sound"))


@pytest.fixture
def path(_sound: Path, tmp_path: Path) -> Path:
    """A sound database of four pages, one of which was seen to change."""
    for name in ("x.db", "x.archive.db"):
        shutil.copy(_sound / name, tmp_path / name)
    return tmp_path / "x.db"


@pytest.mark.parametrize(
    ("statements", "code"),
    [
        (("UPDATE cards SET tagline = 'Other' WHERE card_id = 1",), "card_damaged"),
        (("UPDATE card_quotes SET score = 1 WHERE number = 1",), "card_damaged"),
        (("DELETE FROM card_quotes WHERE card_id = 2",), "card_damaged"),
        (("UPDATE cards SET entry_id = 2 WHERE card_id = 1",), "card_damaged"),
        (
            (
                "UPDATE entries SET tagline = 'Other' WHERE entry_id = 1",
                "UPDATE entry_versions SET tagline = 'Other' WHERE entry_id = 1",
            ),
            "computed_wrong",
        ),
        (
            (
                "UPDATE quotes SET score = 1 WHERE quote_id = 1",
                "UPDATE quote_versions SET score = 1 WHERE quote_id = 1",
            ),
            "computed_wrong",
        ),
        (("UPDATE quote_ends SET ended_at = '2020-01-01T00:00:00Z'",), "computed_wrong"),
        (("DELETE FROM entry_versions WHERE valid_to IS NOT NULL",), "computed_wrong"),
        (("UPDATE quote_dates SET sighting_count = 9 WHERE quote_id = 2",), "computed_wrong"),
        (("UPDATE comparisons SET title = 'Other' WHERE comparison_id = 1",), "computed_wrong"),
    ],
)
def test_what_is_another_is_found_and_mended(
    path: Path, statements: tuple[str, ...], code: str
) -> None:
    """A value that other hands have changed, where no view disagrees, is not what was read."""
    before = read_content(path)
    for statement in statements:
        select(path, statement)
    assert code in {finding.code for finding in find(path) if finding.is_failure}
    read_again(path)
    assert code in {finding.code for finding in find(path)}
    read_again(path, apply=True)
    assert find(path) == []
    assert read_content(path) == before


def test_what_a_page_lacks_is_found_and_read_again(path: Path) -> None:
    """A card that no page shows any more is told, computed without, and read again by --all."""
    before = read_content(path)
    select(path, "DELETE FROM sightings WHERE reading_id = 1 AND position = 1")
    assert "card_unseen" in {finding.code for finding in find(path) if finding.is_failure}
    read_again(path, apply=True)
    read_again(path, apply=True, all=True)
    assert find(path) == []
    assert read_content(path) == before


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE comparisons SET site = 'other.example' WHERE comparison_id = 1",
        "UPDATE comparison_entries SET entry_id = 5 WHERE comparison_id = 1 AND position = 1",
        "UPDATE readings SET page = 'c0000000000000000' WHERE reading_id = 2",
        "UPDATE readings SET is_whole = 0 WHERE reading_id = 2",
    ],
)
def test_a_comparison_is_of_its_pages(path: Path, statement: str) -> None:
    """Which entries a comparison sets side by side, and which pages show it, is checked."""
    before = read_content(path)
    select(path, statement)
    codes = {finding.code for finding in find(path) if finding.is_failure}
    assert codes & {"id_wrong", "computed_wrong"}
    read_again(path, apply=True, all=True)
    assert find(path) == []
    assert read_content(path) == before


def test_rows_that_refer_to_none_are_no_ground_to_compute_on(path: Path) -> None:
    """Reading again says what is wrong and what to do, and changes nothing."""
    select(path, "DELETE FROM cards WHERE card_id = 1")
    before = read_content(path)
    with pytest.raises(FileDamagedError, match="refer to rows that are missing"):
        read_again(path, apply=True)
    assert read_content(path) == before


def test_all_is_read_again_where_it_is_asked_for(path: Path) -> None:
    """What a page showed is mended by reading it, though this reader has read it before."""
    before = read_content(path)
    select(path, "UPDATE readings SET title = 'Other'")
    assert read_again(path, apply=True).pages_reread == 0
    assert read_content(path) != before
    assert read_again(path, apply=True, all=True).pages_reread == 5
    assert read_content(path) == before
    assert find(path) == []
