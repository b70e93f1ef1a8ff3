"""The questions: of each, a fact that is right in the invented database."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from datasette.app import Datasette
from msgspec.structs import replace

from db.resolving.resolver import resolve_entries
from publish.asking import read_questions
from tests.panels import HAND_A, HAND_B, HAND_KAPPA, SECOND, fill_panels
from tests.publishing import (
    ORRERY,
    TALLY,
    ask,
    compare,
    fill_database,
    list_rows,
    load_day,
    open_app,
)
from versusdb.files import DATABASE, open_for_writing


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Fill a database of two sites."""
    path = tmp_path_factory.mktemp("questions") / "versus.db"
    fill_panels(path)
    return path


def pick(rows: list[dict[str, Any]], *columns: str) -> list[tuple[Any, ...]]:
    """Return some columns of the rows."""
    return [tuple(row[column] for column in columns) for row in rows]


def test_share_is_of_all_votes_and_may_be_narrowed(app: Datasette) -> None:
    """Tools come by the share of ship on all their entries; category or price narrows them."""
    rows = list_rows(app, "tools_by_panel_share")
    shares = [row["ship_pct"] for row in rows]
    assert shares == sorted(shares, reverse=True)
    votes = ("ship_votes", "skip_votes", "ship_pct")
    assert pick([row for row in rows if row["tool_id"] == TALLY], *votes) == [(5, 3, 63)]
    agents = list_rows(app, "tools_by_panel_share?category=CODING")
    assert pick(agents, "tool") == [("Orrery",)]
    assert pick(list_rows(app, "tools_by_panel_share?price=$7+per"), "tool") == [("Osprey 7",)]


def test_panel_and_community_part_by_points(app: Datasette) -> None:
    """The widest distance comes first, with its sign; entries of fewer votes may be left out."""
    columns = ("entry", "panel_ship_pct", "community_ship_pct", "points_above")
    assert pick(list_rows(app, "panel_against_community"), *columns)[0] == ("Osprey 0", 25, 90, -65)
    many = list_rows(app, "panel_against_community?votes=490")
    assert pick(many, "entry", "community_votes") == [("Osprey 49", 490), ("Osprey 50", 500)]


def test_free_and_paid_are_in_the_site_s_words(app: Datasette) -> None:
    """Entries are counted by their price's word, also those that state none."""
    rows = {row["entry_price"]: row for row in list_rows(app, "free_against_paid")}
    assert rows["Freemium"]["mean_score"] == (55 + 48 + 60 + 58) / 4 + 0.05
    assert (rows["Freemium"]["entries"], rows["not stated"]["entries"]) == (1, 2)
    assert list_rows(app, "free_against_paid?category=writing")[0]["entry_price"] == "Paid"


def test_entries_of_one_tool_disagree(app: Datasette) -> None:
    """A tool whose entries state different things is told with all that they state."""
    columns = ("tool", "panel_spread", "verdicts", "categories", "entry_prices")
    assert pick(list_rows(app, "entries_disagree"), *columns) == [
        ("Tally", 25, "mixed, ship", "Developer Tools, Observability", "Free, Paid")
    ]


def test_most_compared_tool_comes_first(app: Datasette) -> None:
    """A tool is counted by its comparisons, and by the other tools in them."""
    rows = list_rows(app, "tools_compared_most")
    assert pick(rows, "comparisons") == sorted(pick(rows, "comparisons"), reverse=True)
    columns = ("tool", "comparisons", "other_tools")
    assert pick(list_rows(app, "tools_compared_most?category=writing"), *columns) == [
        ("Quill & Co", 2, 2)
    ]


def test_split_pair_says_who_prefers_which(app: Datasette) -> None:
    """Critics who score the one higher stand against those who score the other higher."""
    (row,) = (
        row for row in list_rows(app, "pairs_that_split") if row["comparison"] == "Tally vs Orrery"
    )
    # 88, 31, 93, 80 against 91, 12, 95, 64.
    assert (row["prefer_a"], row["prefer_b"], row["even"]) == (2, 1, 0)


def test_pair_that_no_page_compares_is_found(app: Datasette) -> None:
    """Tools of one category that stand beside each other on no page are a pair; it needs one."""
    assert list_rows(app, "pairs_never_compared") == []
    rows = list_rows(app, "pairs_never_compared?category=SEARCH")
    pairs = {frozenset(pair) for pair in pick(rows, "tool_a", "tool_b")}
    # 12 to 48 by threes, of which no two stand side by side.
    assert len(pairs) == len(rows) == 13 * 12 // 2
    assert list_rows(app, "pairs_never_compared?category=agents+%26+tools") == []


def test_lean_counts_each_entry_once(app: Datasette) -> None:
    """A critic's mean is over entries, not over the pages that show the quotes."""
    rows = list_rows(app, "critics_lean?critic=Skeptic&site=reviews.example")
    scores = (31, 12, 48, 20, 69, 44, 70)
    assert pick(rows, "quotes", "entries", "mean_score") == [(7, 7, sum(scores) / 7)]
    assert pick(rows, "ship_pct", "lowest_score", "highest_score") == [(28.6, 12, 70)]
    writing = list_rows(app, "critics_lean?category=writing")
    assert {row["critic"]: row["mean_score"] for row in writing}["Skeptic"] == 20


def test_lean_by_category_is_beside_the_others(app: Datasette) -> None:
    """In a category with one entry, the points above are those of that entry."""
    rows = list_rows(app, "critics_lean_by_category?critic=Skeptic&site=reviews.example")
    (data,) = (row for row in rows if row["category"] == "Data")
    assert data["score_points_above"] == pytest.approx(48 - (55 + 60 + 58) / 3, abs=0.06)
    points = [abs(row["score_points_above"]) for row in rows]
    assert points == sorted(points, reverse=True)


def test_agreement_names_each_pair_once(app: Datasette) -> None:
    """Without a critic each pair is one row; with one, that critic stands beside each other."""
    every = pick(list_rows(app, "critics_agree"), "site", "critic", "other_critic")
    assert len({(site, frozenset(pair)) for site, *pair in every}) == len(every)
    own = list_rows(app, f"critics_agree?site={SECOND}&critic={HAND_B}")
    assert {row["critic"] for row in own} == {HAND_B}
    assert {row["other_critic"]: row["kappa"] for row in own}[HAND_A] == HAND_KAPPA


def test_lone_dissent_is_against_all_others(app: Datasette) -> None:
    """The one who says skip where three say ship comes with the distance to their mean."""
    first = list_rows(app, "lone_dissents?site=reviews.example")[0]
    assert (first["critic"], first["entry"], first["critics"]) == ("Skeptic", "Orrery", 4)
    assert first["distance"] == pytest.approx((91 + 95 + 64) / 3 - 12, abs=0.06)


def test_disagreement_is_the_distance_between_critics(app: Datasette) -> None:
    """The widest spread comes with both critics, and since when both have stood."""
    rows = list_rows(app, "critics_disagree?category=coding")
    assert pick(rows, "entry", "score_spread") == [("Orrery", 83)]
    assert pick(rows, "lowest_critic", "highest_critic") == [("Skeptic", "Futurist")]
    (tally,) = (row for row in list_rows(app, "critics_disagree") if row["entry_id"] == TALLY)
    assert (tally["lowest_score"], tally["highest_score"]) == (31, 88)
    assert tally["since_at"] == "2026-05-02T06:01:00Z"
    (osprey,) = (row for row in list_rows(app, "critics_disagree") if row["entry"] == "Osprey 0")
    # Of the two quotes of Bob that stand, one counts.
    assert osprey["critics"] == 9


def test_word_is_found_in_any_case_and_ending(app: Datasette) -> None:
    """Words are found by their stems, all of them, in one critic's quotes or in all."""
    assert len(list_rows(app, "quotes_with_word?word=TESTING")) == 28
    assert len(list_rows(app, "quotes_with_word?word=bill+tests&critic=skep")) == 7
    assert len(list_rows(app, "quotes_with_word?word=laten&critic=Builder")) == 7
    assert list_rows(app, "quotes_with_word?word=latency+osprey") == []
    assert len(list_rows(app, "quotes_with_word?critic=builder")) == 7


@pytest.mark.parametrize("word", ["%25", "%20", '"', "*", "-", "a+OR+b", "NEAR(", "text:"])
def test_word_is_no_language(app: Datasette, word: str) -> None:
    """What the search would take for an operator is text, and no word finds nothing."""
    assert list_rows(app, f"quotes_with_word?word={word}") == []


def test_change_says_from_what_to_what(app: Datasette) -> None:
    """A change has its time, its field, the old value and the new; the first seen is none."""
    rows = list_rows(app, "entries_changed?field=PANEL")
    assert pick(rows, "entry", "field", "before", "after") == [("Tally", "panel_ship_pct", 100, 75)]
    assert rows[0]["changed_at"] == "2026-05-02T06:01:00Z"
    since = list_rows(app, "entries_changed?since=2026-06-04")
    assert pick(since, "field", "after") == [("category", "Agents & Tools")] * 2
    assert list_rows(app, "entries_changed?since=2026-06-05") == []


def test_scores_over_time_compare_like_with_like(app: Datasette) -> None:
    """A month tells its new quotes, and apart from them those that were scored anew."""
    columns = ("month", "new_quotes", "scores_changed", "raised", "lowered", "mean_change")
    rows = pick(list_rows(app, "scores_over_time"), *columns)
    assert rows[1] == ("2026-05", 29, 1, 0, 1, -40)
    assert rows[0][2:] == (1, 1, 0, 5)
    assert pick(list_rows(app, "scores_over_time?critic=builder"), "month", "mean_score") == [
        ("2026-05", round((88 + 91 + 55 + 34 + 77 + 61 + 75) / 7, 1))
    ]


def test_tools_are_new_since_a_day(app: Datasette) -> None:
    """A tool is new when the first of its entries was; the day itself counts."""
    new = list_rows(app, "tools_new?since=2026-06-04")
    assert pick(new, "tool", "first_seen_at") == [("Osprey 50", "2026-06-04T06:00:00Z")]
    assert len(list_rows(app, "tools_new?since=2026-06-03")) == 51
    assert {row["tool"]: row for row in list_rows(app, "tools_new")}["Tally"]["tool_id"] == TALLY


def test_ended_quotes_are_counted_by_entry(app: Datasette) -> None:
    """An entry that lost a quote is told with how many still stand."""
    columns = ("entry", "ended", "none_left", "last_ended_at")
    rows = list_rows(app, "quotes_ended?since=2026-06-04")
    assert pick(rows, *columns) == [("Osprey 1", 1, 0, "2026-06-04T06:00:00Z")]
    assert list_rows(app, "quotes_ended?since=2026-06-05") == []


def test_categories_alike_are_told_with_what_moved(app: Datasette) -> None:
    """Two spellings of one category come first, with how many entries went over."""
    columns = ("category_a", "category_b", "likeness", "moved_a_to_b", "moved_b_to_a")
    first = pick(list_rows(app, "categories_alike"), *columns)[0]
    assert first == ("Agents & Tools", "Agents and Tools", "same letters", 0, 2)


def test_coverage_is_beside_the_run_before(app: Datasette) -> None:
    """A field that was stated less often than in the run before says by how much."""
    columns = ("field", "filled_pct", "previous_filled_pct", "points_gained")
    rows = list_rows(app, "field_coverage?field=PRICE")
    assert pick(rows, *columns) == [("tools.entry_price", 80, 90, -10)]


def test_open_issue_says_what_was_expected(app: Datasette) -> None:
    """An issue is found by its code or a word, and tells what should have stood there."""
    assert pick(list_rows(app, "open_issues?code=NOT_A"), "code", "expected") == [
        ("not_a_comparison", "A vs B")
    ]
    assert list_rows(app, "open_issues?code=robots") == []


def test_merge_says_who_decided_it(app: Datasette) -> None:
    """Entries that a person joined are told with the reason; those of the rule stand apart."""
    rows = list_rows(app, "entries_joined?decided_by=Operator")
    assert pick(rows, "tool", "reason") == [("Tally", "Told by its maker")]
    assert rows[0]["speaks_for"].startswith("same name; ")
    assert list_rows(app, "entries_joined?decided_by=rule") == []


def test_waiting_pair_says_why(app: Datasette) -> None:
    """A pair that waits for a person's word is told with what speaks for it."""
    rows = list_rows(app, "pairs_waiting?name=harb")
    assert pick(rows, "entry_a", "entry_b", "reason") == [
        ("Harbour", "Harbour", "their texts are not the same")
    ]
    assert list_rows(app, "pairs_waiting?name=tally") == []


def test_unknown_tool_is_said_to_be_unknown(app: Datasette) -> None:
    """A comparison with a tool that is not there says so, and shows the other."""
    first = list_rows(app, "compare_two_tools?tool_a=Tally&tool_b=Nothing")[0]
    assert (first["tool_a"], first["tool_b"]) == ("Tally", "no tool by this name")


def test_differences_come_first(app: Datasette) -> None:
    """Of two tools, what differs comes before what is the same; a slug means what a name does."""
    rows = list_rows(app, "compare_two_tools?tool_a=tally&tool_b=Millrace")
    assert rows == list_rows(app, f"compare_two_tools?tool_a={TALLY}&tool_b=millrace")
    compared = [row["compared"] for row in rows[1:]]
    assert compared == sorted(compared, key=["differs", "one only", "same"].index)
    stated = {row["field"]: (row["tool_a"], row["tool_b"]) for row in rows}
    assert stated["category"] == ("Developer Tools", "Data")


def test_every_question_has_its_fact() -> None:
    """No question is without a test of its own here."""
    text = Path(__file__).read_text(encoding="utf-8")
    names = [question.name for question in read_questions() if not question.is_behind]
    assert [name for name in names if f'"{name}' not in text] == []
    assert len(names) >= 20


def test_latest_of_several_words_counts(tmp_path: Path) -> None:
    """A critic of several words on one entry has one score there, beside another tool as alone."""
    path = tmp_path / "versus.db"
    fill_database(path)
    page = compare(1, 3)
    quotes = tuple(
        replace(quote, text="I came back to it.", score=91, verdict="ship")
        if (quote.position, quote.reviewer) == (1, "Skeptic")
        else quote
        for quote in page.quotes
    )
    database = open_for_writing(path, DATABASE)
    load_day(database, [replace(page, quotes=quotes)], 3)
    resolve_entries(database)
    database.close()
    with open_app(path) as app:
        rows = list_rows(app, f"compare_critics?tool_a={TALLY}&tool_b={ORRERY}")
        page_of_both = ask(app, f"/compare/{TALLY}/{ORRERY}").text
        spread = list_rows(app, "critics_disagree?category=")
    (row,) = [row for row in rows if row["critic"] == "Skeptic"]
    assert (row["score_b"], row["verdict_b"], row["scores_b"], row["quotes_b"]) == (
        91,
        "ship",
        1,
        2,
    )
    assert "latest of 2" in page_of_both
    (orrery,) = [row for row in spread if row["entry"] == "Orrery"]
    assert (orrery["lowest_score"], orrery["lowest_critic"]) == (64, "Founder")
