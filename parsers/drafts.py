"""Parse: a quote in the making, in which order a page prints one, and who its critic is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from parsers.lines import Ledger, Line
from parsers.records import Verdict

# A dash or a picture before a critic's name is none of it.
_ORNAMENT = re.compile(r"^[^\w(\[“\"']+|[\s—–:|·•,-]+$")


class Draft(Struct, frozen=True):
    """A quote as its lines; ``position`` is 0 until a rule tells the side.

    ``leads`` is empty where the page prints the critic's name once for several quotes.
    """

    words: tuple[Line, ...]
    text: str
    score_line: Line | None = None
    leads: tuple[Line, ...] = ()
    critic: Line | None = None
    reviewer: str | None = None
    score: int | None = None
    verdict: Verdict | None = None
    position: int = 0


class Order(Struct, frozen=True):
    """In which order a page prints a quote; a gap is what stands between two score lines."""

    is_name_first: bool  # of the two in one gap, the name stands first
    names_after: bool  # the name stands after its score
    words_after: bool  # the review stands after its score


ORDERS = (
    Order(is_name_first=False, names_after=False, words_after=True),  # name, score, review
    Order(is_name_first=True, names_after=True, words_after=True),  # score, name, review
    Order(is_name_first=False, names_after=True, words_after=True),  # score, review, name
    Order(is_name_first=True, names_after=False, words_after=False),  # name, review, score
    Order(is_name_first=False, names_after=False, words_after=False),  # review, name, score
    Order(is_name_first=True, names_after=True, words_after=False),  # review, score, name
)


def clean_name(text: str) -> str:
    """Return a critic's name without what stands around it, such as a dash or a picture."""
    return _ORNAMENT.sub("", text) or text


def name_critics(
    leads: Sequence[Sequence[Line]], order: Order, ledger: Ledger
) -> list[Line | None]:
    """Return each quote's critic: the first name before it, or the last one that was named.

    Further lines beside the name say what the critic does, where they stand beside every name.
    """
    named: list[Line | None] = []
    critic: Line | None = None
    for lead in leads:
        if lead:
            headed = [line for line in lead if line.block.heading]
            critic = headed[0] if len(headed) == 1 else lead[0]
        elif order.names_after:
            critic = None
        named.append(critic)
    if len({len(lead) for lead in leads if lead}) > 1:
        _report_names(max(leads, key=len), ledger)
    # A page that writes a name in parts, such as with the critic's role, does so with every name.
    whole = [line for line in named if line is not None and line.text == line.block.text]
    if len({len(line.block.parts) for line in whole}) > 1:
        _report_names([max(whole, key=lambda line: len(line.block.parts))], ledger)
    return named


def _report_names(lines: Sequence[Line], ledger: Ledger) -> None:
    message = "more than one line could be the critic's name"
    found = " | ".join(part for line in lines for part in line.block.parts)[:80]
    ledger.report("text_unclaimed", "quotes", message, "one name", found)


def check_names(drafts: Sequence[Draft], ledger: Ledger) -> None:
    """Report a page that names some critics only, or may name them within the review."""
    nameless = [draft for draft in drafts if draft.reviewer is None]
    if 0 < len(nameless) < len(drafts):
        message = "some reviews have no critic's name"
        found = nameless[0].text[:80]
        ledger.report("value_missing", "quotes", message, "a name for each", found)
    for draft in nameless:
        edges = (draft.words[0], draft.words[-1]) if len(draft.words) > 1 else ()
        if names := [line.text for line in edges if line.is_phrase]:
            message = "a review begins or ends with what may be its critic's name"
            ledger.report("text_unclaimed", "quotes", message, "a review", names[0])
