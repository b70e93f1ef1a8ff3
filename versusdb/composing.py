"""Command: writes the files of a data set beside the copy of the database that it is made from.

Every file is on the disk before the set is put in its place.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, closing
from pathlib import Path, PurePath
from typing import Any

from msgspec.structs import replace

from db.exporting import View, prepare_copy, read_rows
from publish.describing import read_contents
from versusdb.bundling import list_bundle
from versusdb.croissant import describe_croissant
from versusdb.data_package import describe_package
from versusdb.data_set import (
    DATABASE_NAME,
    DataSet,
    File,
    Table,
    describe_tables,
    read_observed,
    read_run,
    read_schema_version,
    weigh_file,
)
from versusdb.machine_errors import name_database, name_file
from versusdb.progress import Progress
from versusdb.set_readme import write_readme
from versusdb.swapping import SUMS, sync
from versusdb.tables import open_csv, open_parquet

ROWS_AT_ONCE = 10_000


def write_set(
    folder: Path, has_parquet: bool, progress: Progress, *, is_at_work: bool
) -> tuple[DataSet, tuple[File, ...]]:
    """Write all but the copy into the folder that holds it; return what the set holds."""
    path = folder / DATABASE_NAME
    with name_database(path):
        with closing(open_copy(path, "rw")) as connection:
            prepare_copy(connection, is_at_work=is_at_work)
        with closing(open_copy(path, "ro")) as connection:
            data = DataSet(
                tables=write_tables(connection, folder, has_parquet, progress),
                sites=read_contents(connection).sites,
                observed=read_observed(connection),
                run=read_run(connection),
                schema_version=read_schema_version(connection),
                database=settle_file(path),
            )
            bundle = list_bundle(connection, data)
    texts = {
        "README.md": write_readme(data),
        "croissant.json": write_json(describe_croissant(data)),
        "datapackage.json": write_json(describe_package(data)),
    }
    files = [data.database, *(file for table in data.tables for file in table.files)]
    files += [write_text(folder / name, text) for name, text in texts.items()]
    files += write_bundle(folder, bundle)
    files.sort(key=lambda file: file.name)
    sums = "".join(f"{file.sha256}  {file.name}\n" for file in files)
    files.append(write_text(folder / SUMS, sums))
    return data, tuple(files)


def open_copy(path: Path, mode: str) -> sqlite3.Connection:
    """Open the copy, which nobody else knows yet."""
    return sqlite3.connect(f"{path.as_uri()}?mode={mode}", uri=True, isolation_level=None)


def write_tables(
    connection: sqlite3.Connection, folder: Path, has_parquet: bool, progress: Progress
) -> tuple[Table, ...]:
    """Write all views; return their descriptions."""
    tables = []
    for view, table in describe_tables(connection):
        progress.begin(f"Writing {view.name}")
        tables.append(write_table(connection, folder, view, table, has_parquet))
    return tuple(tables)


def write_table(
    connection: sqlite3.Connection, folder: Path, view: View, table: Table, has_parquet: bool
) -> Table:
    """Write one view in all formats, reading it once; return it with its rows and files."""
    paths = [folder / f"{view.name}.csv"]
    rows = 0
    # An error of pyarrow's does not say in which file it was.
    with name_file(folder / view.name), ExitStack() as stack:
        written = [stack.enter_context(open_csv(paths[0], view.columns))]
        if has_parquet:
            paths.append(folder / f"{view.name}.parquet")
            said = [field.description for field in table.fields]
            written.append(stack.enter_context(open_parquet(paths[1], view.columns, said)))
        for batch in read_rows(connection, view, ROWS_AT_ONCE):
            rows += len(batch)
            for each in written:
                each.write(batch)
    return replace(table, rows=rows, files=tuple(settle_file(path) for path in paths))


def write_bundle(folder: Path, bundle: Mapping[str, bytes]) -> Iterator[File]:
    """Write the files of the bundle, by their names within the set, and bring them to the disk."""
    for name, body in bundle.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with name_file(path):
            path.write_bytes(body)
        yield replace(settle_file(path), name=name)
    for within in {folder / parent for name in bundle for parent in PurePath(name).parents}:
        sync(within)


def settle_file(path: Path) -> File:
    """Bring a file to the disk, and return it as it is described."""
    sync(path)
    return weigh_file(path)


def write_text(path: Path, text: str) -> File:
    """Write a small file, and bring it to the disk."""
    with name_file(path):
        path.write_text(text, encoding="utf-8", newline="")
    return settle_file(path)


def write_json(value: dict[str, Any]) -> str:
    """Return a description as text that people can read, too."""
    return json.dumps(value, indent=2, ensure_ascii=False) + "\n"
