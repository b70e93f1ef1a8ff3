-- Load: what was read, apart from when it was seen. An observation whose page shows what it showed
-- before is one more row in snapshots, and shares the reading of the one that it confirms.

DROP VIEW v1_quotes;
DROP VIEW v1_snapshots;
DROP VIEW v1_sightings;
DROP VIEW v1_sites;
ALTER TABLE snapshots RENAME TO old_snapshots;
ALTER TABLE card_sightings RENAME TO old_card_sightings;
ALTER TABLE quote_sightings RENAME TO old_quote_sightings;
ALTER TABLE snapshot_issues RENAME TO old_snapshot_issues;

-- What a reader made of a page's bytes. Its cards, quotes and issues are those of every snapshot
-- that has it.
CREATE TABLE readings (
    reading_id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('comparison', 'tool', 'unknown')),
    site TEXT,
    url TEXT, -- the canonical address
    page TEXT NOT NULL, -- what makes two snapshots the same page (db/keys.py)
    subject TEXT NOT NULL, -- what its issues are about: its address, else its SHA-256
    comparison_id INTEGER REFERENCES comparisons (comparison_id),
    title TEXT,
    content_type TEXT, -- as the reader was told it
    reader TEXT NOT NULL,
    reader_version TEXT NOT NULL
) STRICT;
INSERT INTO readings
SELECT
    snapshot_id, kind, site, url, page, subject, comparison_id, title, NULL, reader, reader_version
FROM old_snapshots;

-- One row an observation: a page's bytes at a time. Written when they have been read, and so
-- also the note that they were.
CREATE TABLE snapshots (
    snapshot_id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    archive_id INTEGER NOT NULL UNIQUE, -- the row in the archive file
    run_id INTEGER NOT NULL REFERENCES runs (run_id), -- the run that read it first
    reading_id INTEGER NOT NULL REFERENCES readings (reading_id),
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
    address TEXT, -- where the bytes came from; null for a local file
    observed_at TEXT NOT NULL CHECK (observed_at GLOB '????-??-??T??:??:??Z'),
    status INTEGER
) STRICT;
INSERT INTO snapshots
SELECT
    snapshot_id, key, archive_id, run_id, snapshot_id, sha256, address, observed_at, status
FROM old_snapshots;

CREATE TABLE card_sightings (
    reading_id INTEGER NOT NULL REFERENCES readings (reading_id),
    position INTEGER NOT NULL CHECK (position >= 1),
    card_id INTEGER NOT NULL REFERENCES cards (card_id),
    place INTEGER, -- block index of the name
    reads_quotes INTEGER NOT NULL CHECK (reads_quotes IN (0, 1)), -- its quotes were read, all of them
    PRIMARY KEY (reading_id, position)
) STRICT, WITHOUT ROWID;
INSERT INTO card_sightings SELECT * FROM old_card_sightings;

CREATE TABLE quote_sightings (
    reading_id INTEGER NOT NULL REFERENCES readings (reading_id),
    quote_id INTEGER NOT NULL REFERENCES quotes (quote_id),
    reviewer TEXT,
    seat INTEGER NOT NULL,
    score INTEGER,
    verdict TEXT,
    place INTEGER, -- block index of the text
    PRIMARY KEY (reading_id, quote_id)
) STRICT, WITHOUT ROWID;
INSERT INTO quote_sightings
SELECT snapshot_id, quote_id, reviewer, seat, score, verdict, place FROM old_quote_sightings;

-- Computed: each time a page that had shown a quote was first observed without it.
CREATE TABLE quote_ends (
    quote_id INTEGER NOT NULL REFERENCES quotes (quote_id),
    page TEXT NOT NULL,
    ended_at TEXT NOT NULL,
    PRIMARY KEY (quote_id, page, ended_at)
) STRICT, WITHOUT ROWID;
INSERT INTO quote_ends
SELECT DISTINCT quote_id, page, valid_to
FROM old_quote_sightings JOIN old_snapshots USING (snapshot_id)
WHERE valid_to IS NOT NULL;

CREATE TABLE reading_issues (
    reading_id INTEGER NOT NULL REFERENCES readings (reading_id),
    issue_id INTEGER NOT NULL REFERENCES issues (issue_id),
    message TEXT NOT NULL,
    expected TEXT,
    found TEXT,
    PRIMARY KEY (reading_id, issue_id)
) STRICT, WITHOUT ROWID;
INSERT INTO reading_issues SELECT * FROM old_snapshot_issues;

ALTER TABLE quotes ADD COLUMN sighting_count INTEGER NOT NULL DEFAULT 0; -- in how many snapshots
UPDATE quotes SET sighting_count = (
    SELECT count(*) FROM old_quote_sightings
    WHERE old_quote_sightings.quote_id = quotes.quote_id
);

DROP TABLE old_card_sightings;
DROP TABLE old_quote_sightings;
DROP TABLE old_snapshot_issues;
DROP TABLE old_snapshots;
CREATE INDEX readings_page ON readings (page);
CREATE INDEX readings_subject ON readings (subject);
CREATE INDEX readings_comparison ON readings (comparison_id);
CREATE INDEX readings_site ON readings (site);
CREATE INDEX snapshots_reading ON snapshots (reading_id, observed_at);
CREATE INDEX snapshots_sha256 ON snapshots (sha256);
CREATE INDEX card_sightings_card ON card_sightings (card_id);
CREATE INDEX quote_sightings_quote ON quote_sightings (quote_id);
CREATE INDEX reading_issues_issue ON reading_issues (issue_id);

CREATE VIEW v1_quotes ( -- Critics' words on an entry, each once
    quote_id, -- Text id computed from the entry and the words
    entry_id, -- The entry the quote speaks of
    reviewer, -- The critic's name; null where the page printed none
    seat, -- The critic's row in the scorecard, from 1
    score, -- The critic's score out of 100
    verdict, -- ship or skip, as the critic said
    text, -- The words; they belong to the site, so cite source_url
    sighting_count, -- In how many snapshots it was seen
    source_url, -- The address to cite
    first_seen_at, -- When it was first observed (UTC)
    last_seen_at, -- When it was last observed (UTC)
    valid_from, -- From when it is known to stand on the site (UTC)
    valid_to -- When every page that showed it had stopped to; null while any still does
) AS
SELECT
    quotes.key,
    entries.key,
    quotes.reviewer,
    quotes.seat,
    quotes.score,
    quotes.verdict,
    quotes.text,
    quotes.sighting_count,
    coalesce(replace(sites.citation, '{slug}', entries.slug), quotes.page_url),
    quotes.first_seen_at,
    quotes.last_seen_at,
    quotes.first_seen_at,
    quotes.valid_to
FROM quotes
JOIN entries ON entries.entry_id = quotes.entry_id
LEFT JOIN sites ON sites.site = entries.site;

CREATE VIEW v1_snapshots ( -- Pages as they were received; their bytes are in the archive file
    snapshot_id, -- Text id computed from address, time and digest
    sha256, -- SHA-256 of the bytes
    url, -- Canonical address; null where none is known
    site, -- Host of the site it is read as
    observed_at, -- When it was observed (UTC)
    status, -- HTTP status; null for a local file
    kind -- comparison, tool or unknown
) AS
SELECT
    snapshots.key, snapshots.sha256, readings.url, readings.site, snapshots.observed_at,
    snapshots.status, readings.kind
FROM snapshots
JOIN readings ON readings.reading_id = snapshots.reading_id;

CREATE VIEW v1_sightings ( -- Which snapshot showed which entry or quote, and where on the page
    snapshot_id, -- The snapshot
    subject, -- entry or quote
    subject_id, -- The entry_id or quote_id
    place, -- Index of the text block it was read from
    valid_from, -- When the page was observed to show it (UTC)
    valid_to -- When the same page was first observed without it; null while it shows it
) AS
SELECT
    snapshots.key, 'entry', entries.key, card_sightings.place,
    snapshots.observed_at, NULL
FROM card_sightings
JOIN snapshots ON snapshots.reading_id = card_sightings.reading_id
JOIN cards ON cards.card_id = card_sightings.card_id
JOIN entries ON entries.entry_id = cards.entry_id
UNION ALL
SELECT
    snapshots.key, 'quote', quotes.key, quote_sightings.place,
    snapshots.observed_at,
    (
        SELECT min(quote_ends.ended_at)
        FROM quote_ends
        WHERE quote_ends.quote_id = quote_sightings.quote_id AND quote_ends.page = readings.page
            AND quote_ends.ended_at > snapshots.observed_at
    )
FROM quote_sightings
JOIN readings ON readings.reading_id = quote_sightings.reading_id
JOIN snapshots ON snapshots.reading_id = quote_sightings.reading_id
JOIN quotes ON quotes.quote_id = quote_sightings.quote_id;

CREATE VIEW v1_sites ( -- The sites that are read, and how they ask to be cited
    site, -- Host
    name, -- Name of the publication
    attribution, -- The words to name it by
    terms, -- What it allows, in one sentence
    terms_url, -- Its own page on that
    citation -- Address a tool is cited by, with {slug} in it
) AS
SELECT site, name, attribution, terms, terms_url, citation
FROM sites
WHERE EXISTS (SELECT 1 FROM readings WHERE readings.site = sites.site);
