"""Every page under fixtures/html gives exactly the record beside it, field by field.

``page.tables.html`` and ``page.semantic.html`` are markups of one page: what stands before the
first dot names the record, ``page.json``, which all of them share.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
import pytest

from parsers.reading import parse_page

FIXTURES = Path(__file__).parent.parent / "fixtures" / "html"
PAGES = sorted(path for path in FIXTURES.iterdir() if path.suffix in (".html", ".txt"))


@cache
def read_record(page: Path) -> dict[str, Any]:
    reading = parse_page(page.read_bytes(), source=page.name)
    record: dict[str, Any] = json.loads(msgspec.json.encode(reading.record))
    del record["source"]
    return record


def find_expected(page: Path) -> Path:
    name, _, _ = page.name.partition(".")
    return page.with_name(f"{name}.json")


@cache
def read_expected(page: Path) -> dict[str, Any]:
    expected = find_expected(page)
    if not expected.exists():
        expected.write_text(json.dumps(read_record(page), indent=2, ensure_ascii=False) + "\n")
        pytest.fail(f"{expected.name} was missing and has been written: read it, then run again")
    record: dict[str, Any] = json.loads(expected.read_text(encoding="utf-8"))
    return record


def list_fields(value: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Yield every leaf of a record with its path, as ``tools.1.name``."""
    if isinstance(value, dict):
        for key, item in value.items():
            yield from list_fields(item, f"{path}.{key}" if path else key)
    elif isinstance(value, list) and value:
        for number, item in enumerate(value, start=1):
            yield from list_fields(item, f"{path}.{number}")
    else:
        yield path, value


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_record_has_no_other_fields(page: Path) -> None:
    """A page states what its expected record states, no more and no less."""
    found = {path for path, _ in list_fields(read_record(page))}
    assert found == {path for path, _ in list_fields(read_expected(page))}


@pytest.mark.parametrize(
    ("page", "field", "expected"),
    [
        pytest.param(page, field, value, id=f"{page.name}-{field}")
        for page in PAGES
        for field, value in list_fields(read_expected(page))
    ],
)
def test_field_is_read(page: Path, field: str, expected: object) -> None:
    """Each field of a page is read exactly."""
    assert dict(list_fields(read_record(page))).get(field) == expected


def test_markups_of_one_page_are_many() -> None:
    """The page that stands for all markups is there in each of them, and its record only once."""
    markups = [page for page in PAGES if find_expected(page).name == "page.json"]
    assert len(markups) >= 20
    assert len({page.read_bytes() for page in markups}) == len(markups)
    assert [path.name for path in FIXTURES.glob("page*.json")] == ["page.json"]


def test_every_record_has_a_page() -> None:
    """A record beside no page protects nothing."""
    assert set(FIXTURES.glob("*.json")) == {find_expected(page) for page in PAGES}
