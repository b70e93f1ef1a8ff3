"""What all pages look like: a focus that is seen, and sentences that no name turns round."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest
from datasette.app import Datasette

from publish.pages.home import isolate
from tests.publishing import ask

CSS = (files("publish") / "static" / "publish.css").read_text(encoding="utf-8")
# Of the page, of what is set apart, of failures, of what a link led to, of drifts.
GROUNDS = ("#ffffff", "#f4f6f8", "#fbeeee", "#fff8e1", "#fdf5e3")
TURNED = "%E2%80%AEetihw"


def measure_light(color: str) -> float:
    """Return how light a colour is, as WCAG 2 has it."""
    parts = (int(color[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("ground", GROUNDS)
def test_focus_is_seen_on_every_ground(ground: str) -> None:
    """The ring around what has the focus stands out by three to one or more."""
    (ring,) = re.findall(r":focus-visible \{ outline: 3px solid (#\w{6});", CSS)
    assert ground in CSS or ground == "#ffffff"
    light, dark = sorted((measure_light(ring), measure_light(ground)), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= 3


@pytest.mark.parametrize("address", [f"/tool/{TURNED}", f"/compare?a={TURNED}&b=x"])
def test_direction_ends_with_the_name(app: Datasette, address: str) -> None:
    """A name that is written from right to left does not turn the words after it."""
    page = ask(app, address).text
    assert "<h1>No tool is called “<bdi>\u202eetihw</bdi>”</h1>" in page


def test_name_in_a_sentence_is_text(app: Datasette) -> None:
    """Names in the questions of home stand apart, and are escaped."""
    assert isolate("How do {} and {} do?", "<b>", "{}") == (
        "How do <bdi>&lt;b&gt;</bdi> and <bdi>{}</bdi> do?"
    )
    examples = ask(app, "/").text.partition('id="examples"')[2].partition("</section>")[0]
    assert len(re.findall(r"<bdi>[^<]+</bdi>", examples)) == 4
