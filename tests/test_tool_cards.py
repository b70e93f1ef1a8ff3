"""The cards of a tool's entries: what they say and lead to, and nothing that is not there."""

from __future__ import annotations

import re
from contextlib import closing
from html import unescape
from pathlib import Path

from datasette.app import Datasette
from msgspec.structs import replace

from db.resolving.resolver import resolve_entries
from publish.pages.fields import name_entry
from tests.publishing import (
    AGAIN,
    TALLY,
    ask,
    fill_database,
    load_day,
    open_app,
    write_card,
    write_comparison,
)
from versusdb.files import DATABASE, open_for_writing


def show(app: Datasette, name: str) -> str:
    """Return the markup of a tool's page."""
    answer = ask(app, f"/tool/{name}")
    found: str = ask(app, answer.headers.get("location") or f"/tool/{name}").text
    return found


def strip(markup: str) -> str:
    """Return what a person reads of markup."""
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", markup)).split())


def test_field_leads_to_its_evidence(path: Path) -> None:
    """The name of a field leads to the last page that showed the entry, at that field."""
    with open_app(path, lambda *_: {}) as app:
        markup = show(app, TALLY)
    assert f'href="/evidence/s84779cfad4be7222#{TALLY}.entry_price"' in markup
    assert "The name of a field leads to the place" in markup


def test_field_leads_nowhere_without_an_archive(app: Datasette) -> None:
    """Where no page can be read again, no link promises a place on it; the page itself is named."""
    markup = show(app, TALLY)
    assert "The name of a field leads" not in markup
    assert not re.search(r'href="/evidence/[^"]*#', markup)
    assert 'href="/evidence/s84779cfad4be7222"' in markup


def test_tools_that_may_be_the_same_are_named(app: Datasette) -> None:
    """Tools that wait for a person's word are named on either's page, and lead there."""
    harbours = ask(app, "v1_merge_queue.json?_shape=array").json()[0]
    one, other = harbours["entry_a_id"], harbours["entry_b_id"]
    for here, there in ((one, other), (other, one)):
        markup = show(app, here)
        assert "May be one with Harbour (waiting for a person’s word)." in strip(markup)
        assert f'<bdi><a href="/tool/{there}">Harbour</a></bdi>' in markup
        assert f'href="/versus/tool_waiting?tool={here}"' in markup
    assert "May be one" not in show(app, TALLY)


def test_many_that_may_be_the_same_are_counted(tmp_path: Path) -> None:
    """Of many tools that may be the same a few are named, and it is said how many others are."""
    path = tmp_path / "versus.db"
    fill_database(path)
    card = write_card(AGAIN[1], 1, AGAIN[1][4])
    cards = [replace(card, slug=f"harbour-{number}") for number in range(2030, 2038)]
    pages = [
        write_comparison([one, replace(other, position=2)], [(), ()])
        for one, other in zip(cards[::2], cards[1::2], strict=True)
    ]
    with closing(open_for_writing(path, DATABASE)) as database:
        load_day(database, pages, 3)
        resolve_entries(database)
    with open_app(path) as app:
        said = strip(show(app, "harbour"))
    named = said.partition("May be one with ")[2].partition(" (waiting for a person’s word).")[0]
    assert re.fullmatch(r"(Harbour , ){4}Harbour and \d+ more", named)


def test_what_entries_say_alike_is_folded(app: Datasette) -> None:
    """A later card has open what it says otherwise, and folded what the first one says too."""
    first, second = show(app, TALLY).split('<article class="card"')[1:3]
    assert "The same as the first’s" not in first
    said = strip(second.partition("</article>")[0])
    opened, folded = said.split("The same as the first’s: Pricing, Description, Homepage")
    assert "Category Observability" in opened
    assert "Pricing" not in opened
    assert "Pricing Free for one person; $12 a month" in folded


def test_entry_goes_by_one_name(app: Datasette) -> None:
    """Beside others of its tool an entry goes by its slug, and without one by its name."""
    markup = show(app, TALLY)
    assert set(re.findall(rf'href="#{TALLY}">(.*?)</a>', markup)) == {"<code>tally</code>"}
    assert "<h3><code>tally-2026</code></h3>" in markup
    entry = {"slug": None, "entry": "Tally"}
    assert [name_entry(entry), name_entry({**entry, "slug": "tally-2026"})] == [
        "Tally",
        "tally-2026",
    ]


def test_line_to_cite_is_whole(app: Datasette) -> None:
    """A line to copy names the site as it asks to be, the tool or critic, address and day."""
    markup = show(app, TALLY)
    said = strip(re.sub(r"</?(a|bdi|time|code)\b[^>]*>", "", markup))
    entry = "https://reviews.example/tool/tally"
    assert f"Cite: Example panel review, “Tally”, {entry}, seen 2026-05-02" in said
    assert f"“Tally”, {entry}, {entry}-2026, seen 2026-05-02" in said
    assert (
        f"Skeptic on tally, Example panel review, {entry}, seen 2026-05-01 to 2026-05-02." in said
    )
    assert "Cite all" not in show(app, "orrery")


def test_links_to_evidence_say_of_what(app: Datasette) -> None:
    """No link reads “Evidence” alone: read out of its place, each says of what it is."""
    links = re.findall(r"<a [^>]*>Evidence(.*?)</a>", show(app, TALLY))
    assert any("of Skeptic’s words on" in strip(link) for link in links)
    assert all(strip(link).startswith("of ") for link in links)


def test_time_that_is_a_link_looks_like_one(app: Datasette) -> None:
    """The line under a link stays where its words are a time in a table."""
    markup = show(app, TALLY)
    assert re.search(r'<td data-label="When"><a href="[^"]*"><time', markup)
    sheets = re.findall(r'<link rel="stylesheet" href="([^"]+)"', markup)
    assert any(".rows a time { display: inline; }" in ask(app, sheet).text for sheet in sheets)
    assert 'scope="col">Here<' not in markup
