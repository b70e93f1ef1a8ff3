"""Command: the differences that reading again makes, summed up as they come.

Of each view so many rows are new, gone or changed; of each field so many values, with examples of
before and after; and issues are new or healed. All of it is counted, a few of it are kept: the
whole list goes into a file of JSON Lines, where one is asked for.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace
from sqlite_utils import Database

from db.comparing import Difference, Value
from versusdb.naming import Name, name_row, tell_apart

MOST_EXAMPLES = 3
ISSUES = "v1_issues"


class Example(Struct, frozen=True, kw_only=True):
    """A row of a view that differs; of a changed one, one field before and after.

    ``detail`` tells it, for a person, from others of its name.
    """

    key: dict[str, Value]
    name: str | None
    source_url: str | None
    detail: str | None
    before: Value = None
    after: Value = None


class FieldSum(Struct):
    """How many values of a field changed, and the first of them."""

    count: int = 0
    examples: list[Example] = field(default_factory=list)


class ViewSum(Struct):
    """How many rows of a view are new, gone or changed, with examples, and by field."""

    new: int = 0
    gone: int = 0
    changed: int = 0
    new_examples: list[Example] = field(default_factory=list)
    gone_examples: list[Example] = field(default_factory=list)
    fields: dict[str, FieldSum] = field(default_factory=dict)

    @property
    def rows(self) -> int:
        """How many rows differ."""
        return self.new + self.gone + self.changed


class IssueSum(Struct):
    """How many issues healed, or are new, by code, and the first of each code."""

    count: int = 0
    by_code: dict[str, int] = field(default_factory=dict)
    examples: list[dict[str, Value]] = field(default_factory=list)


class Sums(Struct):
    """All of it; views without a difference are not there."""

    views: dict[str, ViewSum] = field(default_factory=dict)
    issues_healed: IssueSum = field(default_factory=IssueSum)
    issues_new: IssueSum = field(default_factory=IssueSum)

    @property
    def rows(self) -> int:
        """How many rows differ."""
        return sum(view.rows for view in self.views.values())

    @property
    def counts(self) -> dict[str, int]:
        """How many rows are new, gone and changed."""
        views = self.views.values()
        return {
            "new": sum(view.new for view in views),
            "gone": sum(view.gone for view in views),
            "changed": sum(view.changed for view in views),
        }


def sum_up(
    differences: Iterable[Difference],
    before: Database,
    after: Database,
    write: Callable[[str], object] | None = None,
) -> Sums:
    """Sum up the differences; ``write`` takes each as a line of JSON."""
    sums = Sums()
    for difference in differences:
        view = sums.views.setdefault(difference.view, ViewSum())
        side = after if difference.after is not None else before
        row = difference.after or difference.before or {}
        _add(view, difference, side)
        if difference.view == ISSUES:
            _add_issue(sums, difference)
        if write is not None:
            write(json.dumps(_as_line(difference, name_row(side, row))) + "\n")
    return sums


def _add(view: ViewSum, difference: Difference, side: Database) -> None:
    old, new = difference.before, difference.after
    if old is None or new is None:
        examples = view.new_examples if old is None else view.gone_examples
        view.new += old is None
        view.gone += new is None
        if len(examples) < MOST_EXAMPLES:
            examples.append(_make_example(difference, side))
        return
    view.changed += 1
    for column in difference.fields:
        total = view.fields.setdefault(column, FieldSum())
        total.count += 1
        if len(total.examples) < MOST_EXAMPLES:
            example = _make_example(difference, side)
            total.examples.append(replace(example, before=old[column], after=new[column]))


def _make_example(difference: Difference, side: Database) -> Example:
    """Name a row by the database that has it, as it was last."""
    row = difference.after or difference.before or {}
    name = name_row(side, row)
    return Example(
        key=difference.key,
        name=name.name,
        source_url=name.source_url,
        detail=tell_apart(side, row),
    )


def _add_issue(sums: Sums, difference: Difference) -> None:
    was_open, is_open = (_is_open(row) for row in (difference.before, difference.after))
    if was_open == is_open:
        return
    total = sums.issues_new if is_open else sums.issues_healed
    row = (difference.after if is_open else difference.before) or {}
    code = str(row["code"])
    total.count += 1
    total.by_code[code] = total.by_code.get(code, 0) + 1
    if total.by_code[code] <= MOST_EXAMPLES:
        total.examples.append(row)


def _is_open(row: dict[str, Value] | None) -> bool:
    return row is not None and row["resolved_at"] is None


def _as_line(difference: Difference, name: Name) -> dict[str, Any]:
    """Return a difference for programs: of a changed row the fields that changed."""
    old, new, fields = difference.before, difference.after, difference.fields
    line: dict[str, Any] = {
        "view": difference.view,
        "change": "new" if old is None else "gone" if new is None else "changed",
        "key": difference.key,
        "name": name.name,
        "source_url": name.source_url,
    }
    if old is not None and new is not None:
        old, new = ({name: row[name] for name in fields} for row in (old, new))
    return {**line, "before": old, "after": new}
