"""Command: the words and the JSON in which a command says what it did."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import asdict
from sqlite_utils import Database

from db.coverage import FieldTotal
from db.drift import Drift, percentage
from db.held import Held
from db.ledger import Counts, Run
from parsers.records import Issue
from scraper.showing import show_path
from versusdb.errors import BLOCKED, CHECK_FAILED, CLEAN, ISSUES
from versusdb.progress import tell, tell_folded

# As the views have rows; of those two that compute much for each row, none is made.
COUNT_CONTENT = """
SELECT
    (SELECT count(DISTINCT tool_id) FROM v1_entries) AS tools,
    (SELECT count(*) FROM v1_entries) AS entries,
    (SELECT count(*) FROM v1_comparisons) AS comparisons,
    (SELECT count(*) FROM v1_quotes) AS quotes,
    (SELECT count(*) FROM v1_snapshots) AS snapshots,
    (
        SELECT coalesce(sum(1 + (
            SELECT count(DISTINCT quote_id) FROM card_quotes
            WHERE card_quotes.card_id = sightings.card_id
        )), 0) FROM sightings JOIN snapshots USING (reading_id)
    ) AS sightings
"""
REMEDY = (
    "If the site calls things by other names now, put them into its file in parsers/sites/ or "
    "install a newer versusdb, and run the same command; if the pages are right as they are, "
    "run it with --accept-drift"
)


class Outcome(Struct, frozen=True, kw_only=True):
    """What one ingest did, and how much of each kind the database then held.

    ``drift`` is what it read less of than the runs before; if it ``is_refused``, nothing of it
    was loaded. ``pages_held`` counts the pages of all refused runs that still wait,
    ``pages_reread`` those it read that were in the archive before. Every page that the run has
    seen is one of them, new, unchanged or failed. Beside these, ``pages_skipped`` were out of
    scope, or their addresses taken down; ``pages_forgotten`` came, and are of what was taken down.
    ``hosts_blocked`` block us. Of the records in WARC files, ``records_kept`` were archived and are
    no pages, ``records_skipped`` are no responses; ``files_finished`` of these files were archived
    before, and not read. ``pairs_queued`` are pairs of entries that wait for a person's word.
    """

    run: Run
    content: dict[str, int]
    files_ignored: int
    records_kept: int = 0
    records_skipped: int = 0
    files_finished: int = 0
    drift: tuple[Drift, ...] = ()
    is_refused: bool = False
    pages_held: int = 0
    pages_reread: int = 0
    pages_skipped: int = 0
    pages_forgotten: int = 0
    hosts_blocked: tuple[str, ...] = ()
    pairs_queued: int = 0

    @property
    def pages_new(self) -> int:
        """The pages that were read for the first time."""
        counts = self.run.counts
        rest = counts.pages_seen - counts.pages_unchanged - counts.pages_failed
        return max(rest - self.pages_reread, 0)

    @property
    def exit_status(self) -> int:
        """The status that the command ends with."""
        if self.is_refused:
            return CHECK_FAILED
        if self.hosts_blocked:
            return BLOCKED
        return ISSUES if self.run.counts.issues else CLEAN


def describe_drift(drop: Drift, code: str = "drift") -> str:
    """Return the one line that says which field, how much less, expected and found."""
    now = drop.now
    found = "nothing that could be it" if now.found is None else repr(now.found)
    gave = f", which gave {drop.sample!r}" if drop.sample else ""
    runs = f" in {len(drop.parts)} runs of few pages" if len(drop.parts) > 1 else ""
    return (
        f"{drop.group}: {now.field}: stated {_count(now)}{runs}, before {_count(drop.before)} "
        f"[{code}]; "
        f"expected {now.landmark}{gave}; found {found}"
    )


def _count(total: FieldTotal) -> str:
    return f"{total.filled:,} of {plural(total.slots, 'time')} ({percentage(total)} %)"


def drift_as_json(drop: Drift) -> dict[str, object]:
    """Return what ``describe_drift`` says, for programs."""
    return {
        "site": drop.group.site or None,
        "kind": drop.group.kind,
        "medium": drop.group.medium,
        "field": drop.now.field,
        "landmark": drop.now.landmark,
        "before": {"filled": drop.before.filled, "slots": drop.before.slots},
        "now": {"filled": drop.now.filled, "slots": drop.now.slots},
        "sample": drop.sample,
        "found": drop.now.found,
        "remedy": REMEDY,
    }


def describe_held(held: Held) -> str:
    """Return the one line that says how many pages wait, of which runs, and for what."""
    runs = ", ".join(map(str, held.runs))
    return (
        f"{plural(held.pages, 'page')} held back, of {'run' if len(held.runs) == 1 else 'runs'} "
        f"{runs}: read much worse than before; 'versusdb check' says what, 'versusdb ingest' with "
        "--accept-drift loads all of them, with --discard-held RUN discards those of that run"
    )


def describe_issue(source: str, issue: Issue) -> str:
    """Return the one line that says what, where, expected and found."""
    where = f"{source}: {issue.field}" if issue.field else source or "''"
    line = f"{where}: {issue.message} [{issue.code}]"
    if issue.expected is not None:
        line += f"; expected {issue.expected}"
    if issue.found is not None:
        line += f", found {issue.found}"
    return line


def count_content(database: Database) -> dict[str, int]:
    """Return the number of rows in each view of content."""
    return next(iter(database.query(COUNT_CONTENT)))


def plural(count: int, noun: str) -> str:
    """Return a count with its noun: ``1 page``, ``2 pages``, ``8 entries``."""
    if count == 1:
        return f"{count} {noun}"
    return f"{count:,} {noun[:-1]}ies" if noun.endswith("ry") else f"{count:,} {noun}s"


def join_words(words: Sequence[str]) -> str:
    """Return words in a sentence: ``one``, ``one and two``, ``one, two and three``."""
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1])))


def print_ingest(path: Path, outcome: Outcome, *, is_json: bool) -> None:
    """Print what one ingest did and what the database now holds."""
    run, content, ignored = outcome.run, outcome.content, outcome.files_ignored
    kept, skipped = outcome.records_kept, outcome.records_skipped
    finished = outcome.files_finished
    counts = run.counts
    if is_json:
        summary = {
            "command": "ingest",
            "exit_status": outcome.exit_status,
            "db": show_path(path),
            "run_id": run.run_id,
            **asdict(counts),
            "files_ignored": ignored,
            "records_kept": outcome.records_kept,
            "records_skipped": outcome.records_skipped,
            "files_finished": outcome.files_finished,
            "drift": [drift_as_json(drop) for drop in outcome.drift],
            "is_refused": outcome.is_refused,
            "pages_held": outcome.pages_held,
            "pages_new": outcome.pages_new,
            "pages_reread": outcome.pages_reread,
            "pages_skipped": outcome.pages_skipped,
            "pages_forgotten": outcome.pages_forgotten,
            "hosts_blocked": outcome.hosts_blocked,
            "pairs_queued": outcome.pairs_queued,
            "content": content,
        }
        tell(json.dumps(summary))
        return
    gone = f"; {outcome.pages_forgotten:,} taken down before" if outcome.pages_forgotten else ""
    again = f"{outcome.pages_reread:,} read again, " if outcome.pages_reread else ""
    tell_folded(
        f"{plural(counts.pages_seen, 'page')}: {outcome.pages_new:,} new, "
        f"{counts.pages_unchanged:,} unchanged, {again}{counts.pages_failed:,} failed{gone}"
        + (f"; {plural(ignored, 'other file')} ignored" if ignored else "")
        + (f"; {outcome.pages_skipped:,} skipped" if outcome.pages_skipped else "")
        + (f"; {plural(kept, 'other record')} archived" if kept else "")
        + (f"; {plural(skipped, 'other record')} skipped" if skipped else "")
        + (f"; {plural(finished, 'WARC file')} finished before" if finished else "")
    )
    if outcome.is_refused:
        fields = plural(len(outcome.drift), "field")
        tell_folded(f"Nothing was loaded: {fields} read much worse than before")
    else:
        tell_folded(_describe_loaded(counts))
    tell_folded(
        f"{path} holds {plural(content['tools'], 'tool')}, {plural(content['entries'], 'entry')}, "
        f"{plural(content['comparisons'], 'comparison')}, {plural(content['quotes'], 'quote')}"
    )
    if outcome.pairs_queued:
        tell_folded(f"To review: {describe_queue(outcome.pairs_queued)}")


def describe_queue(count: int) -> str:
    """Say how many pairs wait, and for what."""
    each = "" if count == 1 else "each "
    return f"{plural(count, 'pair')} of entries may {each}be one tool; 'versusdb review' asks"


def _describe_loaded(counts: Counts) -> str:
    return (
        f"{plural(counts.entries_added, 'entry')} added, {counts.entries_changed:,} changed; "
        f"{plural(counts.quotes_added, 'quote')} added, {counts.quotes_changed:,} changed, "
        f"{counts.quotes_ended:,} ended; "
        f"{plural(counts.issues, 'issue')}"
    )
