"""Load: what new observations change.

Most of them change nothing but dates: a card says what it said. For each card it is known from
when on that is so (``settled_at``): it states nothing that does not hold since then, and all its
quotes stand. Where a page, too, was never seen before, or showed just these cards when it was
last seen, no version can begin or end. All else is computed anew from all that was observed of
the entries (``db.computing``), so that the order of arrival cannot matter.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

from msgspec import Struct
from sqlite_utils import Database

from db.cards import Known
from db.comparisons import compute_comparisons
from db.computing import compute_entries
from db.issues import compute_issues
from db.ledger import Run, begin_met
from db.linking import link_cards, name_pages, note_ambiguous
from db.touching import Touched, find_last, write_ids

SELECT_EARLIER = """
SELECT page, max(observed_at), reading_id
FROM json_each(?) CROSS JOIN readings ON page = value CROSS JOIN snapshots USING (reading_id)
GROUP BY page
"""
COUNT_AT_ONCE = """
SELECT count(DISTINCT reading_id) FROM readings CROSS JOIN snapshots USING (reading_id)
WHERE page = ? AND observed_at = ?
"""
SELECT_SHOWN = "SELECT card_id FROM sightings WHERE reading_id = ? ORDER BY position"
SELECT_WITH_ISSUES = """
SELECT DISTINCT value FROM json_each(?) CROSS JOIN issues ON subject = value
WHERE stage <> 'fetch'
"""
DATE_ENTRY = """
UPDATE entry_dates SET last_seen_at = max(last_seen_at, ?2) WHERE entry_id = ?1
"""
# They are there; inserting is the quickest way to all quotes of a card. One that went over to
# another entry in this batch has none yet, and is computed.
DATE_QUOTES = """
INSERT INTO quote_dates SELECT quote_id, ?2, ?2, ?3 FROM card_quotes
WHERE card_id = ?1 AND quote_id IS NOT NULL
ON CONFLICT (quote_id) DO UPDATE SET last_seen_at = max(last_seen_at, excluded.last_seen_at),
    sighting_count = sighting_count + excluded.sighting_count
"""
UPDATE_CARD = "UPDATE cards SET page_url = ? WHERE card_id = ?"
DATE_COMPARISON = """
UPDATE comparisons SET last_seen_at = ?1, title = ?2, url = coalesce(?3, url) WHERE key = ?4
"""
# All of them, so many at a time.
SELECT_ENTRIES = "SELECT entry_id FROM entries WHERE entry_id > ? ORDER BY entry_id LIMIT ?"
SELECT_PAGES = "SELECT key FROM comparisons WHERE key > ? ORDER BY key LIMIT ?"
SELECT_READINGS = """
SELECT reading_id FROM readings WHERE kind <> 'unknown' AND reading_id > ?
ORDER BY reading_id LIMIT ?
"""
SELECT_NAMES = """
SELECT DISTINCT name_key FROM cards WHERE own_key = name_key AND name_key > ?
ORDER BY name_key LIMIT ?
"""
SELECT_SUBJECTS = """
SELECT DISTINCT subject FROM issues WHERE stage <> 'fetch' AND subject > ?
ORDER BY subject LIMIT ?
"""
AT_ONCE = 1000

Key = TypeVar("Key", int, str)


class Earlier(Struct, frozen=True):
    """What a page showed when it was last seen; the cards are None where it was two things."""

    observed_at: str
    cards: tuple[int, ...] | None


class Seen(Struct, kw_only=True):
    """What one new snapshot shows; ``earlier`` is what its page showed before it came."""

    observed_at: str
    page: str
    site: str
    address: str | None
    url: str | None
    title: str | None
    subject: str
    is_whole: bool
    has_issues: bool
    cards: tuple[Known, ...]
    earlier: Earlier | None = None

    @property
    def ends_nothing(self) -> bool:
        """Whether its page was never seen before, or showed just these cards when it last was."""
        if len({card.entry_id for card in self.cards}) < len(self.cards):
            # Of one entry twice: what one shows, the other may lack.
            return False
        if self.earlier is None:
            return True
        shown = tuple([card.card_id for card in self.cards])
        return self.observed_at > self.earlier.observed_at and shown == self.earlier.cards

    def is_settled(self, card: Known) -> bool:
        """Tell whether a card of its changes nothing but dates."""
        return card.settled_at is not None and self.observed_at >= card.settled_at


def note_earlier(database: Database, seen: Sequence[Seen]) -> None:
    """Note what the pages showed when they were last seen, before the snapshots are inserted."""
    connection, latest = database.conn, {}
    pages = write_ids({each.page for each in seen})
    for page, at, reading_id in connection.execute(SELECT_EARLIER, (pages,)).fetchall():
        (count,) = connection.execute(COUNT_AT_ONCE, (page, at)).fetchone()
        shown = connection.execute(SELECT_SHOWN, (reading_id,)).fetchall()
        latest[page] = Earlier(at, tuple(i for (i,) in shown) if count == 1 else None)
    for each in seen:
        each.earlier = earlier = latest.get(each.page)
        cards: tuple[int, ...] | None = tuple([card.card_id for card in each.cards])
        if earlier is not None and earlier.observed_at == each.observed_at:
            cards = None
        if earlier is None or earlier.observed_at <= each.observed_at:
            latest[each.page] = Earlier(each.observed_at, cards)


def settle(database: Database, run: Run, seen: Sequence[Seen], touched: Touched) -> None:
    """Date what is seen and changes nothing; compute what it, or the batch, changed."""
    link_cards(database, run, touched)
    dates = Dates()
    for each in seen:
        if each.ends_nothing:
            dates.add(each)
            touched.entries.update([c.entry_id for c in each.cards if not each.is_settled(c)])
        else:
            touched.entries.update([card.entry_id for card in each.cards])
            touched.pages.add(each.page)
    dates.write(database)
    note_ambiguous(database, run, touched)
    compute_comparisons(database, touched.pages)
    compute_entries(database, run, touched)
    touched.subjects.update(each.subject for each in seen if each.has_issues)
    seen_at = {each.subject for each in seen} | {each.address for each in seen if each.address}
    subjects = write_ids(seen_at - touched.subjects)
    with_issues = database.conn.execute(SELECT_WITH_ISSUES, (subjects,))
    touched.subjects.update(subject for (subject,) in with_issues)
    compute_issues(database, touched.subjects)


def settle_all(database: Database, run: Run | None = None) -> None:
    """Compute everything from all that was observed, in the name of a run or else of the last."""
    if run is None:
        run = Run(run_id=find_last(database, "run_id", "runs"), code_version="", reader_version="")
        begin_met(database)
    for table in ("comparison_entries", "comparisons"):
        database.conn.execute(f"DELETE FROM {table}")
    for readings in _split(database, SELECT_READINGS, 0):
        name_pages(database, readings, Touched())
    for names in _split(database, SELECT_NAMES, ""):
        link_cards(database, run, Touched(names=set(names)))
    for names in _split(database, SELECT_NAMES, ""):
        note_ambiguous(database, run, Touched(names=set(names)))
    for pages in _split(database, SELECT_PAGES, ""):
        compute_comparisons(database, pages)
    for entries in _split(database, SELECT_ENTRIES, 0):
        compute_entries(database, run, Touched(entries=set(entries)))
    for subjects in _split(database, SELECT_SUBJECTS, ""):
        compute_issues(database, subjects)


def _split(database: Database, sql: str, last: Key) -> Iterator[list[Key]]:
    """Yield all keys that a statement selects, so many at a time; all come after ``last``."""
    while keys := [key for (key,) in database.conn.execute(sql, (last, AT_ONCE))]:
        yield keys
        last = keys[-1]


class Dates:
    """When what changes nothing else was seen, summed up over a batch."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._entries: dict[int, str] = {}
        self._cards: dict[int, tuple[str, int]] = {}
        self._urls: dict[int, str] = {}
        self._comparisons: list[tuple[str, str | None, str | None, str]] = []

    def add(self, seen: Seen) -> None:
        """Add a snapshot; of its cards, those that are settled."""
        at, url = seen.observed_at, seen.url
        for card in seen.cards:
            if not seen.is_settled(card):
                continue
            last_at, count = self._cards.get(card.card_id, (at, 0))
            self._cards[card.card_id] = (max(last_at, at), count + 1)
            self._entries[card.entry_id] = max(self._entries.get(card.entry_id, at), at)
            smallest = self._urls.get(card.card_id, card.page_url)
            if url is not None and (smallest is None or url < smallest):
                self._urls[card.card_id] = url
        if seen.earlier is not None and seen.is_whole:
            self._comparisons.append((at, seen.title, url, seen.page))

    def write(self, database: Database) -> None:
        """Date the entries, their quotes, and the comparisons."""
        connection = database.conn
        cards = [(card_id, at, count) for card_id, (at, count) in self._cards.items()]
        connection.executemany(DATE_ENTRY, self._entries.items())
        connection.executemany(DATE_QUOTES, cards)
        connection.executemany(UPDATE_CARD, [(url, i) for i, url in self._urls.items()])
        connection.executemany(DATE_COMPARISON, self._comparisons)
