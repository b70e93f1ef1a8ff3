"""Bench: whole comparison pages of a wanted size, as a Next.js site serves them, from a seed.

Nobody here has seen the site's markup; this is what its framework writes today: utility classes,
inline icons, menus, a footer, related comparisons, and the content a second time as flight data,
which is about half of the bytes. The content is the same at every size, as on the site; what
grows is the rest.
"""

from __future__ import annotations

from functools import partial
from random import Random
from typing import Literal, TypeAlias

from msgspec import Struct

from bench.article import write_article, write_icon
from bench.content import SITE, list_names, write_comparison, write_slug, write_tagline
from bench.markup import Client, Element, node, write_flight, write_html, write_script
from parsers.records import Comparison

Frame: TypeAlias = Literal["outside", "inside", "plain"]
"""Where the related comparisons stand: after ``<main>``, within it, or in a page whose frame and
content are plain ``<div>``s without one."""

_LINK = (
    "group flex items-center gap-2 rounded-lg px-3 py-2 text-sm font-medium text-zinc-600 "
    "transition-colors hover:bg-zinc-100 hover:text-zinc-900 dark:text-zinc-300"
)
_TILE = (
    "group relative flex flex-col gap-2 rounded-2xl border border-zinc-200 bg-white/80 p-5 "
    "shadow-sm transition hover:-translate-y-0.5 hover:shadow-md dark:border-zinc-800"
)
_TOPICS = """Agents Audio Benchmarks Browsers Chat Coding Datasets Design Documents Embeddings
Evaluation Gateways Hosting Images Memory Notebooks Observability Planning Prompts Robotics Search
Security Speech Testing Translation Video Vision Voice Workflows Writing""".split()
_STEP = 100


class BenchPage(Struct, frozen=True):
    """A page, and the record that it has to give."""

    name: str
    body: bytes
    record: Comparison


def write_page(
    size: int, *, seed: int = 1, frame: Frame = "outside", has_flight: bool = True
) -> BenchPage:
    """Return a page of about ``size`` bytes; it is larger where its content alone is.

    Without flight data all of it is markup, as a server without React's writes it.
    """
    name = f"bench-{size}-{frame}-{seed}.html"
    record = write_comparison(seed, name)
    write = partial(_write_body, record, seed, frame, has_flight)
    empty = len(write(0))
    step = (len(write(_STEP)) - empty) / _STEP
    return BenchPage(name, write(max(0, round((size - empty) / step))), record)


def _write_body(
    record: Comparison, seed: int, frame: Frame, has_flight: bool, extras: int
) -> bytes:
    """Return the page with so many links around its content, most to related comparisons."""
    random = Random(f"frame {seed}")
    header = _write_header(2 + extras // 10, frame)
    footer = _write_footer(random, 2 + extras // 5, frame)
    related = _write_related(random, 1 + extras * 7 // 10, frame)
    article = write_article(record)
    if frame == "inside":
        article.append(related)
    tag = "div" if frame == "plain" else "main"
    main = node(tag, *article, style="mx-auto max-w-6xl px-4 py-10 sm:px-6 lg:px-8")
    parts = [header, main, footer] if frame == "inside" else [header, main, related, footer]
    chunks = [f"static/chunks/{random.getrandbits(64):016x}.js" for _ in range(8)]
    html = (
        '<!DOCTYPE html><html lang="en" class="scroll-smooth antialiased">'
        f"<head>{_write_head(record, chunks)}</head>"
        '<body class="min-h-screen bg-zinc-50 text-zinc-900 dark:bg-zinc-950 dark:text-zinc-50">'
        f'<div hidden=""><!--$--><!--/$--></div>{"".join(map(write_html, parts))}<!--$--><!--/$-->'
        f'<script type="application/ld+json">{write_script(_list_facts(record))}</script>'
        f"{write_flight(parts, chunks) if has_flight else ''}</body></html>"
    )
    return html.encode()


def _write_head(record: Comparison, chunks: list[str]) -> str:
    title, address = f"{record.title} | ShipOrSkip", record.url or ""
    text = f"{record.title}: the panel's votes, the prices and the quarrels, side by side."
    links = [node("link", rel="preload", href="/_next/static/media/e4af272c.woff2", as_="font")]
    links += [node("link", rel="preload", href=f"/_next/{chunks[0]}", as_="script")]
    links += [node("link", rel="stylesheet", href="/_next/static/css/8d2e1f.css")]
    scripts = [node("script", src=f"/_next/{chunk}", async_="") for chunk in chunks]
    metas = [
        node("title", title),
        node("meta", name="description", content=text),
        node("link", rel="canonical", href=address),
        node("meta", property="og:title", content=title),
        node("meta", property="og:description", content=text),
        node("meta", property="og:url", content=address),
        node("meta", property="og:image", content=f"{address}/opengraph-image"),
        node("meta", name="twitter:card", content="summary_large_image"),
        node("link", rel="icon", href="/favicon.ico", sizes="48x48"),
    ]
    return '<meta charSet="utf-8"/><meta name="viewport" content="width=device-width"/>' + "".join(
        map(write_html, [*links, *scripts, *metas])
    )


def _list_facts(record: Comparison) -> list[dict[str, object]]:
    """Return what the page tells search engines, as schema.org has it."""
    return [
        {
            "@context": "https://schema.org",
            "@type": "SoftwareApplication",
            "name": tool.name,
            "description": tool.tagline,
            "url": f"{SITE}/tool/{tool.slug}",
            "aggregateRating": {"ratingValue": tool.panel_ship_pct, "bestRating": 100},
        }
        for tool in record.tools
    ]


def _write_header(topics: int, frame: Frame) -> Element:
    """Return the menus; the browser renders them anew, so the flight data holds none of them."""
    plain = frame == "plain"
    items = [_write_link(_TOPICS[at % len(_TOPICS)], "/category", at) for at in range(topics)]
    menu = node("ul", *items, style="hidden grid-cols-3 gap-1 p-4 lg:grid", role="list")
    home = node("a", "ShipOrSkip", style="text-lg font-black tracking-tighter", href="/")
    search = node("button", write_icon(2), "Search", style=_LINK, type="button")
    bar = node("div" if plain else "nav", home, menu, search, style="mx-auto flex h-16 max-w-6xl")
    style = "sticky top-0 z-40 border-b border-zinc-200 bg-white/90 backdrop-blur"
    return node("div" if plain else "header", bar, style=style, client=Client(1))


def _write_footer(random: Random, links: int, frame: Frame) -> Element:
    names = list_names(random)
    items = [_write_link(next(names), "/tool", at) for at in range(links)]
    grid = node("ul", *items, style="mx-auto grid max-w-6xl grid-cols-2 gap-2 md:grid-cols-4")
    words = node("p", "© ", "2026", " ShipOrSkip. Verdicts are opinions.", style="text-xs")
    style = "mt-20 border-t border-zinc-200 bg-white py-12 dark:border-zinc-800 dark:bg-zinc-950"
    return node("div" if frame == "plain" else "footer", grid, words, style=style)


def _write_link(name: str, path: str, number: int) -> Element:
    icon = write_icon(number, "h-4 w-4 text-zinc-400 group-hover:text-zinc-600")
    return node("li", node("a", icon, name, style=_LINK, href=f"{path}/{write_slug(name)}"))


def _write_related(random: Random, tiles: int, frame: Frame) -> Element:
    heading = node("h2", "Related comparisons", style="text-2xl font-bold tracking-tight")
    names = list_names(random)
    grid = node(
        "div",
        *(_write_tile(random, next(names), next(names), at) for at in range(tiles)),
        style="mt-6 grid gap-4 sm:grid-cols-2 lg:grid-cols-3",
    )
    tag = "div" if frame == "plain" else "section"
    return node(tag, heading, grid, style="mx-auto mt-16 max-w-6xl px-4 sm:px-6 lg:px-8")


def _write_tile(random: Random, first: str, second: str, number: int) -> Element:
    title = node("span", first, " vs ", second, style="text-base font-semibold text-zinc-900")
    tagline = node("p", write_tagline(random), style="line-clamp-2 text-sm leading-6 text-zinc-500")
    arrow = node("span", write_icon(number), style="mt-auto flex items-center gap-1 text-zinc-400")
    address = f"/compare/{write_slug(first)}-vs-{write_slug(second)}"
    return node("a", title, tagline, arrow, style=_TILE, href=address)
