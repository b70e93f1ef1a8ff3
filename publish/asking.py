"""Publish: the stored queries, questions that a researcher would ask.

Each is one file in ``queries/``, and its name is its address. The comments it opens with are
what a person reads before the answer:

    -- title: How each critic leans
    -- description: Share of ship and mean score of every named critic.
    -- parameter word: A word or a part of one
    SELECT …

An empty parameter never narrows an answer, or the question says what it needs.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from importlib.resources import files
from typing import Any

from msgspec import Struct

_HEADING = re.compile(r"--\s*(title|description|parameter (?P<name>\w+)):\s*(?P<text>.+)")


class Question(Struct, frozen=True):
    """A stored query; ``parameters`` says of each name what to put there."""

    name: str
    title: str
    description: str
    sql: str
    parameters: Mapping[str, str]

    def as_metadata(self) -> dict[str, Any]:
        """Return the question as Datasette's metadata, with room for our page's own hints."""
        return {
            "title": self.title,
            "description": self.description,
            "sql": self.sql,
            "params": list(self.parameters),
            "hints": dict(self.parameters),
        }


def read_questions() -> tuple[Question, ...]:
    """Return all stored queries by title."""
    found = (
        read_question(file.name.removesuffix(".sql"), file.read_text(encoding="utf-8"))
        for file in (files("publish") / "queries").iterdir()
        if file.name.endswith(".sql")
    )
    return tuple(sorted(found, key=lambda question: question.title))


def read_question(name: str, text: str) -> Question:
    """Read a stored query's headings and its SQL.

    Raises ValueError when the title, the description or the SQL is missing.
    """
    headings, parameters = dict[str, str](), dict[str, str]()
    lines = text.strip().splitlines()
    while lines and lines[0].startswith("--"):
        heading = _HEADING.fullmatch(lines.pop(0).strip())
        if heading is None:
            raise ValueError(f"queries/{name}.sql: expected '-- title: …' or the like")
        if heading["name"]:
            parameters[heading["name"]] = heading["text"]
        else:
            headings[heading[1]] = heading["text"]
    sql = "\n".join(lines).strip()
    if not sql or headings.keys() != {"title", "description"}:
        raise ValueError(f"queries/{name}.sql: expected a title, a description and SQL")
    return Question(name, headings["title"], headings["description"], sql, parameters)
