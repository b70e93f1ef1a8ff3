"""Load: everything that follows from what was observed of an entry, computed for those touched.

Nothing here looks at what was computed before, except to count what changed and to leave alone
what did not: current values, histories, ends and dates are functions of the observations alone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlite_utils import Database

from db.history import Observed, Version, build_versions, list_ends
from db.issues import has_load_issues, put_load_issues
from db.ledger import Run
from db.observations import Card, Observations, Sight, read_observations
from db.quoting import Quotes, Said, find_quotes
from db.storing import EntryRow, QuoteRow, store_entries
from db.touching import Touched, write_ids

SELECT_PLACES = """
SELECT reading_id, position, card_id
FROM json_each(?) CROSS JOIN cards ON entry_id = value CROSS JOIN sightings USING (card_id)
"""
AMBIGUOUS = "reviewer_ambiguous"
# What was seen of so many is in memory at a time.
ENTRIES_AT_ONCE = 500


def compute_entries(database: Database, run: Run, touched: Touched) -> None:
    """Compute everything that rests on the touched entries; what nothing shows any more goes."""
    entry_ids = sorted(touched.entries)
    has_ambiguous = has_load_issues(database, AMBIGUOUS)
    for start in range(0, len(entry_ids), ENTRIES_AT_ONCE):
        ids = entry_ids[start : start + ENTRIES_AT_ONCE]
        ambiguous = _compute_some(database, run, ids)
        if ambiguous or has_ambiguous:
            _note_ambiguous(database, run, ids, ambiguous, touched)


def _compute_some(
    database: Database, run: Run, entry_ids: Sequence[int]
) -> dict[int, tuple[str, ...]]:
    """Compute some entries; return the critics that words without a name may be of, by card."""
    computed: list[EntryRow] = []
    ambiguous: dict[int, tuple[str, ...]] = {}
    for observed in read_observations(database, entry_ids):
        quotes = assign_quotes(observed)
        computed.append(compute_entry(observed, quotes))
        ambiguous |= quotes.ambiguous
    store_entries(database, run, entry_ids, computed)
    return ambiguous


def assign_quotes(observed: Observations) -> Quotes:
    """Find out which quotes an entry has, and which of them each printed text is."""
    first_seen = {s.card_id: place for place, s in reversed(list(enumerate(observed.sights)))}
    return find_quotes(observed.key, observed.printed, first_seen)


def compute_entry(observed: Observations, quotes: Quotes) -> EntryRow:
    """Compute an entry and its quotes from what was observed of it."""
    cards, sights = observed.cards, observed.sights
    versions = build_versions(
        Observed(
            observed_at=sight.observed_at,
            page=sight.page,
            run_id=sight.run_id,
            values=cards[sight.card_id].values,
            derived=cards[sight.card_id].derived,
            denied=cards[sight.card_id].denied,
        )
        for sight in sights
    )
    last_seen = {sight.card_id: place for place, sight in enumerate(sights)}
    rows = {
        key: _compute_quote(said, cards, sights, last_seen) for key, said in quotes.said.items()
    }
    urls: dict[int, str] = {}
    for sight in sights:
        if sight.url is not None:
            urls[sight.card_id] = min(urls.get(sight.card_id, sight.url), sight.url)
    return EntryRow(
        entry_id=observed.entry_id,
        versions=versions,
        first_seen_at=sights[0].observed_at,
        last_seen_at=sights[-1].observed_at,
        quotes=rows,
        printed=quotes.printed,
        quote_keys=quotes.keys,
        cards={
            card_id: (_find_settled(card_id, card, versions[-1], quotes, rows), urls.get(card_id))
            for card_id, card in cards.items()
        },
    )


def _compute_quote(
    said: Mapping[int, Said],
    cards: Mapping[int, Card],
    sights: Sequence[Sight],
    last_seen: Mapping[int, int],
) -> QuoteRow:
    """Compute one quote; ``said`` is what each card prints of it."""
    showing = [sight for sight in sights if sight.card_id in said]
    pages = {sight.page for sight in showing}
    observations = [
        Observed(
            observed_at=sight.observed_at,
            page=sight.page,
            run_id=sight.run_id,
            values=said[sight.card_id].values if sight.card_id in said else None,
        )
        for sight in sights
        if sight.page in pages and cards[sight.card_id].reads_quotes
    ]
    latest = max(said, key=last_seen.__getitem__)
    return QuoteRow(
        text=said[latest].text,
        versions=build_versions(observations),
        ends=tuple(list_ends(observations)),
        first_seen_at=showing[0].observed_at,
        last_seen_at=showing[-1].observed_at,
        sighting_count=len({sight.archive_id for sight in showing}),
    )


def _find_settled(
    card_id: int, card: Card, now: Version, quotes: Quotes, rows: Mapping[str, QuoteRow]
) -> str | None:
    """Return from when on seeing a card changes nothing but dates; None if it does.

    Where several critics have said its words, each sight of them counts: which of the critics was
    seen first, and which pages leave open who is meant.
    """
    is_denying = any(now.values[field] is not None for field in card.denied)
    if is_denying or card_id in quotes.contested:
        return None
    for field, value in card.values.items():
        is_derived = field in card.derived
        if value is None or (is_derived and field not in now.derived):
            continue
        if now.values[field] != value or is_derived != (field in now.derived):
            return None
    printed = [key for (printing, _), key in quotes.keys.items() if printing == card_id]
    if len(set(printed)) < len(printed):
        # Printed twice, it would be dated twice.
        return None
    since = now.valid_from
    for key, said in quotes.said.items():
        if card_id not in said:
            continue
        row, mine = rows[key], said[card_id]
        last = row.versions[-1]
        if last.valid_to is not None or row.text != mine.text:
            return None
        if any(v is not None and last.values[f] != v for f, v in mine.values.items()):
            return None
        since = max(since, last.valid_from)
    return since


def _note_ambiguous(
    database: Database,
    run: Run,
    entry_ids: Sequence[int],
    ambiguous: Mapping[int, tuple[str, ...]],
    touched: Touched,
) -> None:
    """Note which readings show words without a name that several critics have said."""
    places: dict[tuple[str, ...] | None, list[tuple[int, str]]] = {}
    rows = database.conn.execute(SELECT_PLACES, (write_ids(entry_ids),)).fetchall()
    for reading_id, position, card_id in rows:
        place = (reading_id, f"tools.{position}.quotes")
        places.setdefault(ambiguous.get(card_id), []).append(place)
    for names, shown in places.items():
        message = "words without a critic's name that several critics have said"
        issue = None if names is None else (message, "one critic", ", ".join(names))
        put_load_issues(database, run, AMBIGUOUS, shown, issue, touched)
