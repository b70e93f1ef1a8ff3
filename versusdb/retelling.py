"""Command: the words and the JSON in which ``reparse`` says what reading again changes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct, to_builtins
from msgspec.structs import asdict

from db.drift import Drift
from db.ledger import Run
from scraper.showing import show_path
from versusdb.differences import Example, IssueSum, Sums, ViewSum
from versusdb.errors import CHECK_FAILED, CLEAN, ISSUES
from versusdb.listing_issues import SHOWN_DIGITS
from versusdb.progress import tell, tell_folded
from versusdb.reports import drift_as_json, plural
from versusdb.shortening import shorten_change


class Retold(Struct, frozen=True, kw_only=True):
    """What one ``reparse`` did, or would do, and the differences that it makes."""

    run: Run
    is_applied: bool
    is_refused: bool
    drift: tuple[Drift, ...]
    pages_reread: int
    pages_held: int
    differences: Sums
    content: dict[str, int]

    @property
    def exit_status(self) -> int:
        """The status that the command ends with."""
        if self.is_refused:
            return CHECK_FAILED
        return ISSUES if self.run.counts.issues else CLEAN


def print_reparse(path: Path, retold: Retold, *, is_json: bool) -> None:
    """Print what differs, and whether it was written."""
    if is_json:
        tell(json.dumps(_as_json(path, retold)))
        return
    counts, sums = retold.run.counts, retold.differences
    tell_folded(
        f"{plural(counts.pages_seen, 'page')} in the archive: {retold.pages_reread:,} read again, "
        f"{counts.pages_unchanged:,} read by this reader before, {counts.pages_failed:,} failed"
    )
    if retold.is_refused:
        fields = plural(len(retold.drift), "field")
        tell_folded(f"Nothing was loaded: {fields} read much worse than before")
        return
    for name, view in sums.views.items():
        for line in _describe_view(name, view):
            tell_folded(line)
    for word, issues in (("healed", sums.issues_healed), ("new", sums.issues_new)):
        for line in _describe_issues(word, issues):
            tell_folded(line)
    tell_folded(_conclude(path, retold))


def _conclude(path: Path, retold: Retold) -> str:
    if retold.is_applied:
        counts = retold.differences.counts
        told = [(count, word) for word, count in counts.items() if count]
        if not told:
            return f"{path}: nothing changed"
        (first, how), *others = told
        more = "".join(f", {count:,} {word}" for count, word in others)
        return f"{path}: {plural(first, 'row')} {how}{more}"
    if not retold.differences.rows:
        return f"{path}: nothing would change; nothing was written"
    return f"{path}: nothing was written; 'versusdb reparse --apply' writes this"


def _describe_view(name: str, view: ViewSum) -> Iterator[str]:
    yield f"{name}: {view.new:,} new, {view.gone:,} gone, {view.changed:,} changed"
    for column, total in view.fields.items():
        yield f"  {column}: {plural(total.count, 'value')} changed"
        for each in total.examples:
            yield f"    {_place(each)}: {shorten_change(each.before, each.after)}"
    for word, count, examples in (
        ("new", view.new, view.new_examples),
        ("gone", view.gone, view.gone_examples),
    ):
        if examples:
            for each in examples:
                yield f"  {word}: {_place(each)}"
            if count > len(examples):
                yield f"  {word}: and {count - len(examples):,} more"


def _place(example: Example) -> str:
    """Say which row it is: by name, address and what tells it from others, else by its key."""
    parts = [part for part in (example.name, example.source_url) if part]
    place = f"{parts[0]} ({parts[1]})" if len(parts) == 2 else "".join(parts)
    told = ", ".join(part for part in (place, example.detail) if part)
    return told or ", ".join(str(value) for value in example.key.values())


def _describe_issues(word: str, issues: IssueSum) -> Iterator[str]:
    if not issues.count:
        return
    codes = ", ".join(f"{count:,} {code}" for code, count in sorted(issues.by_code.items()))
    yield f"{plural(issues.count, 'issue')} {word}: {codes}"
    for row in issues.examples:
        digest = row["snapshot_sha256"]
        where = row["url"] or (f"bytes {str(digest)[:SHOWN_DIGITS]}" if digest else row["issue_id"])
        part = f" {row['field']}" if row["field"] else ""
        yield f"  {where}{part}: {row['message']} [{row['code']}]"


def _as_json(path: Path, retold: Retold) -> dict[str, object]:
    return {
        "command": "reparse",
        "exit_status": retold.exit_status,
        "db": show_path(path),
        "run_id": retold.run.run_id if retold.is_applied else None,
        "is_applied": retold.is_applied and not retold.is_refused,
        "is_refused": retold.is_refused,
        "drift": [drift_as_json(drop) for drop in retold.drift],
        **asdict(retold.run.counts),
        "pages_reread": retold.pages_reread,
        "pages_held": retold.pages_held,
        **to_builtins(retold.differences),
        "content": retold.content,
    }
