"""Killed anywhere and started again, a crawl ends as if nothing had happened."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.killing import (
    MOST_AGAIN,
    FaultySite,
    count_again,
    find_short_pauses,
    kill_until_it_ends,
    read_content,
    run_whole,
)

KILLS = 5
SEEDS = range(11)


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[object, int]]:
    """What a run holds that nobody killed, and how many writes it took."""
    site, database = FaultySite(), tmp_path_factory.mktemp("undisturbed") / "x.db"
    with site.site:
        writes = run_whole(site, database)
        yield read_content(site, database), writes


@pytest.mark.parametrize("seed", SEEDS)
def test_a_crawl_that_is_killed_ends_as_if_nothing_had_happened(
    seed: int, undisturbed: tuple[object, int], tmp_path: Path
) -> None:
    """Killed and then let be: the same content, and nothing asked too often or too soon."""
    content, writes = undisturbed
    dice = random.Random(seed)  # noqa: S311
    site, database = FaultySite(), tmp_path / "x.db"
    with site.site:
        kills = kill_until_it_ends(site, database, writes, dice, KILLS)
    assert kills > 0
    assert read_content(site, database) == content
    assert count_again(site.log) <= kills * MOST_AGAIN
    assert find_short_pauses(site.log) == []
