"""Invented comparisons for properties: records that a page could print and a person could read.

Within these limits anything goes; beyond them a person could not tell either:

- Names differ from each other, from the critics, from the categories and from every other line
  of the page but the first letters. No line of a name is a percentage, a score or a verdict, and
  white space is single. It may be a label, but only one name of a page is.
- What is read in running text is prose: it ends as a sentence does, or is longer than any name.
  A review that is the word "Builder" is a critic's name to everybody.
- A review is not, all of it, in quotation marks: nobody could say whose marks they are.
- No two critics use the same words, for a quote is known by them.
- A critic speaks of each tool once at most. Where a page names no tool beside the quotes but
  states the size of the panels, whoever speaks of the tool of a smaller panel speaks of that of
  a larger one, too; where it states neither, the panels are the same. Else nothing but an empty
  place would tell the side, and only to the eye.
- Percentages, badges and votes agree, as the site computes them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from hypothesis import strategies as st
from msgspec import UNSET

from parsers.checks import derive_verdict
from parsers.records import Comparison, Quote, ToolCard
from parsers.sites.shiporskip_io import SITE

HOST = "shiporskip.io"
DENIED = ("community_ship_pct", "community_votes")
CRITICS = (
    "Builder",
    "Skeptic",
    "Futurist",
    "Founder",
    "Anna & Bo",
    "José",
    "Dr. O'Hare",
    "The Archivist (retired)",
    "R2",
)
LABELS = (
    "Entry",
    "Community",
    "Panel ship",
    "Decision",
    "Panel verdict",
    "Pricing",
    "Best for",
    "Category",
)
_NAME_PARTS = (
    *("Kiln", "Osier", "ds2api", "git-why", "Silt: Fire & Ash", "(v0)", "[beta]", "C++", "a.b"),
    *("<Prompt>", "É©lan", "深い", "2026", "GPT-5", "Tools!", "'Quoted'", "Entry", "Pricing:"),
    *("vs Shore", "ship vs skip", "Pipe|Bar", "100% Free", "Best for Two", "R&D; Lab", "&amp;"),
)
_CATEGORIES = ("Developer Tools", "Audio & Voice", "AI/ML", "C++ (native)", "Écriture", "Agents")
_PRICES = ("Free", "Paid", "Free trial", "$20/mo", "From €9", "Open source")
_OPENINGS = ("We", "I'd say", "Nobody", "“Replay”", '"Fast"', "‘Old’", "<system>", "$5:", "R&D")
_CLAUSES = (
    *("takes 95% of <customer_name>", "<|end|> costs $0.004", "— it's `kettle bisect` & co.,"),
    *("calls it “slow”", 'calls it "quick"', "writes &amp; for &", "reads Pricing: Entry: ship"),
    *("scores 87/100 and 3 ship / 1 skip", "x<y, a>b, {} and [1] #2", "naïve 😀 café – 50%"),
    *(
        "Panel ship",
        "Community",
        "don’t vs doesn't;",
        "\\n <br> </system> &lt;b&gt;",
        "Reviewer scorecard",
    ),
    *("a month", "100%", "over and over", "Builder", "for ever"),
)
_ENDS = ("again.", "at last!", "or not?", "and so on…", 'the "end."', "the “end.”", "a ‘b’.")
_TAGS = ("Records", "Turns drawers into", "$9/mo;", "MIT or", "A home for", "Best for")


def prose() -> st.SearchStrategy[str]:
    """Return a text that begins and ends as prose does."""
    return st.builds(
        lambda opening, clauses, end: " ".join((opening, *clauses, end)),
        st.sampled_from(_OPENINGS),
        st.lists(st.sampled_from(_CLAUSES), min_size=1, max_size=6),
        st.sampled_from(_ENDS),
    )


def _phrases() -> st.SearchStrategy[str]:
    """Return a tagline or a pricing: words that are no label, number or verdict by themselves."""
    return st.builds(
        lambda opening, clause, end: f"{opening} {clause} {end}",
        st.sampled_from(_TAGS),
        st.sampled_from(_CLAUSES),
        st.sampled_from(("here", "to go.", "(v2)", "“as is”")),
    )


def _names() -> st.SearchStrategy[str]:
    parts = st.lists(st.sampled_from(_NAME_PARTS), min_size=1, max_size=3)
    return parts.map(" ".join).filter(_is_name)


def _is_name(name: str) -> bool:
    is_label = _fold(name) in {_fold(label) for label in LABELS}
    return not is_label and not name.startswith(("vs ", "ship vs")) and name != "&amp;"


def _fold(name: str) -> str:
    return name.casefold().removesuffix(":")


def _slug(name: str, number: int) -> str:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return "-".join((*re.findall("[a-z0-9]+", plain), str(2024 + number)))


@st.composite
def _panels(draw: st.DrawFn, tools: int, tells_tools: bool, tells_panels: bool) -> list[list[int]]:
    """Return the critics of each tool, as numbers in the order in which the page has them."""
    one = st.integers(1, 6)
    if tells_tools:
        seats = st.lists(st.integers(0, 5), min_size=1, max_size=6, unique=True).map(sorted)
        return [draw(seats) for _ in range(tools)]
    sizes = [draw(one)] * tools
    if tells_panels:
        sizes = draw(st.lists(one, min_size=tools, max_size=tools))
    order = draw(st.permutations(range(max(sizes))))
    return [sorted(order[:size]) for size in sizes]


@st.composite
def _cards(draw: st.DrawFn, position: int, name: str, ships: int, panel: int) -> ToolCard:
    share = round(100 * ships / panel)
    votes = draw(st.one_of(st.none(), st.integers(1, 9999)))
    likes = 0 if votes is None else draw(st.integers(0, votes))
    return ToolCard(
        position=position,
        slug=_slug(name, position),
        name=name,
        category=draw(st.sampled_from(_CATEGORIES)),
        tagline=draw(_phrases()),
        description=draw(prose()),
        verdict=derive_verdict(share, SITE),
        panel_ship_pct=share,
        ship_votes=ships,
        skip_votes=panel - ships,
        community_votes=votes,
        community_ship_pct=None if votes is None else round(100 * likes / votes),
        entry_price=draw(st.sampled_from(_PRICES)),
        pricing=draw(_phrases()),
        denied=DENIED if votes is None else UNSET,
    )


@st.composite
def comparisons(
    draw: st.DrawFn, tells_tools: bool, tells_panels: bool, given: Sequence[str] = ()
) -> Comparison:
    """Return a comparison of two to four tools that contradicts itself nowhere.

    Its panels differ as far as its page can tell: whether it names the tool beside each quote,
    or the number of critics on each tool. Neighbours bear the one or two ``given`` names.
    """
    tools = draw(st.integers(2, 4))
    names = draw(st.lists(_names(), min_size=tools, max_size=tools, unique_by=_fold))
    if given:
        start = draw(st.integers(0, tools - len(given)))
        names[start : start + len(given)] = given
    panels = draw(_panels(tools, tells_tools, tells_panels))
    critics = draw(st.permutations(CRITICS))
    seats = {critic: seat for seat, critic in enumerate(sorted(set().union(*panels)), start=1)}
    texts = draw(
        st.lists(
            prose(),
            min_size=sum(map(len, panels)),
            max_size=sum(map(len, panels)),
            unique=True,
        )
    )
    quotes = []
    for position, panel in enumerate(panels, start=1):
        for critic in panel:
            score, verdict = draw(st.integers(0, 100)), draw(st.sampled_from(("ship", "skip")))
            quotes.append(
                Quote(
                    position=position,
                    seat=seats[critic],
                    reviewer=critics[critic],
                    score=score,
                    verdict=verdict,  # type: ignore[arg-type]  # it is one of the two
                    text=texts.pop(),
                )
            )
    cards = []
    for position, name in enumerate(names, start=1):
        said = [quote.verdict for quote in quotes if quote.position == position]
        cards.append(draw(_cards(position, name, said.count("ship"), len(said))))
    quotes.sort(key=lambda quote: (quote.seat, quote.position))
    slugs = "-vs-".join(card.slug or "" for card in cards)
    return Comparison(
        source="page",
        url=f"https://{HOST}/compare/{slugs}",
        site=HOST,
        title=" vs ".join(names),
        tools=tuple(cards),
        quotes=tuple(quotes),
    )
