"""What is said of critics, counted anew in Python from the quotes themselves."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from statistics import correlation, fmean, median, quantiles

import pytest
from datasette.app import Datasette

from publish.plugin import prepare_connection
from tests.panels import (
    ALWAYS_A,
    ALWAYS_B,
    HAND_A,
    HAND_B,
    HAND_KAPPA,
    SECOND,
    ask_critic,
    fill_panels,
)
from tests.publishing import SITE, ask, list_rows

SELECT_STANDING = """
SELECT entries.site, quotes.reviewer, quotes.entry_id, quotes.verdict, quotes.score
FROM v1_quotes AS quotes JOIN v1_entries AS entries ON entries.entry_id = quotes.entry_id
WHERE quotes.valid_to IS NULL AND quotes.reviewer IS NOT NULL
ORDER BY quotes.valid_from, quotes.quote_id
"""
SELECT_FIRST_SCORES = """
SELECT substr(min(valid_from), 1, 10), score FROM v1_quote_history GROUP BY quote_id
"""
Call = tuple[str, int]


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Fill a database of two sites for all tests here."""
    path = tmp_path_factory.mktemp("critics") / "versus.db"
    fill_panels(path)
    return path


@pytest.fixture(scope="module")
def standing(path: Path) -> Mapping[tuple[str, str], Mapping[str, Call]]:
    """Return the latest verdict and score of each critic of each site, by entry."""
    found: dict[tuple[str, str], dict[str, Call]] = {}
    with closing(sqlite3.connect(path)) as connection:
        for site, critic, entry, verdict, score in connection.execute(SELECT_STANDING):
            found.setdefault((site, critic), {})[entry] = (verdict, score)
    return found


def test_kappa_is_that_of_a_hand_calculation(app: Datasette) -> None:
    """Of 20, 5, 10 and 15 calls, kappa is 0.4, as worked out beside them."""
    (row,) = (
        row for row in ask_critic(app, SECOND, HAND_A)["agreement"] if row["other_critic"] == HAND_B
    )
    assert (row["pairs"], row["agreed_pct"], row["kappa"]) == (50, 70.0, HAND_KAPPA)
    cells = ("both_ship", "only_critic_ships", "only_other_ships", "both_skip")
    assert [row[cell] for cell in cells] == [20, 5, 10, 15]


def test_agreement_is_that_of_the_raw_rows(
    app: Datasette, standing: Mapping[tuple[str, str], Mapping[str, Call]]
) -> None:
    """Kappa, its interval, the pairs and the correlation are those counted from the quotes."""
    rows = list_rows(app, "critics_agree")
    told = {(row["site"], row["critic"], row["other_critic"]): row for row in rows}
    wanted = {
        (site, a, b): measure(standing[site, a], standing[site, b])
        for site, a in standing
        for other, b in standing
        if site == other and a < b and standing[site, a].keys() & standing[site, b].keys()
    }
    assert told.keys() == wanted.keys()
    assert len(wanted) > 30
    for key, numbers in wanted.items():
        for name, number in numbers.items():
            assert told[key][name] == pytest.approx(number, abs=0.0006), (key, name)


def measure(a: Mapping[str, Call], b: Mapping[str, Call]) -> dict[str, float | None]:
    """Measure the agreement of two critics by the book, over any number of kinds of verdict."""
    calls = [(a[entry], b[entry]) for entry in sorted(a.keys() & b.keys())]
    n, kinds = len(calls), ("ship", "skip")
    p = {(i, j): sum(x[0] == i and y[0] == j for x, y in calls) / n for i in kinds for j in kinds}
    rows = {i: sum(p[i, j] for j in kinds) for i in kinds}
    columns = {j: sum(p[i, j] for i in kinds) for j in kinds}
    agreed, chance = sum(p[i, i] for i in kinds), sum(rows[i] * columns[i] for i in kinds)
    kappa = low = high = None
    if chance < 1:
        kappa = (agreed - chance) / (1 - chance)
        # Fleiss, Cohen and Everitt (1969), formula 13.
        variance = (
            sum(p[i, i] * (1 - (rows[i] + columns[i]) * (1 - kappa)) ** 2 for i in kinds)
            + (1 - kappa) ** 2
            * sum(p[i, j] * (columns[i] + rows[j]) ** 2 for i in kinds for j in kinds if i != j)
            - (kappa - chance * (1 - kappa)) ** 2
        ) / (n * (1 - chance) ** 2)
        if n >= 20 and variance > 1e-9:
            low = max(kappa - 1.96 * variance**0.5, -1)
            high = min(kappa + 1.96 * variance**0.5, 1)
    scores = [[x[1] for x, _ in calls], [y[1] for _, y in calls]]
    varies = all(len(set(side)) > 1 for side in scores)
    return {
        "pairs": n,
        "kappa": kappa,
        "kappa_low": low,
        "kappa_high": high,
        "score_correlation": correlation(*scores) if varies else None,
    }


def test_latest_verdict_of_each_entry_counts(
    app: Datasette, standing: Mapping[tuple[str, str], Mapping[str, Call]]
) -> None:
    """Of two quotes of a critic on one entry that both stand, the later one is the verdict."""
    rows = list_rows(app, "quotes_with_word?critic=Bob")
    on_first = [row for row in rows if row["entry"] == "Osprey 0"]
    assert [(row["verdict"], row["valid_to"]) for row in on_first] == [
        ("ship", None),
        ("skip", None),
    ]
    assert standing[SECOND, "Bob"][on_first[0]["entry_id"]] == ("skip", 0)
    (leaning,) = ask_critic(app, SECOND, "Bob")["leaning"]
    assert (leaning["quotes"], leaning["entries"]) == (len(rows), len(rows) - 1)


def test_critic_has_one_mean_and_share_everywhere(app: Datasette) -> None:
    """Home and the critic's page take the same of each entry: mean, share and range are equal."""
    columns = ("entries", "ship_pct", "mean_score", "lowest_score", "highest_score")
    home, own = (
        {
            (row["site"], row.get("critic") or row.get("reviewer")): [row[name] for name in columns]
            for row in list_rows(app, name)
            if row["entries"]
        }
        for name in ("critics_scores", "critics_lean")
    )
    assert home == own
    assert len(home) > 20


def test_median_and_quartiles_are_the_usual_ones(
    app: Datasette, path: Path, standing: Mapping[tuple[str, str], Mapping[str, Call]]
) -> None:
    """A median is Python's, the mean of the two in the middle; so are quartiles, its inclusive."""
    wanted: dict[object, list[int]] = {
        key: [call[1] for call in calls.values()] for key, calls in standing.items()
    }
    with closing(sqlite3.connect(path)) as connection:
        for day, score in connection.execute(SELECT_FIRST_SCORES):
            wanted.setdefault(day, []).append(score)
    told: dict[object, dict[str, object]] = {
        row["period"]: row for row in list_rows(app, "scores_by_period")
    }
    told |= {(row["site"], row["reviewer"]): row for row in list_rows(app, "critics_scores")}
    assert {len(scores) % 4 for scores in wanted.values()} >= {1, 2, 3}
    for key, scores in wanted.items():
        assert told[key]["median_score"] == median(scores), key
        # Of one score Python has no quartiles; of that score twice they are the same.
        lower, _, upper = quantiles(scores if scores[1:] else scores * 2, method="inclusive")
        assert told[key]["lower_quartile"] == pytest.approx(lower, abs=0.051), key
        assert told[key]["upper_quartile"] == pytest.approx(upper, abs=0.051), key


def test_lead_tells_entries_and_quotes(app: Datasette) -> None:
    """A critic's page begins with how many entries and quotes there are, and how many ended."""
    page = ask(app, f"/critic/{SECOND}/Bob").text
    (row,) = ask_critic(app, SECOND, "Bob")["leaning"]
    assert f"{row['entries']} entries, {row['quotes']} quotes in all, 0 of them ended" in page
    ended = ask(app, f"/critic/{SECOND}/a%2Fb").text
    assert "0 entries, 1 quote in all, 1 of them ended" in ended


def test_nobody_is_measured_against_themselves(app: Datasette) -> None:
    """A critic's agreement is with others: perfect agreement with oneself says nothing."""
    rows = ask_critic(app, SECOND, "Ann")["agreement"]
    assert "Ann" not in {row["other_critic"] for row in rows}
    assert {row["critic"] for row in rows} == {"Ann"}


def test_kappa_of_two_who_never_vary_is_undefined(app: Datasette) -> None:
    """Two who always say the same have no kappa: neither 0 nor 1, and the page says so."""
    (row,) = (
        row
        for row in ask_critic(app, SECOND, ALWAYS_A)["agreement"]
        if row["other_critic"] == ALWAYS_B
    )
    assert (row["pairs"], row["agreed_pct"], row["kappa"]) == (30, 100.0, None)
    assert "undefined: both always say ship" in ask(app, f"/critic/{SECOND}/{ALWAYS_A}").text


def test_few_pairs_have_a_caution_and_no_interval(app: Datasette) -> None:
    """What rests on fewer than 20 pairs is told with a caution in words, and without interval."""
    rows = ask_critic(app, SITE, "Skeptic")["agreement"]
    assert {row["pairs"] for row in rows} == {6, 7}
    assert {row["caution"] for row in rows} == {"few pairs: may well be chance"}
    assert {row["kappa_low"] for row in rows} == {None}
    assert "may well be chance" in ask(app, f"/critic/{SITE}/Skeptic").text


def test_lone_calls_are_those_of_the_raw_rows(
    app: Datasette, standing: Mapping[tuple[str, str], Mapping[str, Call]]
) -> None:
    """A call is lone where at least two others have a verdict and all of them the opposite."""
    wanted = {}
    for (site, critic), calls in standing.items():
        for entry, (verdict, score) in calls.items():
            others = [
                theirs[entry]
                for other, theirs in standing.items()
                if other != (site, critic) and entry in theirs
            ]
            if len(others) > 1 and all(call[0] != verdict for call in others):
                distance = abs(score - fmean(call[1] for call in others))
                wanted[site, critic, entry] = pytest.approx(distance, abs=0.06)
    rows = list_rows(app, "lone_dissents")
    told = {(row["site"], row["critic"], row["entry_id"]): row["distance"] for row in rows}
    assert told == wanted
    distances = [row["distance"] for row in rows]
    assert distances == sorted(distances, reverse=True)
    alone = ask_critic(app, SITE, "Skeptic")["dissents"]
    assert [row["entry"] for row in alone] == ["Orrery", "Tally", "Millrace"]
    assert alone[0]["text"].startswith("Orrery held for")
    assert "all others say the opposite" in ask(app, f"/critic/{SITE}/Skeptic").text


def test_leaning_is_beside_the_others_on_the_same_entries(
    app: Datasette, standing: Mapping[tuple[str, str], Mapping[str, Call]]
) -> None:
    """A critic is set against the others on the entries that they judged too, each once."""
    own = standing[SECOND, "Cyd"]
    others = {
        entry: [calls[entry] for critic, calls in standing.items()
                if critic != (SECOND, "Cyd") and entry in calls]
        for entry in own
    }  # fmt: skip
    ships = [100 * fmean(call[0] == "ship" for call in calls) for calls in others.values()]
    scores = [fmean(call[1] for call in calls) for calls in others.values()]
    (row,) = ask_critic(app, SECOND, "Cyd")["leaning"]
    ship = fmean(100 * (call[0] == "ship") for call in own.values())
    score = fmean(call[1] for call in own.values())
    assert (row["entries"], row["ship_pct"]) == (len(own), pytest.approx(ship, abs=0.06))
    assert row["ship_points_above"] == pytest.approx(ship - fmean(ships), abs=0.11)
    assert row["others_ship_pct"] == pytest.approx(fmean(ships), abs=0.06)
    assert row["mean_score"] == pytest.approx(score, abs=0.06)
    assert row["score_points_above"] == pytest.approx(score - fmean(scores), abs=0.11)


def test_difference_is_that_of_the_numbers_beside_it(app: Datasette) -> None:
    """Who subtracts one number from the other by hand finds the third, to the last digit."""
    kinds = (
        ("critics_lean", "ship_pct", "others_ship_pct", "ship_points_above"),
        ("critics_lean", "mean_score", "others_mean_score", "score_points_above"),
        ("lone_dissents", "score", "others_mean_score", "distance"),
    )
    for name, one, other, difference in kinds:
        rows = [row for row in list_rows(app, name) if row[difference] is not None]
        assert len(rows) > 3
        for row in rows:
            found = round(row[one] - row[other], 1)
            assert row[difference] == (abs(found) if name == "lone_dissents" else found), row
    leaning = list_rows(app, "critics_lean?category=Data&site=reviews.example")
    told = {row["critic"]: row for row in list_rows(app, "critics_lean_by_category")
            if (row["category"], row["site"]) == ("Data", SITE)}  # fmt: skip
    assert told
    for row in leaning:
        for name in ("ship_points_above", "score_points_above"):
            assert told[row["critic"]][name] == row[name]


def test_scores_are_spread_over_the_tens(
    app: Datasette, standing: Mapping[tuple[str, str], Mapping[str, Call]]
) -> None:
    """Every score stands in one ten, 100 with the nineties, once for each entry."""
    tens = ask_critic(app, SECOND, "Ann")["scores"]
    calls = standing[SECOND, "Ann"].values()
    for row in tens:
        for verdict in ("ship", "skip"):
            assert row[verdict] == sum(
                call[0] == verdict and row["lowest"] <= call[1] <= row["highest"] for call in calls
            )
    assert sum(row["scores"] for row in tens) == len(calls)


def test_square_root_does_not_hang_on_the_build_of_sqlite() -> None:
    """Intervals need a square root, which some builds of SQLite lack: the app brings its own."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.create_function("sqrt", 1, None)
        prepare_connection(connection)
        roots = connection.execute("SELECT sqrt(9.0), sqrt(NULL), sqrt(-1)").fetchone()
        assert roots == (3, None, None)
