"""Publish: a critic's page: leaning, spread of scores, agreement, lone calls, latest words.

A critic is a name on a site: two sites may each have a critic of one name, who are not the same.
"""

from __future__ import annotations

import asyncio
from dataclasses import replace
from difflib import SequenceMatcher
from typing import Any
from urllib.parse import unquote

from publish.asking import Answer, ask, look_up
from publish.linking import find_path
from publish.pages.page import Page, redirect, show_page
from publish.plots.agreement import draw_agreement
from publish.plots.history import Row
from publish.plots.spread import draw_spread

FIT_LETTERS, FIT_PART = 1, 2
# Of 1: from where on two names are like each other.
LIKENESS = 0.6
LONGEST_NAME = 60
FEW_ENTRIES = 20
POINTS_APART = 2.0
MOST_DISSENTS = 10
PARTS = {
    "scores": "critic_scores",
    "agreement": "critics_agree",
    "categories": "critics_lean_by_category",
    "dissents": "lone_dissents",
    "changes": "critic_changes",
    "quotes": "critic_quotes",
}


async def answer_list(datasette: Any, request: Any) -> Any:
    """Show all critics and how each leans."""
    asked = await ask(datasette, "critics_lean", category="", site="", critic="")
    return await show_page(datasette, request, Page("critics.html", "Critics", {"critics": asked}))


async def answer(datasette: Any, request: Any) -> Any:
    """Show a critic of a site; a name without a site leads there, where one site has it."""
    site = unquote(request.url_vars.get("site") or "")
    name = unquote(request.url_vars["name"])
    if site:
        leaning = await look_up(datasette, "critics_lean", category="", site=site, critic=name)
        if leaning.rows:
            page = await build_page(datasette, site, name, leaning)
            return await show_page(datasette, request, page)
    return await answer_choices(datasette, request, site, name)


async def answer_choices(datasette: Any, request: Any, site: str, name: str) -> Any:
    """Lead to the only critic of this name, list those of several sites, or suggest others."""
    found = await look_up(datasette, "find_critic", critic=name, site=site)
    fitting = [row for row in found.rows if row["fit"] == found.rows[0]["fit"]]
    is_known = bool(fitting) and fitting[0]["fit"] <= FIT_LETTERS
    if is_known and len(fitting) == 1:
        path = find_path("critic", fitting[0]["critic"], "", fitting[0]["site"])
        return redirect(datasette, request, datasette.urls.path(path))
    title = f"Several critics “{name}”" if is_known else f"No critic “{name}”"
    told = {"wanted": name, "is_known": is_known}
    nearest = fitting if is_known else [row for row in found.rows if is_like(name, row)]
    found = replace(found, rows=tuple(nearest))
    page = Page(
        "critic_choices.html", title, {"suggestions": found}, told, status=200 if is_known else 404
    )
    return await show_page(datasette, request, page)


def is_like(name: str, row: Row) -> bool:
    """Tell whether a row of find_critic has a name that may be meant."""
    if row["fit"] <= FIT_PART:
        return True
    folded = (name[:LONGEST_NAME].casefold(), row["critic"][:LONGEST_NAME].casefold())
    return SequenceMatcher(None, *folded).ratio() >= LIKENESS


async def build_page(datasette: Any, site: str, name: str, leaning: Answer) -> Page:
    """Ask all that a critic's page shows."""
    asked = await asyncio.gather(
        *(ask(datasette, query, site=site, critic=name) for query in PARTS.values())
    )
    answers = {"leaning": leaning, **dict(zip(PARTS, asked, strict=True))}
    answers["dissents"] = take_first(answers["dissents"], MOST_DISSENTS)
    shown = {
        "leanings": tell_leaning(leaning.rows[0]) if leaning.rows else [],
        "spread": draw_spread(name, answers["scores"].rows),
        "agreements": draw_agreement(name, answers["agreement"].rows),
    }
    return Page("critic.html", name, answers, {"site": site, "critic": name}, shown)


def take_first(answer: Answer, most: int) -> Answer:
    """Keep the first rows of an answer, which then says that it is cut."""
    if len(answer.rows) <= most:
        return answer
    return replace(answer, rows=answer.rows[:most], is_cut=True)


def tell_leaning(row: Row) -> list[str]:
    """Say in words how a critic leans, from a row of critics_lean."""
    told = []
    entries = "1 entry" if row["entries"] == 1 else f"{row['entries']:,} entries"
    if row["ship_points_above"] is not None:
        told.append(name_leaning(row["ship_points_above"]))
    if row["ship_pct"] is not None:
        told.append(
            f"Says ship of {row['ship_pct']:g} % of {entries}"
            + compare(row["ship_points_above"], "more often", "less often", row["others_ship_pct"])
        )
    if row["mean_score"] is not None:
        told.append(
            f"Gives a mean score of {row['mean_score']:g}, from {row['lowest_score']} to "
            f"{row['highest_score']}"
            + compare(row["score_points_above"], "higher", "lower", row["others_mean_score"])
        )
    if not told:
        told.append("No quote of this critic stands any more.")
    elif row["entries"] < FEW_ENTRIES:
        told.append("That is little to go by: it may well be chance.")
    return told


def name_leaning(points: float) -> str:
    """Say whether a critic is kinder or harsher than the others, by the points of ship above."""
    if abs(points) < POINTS_APART:
        return "About as kind as the other critics."
    return "Kinder than the other critics." if points > 0 else "Harsher than the other critics."


def compare(points: float | None, more: str, less: str, others: float | None) -> str:
    """Say how many points lie between a critic and the others, and what those say."""
    if points is None or others is None:
        return ", which no other critic speaks of."
    distance = f"{abs(points):g} points {more if points > 0 else less} than" if points else "as"
    return f", {distance} the other critics on the same entries ({others:g})."
