"""Parse: the facts of a tool's page: price, date of the review, verdict, votes, own address.

A label claims the value beside it: after it, before it, or in the cell below it, as the page has
it. A fact that is stated twice must be stated alike.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from urllib.parse import urljoin, urlsplit

from msgspec import Struct

from parsers.addresses import find_host
from parsers.blocks import Cell
from parsers.lines import Fields, Ledger, Line
from parsers.records import Verdict
from parsers.sites import Site, ToolLabels
from parsers.tool_lines import Marks, fold_text

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_EDGES = re.compile(r"^\W+|\W+$")
_NOT_IN_ADDRESS = re.compile(r"[\s\x00-\x1f\x7f\\]")
_TOKENS = re.compile(r"\d+|[^\W\d]+")
_MOST_PIECES = 4
_LONGEST_PIECE = 24
_LONGEST_PRICE = 300
_LONGEST_ADDRESS = 2000
# What a field is called where two statements of it differ; any other is "renderings_differ".
_CODES = {
    "verdict": "verdict_disagrees",
    "ship_votes": "votes_disagree",
    "skip_votes": "votes_disagree",
}


class Draft(Struct, frozen=True):
    """What is read of a tool so far: its fields, and the ledger that says from where."""

    fields: Fields
    ledger: Ledger

    def state(self, field: str, value: str | int, line: Line, landmark: str) -> None:
        """Take a statement of a field; one that differs from the first is an issue."""
        path = f"tool.{field}"
        if field not in self.fields:
            self.fields[field] = value
            self.ledger.claim(line, path, landmark)
            return
        self.ledger.claimed.add(line.number)
        if (first := self.fields[field]) != value:
            code = _CODES.get(field, "renderings_differ")
            self.ledger.report(code, path, "two statements of one page differ", first, value)


def read_verdict(text: str, site: Site) -> Verdict | None:
    """Return the verdict that a text is, but for signs around it."""
    return site.verdicts.get(_EDGES.sub("", text).casefold())


def read_facts(
    run: Sequence[Line], host: str, site: Site, labels: ToolLabels, marks: Marks, draft: Draft
) -> None:
    """Read one rendering of the facts."""
    sides: list[int] = []
    for label, value, odd in _pair(run, marks.reviewed, marks, _is_day, (1, -1), draft):
        _read_day(label, value, odd, sides, draft)
    _read_verdict(run, site, marks, sides, draft)
    _read_votes(run, labels, draft)
    for line in run:
        if (visit := marks.visit.fullmatch(line.text)) is not None:
            _read_homepage(line, visit["host"], host, draft)

    def is_price(text: str) -> bool:
        is_other = _is_day(text) or read_verdict(text, site) or labels.votes.fullmatch(text)
        is_visit = marks.visit.fullmatch(text) is not None
        return bool(fold_text(text)) and not is_other and not is_visit

    # A page has its values on one side of their labels; a day and a verdict tell which.
    for label, value, odd in _pair(run, marks.price, marks, is_price, sides[:1] or (1, -1), draft):
        if value is not None and len(value.text) <= _LONGEST_PRICE:
            draft.state("pricing", value.text, value, label.text)
        elif odd is None or odd.folded:
            _report(label, odd, "pricing", "a price", draft)
        else:
            draft.ledger.claimed.add(odd.number)
    if "reviewed_on" not in draft.fields and (days := [x for x in run if _DAY.search(x.text)]):
        message = "a day that no label claims"
        expected, found = f"{labels.reviewed!r} beside it", days[0].text[-80:]
        draft.ledger.report("value_missing", "tool.reviewed_on", message, expected, found)


def _pair(
    run: Sequence[Line],
    folded: str,
    marks: Marks,
    accepts: Callable[[str], bool],
    steps: Sequence[int],
    draft: Draft,
) -> Iterator[tuple[Line, Line | None, Line | None]]:
    """Yield each label of this name with its value, or else with what stands in its place.

    ``steps`` says on which sides of the label the value may stand, the likeliest first.
    """
    for at, label in enumerate(run):
        if label.folded != folded:
            continue
        draft.ledger.claimed.add(label.number)
        # Any text can be a price: no other line than the one beside its label is.
        reach = 1 if folded == marks.price else 2
        beside = [_step(run, at, step, reach) for step in steps]
        found = [line for line in (*beside, _find_below(run, label)) if line is not None]
        others = [line for line in found if line.folded not in marks.facts]
        value = next((line for line in others if accepts(line.text)), None)
        yield label, value, next((line for line in others if line is beside[0]), None)


def _step(run: Sequence[Line], at: int, step: int, reach: int) -> Line | None:
    """Return the line beside a label, unless it stands in another row of the table.

    A dash is looked past as far as ``reach`` lines.
    """
    beside: Line | None = None
    for place in range(at + step, at + step * (reach + 1), step):
        if not 0 <= place < len(run) or _find_row(run[place]) != _find_row(run[at]):
            break
        beside = run[place]
        if beside.folded:
            break
    return beside


def _find_row(line: Line) -> tuple[int, int] | None:
    cell = line.block.cell
    return None if cell is None else (cell.table, cell.row)


def _find_below(run: Sequence[Line], label: Line) -> Line | None:
    cell = label.block.cell
    if cell is None:
        return None
    below = Cell(cell.table, cell.row + 1, cell.column)
    return next((line for line in run if line.block.cell == below), None)


def _is_day(text: str) -> bool:
    return _DAY.fullmatch(text) is not None


def _report(label: Line, odd: Line | None, field: str, expected: str, draft: Draft) -> None:
    code = "value_missing" if odd is None else "value_invalid"
    found = "nothing" if odd is None else odd.text[:80]
    message = f"no value beside {label.text!r}"
    draft.ledger.report(code, f"tool.{field}", message, expected, found)


def _read_day(
    label: Line, value: Line | None, odd: Line | None, sides: list[int], draft: Draft
) -> None:
    try:
        day = None if value is None else date.fromisoformat(value.text)
    except ValueError:
        odd, day = value, None
    if value is None or day is None:
        _report(label, odd, "reviewed_on", "a day as YYYY-MM-DD", draft)
    else:
        sides.append(_tell_side(label, value))
        draft.state("reviewed_on", day.isoformat(), value, label.text)


def _tell_side(label: Line, value: Line) -> int:
    return 1 if value.number > label.number else -1


def _read_verdict(
    run: Sequence[Line], site: Site, marks: Marks, sides: list[int], draft: Draft
) -> None:
    """Read the verdict beside its label; the badge, printed by itself, states it too."""

    def is_verdict(text: str) -> bool:
        return read_verdict(text, site) is not None

    for label, value, odd in _pair(run, marks.verdict, marks, is_verdict, (1, -1), draft):
        verdict = None if value is None else read_verdict(value.text, site)
        if value is None or verdict is None:
            _report(label, odd, "verdict", " or ".join(site.verdicts), draft)
        else:
            sides.append(_tell_side(label, value))
            draft.state("verdict", verdict, value, label.text)
    for line in run:
        badge = read_verdict(line.text, site)
        if badge is not None and line.number not in draft.ledger.claimed:
            draft.state("verdict", badge, line, "badge")


def _read_votes(run: Sequence[Line], labels: ToolLabels, draft: Draft) -> None:
    """Read the votes, which may be one line or up to four: ``3``, ``Ships``, ``1``, ``Skips``."""
    at = 0
    while at < len(run):
        for size in range(1, _MOST_PIECES + 1):
            window = run[at : at + size]
            if len(window) < size or len(window[-1].text) > _LONGEST_PIECE:
                break
            if (votes := _match_votes(" ".join(line.text for line in window), labels)) is not None:
                state_votes(votes, window[0], "panel's votes", draft)
                draft.ledger.claimed.update(line.number for line in window)
                at += size - 1
                break
        at += 1


def _match_votes(text: str, labels: ToolLabels) -> re.Match[str] | None:
    """Return the votes that a text states, also with its numbers after their words."""
    votes = labels.votes.fullmatch(text)
    tokens = _TOKENS.findall(text)
    if votes is None and len(tokens) == 4 and tokens[1].isdigit() and tokens[3].isdigit():
        votes = labels.votes.fullmatch(f"{tokens[1]} {tokens[0]} {tokens[3]} {tokens[2]}")
    return votes


def state_votes(votes: re.Match[str], line: Line, landmark: str, draft: Draft) -> None:
    """Take a statement of the panel's votes."""
    for field in ("ship", "skip"):
        draft.state(f"{field}_votes", int(votes[field]), line, landmark)


def _read_homepage(line: Line, stated: str, host: str, draft: Draft) -> None:
    """Read the address behind the link, which must be of the host that the page names.

    A text has no link, and then there is no address. A link to the site itself is none either.
    """
    draft.ledger.claimed.add(line.number)
    if line.block.link is None:
        return
    address = _join_address(line.block.link, host)
    linked = find_host(address)
    if address is None or linked is None or not _is_of_host(linked, stated):
        message = "the link does not lead where the page says"
        found = line.block.link[:80]
        draft.ledger.report("value_invalid", "tool.homepage_url", message, stated, found)
    else:
        draft.state("homepage_url", address, line, "link to the tool's own site")


def _join_address(link: str, host: str) -> str | None:
    """Return the whole address that a link leads to, None for what is no web address."""
    if len(link) > _LONGEST_ADDRESS or _NOT_IN_ADDRESS.search(link.strip()):
        return None
    try:
        address = urljoin(f"https://{host}/", link.strip())
        is_open = urlsplit(address).username is None
    except ValueError:
        return None
    return address if is_open else None


def _is_of_host(linked: str, stated: str) -> bool:
    """Tell whether a link leads to the host that is printed, or to one below it."""
    bare = stated.casefold().removeprefix("www.")
    try:
        names = {bare, bare.encode("idna").decode()}
    except UnicodeError:
        names = {bare}
    return any(linked == name or linked.endswith(f".{name}") for name in names)
