"""Bench: where the time of reading a page goes."""

from __future__ import annotations

from bench.pages import BenchPage
from bench.parse.contestants import read_page
from bench.profiling import Part, profile_call, sum_shares, write_profiles

CALLS = 2_000
CUT = Part(
    "cutting away what cannot be content, decoding",
    ("parsers.cutting", "parsers.streaming", "parsers.bounds", "parsers.encoding", "parsers.views"),
)
TREE = Part("lxml's parse of what is left", ("parsers.lxml_reader",))
TEXTS = Part("blocks, lines, their texts", ("parsers.blocks", "parsers.lines", "parsers.text"))
CARDS = Part(
    "title, outline, cards",
    ("parsers.titles", "parsers.outline", "parsers.cards", "parsers.stats", "parsers.addresses"),
)
TABLE = Part("the table", ("parsers.decision_table",))
QUOTES = Part("quotes", ("parsers.scorecard", "parsers.reviews", "parsers.drafts", "parsers.sides"))
CHECKS = Part("checks, evidence", ("parsers.checks", "parsers.comparison"))
PARTS = (CUT, TREE, TEXTS, CARDS, TABLE, QUOTES, CHECKS)


def profile_reading(page: BenchPage, calls: int = CALLS) -> str:
    """Read a page so many times; return the table of parts, and what the limit is."""

    def read() -> None:
        for _ in range(calls):
            read_page(page.body, page.record.source)

    profile = profile_call(read, PARTS)
    limit = (
        "The limit is Python, which looks at each text of the content and does not grow with the "
        f"page around it; lxml's parse takes {sum_shares(profile, TREE)}, for what cannot be "
        f"content is cut away before, which takes {sum_shares(profile, CUT)}."
    )
    return write_profiles({"share": profile}, limit)
