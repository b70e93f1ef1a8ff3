"""Command: what an operator can do about an issue, in one line for each code.

What each code means is told in docs/operators.md, with the same codes.
"""

from __future__ import annotations

import re

_AGAIN = "'versusdb issues --replay' asks again, and so does the command that met it"
_READER = (
    "a versusdb that knows it reads it: put new words into the site's file in parsers/sites/, or "
    "report the page; then 'versusdb issues --replay' loads what became clean"
)
_CONTRADICTION = (
    "look at the page: it contradicts itself; once the site has mended it, the next crawl does"
)
_REMEDIES: dict[str, str] = {
    "missing unreadable no_pages bad_time": "mend the path or the file, then the same command",
    "address_refused": "mend the address where it is written, then the same command",
    "robots_disallowed": "the site does not want it fetched: leave it, or ask the site",
    "robots_unavailable": "nothing: a run after its robots.txt answers again fetches it",
    "private_address": "if the host is meant, name it with --allow-host",
    "unreachable timeout broken_response too_large not_a_page redirect_loop": _AGAIN,
    "redirect_out_of_scope": "if the other page is meant, name its address, or --also-host",
    "postponed": "wait until the time that the host named; then the same command",
    "host_down": "see whether the site is up, and this machine on a network; then the same command",
    "blocked host_blocked": "leave the site alone for a day, ask less often (--delay), say who "
    "asks (--contact), or ask the site",
    "no_sitemap sitemap_unreadable sitemap_damaged sitemap_limit sitemap_out_of_scope": (
        "'versusdb ingest' of the site goes through its sitemaps again; pages can be named instead"
    ),
    "page_limit": "'versusdb ingest' of the site with a higher --max-pages, or none",
    "body_missing body_corrupt snapshot_broken": "restore a copy of the archive ('versusdb "
    "archive verify' says what is whole); then 'versusdb issues --replay'",
    "engine_lost worker_killed": "look at the logs of the Dask scheduler and its workers, start "
    "them, and ingest the same WARC files again",
    "not_a_warc warc_damaged revisit_unresolved": "ingest whole copies of the WARC files, all of "
    "one crawl together",
    "reader_failed loader_failed": "a bug of ours: report it; the next version reads the page",
    "reader_timeout reader_memory reader_killed": "'versusdb issues --replay' tries once more; if "
    "it fails again, report the page",
    "empty not_text undecodable truncated too_complex not_a_comparison not_a_tool_page": (
        "see whether this is the page that was meant; if it is, report it"
    ),
    "discarded": "nothing; to take it back, name the page to 'versusdb ingest --accept-drift'",
    "value_missing value_invalid label_unclaimed text_unclaimed row_unknown table_uneven "
    "quotes_uneven label_missing": _READER,
    "quote_repeated": "nothing, if two critics say the same: a page that names them tells them "
    "apart, and the next crawl loads it; if the page shows one critic twice, report it",
    "votes_disagree verdict_disagrees score_disagrees name_disagrees card_and_table_differ "
    "renderings_differ entry_repeated order_disagrees": _CONTRADICTION,
    "slug_ambiguous slug_unknown slug_disagrees": _CONTRADICTION,
    "entry_ambiguous reviewer_ambiguous": "nothing is lost: it is told apart as soon as a page "
    "says which is meant",
}
REMEDIES = {code: text for codes, text in _REMEDIES.items() for code in codes.split()}


_HTTP = re.compile(r"http_\d{3}")


def is_known(code: str) -> bool:
    """Tell whether an issue of this version may have this code."""
    return code in REMEDIES or _HTTP.fullmatch(code) is not None


def find_remedy(code: str) -> str:
    """Return what to do about issues with this code."""
    return _AGAIN if _HTTP.fullmatch(code) else REMEDIES.get(code, "see docs/operators.md")
