"""Bench: what an invented comparison page says, from a seed.

The content comes first, as the record that a reader has to give; ``bench.pages`` writes the
page around it. A tool says the same on every page that it stands on, word for word. The prose
is put together from phrases: it means little, but it has the letters, the lengths and the
punctuation of the real thing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random

from parsers.records import Comparison, Quote, ToolCard, Verdict

SITE = "https://shiporskip.io"
CRITICS = ("Builder", "Skeptic", "Futurist", "Founder")

_HEADS = """Amber Bramble Corn Drift Ember Fathom Gimlet Harrow Ink Juniper Kettle Lantern Marrow
Nettle Otter Pepper Quill Rook Saddle Thistle Umber Velvet Wicker Yarrow""".split()
_TAILS = """beam crake draft forge glass hinge jar knot loom mill notch press reed spool stack
storm thread vault wright yard""".split()
_KINDS = ("", "", "", " 2 (7B)", " API: Streaming", " Studio", " & Replay", " (v0)", " Code Review")
_CATEGORIES = ("Developer Tools", "Audio & Voice", "Documents & Search", "Agents", "Image & Video")
_PRICES = (
    "Free for one person; Team $20/mo per seat; self-hosted under MIT",
    "$0.004 per page in batches; $49/mo minimum",
    "Open source (Apache-2.0); hosted from $9/mo, first 500 runs free",
    "$12/mo, or $99 a year; students pay half",
)
_SUBJECTS = """The free tier|Its command line|The second release|A team of five|The hosted version|
Whoever wrote the docs|The default model|A cold start|The `--replay` flag|The price per token|
Every run I timed|The “undo” button|Their changelog|The Python client|A long context|
The smallest plan""".replace("\n", "").split("|")
_VERBS = """keeps|answers for|forgets|counts|replays|hides|returns|explains|doubles|rewrites|
survives|gives away|can't find|asks about|streams|throttles""".replace("\n", "").split("|")
_OBJECTS = """each call that it made|the one setting that matters|a <customer_name> it never saw|
about 3% of the pages|what the prompt left out|a week of somebody's work|the bill before it comes|
forty recorded sessions|every file in the folder|the error and its cause|the part I needed|
two of three retries|its own cache|a diff that reads like a review|the last $40 of the budget|
the line that broke""".replace("\n", "").split("|")
_ENDS = """, and says so|, which is rare|before lunch|on a laptop from 2019|without asking twice|
until the network drops| — and I checked|, as the page promises|when the queue is full|
in under a minute|, so nobody notices|with no account at all|; that isn't nothing|
more often than not|for as long as you pay|, give or take""".replace("\n", "").split("|")


def write_sentence(random: Random) -> str:
    """Return a sentence of some ten words."""
    end = random.choice(_ENDS)
    space = " " if end[0].isalpha() else ""
    words = (random.choice(_SUBJECTS), random.choice(_VERBS), random.choice(_OBJECTS))
    return f"{' '.join(words)}{space}{end}."


def write_prose(random: Random, sentences: int) -> str:
    """Return a paragraph."""
    return " ".join(write_sentence(random) for _ in range(sentences))


def write_tagline(random: Random) -> str:
    """Return a line of some six words without a full stop."""
    return f"{random.choice(_SUBJECTS)} {random.choice(_VERBS)} {random.choice(_OBJECTS)}"


def list_names(random: Random) -> Iterator[str]:
    """Yield names of tools without end, no two alike in a row."""
    last = ""
    while True:
        name = random.choice(_HEADS) + random.choice(_TAILS) + random.choice(_KINDS)
        if name != last:
            yield name
        last = name


def write_slug(name: str) -> str:
    """Return the site's key for a tool of this name."""
    return re.sub("[^a-z0-9]+", "-", name.lower()).strip("-")


def write_comparison(seed: int, source: str) -> Comparison:
    """Return the record of an invented page: two tools, four critics, eight quotes."""
    random = Random(f"content {seed}")
    names = list_names(random)
    pair = sorted((next(names), next(names)), key=write_slug)
    tools: list[ToolCard] = []
    quotes: list[Quote] = []
    for position, name in enumerate(pair, start=1):
        own = Random(f"tool {name}")
        said = [_write_quote(own, position, seat) for seat in range(1, 5)]
        tools.append(_write_card(own, position, name, said))
        quotes += said
    quotes.sort(key=lambda quote: quote.seat or 0)
    address = f"{SITE}/compare/{'-vs-'.join(map(write_slug, pair))}"
    return Comparison(
        source=source,
        url=address,
        site=SITE.removeprefix("https://"),
        title=" vs ".join(pair),
        tools=tuple(tools),
        quotes=tuple(quotes),
    )


def _write_quote(random: Random, position: int, seat: int) -> Quote:
    verdict: Verdict = "ship" if random.random() < 0.6 else "skip"
    return Quote(
        position=position,
        seat=seat,
        reviewer=CRITICS[seat - 1],
        score=random.randint(60, 96) if verdict == "ship" else random.randint(21, 55),
        verdict=verdict,
        text=write_prose(random, 3),
    )


def _write_card(random: Random, position: int, name: str, quotes: list[Quote]) -> ToolCard:
    ships = sum(quote.verdict == "ship" for quote in quotes)
    share = 100 * ships // len(quotes)
    pricing = random.choice(_PRICES)
    return ToolCard(
        position=position,
        slug=write_slug(name),
        name=name,
        category=random.choice(_CATEGORIES),
        tagline=write_tagline(random),
        description=write_prose(random, 4),
        verdict="ship" if share > 50 else "mixed" if share == 50 else "skip",
        panel_ship_pct=share,
        ship_votes=ships,
        skip_votes=len(quotes) - ships,
        entry_price="Free" if "free" in pricing.lower() else "Paid",
        pricing=pricing,
        denied=("community_ship_pct", "community_votes"),
    )
