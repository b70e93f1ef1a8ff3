"""``publish``: what a data set holds, and when there is none."""

from __future__ import annotations

import csv
import hashlib
import json
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Sequence
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

import pyarrow
import pyarrow.parquet
import pytest

from db.contract import Column
from db.exporting import find_type, list_views
from tests.drifting import ENTRY, read, write_pages
from tests.published import CONTACT, make_database, publish, read_set
from tests.running import run
from versusdb.errors import UnfitValueError
from versusdb.files import DATABASE, open_in_memory
from versusdb.tables import open_csv, open_parquet

HOUSE = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with a history."""
    return make_database(tmp_path_factory.mktemp("live"))


@pytest.fixture(scope="module")
def published(path: Path) -> Path:
    """The folder of the set that is published of it."""
    return publish(path, path.parent / "published")


def list_names(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return [view.name for view in list_views(connection)]


def read_rows(path: Path, view: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return sorted(connection.execute(f"SELECT * FROM {view}").fetchall(), key=repr)


def test_set_holds_every_view_in_every_format(path: Path, published: Path) -> None:
    """All views of the schema are there, whatever they are, and nothing but what is told."""
    views = list_names(path)
    assert len(views) > 10
    tables = {f"{view}.{kind}" for view in views for kind in ("csv", "parquet")}
    described = {"README.md", "SHA256SUMS", "croissant.json", "datapackage.json"}
    rest = described | {"versus.db", "datasette"}
    assert {file.name for file in published.iterdir()} == tables | rest


def test_database_is_a_copy_for_any_medium(path: Path, published: Path) -> None:
    """The file has the content, its marks and statistics, and no -wal; nobody need write to it."""
    copy = published / "versus.db"
    assert copy.read_bytes()[18:20] == b"\1\1"
    for view in list_names(path):
        rows = read_rows(path, view)
        if view == "v1_runs":
            # The settings, the last column but one, stay at home.
            rows = [(*row[:-2], "{}", row[-1]) for row in rows]
        assert read_rows(copy, view) == rows
    with closing(sqlite3.connect(f"{copy.as_uri()}?immutable=1", uri=True)) as connection:
        marks = [
            connection.execute(f"PRAGMA {pragma}").fetchone()[0]
            for pragma in ("application_id", "user_version", "journal_mode", "integrity_check")
        ]
        (statistics,) = connection.execute("SELECT count(*) FROM sqlite_stat1").fetchone()
    with closing(sqlite3.connect(path)) as connection:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
    assert marks == [DATABASE.application_id, version, "delete", "ok"]
    assert statistics > 5


def test_what_is_the_operators_own_stays_at_home(path: Path, published: Path) -> None:
    """The options of the runs, such as who to write to, are in no file of the set."""
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT count(*) FROM runs WHERE settings LIKE '%@%'").fetchone()
    live = b"".join(file.read_bytes() for file in path.parent.glob("reviews.db*"))
    assert CONTACT.encode() in live
    assert not [name for name, body in read_set(published).items() if CONTACT.encode() in body]


@pytest.mark.parametrize("kind", ["csv", "parquet"])
def test_tables_hold_the_rows_of_the_views(published: Path, kind: str) -> None:
    """Read back with its types, each table is the view that it was made from."""
    with closing(sqlite3.connect(published / "versus.db")) as connection:
        for view in list_views(connection):
            types = [column.type for column in view.columns]
            file = published / f"{view.name}.{kind}"
            rows = read_csv(file, types) if kind == "csv" else read_parquet(file)
            wanted = connection.execute(f"SELECT * FROM {view.name}").fetchall()
            assert sorted(rows, key=repr) == sorted(wanted, key=repr), view.name
            names = [column.name for column in view.columns]
            assert rows == sort_rows(rows, names, view.key or tuple(names))


def read_csv(path: Path, types: Sequence[str]) -> list[tuple[object, ...]]:
    with path.open(encoding="utf-8", newline="") as file:
        _, *rows = csv.reader(file)
    return [
        tuple(
            (int(cell) if kind == "integer" else cell) if cell else None
            for cell, kind in zip(row, types, strict=True)
        )
        for row in rows
    ]


def read_parquet(path: Path) -> list[tuple[object, ...]]:
    def show(value: object) -> object:
        if isinstance(value, datetime):
            assert value.tzinfo is not None
            return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        return value.isoformat() if isinstance(value, date) else value

    table = pyarrow.parquet.read_table(path)
    return [tuple(show(value) for value in row.values()) for row in table.to_pylist()]


def sort_rows(
    rows: list[tuple[object, ...]], names: list[str], key: tuple[str, ...]
) -> list[tuple[object, ...]]:
    places = [names.index(name) for name in key]

    def order(row: tuple[object, ...]) -> list[tuple[bool, object]]:
        # As SQLite has it: null comes first, text by its bytes.
        found = [row[place] for place in places]
        return [(v is not None, v.encode() if isinstance(v, str) else v) for v in found]

    return sorted(rows, key=order)


def test_whole_numbers_times_and_days_are_typed(published: Path) -> None:
    """Parquet states the types of the contract, also of columns without a single value."""
    schema = pyarrow.parquet.read_schema(published / "v1_entries.parquet")
    time = pyarrow.timestamp("ms", tz="UTC")
    wanted = {
        "panel_ship_pct": pyarrow.int64(),
        "community_votes": pyarrow.int64(),
        "comparison_count": pyarrow.int64(),
        "first_seen_at": time,
        "valid_to": time,
        "reviewed_on": pyarrow.date32(),
        "name": pyarrow.string(),
    }
    assert {name: schema.field(name).type for name in wanted} == wanted
    assert b"percent" in schema.field("panel_ship_pct").metadata[b"description"]


def test_every_column_of_the_contract_has_the_type_of_its_values(published: Path) -> None:
    """What SQLite has in a column is what the set says of it."""
    fits = {"integer": {"integer", "null"}, "text": {"text", "null"}}
    with closing(sqlite3.connect(published / "versus.db")) as connection:
        for view in list_views(connection):
            for column in view.columns:
                found = connection.execute(
                    f"SELECT DISTINCT typeof({column.name}) FROM {view.name}"
                )
                assert {kind for (kind,) in found} <= fits.get(column.type, fits["text"])
    with closing(open_in_memory(DATABASE)) as database:
        names = [view.name for view in list_views(database.conn)]
    assert names == list_names(published / "versus.db")


def test_type_of_a_column_is_that_of_the_contract() -> None:
    """A column that the contract has is of its type, a later one as SQLite knows it."""
    assert find_type(Column("seen_at", "time", False), "") == "time"
    assert find_type(Column("reviewed_on", "day", True), "TEXT") == "date"
    assert find_type(Column("place", "count", True), "") == "integer"
    assert find_type(None, "INTEGER") == "integer"
    assert find_type(None, "") == find_type(Column("id", "entry", False), "TEXT") == "text"


def test_null_and_empty_are_kept_apart(tmp_path: Path, published: Path) -> None:
    """In CSV a null is nothing, an empty text two quotation marks; text may hold anything."""
    with closing(open_in_memory(DATABASE)) as database:
        (view,) = (view for view in list_views(database.conn) if view.name == "v1_comparisons")
    columns = view.columns[1:4]
    with open_csv(tmp_path / "x.csv", columns) as table:
        table.write([(None, "", 'a "b",\r\n\nc'), ("é", None, "")])
    assert (tmp_path / "x.csv").read_bytes() == (
        '"site","url","title"\r\n,"","a ""b"",\r\n\nc"\r\n"é",,""\r\n'.encode()
    )


def test_value_that_is_no_time_is_refused(tmp_path: Path) -> None:
    """A value that its column cannot hold ends the work with a line that names the column."""
    with closing(open_in_memory(DATABASE)) as database:
        (view,) = (view for view in list_views(database.conn) if view.name == "v1_tools")
    columns = [column for column in view.columns if column.type == "time"][:1]
    with (
        pytest.raises(UnfitValueError, match=r"^v1_tools\.first_seen_at: expected time"),
        open_parquet(tmp_path / "v1_tools.parquet", columns, [""]) as table,
    ):
        table.write([("yesterday",)])


def test_same_content_is_the_same_to_the_byte(path: Path, published: Path) -> None:
    """Published again, no file of the set differs, and nothing tells the time of publishing."""
    assert read_set(publish(path, path.parent / "again")) == read_set(published)


def test_checksums_are_those_of_the_files(published: Path) -> None:
    """sha256sum accepts the list, and every other file is in it."""
    sums = (published / "SHA256SUMS").read_text()
    listed = {name: digest for digest, name in (line.split("  ") for line in sums.splitlines())}
    files = {k: hashlib.sha256(v).hexdigest() for k, v in read_set(published).items()}
    del files["SHA256SUMS"]
    assert listed == files
    if shutil.which("sha256sum"):
        command = ["sha256sum", "--check", "--strict", "SHA256SUMS"]
        assert (
            subprocess.run(command, cwd=published, capture_output=True, check=False).returncode == 0
        )


def test_readme_names_each_site_as_it_asks(published: Path) -> None:
    """The README has the attribution and terms of every site, the time, the run and the counts."""
    readme = (published / "README.md").read_text()
    with closing(sqlite3.connect(published / "versus.db")) as connection:
        sites = connection.execute("SELECT name, attribution, terms, terms_url FROM v1_sites")
        words = [word for site in sites for word in site]
        (quotes,) = connection.execute("SELECT count(*) FROM v1_quotes").fetchone()
    assert len(words) == 4
    counts = f"| `v1_quotes` | {quotes} |"
    for word in (*words, "2026-05-02T12:00:00Z", "number 2", "outside any licence", counts):
        assert word in readme


def test_command_tells_what_it_published(path: Path, tmp_path: Path) -> None:
    """The command prints the place, the version and the counts, and one object with --json."""
    # An empty folder is a place, too.
    (tmp_path / "out").mkdir()
    done = run(tmp_path, "publish", "out/", "--db", str(path), "--no-parquet")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(f"{tmp_path / 'out'}: {len(list_names(path))} views, ")
    shown = f"cd {tmp_path / 'out'} && datasette serve datasette/ -i versus.db\n"
    assert done.stdout.endswith(f"\nIn a browser: {shown}")
    assert not list((tmp_path / "out").glob("*.parquet"))
    assert "arquet" not in (tmp_path / "out" / "README.md").read_text()
    found = json.loads(run(tmp_path, "publish", "out", "--db", str(path), "--json").stdout)
    assert (found["command"], found["exit_status"], found["run_id"]) == ("publish", 0, 2)
    assert {file["name"] for file in found["files"]} == set(read_set(tmp_path / "out"))


def test_nothing_is_published_after_a_failed_check(tmp_path: Path) -> None:
    """With a finding that fails, the status is 4, the line says which, and the old set stays."""
    path = tmp_path / "x.db"
    read(path, write_pages(tmp_path / "before", 6))
    before = read_set(publish(path, tmp_path / "out"))
    assert read(path, write_pages(tmp_path / "after", 6, ENTRY, first=20)).is_refused
    done = run(tmp_path, "publish", "out", "--db", "x.db", "--json")
    assert done.returncode == json.loads(done.stdout)["exit_status"] == 4
    assert "nothing was published: 2 checks failed: " in done.stderr
    assert "tools.entry_price" in done.stderr
    assert read_set(tmp_path / "out") == before
    assert run(tmp_path, "publish", "new", "--db", "x.db").returncode == 4
    assert not (tmp_path / "new").exists()
    assert not (tmp_path / ".new.sets").exists()


def test_without_pyarrow_the_line_says_what_to_install(path: Path, tmp_path: Path) -> None:
    """Parquet that cannot be written is told before any work, and can be left out."""
    code = (
        "import sys, runpy; sys.modules['pyarrow'] = None; sys.argv[0] = 'versusdb';"
        "runpy.run_module('versusdb', run_name='__main__')"
    )
    command = [sys.executable, "-c", code, "publish", str(tmp_path / "out"), "--db", str(path)]
    done = subprocess.run(command, cwd=HOUSE, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert "versusdb[parquet]" in done.stderr
    assert list(tmp_path.iterdir()) == []
    command.append("--no-parquet")
    assert subprocess.run(command, cwd=HOUSE, capture_output=True, check=False).returncode == 0
