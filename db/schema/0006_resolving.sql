-- Resolve: what entries are compared by, which pairs may be one tool, and what operators said.

DROP VIEW v1_merge_queue;
DROP TABLE merge_candidates;

-- Which code resolved the entries last; another resolves all of them anew. One row, or none.
CREATE TABLE resolver (
    version TEXT NOT NULL -- digest of the resolver's code and its list of words
) STRICT;
-- Entries that are new or changed, or gone, since they were resolved: kept by the triggers below.
CREATE TABLE unresolved (
    entry_id INTEGER PRIMARY KEY -- of a row that may be gone
) STRICT;
-- Computed: what an entry is compared by (db/resolving/traits.py).
CREATE TABLE traits (
    entry_id INTEGER PRIMARY KEY, -- whose traits these are
    body BLOB NOT NULL -- as MessagePack
) STRICT;
-- Computed: by what entries are found that may be one tool (db/resolving/keys.py).
CREATE TABLE postings (
    key INTEGER NOT NULL, -- 63 bits of the digest of a key
    entry_id INTEGER NOT NULL,
    PRIMARY KEY (key, entry_id)
) STRICT, WITHOUT ROWID;
-- Computed: pairs of entries that may be one tool. The first of the two has the smaller key.
CREATE TABLE pairs (
    entry_a_id INTEGER NOT NULL REFERENCES entries (entry_id),
    entry_b_id INTEGER NOT NULL REFERENCES entries (entry_id),
    score INTEGER NOT NULL CHECK (score BETWEEN 0 AND 1000), -- thousandths
    rule TEXT, -- by which it is one tool without a person's word; null: none
    doubt TEXT NOT NULL, -- what a rule lacks; empty where there is one
    evidence TEXT NOT NULL CHECK (json_valid(evidence)),
    -- merged: the two are one tool; queued: waits for a person; apart: held different, or their
    -- tools differ in a fact; unsure: a person could not tell; weak: both have far better pairs
    outcome TEXT NOT NULL CHECK (outcome IN ('merged', 'queued', 'apart', 'unsure', 'weak')),
    reason TEXT NOT NULL, -- why the outcome is none without a person
    PRIMARY KEY (entry_a_id, entry_b_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX pairs_b ON pairs (entry_b_id);
CREATE INDEX pairs_queued ON pairs (score) WHERE outcome = 'queued';

-- The ids that the two entries of a decision had when it was made: by them it finds them again.
CREATE TABLE new_decisions (
    decision_id INTEGER PRIMARY KEY,
    word TEXT NOT NULL CHECK (word IN ('same', 'different', 'unsure', 'retracted')),
    one TEXT NOT NULL CHECK (json_valid(one)), -- {"site", "slug"}, or {"site", "name", "tagline"}
    other TEXT NOT NULL CHECK (json_valid(other)),
    one_key TEXT NOT NULL, -- the id of the entry so named; the smaller of the two
    other_key TEXT NOT NULL CHECK (one_key < other_key),
    reason TEXT NOT NULL, -- in the operator's words; may be empty
    evidence TEXT NOT NULL CHECK (json_valid(evidence)), -- what spoke for and against it then
    decided_by TEXT NOT NULL,
    decided_at TEXT NOT NULL CHECK (decided_at GLOB '????-??-??T??:??:??Z')
) STRICT;
INSERT INTO new_decisions
SELECT
    decision_id, word, iif(swaps, other, one), iif(swaps, one, other),
    min(one_key, other_key), max(one_key, other_key), reason, evidence, decided_by, decided_at
FROM (
    SELECT *, one_key > other_key AS swaps
    FROM (
        SELECT *, find_decision_key(one) AS one_key, find_decision_key(other) AS other_key FROM decisions
    )
)
WHERE one_key <> other_key;
DROP TABLE decision_exports;
DROP TABLE decisions;
ALTER TABLE new_decisions RENAME TO decisions;
CREATE INDEX decisions_one ON decisions (one_key, other_key);
CREATE INDEX decisions_other ON decisions (other_key);
-- Each time that the log was written to a file.
CREATE TABLE decision_exports (
    exported_at TEXT NOT NULL CHECK (exported_at GLOB '????-??-??T??:??:??Z'),
    last_decision_id INTEGER NOT NULL -- 0: there was none
) STRICT;
-- Computed: the word that holds of each pair, and of which entries it is today.
CREATE TABLE verdicts (
    decision_id INTEGER PRIMARY KEY REFERENCES decisions (decision_id),
    word TEXT NOT NULL CHECK (word IN ('same', 'different', 'unsure')),
    entry_a_id INTEGER, -- null: no page has shown it yet
    entry_b_id INTEGER,
    changed TEXT NOT NULL CHECK (json_valid(changed)) -- JSON list: what the cards say otherwise now
) STRICT;
CREATE INDEX verdicts_a ON verdicts (entry_a_id);
CREATE INDEX verdicts_b ON verdicts (entry_b_id);

-- Without ON CONFLICT: in a trigger that of the statement which fires it holds.
CREATE TRIGGER unresolved_insert AFTER INSERT ON entries
WHEN new.entry_id NOT IN (SELECT entry_id FROM unresolved) BEGIN
    INSERT INTO unresolved VALUES (new.entry_id);
END;
CREATE TRIGGER unresolved_update
AFTER UPDATE OF slug, name, tagline, description, category, pricing, homepage_url ON entries
WHEN (old.slug, old.name, old.tagline, old.description, old.category, old.pricing,
    old.homepage_url)
    IS NOT (new.slug, new.name, new.tagline, new.description, new.category, new.pricing,
    new.homepage_url)
    AND new.entry_id NOT IN (SELECT entry_id FROM unresolved)
BEGIN
    INSERT INTO unresolved VALUES (new.entry_id);
END;
CREATE TRIGGER unresolved_delete BEFORE DELETE ON entries BEGIN
    INSERT INTO unresolved
    SELECT entry_id FROM (
        SELECT old.entry_id AS entry_id
        UNION SELECT entry_b_id FROM pairs WHERE entry_a_id = old.entry_id
        UNION SELECT entry_a_id FROM pairs WHERE entry_b_id = old.entry_id
        UNION SELECT entry_b_id FROM verdicts WHERE entry_a_id = old.entry_id
        UNION SELECT entry_a_id FROM verdicts WHERE entry_b_id = old.entry_id
        UNION SELECT entry_id FROM entries WHERE tool_id = old.entry_id
    )
    WHERE entry_id NOTNULL AND entry_id NOT IN (SELECT entry_id FROM unresolved);
    DELETE FROM pairs WHERE entry_a_id = old.entry_id OR entry_b_id = old.entry_id;
    UPDATE entries SET tool_id = NULL WHERE tool_id = old.entry_id;
END;
-- The entry that was seen first leads its tool.
CREATE TRIGGER unresolved_date AFTER UPDATE OF first_seen_at ON entry_dates
WHEN old.first_seen_at <> new.first_seen_at
    AND new.entry_id NOT IN (SELECT entry_id FROM unresolved)
BEGIN
    INSERT INTO unresolved VALUES (new.entry_id);
END;
-- A decision names an entry by what it had before its slug was known.
CREATE TRIGGER unresolved_card AFTER INSERT ON cards
WHEN new.own_key = new.name_key AND new.entry_id NOT IN (SELECT entry_id FROM unresolved) BEGIN
    INSERT INTO unresolved VALUES (new.entry_id);
END;
CREATE TRIGGER unresolved_move AFTER UPDATE OF entry_id ON cards
WHEN old.entry_id <> new.entry_id BEGIN
    INSERT INTO unresolved
    SELECT entry_id FROM (SELECT old.entry_id AS entry_id UNION SELECT new.entry_id)
    WHERE entry_id NOT IN (SELECT entry_id FROM unresolved);
END;
INSERT INTO unresolved SELECT entry_id FROM entries;

CREATE VIEW v1_merge_queue ( -- Pairs of entries that may be one tool and wait for a person's word
    entry_a_id, -- One entry
    entry_b_id, -- The other entry
    score, -- How much speaks for it, in thousandths
    reason, -- Why it was not decided without a person
    name_a, -- Name of the one
    name_b, -- Name of the other
    evidence -- JSON object: what speaks for it, what against it, and the parts of the score
) AS
SELECT
    entry_a.key, entry_b.key, pairs.score, pairs.reason, entry_a.name, entry_b.name, pairs.evidence
FROM pairs
JOIN entries AS entry_a ON entry_a.entry_id = pairs.entry_a_id
JOIN entries AS entry_b ON entry_b.entry_id = pairs.entry_b_id
WHERE pairs.outcome = 'queued';

CREATE VIEW v1_merges ( -- Pairs of entries that are one tool, and what says so
    entry_a_id, -- One entry
    entry_b_id, -- The other entry
    tool_id, -- The tool that both belong to
    decided_by, -- rule, or operator where a person has said so
    rule, -- The rule that joined them; null where a person did, or a chain of other pairs does
    score, -- How much speaks for it, in thousandths; null where they were never compared
    evidence -- JSON object: what speaks for it, and what against it
) AS
SELECT
    entry_a.key, entry_b.key, leading.key, 'operator', NULL, pairs.score, decisions.evidence
FROM verdicts
JOIN decisions ON decisions.decision_id = verdicts.decision_id
JOIN entries AS entry_a ON entry_a.entry_id = verdicts.entry_a_id
JOIN entries AS entry_b ON entry_b.entry_id = verdicts.entry_b_id
JOIN entries AS leading ON leading.entry_id = coalesce(entry_a.tool_id, entry_a.entry_id)
LEFT JOIN pairs ON pairs.entry_a_id = entry_a.entry_id AND pairs.entry_b_id = entry_b.entry_id
WHERE verdicts.word = 'same' AND NOT EXISTS (
    SELECT 1 FROM verdicts AS later
    WHERE later.entry_a_id = verdicts.entry_a_id AND later.entry_b_id = verdicts.entry_b_id
        AND later.word = 'same' AND later.decision_id > verdicts.decision_id
)
UNION ALL
SELECT
    entry_a.key, entry_b.key, leading.key, 'rule', pairs.rule, pairs.score, pairs.evidence
FROM pairs
JOIN entries AS entry_a ON entry_a.entry_id = pairs.entry_a_id
JOIN entries AS entry_b ON entry_b.entry_id = pairs.entry_b_id
JOIN entries AS leading ON leading.entry_id = coalesce(entry_a.tool_id, entry_a.entry_id)
WHERE pairs.outcome = 'merged' AND NOT EXISTS (
    SELECT 1 FROM verdicts
    WHERE verdicts.entry_a_id = pairs.entry_a_id AND verdicts.entry_b_id = pairs.entry_b_id
        AND verdicts.word = 'same'
);

CREATE VIEW v1_tool_aliases ( -- Ids that a tool had, or may have had, and its id today
    old_tool_id, -- The id of an entry that does not lead its tool, or an id that one had without a slug
    tool_id -- The tool's id
) AS
SELECT entries.key, leading.key
FROM entries
JOIN entries AS leading ON leading.entry_id = entries.tool_id
UNION
SELECT v1_entry_aliases.old_entry_id, leading.key
FROM v1_entry_aliases
JOIN entries ON entries.key = v1_entry_aliases.entry_id
JOIN entries AS leading ON leading.entry_id = coalesce(entries.tool_id, entries.entry_id);

CREATE VIEW v1_decisions ( -- What operators have said of pairs of entries: a log that only grows
    decision_id, -- Rising number; another one in a database that took the log back
    word, -- same, different, unsure, or retracted: takes back the word before it on this pair
    site_a, -- Site of the one entry
    slug_a, -- Its slug; null where it is named by name and tagline
    name_a, -- Its name today; else as the decision names it
    site_b, -- Site of the other entry
    slug_b, -- Its slug
    name_b, -- Its name
    entry_a_id, -- The one entry today; null where the word does not hold, or no page has shown it
    entry_b_id, -- The other entry today
    holds, -- 1 where it is the word that holds of this pair, else 0
    changed, -- JSON list: what the cards say otherwise since; null where the word does not hold
    reason, -- In the operator's words
    evidence, -- JSON object: what spoke for and against it when it was decided
    decided_by, -- Who
    decided_at -- When (UTC)
) AS
SELECT
    decisions.decision_id,
    decisions.word,
    decisions.one ->> 'site',
    decisions.one ->> 'slug',
    coalesce(entry_a.name, decisions.one ->> 'name'),
    decisions.other ->> 'site',
    decisions.other ->> 'slug',
    coalesce(entry_b.name, decisions.other ->> 'name'),
    entry_a.key,
    entry_b.key,
    verdicts.decision_id IS NOT NULL,
    verdicts.changed,
    decisions.reason,
    decisions.evidence,
    decisions.decided_by,
    decisions.decided_at
FROM decisions
LEFT JOIN verdicts ON verdicts.decision_id = decisions.decision_id
LEFT JOIN entries AS entry_a ON entry_a.entry_id = verdicts.entry_a_id
LEFT JOIN entries AS entry_b ON entry_b.entry_id = verdicts.entry_b_id;
