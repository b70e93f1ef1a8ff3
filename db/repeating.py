"""Check: whether a run saw of an entry only what had been seen, so that nothing can differ.

A run that sees a whole site again mostly changes nothing. To tell so from what was observed is
much cheaper than to compute everything twice, and follows from nothing that later runs change.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import groupby

from db.history import Value
from db.observations import Observations, Sight
from db.quoting import normalise


def is_repeated(observed: Observations, run_id: int) -> bool:
    """Tell whether what was read from this run on says for certain only what was said before.

    It must come later than all before, and show on each page what that page showed last, or on a
    page that is new what another shows. Where the cards shown since then agree, no value differs;
    where no page shows anything else, no quote ends or comes back.
    """
    before = [sight for sight in observed.sights if sight.run_id < run_id]
    since = observed.sights[len(before) :]
    if not before or any(sight.run_id < run_id for sight in since):
        return False
    if not since:
        return True
    shown = dict(_list_moments(before))
    standing = {card_id for cards in shown.values() for card_id in cards}
    for page, cards in _list_moments(since):
        if shown.setdefault(page, cards) != cards or not cards <= standing:
            return False
    last_seen = {sight.card_id: place for place, sight in enumerate(before)}
    start = min(last_seen[sight.card_id] for sight in since)
    return _agree(observed, {sight.card_id for sight in before[start:]})


def _list_moments(sights: Sequence[Sight]) -> Iterator[tuple[str, set[int]]]:
    """Yield which cards a page showed at a time, in the order of observation."""
    for (_, page), group in groupby(sights, key=lambda sight: (sight.observed_at, sight.page)):
        yield page, {sight.card_id for sight in group}


def _agree(observed: Observations, card_ids: Collection[int]) -> bool:
    """Tell whether no two of these cards state different values, or print words differently."""
    if len(card_ids) == 1:
        return True
    stated: dict[tuple[str, str], Value] = {}
    for card_id in card_ids:
        card = observed.cards[card_id]
        for name, value in card.values.items():
            is_stated = value is not None or name in card.denied
            if is_stated and stated.setdefault(("", name), value) != value:
                return False
    for said in observed.printed:
        if said.card_id not in card_ids:
            continue
        words = normalise(said.text)
        for name, value in said.values.items():
            if value is not None and stated.setdefault((words, name), value) != value:
                return False
    return True
