"""An invented page of one tool, and what is read of it with something changed."""

from __future__ import annotations

from parsers.reading import parse_page
from parsers.records import Reading, ToolPage

SLUG = "osier-2026"
ADDRESS = f"https://shiporskip.io/tool/{SLUG}"
HOME = "https://git.osier.example/osier"
FACTS = "<p>PriceOpen Source (MIT)Reviewed2026-04-24</p><p>Verdict — Ship</p><p>3 Ships1 Skips</p>"
TAKE = "<h2>The Panel's Take</h2><p>It weaves prompts into baskets, and the baskets hold.</p>"
SHARE = (
    "<h2>Share this verdict</h2><p>Osier verdict: SHIP 🚀</p>"
    "<p>3 ships · 1 skip from the expert panel</p>"
)
END = "<h2>Weekly AI Tool Verdicts</h2><h2>Embed this verdict</h2><p>Ship · 7.5/10</p>"
PAGE = (
    "<!doctype html><p>Reviews/Writing/Osier</p><p>O</p><h1>Osier</h1><p>Weaves prompts</p>"
    f'{FACTS}<a href="{HOME}">Visit git.osier.example</a>{TAKE}{SHARE}{END}'
)
LURE = (
    "<div>L</div><div>Lure</div><div>Catches eyes</div><div>PricePaidReviewed2020-01-01</div>"
    "<div>Verdict — Skip</div><div>0 Ships4 Skips</div><div>Visit lure.example</div>"
)


def read(page: str, **known: str) -> Reading:
    return parse_page(page.encode(), source="page", **(known or {"address": ADDRESS}))


def read_tool(page: str, **known: str) -> ToolPage:
    record = read(page, **known).record
    assert isinstance(record, ToolPage), record
    return record


def swap(old: str, new: str) -> ToolPage:
    assert old in PAGE
    return read_tool(PAGE.replace(old, new))


CLEAN = read_tool(PAGE)
