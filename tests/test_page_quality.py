"""The page of data quality: what is wrong, what waits, what failed, in numbers and in words."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from datasette.app import Datasette

from bench.serve.content import NO_PAGE
from bench.serve.filling import PROBLEMS
from publish.meanings import MEANINGS, find_meaning
from publish.pages.fields import title_path
from publish.pages.quality import PARTS, draw_issues, judge_field, list_pages
from publish.plots.columns import Column, draw_columns
from publish.wording import word_json
from tests.publishing import ask, list_rows, open_app
from tests.troubled import fill_troubled
from versusdb.files import DATABASE, open_for_writing
from versusdb.remedies import REMEDIES


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Fill a database that has troubles."""
    path = tmp_path_factory.mktemp("published") / "versus.db"
    fill_troubled(path)
    return path


@pytest.fixture(scope="module")
def page(app: Datasette) -> str:
    """Ask for the page."""
    return str(ask(app, "/quality").text)


def write_run(run_id: int, filled_pct: int, judgement: str = "loaded") -> dict[str, Any]:
    """Write the coverage of a field in a run."""
    return {
        "site": "x", "kind": "tool", "medium": "html", "field": "tool.name", "run_id": run_id,
        "filled_pct": filled_pct, "filled": filled_pct, "slots": 100, "judgement": judgement,
    }  # fmt: skip


def test_every_code_has_a_meaning() -> None:
    """What a run may meet is told in words, and no code that none may meet."""
    assert MEANINGS.keys() == REMEDIES.keys()
    assert find_meaning("http_404") == "the host answered 404"
    assert find_meaning("of_another_version") == ""
    assert all(words[0].islower() and not words.endswith(".") for words in MEANINGS.values())


def test_no_code_is_unexplained(app: Datasette) -> None:
    """What the invented databases hold are codes that a run may meet, so each has a meaning."""
    codes = {row["code"] for row in list_rows(app, "v1_issues")}
    assert codes
    assert all(map(find_meaning, codes | {*PROBLEMS, NO_PAGE.code}))


def test_numbers_at_the_top_lead_to_their_parts(page: str) -> None:
    """Each number of the head is a link to the part that tells of it."""
    found = re.findall(r'<div><dt><a href="#(\w+)">[^<]+</a></dt><dd>(\d+)</dd></div>', page)
    assert dict(found) == {
        "issues": "1", "coverage": "1", "queue": "1", "failed": "2", "unsourced": "1",
    }  # fmt: skip
    for part, _ in found:
        assert f'<h2 id="{part}">' in page


def test_each_part_leads_to_its_data_and_query(app: Datasette, page: str) -> None:
    """Nothing is shown whose query is not a link away, and programs get the same answers."""
    answers = ask(app, "/quality.json").json()["answers"]
    for name in PARTS:
        assert f'href="/versus/{name}">Data and query' in page
        assert answers[name.removeprefix("quality_")]["rows"] == list_rows(app, name)


def test_open_issues_come_by_kind_with_an_example(tmp_path: Path) -> None:
    """How many of a code are open, what it means, and the one that was seen last."""
    path = tmp_path / "versus.db"
    fill_troubled(path)
    with open_app(path) as app, closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE issues SET code = 'not_a_comparison'")
        connection.commit()
        page = ask(app, "/quality").text
        assert "1 × no title that names the tools it compares</a>" in page
        assert "<code>not_a_comparison</code>, parse" in page
        assert "v1_issues?code=not_a_comparison&amp;stage=parse&amp;resolved_at__isnull=1" in page
        assert '<a href="https://reviews.example/compare/x"' in page
        connection.execute("UPDATE issues SET resolved_at = '2026-05-09T00:00:00Z'")
        connection.commit()
        assert "No issue is open." in ask(app, "/quality").text


def test_what_was_not_answered_is_no_zero(tmp_path: Path) -> None:
    """How many there are of what could not be asked is not known, and nobody reads none."""
    path = tmp_path / "older.db"
    fill_troubled(path)
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript("DROP VIEW v1_merge_queue; DROP VIEW v1_coverage")
    with open_app(path) as app:
        page = ask(app, "/quality").text
    found = dict(re.findall(r'<dt><a href="#(\w+)">[^<]+</a></dt><dd>(.*?)</dd>', page))
    unknown = {part for part, told in found.items() if "not known" in told}
    assert unknown == {"queue", "coverage"}
    assert "No pair waits" not in page
    assert "No run has read" not in page


def test_drift_is_marked_by_a_sign_and_a_number(page: str) -> None:
    """What the last judged run read less often is named; a run that did not end is no judge."""
    rows = re.findall(
        r"<tr[^>]*>\s*<th scope=\"row\".*?</tr>", page.partition('id="queue"')[0], re.DOTALL
    )
    price, name = (re.sub(r"<(?!/?svg)[^>]+>", " ", row) for row in rows)
    assert "Tools: entry price" in price
    assert '<th scope="row" title="tools.entry_price">' in page
    assert "▼ 50 points, refused" in price
    assert "40 %" in price
    assert "90 %" in price
    assert "▼" not in name
    assert '<p class="message">Run <a href="/changes/3">3</a> was refused' in page
    assert page.count(">×</text>") == 2
    assert page.count(">…</text>") == 2
    assert "run 3: 40 %, was refused: nothing of it was loaded" in page


@pytest.mark.parametrize(
    ("runs", "lost", "last"),
    [
        ([write_run(1, 90), write_run(2, 80)], 10, 2),
        ([write_run(1, 90), write_run(2, 10, "refused"), write_run(3, 88)], 2, 3),
        ([write_run(1, 90), write_run(2, 40, "accepted"), write_run(3, 40)], 0, 3),
        ([write_run(1, 90), write_run(2, 10, "unfinished")], 0, 1),
        ([write_run(1, 90, "refused")], 0, 1),
        ([write_run(1, 90, "unfinished")], 0, 1),
        ([write_run(1, 50), write_run(2, 70)], -20, 2),
    ],
)
def test_field_is_compared_with_the_last_loaded_run(
    runs: list[dict[str, Any]], lost: int, last: int
) -> None:
    """A refused run is measured, and is no measure; more than before is no drift."""
    field = judge_field(runs)
    assert (field.lost, field.last["run_id"]) == (lost, last)
    assert field.drifts == (lost >= 5)


def test_field_that_the_last_run_could_not_state_is_left_out() -> None:
    """What an older kind of card could state is no drift of the last run."""
    gone = [row | {"field": "tool.old"} for row in (write_run(1, 90),)]
    (group,) = list_pages([write_run(1, 90), write_run(2, 90), *gone])
    assert [field.last["field"] for field in group.fields] == ["tool.name"]


def test_part_of_each_site_has_a_name_of_its_own(tmp_path: Path) -> None:
    """Of pages of one kind on two sites, who hears the page is told which is which."""
    path = tmp_path / "versus.db"
    fill_troubled(path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TEMP TABLE other AS SELECT * FROM coverage")
        connection.execute("UPDATE other SET site = 'other.example'")
        connection.execute("INSERT INTO coverage SELECT * FROM other")
        connection.commit()
    with open_app(path) as app:
        page = ask(app, "/quality").text
    regions = re.findall(r'role="region" aria-label="([^"]+)"', page)
    assert len([each for each in regions if "other.example" in each]) == 1
    assert len(set(regions)) == len(regions)


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("page", "Page"),
        ("tools.community_ship_pct", "Tools: community ship, %"),
        ("tools.2.slug", "Tools 2: slug"),
        ("tool.homepage_url", "Tool: homepage"),
        ("tools.url", "Tools: URL"),
        ("", ""),
    ],
)
def test_path_of_a_field_is_told_in_words(path: str, words: str) -> None:
    """A field of a part is named as people say it, its part before it."""
    assert title_path(path) == words


def test_age_says_what_it_counts_from(page: str) -> None:
    """How long an entry was not seen is counted to its site's last observation, and said so."""
    part = page.partition('id="age"')[2].partition("</section>")[0]
    assert "days before its site was last observed, not before today" in part


def test_score_beyond_its_bound_is_told() -> None:
    """Parts of a score are thousandths; where their sum is over a thousand, it says what counts."""
    parts = '{"parts": {"name": 600, "homepage": 500}}'
    assert "name 600, homepage 500; in all 1,100 thousandths, which counts as 1,000" in str(
        word_json("evidence", parts)
    )
    assert "in all 600 thousandths<" in str(word_json("evidence", '{"parts": {"name": 600}}'))


def test_pair_that_waits_is_told_in_words(page: str) -> None:
    """Both names lead to their tools; reason and evidence are sentences, with what decides."""
    part = page.partition('id="queue"')[2].partition("</section>")[0]
    assert len(re.findall(r'<a href="/tool/e\w+">Harbour</a>', part)) == 2
    assert "1 pair waits for a person's word." in part
    assert "Likeness 1,000 of 1,000." in part
    assert "their texts are not the same" in part
    assert "<dt>For</dt><dd>same name; same homepage harbour.example" in part
    assert "<code>versusdb review</code>" in part


def test_what_failed_and_what_has_no_source_is_listed(page: str) -> None:
    """Runs that were killed or failed lead to what they changed; an entry to its tool."""
    part = page.partition('id="failed"')[2]
    assert re.search(r'href="/changes/4">4</a>.*killed.*href="/changes/3">3</a>.*failed',
                     part, re.DOTALL)  # fmt: skip
    assert "1 entry and 0 quotes have no address to cite" in part
    assert "gnp.exe</a>" in part.partition('id="unsourced"')[2]
    assert re.search(r"verdict</td><td[^>]*>7</td><td[^>]*>77</td>", part)


def test_hostile_words_are_shown_as_text(page: str) -> None:
    """Landmarks, samples and names of strangers run nothing."""
    assert "&lt;script&gt;" in page
    assert "<script" not in page
    assert "javascript:" not in page


def test_plot_says_what_it_shows() -> None:
    """Issues over runs have a description for who does not see them; one run is no course."""
    runs: list[dict[str, Any]] = [
        {"run_id": 2, "issues": 7},
        {"run_id": 1, "issues": 1200},
        {"run_id": 0, "issues": None},
    ]
    plot = draw_issues(runs)
    assert "<desc" in str(plot)
    assert "run 1: 1200, run 2: 7." in str(plot)
    assert "at most 1,200" in str(plot)
    assert draw_issues(runs[:1]) is None
    assert draw_issues([{"run_id": 2, "issues": 0}, {"run_id": 1, "issues": 0}]) is None


def test_columns_stand_on_the_line_and_within_the_plot() -> None:
    """None is too tall or too small to be seen, and the last one stands at the right."""
    columns = [Column(0, "none"), Column(100, "all", mark="×")]
    parts = list(draw_columns(columns, 100, 30, places=4))
    bars = re.findall(r'x="([\d.]+)%" y="([\d.]+)" width="([\d.]+)%" height="([\d.]+)"', str(parts))
    (x1, y1, _, tall1), (x2, y2, width, tall2) = (map(float, bar) for bar in bars)
    assert (y1 + tall1, y2 + tall2) == (30, 30)
    assert (tall1, tall2) == (1, 20)
    assert 50 < x1 < x2 < x2 + width < 100


def test_long_list_is_cut_and_leads_to_all(app: Datasette, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page shows the first rows of a list, says how many more there are, and links them."""
    monkeypatch.setattr("publish.pages.quality.MOST_ROWS", 1)
    page = ask(app, "/quality").text
    assert '<a href="/versus/quality_failed">1 more<' in page
    assert page.count('data-label="Began"') == 2


def test_empty_database_has_nothing_wrong(tmp_path: Path) -> None:
    """Before the first run every part says that there is nothing."""
    path = tmp_path / "x.db"
    open_for_writing(path, DATABASE).close()
    with open_app(path) as app:
        page = ask(app, "/quality").text
    for words in ("No issue is open.", "No run has read a page yet.", "No pair waits"):
        assert words in page
