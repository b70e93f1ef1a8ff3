"""Command: the words and the JSON in which ``issues --replay`` says what became of the issues."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import asdict

from db.held import Held, count_held
from db.issues import OpenIssue
from db.ledger import Run
from scraper.showing import show_path
from versusdb.errors import BLOCKED, CHECK_FAILED, CLEAN, ISSUES
from versusdb.judging import Verdict
from versusdb.listing_issues import (
    MOST_OF_A_CODE,
    Filter,
    Row,
    describe_groups,
    list_issues,
    summarise,
)
from versusdb.progress import tell, tell_folded
from versusdb.reports import drift_as_json, plural
from versusdb.store import Store


class Replayed(Struct, frozen=True, kw_only=True):
    """What one replay tried, and what became of it.

    ``healed`` are issues that were open and are no more: the chosen ones, and others that went
    with them; ``still_open`` the chosen ones that are open; ``new`` those that were not met
    before. ``sources`` were asked for, ``pages_reread`` were read from the archive, and
    ``pages_kept`` of them were left as they were, because they read worse.
    """

    run: Run
    sources: tuple[str, ...]
    pages_reread: int
    pages_kept: int
    healed: list[str]
    still_open: list[Row]
    new: list[Row]
    healed_codes: dict[str, int]
    verdict: Verdict
    hosts_blocked: tuple[str, ...]
    held: Held

    @classmethod
    def make(
        cls,
        store: Store,
        run: Run,
        *,
        met: Sequence[OpenIssue],
        chosen: Sequence[OpenIssue],
        sources: tuple[str, ...],
        pages_reread: int,
        pages_kept: int,
        verdict: Verdict,
        hosts_blocked: tuple[str, ...],
    ) -> Replayed:
        """Compare what is open now with what was met open."""
        rows = list_issues(store.database, Filter(), store.archive)
        now = {row["issue_id"]: row for row in rows}
        known = {issue.issue_id for issue in met}
        healed = [issue for issue in met if issue.issue_id not in now]
        codes: dict[str, int] = {}
        for issue in healed:
            codes[issue.code] = codes.get(issue.code, 0) + 1
        return cls(
            run=run,
            sources=sources,
            pages_reread=pages_reread,
            pages_kept=pages_kept,
            healed=[issue.issue_id for issue in healed],
            still_open=[now[each.issue_id] for each in chosen if each.issue_id in now],
            new=[row for issue_id, row in now.items() if issue_id not in known],
            healed_codes=dict(sorted(codes.items())),
            verdict=verdict,
            hosts_blocked=hosts_blocked,
            held=count_held(store.database),
        )

    @property
    def exit_status(self) -> int:
        """The status that the command ends with."""
        if self.verdict.is_refused:
            return CHECK_FAILED
        if self.hosts_blocked:
            return BLOCKED
        return ISSUES if self.still_open or self.new else CLEAN


def print_replay(path: Path, replayed: Replayed, *, is_json: bool) -> None:
    """Print what healed, what is still so, and what is new."""
    if is_json:
        tell(json.dumps(_as_json(path, replayed)))
        return
    tell_folded(
        f"Tried again: {len(replayed.sources):,} of what could not be fetched, "
        f"{plural(replayed.pages_reread, 'page')} of the archive"
    )
    codes = ", ".join(f"{count:,} {code}" for code, count in replayed.healed_codes.items())
    tell_folded(f"Healed: {plural(len(replayed.healed), 'issue')}{f': {codes}' if codes else ''}")
    if replayed.pages_kept:
        tell_folded(
            f"{plural(replayed.pages_kept, 'page')} left as before: this reader finds other "
            "issues there; 'versusdb reparse' shows them"
        )
    for word, rows in (("Still open", replayed.still_open), ("New", replayed.new)):
        tell_folded(f"{word}: {plural(len(rows), 'issue')}")
        for line in describe_groups(rows, most=MOST_OF_A_CODE):
            tell_folded(line)


def _as_json(path: Path, replayed: Replayed) -> dict[str, object]:
    return {
        "command": "issues",
        "exit_status": replayed.exit_status,
        "db": show_path(path),
        "is_replay": True,
        "run_id": replayed.run.run_id,
        **asdict(replayed.run.counts),
        "sources": replayed.sources,
        "pages_reread": replayed.pages_reread,
        "pages_kept": replayed.pages_kept,
        "healed": replayed.healed,
        "healed_codes": replayed.healed_codes,
        "still_open": replayed.still_open,
        "new": replayed.new,
        "codes": summarise([*replayed.still_open, *replayed.new]),
        "is_refused": replayed.verdict.is_refused,
        "drift": [drift_as_json(drop) for drop in replayed.verdict.drift],
        "hosts_blocked": replayed.hosts_blocked,
        "pages_held": replayed.held.pages,
        "runs_held": replayed.held.runs,
    }
