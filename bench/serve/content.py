"""Bench: what the pages of a big site say, from a seed, day by day.

The entries are those of ``bench.resolve.growing``: families, versions, headlines, and for some
tools a second entry. Half of the second ones are made the first once more, as a site lists a tool
again, with another panel and now and then another category. Each entry has a panel that writes
anew, or scores anew, from day to day; every page of a day shows the same of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from random import Random

from msgspec import Struct
from msgspec.structs import replace

from bench.content import SITE, write_slug
from bench.resolve.growing import grow_entries, list_pairs
from bench.resolve.links import LabelledEntry
from bench.resolve.phrases import PRICES, TOPICS
from bench.serve.prose import write_review
from parsers.records import Comparison, Issue, Quote, Record, ToolCard, ToolPage, Unknown, Verdict

HOST = SITE.removeprefix("https://")
# How far each critic's scores lie from the tool's worth, and how widely.
CRITICS = {
    "The Builder": (5, 10),
    "The Skeptic": (-13, 14),
    "The Futurist": (9, 9),
    "The Founder": (2, 12),
    "The Designer": (-1, 15),
    "The Operator": (-5, 11),
    "The Researcher": (-8, 9),
    "The Analyst": (0, 20),
    "The Maintainer": (1, 16),
}
SEATS = len(CRITICS) - 1
SHIPS_FROM = 55
SEEN_ON_LAST_DAY = 0.98
_UNREADABLE = Issue(
    code="votes_disagree", field="tools.1.panel_ship_pct", message="Two shares", expected="75",
    found="50",
)  # fmt: skip
NO_PAGE = Issue(code="not_a_comparison", field="", message="No title", expected="A vs B", found="")


class Size(Struct, frozen=True):
    """How much is invented; the defaults make the database that the project was asked to serve."""

    entries: int = 2_130
    comparisons: int = 20_000
    quotes: int = 150_000
    days: int = 10

    @property
    def rewriting(self) -> float:
        """How likely a critic writes anew each day, so that it comes to so many quotes."""
        share = (self.quotes / (self.entries * SEATS) - 1) / (self.days - 1)
        if not 0 <= share <= 1:
            raise ValueError(f"{self}: {SEATS} critics an entry cannot come to so many quotes")
        return share


class Opinion(Struct):
    """What a critic says of an entry now."""

    reviewer: str
    score: int
    text: str


class Listing(Struct):
    """An entry and its panel, as a site has them on one day."""

    entry: LabelledEntry
    worth: float
    opinions: list[Opinion]
    votes: int
    has_slug: bool

    def pass_day(self, random: Random, rewriting: float) -> None:
        """Let a day pass: critics write anew or score anew, votes come in, prices change."""
        for opinion in self.opinions:
            chance = random.random()
            if chance < rewriting:
                opinion.text = write_review(random, self.entry.name)
            if chance < rewriting + (1 - rewriting) / 2:
                opinion.score = _draw_score(random, opinion.reviewer, self.worth)
        self.votes += random.randint(0, 5) * bool(self.votes)
        if random.random() < 0.01:
            self.entry = replace(self.entry, pricing=random.choice(PRICES))
        if random.random() < 0.003:
            self.entry = replace(self.entry, category=random.choice(list(TOPICS)))
        self.has_slug = True


def list_entries(size: Size, seed: int) -> tuple[LabelledEntry, ...]:
    """Return the entries, with the answer which are one tool."""
    random, entries = Random(f"listed {seed}"), list(grow_entries(size.entries, seed))
    for one, other in sorted(list_pairs(entries)):
        if random.random() < 0.5:
            first = entries[one]
            again = "-2" if str(first.slug).endswith("-2026") else random.choice(("-2", "-2026"))
            moves = random.random() < 0.2
            entries[other] = replace(
                first,
                slug=f"{first.slug}{again}",
                category=random.choice(list(TOPICS)) if moves else first.category,
            )
    return tuple(entries)


def list_days(size: Size, seed: int) -> Iterator[list[Record]]:
    """Yield what the pages say that are read on each day.

    Comparisons are new on some day, on which every entry is shown; on the last day nearly all are
    seen once more, so that what was said in between has ended on them.
    """
    random = Random(f"days {seed}")
    listings = [_open_listing(random, entry) for entry in list_entries(size, seed)]
    seen: list[tuple[int, int]] = []
    for day, new in enumerate(_list_pairs(random, size), start=1):
        is_last = day == size.days
        again = SEEN_ON_LAST_DAY if is_last else 0.02
        shown = [(pair, False) for pair in new]
        shown += [
            (pair, not is_last and random.random() < 0.1)
            for pair in seen
            if random.random() < again
        ]
        random.shuffle(shown)
        records: list[Record] = [
            write_comparison(listings[a], listings[b], is_odd=is_odd) for (a, b), is_odd in shown
        ]
        records += [_write_unknown(f"lost-{day}-{n}") for n in range(len(new) // 500 + 1)]
        if is_last:
            records += [_write_tool_page(each) for each in listings if each.entry.homepage_url]
        yield records
        seen += new
        for listing in listings:
            listing.pass_day(random, size.rewriting)


def write_comparison(a: Listing, b: Listing, *, is_odd: bool = False) -> Comparison:
    """Return the record of a page; an odd one has a badge that its votes do not bear out."""
    sides = (a, b)
    quotes = [quote for n, side in enumerate(sides, start=1) for quote in _write_quotes(n, side)]
    address = "-vs-".join(find_slug(side.entry) for side in sides)
    return Comparison(
        source=address,
        url=f"{SITE}/compare/{address}",
        site=HOST,
        title=" vs ".join(side.entry.name for side in sides),
        tools=tuple(_write_card(n, side) for n, side in enumerate(sides, start=1)),
        quotes=tuple(sorted(quotes, key=lambda quote: quote.seat)),
        issues=(_UNREADABLE,) if is_odd else (),
    )


def find_slug(entry: LabelledEntry) -> str:
    """Return what an entry's address ends in."""
    return entry.slug or write_slug(entry.name)


def _open_listing(random: Random, entry: LabelledEntry) -> Listing:
    worth = min(95.0, max(10.0, random.gauss(62, 16)))
    left_out = random.choice(list(CRITICS))
    return Listing(
        entry=entry,
        worth=worth,
        opinions=[
            Opinion(name, _draw_score(random, name, worth), write_review(random, entry.name))
            for name in CRITICS
            if name != left_out
        ],
        votes=random.choice((0, random.randint(1, 400))),
        has_slug=random.random() > 0.03,
    )


def _draw_score(random: Random, reviewer: str, worth: float) -> int:
    lean, spread = CRITICS[reviewer]
    return round(min(99, max(1, random.gauss(worth + lean, spread))))


def _list_pairs(random: Random, size: Size) -> list[list[tuple[int, int]]]:
    """Return the pairs of entries, by number, that are new on each day; no pair twice.

    First every entry is shown. Of the others one side is drawn by Zipf's law: some tools are
    compared with all the rest.
    """
    taken: set[tuple[int, int]] = set()
    days = []
    for day in range(size.days):
        until = (day + 1) * size.comparisons // size.days
        order = random.sample(range(size.entries), size.entries)
        drawn = chain(zip(order[::2], order[1::2], strict=False), _draw_pairs(random, size.entries))
        new = []
        while len(taken) < until:
            pair = next(drawn)
            if pair[0] != pair[1] and taken.isdisjoint((pair, pair[::-1])):
                taken.add(pair)
                new.append(pair)
        days.append(new)
    return days


def _draw_pairs(random: Random, entries: int) -> Iterator[tuple[int, int]]:
    while True:
        yield int(entries ** random.random()) - 1, random.randrange(entries)


def _write_quotes(position: int, listing: Listing) -> Iterator[Quote]:
    for seat, opinion in enumerate(listing.opinions, start=1):
        yield Quote(
            position=position,
            seat=seat,
            reviewer=opinion.reviewer,
            score=opinion.score,
            verdict="ship" if opinion.score >= SHIPS_FROM else "skip",
            text=opinion.text,
        )


def _write_card(position: int, listing: Listing) -> ToolCard:
    entry, pricing = listing.entry, listing.entry.pricing or ""
    ships = sum(opinion.score >= SHIPS_FROM for opinion in listing.opinions)
    share = 100 * ships // SEATS
    verdict: Verdict = "ship" if share > 50 else "mixed" if share == 50 else "skip"
    return ToolCard(
        position=position,
        slug=entry.slug if listing.has_slug else None,
        name=entry.name,
        category=entry.category,
        tagline=entry.tagline,
        description=entry.description,
        verdict=verdict,
        panel_ship_pct=share,
        ship_votes=ships,
        skip_votes=SEATS - ships,
        community_ship_pct=min(99, round(listing.worth)) if listing.votes else None,
        community_votes=listing.votes or None,
        entry_price="Paid" if "free" not in pricing.lower() else "Free",
        pricing=pricing,
        derived=() if listing.votes else ("verdict",),
    )


def _write_tool_page(listing: Listing) -> ToolPage:
    """Return the record of an entry's own page, which alone names its homepage."""
    address = f"{SITE}/tool/{find_slug(listing.entry)}"
    return ToolPage(
        source=address,
        url=address,
        site=HOST,
        tool=replace(
            _write_card(1, listing),
            homepage_url=listing.entry.homepage_url,
            reviewed_on="2026-04-24",
        ),
    )


def _write_unknown(name: str) -> Unknown:
    address = f"{SITE}/compare/{name}"
    return Unknown(source=address, url=address, site=HOST, issues=(NO_PAGE,))
