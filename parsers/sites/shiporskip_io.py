"""Parse: shiporskip.io, a review site for AI tools.

A panel of named critics votes ship or skip on each tool. ``/compare/<slug>-vs-<slug>`` sets
tools side by side, the slugs in plain string order; ``/tool/<slug>`` is the site's own key of
a tool and the address it asks to be cited by. Its raw markup was never seen: everything here
is taken from the text that a person sees, in two renderings, one full and one condensed
(without critics' names, scores and badges); a tool's page in one, its labels glued to their
values, its reviews left out. Values seen: panels of three and four, community votes never a
number yet.
"""

from __future__ import annotations

import re

from parsers.sites import Labels, Site, ToolLabels

SITE = Site(
    host="shiporskip.io",
    name="ShipOrSkip",
    labels=Labels(
        eyebrow="AI tool comparison",
        standfirst="Which one should you ship with?",
        panel="Panel ship",
        community="Community",
        entry="Entry",
        table="Decision",
        panel_verdict="Panel verdict",
        pricing="Pricing",
        best_for="Best for",
        category="Category",
        scorecard="Reviewer scorecard",
        endings=("Weekly AI Tool Verdicts", "Related comparisons", "Most compared"),
    ),
    versus=re.compile(r" vs\.? ", re.IGNORECASE),
    score_line=re.compile(
        r"(?P<score>\d{1,3})\s*/\s*100\s*[·•|,–—-]?\s*(?P<verdict>ship|skip)", re.IGNORECASE
    ),
    full_score=100,
    tally=re.compile(
        r"(?<!\d)(?P<ship>\d{1,6})\s?ships?\s?/\s?(?P<skip>\d{1,6})\s?skips?\b", re.IGNORECASE
    ),
    verdicts={"ship": "ship", "mixed": "mixed", "skip": "skip"},
    tool_path="/tool/",
    comparison_path="/compare/",
    attribution="ShipOrSkip panel review",
    terms=(
        "Citing and summarising with attribution is welcome; passing the verdicts off as one's "
        "own, or republishing the whole database without attribution, is not."
    ),
    terms_url="https://shiporskip.io/agent-policy",
    citation="https://shiporskip.io/tool/{slug}",
    coverage_floor=0.5,
    tool_labels=ToolLabels(
        breadcrumb="Reviews",
        price="Price",
        reviewed="Reviewed",
        verdict="Verdict",
        visit="Visit",
        take="The Panel's Take",
        share="Share this verdict",
        embed="Embed this verdict",
        # "3 Ships1 Skips": glued, and never made singular.
        votes=re.compile(
            r"(?<!\d)(?P<ship>\d{1,6})\s?ships?\s?[·•|,/]?\s?(?P<skip>\d{1,6})\s?skips?\b",
            re.IGNORECASE,
        ),
        share_line=re.compile(r"(?P<name>.+) verdict: (?P<verdict>\w+)\W*", re.IGNORECASE),
        embed_line=re.compile(
            r"(?P<verdict>\w+)\s?[·•|,–—-]?\s?(?P<score>\d{1,2}(?:[.,]\d{1,2})?)\s?/\s?(?P<full>10)"
        ),
    ),
)
