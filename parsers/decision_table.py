"""Parse: the table that sets the tools side by side, a row for each question.

Where markup says which cell is which, cells are read by row and column, and the tools may be
columns or rows, in any order; where it is a list of lines, a label owns as many lines as there
are tools. A row that does not come out even is an issue and gives no value.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from parsers.lines import Fields, Ledger, Line
from parsers.sites import Landmarks, Site
from parsers.stats import COMMUNITY, name_field, read_community, read_panel_verdict
from parsers.text import fold_label

Row: TypeAlias = tuple[Line, ...]
_Grid: TypeAlias = dict[tuple[int, int], Line]


class Table(Struct, frozen=True):
    """The lines of a table from ``start`` up to, not including, ``end``; its rows by label.

    A row has one line for each tool, in the order of the title. A table of other tools has no
    rows and ``is_ours`` False.
    """

    start: int
    end: int
    rows: Mapping[str, Row]
    is_ours: bool = True


def find_tables(
    lines: Sequence[Line], names: Sequence[str], site: Site, ledger: Ledger
) -> list[Table]:
    """Return the tables whose heads are the names, in any order, and those of other tools."""
    marks = site.landmarks
    folded = [fold_label(name) for name in names]
    starts = marks.rows.union(folded)
    tables: list[Table] = []
    index = 0
    while index < len(lines):
        line = lines[index]
        if line.folded not in starts:
            index += 1
            continue
        table: Table | None = None
        is_name = line.folded in folded
        if line.block.cell is not None:
            table = _read_cells(lines, index, folded, marks, ledger)
        if table is None and line.folded == marks.table:
            table = _read_lines(lines, index, index + 1, folded, marks, ledger)
        elif table is None and is_name and _is_head(lines, index, folded, marks):
            table = _read_lines(lines, index, index, folded, marks, ledger)
        if table is not None:
            tables.append(table)
        index = index + 1 if table is None else max(table.end, index + 1)
    return tables


def _read_cells(
    lines: Sequence[Line], start: int, names: Sequence[str], marks: Landmarks, ledger: Ledger
) -> Table | None:
    """Return the table whose first cell of interest is at ``start``, if it names the tools."""
    first = lines[start].block.cell
    assert first is not None
    end = start
    while end < len(lines):
        cell = lines[end].block.cell
        if cell is None or cell.table != first.table:
            break
        if lines[end].is_score:
            return None  # the critics' own table
        end += 1
    grid = _join_cells(lines[start:end])
    corner = (first.row, first.column) if lines[start].folded == marks.table else None
    heads = {place: line.folded for place, line in grid.items() if place != corner}
    head = {column: text for (row, column), text in heads.items() if row == first.row}
    side = {row: text for (row, column), text in heads.items() if column == first.column}
    for axis, is_across in ((head, True), (side, False)):
        places = _place_names(axis, names)
        if places is None:
            continue
        rows: dict[str, Row] = {}
        for label, values in _list_rows(grid, places, is_across=is_across):
            _take_row(label, values, len(names), marks, rows, ledger)
        if not rows:
            continue
        for line in lines[start:end]:
            if line.folded in names or line.folded == marks.table:
                ledger.claim(line, "table", "heads of the table")
            ledger.claimed.add(line.number)
        return Table(start, end, rows)
    is_other = corner is not None and head and not set(names) & {*head.values(), *side.values()}
    return Table(start, end, {}, is_ours=False) if is_other else None


def _join_cells(lines: Sequence[Line]) -> _Grid:
    """Return one line for each cell, its own lines joined."""
    grid: _Grid = {}
    for line in lines:
        assert line.block.cell is not None
        place = (line.block.cell.row, line.block.cell.column)
        if (first := grid.get(place)) is not None:
            text = f"{first.text} {line.text}"
            line = replace(first, text=text, folded=fold_label(text))
        grid[place] = line
    return grid


def _place_names(axis: Mapping[int, str], names: Sequence[str]) -> list[int] | None:
    """Return where on an axis each name stands; tools of one name stand there in their order."""
    places: list[int] = []
    for name in names:
        free = [at for at, text in sorted(axis.items()) if text == name and at not in places]
        if not free:
            return None
        places.append(free[0])
    return places


def _list_rows(
    grid: _Grid, places: Sequence[int], *, is_across: bool
) -> list[tuple[Line, list[Line]]]:
    """Return the label and the tools' values of each row, or of each column."""
    turned = grid if is_across else {(b, a): line for (a, b), line in grid.items()}
    rows: dict[int, dict[int, Line]] = {}
    for (row, column), line in turned.items():
        rows.setdefault(row, {})[column] = line
    listed = []
    # The first row holds the names; a row's label is its first cell.
    for row in sorted(rows)[1:]:
        label = rows[row].pop(min(rows[row]))
        others = rows[row].keys() - set(places)
        values = [rows[row][place] for place in places if place in rows[row]]
        listed.append((label, [*values, *(rows[row][place] for place in sorted(others))]))
    return listed


def _is_head(lines: Sequence[Line], index: int, names: Sequence[str], marks: Landmarks) -> bool:
    """Tell whether all the names stand here in a row, with a row's label after them."""
    after = index + len(names)
    return (
        lines[index].folded in names
        and after < len(lines)
        and lines[after].folded in marks.rows
        and sorted(line.folded for line in lines[index:after]) == sorted(names)
    )


def _read_lines(
    lines: Sequence[Line],
    start: int,
    names_at: int,
    names: Sequence[str],
    marks: Landmarks,
    ledger: Ledger,
) -> Table | None:
    """Return the table that begins with its label or the names, a line for each cell."""
    width = len(names)
    head = lines[names_at : names_at + width]
    if sorted(line.folded for line in head) != sorted(names):
        is_name = lines[start].folded in names
        return None if is_name else Table(start, start + 1, {}, is_ours=False)
    places = _place_names({at: line.folded for at, line in enumerate(head)}, names)
    assert places is not None
    index = names_at + width
    for line in lines[start:index]:
        ledger.claim(line, "table", "heads of the table")
    rows: dict[str, Row] = {}
    while index < len(lines) and lines[index].folded in marks.rows:
        label, values, index = _take_lines(lines, index, width, marks)
        ordered = [values[place] for place in places] if len(values) == width else values
        _take_row(label, ordered, width, marks, rows, ledger)
    return Table(start, index, rows)


def _take_lines(
    lines: Sequence[Line], start: int, width: int, marks: Landmarks
) -> tuple[Line, list[Line], int]:
    end = start + 1
    while end < min(start + 1 + width, len(lines)) and lines[end].folded not in marks.rows:
        end += 1
    return lines[start], list(lines[start + 1 : end]), end


def _take_row(
    label: Line,
    values: Sequence[Line],
    width: int,
    marks: Landmarks,
    rows: dict[str, Row],
    ledger: Ledger,
) -> None:
    ledger.claimed.add(label.number)
    ledger.claimed.update(line.number for line in values)
    found = " | ".join(line.text for line in values)[:120] or "nothing"
    if label.folded not in marks.rows:
        message = f"the row {label.text[:40]!r} is not known"
        ledger.report("row_unknown", "page.table", message, "a known row", found)
    elif len(values) == width:
        first = rows.setdefault(label.folded, tuple(values))
        if [line.text for line in first] != [line.text for line in values]:
            message = f"two rows {label.text!r} differ"
            expected = " | ".join(line.text for line in first)[:120]
            field = f"tools.1.{name_field(label.folded, marks)}"
            ledger.report("renderings_differ", field, message, expected, found)
    else:
        message = f"the row {label.text!r} has not one value for each tool"
        ledger.report("table_uneven", "page.table", message, f"{width} values", found)


def read_table(table: Table, cards: Sequence[Fields], site: Site, ledger: Ledger) -> None:
    """Add to the cards what the table states; what it states otherwise is an issue."""
    marks = site.landmarks
    for position, fields in enumerate(cards, start=1):
        for label, lines in table.rows.items():
            line = lines[position - 1]
            stated: Fields = {}
            if label == marks.panel_verdict:
                read_panel_verdict(line, position, site, stated, ledger)
            elif label == marks.community:
                read_community(line, position, site, stated, ledger)
            elif label == marks.pricing:
                stated["pricing"] = line.text
            elif label == marks.best_for:
                stated["tagline"] = line.text
            elif label == marks.category:
                stated["category"] = line.text
            known = [field for field in COMMUNITY if field in fields]
            if label == marks.community and not stated and known:
                message = "the card has votes of the community, and the table has none"
                path = f"tools.{position}.{known[0]}"
                ledger.report("card_and_table_differ", path, message, fields[known[0]], line.text)
            for field, value in stated.items():
                _state(field, value, line, position, fields, ledger)


def _state(
    field: str, value: str | int, line: Line, position: int, fields: Fields, ledger: Ledger
) -> None:
    path = f"tools.{position}.{field}"
    if field in fields:
        if fields[field] != value:
            message = "the card and the table differ"
            ledger.report("card_and_table_differ", path, message, fields[field], value)
    elif path in ledger.denied:
        message = "the card says that there is none, and the table has a value"
        ledger.report("card_and_table_differ", path, message, "none", value)
    else:
        fields[field] = value
        ledger.claim(line, path, "row of the table")
