"""Command: writes the tables of a data set, a few rows at a time: CSV and Parquet.

Both keep apart what is null and what is empty. In CSV a null is nothing at all, and text stands in
quotation marks even when it is empty; numbers stand bare. In Parquet, whole numbers are 64 bits,
times are instants in UTC (milliseconds, the coarsest that Parquet has) and days are dates: what
reads them can compare, subtract and group by month without reading text, and no zone is guessed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Protocol

from db.exporting import Column, Row
from versusdb.errors import ParquetMissingError, UnfitValueError


class Table(Protocol):
    """A file that takes rows until it is closed."""

    def write(self, rows: Sequence[Row]) -> None:
        """Write some more rows."""


def require_parquet() -> None:
    """Raise ParquetMissingError, before any work, where pyarrow is not installed."""
    if find_spec("pyarrow") is None:
        raise ParquetMissingError(
            "Parquet is written by pyarrow, which is not installed here",
            remedy="install 'versusdb[parquet]' or pyarrow beside versusdb, "
            "or give --no-parquet to publish without Parquet",
        )


@contextmanager
def open_csv(path: Path, columns: Sequence[Column]) -> Iterator[Table]:
    """Open a CSV file as RFC 4180 has it, in UTF-8, its first line the names of the columns."""
    # Python writes no line break of its own: a text may hold any.
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(",".join(_quote(column.name) for column in columns) + "\r\n")

        class Csv:
            def write(self, rows: Sequence[Row]) -> None:
                file.writelines(",".join(map(_write_cell, row)) + "\r\n" for row in rows)

        yield Csv()


def _write_cell(value: int | str | None) -> str:
    if value is None:
        return ""
    return _quote(value) if isinstance(value, str) else str(value)


def _quote(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


@contextmanager
def open_parquet(
    path: Path, columns: Sequence[Column], descriptions: Sequence[str]
) -> Iterator[Table]:
    """Open a Parquet file; each time something is written is one of its row groups.

    Raises UnfitValueError for a value that is not of its column's type.
    """
    import pyarrow
    from pyarrow.parquet import ParquetWriter

    types = {
        "integer": pyarrow.int64(),
        "text": pyarrow.string(),
        "time": pyarrow.timestamp("ms", tz="UTC"),
        "date": pyarrow.date32(),
    }
    schema = pyarrow.schema(
        pyarrow.field(column.name, types[column.type], metadata={"description": text})
        for column, text in zip(columns, descriptions, strict=True)
    )

    def convert(column: Column, values: Sequence[int | str | None]) -> pyarrow.Array:
        written = pyarrow.int64() if column.type == "integer" else pyarrow.string()
        try:
            return pyarrow.array(values, written).cast(types[column.type])
        except (pyarrow.ArrowInvalid, pyarrow.ArrowTypeError) as error:
            raise UnfitValueError(
                f"expected {column.type} values: {' '.join(str(error).split())}",
                where=f"{path.stem}.{column.name}",
                remedy="this is no value of the contract: nothing was published",
            ) from error

    # An opened file: pyarrow takes no path whose bytes are no text.
    with path.open("wb") as file, ParquetWriter(file, schema, compression="zstd") as writer:

        class Parquet:
            def write(self, rows: Sequence[Row]) -> None:
                arrays = [
                    convert(*pair) for pair in zip(columns, zip(*rows, strict=True), strict=True)
                ]
                writer.write_batch(pyarrow.RecordBatch.from_arrays(arrays, schema=schema))

        yield Parquet()
