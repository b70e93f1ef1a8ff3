"""Publish: finds the tool that somebody means by an id, a slug or a name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from markupsafe import Markup

from publish.asking import Answer, look_up
from publish.suggesting import is_short, suggest_tools

FIT_WORDS = 4


@dataclass(frozen=True, slots=True)
class Found:
    """The tool that is meant, by its id and name, or none; and all that come near, best first.

    ``has_several``: more than one tool goes by these very words.
    """

    words: str
    tool_id: str | None
    name: str
    suggestions: Answer
    has_several: bool = False


async def find_tool(datasette: Any, words: str) -> Found:
    """Find the one tool that goes by an id, a former id, a slug or a whole name."""
    answer = await look_up(datasette, "find_tool", words=words)
    if not answer.rows or answer.rows[0]["fit"] == FIT_WORDS:
        nearly = await suggest_tools(datasette, words)
        # A letter or two stands in nearly every text: only names that begin so are near.
        is_all = is_short(words) or not answer.rows
        return Found(words, None, "", nearly if is_all else put_first(nearly.rows, answer))
    fitting = [row for row in answer.rows if row["fit"] == answer.rows[0]["fit"]]
    if len(fitting) > 1:
        return Found(words, None, "", answer, has_several=True)
    return Found(words, fitting[0]["tool_id"], fitting[0]["tool"], answer)


def put_first(nearly: Sequence[Mapping[str, Any]], answer: Answer) -> Answer:
    """Put the tools that are spelt nearly so before those that only have some of the words."""
    rows = {row["tool_id"]: {**row, "fit": FIT_WORDS} for row in [*nearly, *answer.rows]}
    return replace(answer, rows=tuple(rows.values()))


def tell_unclear(found: Found) -> Markup:
    """Say that no tool goes by these words, or several; so their direction ends with them."""
    kind = "Several tools are" if found.has_several else "No tool is"
    return Markup("{} called “<bdi>{}</bdi>”").format(kind, found.words)
