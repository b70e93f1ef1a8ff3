"""Command: ``parse --explain``, the way back from every field of a record to its page.

For a person it is text: each field with its value, and under it the block and the landmark it
was read by, or the rule that derived it. For a program it is one JSON object a page, with the
same evidence as ``versusdb parse`` has it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from textwrap import wrap
from typing import TypeAlias

import click
from msgspec import Struct
from msgspec.structs import asdict
from rich.cells import cell_len, set_cell_size

from parsers.blocks import Block
from parsers.bounds import TooComplex
from parsers.kinds import list_kinds
from parsers.records import Comparison, Evidence, Issue, Quote, Reading, Record, ToolCard, ToolPage
from parsers.sites import find_site, list_sites
from parsers.text import strip_quotation_marks
from parsers.views import NotText, list_views

Value: TypeAlias = str | int | None
JsonValue: TypeAlias = str | Record | list[dict[str, Value]] | list[str]

LONGEST_NAME = max(map(len, ToolCard.__struct_fields__))
MOST_PLACES = 4
_KINDS = {"comparison": "a comparison", "tool": "a tool page", "unknown": "no page we can read"}
# What tells a part's place, and what is told of it elsewhere.
_FRAME = {
    "source", "position", "seat", "derived", "denied", "issues", "tools", "tool", "quotes", "kind",
}  # fmt: skip


class Part(Struct, frozen=True):
    """A part of a record: its heading, and its fields by their paths."""

    heading: str
    fields: dict[str, Value]


def explain_as_json(
    reading: Reading, blocks: Iterable[Block] | None = None
) -> dict[str, JsonValue]:
    """Return a record with the evidence for each of its fields, for programs.

    ``evidence`` has the fields that are stated, also as none, or derived, ``absent`` those that
    are not on the page, ``unclaimed`` the lines that no field took. ``block`` counts from 0.
    ``blocks``, if they are given, are those of the page.
    """
    values = {
        path: value for part in list_parts(reading.record) for path, value in part.fields.items()
    }
    placed = {item.field for item in reading.evidence}
    told: dict[str, JsonValue] = {
        "record": reading.record,
        "reader": reading.reader,
        "evidence": [
            {**asdict(item), "value": values.get(item.field)} for item in reading.evidence
        ],
        "absent": [path for path, value in values.items() if value is None and path not in placed],
        "unclaimed": [asdict(line) for line in reading.unclaimed],
    }
    if blocks is not None:
        told["blocks"] = [_show_block(block) for block in blocks]
    return told


def explain(reading: Reading, width: int | None) -> Iterator[str]:
    """Yield the lines that explain a reading, cut to ``width`` where it is known."""
    record = reading.record
    where = f" on {record.site}" if record.site else ""
    first = f"{record.source}: {_name_kind(record)}{where}, read by {reading.reader}"
    yield _bold(_cut(first, width))
    for part in list_parts(record):
        yield ""
        yield _bold(part.heading)
        yield from _explain_part(part, reading.evidence, width)
    if record.issues:
        yield ""
        yield _bold("issues")
        for issue in record.issues:
            yield from _explain_issue(issue, width)
    if reading.unclaimed:
        yield ""
        yield _bold("lines that no field took")
        for line in reading.unclaimed:
            yield _cut(f"  block {line.block:<{LONGEST_NAME - 6}}  {line.text}", width)


def list_blocks(body: bytes, reading: Reading) -> tuple[Block, ...]:
    """Return the blocks of the view that a page was read in; none if it could not be read."""
    known = find_site(reading.record.site)
    for site in [known] if known else list_sites():
        labels = frozenset(label for kind in list_kinds(site) for label in kind.labels)
        with suppress(NotText, TooComplex):
            for view in list_views(body, None, site.landmarks, labels):
                if view.reader == reading.reader:
                    return view.blocks
    return ()


def _show_block(block: Block) -> dict[str, Value]:
    return {"block": block.index, "text": block.text}


def explain_blocks(blocks: Iterable[Block], width: int | None) -> Iterator[str]:
    """Yield the numbered blocks of a page, cut to ``width`` where it is known."""
    yield ""
    yield _bold("all blocks")
    for block in blocks:
        yield _cut(f"  block {block.index:<{LONGEST_NAME - 6}}  {block.text}", width)


def list_parts(record: Record) -> list[Part]:
    """Return the parts of a record: the page, its tools, its quotes."""
    parts = [_make_part("page", "", record)]
    match record:
        case Comparison(tools=tools, quotes=quotes):
            parts += [
                _make_part(f"tool {number}", f"tools.{number}.", tool)
                for number, tool in enumerate(tools, start=1)
            ]
            parts += [
                _make_part(f"quote {number}: {_place(quote)}", f"quotes.{number}.", quote)
                for number, quote in enumerate(quotes, start=1)
            ]
        case ToolPage(tool=tool):
            parts.append(_make_part("tool", "tool.", tool))
        case _:
            pass
    return [part for part in parts if any(value is not None for value in part.fields.values())]


def _make_part(heading: str, prefix: str, struct: Record | ToolCard | Quote) -> Part:
    fields = {
        f"{prefix}{field}": value for field, value in asdict(struct).items() if field not in _FRAME
    }
    return Part(heading, fields)


def _place(quote: Quote) -> str:
    return f"tool {quote.position}, seat {quote.seat}"


def _name_kind(record: Record) -> str:
    return _KINDS[str(record.__struct_config__.tag)]


def _explain_part(part: Part, evidence: Iterable[Evidence], width: int | None) -> Iterator[str]:
    absent: list[str] = []
    for path, value in part.fields.items():
        name = path.rpartition(".")[2]
        places = [item for item in evidence if item.field == path]
        if value is None and not places:
            absent.append(name)
            continue
        yield _cut(f"  {name:<{LONGEST_NAME}}  {'none' if value is None else value}", width)
        for text in _tell_places(value, places):
            yield _dim(_cut(f"  {'':<{LONGEST_NAME}}  {text}", width))
    if absent:
        yield _cut(f"  {'not on this page':<{LONGEST_NAME}}  {', '.join(absent)}", width)


def _tell_places(value: Value, places: Iterable[Evidence]) -> Iterator[str]:
    """Yield where a value stands, each place once, and the text there if it is another."""
    landmarks: dict[tuple[int | None, str], dict[str, None]] = {}
    for item in places:
        landmarks.setdefault((item.block, item.text), {})[item.landmark] = None
    for number, ((block, text), names) in enumerate(landmarks.items()):
        if number == MOST_PLACES < len(landmarks) - 1:
            yield f"and {len(landmarks) - MOST_PLACES} more places"
            return
        place = "" if block is None else f"block {block}, "
        is_same = str(value) in (text, strip_quotation_marks(text))
        shown = f": {text}" if text and not is_same else ""
        yield f"{place}{', '.join(names)}{shown}"


def _explain_issue(issue: Issue, width: int | None) -> Iterator[str]:
    for number, line in enumerate(wrap(f"{issue.message} [{issue.code}]", (width or 1000) - 4)):
        yield f"{'    ' if number else '  '}{line}"
    for name in ("field", "expected", "found"):
        if value := getattr(issue, name):
            yield _dim(_cut(f"    {name:<9} {value}", width))


def _cut(line: str, width: int | None) -> str:
    if width is None or cell_len(line) <= width:
        return line
    return set_cell_size(line, width - 1).rstrip() + "…"


def _bold(text: str) -> str:
    return click.style(text, bold=True)


def _dim(text: str) -> str:
    return click.style(text, dim=True)
