"""Writers of cards, tables and scorecards, each in a markup of its own; one of each is a page.

Every writer spells its text, and prints all that it has: what a page leaves out is the style's
to say.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import groupby
from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from parsers.records import Comparison, Quote, ToolCard

Spelling: TypeAlias = Callable[[str], str]
Rows: TypeAlias = Sequence[tuple[str, Sequence[str]]]


class Lead(Struct, frozen=True, kw_only=True):
    """What stands on a card beside its words and numbers."""

    is_linked: bool
    has_badge: bool
    has_avatar: bool


def _list_stats(card: ToolCard, place: str) -> list[tuple[str, str]]:
    """Return the values and labels of a card; where votes are absent depends on the place."""
    absent = {"dl": "", "lines": "No votes yet"}.get(place, "—")
    community = absent if card.community_votes is None else _say_community(card)
    return [
        (f"{card.panel_ship_pct}%", "Panel ship"),
        (community, "Community"),
        (card.entry_price or "", "Entry"),
    ]


def _say_community(card: ToolCard) -> str:
    unit = "vote" if card.community_votes == 1 else "votes"
    return f"{card.community_ship_pct}% · {card.community_votes} {unit}"


def list_rows(page: Comparison) -> Rows:
    tools = page.tools
    return [
        ("Decision", [tool.name for tool in tools]),
        (
            "Panel verdict",
            [
                f"{(tool.verdict or '').title()} · {tool.ship_votes} ship / {tool.skip_votes} skip"
                for tool in tools
            ],
        ),
        (
            "Community",
            [
                _say_community(tool) if tool.community_votes else "No community votes yet"
                for tool in tools
            ],
        ),
        ("Pricing", [tool.pricing or "" for tool in tools]),
        ("Best for", [tool.tagline or "" for tool in tools]),
        ("Category", [tool.category or "" for tool in tools]),
    ]


def _write_lead(card: ToolCard, lead: Lead, spell: Spelling, tag: str = "div") -> str:
    """Return what stands before the numbers: letter, category, name, tagline, badge."""
    name = spell(card.name)
    if lead.is_linked:
        name = f'<a href="/tool/{card.slug}">{name}</a>'
    letter = f"<{tag}>{spell(card.name[0].upper())}</{tag}>" if lead.has_avatar else ""
    badge = f"<{tag}>{(card.verdict or '').title()}</{tag}>" if lead.has_badge else ""
    words = f"<{tag}>{spell(card.tagline or '')}</{tag}>"
    return f"{letter}<{tag}>{spell(card.category or '')}</{tag}><h2>{name}</h2>{words}{badge}"


def _write_value_first(card: ToolCard, lead: Lead, spell: Spelling) -> str:
    stats = "".join(
        f"<div><div>{spell(value)}</div><div>{spell(label)}</div></div>"
        for value, label in _list_stats(card, "divs")
    )
    words = f"<div>{spell(card.description or '')}</div>"
    return f"<div>{_write_lead(card, lead, spell)}<div>{stats}</div>{words}</div>"


def _write_label_first(card: ToolCard, lead: Lead, spell: Spelling) -> str:
    stats = "".join(
        f"<li><span>{spell(label)}</span><b>{spell(value)}</b></li>"
        for value, label in _list_stats(card, "spans")
    )
    words = f"<p>{spell(card.description or '')}</p>"
    return f"<article>{_write_lead(card, lead, spell, 'p')}{words}<ul>{stats}</ul></article>"


def _write_definitions(card: ToolCard, lead: Lead, spell: Spelling) -> str:
    stats = "".join(
        f"<dt>{spell(label)}<dd>{spell(value)}" for value, label in _list_stats(card, "dl")
    )
    words = f"<p>{spell(card.description or '')}</p>"
    return f"<section>{_write_lead(card, lead, spell, 'p')}<dl>{stats}</dl>{words}</section>"


def _write_lines(card: ToolCard, lead: Lead, spell: Spelling) -> str:
    stats = "<br>".join(
        f"{spell(label)}: {spell(value)}" for value, label in _list_stats(card, "lines")
    )
    words = f"<p>{spell(card.description or '')}"
    return f"<div>{_write_lead(card, lead, spell, 'p')}<p>{stats}{words}</div>"


def _write_cells(card: ToolCard, lead: Lead, spell: Spelling) -> str:
    stats = "".join(
        f"<TD><B>{spell(value)}</B><BR><FONT SIZE=1>{spell(label)}</FONT>\n"
        for value, label in _list_stats(card, "cells")
    )
    words = f"<P>{spell(card.description or '')}"
    head = _write_lead(card, lead, spell, "p")
    return f"<TABLE><TR><TD>{head}<TABLE><TR>{stats}</TABLE>{words}</TABLE>"


def _write_spans(card: ToolCard, lead: Lead, spell: Spelling) -> str:
    """Return a card of spans, which styles make blocks of; lines of the source part them."""
    name = spell(card.name)
    if lead.is_linked:
        name = f'<a href="/tool/{card.slug}">{name}</a>'
    badge = f"<span>{(card.verdict or '').title()}</span>" if lead.has_badge else ""
    stats = "\n".join(
        f"<p><span>{spell(value)}</span> <span>{spell(label)}</span></p>"
        for value, label in _list_stats(card, "spans")
    )
    return (
        f"<div><p>{spell(card.category or '')}</p><div><span>{name}</span>"
        f"<span>{spell(card.tagline or '')}</span></div><div>{badge}</div>\n{stats}\n"
        f"<p><span>{spell(card.description or '')}</span></p></div>"
    )


def _write_linked(card: ToolCard, lead: Lead, spell: Spelling) -> str:
    plain = replace(lead, is_linked=False)
    return f'<a href="/tool/{card.slug}">{_write_value_first(card, plain, spell)}</a>'


def _write_grid(rows: Rows, spell: Spelling) -> str:
    cells = "".join(
        f"<div>{''.join(f'<div>{spell(text)}</div>' for text in (label, *values))}</div>"
        for label, values in rows
    )
    return f"<div>{cells}</div>"


def _write_table(rows: Rows, spell: Spelling) -> str:
    return _write_rows([(label, *values) for label, values in rows], spell)


def _write_turned(rows: Rows, spell: Spelling) -> str:
    turned = zip(*((label, *values) for label, values in rows), strict=True)
    return _write_rows(list(turned), spell)


def _write_rows(rows: Sequence[Sequence[str]], spell: Spelling) -> str:
    lines = (f"<tr>{''.join(f'<td>{spell(text)}' for text in row)}\n" for row in rows)
    return f"<table>{''.join(lines)}</table>"


def _write_terms(rows: Rows, spell: Spelling) -> str:
    terms = "".join(
        f"<dt>{spell(label)}</dt>{''.join(f'<dd>{spell(text)}</dd>' for text in values)}"
        for label, values in rows
    )
    return f"<dl>{terms}</dl>"


def _group_seats(page: Comparison) -> list[list[Quote]]:
    return [list(group) for _, group in groupby(page.quotes, key=lambda quote: quote.seat)]


def _say_score(quote: Quote, spell: Spelling) -> str:
    return spell(f"{quote.score}/100 · {quote.verdict}")


def _name(quote: Quote, spell: Spelling) -> str:
    return spell(quote.reviewer or "")


def _write_named_once(page: Comparison, spell: Spelling) -> str:
    return "".join(
        f"<h3>{_name(seat[0], spell)}</h3>"
        + "".join(f"<p>{_say_score(q, spell)}</p><p>{spell(q.text)}</p>" for q in seat)
        for seat in _group_seats(page)
    )


def _write_named_each(page: Comparison, spell: Spelling) -> str:
    return "".join(
        f"<div><div><span>{_name(q, spell)}</span><span>{_say_score(q, spell)}</span></div>"
        f"<div>{spell(q.text)}</div></div>"
        for q in page.quotes
    )


def _write_one_line(page: Comparison, spell: Spelling) -> str:
    return "".join(
        f"<p><b>{_name(q, spell)}</b> — {_say_score(q, spell)}<br>{spell(q.text)}"
        for q in page.quotes
    )


def _write_blockquotes(page: Comparison, spell: Spelling) -> str:
    return "".join(
        f"<figure><blockquote>“{spell(q.text)}”</blockquote><figcaption><cite>{_name(q, spell)}"
        f"</cite>, {_say_score(q, spell)}</figcaption></figure>"
        for q in page.quotes
    )


def _write_by_tool(page: Comparison, spell: Spelling) -> str:
    return "".join(
        f"<section><h3>{spell(tool.name)}</h3>"
        + "".join(
            f"<h4>{_name(q, spell)}</h4><p>{_say_score(q, spell)}</p><p>{spell(q.text)}</p>"
            for q in page.quotes
            if q.position == tool.position
        )
        + "</section>"
        for tool in page.tools
    )


def _write_columns(page: Comparison, spell: Spelling) -> str:
    heads = "".join(f"<th>{spell(tool.name)}" for tool in page.tools)
    rows = ""
    for seat in _group_seats(page):
        cells = {q.position: f"<p>{_say_score(q, spell)}<p>{spell(q.text)}" for q in seat}
        places = "".join(f"<td>{cells.get(tool.position, '')}" for tool in page.tools)
        rows += f"<tr><th>{_name(seat[0], spell)}{places}"
    return f"<table><tr><th>{heads}{rows}</table>"


CARDS: Mapping[str, Callable[[ToolCard, Lead, Spelling], str]] = {
    "value first": _write_value_first,
    "label first": _write_label_first,
    "definitions": _write_definitions,
    "lines": _write_lines,
    "cells": _write_cells,
    "spans": _write_spans,
    "linked whole": _write_linked,
}
TABLES: Mapping[str, Callable[[Rows, Spelling], str]] = {
    "table": _write_table,
    "turned": _write_turned,
    "grid": _write_grid,
    "terms": _write_terms,
    "none": lambda rows, spell: "",
}
SCORECARDS: Mapping[str, Callable[[Comparison, Spelling], str]] = {
    "named once": _write_named_once,
    "named each": _write_named_each,
    "one line": _write_one_line,
    "blockquotes": _write_blockquotes,
    "by tool": _write_by_tool,
    "columns": _write_columns,
}
# These cards say in words that there are no votes; others have a dash, or nothing.
SAYS_NONE = "lines"
# These name the tool beside its quotes.
TELLS_TOOLS = frozenset(("by tool", "columns"))
