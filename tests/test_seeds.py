"""Real pages as text, beside their answers; they lie outside the project and may be absent."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from parsers.reading import parse_page
from parsers.records import Comparison

SEEDS = sorted((Path(__file__).parents[2] / "shared" / "seeds").glob("*.txt"))
ANSWERS = {"category": "category", "name": "name", "tagline": "tagline", "entry": "entry_price"}
ANSWERS |= {"panel_ship_pct": "panel_ship_pct", "description": "description"}

pytestmark = pytest.mark.skipif(not SEEDS, reason="the real pages are not part of the project")


@pytest.fixture(params=SEEDS, ids=lambda path: path.stem)
def seed(request: pytest.FixtureRequest) -> Path:
    path: Path = request.param
    return path


def read_seed(seed: Path) -> Comparison:
    record = parse_page(seed.read_bytes(), source=str(seed)).record
    assert isinstance(record, Comparison)
    return record


def test_real_cards_are_read(seed: Path) -> None:
    """The cards of a real page are read word for word, without an issue."""
    record, answer = read_seed(seed), json.loads(seed.with_suffix(".json").read_text("utf-8"))
    assert record.issues == ()
    assert record.title == answer["title"]
    for tool, expected in zip(record.tools, answer["tools"], strict=True):
        found = {theirs: getattr(tool, ours) for theirs, ours in ANSWERS.items()}
        assert found == {key: expected[key] for key in ANSWERS}
        assert (tool.community_ship_pct, tool.community_votes) == (None, None)


def test_real_quotes_are_read(seed: Path) -> None:
    """The quotes of a real page are read word for word, each on its side and in its row."""
    record, answer = read_seed(seed), json.loads(seed.with_suffix(".json").read_text("utf-8"))
    names = [tool.name for tool in record.tools]
    found = [(names[quote.position - 1], quote.seat, quote.text) for quote in record.quotes]
    assert found == [(q["tool"], q["seat"], q["text"]) for q in answer["quotes"]]
