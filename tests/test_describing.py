"""What a database says of itself, and how it is laid out for people."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from publish.arranging import ARRANGEMENTS, arrange, credit_sites, title_view
from publish.describing import Contents, Site, View, describe_view
from publish.opening import inspect_file
from tests.publishing import SITE, ask, open_app

VIEWS = tuple(ARRANGEMENTS)


def test_every_view_and_column_is_described(path: Path) -> None:
    """The database documents itself: no view or column of the contract is without its words."""
    contents = inspect_file(path)
    assert {view.name for view in contents.views} == set(VIEWS)
    with closing(sqlite3.connect(path)) as connection:
        for view in contents.views:
            held = [row[1] for row in connection.execute(f"PRAGMA table_info({view.name})")]
            assert [column.name for column in view.columns] == held
            assert view.description
            assert [column.name for column in view.columns if not column.description] == []


def test_description_may_hold_anything_but_a_line_break() -> None:
    """Commas, brackets and dashes in a comment are words; a comment of its own goes on."""
    sql = """CREATE VIEW v1_x ( -- Things (all), and
    -- more -- of them
    "one", -- 1, (or) so
    -- and on
    two
) AS SELECT 1, 2 -- ) not this"""
    view = describe_view("v1_x", sql)
    assert view.description == "Things (all), and more -- of them"
    assert [(column.name, column.description) for column in view.columns] == [
        ("one", "1, (or) so and on"),
        ("two", ""),
    ]


def test_view_without_named_columns_has_no_descriptions() -> None:
    """A view that names its columns in its SELECT is shown without words, not refused."""
    assert describe_view("v1_x", "CREATE VIEW v1_x AS SELECT 1 AS one") == View("v1_x", "", ())


@pytest.mark.parametrize("name", VIEWS)
def test_arrangement_names_columns_that_exist(path: Path, name: str) -> None:
    """A view is sorted and faceted by columns that it has."""
    (view,) = (view for view in inspect_file(path).views if view.name == name)
    chosen, held = ARRANGEMENTS[name], {column.name for column in view.columns}
    assert set(chosen.facets) <= held
    assert chosen.sort in held | {""}


def test_metadata_has_no_licence_and_names_the_only_source() -> None:
    """A site is named as it asks; the words of others get no licence from us."""
    site = Site(SITE, "Example", "Example panel review", "Cite us.", "javascript:alert(1)")
    metadata = arrange("any", Contents((), (), (site,)), ())
    assert metadata["source"] == "Example panel review"
    assert metadata["source_url"] == f"https://{SITE}/"
    assert "about_url" not in metadata
    assert not {"license", "license_url"} & metadata.keys()


def test_several_sites_are_named_without_one_address() -> None:
    """No site's address stands for another's rows; without any site nothing is claimed."""
    site = Site(SITE, "Example", "Example panel review", "Cite us.", f"https://{SITE}/terms")
    credit = credit_sites((site, site))
    assert credit["source"] == "Example panel review; Example panel review"
    assert "source_url" not in credit
    assert credit_sites(()) == {}


def test_tables_are_hidden_and_views_are_not(path: Path, tmp_path: Path) -> None:
    """Every table is hidden, the shadow tables of a full-text index too."""
    copy = tmp_path / "indexed.db"
    with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(copy)) as target:
        source.backup(target)
        target.execute("CREATE VIRTUAL TABLE words USING fts5(text)")
    with open_app(copy) as app:
        answer = ask(app, "/indexed.json").json()
    assert {table["name"] for table in answer["tables"]} > {"words", "words_data", "entries"}
    assert all(table["hidden"] for table in answer["tables"])
    assert {view["name"] for view in answer["views"]} == {
        *VIEWS, "search_entries", "search_quotes",
    }  # fmt: skip


def test_view_has_a_title_for_people() -> None:
    """A view is called what people say, without the number of its contract."""
    assert title_view("v1_entry_history") == "Entry history"
