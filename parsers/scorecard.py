"""Parse: the reviewer scorecard.

In the full rendering a line such as ``87/100 · ship`` opens a quote; a critic's name stands
before it, once for the row or once for each side. In the condensed one every line is a review
in quotation marks, and position alone tells the side. Quotes whose side cannot be told are an
issue and are not written.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from parsers.lines import Ledger, Line
from parsers.records import Quote, Verdict
from parsers.sites import Site
from parsers.text import fold_label, strip_quotation_marks, unwrap_quotation

_LONGEST_NAME = 60
_LONGEST_BUTTON = 40
_VERDICTS: dict[str, Verdict] = {"ship": "ship", "mixed": "mixed", "skip": "skip"}


class Draft(Struct, frozen=True):
    """A quote as its lines; ``position`` is 0 until a rule tells the side."""

    words: tuple[Line, ...]
    reviewer: str | None = None
    score: int | None = None
    verdict: Verdict | None = None
    position: int = 0

    @property
    def text(self) -> str:
        """The review, without quotation marks around all of it."""
        return unwrap_quotation(" ".join(line.text for line in self.words))


def read_scorecard(
    lines: Sequence[Line],
    names: Sequence[str],
    panels: Mapping[int, int],
    site: Site,
    ledger: Ledger,
) -> tuple[Quote, ...]:
    """Return the quotes of the section that begins with ``lines[0]``, seat by seat.

    ``panels`` is the number of critics on each tool, by position, where the page states it.
    """
    ledger.claim(lines[0], "quotes", site.labels.scorecard)
    body = _cut_section(lines, site)
    if any(site.score_line.fullmatch(line.text) for line in body):
        drafts = _drop_repeats(_read_scored(body, names, site, ledger))
    else:
        drafts = _read_quoted(body, ledger)
    told = _tell_sides(drafts, len(names), panels)
    if not told:
        message = "the critics' quotes cannot be told apart by tool"
        expected = f"one for each of {len(names)} tools in every row"
        ledger.report("quotes_uneven", "quotes", message, expected, f"{len(drafts)} quotes")
    seated = _seat(told)
    for number, (_, draft) in enumerate(seated, start=1):
        ledger.claim(draft.words[0], f"quotes.{number}.text", "scorecard")
    return tuple(quote for quote, _ in seated)


def _cut_section(lines: Sequence[Line], site: Site) -> list[Line]:
    """Return the lines up to the first that ends the section.

    Critics' names may be headings; a heading after the last score line is of something else.
    """
    level = lines[0].block.heading
    endings = set(map(fold_label, (*site.labels.endings, site.labels.scorecard)))
    last_score = max(
        (line.number for line in lines if site.score_line.fullmatch(line.text)), default=-1
    )
    body: list[Line] = []
    for line in lines[1:]:
        heading = line.block.heading
        is_other_section = 0 < heading <= level or (heading and line.number > last_score)
        if line.folded in endings or is_other_section:
            break
        body.append(line)
    return body


def _read_quoted(body: Sequence[Line], ledger: Ledger) -> list[Draft]:
    """Return a draft for each line in quotation marks; what follows the last is no review."""
    quoted = [line for line in body if strip_quotation_marks(line.text) is not None]
    last = quoted[-1].number if quoted else -1
    for line in body:
        if line not in quoted:
            field = "quotes" if line.number < last else "page.scorecard"
            message = "text in the scorecard that no quote took"
            ledger.report("text_unclaimed", field, message, "a quotation", line.text[:80])
    return [Draft((_unquote(line),)) for line in quoted]


def _unquote(line: Line) -> Line:
    text = strip_quotation_marks(line.text) or ""
    return Line(line.number, text, line.folded, line.block)


def _read_scored(
    body: Sequence[Line], names: Sequence[str], site: Site, ledger: Ledger
) -> list[Draft]:
    """Return a draft for each score line, with the name before it and the review after it."""
    scores = [i for i, line in enumerate(body) if site.score_line.fullmatch(line.text)]
    if not all(map(_is_name, body[: scores[0]])):
        message = "a review stands before the first score"
        ledger.report("text_unclaimed", "quotes", message, "a critic's name", body[0].text[:80])
    critics = _Critics(names, ledger)
    critics.read_lead(body[: scores[0]])
    drafts: list[Draft] = []
    for at, end in pairwise([*scores, len(body)]):
        between = body[at + 1 : end]
        cut = critics.find_lead(between) if end < len(body) else len(between)
        score, verdict = _read_score(body[at], site, ledger)
        drafts.append(
            Draft(tuple(between[:cut]), critics.reviewer, score, verdict, critics.position)
        )
        critics.read_lead(between[cut:])
    drafts = _trim(drafts, ledger)
    for draft in drafts:
        if not draft.words:
            message = "a score without a review"
            ledger.report("value_missing", "quotes", message, "a review", "nothing")
    return [draft for draft in drafts if draft.words]


class _Critics:
    """Who speaks, and of which tool, as the lines before the scores say it."""

    def __init__(self, names: Sequence[str], ledger: Ledger) -> None:
        folded = [fold_label(name) for name in names]
        self._tools = {n: at for at, n in enumerate(folded, start=1) if folded.count(n) == 1}
        self._known: set[str] = set()
        self._ledger = ledger
        self.reviewer: str | None = None
        self.position = 0

    def find_lead(self, between: Sequence[Line]) -> int:
        """Return where, between two scores, the review ends and the next names begin.

        The only line is a review, unless it is known to be a name: then a review is missing.
        """
        lead = len(between)
        while lead > 0 and _is_name(between[lead - 1]):
            line = between[lead - 1]
            is_known = line.block.heading or line.folded in self._known | self._tools.keys()
            if lead == 1 and not is_known:
                break
            lead -= 1
        return lead

    def read_lead(self, lead: Sequence[Line]) -> None:
        """Take the names before a score: one critic's at most, and the tool's if it is one."""
        tools = {self._tools[line.folded] for line in lead if line.folded in self._tools}
        if tools:
            # More than one are the heads of columns, and speak of no quote.
            self.position = tools.pop() if len(tools) == 1 else 0
        critics = [line for line in lead if line.folded not in self._tools and len(line.text) > 1]
        if critics:
            self.reviewer = critics[0].text
            self._known.update(line.folded for line in critics)
        if len(critics) > 1:
            message = "more than one line could be the critic's name"
            found = " | ".join(line.text for line in critics)[:80]
            self._ledger.report("text_unclaimed", "quotes", message, "one name", found)


def _trim(drafts: list[Draft], ledger: Ledger) -> list[Draft]:
    """Take out what stands under every review alike, and what follows the last of them."""
    counts = Counter(line.text for draft in drafts for line in draft.words)
    trimmed = [
        replace(
            draft,
            words=tuple(
                line
                for line in draft.words
                if counts[line.text] == 1
                or len(line.text) > _LONGEST_BUTTON
                or len(draft.words) == 1
            ),
        )
        for draft in drafts
    ]
    longest = max((len(draft.words) for draft in trimmed[:-1]), default=0)
    last = trimmed[-1]
    if 0 < longest < len(last.words):
        found = last.words[longest].text[:80]
        message = "text after the last review that no landmark ends"
        ledger.report("text_unclaimed", "page.scorecard", message, "nothing", found)
        trimmed[-1] = replace(last, words=last.words[:longest])
    for draft in trimmed:
        if draft.reviewer is None and len(draft.words) > 1 and _is_name(draft.words[0]):
            message = "a review begins with what may be its critic's name"
            found = draft.words[0].text
            ledger.report("text_unclaimed", "quotes", message, "a review", found)
    return trimmed


def _read_score(line: Line, site: Site, ledger: Ledger) -> tuple[int | None, Verdict | None]:
    match = site.score_line.fullmatch(line.text)
    assert match is not None
    score: int | None = int(match.group("score"))
    if score is not None and score > 100:
        ledger.report("value_invalid", "quotes", "not a score", "0 to 100", line.text)
        score = None
    return score, _VERDICTS.get(match.group("verdict").casefold())


def _drop_repeats(drafts: list[Draft]) -> list[Draft]:
    """Return the quotes once, where a page renders its scorecard for two kinds of screen."""
    half = len(drafts) // 2
    said = [(draft.reviewer, draft.score, draft.verdict, draft.text) for draft in drafts]
    return drafts[:half] if half and said[:half] == said[half:] else drafts


def _is_name(line: Line) -> bool:
    ends = (".", "!", "?", "…", "”", '"')
    return len(line.text) <= _LONGEST_NAME and not line.text.endswith(ends)


def _tell_sides(drafts: Sequence[Draft], tools: int, panels: Mapping[int, int]) -> list[Draft]:
    """Return the drafts with their positions, or nothing where a side cannot be told.

    A critic speaks of each tool once, in page order; a critic who speaks of one tool only
    speaks of the one whose panel has a place left.
    """
    if all(draft.reviewer is None and draft.position == 0 for draft in drafts):
        whole = len(drafts) % tools == 0
        return [replace(d, position=i % tools + 1) for i, d in enumerate(drafts) if whole]
    totals = Counter(draft.reviewer for draft in drafts)
    counts: Counter[str | None] = Counter()
    told: list[Draft] = []
    for draft in drafts:
        counts[draft.reviewer] += 1
        if draft.position == 0 and totals[draft.reviewer] == tools:
            draft = replace(draft, position=counts[draft.reviewer])
        told.append(draft)
    taken = Counter(draft.position for draft in told)
    left = [position for position, panel in panels.items() if panel > taken[position]]
    if len(left) == 1:
        told = [replace(draft, position=draft.position or left[0]) for draft in told]
    spoken = Counter((draft.reviewer, draft.position) for draft in told if draft.reviewer)
    is_certain = all(draft.position for draft in told) and max(spoken.values(), default=1) == 1
    return told if is_certain else []


def _seat(drafts: Sequence[Draft]) -> list[tuple[Quote, Draft]]:
    """Give each critic a row in order of first appearance, nameless ones by turns of a side."""
    rows: dict[tuple[str | None, int], int] = {}
    turns: Counter[tuple[str | None, int]] = Counter()
    seated: list[tuple[int, Draft]] = []
    for draft in drafts:
        side = (draft.reviewer, draft.position)
        row = (draft.reviewer, turns[side])
        turns[side] += 1
        seated.append((rows.setdefault(row, len(rows) + 1), draft))
    seated.sort(key=lambda item: (item[0], item[1].position))
    return [(_finish(draft, seat), draft) for seat, draft in seated]


def _finish(draft: Draft, seat: int) -> Quote:
    return Quote(
        position=draft.position,
        seat=seat,
        reviewer=draft.reviewer,
        score=draft.score,
        verdict=draft.verdict,
        text=draft.text,
    )
