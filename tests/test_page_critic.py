"""The pages of critics: found by name, whatever the name is, and told in words and plots."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from datasette.app import Datasette
from markupsafe import Markup

from publish.linking import find_path
from publish.plots.agreement import draw_agreement
from publish.plots.spread import draw_spread
from tests.panels import HAND_A, HOSTILE, SECOND, ask_critic, fill_panels
from tests.publishing import SITE, ask


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Fill a database of two sites for all tests here."""
    path = tmp_path_factory.mktemp("critics") / "versus.db"
    fill_panels(path)
    return path


def test_every_critic_s_address_goes_round(app: Datasette) -> None:
    """The list leads to every critic's page, whatever the name holds, as HTML and as JSON."""
    page = ask(app, "/critics").text
    addresses = re.findall(r'<td data-label="Critic"[^>]*><a href="(/critic/[^"]+)"', page)
    rows = ask(app, "/critics.json").json()["answers"]["critics"]["rows"]
    names = [row["critic"] for row in rows]
    assert len(addresses) == len(names)
    assert set(HOSTILE) <= set(names)
    for address, name in zip(addresses, names, strict=True):
        answer = ask(app, address)
        assert answer.status_code == 200
        assert f"<h1>{Markup.escape(name)}</h1>" in answer.text
        assert "<script" not in answer.text
        assert ask(app, f"{address}.json").json()["critic"] == name


def test_name_alone_leads_to_the_only_critic_of_it(app: Datasette) -> None:
    """A name in a cell has no site: it leads to the page where one site has it, also as JSON."""
    for name in (*HOSTILE, "Ann"):
        if name != "skeptic":
            answer = ask(app, str(find_path("reviewer", name, "")))
            assert answer.status_code == 302
            assert answer.headers["location"] == find_path("critic", name, "", SECOND)
    assert ask(app, "/critic/ann.json").headers["location"] == f"/critic/{SECOND}/Ann.json"


def test_name_of_two_sites_is_a_choice(app: Datasette) -> None:
    """Two sites may each have a critic of one name: the page lists both, and is none of them."""
    page = ask(app, "/critic/Skeptic")
    assert page.status_code == 200
    for site in (SITE, SECOND):
        assert f'href="/critic/{site}/Skeptic"' in page.text
    assert page.text.count('<td data-label="Critic"') == 2
    own = [ask_critic(app, site, "Skeptic")["leaning"][0]["quotes"] for site in (SITE, SECOND)]
    assert own == [7, 37]


@pytest.mark.parametrize("address", ["/critic/%3Cscript%3E", f"/critic/{SITE}/Ann", "/critic/x/y"])
def test_unknown_critic_is_answered_with_suggestions(app: Datasette, address: str) -> None:
    """A critic that is not there is a 404, which shows what was asked for as text."""
    page = ask(app, address)
    assert page.status_code == 404
    assert "<script" not in page.text
    assert '<a href="/critics">All critics</a>' in page.text
    assert ask(app, f"{address}.json").status_code == 404


def test_only_names_that_are_like_it_are_suggested(app: Datasette) -> None:
    """A misspelt name is answered with the one that is meant, another name with none."""
    suggested = ask(app, "/critic/Sceptic.json").json()["answers"]["suggestions"]["rows"]
    assert {row["critic"].lower() for row in suggested} == {"skeptic"}
    assert "No critic has a name like this." in ask(app, "/critic/Zzyzx").text


def test_leaning_is_told_in_words(app: Datasette) -> None:
    """The page says which way a critic leans, by how much, and when that says little."""
    page = ask(app, f"/critic/{SITE}/Skeptic").text
    assert "Harsher than the other critics." in page
    assert "Says ship of 28.6 % of 7 entries, 57.1 points less often than" in page
    assert "may well be chance" in page
    assert "Kinder" in ask(app, f"/critic/{SITE}/Futurist").text
    alone = ask(app, str(find_path("critic", '"><script>', "", SITE))).text
    assert "Says ship of 0 % of 1 entry, which" in alone
    assert "which no other critic speaks of" in alone


def test_critic_whose_words_ended_still_has_a_page(app: Datasette) -> None:
    """A critic none of whose quotes stands is listed, and the quotes are there to be read."""
    (row,) = ask_critic(app, SECOND, "a/b")["leaning"]
    assert (row["quotes"], row["entries"], row["ship_pct"]) == (1, 0, None)
    page = ask(app, str(find_path("critic", "a/b", "", SECOND))).text
    assert "No quote of this critic stands any more." in page
    assert "a/b on Osprey 1" in page


def test_ship_and_skip_are_told_apart_without_colour() -> None:
    """Skips stand to the left of the tens and ships to the right, each with its number."""
    plot = draw_spread("<b>", [{"lowest": 90, "highest": 100, "ship": 3, "skip": 1234}])
    assert plot is not None
    found = re.findall(r'<rect x="([\d.]+)%"[^>]* class="(\w+)"', plot)
    bars = {kind: float(x) for x, kind in found}
    assert bars["skip"] < 41 < 59 <= bars["ship"]
    assert ">3</text>" in plot
    assert ">1,234</text>" in plot
    assert "&lt;b&gt;" in plot
    assert "90 to 100: 3 ship, 1,234 skip." in plot
    assert draw_spread("none", [{"lowest": 0, "highest": 9, "ship": 0, "skip": 0}]) is None


def test_agreement_without_interval_is_a_hollow_dot() -> None:
    """A kappa that rests on little is told by its shape; one that is undefined has no dot."""
    bounds = {"kappa_low": None, "kappa_high": None}
    row = {"other_critic": "n" * 99, "pairs": 7, "kappa": 0.2, **bounds}
    plot = draw_agreement("A", [row, row | {"kappa": None}])
    assert plot is not None
    assert re.findall(r'<circle[^>]*class="(\w+)"', plot) == ["hollow"]
    assert "step panel" not in plot
    assert f">0.20 {'n' * 24}…</text>" in plot
    assert "step panel" in str(draw_agreement("A", [row | {"kappa_low": 0.1, "kappa_high": 0.3}]))
    assert draw_agreement("A", []) is None


def test_changed_scores_say_from_what_to_what(app: Datasette) -> None:
    """A quote that was given another score is listed with both, and links to the run."""
    (change,) = ask_critic(app, SITE, "Skeptic")["changes"]
    assert (change["entry"], change["score_before"], change["score_after"]) == ("Tally", 71, 31)
    assert (change["verdict_before"], change["verdict_after"]) == ("ship", "skip")
    assert 'href="/changes/2"' in ask(app, f"/critic/{SITE}/Skeptic").text


def test_critic_s_cells_lead_to_the_critic_of_the_same_site(app: Datasette) -> None:
    """Where a row says the site, its critic's link does too, on our pages and on Datasette's."""
    for address in (f"/critic/{SITE}/Skeptic", "critics_agree"):
        assert f'href="/critic/{SITE}/Founder"' in ask(app, address).text
    assert f'href="/critic/{SECOND}/Skeptic"' in ask(app, "critics_agree").text
    assert 'href="/critic/Skeptic"' in ask(app, "v1_quotes?reviewer=Skeptic").text


def test_caution_has_a_column_only_where_there_is_one(app: Datasette) -> None:
    """A column that is empty in all rows takes no room."""
    for site, name in ((SITE, "Skeptic"), (SECOND, "Skeptic"), (SECOND, HAND_A)):
        rows = ask_critic(app, site, name)["agreement"]
        page = ask(app, str(find_path("critic", name, "", site))).text
        assert ('<th scope="col">Caution</th>' in page) == any(row["caution"] for row in rows)
