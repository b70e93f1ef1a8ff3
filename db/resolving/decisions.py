"""Resolve: what operators have said of pairs of entries, and which word holds.

The log is only ever added to. It names entries as their site does, so that it can be taken back by
a database that is made anew; ``verdicts`` are the words that hold today, of the entries of today.
A word holds until it is taken back; then the one before it on the same pair holds again. What a
retraction names it takes back, also where another word has followed.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from msgspec import Struct
from msgspec.structs import asdict, replace
from sqlite_utils import Database

from db.keys import name_key, slug_key
from db.touching import write_ids

if TYPE_CHECKING:
    from db.resolving.traits import Entry

Word: TypeAlias = Literal["same", "different", "unsure", "retracted"]
# A row of verdicts.
Verdict: TypeAlias = tuple[int, str, int | None, int | None, str]
WORDS: tuple[Word, ...] = ("same", "different", "unsure", "retracted")

INSERT_DECISION = """
INSERT INTO decisions (word, one, other, one_key, other_key, reason, evidence, decided_by,
    decided_at)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
RETURNING decision_id
"""
# What a retraction takes back, of another word nothing.
RETRACTS = "iif(word = 'retracted', evidence -> 'retracts', NULL)"
SELECT_ON_PAIR = f"""
SELECT decision_id, word, decided_by, decided_at, {RETRACTS} FROM decisions
WHERE one_key = ? AND other_key = ?
ORDER BY decision_id
"""
SELECT_SAID = "SELECT one, other, evidence FROM decisions WHERE decision_id = ?"
# Whose a card without a slug is comes first, as long as there is one (db/linking.py).
SELECT_ENTRY = """
SELECT entry_id FROM entries WHERE key = ?1
UNION ALL SELECT entry_id FROM cards WHERE name_key = ?1 AND own_key = name_key
UNION ALL SELECT min(entry_id) FROM cards WHERE name_key = ?1 AND own_key <> name_key
GROUP BY name_key HAVING count(DISTINCT own_key) = 1
LIMIT 1
"""
DELETE_VERDICTS = """
DELETE FROM verdicts WHERE decision_id IN (
    SELECT decision_id FROM decisions WHERE one_key = ? AND other_key = ?
)
RETURNING entry_a_id, entry_b_id
"""
INSERT_VERDICT = "INSERT INTO verdicts VALUES (?, ?, ?, ?, ?)"
SELECT_VALUES = """
SELECT key, name, tagline, description, category, pricing, homepage_url
FROM entries WHERE entry_id = ?
"""
# By the entries that a decision names today, and by the ids that it names them by.
SELECT_CONCERNED = """
SELECT one_key, other_key FROM verdicts JOIN decisions USING (decision_id)
WHERE entry_a_id IN (SELECT value FROM json_each(?1))
    OR entry_b_id IN (SELECT value FROM json_each(?1))
UNION SELECT one_key, other_key FROM decisions
WHERE one_key IN (SELECT value FROM json_each(?2)) OR other_key IN (SELECT value FROM json_each(?2))
"""
SELECT_KEYS = """
SELECT entries.key FROM json_each(?1) CROSS JOIN entries ON entry_id = value
UNION SELECT name_key FROM json_each(?1) CROSS JOIN cards ON entry_id = value
"""
COUNT_UNEXPORTED = """
SELECT count(*), max(decided_at) FROM decisions
WHERE decision_id > (SELECT coalesce(max(last_decision_id), 0) FROM decision_exports)
"""


class Name(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """How a decision names an entry: by site and slug, else by site, name and tagline."""

    site: str
    slug: str | None = None
    name: str | None = None
    tagline: str | None = None

    def find_key(self) -> str:
        """Return the id of the entry; raise ``ValueError`` where it is not named."""
        if self.slug is not None:
            return slug_key(self.site, self.slug)
        if self.name is None:
            raise ValueError("neither slug nor name")
        return name_key(self.site, self.name, self.tagline)

    def write(self) -> str:
        """Write it as it is kept."""
        if self.slug is not None:
            return json.dumps({"site": self.site, "slug": self.slug})
        return json.dumps({"site": self.site, "name": self.name, "tagline": self.tagline})


def read_name(text: str) -> Name:
    """Read a name as it is kept."""
    return Name(**json.loads(text))


def find_decision_key(text: str) -> str:
    """Return the id of the entry that a kept name means; schema 6 calls it from SQL, too."""
    return read_name(text).find_key()


class Decision(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An operator's word on two entries, when, by whom and why.

    ``evidence`` is what spoke for and against it, and digests of what both cards said.
    """

    word: Word
    one: Name
    other: Name
    reason: str = ""
    evidence: dict[str, Any]
    decided_by: str
    decided_at: str


class Said(Struct, frozen=True):
    """A word of the log."""

    decision_id: int
    word: str
    decided_by: str
    decided_at: str

    def describe(self) -> dict[str, str]:
        """Return what tells it from other words on its pair, in any database."""
        return {"word": self.word, "decided_by": self.decided_by, "decided_at": self.decided_at}


def follow(words: Sequence[Said], said: Said, retracts: object) -> list[Said]:
    """Return the words on a pair that stand after one more; the last of them holds.

    A retraction takes back the word that it names, or without a name the last.
    """
    if said.word != "retracted":
        return [*words, said]
    for place in reversed(range(len(words))):
        if not retracts or words[place].describe() == retracts:
            return [*words[:place], *words[place + 1 :]]
    return list(words)


def order_sides(decision: Decision) -> Decision:
    """Return a decision whose sides, and what their cards said, are in the order of their ids."""
    if decision.one.find_key() <= decision.other.find_key():
        return decision
    evidence = dict(decision.evidence)
    if "cards" in evidence:
        evidence["cards"] = evidence["cards"][::-1]
    return replace(decision, one=decision.other, other=decision.one, evidence=evidence)


def append_decision(database: Database, decision: Decision) -> int:
    """Add a word to the log, and have it hold; return its number."""
    decision = order_sides(decision)
    one, other = decision.one, decision.other
    row = (
        decision.word, one.write(), other.write(), one.find_key(), other.find_key(),
        decision.reason, json.dumps(decision.evidence, ensure_ascii=False),
        decision.decided_by, decision.decided_at,
    )  # fmt: skip
    (decision_id,) = database.conn.execute(INSERT_DECISION, row).fetchone()
    return int(decision_id)


def find_holding(database: Database, one_key: str, other_key: str) -> Said | None:
    """Return the word that holds of a pair of ids."""
    keys = (min(one_key, other_key), max(one_key, other_key))
    words: list[Said] = []
    for *said, retracts in database.conn.execute(SELECT_ON_PAIR, keys):
        words = follow(words, Said(*said), json.loads(retracts or "null"))
    return words[-1] if words else None


def find_entry(database: Database, key: str) -> int | None:
    """Return the row of the entry that has an id, or alone shows the name and tagline it is of."""
    row = database.conn.execute(SELECT_ENTRY, (key,)).fetchone()
    return None if row is None else int(row[0])


def list_ids_of(database: Database, entry_ids: Iterable[int]) -> set[str]:
    """Return the ids that some entries have, and those of the names that they have shown."""
    return {key for (key,) in database.conn.execute(SELECT_KEYS, (write_ids(entry_ids),))}


def renew_verdicts(database: Database, entry_ids: Collection[int]) -> set[int]:
    """Find anew what holds of these entries; return all entries that it held or holds of."""
    ids = write_ids(entry_ids)
    keys = list_ids_of(database, entry_ids)
    concerned = database.conn.execute(SELECT_CONCERNED, (ids, write_ids(keys))).fetchall()
    return renew_pairs(database, concerned)


def renew_pairs(database: Database, keys: Iterable[tuple[str, str]]) -> set[int]:
    """Find anew what holds of pairs of ids; return all entries that it held or holds of."""
    connection, touched = database.conn, set[int]()
    for one_key, other_key in keys:
        before = connection.execute(DELETE_VERDICTS, (one_key, other_key)).fetchall()
        verdict = _find_verdict(database, one_key, other_key)
        if verdict is not None:
            connection.execute(INSERT_VERDICT, verdict)
            before.append(verdict[2:4])
        touched.update(entry_id for row in before for entry_id in row if entry_id is not None)
    return touched


def _find_verdict(database: Database, one_key: str, other_key: str) -> Verdict | None:
    """Return what holds of a pair of ids today; None where nothing does, or both are one entry."""
    holding = find_holding(database, one_key, other_key)
    if holding is None:
        return None
    decision_id, word = holding.decision_id, holding.word
    one, other, evidence = database.conn.execute(SELECT_SAID, (decision_id,)).fetchone()
    # By the ids of today: a name may be another entry's now.
    sides = [find_entry(database, find_decision_key(name)) for name in (one, other)]
    said = json.loads(evidence).get("cards", [{}, {}])
    rows = [
        (*_compare(database, entry_id, before, minds_new=word == "unsure"), entry_id)
        for entry_id, before in zip(sides, said, strict=True)
    ]
    (_, _, a_id), (_, _, b_id) = rows = sorted(rows, key=lambda row: row[0])
    if a_id is not None and a_id == b_id:
        return None
    changed = [f"{'ab'[place]}.{field}" for place in (0, 1) for field in rows[place][1]]
    return decision_id, word, a_id, b_id, json.dumps(changed)


def find_wrong_verdicts(database: Database) -> Iterator[tuple[str, object, object]]:
    """Yield the decisions of which another thing is kept than holds today: what is, what should."""
    connection = database.conn
    kept = {row[0]: row for row in connection.execute("SELECT * FROM verdicts")}
    pairs = connection.execute("SELECT DISTINCT one_key, other_key FROM decisions").fetchall()
    found = [_find_verdict(database, *keys) for keys in pairs]
    now = {verdict[0]: verdict for verdict in found if verdict is not None}
    for decision_id in sorted(kept.keys() | now.keys()):
        is_there, should = kept.get(decision_id), now.get(decision_id)
        if is_there != should:
            yield f"decision {decision_id}", repr(is_there), repr(should)


def _compare(
    database: Database, entry_id: int | None, said: dict[str, str], *, minds_new: bool
) -> tuple[str, list[str]]:
    """Return an entry's id, and which fields say another thing than when it was decided.

    What was not known then may settle what a person was unsure of, and unsettles no other word.
    """
    if entry_id is None:
        return "", []
    key, *values = database.conn.execute(SELECT_VALUES, (entry_id,)).fetchone()
    now = digest_fields(values)
    fields = now if minds_new and said else said
    return key, [field for field in fields if now.get(field) != said.get(field)]


def digest_fields(values: Sequence[str | None]) -> dict[str, str]:
    """Return digests of what a card says, by field; of what it does not say there is none."""
    names = ("name", "tagline", "description", "category", "pricing", "homepage_url")
    return {
        name: hashlib.sha256(value.encode("utf-8", "surrogatepass")).hexdigest()[:8]
        for name, value in zip(names, values, strict=True)
        if value is not None
    }


def digest_card(entry: Entry) -> dict[str, str]:
    """Return digests of what an entry's card says, by field."""
    values = asdict(entry)
    values.pop("slug")
    names = ("name", "tagline", "description", "category", "pricing", "homepage_url")
    return digest_fields([values[name] for name in names])


def count_unexported(database: Database) -> tuple[int, str | None]:
    """Return how many decisions stand in no file yet, and when the last of them was made."""
    count, decided_at = database.conn.execute(COUNT_UNEXPORTED).fetchone()
    return int(count), decided_at
