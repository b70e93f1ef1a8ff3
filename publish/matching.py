"""Publish: the conditions that an address puts to the rows of a view.

Every value of an address is a text. A column of a table has a type by which SQLite takes it for a
number; a count or a share that a view computes has none, and then no row is equal to it, and each
is less. And a name that is no column's is a text to SQLite, which all rows fulfil or none: a
mistyped condition would be answered as if there was none. So each is looked at before it is asked.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Any

from datasette.filters import Filters, InFilter, NotInFilter, TemplatedFilter
from datasette.utils.asgi import BadRequest

# The text itself, or the number that it is written for.
EQUAL = "({c} = :{p} or {c} = cast(:{p} as numeric))"
UNEQUAL = "({c} != :{p} and {c} != cast(:{p} as numeric))"
# By the kind of what stands there. No index helps here: where SQLite takes that of scores for a
# view, it takes the long way round, 19 s instead of 50 ms to count 76,236 quotes.
COMPARED = (
    "case typeof({{c}}) when 'text' then {{c}} {sign} :{{p}} "
    "else {{c}} {sign} cast(:{{p}} as numeric) end"
)
SIGNS = {"gt": ">", "gte": ">=", "lt": "<", "lte": "<="}
# As SQLite reads one, which passes over blanks around it.
_NUMBER = re.compile(r"\s*[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:e[+-]?[0-9]+)?\s*", re.IGNORECASE)


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
    """Tell whether a text is a number."""
    return isinstance(value, str) and _NUMBER.fullmatch(value) is not None


def write_list(column: str, sign: str, values: list[Any], number: int) -> tuple[str, list[Any]]:
    """Return the SQL of a condition on several values, and these; numbers stand for both."""
    names = []
    for place, value in enumerate(values, start=number):
        names += [f":p{place}"] + [f"cast(:p{place} as numeric)"] * is_number(value)
    quoted = column.replace('"', '""')
    return f'"{quoted}" {sign} ({", ".join(names)})', values


class AnyFilter(InFilter):  # type: ignore[misc]
    """A condition that is fulfilled by one of several values."""

    sign = "in"

    def where_clause(self, table: str, column: str, value: str, number: int) -> Any:
        """Return SQL and values."""
        try:
            values = self.split_value(value)
        except ValueError as error:
            raise BadRequest(f"{value} cannot be read as what it stands for, a list.") from error
        if any(isinstance(each, list | dict) for each in values):
            raise BadRequest(f"{value} cannot be read as what it stands for, texts and numbers.")
        return write_list(column, self.sign, values, number)


class NoneFilter(AnyFilter, NotInFilter):  # type: ignore[misc]
    """A condition that is fulfilled by none of several values."""

    sign = "not in"


def match_numbers() -> None:
    """Put these in the place of Datasette's own."""
    known = Filters._filters_by_key  # noqa: SLF001  # It has no other way in.
    known["exact"] = OneFilter(known["exact"], EQUAL)
    known["not"] = OneFilter(known["not"], UNEQUAL)
    for key, sign in SIGNS.items():
        known[key] = OneFilter(known[key], COMPARED.format(sign=sign))
    known["in"], known["notin"] = AnyFilter(), NoneFilter()


async def check_conditions(datasette: Any, request: Any, database: str, table: str) -> None:
    """Raise BadRequest for a condition that Datasette would pass over or misread."""
    source = datasette.get_database(database)
    columns = list(await source.table_columns(table))
    if table not in await source.view_names():
        columns.append("rowid")
    for key in request.args:
        # As Datasette tells conditions from what is said of the page.
        if "__" in key or not key.startswith("_"):
            check_condition(key, columns)
    if request.args.get("_search") and not await source.fts_table(table):
        raise BadRequest(f"{table} cannot be searched by _search: ask /search?q= instead.")


def check_condition(key: str, columns: Collection[str]) -> None:
    """Raise BadRequest unless a condition names a column and, if any, a comparison."""
    column, _, comparison = key.rpartition("__") if "__" in key else (key, "", "exact")
    known = Filters._filters_by_key  # noqa: SLF001
    if column not in columns:
        raise BadRequest(f"There is no column “{column}” here; there are {', '.join(columns)}.")
    if comparison not in known:
        raise BadRequest(f"There is no comparison “{comparison}”; there are {', '.join(known)}.")
