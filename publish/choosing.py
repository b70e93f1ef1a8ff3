"""Publish: the fields of a question: which must be filled in, and what may be put into some.

What is offered are values that the data holds, as many as a list is read.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from publish.keeping import ask_or_keep

# By the name of a parameter, the stored query that lists its values.
CHOICES: Mapping[str, str] = {
    "category": "choose_category",
    "site": "choose_site",
    "critic": "choose_critic",
}


async def list_choices(datasette: Any, parameter: str) -> list[str]:
    """Return the values that a parameter of this name may have; none for most names."""
    if parameter not in CHOICES:
        return []
    return [str(row["value"]) for row in (await ask_or_keep(datasette, CHOICES[parameter])).rows]


def name_missing(needs: str, values: Mapping[str, str]) -> str:
    """Name the fields to fill in before there is an answer; empty where there is one.

    ``needs`` is what a question's heading says: fields joined by ``and``, or by ``or`` where one
    of them is enough.
    """
    is_either = " or " in needs
    joint = " or " if is_either else " and "
    fields = needs.split(joint) if needs else []
    missing = [field for field in fields if not values.get(field, "").strip()]
    if is_either and len(missing) < len(fields):
        return ""
    return joint.join(missing).replace("_", " ")
