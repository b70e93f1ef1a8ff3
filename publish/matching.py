"""Publish: lets conditions of an address match numbers that a view computes.

Every value of an address is a text. A column of a table has a type by which SQLite takes it for a
number; a count or a share that a view computes has none, and then no row is equal to it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from datasette.filters import Filters, InFilter, NotInFilter, TemplatedFilter
from datasette.utils.asgi import BadRequest

SAME = "({c} = :{p} or {c} = cast(:{p} as integer))"
OTHER = "({c} != :{p} and {c} != cast(:{p} as integer))"
# What SQLite has room for.
MOST_DIGITS = 18


class OneFilter(TemplatedFilter):  # type: ignore[misc]  # Datasette carries no types.
    """A condition on one value: also on the number that it may be."""

    def __init__(self, plain: Any, sql: str) -> None:
        """Take the filter that does for texts, and the SQL for numbers."""
        super().__init__(plain.key, plain.display, sql, plain.human_template)
        self._plain = plain

    def where_clause(self, table: str, column: str, value: str, number: int) -> Any:
        """Return SQL and value; ``number`` is the parameter's."""
        if is_number(value):
            return super().where_clause(table, column, value, number)
        return self._plain.where_clause(table, column, value, number)


def is_number(value: object) -> bool:
    """Tell whether a text is a whole number."""
    return isinstance(value, str) and value.isdecimal() and len(value) <= MOST_DIGITS


def list_both(split: Callable[[str], list[Any]], value: str) -> list[Any]:
    """Read several values, and add to texts the numbers that they are."""
    try:
        values = split(value)
    except ValueError as error:
        raise BadRequest(f"{value} cannot be read as what it stands for, a list.") from error
    return [*values, *(int(each) for each in values if is_number(each))]


def write_list(column: str, sign: str, values: list[Any], number: int) -> tuple[str, list[Any]]:
    """Return the SQL of a condition on several values, and these."""
    names = ", ".join(f":p{number + place}" for place in range(len(values)))
    quoted = column.replace('"', '""')
    return f'"{quoted}" {sign} ({names})', values


class AnyFilter(InFilter):  # type: ignore[misc]
    """A condition that is fulfilled by one of several values."""

    def where_clause(self, table: str, column: str, value: str, number: int) -> Any:
        """Return SQL and values."""
        return write_list(column, "in", list_both(self.split_value, value), number)


class NoneFilter(NotInFilter):  # type: ignore[misc]
    """A condition that is fulfilled by none of several values."""

    def where_clause(self, table: str, column: str, value: str, number: int) -> Any:
        """Return SQL and values."""
        return write_list(column, "not in", list_both(self.split_value, value), number)


def match_numbers() -> None:
    """Put these in the place of Datasette's own."""
    known = Filters._filters_by_key  # noqa: SLF001  # It has no other way in.
    known["exact"] = OneFilter(known["exact"], SAME)
    known["not"] = OneFilter(known["not"], OTHER)
    known["in"], known["notin"] = AnyFilter(), NoneFilter()
