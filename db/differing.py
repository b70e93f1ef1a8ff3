"""Check: how a thing differs between two states of what is known of it.

Both states follow from observations, the one from fewer than the other. What was not stated
before is no change of the site when it is: it is known now. Nor is what was learned of the past.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Sequence
from typing import Any, Literal, TypeAlias

from msgspec import Struct

from db.history import Version

How: TypeAlias = Literal["new", "changed", "known", "ended", "back", "earlier"]
Fields: TypeAlias = dict[str, tuple[Any, Any]]


class Difference(Struct, frozen=True):
    """In what a thing differs, and since when; ``fields`` has values before and after."""

    how: How
    at: str
    fields: Fields


def list_differences(before: Sequence[Version], after: Sequence[Version]) -> Iterator[Difference]:
    """Yield how the later state of a thing differs; ``before`` is empty where it was not known."""
    now = after[-1]
    if not before:
        if now.valid_to is None:
            yield Difference("new", after[0].valid_from, _list_stated(now))
        else:
            yield Difference("earlier", after[0].valid_from, {})
        return
    was, begins_at = before[-1], _find_beginning(after, ())
    told = []
    if was.valid_to is None and now.valid_to is not None:
        told = [Difference("ended", now.valid_to, {})]
    elif was.valid_to is not None and now.valid_to is None and begins_at > after[0].valid_from:
        told = [Difference("back", begins_at, _list_changed(was, now))]
    elif now.valid_to is None:
        told = list(_compare(was, now, after))
    yield from told
    yield from _tell_past(before, after, is_alone=not told)


def _compare(was: Version, now: Version, after: Sequence[Version]) -> Iterator[Difference]:
    """Compare what stands now with what was known, be it that it stood or that it had ended."""
    changed, known = _list_changed(was, now), _list_known(was, now)
    if changed:
        yield Difference("changed", _find_beginning(after, changed), changed)
    if known:
        yield Difference("known", _find_beginning(after, known), known)
    elif was.valid_to is not None:
        # It had not ended: another page showed it all the time.
        yield Difference("known", was.valid_to, {})


def _list_stated(now: Version) -> Fields:
    stated: Fields = {name: (None, v) for name, v in now.values.items() if v is not None}
    if now.derived:
        stated["derived"] = (None, json.dumps(now.derived))
    return stated


def _list_changed(was: Version, now: Version) -> Fields:
    """Return the fields that say otherwise; of a guess that a page corrects, none."""
    return {
        name: (value, now.values[name])
        for name, value in was.values.items()
        if value is not None and now.values[name] != value and not _is_first_stated(name, was, now)
    }


def _list_known(was: Version, now: Version) -> Fields:
    known: Fields = {
        name: (value, now.values[name])
        for name, value in was.values.items()
        if now.values[name] != value and (value is None or _is_first_stated(name, was, now))
    }
    if was.derived != now.derived:
        known["derived"] = (json.dumps(was.derived), json.dumps(now.derived))
    return known


def _is_first_stated(name: str, was: Version, now: Version) -> bool:
    return name in was.derived and name not in now.derived


def _find_beginning(versions: Sequence[Version], fields: Collection[str]) -> str:
    """Return since when these fields, without a gap, are what they are in the last version."""
    now = later = versions[-1]
    for version in reversed(versions[:-1]):
        if version.valid_to != later.valid_from or any(
            version.derived != now.derived
            if name == "derived"
            else version.values[name] != now.values[name]
            for name in fields
        ):
            break
        later = version
    return later.valid_from


def _tell_past(
    before: Sequence[Version], after: Sequence[Version], *, is_alone: bool
) -> Iterator[Difference]:
    """Tell, in one, what became known of the time before what holds now.

    Its fields are those of the first state that was not known, and what they were followed by.
    That it stood then with the same values is told only where nothing else is.
    """
    was, now = before[-1], after[-1]
    found = [
        (version.valid_from, _list_followed(version, following))
        for version, following in zip(after, (*after[1:], None), strict=True)
        if (version is not now or now.valid_to is not None) and not _is_known(version, before)
    ]
    if not found and now.valid_to is None and now.valid_from != was.valid_from:
        found = [(now.valid_from, {})]
    telling = [each for each in found if each[1]] or (found if is_alone else [])
    if telling:
        yield Difference("earlier", *telling[0])


def _is_known(version: Version, before: Sequence[Version]) -> bool:
    return any(
        known.valid_from == version.valid_from
        and all(value in (None, version.values[name]) for name, value in known.values.items())
        for known in before
    )


def _list_followed(version: Version, following: Version | None) -> Fields:
    if following is None or version.valid_to != following.valid_from:
        return {}
    pairs = {name: (value, following.values[name]) for name, value in version.values.items()}
    return {name: pair for name, pair in pairs.items() if None not in pair and pair[0] != pair[1]}
