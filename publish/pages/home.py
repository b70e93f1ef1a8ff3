"""Publish: the home page: what there is, what it says at a glance, how fresh it is, how to take it.

Whatever cannot be answered, for want of time or of a view, says so in its place: the page comes.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlencode

from markupsafe import Markup, escape

from publish.arranging import DESCRIPTION, TITLE
from publish.asking import Answer, find_question
from publish.dataset import describe
from publish.keeping import ask_or_keep
from publish.linking import find_path, write_part
from publish.pages.page import Page, show_page
from publish.plots.course import Period, draw_course
from publish.plots.rows import Label, Range, Shares, divide, draw_ranges, draw_shares

PARTS = {
    "counts": "home_counts",
    "votes": "votes_by_category",
    "scores": "scores_by_period",
    "critics": "critics_scores",
    "apart": "entries_apart",
    "health": "home_health",
    "pair": "home_pair",
}
MOST_CRITICS = 12
MOST_TOOLS = 15
AGES = ((86_400, "day"), (3_600, "hour"), (60, "minute"))

Answers = Mapping[str, Answer]


@dataclass(frozen=True, slots=True)
class Example:
    """A question with its parameters filled in: what it asks, its address, what it tells."""

    title: str
    address: str
    description: str


async def answer(datasette: Any, request: Any) -> Any:
    """Show the home page."""
    asked = await asyncio.gather(*(ask_or_keep(datasette, name) for name in PARTS.values()))
    answers = dict(zip(PARTS, asked, strict=True))
    health = dict(next(iter(answers["health"].rows), {}))
    shown = {
        "plots": draw_plots(answers, datasette.urls),
        "counts": {row["view"]: row["rows"] for row in answers["counts"].rows},
        "standing": sum(row["standing"] or 0 for row in answers["counts"].rows),
        "health": health,
        "tell_age": tell_age,
        "examples": list_examples(answers, datasette),
        "dataset": await describe(datasette, request),
        "here": datasette.absolute_url(request, datasette.urls.instance()),
    }
    page = Page("home.html", TITLE, answers, {"description": DESCRIPTION}, shown)
    return await show_page(datasette, request, page)


def draw_plots(answers: Answers, urls: Any) -> dict[str, Markup]:
    """Draw what there is something to draw of."""
    plots = {}
    if votes := answers["votes"].rows:
        plots["votes"] = draw_shares(lay_out_votes(row) for row in votes)
    if len(scores := answers["scores"].rows) > 1:
        periods = [Period(*row.values()) for row in scores]
        plots["scores"] = draw_course("Critics' scores over time", periods)
    if critics := choose_critics(answers["critics"]):
        plots["critics"] = draw_ranges([lay_out_critic(row, urls) for row in critics])
    if apart := answers["apart"].rows[:MOST_TOOLS]:
        plots["apart"] = draw_ranges([lay_out_tool(row, urls) for row in apart])
    return plots


def lay_out_votes(row: Mapping[str, Any]) -> Shares:
    """Return a category as a row of a plot."""
    name = row["category"] or "No category"
    if row["category"] is None:
        name = f"{row['categories']:,} others"
    parts = {verdict: row[verdict] for verdict in ("ship", "mixed", "skip")}
    told = (f"{share} % {verdict}" for verdict, share in divide(parts).items() if parts[verdict])
    return Shares(Label(name, f"{', '.join(told)} of {row['entries']:,}"), parts)


def choose_critics(lean: Answer) -> list[Mapping[str, Any]]:
    """Choose the critics with most entries that have scores, in the order of the answer."""
    scored = [row for row in lean.rows if row["mean_score"] is not None]
    most = sorted(scored, key=lambda row: -row["entries"])[:MOST_CRITICS]
    return [row for row in scored if row in most]


def lay_out_critic(row: Mapping[str, Any], urls: Any) -> Range:
    """Return a critic as a row of a plot: the mean score within the quartiles."""
    ship = "" if row["ship_pct"] is None else f" · {row['ship_pct']:g} % ship"
    numbers = f"mean {row['mean_score']:g}{ship} · entries: {row['entries']:,}"
    label = Label(row["reviewer"], numbers, find_critic(row, urls))
    return Range(label, row["lower_quartile"], row["upper_quartile"], row["mean_score"])


def lay_out_tool(row: Mapping[str, Any], urls: Any) -> Range:
    """Return a tool as a row of a plot: the shares of ship of its entries."""
    numbers = f"{row['lowest_pct']} to {row['highest_pct']} % · {row['entries']:,} entries"
    address = str(urls.path(f"/tool/{write_part(row['tool_id'])}"))
    return Range(Label(row["tool"], numbers, address), row["lowest_pct"], row["highest_pct"])


def list_examples(answers: Answers, datasette: Any) -> list[Example]:
    """List questions with values that the data has, without those that it has none for."""
    examples = [ask_example(datasette, "critics_disagree")]
    if categories := [row["category"] for row in answers["votes"].rows if row["category"]]:
        title = isolate("Which tools does the panel want most in {}?", categories[0])
        values = {"category": categories[0]}
        examples.append(ask_example(datasette, "tools_by_panel_share", title, **values))
    if critics := choose_critics(answers["critics"])[:1]:
        title = isolate("How does {} judge, and who agrees?", critics[0]["reviewer"])
        told = "Scores, agreement with every other critic, and the calls in which they stood alone."
        examples.append(Example(title, find_critic(critics[0], datasette.urls), told))
    if len(pair := answers["pair"].rows) > 1:
        examples.append(
            Example(
                isolate("How do {} and {} compare?", *(row["tool"] for row in pair[:2])),
                str(datasette.urls.path("/compare/" + "/".join(row["tool_id"] for row in pair))),
                "Any two tools head to head, differences first, critic by critic.",
            )
        )
    return [*examples, ask_example(datasette, "entries_changed")]


def isolate(sentence: str, *names: str) -> Markup:
    """Put names into a sentence, whose direction theirs does not turn round."""
    return escape(sentence).format(*(Markup("<bdi>{}</bdi>").format(name) for name in names))


def ask_example(datasette: Any, name: str, title: str = "", **values: str) -> Example:
    """Return a stored query with values for its parameters, under a title that names them."""
    question = find_question(name)
    address = str(datasette.urls.query(datasette.get_database().name, name))
    query = f"?{urlencode(values)}" if values else ""
    return Example(title or question.title, address + query, question.description)


def find_critic(row: Mapping[str, Any], urls: Any) -> str:
    """Return the address of a critic's page."""
    return str(urls.path(find_path("critic", row["reviewer"], "", row["site"]) or ""))


def tell_age(time: str, now: datetime | None = None) -> str:
    """Return in words how long ago a time was."""
    seconds = ((now or datetime.now(UTC)) - datetime.fromisoformat(time)).total_seconds()
    for length, unit in AGES:
        if number := int(seconds // length) if seconds > 0 else 0:
            return f"{number:,} {unit}{'' if number == 1 else 's'} ago"
    return "just now"
