"""Parse: the table that sets the tools side by side, a row for each question.

Where markup says which cell is which, cells are read by column; where it is a list of lines,
a label owns as many lines as there are tools. A row that does not come out even is an issue
and gives no value.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from parsers.lines import Fields, Ledger, Line
from parsers.sites import Site
from parsers.stats import VERDICTS, read_community
from parsers.text import fold_label

_TALLY = re.compile(r"(?<!\d)(\d{1,6})\s?ships?\s?/\s?(\d{1,6})\s?skips?\b", re.IGNORECASE)

Rows = dict[str, tuple[Line, ...]]


class Table(Struct, frozen=True):
    """The lines of the table from ``start`` up to, not including, ``end``."""

    start: int
    end: int
    rows: Rows


def find_table(
    lines: Sequence[Line], names: Sequence[str], site: Site, ledger: Ledger
) -> Table | None:
    """Return the table whose header is the table's label and the names in the title's order."""
    header = [fold_label(site.labels.table), *map(fold_label, names)]
    width = len(header)
    for start in range(len(lines) - width + 1):
        window = lines[start : start + width]
        if [line.folded for line in window] == header:
            for line in window:
                ledger.claim(line, "table", site.labels.table)
            body = lines[start + width :]
            end, rows = _read_rows(body, window[0], len(names), site, ledger)
            return Table(start, start + width + end, rows)
    return None


def _read_rows(
    body: Sequence[Line], header: Line, width: int, site: Site, ledger: Ledger
) -> tuple[int, Rows]:
    labels = site.labels.name_rows()
    rows: Rows = {}
    index = 0
    while index < len(body) and (body[index].folded in labels or _is_in_table(body[index], header)):
        label = body[index]
        if label.block.cell is not None:
            values, index = _take_cells(body, index)
        else:
            values, index = _take_lines(body, index, width, labels)
        ledger.claimed.add(label.number)
        ledger.claimed.update(line.number for line in values)
        found = " | ".join(line.text for line in values)[:120] or "nothing"
        if label.folded not in labels:
            message = f"the row {label.text[:40]!r} is not known"
            ledger.report("row_unknown", "page.table", message, "a known row", found)
        elif len(values) == width:
            rows[label.folded] = values
        else:
            message = f"the row {label.text!r} has not one value for each tool"
            ledger.report("table_uneven", "page.table", message, f"{width} values", found)
    return index, rows


def _is_in_table(line: Line, header: Line) -> bool:
    cell, first = line.block.cell, header.block.cell
    return cell is not None and first is not None and cell.table == first.table


def _take_cells(body: Sequence[Line], index: int) -> tuple[tuple[Line, ...], int]:
    """Return one line for each cell after the label's, the lines of a cell joined."""
    label = body[index].block.cell
    assert label is not None
    columns: dict[int, Line] = {}
    index += 1
    while index < len(body):
        line, cell = body[index], body[index].block.cell
        if cell is None or (cell.table, cell.row) != (label.table, label.row):
            break
        first = columns.get(cell.column)
        if first is None:
            columns[cell.column] = line
        else:
            text = f"{first.text} {line.text}"
            columns[cell.column] = Line(first.number, text, fold_label(text), first.block)
        index += 1
    return tuple(columns[column] for column in sorted(columns)), index


def _take_lines(
    body: Sequence[Line], index: int, width: int, labels: frozenset[str]
) -> tuple[tuple[Line, ...], int]:
    start = index + 1
    end = start
    while end < min(start + width, len(body)) and body[end].folded not in labels:
        end += 1
    return tuple(body[start:end]), end


def read_table(rows: Rows, cards: Sequence[Fields], site: Site, ledger: Ledger) -> None:
    """Add to the cards what the table states; what it states otherwise is an issue."""
    labels = site.labels
    for position, fields in enumerate(cards, start=1):
        row = {label: lines[position - 1] for label, lines in rows.items()}
        if (line := row.get(fold_label(labels.panel_verdict))) is not None:
            _read_panel_verdict(line, position, fields, ledger)
        if (line := row.get(fold_label(labels.community))) is not None:
            _read_community_row(line, position, fields, ledger)
        for label, field in (
            (labels.pricing, "pricing"),
            (labels.best_for, "tagline"),
            (labels.category, "category"),
        ):
            if (line := row.get(fold_label(label))) is not None:
                _state(field, line.text, line, position, fields, ledger)


def _read_panel_verdict(line: Line, position: int, fields: Fields, ledger: Ledger) -> None:
    word = re.split(r"\W", line.folded, maxsplit=1)[0]
    if word in VERDICTS:
        _state("verdict", word, line, position, fields, ledger)
    if (tally := _TALLY.search(line.text)) is not None:
        _state("ship_votes", int(tally.group(1)), line, position, fields, ledger)
        _state("skip_votes", int(tally.group(2)), line, position, fields, ledger)
    else:
        message = "the panel's votes cannot be read"
        field = f"tools.{position}.ship_votes"
        ledger.report("value_invalid", field, message, "Ship · 3 ship / 1 skip", line.text)


def _read_community_row(line: Line, position: int, fields: Fields, ledger: Ledger) -> None:
    stated: Fields = {}
    read_community(line, position, stated, ledger)
    for field, value in stated.items():
        _state(field, value, line, position, fields, ledger)


def _state(
    field: str, value: str | int, line: Line, position: int, fields: Fields, ledger: Ledger
) -> None:
    path = f"tools.{position}.{field}"
    if field in fields and fields[field] != value:
        message = "the card and the table differ"
        ledger.report("card_and_table_differ", path, message, fields[field], value)
    else:
        fields[field] = value
        ledger.claim(line, path, "row of the table")
