"""The documents say what the code does."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parent.parent
CODE = re.compile(
    r"(?:code(?:: ClassVar\[str\])? ?= ?|report\(\s*|_refuse\(source, "
    r'|Refusal\(|state_\w+\(\w+, )"([a-z_]+)"'
)
ABSTRACT = {"scraper_error", "archive_corrupt"}


def test_every_issue_code_is_told_to_operators() -> None:
    """A code that an operator may meet stands in the operators' table."""
    told = set(re.findall(r"`([a-z_]+)`", (ROOT / "docs" / "operators.md").read_text("utf-8")))
    codes = {
        code
        for folder in ("scraper", "parsers")
        for file in (ROOT / folder).rglob("*.py")
        for code in CODE.findall(file.read_text("utf-8"))
    }
    assert len(codes) > 25
    assert codes - told - ABSTRACT == set()


def test_every_promise_names_tests_that_exist() -> None:
    """The test behind a promise is there."""
    text = (ROOT / "docs" / "promises.md").read_text("utf-8")
    tests = "".join(file.read_text("utf-8") for file in (ROOT / "tests").glob("test_*.py"))
    named = re.findall(r"\b(test_\w+)(\.py)?", text)
    assert len(named) > 10
    for name, is_file in named:
        exists = (ROOT / "tests" / f"{name}.py").exists() if is_file else f"def {name}(" in tests
        assert exists, name
