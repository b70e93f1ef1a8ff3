"""Load: the contract of the views, as data: columns in order, what stands in each, what it names.

A column is a name and a kind, with ``?`` where it may be null. The kinds are below, each with the
condition that its values fulfil and the same in words. This list only grows, and the views may
have more columns behind these.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

_HEX = "[0-9a-f]"
# The modifier makes SQLite reckon: a 30 February is another day then.
_TIME = "strftime('%Y-%m-%dT%H:%M:%SZ', {0}, '+0 days') IS {0}"


class Kind(Struct, frozen=True):
    """What values of a kind fulfil, as SQL with the column in it, and in words."""

    condition: str
    words: str


class Column(Struct, frozen=True):
    """One column of a view."""

    name: str
    kind: str
    is_nullable: bool


def _words(*words: str) -> Kind:
    listed = ", ".join(f"'{word}'" for word in words)
    return Kind(f"{{0}} IN ({listed})", f"one of {', '.join(words)}")


def _number(least: int, most: int | None = None) -> Kind:
    is_within = f"{{0}} >= {least}" if most is None else f"{{0}} BETWEEN {least} AND {most}"
    words = f"from {least}" if most is None else f"from {least} to {most}"
    return Kind(f"typeof({{0}}) = 'integer' AND {is_within}", f"a whole number {words}")


def _hex(digits: int, letter: str = "") -> Kind:
    before = f"{letter} and " if letter else ""
    return Kind(f"{{0}} GLOB '{letter}{_HEX * digits}'", f"{before}{digits} hex digits")


KINDS: Mapping[str, Kind] = {
    "text": Kind("typeof({0}) = 'text'", "text"),
    "count": _number(0),
    "number": _number(1),
    "percent": _number(0, 100),
    "http": _number(100, 999),
    "time": Kind(_TIME, "a time of the form YYYY-MM-DDTHH:MM:SSZ"),
    "day": Kind("date({0}, '+0 days') IS {0}", "a day of the form YYYY-MM-DD"),
    "list": Kind(
        "CASE WHEN json_valid({0}) THEN json_type({0}) = 'array' ELSE 0 END", "a JSON list"
    ),
    "json": Kind("json_valid({0})", "JSON"),
    "sha256": _hex(64),
    "entry": _hex(16, "e"),
    "comparison": _hex(16, "c"),
    "quote": _hex(16, "q"),
    "snapshot": _hex(16, "s"),
    "issue": _hex(16, "i"),
    "subject_id": Kind(f"{{0}} GLOB '[eq]{_HEX * 16}'", "the id of an entry or a quote"),
    "verdict": _words("ship", "mixed", "skip"),
    "page": _words("comparison", "tool", "unknown"),
    "pages": _words("comparison", "tool", "any"),
    "subject": _words("entry", "quote"),
    "stage": _words("fetch", "parse", "load"),
    "status": _words("running", "clean", "issues", "failed", "stopped", "killed"),
    "medium": _words("html", "text", "extract"),
    "word": _words("same", "different", "unsure", "retracted"),
    "judge": _words("rule", "operator", "chain"),
    "flag": Kind("{0} IN (0, 1)", "0 or 1"),
    "judgement": _words("loaded", "accepted", "refused", "unfinished"),
}
_CARD = """
verdict:verdict? panel_ship_pct:percent? ship_votes:count? skip_votes:count?
community_ship_pct:percent? community_votes:count? entry_price:text? pricing:text?
"""
_VIEWS = {
    "tools": """
        tool_id:entry name:text entry_count:number comparison_count:count quote_count:count
        panel_ship_pct_min:percent? panel_ship_pct_max:percent? first_seen_at:time
        last_seen_at:time
    """,
    "entries": f"""
        entry_id:entry tool_id:entry site:text slug:text? name:text category:text? tagline:text?
        description:text? {_CARD} source_url:text? comparison_count:count first_seen_at:time
        last_seen_at:time derived:list homepage_url:text? reviewed_on:day? valid_to:time?
        run_id:number
    """,
    "comparisons": """
        comparison_id:comparison site:text url:text? title:text entry_a_id:entry entry_b_id:entry
        first_seen_at:time last_seen_at:time
    """,
    "comparison_entries": "comparison_id:comparison position:number entry_id:entry",
    "quotes": """
        quote_id:quote entry_id:entry reviewer:text? seat:number? score:percent? verdict:verdict?
        text:text sighting_count:number source_url:text? first_seen_at:time last_seen_at:time
        valid_from:time valid_to:time? run_id:number
    """,
    "entry_history": f"""
        entry_id:entry name:text category:text? tagline:text? {_CARD} valid_from:time
        valid_to:time? run_id:number description:text? derived:list homepage_url:text?
        reviewed_on:day?
    """,
    "quote_history": """
        quote_id:quote reviewer:text? seat:number? score:percent? verdict:verdict? valid_from:time
        valid_to:time? run_id:number
    """,
    "snapshots": """
        snapshot_id:snapshot sha256:sha256 url:text? site:text? observed_at:time status:http?
        kind:page run_id:number
    """,
    "sightings": """
        snapshot_id:snapshot subject:subject subject_id:subject_id place:count? valid_from:time
        valid_to:time?
    """,
    "runs": """
        run_id:number command:text status:status started_at:time finished_at:time?
        pages_seen:count? pages_fetched:count? pages_unchanged:count? pages_failed:count?
        entries_added:count? entries_changed:count? quotes_added:count? issues:count?
        entries_ended:count? quotes_ended:count? code_version:text reader_version:text
        settings:json quotes_changed:count?
    """,
    "issues": """
        issue_id:issue run_id:number stage:stage code:text url:text? field:text message:text
        first_seen_at:time last_seen_at:time resolved_at:time? expected:text? found:text?
        snapshot_sha256:sha256?
    """,
    "merge_queue": """
        entry_a_id:entry entry_b_id:entry score:count reason:text name_a:text name_b:text
        evidence:json
    """,
    "merges": """
        entry_a_id:entry entry_b_id:entry tool_id:entry decided_by:judge rule:text? score:count?
        evidence:json
    """,
    "decisions": """
        decision_id:number word:word site_a:text slug_a:text? name_a:text? site_b:text slug_b:text?
        name_b:text? entry_a_id:entry? entry_b_id:entry? holds:flag changed:list? reason:text
        evidence:json decided_by:text decided_at:time
    """,
    "entry_aliases": "old_entry_id:entry entry_id:entry",
    "tool_aliases": "old_tool_id:entry tool_id:entry",
    "sites": "site:text name:text attribution:text terms:text terms_url:text citation:text",
    "coverage": """
        run_id:number site:text? kind:pages medium:medium field:text pages:number slots:number
        filled:count filled_pct:percent landmark:text sample:text? found:text? judgement:judgement
    """,
}
VIEWS: Mapping[str, tuple[Column, ...]] = {
    f"v1_{view}": tuple(
        Column(name, kind.removesuffix("?"), kind.endswith("?"))
        for name, _, kind in (each.partition(":") for each in columns.split())
    )
    for view, columns in _VIEWS.items()
}
# What makes a row that row; two of them are one too many.
KEYS: Mapping[str, tuple[str, ...]] = {
    "v1_tools": ("tool_id",),
    "v1_entries": ("entry_id",),
    "v1_comparisons": ("comparison_id",),
    "v1_comparison_entries": ("comparison_id", "position"),
    "v1_quotes": ("quote_id",),
    "v1_entry_history": ("entry_id", "valid_from"),
    "v1_quote_history": ("quote_id", "valid_from"),
    "v1_snapshots": ("snapshot_id",),
    "v1_runs": ("run_id",),
    "v1_issues": ("issue_id",),
    "v1_merge_queue": ("entry_a_id", "entry_b_id"),
    "v1_merges": ("entry_a_id", "entry_b_id"),
    "v1_decisions": ("decision_id",),
    "v1_entry_aliases": ("old_entry_id",),
    "v1_tool_aliases": ("old_tool_id",),
    "v1_sites": ("site",),
    "v1_coverage": ("run_id", "site", "kind", "medium", "field"),
}
# Columns that name a row of another view: its view and column, and for which rows if not for all.
REFERENCES: tuple[tuple[str, str, str, str, str], ...] = (
    ("v1_entries", "tool_id", "v1_tools", "tool_id", ""),
    ("v1_comparisons", "entry_a_id", "v1_entries", "entry_id", ""),
    ("v1_comparisons", "entry_b_id", "v1_entries", "entry_id", ""),
    ("v1_comparison_entries", "comparison_id", "v1_comparisons", "comparison_id", ""),
    ("v1_comparison_entries", "entry_id", "v1_entries", "entry_id", ""),
    ("v1_quotes", "entry_id", "v1_entries", "entry_id", ""),
    ("v1_entry_history", "entry_id", "v1_entries", "entry_id", ""),
    ("v1_entries", "run_id", "v1_runs", "run_id", ""),
    ("v1_quotes", "run_id", "v1_runs", "run_id", ""),
    ("v1_entry_history", "run_id", "v1_runs", "run_id", ""),
    ("v1_quote_history", "quote_id", "v1_quotes", "quote_id", ""),
    ("v1_quote_history", "run_id", "v1_runs", "run_id", ""),
    ("v1_snapshots", "run_id", "v1_runs", "run_id", ""),
    ("v1_sightings", "snapshot_id", "v1_snapshots", "snapshot_id", ""),
    ("v1_sightings", "subject_id", "v1_entries", "entry_id", "subject = 'entry'"),
    ("v1_sightings", "subject_id", "v1_quotes", "quote_id", "subject = 'quote'"),
    ("v1_issues", "run_id", "v1_runs", "run_id", ""),
    ("v1_issues", "snapshot_sha256", "v1_snapshots", "sha256", "stage <> 'fetch'"),
    ("v1_merge_queue", "entry_a_id", "v1_entries", "entry_id", ""),
    ("v1_merge_queue", "entry_b_id", "v1_entries", "entry_id", ""),
    ("v1_merges", "entry_a_id", "v1_entries", "entry_id", ""),
    ("v1_merges", "entry_b_id", "v1_entries", "entry_id", ""),
    ("v1_merges", "tool_id", "v1_tools", "tool_id", ""),
    ("v1_decisions", "entry_a_id", "v1_entries", "entry_id", ""),
    ("v1_decisions", "entry_b_id", "v1_entries", "entry_id", ""),
    ("v1_entry_aliases", "entry_id", "v1_entries", "entry_id", ""),
    ("v1_tool_aliases", "tool_id", "v1_tools", "tool_id", ""),
    ("v1_coverage", "run_id", "v1_runs", "run_id", ""),
)
# Of two columns of a row, the first is not after, or with "<" before, the second.
ORDERS: tuple[tuple[str, str, str, str], ...] = (
    *(
        (f"v1_{view}", "first_seen_at", "<=", "last_seen_at")
        for view in ("tools", "entries", "comparisons", "quotes", "issues")
    ),
    *(
        (f"v1_{view}", "valid_from", "<", "valid_to")
        for view in ("quotes", "entry_history", "quote_history", "sightings")
    ),
    ("v1_issues", "last_seen_at", "<=", "resolved_at"),
    ("v1_tools", "panel_ship_pct_min", "<=", "panel_ship_pct_max"),
    ("v1_coverage", "filled", "<=", "slots"),
)
