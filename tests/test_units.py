"""Numbers as people read them, and as programs do."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from html import unescape
from pathlib import Path

import pytest
from datasette.app import Datasette

from publish.units import write_number
from tests.panels import HAND_A, HAND_B, HAND_KAPPA, SECOND, fill_panels
from tests.publishing import ask, list_rows


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Fill a database in which one entry has more than a thousand community votes."""
    path = tmp_path_factory.mktemp("units") / "versus.db"
    fill_panels(path)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE entries SET community_votes = 1686 WHERE name = 'Osprey 50'")
    return path


def read_cells(page: str, column: str) -> list[str]:
    """Return the cells of a column of a page as their text."""
    cell = rf'<td [^>]*class="col-{column}(?: [^"]*)?"[^>]*>(.*?)</td>'
    found = re.findall(cell, page, re.DOTALL)
    return [unescape(re.sub("<[^>]+>", "", cell)).strip() for cell in found]


@pytest.mark.parametrize(
    ("column", "value", "written"),
    [
        ("quotes", 122_748, "122,748"),
        ("pages_failed", 7, "7"),
        ("both_ship", 1_000, "1,000"),
        ("run_id", 1_686, None),
        ("decision_id", 1_686, None),
        ("year", 2_026, None),
        ("status", 1_000, None),
        ("ship_pct", 1_000, None),
        ("quotes", "1686", None),
        ("quotes", None, None),
        ("kappa", 0.498, "0.50"),
        ("kappa", -0.002, "0.00"),
        ("kappa_low", None, None),
        ("mean_score", 61.25, None),
    ],
)
def test_number_is_written_by_what_it_is(column: str, value: object, written: str | None) -> None:
    """Counts have their thousands set apart, a kappa has two digits; ids and years are as they are.

    A word that looks like a number is none.
    """
    assert write_number(column, value) == written


def test_count_is_one_everywhere(app: Datasette) -> None:
    """A count is written alike on a view's page, a question's and a stranger's; data keeps it."""
    for address in ("v1_entries?name=Osprey+50&_columns=all", "panel_against_community?votes=1000"):
        assert read_cells(ask(app, address).text, "community_votes") == ["1,686"]
    own = ask(app, "?sql=select+1686+as+quotes,+2026+as+year,+1686+as+run_id").text
    assert [read_cells(own, name) for name in ("quotes", "year", "run_id")] == [
        ["1,686"], ["2026"], ["1686"],
    ]  # fmt: skip
    (row,) = list_rows(app, "panel_against_community?votes=1000")
    assert row["community_votes"] == 1686
    assert ",1686," in ask(app, "panel_against_community.csv?votes=1000").text


def test_kappa_has_two_digits_for_people(app: Datasette) -> None:
    """Kappa is told to two digits on the critic's page and the question's, and bounds as bounds."""
    (row,) = (
        row
        for row in list_rows(app, f"critics_agree?site={SECOND}&critic={HAND_A}")
        if row["other_critic"] == HAND_B
    )
    assert row["kappa"] == HAND_KAPPA
    assert row["kappa_low"] == round(row["kappa_low"], 3)
    for address in (
        f"/critic/{SECOND}/{HAND_A}",
        f"critics_agree?site={SECOND}&critic={HAND_A}",
    ):
        page = ask(app, address).text
        assert "0.40" in read_cells(page, "kappa")
        assert f"{row['kappa_low']:.2f}" in read_cells(page, "kappa_low")
        assert 'data-label="Kappa, 95 % from"' in page
        assert 'data-label="Kappa, 95 % to"' in page
