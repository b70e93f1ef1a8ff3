"""The live file: replaced, taken away, and what it holds of its operator alone."""

from __future__ import annotations

import asyncio
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

import pytest
from datasette.app import Datasette

from publish.errors import DatabaseUnreadableError
from publish.opening import ShownFile
from publish.wording import word_json
from tests.publishing import TALLY, ask, open_app

SECRET = "http://proxy-of-mine.example:3128"
GUESS = f"(select '{SECRET}' as settings)"
ADDRESSES = [
    "v1_runs",
    "v1_runs.json?_shape=array",
    "v1_runs.csv?_stream=on",
    "runs",
    "runs.json?_shape=array",
    "runs/1",
    "v1_runs?_facet=settings",
    "runs.json?settings__contains=proxy",
    "runs.json?_where=settings+like+'%proxy%'",
]
QUESTIONS = [
    "select * from runs",
    "select max(json_extract(settings, '$.proxy')) from v1_runs",
    "select upper(settings) from (select * from runs) full join (select 1) on 1",
    "select run_id from runs where instr(settings, 'proxy')",
    f"select v1_runs.settings from v1_runs full join {GUESS} using (settings)",
]
# SQLite reads the column here without asking whether it may.
ROUNDABOUT = [
    "select settings from runs full join (select 1 as settings) using (settings)",
    "select settings from (select 1 as settings) full join [RUNS] Using(settings)",
    'select settings from main."runs" natural full join (select 1 as settings)',
    f"select 1 from runs join {GUESS} using (settings)",
]


@pytest.fixture
def live(path: Path, tmp_path: Path) -> Path:
    """Copy the database to a place of its own, with the options of a run in it."""
    copy = tmp_path / "live.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("VACUUM INTO ?", (str(copy),))
    with closing(sqlite3.connect(copy)) as connection, connection:
        connection.execute("UPDATE runs SET settings = json_object('proxy', ?)", (SECRET,))
    return copy


@pytest.fixture
def shown(live: Path) -> Iterator[Datasette]:
    """Build the app on the copy."""
    with open_app(live) as app:
        yield app


@pytest.mark.parametrize("address", ADDRESSES)
def test_options_of_runs_are_on_no_page(shown: Datasette, address: str) -> None:
    """Of the live file, no page, JSON or CSV has what a run was told, nor finds a run by it."""
    answer = ask(shown, address)
    assert answer.status_code == 200
    assert SECRET.partition(":")[2] not in answer.text
    if ".json" in address:
        rows = answer.json() if "_shape" in address else answer.json()["rows"]
        assert [row["settings"] for row in rows] == ([None] * 2 if "_shape" in address else [])


@pytest.mark.parametrize("sql", QUESTIONS)
def test_options_of_runs_are_in_no_answer(shown: Datasette, sql: str) -> None:
    """To a stranger's own SQL they are null, whatever it makes of them."""
    answer = ask(shown, f"/live.json?_shape=arrays&sql={quote(sql)}")
    assert answer.status_code == 200, answer.text
    assert "proxy" not in str(answer.json()["rows"]).lower()


@pytest.mark.parametrize("sql", ROUNDABOUT)
def test_no_way_leads_round(shown: Datasette, sql: str) -> None:
    """A join by the names of columns, of which SQLite does not ask, is refused in words."""
    for address in (f"?sql={quote(sql)}", f"v1_sites?_where={quote(f'1 in ({sql})')}"):
        answer = ask(shown, address)
        assert answer.status_code == 400
        assert "ask v1_runs" in answer.text
    assert ask(shown, f"?sql={quote('select 1 as runs, 2 as natural_one')}").status_code == 200


def test_finished_file_hides_nothing(live: Path) -> None:
    """In a published set there is nothing to hide, and what there is is shown."""
    app = Datasette(memory=True)
    file = ShownFile(app, str(live), is_mutable=False)
    app.add_database(file, "live")
    found = asyncio.run(file.execute("select distinct settings from v1_runs"))
    app.executor.shutdown()
    file.close()
    assert SECRET in found.first()[0]


def test_what_is_hidden_has_no_words() -> None:
    """Options that are null are told as nothing, and not as none."""
    assert word_json("settings", None) is None


def test_replaced_file_is_shown(shown: Datasette, live: Path, tmp_path: Path) -> None:
    """When another file is moved into the place, the next page is of that one."""
    new = tmp_path / "new.db"
    shutil.copyfile(live, new)
    with closing(sqlite3.connect(new)) as connection, connection:
        connection.execute("UPDATE runs SET code_version = 'of the new file'")
    questions = (
        "v1_runs.json?_shape=array",
        f"/live.json?_shape=array&sql={quote('select code_version from v1_runs')}",
    )
    before = [ask(shown, question).json() for question in questions]
    new.rename(live)
    for question, old in zip(questions, before, strict=True):
        for _ in range(6):  # More often than there are threads.
            rows = ask(shown, question).json()
            assert len(rows) == len(old)
            assert {row["code_version"] for row in rows} == {"of the new file"}


def test_file_that_is_gone_is_not_shown(shown: Datasette, live: Path) -> None:
    """Without the file there is no answer out of it; when it comes back, there is."""
    assert ask(shown, "/changes").status_code == 200
    live.rename(live.with_suffix(".away"))
    for _ in range(6):
        with pytest.raises(DatabaseUnreadableError, match="unable to open"):
            asyncio.run(shown.get_database().execute("select 1 from v1_runs"))
    for address in ("/", "/changes", "/search?q=tally", "?sql=select+1"):
        assert ask(shown, address).status_code == 503, address
    live.with_suffix(".away").rename(live)
    for address in ("/changes", "v1_runs", "?sql=select+1"):
        assert ask(shown, address).status_code == 200, address


def test_empty_file_is_no_empty_database(shown: Datasette, live: Path, tmp_path: Path) -> None:
    """What takes the place and holds none of our views is told as such, on every page."""
    empty = tmp_path / "empty.db"
    empty.touch()
    empty.rename(live)
    for address in ("/", "/tools", "/quality.json", f"/tool/{TALLY}", "v1_tools", "?sql=select+1"):
        answer = ask(shown, address)
        assert answer.status_code == 503, address
        assert "The database cannot be read now." in answer.text
