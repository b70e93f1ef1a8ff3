"""A tool's page: all of it is said in words, and leads on; no tool is too large or too bare."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import Any

import pytest
from datasette.app import Datasette

from publish.pages.fields import find_latest, list_derived
from publish.pages.quotes import MOST_OPEN, group_quotes
from publish.pages.tool import MOST_ROWS
from publish.plots.history import draw_history
from publish.wording import word_json
from tests.crowded import COMPARISONS, ENTRIES, LONG, fill_crowd
from tests.publishing import SCRIPT, TALLY, ask, open_app


@pytest.fixture(scope="module")
def crowd(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Datasette]:
    """Build the app on a database of extremes."""
    path = tmp_path_factory.mktemp("crowded") / "versus.db"
    fill_crowd(path)
    with open_app(path) as app:
        yield app


def show(app: Datasette, name: str, *, is_shown_plain: bool = True) -> str:
    """Return a tool's page as its text without markup, white space collapsed; or its markup."""
    address = f"/tool/{name}"
    while (answer := ask(app, address)).status_code == 302:
        address = answer.headers["location"]
    assert answer.status_code == 200, answer.text
    found: str = answer.text
    return strip(found) if is_shown_plain else found


def strip(markup: str) -> str:
    """Return what a person reads of markup."""
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", markup)).split())


def cut(markup: str, part: str) -> str:
    """Return the section of a page whose heading has this id."""
    return markup.partition(f'<section aria-labelledby="{part}">')[2].partition(
        "<section aria-labelledby="
    )[0]


def test_any_name_leads_to_the_tool(app: Datasette) -> None:
    """A slug, a name or another entry's id leads to the one address of a tool, as JSON too."""
    for name in ("tally", "tally-2026", "e99c34270c44d0cf9", "TALLY"):
        assert ask(app, f"/tool/{name}").headers["location"] == f"/tool/{TALLY}"
        assert ask(app, f"/tool/{name}.json").headers["location"] == f"/tool/{TALLY}.json"


def test_name_with_a_dot_is_a_name(app: Datasette) -> None:
    """A name with a dot in it is asked for as it is, not taken for a format."""
    answer = ask(app, "/tool/gpt-4.5")
    assert answer.status_code == 404
    assert "gpt-4.5" in answer.text


def test_decision_is_told_in_words(app: Datasette) -> None:
    """Who said that entries are one, why, and what spoke for and against it, without JSON."""
    markup = cut(show(app, TALLY, is_shown_plain=False), "one")
    said = strip(markup)
    assert "night shift said that they are the same on 2026-05-02 07:00" in said
    assert "Told by its maker" in said
    assert "v1_decisions?decision_id=1" in markup
    assert re.search(
        r"For same name; same homepage tally.example.* Against the categories differ", said
    )
    assert "{" not in said


def test_chain_is_explained(crowd: Datasette) -> None:
    """Pairs that nothing but other pairs joins are folded away, with what a chain is."""
    shown = show(crowd, "anvil")
    assert f"{ENTRIES} entries are this tool" in shown
    assert "55 more pairs, joined by a chain" in shown
    assert "each of them is joined to others of this tool" in shown
    assert shown.count("ida said that they are the same") == ENTRIES - 1


@pytest.mark.parametrize(
    "evidence",
    ["", "[]", "{", '{"for": "x", "parts": [1]}', '{"for": [1], "parts": {"a": "b"}}'],
)
def test_odd_evidence_is_no_error(evidence: str) -> None:
    """Evidence that a file of decisions brought along may be any JSON, or none."""
    assert "<script" not in str(word_json("evidence", evidence))


def test_one_entry_needs_no_reason(app: Datasette) -> None:
    """A tool of one entry says nothing of merges and disagreements."""
    markup = show(app, "orrery", is_shown_plain=False)
    assert "What its site says" in markup
    assert 'id="one"' not in markup
    assert 'id="disagreements"' not in markup


def test_parts_are_listed_at_the_top(app: Datasette) -> None:
    """Each part of the page is one click away, and each of these clicks leads somewhere."""
    markup = show(app, TALLY, is_shown_plain=False)
    listed = re.findall(
        r'href="#(\w+)"', markup.partition('class="parts"')[2].partition("</nav>")[0]
    )
    assert listed == [
        "entries",
        "one",
        "disagreements",
        "history",
        "critics",
        "comparisons",
        "sources",
    ]
    assert all(f'<h2 id="{part}">' in markup for part in listed)


def test_disagreement_names_the_entries(app: Datasette) -> None:
    """A field that entries state otherwise is told value by value, each with who states it."""
    said = strip(cut(show(app, TALLY, is_shown_plain=False), "disagreements"))
    assert "Verdict mixed tally-2026 ship tally Panel ship, % 50 % tally-2026 75 % tally" in said
    assert "Ship votes 2 tally-2026 3 tally Skip votes 1 tally 2 tally-2026" in said
    assert "Pricing" not in said


def test_derived_and_missing_are_told(app: Datasette) -> None:
    """A field that a rule computed is marked, and those without a value are named.

    That the community has no votes may be what the page says: it is not called unobserved.
    """
    said = strip(cut(show(app, "orrery", is_shown_plain=False), "entries"))
    assert "Verdict ship derived by a rule Panel ship, % 75 %" in said
    assert "None stated Community ship, % · Community votes Not observed Reviewed on" in said
    assert list_derived("{") == list_derived(None) == frozenset()


def test_last_page_of_each_kind_is_found() -> None:
    """Of the pages that show an entry the last of each kind is known, the very last one first."""
    rows = [
        {
            "entry_id": "e1",
            "kind": kind,
            "snapshot_id": f"s{day}",
            "last_observed_at": f"2026-05-0{day}",
        }
        for kind, day in (("tool", 1), ("comparison", 2), ("comparison", 3))
    ]
    assert list(find_latest(rows)["e1"].items()) == [("comparison", "s3"), ("tool", "s1")]


def test_history_tells_what_changed_only(app: Datasette) -> None:
    """A change is told from what to what; what stayed, and a first version, is none."""
    said = strip(cut(show(app, TALLY, is_shown_plain=False), "history"))
    assert "Panel ship, %: 100 % → is now 75 % Ship votes: 4 → is now 3" in said
    assert "Pricing" not in said
    assert "Nothing of it has changed" in show(app, "millrace")


def test_share_that_is_seen_for_the_first_time_is_no_change() -> None:
    """A plot of one number says less than the number: it is drawn once there are two."""
    rows: list[dict[str, Any]] = [
        {
            "panel_ship_pct": share, "community_ship_pct": None,
            "valid_from": f"2026-05-0{day}T06:00:00Z", "valid_to": None,
        }
        for day, share in enumerate((None, 75, 50), start=1)
    ]  # fmt: skip
    assert draw_history("Lathe", rows[:2], "2026-05-09T06:00:00Z") is None
    assert draw_history("Lathe", rows, "2026-05-09T06:00:00Z") is not None


def test_plot_says_which_entry_and_which_line(app: Datasette) -> None:
    """Over a plot stands whose it is, under it which line is which; who has none is named."""
    markup = cut(show(app, TALLY, is_shown_plain=False), "history")
    assert "Share of ship, in percent: tally Share of ship over time: tally" in strip(markup)
    assert re.search(r'class="step panel"/><text [^>]*>Panel</text>', markup)
    assert ">Community</text>" not in markup
    assert "Neither share of ship has changed of tally-2026 ." in strip(markup)
    assert "Neither" not in strip(cut(show(app, "millrace", is_shown_plain=False), "history"))


def test_percents_of_the_plot_stand_in_its_gutter(app: Datasette) -> None:
    """The numbers of the scale lie outside of what is drawn, so that no dot is under them."""
    markup = cut(show(app, TALLY, is_shown_plain=False), "history")
    assert '<svg class="plot gutter"' in markup
    assert re.search(r'<text x="0%" dx="-8"[^>]*text-anchor="end">100 %</text>', markup)


def test_quotes_stand_by_critic_with_what_they_were(app: Datasette) -> None:
    """Quotes are a list under their critic; a score that was another says until when."""
    markup = cut(show(app, TALLY, is_shown_plain=False), "critics")
    assert re.findall(r"<h3><a[^>]*>(\w+)<", markup) == [
        "Builder",
        "Founder",
        "Futurist",
        "Skeptic",
    ]
    assert "31 skip “" not in markup
    assert "Earlier: 71, ship, until 2026-05-02 06:01" in strip(markup)
    assert "31 skip" in strip(markup)


def test_past_quote_says_when_it_ended(crowd: Datasette) -> None:
    """A quote that its page no longer shows is told as ended, with the time."""
    said = strip(cut(show(crowd, "lathe", is_shown_plain=False), "critics"))
    assert "1 more, ended 71 ship" in said
    assert "Ended 2026-05-09 06:01 : no page shows it any more." in said
    assert "Ended" not in strip(cut(show(crowd, "mill", is_shown_plain=False), "critics"))


def test_nameless_critic_has_a_seat(crowd: Datasette) -> None:
    """A quote without a critic's name stands under its seat, and no link leads to nobody."""
    markup = cut(show(crowd, "bare", is_shown_plain=False), "critics")
    assert "No name, seat 1" in markup
    assert "/critic/" not in markup


def test_many_quotes_of_a_critic_are_folded() -> None:
    """Of a critic's quotes a few that stand are open, and it is said how many others ended."""
    rows: list[dict[str, Any]] = [
        {"reviewer": "Ada", "seat": 1, "quote_id": f"q{n}", "valid_to": None if n < 6 else "x"}
        for n in range(9)
    ]
    (critic,) = group_quotes(rows)
    assert (len(critic.open), len(critic.folded), critic.ended) == (MOST_OPEN, 9 - MOST_OPEN, 3)


def test_long_lists_are_cut_with_a_way_to_all(crowd: Datasette) -> None:
    """Of five hundred comparisons the first are shown, and how many more there are."""
    markup = show(crowd, "hub", is_shown_plain=False)
    for part, query in (("comparisons", "tool_comparisons"), ("sources", "tool_sources")):
        section = cut(markup, part)
        assert section.count("<tr>") == 1 + MOST_ROWS
        assert re.search(
            rf'href="/versus/{query}\?tool=\w+">{COMPARISONS - MOST_ROWS} more', section
        )


def test_comparison_leads_to_head_to_head(app: Datasette) -> None:
    """Every comparison leads to the two tools head to head, and any other name may be put in."""
    markup = show(app, TALLY, is_shown_plain=False)
    assert f'href="/compare/{TALLY}/ee3317f9808c2d8a9">Head to head' in markup
    assert f'<input type="hidden" name="a" value="{TALLY}">' in markup


def test_tool_without_anything_is_whole(crowd: Datasette) -> None:
    """A tool without quotes, changes or votes says so, part by part."""
    shown = show(crowd, "spoke-7")
    assert "No critic’s words on it were observed." in shown
    assert "Nothing of it has changed since it was first seen." in shown


def test_long_and_hostile_texts_are_text(app: Datasette, crowd: Datasette) -> None:
    """A stranger's markup stays text, an address that is none leads nowhere, a long text is cut."""
    markup = show(app, "script", is_shown_plain=False)
    assert SCRIPT not in markup
    assert 'href="javascript:' not in markup
    assert "All 10,000 characters" in markup
    assert show(crowd, "long").count(LONG) > 1


def test_page_is_json_too(app: Datasette) -> None:
    """Every answer that a page shows is in its JSON, with the address of its query."""
    body = ask(app, f"/tool/{TALLY}.json").json()
    assert body["tool_id"] == TALLY
    assert [row["field"] for row in body["answers"]["changes"]["rows"]] == [
        "panel_ship_pct", "ship_votes", "skip_votes",
    ]  # fmt: skip
    assert all(answer["failure"] is None for answer in body["answers"].values())
