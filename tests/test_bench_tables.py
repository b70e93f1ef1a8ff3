"""The bench of resolving reads tables of others as they stand, or says where it cannot."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from bench.resolve.links import Row
from bench.resolve.tables import (
    Reading,
    TableError,
    Tables,
    read_price,
    read_table,
    read_tables,
)

LEFT = "id|name|description|price\na1|Amber Lamp 3|bright, and warm|$1,299.00\na2|Brook Kettle||\n"
RIGHT = 'id,name,description,price\nb1,Kettle by Brook,,19.5\nb2,Amber Lamp 3,"a lamp, 3",1299\n'
TRUTH = "left,right\na1,b2\na2,b1\n"


def write_set(folder: Path, **changed: str) -> list[Path]:
    texts = {"left": LEFT, "right": RIGHT, "truth": TRUTH} | changed
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    return [folder / name for name in texts]


def read_set(folder: Path, reading: Reading | None = None, **changed: str) -> Tables:
    left, right, truth = write_set(folder, **changed)
    return read_tables(left, right, truth, reading or Reading())


def test_tables_are_read_with_any_separator(tmp_path: Path) -> None:
    """Each file has its own separator, found in its first line; what is empty is unknown."""
    tables = read_set(tmp_path)
    assert tables.left[0] == Row("a1", "Amber Lamp 3", "bright, and warm", 1299.0)
    assert tables.left[1] == Row("a2", "Brook Kettle", None, None)
    assert tables.right[1] == Row("b2", "Amber Lamp 3", "a lamp, 3", 1299.0)
    assert tables.truth == {(0, 1), (1, 0)}


def test_columns_may_have_other_names_or_be_missing(tmp_path: Path) -> None:
    """A column is found by the first of its names that a table has; one may be told to be none."""
    columns: Mapping[str, Sequence[str]] = {
        "id": ("key", "id"), "name": ("TITLE", "name"), "description": ("",), "price": ("",)
    }  # fmt: skip
    tables = read_set(tmp_path, Reading(columns=columns), left="key;Title\na1;Lamp\na2;Kettle\n")
    assert [row.name for row in tables.left] == ["Lamp", "Kettle"]
    assert tables.right[0] == Row("b1", "Kettle by Brook", None, None)


def test_a_truth_may_begin_without_names(tmp_path: Path) -> None:
    """The first line of a truth is a pair if both of its values are ids."""
    assert read_set(tmp_path, truth="a1|b2\n").truth == {(0, 1)}


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"left": "id|title\na1|Lamp\n"}, "left: no column 'name', got id, title; .*--name NAME"),
        ({"right": "id,name,price\nb1,x,1\n"}, "right: no column 'description'.* do without"),
        ({"left": "id|name|description|price\n"}, "left: no rows"),
        ({"left": LEFT + "a3|Lamp\n"}, "left:4: 2 fields, expected 4"),
        ({"left": LEFT + "a1|Lamp||\n"}, "left:4: id 'a1' stands twice"),
        ({"left": LEFT + "|Lamp||\n"}, "left:4: no id"),
        ({"truth": TRUTH + "a1,b9\n"}, "truth:4: unknown id 'b9'"),
        ({"truth": TRUTH + "a1,b1,1\n"}, "truth:4: 3 fields, expected 2"),
        ({"truth": ""}, "truth: no true pairs"),
        ({"truth": "left,right\n"}, "truth: no true pairs"),
        ({"right": RIGHT + 'b3,"x"y,,\n'}, "right:4: "),
    ],
)
def test_a_bad_table_says_where(tmp_path: Path, changed: dict[str, str], message: str) -> None:
    """What cannot be read ends the bench and says file, line, what was found and expected."""
    with pytest.raises(TableError, match=message):
        read_set(tmp_path, None, **changed)


def test_a_lacking_file_and_a_wrong_encoding_are_told(tmp_path: Path) -> None:
    """A file that is not there, or not of the encoding, is an error with its remedy."""
    with pytest.raises(TableError, match="no such file"):
        read_table(tmp_path / "nowhere.csv", Reading())
    path = tmp_path / "latin.csv"
    path.write_bytes("id,name,description,price\n1,Café,,\n".encode("latin-1"))
    with pytest.raises(TableError, match="--encoding"):
        read_table(path, Reading())
    assert read_table(path, Reading(encoding="latin-1"))[0].name == "Café"


@pytest.mark.parametrize(
    ("text", "price"),
    [
        ("", None), ("on request", None), ("Free", 0.0), ("$9/mo", 9.0), ("$.99", 0.99),
        ("1,299", 1299.0), ("1,299.00", 1299.0), ("1.299,00 EUR", 1299.0), ("1299.5", 1299.5),
        ("19,5", 19.5), ("1,299,000", 1_299_000.0), ("USD 1 299", 1299.0), ("3.999", 3.999),
    ],
)  # fmt: skip
def test_prices_are_read_as_people_write_them(text: str, price: float | None) -> None:
    """The first amount of a text is its price, whatever parts the thousands and the fraction."""
    assert read_price(text) == price
