"""Parse: hobnail.example, a bench of critics that tries software as one tries boots. Invented.

It is here to prove that a site is one file, and for docs/adding-a-site.md to tell of; it is no
part of the product. ``/bouts/<slug>-vs-<slug>-vs-<slug>`` sets three tools side by side, the slugs
in the order of the title, "A, B or C"; ``/kit/<slug>`` is the address of a tool, whose page is
not read. Critics sign with their own names and give up to ten points, with the same in stars
before them, and one of two words: Adopt or Hold. Trial is the word for a bench that is divided.
The value stands before its label or after it. Seen: benches of four, readers' votes on some.
"""

from __future__ import annotations

import re

from parsers.sites import Labels, Site

SITE = Site(
    host="hobnail.example",
    name="Hobnail",
    labels=Labels(
        eyebrow="Tonight's bout",
        standfirst="One muddy field, and no favourites.",
        panel="Would adopt",
        community="Readers",
        entry="From",
        table="Side by side",
        panel_verdict="The bench rules",
        pricing="What it costs",
        best_for="Reach for it when",
        category="Shelf",
        scorecard="Around the bench",
        endings=("The Saturday letter", "Other bouts"),
    ),
    versus=re.compile(r", | or "),
    score_line=re.compile(
        r"(?:[★☆]{5}\s?)?(?P<score>\d{1,2}(?:\.\d)?)\s?/\s?10\s?[—–-]?\s?(?P<verdict>adopt|hold)",
        re.IGNORECASE,
    ),
    full_score=10,
    tally=re.compile(r"(?P<ship>\d{1,3}) adopt, (?P<skip>\d{1,3}) hold\b", re.IGNORECASE),
    verdicts={"adopt": "ship", "trial": "mixed", "hold": "skip"},
    tool_path="/kit/",
    comparison_path="/bouts/",
    attribution="Hobnail, tried on the bench",
    terms="Quote a critic by name, and link to the bout.",
    terms_url="https://hobnail.example/fair-play",
    citation="https://hobnail.example/kit/{slug}",
)
