"""Publish: head to head: any two tools side by side, whether a page compared them or not."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from urllib.parse import unquote

from markupsafe import Markup

from publish.asking import Answer, ask
from publish.linking import write_part
from publish.pages.fields import Row, list_derived, make_cards, name_entry
from publish.pages.finding import Found, find_tool, tell_unclear
from publish.pages.page import Page, redirect, show_page
from publish.pages.quotes import Quote
from publish.plots.history import LINES
from publish.plots.pair_history import draw_pair_history
from publish.plots.pair_scores import draw_scores
from publish.plots.pair_shares import draw_shares

PARTS = ("compare_critics", "compare_quotes", "compare_history", "compare_pages")
MOST_ROWS = 10
MOST_ENTRIES = 5


async def answer_form(datasette: Any, request: Any) -> Any:
    """Lead to the two tools that were named in the form; without names, show it."""
    names = [request.args.get(side) or "" for side in "ab"]
    if not all(name.strip() for name in names):
        page = Page("choose_pair.html", "Head to head", told=dict(zip("ab", names, strict=True)))
        return await show_page(datasette, request, page)
    return await answer_names(datasette, request, names, is_form=True)


async def answer(datasette: Any, request: Any) -> Any:
    """Show two tools by their ids; other names of theirs lead to it."""
    names = [unquote(request.url_vars[side]) for side in "ab"]
    return await answer_names(datasette, request, names)


async def answer_names(
    datasette: Any, request: Any, names: Sequence[str], *, is_form: bool = False
) -> Any:
    """Show the two tools that are meant, lead to their address, or say what is not clear."""
    a, b = await asyncio.gather(*(find_tool(datasette, name) for name in names))
    if a.tool_id is None or b.tool_id is None or a.tool_id == b.tool_id:
        return await show_page(datasette, request, choose(a, b))
    if is_form or [a.tool_id, b.tool_id] != names:
        path = f"/compare/{write_part(a.tool_id)}/{write_part(b.tool_id)}"
        return redirect(datasette, request, datasette.urls.path(path))
    return await show_page(datasette, request, await build_page(datasette, a, b))


def choose(a: Found, b: Found) -> Page:
    """Return the page for names that do not lead to two tools, with those that come near."""
    is_same = a.tool_id is not None and a.tool_id == b.tool_id
    if is_same:
        heading = Markup("“<bdi>{}</bdi>” cannot be set against itself").format(a.name)
    else:
        heading = tell_unclear(next(found for found in (a, b) if found.tool_id is None))
    answers = {"a": a.suggestions, "b": b.suggestions}
    told = {"a": a.words, "b": b.words, "is_same": is_same}
    shown = {"sides": [a, b], "heading": heading}
    return Page("choose_pair.html", heading.striptags(), answers, told, shown, status=404)


async def build_page(datasette: Any, a: Found, b: Found) -> Page:
    """Ask all that the page of two tools shows."""
    ids = {"tool_a": str(a.tool_id), "tool_b": str(b.tool_id)}
    asked = await asyncio.gather(
        ask(datasette, "tool_entries", tool=ids["tool_a"]),
        ask(datasette, "tool_entries", tool=ids["tool_b"]),
        ask(datasette, "compare_two_tools", **ids),
        *(ask(datasette, name, **ids) for name in PARTS),
    )
    names = ("entries_a", "entries_b", "fields", *(p.removeprefix("compare_") for p in PARTS))
    answers = dict(zip(names, asked, strict=True))
    title = f"{a.name} against {b.name}"
    return Page("compare.html", title, answers, ids, arrange_parts(answers, (a.name, b.name)))


def arrange_parts(answers: Mapping[str, Answer], names: tuple[str, str]) -> dict[str, object]:
    """Arrange answers for people: cards, fields by what they show, plots, words by critic."""
    sides = [answers["entries_a"].rows, answers["entries_b"].rows]
    cards = [make_cards(entries[:1], ()) for entries in sides]
    leading = [card for made in cards for card in made]
    return {
        "names": names,
        "leading": leading,
        "computed": [list_computed(entries) for entries in sides],
        "entries": sides,
        "agreements": [word_agreement(entries) for entries in sides],
        "compared": group_fields(answers["fields"].rows),
        "plots": draw_plots(sides, names, answers) if all(sides) else {},
        "critics": join_words(answers["critics"].rows, answers["quotes"].rows),
        "nameless": [row for row in answers["quotes"].rows if row["reviewer"] is None],
        "preferences": count_preferences(answers["critics"].rows),
        "most_rows": MOST_ROWS,
        "most_entries": MOST_ENTRIES,
    }


def word_agreement(entries: Sequence[Row]) -> str:
    """Say in a sentence whether a tool's entries agree; nothing of one that is alone."""
    if len(entries) < 2:
        return ""
    verdicts = [entry["verdict"] or "no verdict" for entry in entries]
    shares = [tell_share(entry["panel_ship_pct"]) for entry in entries]
    if len(set(verdicts)) > 1:
        told = f"disagree: {', '.join(verdicts)}"
    elif len(set(shares)) > 1:
        told = f"agree on {verdicts[0]}, not on the share of the panel: {', '.join(shares)}"
    else:
        told = f"agree: {verdicts[0]}, {shares[0]} of the panel"
    return f"Its {len(entries)} entries {told}."


def tell_share(share: int | None) -> str:
    """Return a share in words."""
    return "no share" if share is None else f"{share} %"


def list_computed(entries: Sequence[Row]) -> frozenset[str]:
    """Return the fields that a rule computed of the entry that leads these."""
    return list_derived(entries[0]["derived"]) if entries else frozenset()


def group_fields(rows: Iterable[Row]) -> dict[str, list[Row]]:
    """Group fields by what comparing them showed: differs, one only, same."""
    groups: dict[str, list[Row]] = {"differs": [], "one only": [], "same": []}
    for row in rows:
        if row["compared"] in groups:
            groups[row["compared"]].append(row)
    return groups


def draw_plots(
    sides: Sequence[Sequence[Row]], names: tuple[str, str], answers: Mapping[str, Answer]
) -> dict[str, list[Markup]]:
    """Draw the shares, the history and the scores, as far as there is something to see."""
    a, b = (entries[0] for entries in sides)
    of_a, of_b = (
        name_entry(entries[0]) if len(entries) > 1 else name
        for name, entries in zip(names, sides, strict=True)
    )
    until = max(a["last_seen_at"], b["last_seen_at"])
    history = [
        draw_pair_history(key, label, (of_a, of_b), answers["history"].rows, until)
        for key, _, label in LINES
    ]
    drawn = {
        "shares": [draw_shares({**a, "entry": of_a}, {**b, "entry": of_b})],
        "history": history,
        "scores": [draw_scores(*names, answers["critics"].rows)],
    }
    return {name: [plot for plot in plots if plot is not None] for name, plots in drawn.items()}


def join_words(critics: Iterable[Row], quotes: Iterable[Row]) -> list[dict[str, Any]]:
    """Put to each critic's scores the words on either side."""
    words: dict[tuple[object, object], list[Quote]] = {}
    for row in quotes:
        words.setdefault((row["reviewer"], row["side"]), []).append(Quote(row, ()))
    return [
        {"row": row, "sides": [words.get((row["critic"], side), []) for side in "ab"]}
        for row in critics
    ]


def count_preferences(critics: Iterable[Row]) -> Counter[str]:
    """Count the critics who score both tools, by the one that they prefer."""
    return Counter(row["prefers"] for row in critics if row["prefers"] is not None)
