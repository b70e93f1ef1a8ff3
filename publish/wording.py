"""Publish: puts into words what views keep as JSON: evidence, lists of fields, a run's options.

What has another form than is known here is left as it is.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from markupsafe import Markup, escape

EVIDENCE = frozenset({"for", "against", "parts", "score", "cards", "retracts"})
HIGHEST_SCORE = 1000
SIDES: Mapping[str, str] = {"a": "A", "b": "B"}

_QUOTED = re.compile(r"\*([^*]+)\*")


def word_json(column: str, value: object) -> Markup | None:
    """Return in words what a column holds as JSON or as a flag; None for what has no words."""
    if column == "holds" and value in (0, 1):
        return escape("yes" if value else "no")
    tell = COLUMNS.get(column)
    if tell is None or not isinstance(value, str):
        return None
    try:
        return tell(json.loads(value))
    except (AttributeError, TypeError, ValueError):
        return None


def word_evidence(evidence: Mapping[str, Any]) -> Markup | None:
    """Tell what speaks for and against one tool, and what the score is made of."""
    if evidence.keys() - EVIDENCE:
        return None
    lines = [
        Markup("<div><dt>{}</dt><dd>{}</dd></div>").format(name, told)
        for name, told in _list_evidence(evidence)
    ]
    if not lines:
        return Markup('<span class="faint">none</span>')
    return Markup('<dl class="reasons">{}</dl>').format(Markup().join(lines))


def _list_evidence(evidence: Mapping[str, Any]) -> Iterator[tuple[str, Markup]]:
    for name in ("for", "against"):
        if evidence.get(name):
            yield name.capitalize(), Markup("; ").join(_mark(each) for each in evidence[name])
    if parts := evidence.get("parts"):
        yield "Score", escape(_word_score(parts))
    if "retracts" in evidence:
        gone = evidence["retracts"]
        told = f"“{gone['word']}” by {gone['decided_by']}, {gone['decided_at'][:16]}"
        yield "Takes back", escape(told.replace("T", " "))


def _word_score(parts: Mapping[str, int]) -> str:
    """Tell what a score is made of; a sum beyond its bounds counts as the bound."""
    told = ", ".join(f"{_spell(name)} {_sign(worth)}" for name, worth in parts.items())
    total = sum(parts.values())
    counted = max(0, min(HIGHEST_SCORE, total))
    ends = "" if counted == total else f", which counts as {counted:,}"
    return f"{told}; in all {_sign(total)} thousandths{ends}"


def _mark(text: str) -> Markup:
    """Mark what a text quotes between asterisks; it is a stranger's."""
    parts = enumerate(_QUOTED.split(text))
    return Markup().join(
        Markup("<em>{}</em>").format(part) if number % 2 else part for number, part in parts
    )


def _spell(name: str) -> str:
    return name.replace("_", " ")


def _sign(worth: int) -> str:
    return f"−{-worth:,}" if worth < 0 else f"{worth:,}"


def word_fields(names: list[str]) -> Markup:
    """Tell names of fields."""
    return escape(", ".join(map(_spell, names)) or "none")


def word_changed(names: list[str]) -> Markup:
    """Tell which fields of which side have changed: ``a.name`` is the name of A."""
    pairs = [name.partition(".") for name in names]
    told = (f"{_spell(field)} of {SIDES.get(side, side)}" for side, _, field in pairs)
    return escape(", ".join(told) or "nothing")


def word_settings(settings: Mapping[str, Any]) -> Markup:
    """Tell the options of a run."""
    told = (f"{_spell(name)}: {_word_option(value)}" for name, value in settings.items())
    return escape("; ".join(told) or "none")


def _word_option(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(map(_word_option, value))
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


COLUMNS: Mapping[str, Callable[[Any], Markup | None]] = {
    "evidence": word_evidence,
    "derived": word_fields,
    "changed": word_changed,
    "settings": word_settings,
}
