"""Parse: the statements of a tool's verdict that a page offers to share and to embed.

They say again what the facts say, and must agree with them; where the facts say nothing of the
votes, they count.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from parsers.lines import Line
from parsers.sites import Site, ToolLabels
from parsers.tool_facts import Draft, read_verdict, state_votes
from parsers.tool_lines import fold_text
from parsers.tool_zones import Zone


def _join_lines(lines: Sequence[Line]) -> Iterator[tuple[str, Sequence[Line]]]:
    """Yield each line, and each with the next, for a statement may be two elements."""
    for at, line in enumerate(lines):
        yield line.text, (line,)
        if at + 1 < len(lines):
            yield f"{line.text} {lines[at + 1].text}", lines[at : at + 2]


def read_share(zone: Zone, site: Site, labels: ToolLabels, draft: Draft) -> None:
    """Read the sentence with the name and the verdict, and the votes."""
    has_verdict = has_votes = False
    for text, lines in _join_lines(zone.lines):
        shared = labels.share_line.fullmatch(text)
        verdict = None if shared is None else read_verdict(shared["verdict"], site)
        votes = labels.votes.match(text)
        if shared is not None and verdict is not None and not has_verdict:
            has_verdict = True
            draft.state("verdict", verdict, lines[0], labels.share)
            if fold_text(shared["name"]) != fold_text(str(draft.fields["name"])):
                message = "the name and the verdict to share differ"
                draft.ledger.report(
                    "name_disagrees", "tool.name", message, draft.fields["name"], shared["name"]
                )
        elif votes is not None and not has_votes:
            has_votes = True
            state_votes(votes, lines[0], labels.share, draft)
        else:
            continue
        draft.ledger.claimed.update(line.number for line in lines)
    if not (has_verdict and has_votes):
        _report_empty(zone, "share", "a verdict and votes", draft)


def read_embed(zone: Zone, site: Site, labels: ToolLabels, draft: Draft) -> None:
    """Read the line with the verdict and a score."""
    for text, lines in _join_lines(zone.lines):
        embedded = labels.embed_line.fullmatch(text)
        verdict = None if embedded is None else read_verdict(embedded["verdict"], site)
        if embedded is None or verdict is None:
            continue
        draft.state("verdict", verdict, lines[0], labels.embed)
        draft.ledger.claimed.update(line.number for line in lines)
        _check_score(embedded["score"], int(embedded["full"]), draft)
        return
    _report_empty(zone, "embed", "a verdict and a score", draft)


def _report_empty(zone: Zone, part: str, expected: str, draft: Draft) -> None:
    message = f"the label {zone.label.text!r} has no value that was read"
    found = zone.lines[0].text[:80] if zone.lines else "nothing"
    draft.ledger.report("label_unclaimed", f"page.tool.{part}", message, expected, found)


def _check_score(stated: str, full: int, draft: Draft) -> None:
    """Report a score that is not the share of the votes, as far as its decimals tell."""
    ships, skips = draft.fields.get("ship_votes"), draft.fields.get("skip_votes")
    if not isinstance(ships, int) or not isinstance(skips, int) or not ships + skips:
        return
    score = stated.replace(",", ".")
    share = Fraction(full * ships, ships + skips)
    half = Fraction(1, 2 * 10 ** len(score.partition(".")[2]))
    if abs(Fraction(score) - share) > half:
        message = "the score and the votes disagree"
        expected = f"{float(share):.1f} of {full}"
        draft.ledger.report("score_disagrees", "page.tool.score", message, expected, stated)
