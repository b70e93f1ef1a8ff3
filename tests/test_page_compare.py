"""Head to head: any two tools, whoever compared them: differences first, then critic by critic."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from html import unescape

import pytest
from datasette.app import Datasette

from publish.asking import Question, find_question
from publish.pages.compare import MOST_ENTRIES, count_preferences, group_fields, word_agreement
from tests.crowded import ENTRIES, fill_crowd
from tests.publishing import ORRERY, SCRIPT, TALLY, ask, open_app

MILLRACE = "ef87dc6247a98d508"
ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i FROM n) SELECT count(*) FROM n"


@pytest.fixture(scope="module")
def crowd(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Datasette, dict[str, str]]]:
    """Build the app on a database of extremes, whose ids are told by slug."""
    path = tmp_path_factory.mktemp("crowded") / "versus.db"
    ids = fill_crowd(path)
    with open_app(path) as app:
        yield app, ids


def show(app: Datasette, a: str, b: str) -> str:
    """Return the markup of two tools' page."""
    answer = ask(app, f"/compare/{a}/{b}")
    assert answer.status_code == 200, answer.text
    found: str = answer.text
    return found


def strip(markup: str) -> str:
    """Return what a person reads of markup."""
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", markup)).split())


@pytest.mark.parametrize(
    ("a", "b"),
    [("tally", "orrery"), ("TALLY", "Orrery"), ("tally-2026", ORRERY), (" tally ", "orrery")],
)
def test_any_names_lead_to_the_pair(app: Datasette, a: str, b: str) -> None:
    """Names, slugs and ids, in the form or in the address, lead to one address, as JSON too."""
    wanted = f"/compare/{TALLY}/{ORRERY}"
    assert ask(app, f"/compare?a={a}&b={b}").headers["location"] == wanted
    assert ask(app, f"/compare.json?a={a}&b={b}").headers["location"] == f"{wanted}.json"
    if a == a.strip():
        assert ask(app, f"/compare/{a}/{b}").headers["location"] == wanted


def test_form_without_names_asks_for_them(app: Datasette) -> None:
    """The form alone, or with one name, is a page and no error; what was typed stays."""
    assert ask(app, "/compare").status_code == 200
    answer = ask(app, "/compare?a=C%2B%2B&b=")
    assert answer.status_code == 200
    assert 'name="a" value="C++"' in answer.text


def test_head_to_head_is_found_from_everywhere(app: Datasette) -> None:
    """The menu of each page leads to the form, home has it, and a pair's crumbs lead back."""
    home, form, pair = (ask(app, path).text for path in ("/", "/compare", f"/compare/{TALLY}/tall"))
    for markup in (home, form, pair):
        menu = markup.partition('<nav aria-label="Main">')[2].partition("</nav>")[0]
        assert '<a href="/compare">Compare</a>' in menu
    asked = home.partition('action="/compare"')[2].partition("</form>")[0]
    assert "Set two tools side by side" in asked
    assert re.findall(r'name="(\w)"', asked) == ["a", "b"]
    for markup in (form, pair, show(app, TALLY, ORRERY)):
        assert "Home / Compare" in strip(markup)


def test_name_of_several_gives_the_choice(app: Datasette) -> None:
    """Of a name that several tools bear each one is offered, and the other name is kept."""
    answer = ask(app, "/compare?a=harbour&b=tally")
    assert answer.headers["location"].endswith(TALLY)
    answer = ask(app, "/compare?a=Harbour&b=tally")
    assert answer.status_code == 404
    assert "Several tools are called “Harbour”" in strip(answer.text)
    assert len(re.findall(r'href="/compare\?a=e\w{16}&amp;b=tally"', answer.text)) == 2


def test_unknown_name_gives_what_comes_near(app: Datasette) -> None:
    """Of a name that is none, tools with such words are offered, or all of them."""
    answer = ask(app, "/compare?a=tally&b=orbits")
    assert answer.status_code == 404
    assert f'href="/compare?a=tally&amp;b={ORRERY}"' in answer.text
    assert "“ tally ” is Tally" in strip(answer.text)
    assert "All tools" in ask(app, "/compare/qqqq/tally").text
    assert ask(app, "/compare/qqqq/tally.json").json()["ok"] is False


def test_tool_is_not_set_against_itself(app: Datasette) -> None:
    """The same tool twice, by whatever names, is said to be that."""
    answer = ask(app, "/compare?a=tally&b=tally-2026")
    assert answer.status_code == 404
    assert "Both names lead to one tool: Tally" in strip(answer.text)


def test_differences_stand_first_and_the_rest_is_folded(app: Datasette) -> None:
    """Fields that differ are open; what was observed of one only, and what is the same, is not."""
    markup = show(app, TALLY, MILLRACE)
    fields = markup.partition('id="fields"')[2].partition("</section>")[0]
    differing, *folded = fields.split("<details>")
    assert "Developer Tools" in differing
    assert "Freemium" in differing
    (same,) = (part for part in folded if "The same of both" in part)
    assert "reviews.example" in same
    assert "reviews.example" not in differing


def test_one_side_alone_is_no_difference() -> None:
    """A value that was observed of one tool only says nothing of the other one."""
    rows = [
        {"field": field, "compared": compared}
        for field, compared in (("name", ""), ("verdict", "differs"), ("pricing", "one only"))
    ]
    groups = group_fields(rows)
    assert [[row["field"] for row in groups[name]] for name in groups] == [
        ["verdict"],
        ["pricing"],
        [],
    ]


def test_critics_come_by_how_far_they_are_apart(app: Datasette) -> None:
    """Whose scores differ most comes first, with both scores, verdicts and words."""
    body = ask(app, f"/compare/{TALLY}/{ORRERY}.json").json()
    rows = body["answers"]["critics"]["rows"]
    assert [row["apart"] for row in rows] == sorted((row["apart"] for row in rows), reverse=True)
    skeptic = rows[0]
    # Of two entries of one tool, the mean: 31 and 44.
    assert (skeptic["critic"], skeptic["score_a"], skeptic["score_b"]) == ("Skeptic", 37.5, 12)
    said = strip(show(app, TALLY, ORRERY).partition('id="critics"')[2])
    assert "4 critics score both: 1 gives more to Tally , 3 to Orrery ." in said
    assert "Skeptic 25.5 apart A 37.5 mean of 2 entries skip" in said
    assert "Orrery held for 5 days of latency tests" in said


def test_opposite_verdicts_are_told(app: Datasette) -> None:
    """A critic who ships one and skips the other is told to, in words."""
    assert "ship against skip" in strip(show(app, TALLY, "e083c7ffbd05cfbf9"))


def test_preferences_count_critics_who_score_both() -> None:
    """Who scores one tool only prefers none; who scores both alike is counted as such."""
    rows = [{"prefers": prefers} for prefers in ("a", "a", "b", "neither", None)]
    assert count_preferences(rows) == {"a": 2, "b": 1, "neither": 1}


def test_pair_that_no_page_compares_is_said_to_be_none(app: Datasette) -> None:
    """A pair without a page is shown all the same, and said to be compared here alone."""
    alone, together = strip(show(app, TALLY, MILLRACE)), show(app, TALLY, ORRERY)
    assert "No page that was read sets these two beside each other" in alone
    assert "No page that was read" not in together
    assert 'href="https://reviews.example/compare/tally-vs-orrery"' in together


def test_several_entries_are_told(app: Datasette) -> None:
    """Of a tool of several entries each one's verdict and share stand plainly, and lead to it."""
    markup = show(app, TALLY, ORRERY)
    said = strip(markup)
    assert "A Tally Its 2 entries disagree: ship, mixed." in said
    assert "mixed 50 % of the panel: 2 ship, 2 skip tally-2026" in said
    assert f'href="/tool/{TALLY}#e99c34270c44d0cf9"><code>tally-2026</code></a>' in markup
    assert "The fields and shares below are those of tally , seen first" in said
    assert "A tally: 100 % from 2026-05-01, 75 % from 2026-05-02; B Orrery" in said


def test_many_entries_are_counted(crowd: tuple[Datasette, dict[str, str]]) -> None:
    """Of very many entries some are listed, and the others are one click away."""
    app, ids = crowd
    address = ask(app, f"/compare?a=anvil&b={ids['hub']}").headers["location"]
    card = ask(app, address).text.partition('<ul class="several">')[2].partition("</ul>")[0]
    assert card.count("<li>") == MOST_ENTRIES + 1
    assert f"{ENTRIES - MOST_ENTRIES} more" in card


def test_agreement_of_entries_is_told_in_words() -> None:
    """Entries disagree by verdict or else by share; one that is alone agrees with nobody."""

    def word(*stated: tuple[str | None, int | None]) -> str:
        return word_agreement([{"verdict": v, "panel_ship_pct": share} for v, share in stated])

    assert word(("ship", 62), ("skip", 12), (None, None)) == (
        "Its 3 entries disagree: ship, skip, no verdict."
    )
    assert word(("skip", 12), ("skip", None)) == (
        "Its 2 entries agree on skip, not on the share of the panel: 12 %, no share."
    )
    assert word(("skip", 12), ("skip", 12)) == "Its 2 entries agree: skip, 12 % of the panel."
    assert word(("ship", 62)) == ""


def test_nameless_critics_are_not_set_against_each_other(
    crowd: tuple[Datasette, dict[str, str]],
) -> None:
    """Without names nobody can tell who is the same critic: no score is compared."""
    app, ids = crowd
    markup = show(app, ids["bare"], ids["long"])
    said = strip(markup)
    assert "8 without a critic’s name" in said
    assert "Nobody can tell whether the same critic says both" in said
    assert "score both" not in said
    assert "apart" not in strip(markup.partition('id="critics"')[2].partition("<details")[0])


def test_words_without_names_are_open_where_there_are_no_others(
    app: Datasette, crowd: tuple[Datasette, dict[str, str]]
) -> None:
    """Where no critic has a name the words are not folded away, and a seat is explained."""
    crowded, ids = crowd
    markup = show(crowded, ids["bare"], ids["long"])
    assert "<details open><summary>8 without a critic’s name" in markup
    assert "A seat is a row of the scorecard." in strip(markup)
    assert "<details open>" not in show(app, TALLY, ORRERY)


def test_score_of_one_quote_stands_once(app: Datasette) -> None:
    """Of one quote the score is that above it; of several each has its own below their mean."""
    said = strip(show(app, TALLY, ORRERY).partition('aria-label="Skeptic"')[2])
    assert "A 37.5 mean of 2 entries skip 31 skip Tally held" in said
    assert "B 12 skip Orrery held" in said


def test_page_without_an_address_leads_to_its_evidence(app: Datasette) -> None:
    """A comparison that has no address on the web leads to the snapshot that showed it."""
    markup = show(app, "edcb38367a0136738", "edcd86829adb0733b").partition('id="pages"')[2]
    (address,) = re.findall(r'<li><a href="(/evidence/s\w+)"', markup)
    assert ask(app, address).status_code == 200
    assert "/evidence/" not in show(app, TALLY, ORRERY).partition('id="pages"')[2]


def test_tools_without_anything_are_compared(crowd: tuple[Datasette, dict[str, str]]) -> None:
    """Two bare tools have a page that says what is not there."""
    app, ids = crowd
    said = strip(show(app, ids["spoke-1"], ids["spoke-2"]))
    assert "In no field of which both have a value." in said
    assert "No critic’s words on either stand now." in said
    assert "No page that was read sets these two beside each other." in said


def test_quote_that_ended_counts_for_nothing(crowd: tuple[Datasette, dict[str, str]]) -> None:
    """Only words that stand now are set against each other."""
    app, ids = crowd
    body = ask(app, f"/compare/{ids['lathe']}/{ids['mill']}.json").json()
    quotes = body["answers"]["quotes"]["rows"]
    assert [
        row["text"] for row in quotes if row["reviewer"] == "Skeptic" and row["side"] == "a"
    ] == ["No."]
    critics = {row["critic"]: row for row in body["answers"]["critics"]["rows"]}
    assert (critics["Skeptic"]["quotes_a"], critics["Skeptic"]["score_a"]) == (1, 71)


def test_hostile_names_are_text(app: Datasette) -> None:
    """A stranger's markup stays text on both sides, and in the choice."""
    answer = ask(app, "/compare?a=script&b=%3Cscript%3Ealert(1)%3C/script%3E")
    assert answer.status_code == 404
    markup = show(app, "edcb38367a0136738", "edcd86829adb0733b")
    assert SCRIPT not in markup
    assert "<script>" not in answer.text + markup
    assert 'href="javascript:' not in markup


@pytest.mark.parametrize("address", [f"/tool/{TALLY}", f"/compare/{TALLY}/{ORRERY}"])
def test_part_that_takes_too_long_says_so(
    app: Datasette, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    """A part whose query is not answered in time says so in its place; the page still comes."""

    def find_endless(name: str) -> Question:
        question = find_question(name)
        return question if name == "find_tool" else replace(question, sql=ENDLESS)

    monkeypatch.setattr("publish.asking.find_question", find_endless)
    monkeypatch.setattr(app, "sql_time_limit_ms", 200)
    answer = ask(app, address)
    assert answer.status_code == 200
    assert answer.text.count("It took longer than") > 4
