"""Publish: the stored queries, and how a page asks them.

Each is one file: in ``queries/questions/`` what a researcher would ask, in ``queries/pages/`` what
stands behind a part of a page. Its name is its address. The comments it opens with are what a
person reads before the answer:

    -- topic: Critics
    -- rank: 30
    -- title: How does each critic lean?
    -- description: Share of ship and mean score of every named critic.
    -- parameter word: A word or a part of one
    -- needs: word
    -- page: /search?q={word}
    SELECT …

Questions stand by rank, under their topics; what is behind a page has neither. An empty parameter
never narrows an answer, or ``needs`` names it: ``word``, ``tool_a and tool_b``, ``word or critic``.
``page``, where there is one, is the page of ours that shows the answer, with the parameters in
braces.
"""

from __future__ import annotations

import re
import sqlite3
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any
from urllib.parse import urlencode

from datasette.database import QueryInterrupted

from publish.errors import UnansweredError

# The headings that a stored query must have, by its folder.
HEADINGS: Mapping[str, frozenset[str]] = {
    "questions": frozenset({"topic", "rank", "title", "description"}),
    "pages": frozenset({"title", "description"}),
}
# The columns that tell kinds of rows apart, where a stored query gives the first of each kind.
KINDS = ("how", "subject")
_HEADING = re.compile(
    r"--\s*(topic|rank|title|description|needs|page|parameter (?P<name>\w+)):\s*(?P<text>.+)"
)


@dataclass(frozen=True, slots=True)
class Question:
    """A stored query; ``parameters`` says of each name what to put there.

    ``is_behind`` one that a page shows a part of: it is offered there, not among the questions,
    and has no topic.
    """

    name: str
    title: str
    description: str
    sql: str
    parameters: Mapping[str, str]
    topic: str = ""
    rank: int = 0
    needs: str = ""
    page: str = ""

    @property
    def is_behind(self) -> bool:
        """Tell whether it is no question of its own."""
        return not self.topic

    def as_metadata(self) -> dict[str, Any]:
        """Return the question as Datasette's metadata, with room for our page's own hints."""
        return {
            "title": self.title,
            "description": self.description,
            "sql": self.sql,
            "params": list(self.parameters),
            "hints": dict(self.parameters),
            "topic": self.topic,
            "is_behind": self.is_behind,
            "needs": self.needs,
            "page": self.page,
        }


@dataclass(frozen=True, slots=True)
class Answer:
    """What a stored query answered; ``address`` is that of its own page.

    ``is_cut``: there is more than these rows, for the server gives no more at once, or as they
    tell themselves: ``of_all`` of a row counts those like it. ``failure`` says in one line why
    there are none; it is empty otherwise. So is ``as_of``, unless the answer was kept for a while.
    """

    question: Question
    values: Mapping[str, str]
    address: str
    columns: tuple[str, ...] = ()
    rows: tuple[Mapping[str, Any], ...] = ()
    is_cut: bool = False
    failure: str = ""
    as_of: str = ""

    def as_json(self) -> dict[str, Any]:
        """Return the answer for programs."""
        return {
            "title": self.question.title,
            "query": self.address,
            "columns": list(self.columns),
            "rows": [dict(row) for row in self.rows],
            "is_cut": self.is_cut,
            "failure": self.failure or None,
            "as_of": self.as_of or None,
        }


async def ask(datasette: Any, name: str, **values: str) -> Answer:
    """Ask a stored query; what it does not answer in time, the answer says."""
    question = find_question(name)
    database = datasette.get_database()
    address = str(datasette.urls.query(database.name, name))
    if values:
        address += f"?{urlencode(values)}"
    try:
        found = await database.execute(question.sql, values, truncate=True)
    except QueryInterrupted:
        limit = datasette.setting("sql_time_limit_ms")
        return Answer(question, values, address, failure=f"It took longer than {limit} ms.")
    except sqlite3.Error as error:
        return Answer(question, values, address, failure=f"SQLite could not answer it: {error}.")
    columns = tuple(found.columns)
    rows = tuple(dict(zip(columns, row, strict=True)) for row in found.rows)
    is_cut = bool(found.truncated) or has_more(rows)
    return Answer(question, values, address, columns, rows, is_cut)


def has_more(rows: Sequence[Mapping[str, Any]]) -> bool:
    """Tell whether there are more of a kind than these rows, as far as they count them."""
    kinds = [tuple(row.get(name) for name in KINDS) for row in rows]
    numbers = Counter(kinds)
    return any(row.get("of_all", 0) > numbers[kind] for row, kind in zip(rows, kinds, strict=True))


async def look_up(datasette: Any, name: str, **values: str) -> Answer:
    """Ask a stored query on which a whole page hangs; raise UnansweredError without an answer."""
    answer = await ask(datasette, name, **values)
    if answer.failure:
        raise UnansweredError(f"What this page is of could not be looked up. {answer.failure}")
    return answer


def find_question(name: str) -> Question:
    """Return a stored query by its name; raise KeyError where there is none."""
    return {question.name: question for question in read_questions()}[name]


@cache
def read_questions() -> tuple[Question, ...]:
    """Return all stored queries: the questions by rank, then those behind pages by title."""
    found = (
        read_question(file.name.removesuffix(".sql"), file.read_text(encoding="utf-8"), folder)
        for folder in HEADINGS
        for file in (files("publish") / "queries" / folder).iterdir()
        if file.name.endswith(".sql")
    )
    return tuple(sorted(found, key=lambda each: (each.is_behind, each.rank, each.title)))


def read_question(name: str, text: str, folder: str = "questions") -> Question:
    """Read a stored query's headings and its SQL.

    Raises ValueError when a heading or the SQL is missing.
    """
    headings, parameters = dict[str, str](), dict[str, str]()
    lines = text.strip().splitlines()
    while lines and lines[0].startswith("--"):
        heading = _HEADING.fullmatch(lines.pop(0).strip())
        if heading is None:
            raise ValueError(f"queries/{folder}/{name}.sql: expected '-- title: …' or the like")
        if heading["name"]:
            parameters[heading["name"]] = heading["text"]
        else:
            headings[heading[1]] = heading["text"]
    sql = "\n".join(lines).strip()
    if not sql or headings.keys() - {"needs", "page"} != HEADINGS[folder]:
        wanted = ", ".join(sorted(HEADINGS[folder]))
        raise ValueError(f"queries/{folder}/{name}.sql: expected {wanted}, and SQL")
    return Question(
        name=name,
        title=headings["title"],
        description=headings["description"],
        sql=sql,
        parameters=parameters,
        topic=headings.get("topic", ""),
        rank=int(headings.get("rank", 0)),
        needs=headings.get("needs", ""),
        page=headings.get("page", ""),
    )
