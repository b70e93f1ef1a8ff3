"""What a person sees, in Debian's chromium: every page, from the width of a phone to a desk's.

The screenshots are kept in ``artefacts/``, to be looked at.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from publish.arranging import ARRANGEMENTS
from publish.asking import read_questions
from tests.publishing import (
    ORRERY,
    SITE,
    TALLY,
    VALUES,
    serve_database,
    write_address,
)
from tests.troubled import fill_troubled

pytestmark = pytest.mark.browser

ARTEFACTS = Path(__file__).resolve().parent.parent / "artefacts"
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
WIDTHS = (320, 768, 1280)
AXE = Path(sys.prefix, "axe", "node_modules", "axe-core", "axe.min.js")
# What axe-core calls serious or critical keeps somebody out.
FIND_SERIOUS = """
async () => (await axe.run(document, {resultTypes: ['violations']})).violations
    .filter(found => ['serious', 'critical'].includes(found.impact))
    .map(found => `${found.id}: ${found.nodes.map(node => node.html).slice(0, 3).join(' ')}`)
"""
# What a keyboard must reach, in the order of the page.
LIST_CONTROLS = """
() => window.controls = [...document.querySelectorAll(
    'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]'
)].filter(control => control.checkVisibility({visibilityProperty: true}))
"""
FIND_FOCUS = """
() => [
    window.controls.indexOf(document.activeElement),
    getComputedStyle(document.activeElement).outlineStyle
]
"""
PAGES = {
    "home": "",
    "data": "versus",
    "own_question": "versus?sql=select+name,+category+from+v1_entries",
    "filtered": "versus/v1_entries?verdict=ship&_sort_desc=panel_ship_pct",
    "wrong_question": "versus?sql=select+missing+from+v1_entries",
    "missing": "versus/nothing",
    "tool": f"tool/{TALLY}",
    "unknown_tool": "tool/tallyy",
    "tools": "tools",
    "tools_narrowed": "tools?words=a&verdict=ship&sort=quotes",
    "tools_none": "tools?words=nothing+has+this",
    "search": "search?q=tally+script",
    "search_nothing": "search?q=halbour",
    "changes": "changes",
    "quality": "quality",
    "first_run": "changes/1",
    "second_run": "changes/2",
    "unknown_run": "changes/99",
    "narrowed": "versus/v1_quotes?reviewer=Founder&score__gt=50&_size=2&_next=2",
    "narrowed_to_nothing": "versus/v1_entries?name=Nothing",
    "all_columns": "versus/v1_entries?_columns=all",
    "head_to_head": f"compare/{TALLY}/{ORRERY}",
    "hostile_pair": "compare/edcb38367a0136738/edcd86829adb0733b",
    "choose_pair": "compare?a=Harbour&b=agents",
    "name_pair": "compare",
    "evidence": f"evidence/{VALUES['snapshot']}",
    "unknown_evidence": "evidence/none",
    "critics": "critics",
    "critic": f"critic/{SITE}/Skeptic",
    "hostile_critic": f"critic/{SITE}/%22%3E%3Cscript%3E",
    "unknown_critic": "critic/nobody",
    **{view: f"versus/{view}" for view in ARRANGEMENTS},
    **{q.name: f"versus/{write_address(q.name)}" for q in read_questions()},
}
REFUSED = {"wrong_question": 400} | dict.fromkeys(
    (
        "missing",
        "unknown_tool",
        "choose_pair",
        "unknown_evidence",
        "unknown_critic",
        "unknown_run",
    ),
    404,
)


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the invented database for all tests here."""
    path = tmp_path_factory.mktemp("published") / "versus.db"
    fill_troubled(path)
    with serve_database(path) as (_, address):
        yield address


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Start chromium once."""
    chromium = shutil.which("chromium")
    assert chromium, "chromium is not on the PATH: apt install chromium"
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium, args=list(FLAGS))
        yield started
        started.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Open a window of its own for a test."""
    opened = browser.new_page()
    yield opened
    opened.close()


@pytest.mark.parametrize("name", PAGES)
def test_page_is_whole_at_every_width(address: str, page: Page, name: str) -> None:
    """A page asks no other host, reports no error, never scrolls sideways, and keeps nobody out."""
    complaints: list[str] = []
    hosts: set[str | None] = set()
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", lambda request: hosts.add(urlsplit(request.url).netloc))
    answer = page.goto(address + PAGES[name])
    assert answer
    assert answer.status == REFUSED.get(name, 200)
    assert page.locator("h1").count() == 1
    # So it is the same page with scripts switched off.
    assert page.locator("script:not([type='application/ld+json'])").count() == 0
    page.evaluate(AXE.read_text(encoding="utf-8"))
    ARTEFACTS.mkdir(exist_ok=True)
    for width in WIDTHS:
        # Without scripts, a width is all the same whether a page was opened at it or not.
        page.set_viewport_size({"width": width, "height": 800})
        page.screenshot(path=ARTEFACTS / f"{name}-{width}.jpg", full_page=True)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert (width, page.evaluate(FIND_SERIOUS)) == (width, [])
    assert hosts == {urlsplit(address).netloc}
    # The browser itself notes that a page was refused; that is what was asked for here.
    assert [text for text in complaints if str(answer.status) not in text] == []


def test_hostile_text_runs_nothing(address: str, page: Page) -> None:
    """A stranger's script is shown as text, and its title is not taken."""
    page.goto(f"{address}versus/v1_entries?name__contains=script")
    assert "taken" not in page.title()
    assert page.get_by_text("<script>document.title").count() > 0
    assert page.locator("main script, main img").count() == 0


def test_keyboard_reaches_the_content_first(address: str, page: Page) -> None:
    """The first press of Tab shows the skip link, and Enter on it goes to the content."""
    page.goto(address)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to content"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"


@pytest.mark.parametrize(
    "name", ["home", "search", "tool", "head_to_head", "critic", "quality", "v1_entries", "data"]
)
def test_keyboard_reaches_every_control(address: str, page: Page, name: str) -> None:
    """Tab goes through all that can be followed, filled in or opened, in order, and is seen."""
    page.goto(address + PAGES[name])
    number = len(page.evaluate(f"({LIST_CONTROLS})().map(() => 1)"))
    assert number > 10
    for place in range(number):
        page.keyboard.press("Tab")
        found, outline = page.evaluate(FIND_FOCUS)
        assert (found, outline != "none") == (place, True)


def test_keyboard_leads_from_home_to_a_pair(address: str, browser: Browser) -> None:
    """Search, open what was found and set it beside another, with keys alone and no script."""
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(address)
    page.get_by_label("Search tools and quotes").focus()
    page.keyboard.type("tally")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=tally")
    page.get_by_role("main").get_by_role("link", name="Tally", exact=True).first.press("Enter")
    page.wait_for_url(f"**/tool/{TALLY}")
    page.get_by_label("Compare with").focus()
    page.keyboard.type("orrery")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/compare/{TALLY}/{ORRERY}")
    assert page.get_by_role("heading", level=1).inner_text() == "Tally against Orrery"
    page.context.close()


def test_every_verdict_is_seen(address: str, page: Page) -> None:
    """A badge says its verdict where it stands, be it ship, mixed or skip."""
    page.goto(f"{address}tool/{TALLY}")
    page.locator("details").evaluate_all("all => all.forEach(each => { each.open = true })")
    for verdict in ("ship", "mixed", "skip"):
        boxes = [badge.bounding_box() for badge in page.locator(f".badge.{verdict}").all()]
        assert boxes
        assert all(box and box["x"] > 0 and box["width"] > 10 for box in boxes), verdict


def test_rows_are_narrowed_by_keyboard_and_without_script(address: str, browser: Browser) -> None:
    """Two conditions are put in, told and removed, and a column put in order, with keys alone."""
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(f"{address}versus/v1_entries")
    page.get_by_text("Filter and sort").press("Enter")
    for number, column, value in ((1, "v", "skip"), (2, "s", "reviews.example")):
        row = page.get_by_role("group", name=f"Condition {number}")
        row.get_by_label("Column").press(column)
        row.get_by_label("Value").focus()
        page.keyboard.type(value)
    page.keyboard.press("Enter")
    page.wait_for_url("**verdict__exact=skip**")
    conditions = page.get_by_role("list", name="Conditions")
    assert "Verdict = skip" in conditions.inner_text()
    page.get_by_role("link", name="Panel ship, %").press("Enter")
    page.wait_for_url("**_sort=panel_ship_pct**")
    conditions.get_by_role("link", name="remove the condition Site").press("Enter")
    conditions.get_by_role("link", name="remove the condition Verdict").press("Enter")
    page.wait_for_url(f"{address}versus/v1_entries?_sort=panel_ship_pct")
    assert page.locator("tbody tr").count() == 9
    page.context.close()


def test_values_of_the_data_are_offered_without_script(address: str, browser: Browser) -> None:
    """A field whose values are known offers them, and takes a part of one all the same."""
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(f"{address}versus/critics_disagree")
    field = page.get_by_label("category")
    offered = field.evaluate("field => [...field.list.options].map(option => option.value)")
    assert "Infrastructure" in offered
    field.fill("infra")
    field.press("Enter")
    page.wait_for_url("**category=infra")
    assert set(page.locator("td.col-category").all_inner_texts()) == {"Infrastructure"}
    page.context.close()


def test_what_is_folded_is_printed(address: str, page: Page) -> None:
    """Of the counts beside a view, all are on paper, where nothing can be opened."""
    page.goto(f"{address}versus/v1_entries?_facet=entry_id")
    folded = page.locator(".folded li").first
    assert not folded.is_visible()
    page.emulate_media(media="print")
    assert folded.is_visible()
