"""Load: history as a pure function of what was observed.

States come in the order of observation, whatever the order of arrival. A field that a
rendering lacks says nothing about it, one that it denies has no value from then on, and a derived
value never displaces a stated one.
Versions of one thing never overlap; A, B, A are three.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import TypeAlias

from msgspec import Struct

Value: TypeAlias = str | int | None
State: TypeAlias = dict[str, Value]


class Observed(Struct, frozen=True, kw_only=True):
    """That a page, read in a run, showed these values; None if it no longer showed the thing."""

    observed_at: str
    page: str
    run_id: int
    values: Mapping[str, Value] | None
    derived: tuple[str, ...] = ()
    denied: tuple[str, ...] = ()


class Version(Struct, frozen=True):
    """What held from when to when; ``valid_to`` is None while it holds."""

    valid_from: str
    valid_to: str | None
    run_id: int
    values: State
    derived: tuple[str, ...]


def build_versions(observations: Iterable[Observed]) -> list[Version]:
    """Return the versions that observations, in their order, amount to.

    A thing holds while any page that showed it has not been observed later without it.
    Observations of one second are one moment: only what holds after the last of them counts.
    """
    versions: list[Version] = []
    values: State = {}
    stated: set[str] = set()
    pages: set[str] = set()
    for observed_at, group in groupby(observations, key=lambda observed: observed.observed_at):
        moment = list(group)
        # Only a later observation ends something, so within a moment what is shown counts.
        showing = {observed.page for observed in moment if observed.values is not None}
        pages = (pages - {observed.page for observed in moment}) | showing
        for observed in moment:
            if observed.values is not None:
                _merge(observed.values, observed.derived, values, stated)
                if observed.denied:
                    values |= dict.fromkeys(observed.denied)
                    stated.update(observed.denied)
        derived = tuple(f for f, value in values.items() if value is not None and f not in stated)
        run_id = min(observed.run_id for observed in moment)
        now = Version(observed_at, None, run_id, dict(values), derived) if pages else None
        _append(versions, now, observed_at)
    return versions


def _merge(
    new: Mapping[str, Value], derived: Sequence[str], values: State, stated: set[str]
) -> None:
    for field, value in new.items():
        values.setdefault(field, None)
        if value is None or (field in derived and field in stated):
            continue
        values[field] = value
        if field not in derived:
            stated.add(field)


def _append(versions: list[Version], now: Version | None, observed_at: str) -> None:
    last = versions[-1] if versions and versions[-1].valid_to is None else None
    if last is not None:
        if now is not None and (last.values, last.derived) == (now.values, now.derived):
            return
        versions[-1] = Version(last.valid_from, observed_at, last.run_id, last.values, last.derived)
    if now is not None:
        versions.append(now)


def list_ends(observations: Iterable[Observed]) -> Iterator[tuple[str, str]]:
    """Yield each page that stopped showing a thing, and when it was first observed without it.

    The observations stand in their order; those of one second end nothing of each other.
    """
    shown_at: dict[str, str] = {}
    for observed in observations:
        if observed.values is not None:
            shown_at[observed.page] = observed.observed_at
        elif shown_at.get(observed.page, observed.observed_at) < observed.observed_at:
            del shown_at[observed.page]
            yield observed.page, observed.observed_at
