"""What a question in a stranger's own SQL may cost: time, memory, disk, others' patience."""

from __future__ import annotations

import asyncio
import re
import sqlite3
import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from traceback import walk_tb
from typing import Any
from urllib.error import HTTPError
from urllib.parse import quote
from urllib.request import urlopen

import pytest
from datasette.app import Datasette
from datasette.database import QueryInterrupted

from publish.opening import MOST_MEMORY, ShownFile
from tests.publishing import TALLY, ask, serve_database

ENDLESS = "with recursive n(i) as (select 1 union all select i + 1 from n)"
LONG = "replace(hex(zeroblob(40000)), '0', 'a')"
# What each must be refused for. Without our limits, each takes minutes, gigabytes, or both.
BOMBS = {
    "a value of 1 GB": ("select randomblob(1000000000)", "too big"),
    "a character, often": ("select printf('%.*c', 2000000000, 'x')", "not authorized to use"),
    "all in one text": (f"select group_concat({LONG}) from v1_quotes", "too big"),
    "a pattern": (f"select {LONG} like '%' || substr({LONG}, 1, 20000) || 'b'", "too complex"),
    "a pattern with classes": (
        f"select {LONG} glob replace(hex(zeroblob(400)), '00', '[a-z]') || 'b'",
        "too complex",
    ),
    "columns": (f"select {','.join(['1'] * 101)}", "too many columns"),
    "cells": (f"{ENDLESS} select {','.join(['i'] * 100)} from n", "larger than"),
    "characters": (f"{ENDLESS} select zeroblob(90000), zeroblob(90000) from n", "larger than"),
    "what is sorted": (f"{ENDLESS} select zeroblob(90000) || i from n order by 1", "more memory"),
    "tables that double": (
        "with a0 as (select 1 x), "
        + ", ".join(f"a{i} as (select p.x from a{i - 1} p, a{i - 1} q)" for i in range(1, 40))
        + " select count(*) from a39",
        "more memory",
    ),
    "unions that double": (
        "with a0 as (select 1 x), "
        + ", ".join(
            f"a{i} as (select x from a{i - 1} union all select x from a{i - 1})"
            for i in range(1, 40)
        )
        + " select count(*) from a39",
        "more memory",
    ),
}
FORBIDDEN = {
    "attach 'x' as y": "must be a SELECT",
    "vacuum into 'x'": "must be a SELECT",
    "pragma writable_schema = 1": "must be a SELECT",
    "with x as (select 1) delete from runs": "not authorized",
    "with x as (select 1) insert into entries_fts(name) values ('x')": "not authorized",
    "select load_extension('x')": "not authorized to use function",
    "select writefile('x', 'x')": "no such function",
    "select readfile('/etc/passwd')": "no such function",
    "select * from pragma_journal_mode": "disallowed PRAGMA",
    "select file from pragma_database_list": "not authorized",
    "select file from Pragma_Database_List": "not authorized",
    'select sql from "sqlite_stmt"': "prohibited",
    "select * from dbstat": "prohibited",
    "select * from pragma_hard_heap_limit(1)": "disallowed PRAGMA",
    "select fts3_tokenizer('simple')": "not authorized to use function",
}


@pytest.mark.parametrize("bomb", BOMBS)
def test_bomb_is_refused_with_a_reason(app: Datasette, bomb: str) -> None:
    """What takes too much memory, disk or time is refused, as a page and as JSON."""
    sql, reason = BOMBS[bomb]
    answer = ask(app, f"/versus.json?sql={quote(sql)}")
    assert answer.status_code == 400
    assert reason in answer.json()["error"]
    assert reason in ask(app, f"?sql={quote(sql)}").text


@pytest.mark.parametrize("sql", FORBIDDEN)
def test_nothing_but_the_data_can_be_asked(app: Datasette, path: Path, sql: str) -> None:
    """No statement writes, opens another file, or tells where this one lies."""
    before = {file.name: file.read_bytes() for file in path.parent.iterdir()}
    answer = ask(app, f"/versus.json?sql={quote(sql)}")
    assert answer.status_code == 400
    assert FORBIDDEN[sql] in answer.json()["error"]
    assert str(path.parent) not in answer.text
    # There Datasette looks at no word of it.
    table = ask(app, f"v1_entries?_where={quote(f'slug in ({sql})')}")
    assert table.status_code == 400
    assert str(path.parent) not in table.text
    assert {file.name: file.read_bytes() for file in path.parent.iterdir()} == before


def test_reading_its_schema_is_no_secret(app: Datasette) -> None:
    """What helps to ask is open: the schema, the columns, JSON taken apart."""
    for sql in (
        "select name from sqlite_master",
        "select name from pragma_table_info('v1_entries')",
        "select value from json_each('[1, 2]')",
        "select count(*) from entries_fts where entries_fts match 'counts'",
        "explain query plan select * from v1_entries",
    ):
        assert ask(app, f"/versus.json?sql={quote(sql)}").status_code == 200, sql


@pytest.mark.parametrize(
    ("sql", "wanted"),
    [
        ("trim('aabcaba', 'ab')", "c"),
        ("ltrim('aabca', 'ab')", "ca"),
        ("rtrim('aabca', 'ab')", "aabc"),
        ("trim(' a ')", "a"),
        ("trim(null, 'a')", None),
        ("trim('a', null)", None),
        ("trim(171, 1)", "7"),
        (f"length(trim({LONG}, replace(hex(zeroblob(40000)), '0', 'b') || 'a'))", 0),
    ],
)
def test_texts_are_trimmed_as_ever(app: Datasette, sql: str, wanted: object) -> None:
    """SQLite's trim would take minutes of two long texts; ours says the same at once."""
    answer = ask(app, f"/versus.json?_shape=arrays&sql={quote(f'select {sql}')}")
    assert answer.json()["rows"] == [[wanted]]


def test_long_texts_of_the_data_are_shown(app: Datasette) -> None:
    """What bounds a stranger's own SQL does not bound what pages show of the data."""
    asked = f"/versus.json?sql={quote(f'select length({LONG} || {LONG}) as n')}"
    assert "too big" in ask(app, asked).json()["error"]

    async def measure() -> Any:
        return (await app.get_database().execute(f"select length({LONG} || {LONG})")).first()[0]

    assert asyncio.run(measure()) == 160_000


def test_strangers_leave_a_thread_to_the_pages(app: Datasette) -> None:
    """A page comes while more endless questions than there are threads are waiting."""
    done: list[str] = []

    async def fetch(name: str, address: str) -> None:
        await app.client.get(address)
        done.append(name)

    async def fetch_all() -> None:
        endless = quote(f"{ENDLESS} select count(*) from n")
        await asyncio.gather(
            *(fetch("endless", f"/versus.json?sql={endless}") for _ in range(4)),
            *(fetch("page", f"/tool/{TALLY}") for _ in range(3)),
        )

    asyncio.run(fetch_all())
    assert done == ["page"] * 3 + ["endless"] * 4


def test_error_lets_go_of_its_cursor(app: Datasette) -> None:
    """What is told of a question holds nothing of its connection.

    A cursor that ends in the server's own thread waits there for the next question on it.
    """
    with pytest.raises(QueryInterrupted) as caught:
        asyncio.run(
            app.get_database().execute(f"{ENDLESS} select count(*) from n", custom_time_limit=30)
        )
    errors: list[BaseException | None] = [caught.value, caught.value.__context__]
    held = [
        value
        for error in errors
        if error
        for frame, _ in walk_tb(error.__traceback__)
        for value in frame.f_locals.values()
    ]
    assert held
    assert not [value for value in held if isinstance(value, sqlite3.Cursor)]


def test_server_survives_all_bombs(path: Path) -> None:
    """After all bombs, two at once, the server answers, and has never had more than its share."""
    bombs = ("what is sorted", "tables that double", "unions that double", "characters", "cells")
    with serve_database(path) as (server, address), ThreadPoolExecutor(2) as readers:
        before = read_peak(server)
        asked = [f"{address}versus?sql={quote(BOMBS[bomb][0])}" for bomb in bombs for _ in (1, 2)]
        assert {get(address) for address in asked} == {400}
        assert list(readers.map(get, asked)) == [400] * len(asked)
        assert get(address) == 200
        # SQLite's own, what Python makes of two answers, and what malloc keeps of both.
        assert read_peak(server) - before < 5 * MOST_MEMORY


def get(address: str) -> int:
    """Return the status of an answer."""
    try:
        with urlopen(address, timeout=60) as answer:
            answer.read()
            return int(answer.status)
    except HTTPError as error:
        return error.code


def read_peak(server: subprocess.Popen[str]) -> int:
    """Return the most memory that a process has had, in bytes."""
    status = Path(f"/proc/{server.pid}/status").read_text()
    found = re.search(r"VmHWM:\s+(\d+) kB", status)
    assert found
    return 1024 * int(found[1])


def test_immutable_file_leaves_nothing_beside_it(path: Path, tmp_path: Path) -> None:
    """A finished file is opened without a lock, a -wal or a -shm, whatever its path looks like."""
    copy = tmp_path / "a?b#c%20d.db"
    with sqlite3.connect(path) as connection:
        connection.execute("VACUUM INTO ?", (str(copy),))
    connection.close()
    app = Datasette(memory=True)
    file = ShownFile(app, str(copy), is_mutable=False)
    app.add_database(file, "copy")
    asyncio.run(file.execute("select count(*) from v1_entries"))
    assert [found.name for found in tmp_path.iterdir()] == [copy.name]
    app.executor.shutdown()
    file.close()
