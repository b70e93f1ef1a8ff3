"""Publish: what the codes of issues mean, for who reads of them on a page.

What an operator can do about each is told by ``versusdb issues``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_MEANINGS: Mapping[str, str] = {
    "missing": "a file or folder was named that is not there",
    "unreadable": "a file that could not be read",
    "no_pages": "a file, folder or list that holds no page",
    "bad_time": "a page without a date, or with one to come",
    "address_refused": "what was named is no address of a page",
    "robots_disallowed": "the site does not allow it to be fetched",
    "robots_unavailable": "whether it may be fetched could not be known, so it was not",
    "private_address": "an address of a private network, which is not fetched unasked",
    "unreachable": "the host could not be reached",
    "timeout": "the host took too long",
    "broken_response": "the answer broke off",
    "too_large": "the page is over the limit of size",
    "not_a_page": "what came is no page of HTML or text",
    "redirect_loop": "the address leads in a circle",
    "redirect_out_of_scope": "the address leads to another host",
    "postponed": "the host asked for time",
    "host_down": "several addresses in a row failed, and the host was given up",
    "blocked host_blocked": "a page that turns robots away came in place of the one asked for",
    "no_sitemap": "the site has no sitemap",
    "sitemap_unreadable": "the sitemap could not be read",
    "sitemap_damaged": "the sitemap breaks off",
    "sitemap_limit": "the sitemap is nested or large beyond the limit",
    "sitemap_out_of_scope": "the sitemap lists pages of another host",
    "page_limit": "the site lists more pages than were to be taken",
    "body_missing body_corrupt snapshot_broken": "the archive has lost what it held of the page",
    "engine_lost worker_killed": "an archive file that other machines read only in part",
    "not_a_warc warc_damaged": "an archive file that could not be read, or only in part",
    "revisit_unresolved": "an archive file refers to a page that is not there",
    "reader_failed loader_failed": "a fault of the program on this page",
    "reader_timeout reader_memory reader_killed": "reading the page took too much time or memory",
    "empty": "the page holds nothing",
    "not_text": "the page is no text",
    "too_complex": "the page is beyond the bounds of the reader",
    "undecodable": "the page has bytes that are no text in its encoding",
    "truncated": "the page breaks off",
    "discarded": "the operator discarded the page",
    "not_a_comparison": "no title that names the tools it compares",
    "not_a_tool_page": "no name of one tool with a verdict after it",
    "value_missing": "a label stands there without its value",
    "value_invalid": "a value that cannot be",
    "label_unclaimed": "a label that is not known",
    "text_unclaimed": "a text that belongs to no label",
    "votes_disagree": "badge, percentage, votes and quotes of one card contradict each other",
    "verdict_disagrees": "the page gives two verdicts on one tool",
    "score_disagrees": "the page gives two scores of one critic",
    "name_disagrees": "the page gives two names of one tool",
    "card_and_table_differ": "the card and the table say different things",
    "renderings_differ": "the page says it twice, and differently",
    "table_uneven": "a row of the table has not one value for each tool",
    "row_unknown": "a row of the table that is not known",
    "entry_repeated": "one entry is set beside itself",
    "order_disagrees": "the title names the tools in another order than the cards",
    "quotes_uneven": "which quote is of which tool cannot be told",
    "label_missing": "the quotes stand under no scorecard",
    "quote_repeated": "the same words stand there twice, and whose they are is not named",
    "slug_ambiguous slug_unknown slug_disagrees": "links and address do not tell one entry",
    "entry_ambiguous": "a card without a link, whose name several entries of the site have",
    "reviewer_ambiguous": "words without a critic's name that several critics have said",
}
MEANINGS: Mapping[str, str] = {
    code: words for codes, words in _MEANINGS.items() for code in codes.split()
}

_HTTP = re.compile(r"http_(\d{3})")


def find_meaning(code: str) -> str:
    """Return what an issue's code means; empty for one that is not known here."""
    status = _HTTP.fullmatch(code)
    return f"the host answered {status[1]}" if status else MEANINGS.get(code, "")
