"""Bench: the content of a comparison page as elements, in the full rendering.

The markup is utility classes around plain elements. One class of each part (``tool-card``,
``stat-value``, ``review-text``) names it; the peers in ``bench.parse`` select by these names,
versusdb by none.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import asdict

from bench.content import CRITICS
from bench.markup import Client, Element, node
from parsers.records import Comparison, Quote, ToolCard

_MUTED = "text-sm leading-6 text-zinc-500 dark:text-zinc-400"
_LABEL = "mt-1 text-xs uppercase tracking-wide text-zinc-400"
_PANEL = (
    "rounded-2xl border border-zinc-200 bg-white/80 p-6 shadow-sm backdrop-blur transition-shadow "
    "hover:shadow-md dark:border-zinc-800 dark:bg-zinc-900/60"
)
_CELL = "px-4 py-3 text-sm text-zinc-700 dark:text-zinc-300"
_BADGE = (
    "inline-flex items-center gap-1.5 rounded-full px-2.5 py-0.5 text-xs font-semibold ring-1 "
    "ring-inset ring-emerald-600/20"
)
_HEADING = "text-2xl font-bold tracking-tight text-zinc-900 dark:text-zinc-50"
_PATHS = (
    ("M12 22c5.523 0 10-4.477 10-10S17.523 2 12 2 2 6.477 2 12s4.477 10 10 10z", "m9 12 2 2 4-4"),
    ("M5 12h14", "m12 5 7 7-7 7"),
    ("M3 6h18M3 12h18M3 18h18", "M21 21l-4.35-4.35"),
    (
        "M12 2 15.09 8.26 22 9.27l-5 4.87 1.18 6.88L12 17.77l-6.18 3.25L7 14.14 2 9.27l6.91-1.01z",
        "M8 12h8",
    ),
)


def write_icon(number: int, style: str = "h-4 w-4 shrink-0") -> Element:
    """Return one of the page's icons, as inline SVG."""
    paths = [node("path", d=path) for path in _PATHS[number % len(_PATHS)]]
    return node(
        "svg", *paths, style=style, xmlns="http://www.w3.org/2000/svg", width="24", height="24",
        viewBox="0 0 24 24", fill="none", stroke="currentColor", stroke_width="2",
        stroke_linecap="round", stroke_linejoin="round", aria_hidden="true",
    )  # fmt: skip


def write_article(record: Comparison) -> list[Element]:
    """Return what the page says of its tools, from the breadcrumb to the newsletter."""
    return [
        *_write_opening([tool.name for tool in record.tools]),
        node("div", *map(_write_card, record.tools), style="mt-10 grid gap-6 md:grid-cols-2"),
        _write_table(record.tools),
        _write_scorecard(record.quotes),
        _write_newsletter(),
    ]


def _write_opening(names: Sequence[str]) -> list[Element]:
    title = (names[0], " vs ", names[1])
    crumbs = [
        node("a", "Compare", style="hover:text-zinc-900 dark:hover:text-white", href="/compare"),
        node("span", "/", style="px-2 text-zinc-300"),
        node("span", *title, style="truncate"),
    ]
    return [
        node("div", *crumbs, style=f"flex items-center {_MUTED}"),
        node("p", "AI tool comparison", style=f"mt-8 {_LABEL}"),
        node("h1", *title, style="page-title mt-2 text-4xl font-black tracking-tight md:text-5xl"),
        node(
            "p",
            "Which one should you ship with? The panel's votes, the prices and the quarrels.",
            style=f"mt-4 max-w-2xl {_MUTED}",
        ),
    ]


def _write_card(tool: ToolCard) -> Element:
    link = node("a", tool.name, style="hover:underline", href=f"/tool/{tool.slug}")
    words = node(
        "div",
        node("span", tool.category or "", style=f"tool-category {_LABEL}"),
        node("h2", link, style="tool-name mt-1 truncate text-xl font-bold tracking-tight"),
        node("p", tool.tagline or "", style=f"tool-tagline mt-1 {_MUTED}"),
        style="min-w-0 flex-1",
    )
    badge = node("span", write_icon(0), (tool.verdict or "").title(), style=f"tool-badge {_BADGE}")
    avatar = "flex h-10 w-10 items-center justify-center rounded-full bg-zinc-100 font-semibold"
    head = node(
        "div", node("div", tool.name[0], style=avatar), words, badge, style="flex items-start gap-4"
    )
    stats = node(
        "div",
        _write_stat("Panel ship", str(tool.panel_ship_pct), "%"),
        _write_stat("Community", "—"),
        _write_stat("Entry", tool.entry_price or ""),
        style="mt-6 grid grid-cols-3 divide-x divide-zinc-200 text-center dark:divide-zinc-800",
    )
    prose = "tool-description mt-6 text-base leading-7 text-zinc-700 dark:text-zinc-300"
    text = node("p", tool.description or "", style=prose)
    client = Client(2, {"tool": asdict(tool), "labels": ["Panel ship", "Community", "Entry"]})
    return node("article", head, stats, text, style=f"tool-card {_PANEL}", client=client)


def _write_stat(label: str, *value: str) -> Element:
    return node(
        "div",
        node("div", *value, style="stat-value text-lg font-semibold tabular-nums"),
        node("div", label, style=f"stat-label {_LABEL}"),
        style="px-3 first:pl-0 last:pr-0",
    )


def _write_table(tools: Sequence[ToolCard]) -> Element:
    rows: dict[str, Sequence[Sequence[str]]] = {
        "Panel verdict": [_list_votes(tool) for tool in tools],
        "Community": [("No community votes yet",) for _ in tools],
        "Pricing": [(tool.pricing or "",) for tool in tools],
        "Best for": [(tool.tagline or "",) for tool in tools],
        "Category": [(tool.category or "",) for tool in tools],
    }
    names = [tool.name for tool in tools]
    head = [node("th", name, style=f"{_CELL} font-medium") for name in ("Decision", *names)]
    body = [_write_row(label, cells) for label, cells in rows.items()]
    table = node(
        "table",
        node("thead", node("tr", *head, style="bg-zinc-50 text-left dark:bg-zinc-900")),
        node("tbody", *body, style="divide-y divide-zinc-200 dark:divide-zinc-800"),
        style="decision-table w-full border-collapse text-left",
    )
    client = Client(4, {"title": "Decision", "names": names, "rows": rows})
    return node("div", table, style=f"mt-10 overflow-x-auto {_PANEL}", client=client)


def _list_votes(tool: ToolCard) -> list[str]:
    badge = (tool.verdict or "").title()
    return [badge, " · ", str(tool.ship_votes), " ship / ", str(tool.skip_votes), " skip"]


def _write_row(label: str, cells: Sequence[Sequence[str]]) -> Element:
    head = node("th", label, style=f"{_CELL} font-medium", scope="row")
    style = f"cell-{label.rsplit(maxsplit=1)[-1].lower()} {_CELL}"
    return node("tr", head, *(node("td", *cell, style=style) for cell in cells))


def _write_scorecard(quotes: Sequence[Quote]) -> Element:
    seats = [
        node(
            "div",
            node("h3", critic, style="review-critic text-base font-semibold text-zinc-900"),
            node(
                "div",
                *(_write_quote(quote) for quote in quotes if quote.seat == seat),
                style="mt-3 grid gap-4 md:grid-cols-2",
            ),
            style="review-seat py-6",
        )
        for seat, critic in enumerate(CRITICS, start=1)
    ]
    heading = node("h2", "Reviewer scorecard", style=_HEADING)
    client = Client(3, {"title": "Reviewer scorecard", "quotes": [asdict(q) for q in quotes]})
    return node("section", heading, *seats, style="mt-14 divide-y", client=client)


def _write_quote(quote: Quote) -> Element:
    score = node(
        "p", str(quote.score), "/100 · ", quote.verdict or "", style=f"review-score {_BADGE}"
    )
    text = "review-text mt-2 text-sm leading-6 text-zinc-700 dark:text-zinc-300"
    return node("div", score, node("p", quote.text, style=text), style="rounded-xl bg-zinc-50 p-4")


def _write_newsletter() -> Element:
    field = "h-10 flex-1 rounded-lg border border-zinc-300 px-3 text-sm focus:ring-2"
    button = "h-10 rounded-lg bg-zinc-900 px-4 text-sm font-semibold text-white hover:bg-zinc-700"
    form = node(
        "form",
        node("input", style=field, type="email", placeholder="you@example.com"),
        node("button", "Subscribe", style=button, type="submit"),
        style="mt-6 flex max-w-md gap-3",
    )
    heading = node("h2", "Weekly AI Tool Verdicts", style=_HEADING)
    text = node("p", "What the panel shipped and skipped, every Friday.", style=f"mt-2 {_MUTED}")
    return node("section", heading, text, form, style=f"mt-14 {_PANEL}")
