"""The same words of two critics are two quotes; what a page shows twice is one."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from msgspec.structs import replace

from parsers.reading import parse_page
from parsers.records import Comparison
from tests.observing import A, B, Observation, load, make_database, number, observe, rows
from tests.pages import review, write_html, write_text

PAGE, EXTRACT = write_html([A, B]), write_text([A, B])
PAIR = [replace(card, ships=(True, True)) for card in (A, B)]
OPEN = "SELECT reviewer, seat FROM v1_quotes WHERE text = ? AND valid_to IS NULL ORDER BY 1"


def read(page: str, source: str = "page.html") -> Comparison:
    record = parse_page(page.encode(), source=source).record
    assert isinstance(record, Comparison), record
    return record


def agree(page: str) -> str:
    """Let the second critic say what the first says, of both tools."""
    return page.replace(review(A, 1), review(A, 0)).replace(review(B, 1), review(B, 0))


def show_twice(page: str) -> str:
    """Show the scorecard's quotes twice under its label."""
    return re.sub(r"(<h3>.*)(<h2>Weekly)", r"\1\1\2", page)


def drop_table(page: str) -> str:
    return re.sub(r"<table>.*</table>", "", page)


def parts(record: Comparison) -> list[tuple[str, str]]:
    return [(issue.code, issue.field) for issue in record.issues]


@pytest.mark.parametrize(
    "change",
    [
        lambda page: page.replace(review(A, 1), review(A, 0)),
        lambda page: page.replace(review(B, 0), review(A, 0)),
        agree,
        lambda page: show_twice(agree(page)),
        lambda page: drop_table(agree(page)),
        lambda page: drop_table(show_twice(agree(page))),
    ],
    ids=["one card", "across", "both cards", "twice", "no table", "no table, twice"],
)
def test_named_critics_may_say_the_same(change: Callable[[str], str]) -> None:
    """Of critics who are named, each has a quote, whatever the words of the others are."""
    record, clean = read(change(PAGE)), read(PAGE)
    assert record.issues == ()
    said = [(q.position, q.seat, q.reviewer, q.score) for q in record.quotes]
    assert said == [(q.position, q.seat, q.reviewer, q.score) for q in clean.quotes]


def test_one_critic_under_two_spellings_is_no_two() -> None:
    """A name that differs only in its capitals is not another critic's."""
    page = agree(PAGE).replace("<h3>Skeptic</h3>", "<h3>BUILDER</h3>")
    assert ("quote_repeated", "quotes") in parts(read(page))


def test_critics_who_agree_in_all_are_as_many_as_the_votes_say() -> None:
    """Where all that one critic says is what the other says, the panels' votes tell them apart."""
    page = agree(write_html(PAIR)).replace("71/100", "70/100")
    record = read(page)
    assert record.issues == ()
    assert [q.reviewer for q in record.quotes] == ["Builder", "Builder", "Skeptic", "Skeptic"]
    assert len(read(show_twice(page)).quotes) == 4
    assert parts(read(drop_table(page))) == [("quote_repeated", "quotes")]


def test_a_critic_may_say_of_one_tool_what_he_says_of_the_other() -> None:
    """The quotes on one tool are no second rendering of those on the other."""
    alone = [replace(card, ships=(True,)) for card in (A, B)]
    page = write_html(alone).replace(review(B, 0), review(A, 0))
    heads = re.sub(r"(<h3>Builder</h3>)(.*?</p>.*?</p>)(.*?</p>.*?</p>)(<h2>Weekly)",
                   r"<h3>Tintype</h3>\1\2<h3>Gravelbed</h3>\1\3\4", page)  # fmt: skip
    for one in (page, heads, drop_table(heads)):
        record = read(one)
        assert (record.issues, [q.position for q in record.quotes]) == ((), [1, 2])


def test_words_without_names_cost_no_other_words() -> None:
    """Critics without names in the same words are an issue that keeps no quote out."""
    record = read(EXTRACT.replace(review(A, 1), review(A, 0)), "page.txt")
    assert parts(record) == [("quote_repeated", "page.scorecard")]
    assert len(record.quotes) == 8
    nameless = re.sub(r"<h3>.*?</h3>", "", agree(PAGE))
    assert parts(read(nameless)) == [("quote_repeated", "page.scorecard")]


@pytest.mark.parametrize("page", [agree(EXTRACT), EXTRACT.replace("Weekly", "*Weekly")])
def test_a_row_that_may_be_shown_twice_is_an_issue(page: str) -> None:
    """Where whole rows without names are alike, no quote counts, and no vote is derived of them."""
    if "*" in page:
        page = re.sub(r"(“.*”\n)\*", r"\1\1", page, flags=re.DOTALL)
    record = read(page, "page.txt")
    assert parts(record) == [("quote_repeated", "quotes")]
    assert [tool.ship_votes for tool in record.tools] == [None, None]


def see(page: str, day: int, content_type: str = "text/html") -> Observation:
    snapshot, _ = observe([A, B], day, page)
    address = snapshot.source
    reading = parse_page(page.encode(), source=address, address=address, content_type=content_type)
    return snapshot, reading


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_an_extract_ends_nobodys_quote(order: tuple[int, int]) -> None:
    """An extract that prints words as often as critics say them shows the quotes of them all."""
    words = review(A, 0)
    page, extract = (text.replace(review(A, 1), words) for text in (PAGE, EXTRACT))
    seen = number([see(page, 1), see(extract, 2, "text/plain")])
    with make_database() as database:
        for n in order:
            load(database, [seen[n]])
        assert database.conn.execute(OPEN, (words,)).fetchall() == [("Builder", 1), ("Skeptic", 2)]
        codes = rows(database, "SELECT code, stage FROM v1_issues")
        assert codes == [("quote_repeated", "parse")]


def test_two_named_critics_are_loaded() -> None:
    """The quotes of critics in the same words are in the database, with all others of the page."""
    with make_database() as database:
        load(database, number([see(agree(PAGE), 1)]))
        load(database, number([see(agree(PAGE), 2)], start=2))
        counted = (
            "SELECT count(DISTINCT quote_id), sum(sighting_count), max(valid_to) FROM v1_quotes"
        )
        assert rows(database, counted) == [(8, 16, None)]
        assert rows(database, "SELECT count(*) FROM v1_issues") == [(0,)]
