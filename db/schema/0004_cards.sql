-- Load: what a page says of one tool, each different card once with its critics' words. A page
-- that sets two known cards side by side is two sightings, whatever it says. A card without a slug
-- may belong to an entry that has one; whose it is, is computed.

DROP VIEW v1_entries;
DROP VIEW v1_entry_aliases;
DROP VIEW v1_entry_history;
DROP VIEW v1_quotes;
DROP VIEW v1_runs;
DROP VIEW v1_sightings;
DROP VIEW v1_sites;
DROP VIEW v1_snapshots;
DROP VIEW v1_tools;
ALTER TABLE cards RENAME TO old_cards;
ALTER TABLE card_sightings RENAME TO old_card_sightings;
ALTER TABLE quote_sightings RENAME TO old_quote_sightings;
ALTER TABLE readings RENAME TO old_readings;
ALTER TABLE reading_issues RENAME TO old_reading_issues;
ALTER TABLE snapshots RENAME TO old_snapshots;

-- One row for each different way in which pages present a tool.
CREATE TABLE cards (
    card_id INTEGER PRIMARY KEY,
    digest TEXT NOT NULL UNIQUE, -- of all that it says, its quotes included
    own_key TEXT NOT NULL, -- the id of the entry that it names by itself
    name_key TEXT NOT NULL, -- the id of the entry that it would name without a slug
    entry_id INTEGER NOT NULL REFERENCES entries (entry_id), -- computed: whose it is
    settled_at TEXT, -- computed: seen from then on, it changes nothing but dates; null: it does
    page_url TEXT, -- computed: the smallest address that shows it
    reads_quotes INTEGER NOT NULL CHECK (reads_quotes IN (0, 1)), -- its quotes were read, all of them
    name TEXT NOT NULL,
    category TEXT,
    tagline TEXT,
    description TEXT,
    verdict TEXT CHECK (verdict IN ('ship', 'mixed', 'skip')),
    panel_ship_pct INTEGER CHECK (panel_ship_pct BETWEEN 0 AND 100),
    ship_votes INTEGER CHECK (ship_votes >= 0),
    skip_votes INTEGER CHECK (skip_votes >= 0),
    community_ship_pct INTEGER CHECK (community_ship_pct BETWEEN 0 AND 100),
    community_votes INTEGER CHECK (community_votes >= 0),
    entry_price TEXT,
    pricing TEXT,
    homepage_url TEXT,
    reviewed_on TEXT,
    derived TEXT NOT NULL CHECK (json_valid(derived))
) STRICT;

-- The critics' words on a card, as printed and in their order.
CREATE TABLE card_quotes (
    card_id INTEGER NOT NULL REFERENCES cards (card_id),
    number INTEGER NOT NULL CHECK (number >= 1),
    quote_id INTEGER REFERENCES quotes (quote_id), -- computed: which quote it is
    text TEXT, -- as printed, where it differs from the quote's; null: the same
    reviewer TEXT,
    seat INTEGER NOT NULL CHECK (seat >= 1),
    score INTEGER CHECK (score BETWEEN 0 AND 100),
    verdict TEXT CHECK (verdict IN ('ship', 'mixed', 'skip')),
    PRIMARY KEY (card_id, number)
) STRICT, WITHOUT ROWID;

-- What a reader made of a page's bytes. Its cards and issues are those of every snapshot that has
-- it.
CREATE TABLE readings (
    reading_id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('comparison', 'tool', 'unknown')),
    site TEXT,
    url TEXT, -- the canonical address
    page TEXT NOT NULL, -- computed: what makes two snapshots the same page (db/keys.py)
    subject TEXT NOT NULL, -- what its issues are about: its address, else its SHA-256
    title TEXT,
    -- Whose its cards are by themselves, where some of a comparison were not read: a JSON list.
    own_keys TEXT CHECK (own_keys IS NULL OR json_valid(own_keys)),
    is_whole INTEGER NOT NULL CHECK (is_whole IN (0, 1)), -- all cards of a comparison were read
    content_type TEXT, -- as the reader was told it
    reader TEXT NOT NULL,
    reader_version TEXT NOT NULL
) STRICT;

-- One row an observation: a page's bytes at a time. Written when they have been read, and so
-- also the note that they were.
CREATE TABLE snapshots (
    archive_id INTEGER PRIMARY KEY, -- the row in the archive file
    key TEXT NOT NULL UNIQUE,
    run_id INTEGER NOT NULL REFERENCES runs (run_id), -- the run that read it first
    reading_id INTEGER NOT NULL REFERENCES readings (reading_id),
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
    address TEXT, -- where the bytes came from; null for a local file
    observed_at TEXT NOT NULL CHECK (observed_at GLOB '????-??-??T??:??:??Z'),
    status INTEGER CHECK (status BETWEEN 100 AND 999)
) STRICT;

-- That the pages with a reading show a card.
CREATE TABLE sightings (
    reading_id INTEGER NOT NULL REFERENCES readings (reading_id),
    position INTEGER NOT NULL CHECK (position >= 1),
    card_id INTEGER NOT NULL REFERENCES cards (card_id),
    place INTEGER, -- block index of the name
    quote_places TEXT NOT NULL CHECK (json_valid(quote_places)), -- of the texts, in their order
    PRIMARY KEY (reading_id, position)
) STRICT, WITHOUT ROWID;

-- Computed: when things were seen. Apart from what they say, for it changes with every page.
CREATE TABLE entry_dates (
    entry_id INTEGER PRIMARY KEY REFERENCES entries (entry_id),
    first_seen_at TEXT NOT NULL,
    last_seen_at TEXT NOT NULL
) STRICT;
CREATE TABLE quote_dates (
    quote_id INTEGER PRIMARY KEY REFERENCES quotes (quote_id),
    first_seen_at TEXT NOT NULL,
    last_seen_at TEXT NOT NULL,
    sighting_count INTEGER NOT NULL CHECK (sighting_count >= 0) -- in how many snapshots
) STRICT;
INSERT INTO entry_dates SELECT entry_id, first_seen_at, last_seen_at FROM entries;
INSERT INTO quote_dates
SELECT quote_id, first_seen_at, last_seen_at, sighting_count FROM quotes;

CREATE TABLE reading_issues (
    reading_id INTEGER NOT NULL REFERENCES readings (reading_id),
    issue_id INTEGER NOT NULL REFERENCES issues (issue_id),
    message TEXT NOT NULL,
    expected TEXT,
    found TEXT,
    PRIMARY KEY (reading_id, issue_id)
) STRICT, WITHOUT ROWID;

INSERT INTO readings
SELECT
    reading_id, kind, old_readings.site, url, page, subject, title,
    CASE WHEN kind = 'comparison' AND comparison_id IS NULL THEN (
        SELECT json_group_array(entry_key) FROM (
            SELECT entries.key AS entry_key
            FROM old_card_sightings AS shown
            JOIN old_cards USING (card_id)
            JOIN entries USING (entry_id)
            WHERE shown.reading_id = old_readings.reading_id ORDER BY position
        )
    ) END,
    comparison_id IS NOT NULL, content_type, reader, reader_version
FROM old_readings;
INSERT INTO snapshots
SELECT archive_id, key, run_id, reading_id, sha256, address, observed_at, status
FROM old_snapshots;
INSERT INTO reading_issues SELECT * FROM old_reading_issues;

CREATE TABLE old_sides AS
SELECT
    reading_id, position, card_id, place, reads_quotes,
    (
        SELECT json_group_array(json_array(quote_id, reviewer, seat, score, verdict)) FROM (
            SELECT quote_id, said.reviewer, said.seat, said.score, said.verdict
            FROM old_quote_sightings AS said
            JOIN quotes USING (quote_id)
            WHERE said.reading_id = shown.reading_id AND quotes.entry_id = old_cards.entry_id
            ORDER BY said.seat, quote_id
        )
    ) AS quotes,
    (
        SELECT json_group_array(place) FROM (
            SELECT said.place AS place
            FROM old_quote_sightings AS said
            JOIN quotes USING (quote_id)
            WHERE said.reading_id = shown.reading_id AND quotes.entry_id = old_cards.entry_id
            ORDER BY said.seat, quote_id
        )
    ) AS quote_places
FROM old_card_sightings AS shown
JOIN old_cards USING (card_id);
CREATE INDEX old_sides_card ON old_sides (card_id, reads_quotes, quotes);
-- Their digests are their own: the same card seen again is a row of its own, and says the same.
INSERT INTO cards
SELECT
    NULL, 'schema 3: ' || row_number() OVER (), entries.key,
    name_key(entries.site, old_cards.name, old_cards.tagline), entry_id, NULL, NULL, reads_quotes,
    old_cards.name, old_cards.category, old_cards.tagline, old_cards.description,
    old_cards.verdict, old_cards.panel_ship_pct, old_cards.ship_votes, old_cards.skip_votes,
    old_cards.community_ship_pct, old_cards.community_votes, old_cards.entry_price,
    old_cards.pricing, old_cards.homepage_url, old_cards.reviewed_on, old_cards.derived
FROM (SELECT DISTINCT card_id, reads_quotes, quotes FROM old_sides) AS side
JOIN old_cards USING (card_id)
JOIN entries USING (entry_id)
ORDER BY card_id, reads_quotes, quotes;
CREATE TABLE old_numbers AS
SELECT row_number() OVER (ORDER BY card_id, reads_quotes, quotes) AS number, *
FROM (SELECT DISTINCT card_id, reads_quotes, quotes FROM old_sides);
CREATE INDEX old_numbers_side ON old_numbers (card_id, reads_quotes, quotes);
INSERT INTO card_quotes
SELECT
    old_numbers.number, said.key + 1, said.value ->> 0, NULL, said.value ->> 1,
    said.value ->> 2, said.value ->> 3, said.value ->> 4
FROM old_numbers
JOIN json_each(old_numbers.quotes) AS said
JOIN quotes ON quotes.quote_id = said.value ->> 0;
INSERT INTO sightings
SELECT reading_id, position, old_numbers.number, place, quote_places
FROM old_sides
JOIN old_numbers USING (card_id, reads_quotes, quotes);

DROP TABLE old_sides;
DROP TABLE old_numbers;
DROP TABLE old_card_sightings;
DROP TABLE old_quote_sightings;
DROP TABLE old_reading_issues;
DROP TABLE old_snapshots;
DROP TABLE old_readings;
DROP TABLE old_cards;
DROP TABLE entry_aliases;
ALTER TABLE entries DROP COLUMN first_seen_at;
ALTER TABLE entries DROP COLUMN last_seen_at;
ALTER TABLE entries DROP COLUMN page_url;
ALTER TABLE quotes DROP COLUMN first_seen_at;
ALTER TABLE quotes DROP COLUMN last_seen_at;
ALTER TABLE quotes DROP COLUMN page_url;
ALTER TABLE quotes DROP COLUMN sighting_count;
DROP INDEX entries_tool;
DROP INDEX entry_versions_run;
DROP INDEX quote_versions_run;
CREATE INDEX entries_tool ON entries (tool_id) WHERE tool_id IS NOT NULL;
CREATE INDEX cards_entry ON cards (entry_id);
CREATE INDEX cards_name ON cards (name_key);
CREATE INDEX card_quotes_quote ON card_quotes (quote_id);
CREATE INDEX reading_issues_issue ON reading_issues (issue_id);
CREATE INDEX quote_ends_page ON quote_ends (page, ended_at);
CREATE INDEX readings_page ON readings (page);
CREATE INDEX readings_subject ON readings (subject);
CREATE INDEX sightings_card ON sightings (card_id);
CREATE INDEX snapshots_reading ON snapshots (reading_id, observed_at);

-- What operators have said of pairs of entries: a log to which is only ever added. Entries are
-- named as their site does, so that a database that is made anew takes the log back.
CREATE TABLE decisions (
    decision_id INTEGER PRIMARY KEY,
    word TEXT NOT NULL CHECK (word IN ('same', 'different', 'unsure', 'retracted')),
    one TEXT NOT NULL CHECK (json_valid(one)), -- {"site", "slug"}, or {"site", "name", "tagline"}
    other TEXT NOT NULL CHECK (json_valid(other)),
    reason TEXT NOT NULL,
    evidence TEXT NOT NULL CHECK (json_valid(evidence)), -- what both cards said then
    decided_by TEXT NOT NULL,
    decided_at TEXT NOT NULL CHECK (decided_at GLOB '????-??-??T??:??:??Z')
) STRICT;
-- Each time that the log was written to a file.
CREATE TABLE decision_exports (
    exported_at TEXT NOT NULL CHECK (exported_at GLOB '????-??-??T??:??:??Z'),
    last_decision_id INTEGER NOT NULL REFERENCES decisions (decision_id)
) STRICT;
CREATE INDEX decision_exports_last ON decision_exports (last_decision_id);

-- Words to search for. Triggers keep the indexes up, and mind no other column; where much is
-- loaded at once, they are put off and made anew at its end.
CREATE TABLE search (
    is_kept INTEGER NOT NULL CHECK (is_kept IN (0, 1)) -- by the triggers, now
) STRICT;
INSERT INTO search VALUES (1);
CREATE VIRTUAL TABLE entries_fts USING fts5 (
    name, tagline, description, content = 'entries', content_rowid = 'entry_id',
    tokenize = 'porter unicode61 remove_diacritics 2'
);
CREATE VIRTUAL TABLE quotes_fts USING fts5 (
    text, content = 'quotes', content_rowid = 'quote_id',
    tokenize = 'porter unicode61 remove_diacritics 2'
);
INSERT INTO entries_fts (entries_fts) VALUES ('rebuild');
INSERT INTO quotes_fts (quotes_fts) VALUES ('rebuild');
CREATE TRIGGER entries_fts_insert AFTER INSERT ON entries
WHEN (SELECT is_kept FROM search) BEGIN
    INSERT INTO entries_fts (rowid, name, tagline, description)
    VALUES (new.entry_id, new.name, new.tagline, new.description);
END;
CREATE TRIGGER entries_fts_delete AFTER DELETE ON entries
WHEN (SELECT is_kept FROM search) BEGIN
    INSERT INTO entries_fts (entries_fts, rowid, name, tagline, description)
    VALUES ('delete', old.entry_id, old.name, old.tagline, old.description);
END;
CREATE TRIGGER entries_fts_update AFTER UPDATE OF name, tagline, description ON entries
WHEN (old.name, old.tagline, old.description) IS NOT (new.name, new.tagline, new.description)
    AND (SELECT is_kept FROM search)
BEGIN
    INSERT INTO entries_fts (entries_fts, rowid, name, tagline, description)
    VALUES ('delete', old.entry_id, old.name, old.tagline, old.description);
    INSERT INTO entries_fts (rowid, name, tagline, description)
    VALUES (new.entry_id, new.name, new.tagline, new.description);
END;
CREATE TRIGGER quotes_fts_insert AFTER INSERT ON quotes
WHEN (SELECT is_kept FROM search) BEGIN
    INSERT INTO quotes_fts (rowid, text) VALUES (new.quote_id, new.text);
END;
CREATE TRIGGER quotes_fts_delete AFTER DELETE ON quotes
WHEN (SELECT is_kept FROM search) BEGIN
    INSERT INTO quotes_fts (quotes_fts, rowid, text) VALUES ('delete', old.quote_id, old.text);
END;
CREATE TRIGGER quotes_fts_update AFTER UPDATE OF text ON quotes
WHEN old.text <> new.text AND (SELECT is_kept FROM search) BEGIN
    INSERT INTO quotes_fts (quotes_fts, rowid, text) VALUES ('delete', old.quote_id, old.text);
    INSERT INTO quotes_fts (rowid, text) VALUES (new.quote_id, new.text);
END;

CREATE VIEW v1_tools ( -- Real tools: one or more entries that were judged to be the same thing
    tool_id, -- Text id: the entry_id of its leading entry
    name, -- Name of the leading entry
    entry_count, -- How many entries are this tool
    comparison_count, -- On how many comparisons any of them stands
    quote_count, -- How many critics' quotes speak of any of them
    panel_ship_pct_min, -- Lowest share of the panel that says ship among its entries, in percent
    panel_ship_pct_max, -- Highest share of the panel that says ship among its entries, in percent
    first_seen_at, -- When any of its entries was first observed (UTC)
    last_seen_at -- When any of its entries was last observed (UTC)
) AS
SELECT
    leading.key,
    leading.name,
    count(*),
    (
        SELECT count(DISTINCT placed.comparison_id)
        FROM entries AS member
        JOIN comparison_entries AS placed ON placed.entry_id = member.entry_id
        WHERE member.entry_id = leading.entry_id OR member.tool_id = leading.entry_id
    ),
    (
        SELECT count(*)
        FROM entries AS member
        JOIN quotes ON quotes.entry_id = member.entry_id
        WHERE member.entry_id = leading.entry_id OR member.tool_id = leading.entry_id
    ),
    min(entries.panel_ship_pct),
    max(entries.panel_ship_pct),
    min(entry_dates.first_seen_at),
    max(entry_dates.last_seen_at)
FROM entries
JOIN entry_dates ON entry_dates.entry_id = entries.entry_id
JOIN entries AS leading ON leading.entry_id = coalesce(entries.tool_id, entries.entry_id)
GROUP BY leading.entry_id;

CREATE VIEW v1_entries ( -- What a site lists: one row for each slug of a site, with its current values
    entry_id, -- Text id computed from site and slug, or from site, name and tagline without a slug
    tool_id, -- The tool it belongs to
    site, -- Host of the site that lists it
    slug, -- The site's own key; null where no page showed one
    name, -- Name as the site prints it
    category, -- The site's category; an open vocabulary that drifts
    tagline, -- The one-line description on its card
    description, -- The paragraph on its card
    verdict, -- ship, mixed or skip: the panel's badge
    panel_ship_pct, -- Share of the panel that says ship, in percent
    ship_votes, -- How many critics say ship
    skip_votes, -- How many critics say skip
    community_ship_pct, -- Share of the community that says ship, in percent; null without votes
    community_votes, -- How many community votes there are; null where none were shown
    entry_price, -- The card's word for what starting costs, such as Free or Paid
    pricing, -- The site's free text on prices
    source_url, -- The address to cite: the one the site asks for, else the smallest that shows it
    comparison_count, -- On how many comparisons it stands
    first_seen_at, -- When it was first observed (UTC)
    last_seen_at, -- When it was last observed (UTC)
    derived, -- JSON list of the fields that a rule computed and no page stated
    homepage_url, -- The tool's own address
    reviewed_on, -- The day of the site's review
    valid_to, -- When every page that showed it had stopped to; always null, for a page is known by its entries
    run_id -- The run that added it
) AS
SELECT
    entries.key,
    leading.key,
    entries.site,
    entries.slug,
    entries.name,
    entries.category,
    entries.tagline,
    entries.description,
    entries.verdict,
    entries.panel_ship_pct,
    entries.ship_votes,
    entries.skip_votes,
    entries.community_ship_pct,
    entries.community_votes,
    entries.entry_price,
    entries.pricing,
    coalesce(
        replace(sites.citation, '{slug}', entries.slug),
        (SELECT min(cards.page_url) FROM cards WHERE cards.entry_id = entries.entry_id)
    ),
    (SELECT count(*) FROM comparison_entries WHERE comparison_entries.entry_id = entries.entry_id),
    entry_dates.first_seen_at,
    entry_dates.last_seen_at,
    entries.derived,
    entries.homepage_url,
    entries.reviewed_on,
    NULL,
    entries.run_id
FROM entries
JOIN entry_dates ON entry_dates.entry_id = entries.entry_id
JOIN entries AS leading ON leading.entry_id = coalesce(entries.tool_id, entries.entry_id)
LEFT JOIN sites ON sites.site = entries.site;

CREATE VIEW v1_entry_history ( -- What an entry said from when to when
    entry_id, -- The entry
    name, -- Name in that time
    category, -- Category in that time
    tagline, -- Tagline in that time
    verdict, -- ship, mixed or skip in that time
    panel_ship_pct, -- Share of the panel that says ship in that time, in percent
    ship_votes, -- Critics who say ship in that time
    skip_votes, -- Critics who say skip in that time
    community_ship_pct, -- Share of the community that says ship in that time, in percent
    community_votes, -- Community votes in that time
    entry_price, -- What starting costs in that time
    pricing, -- Prices in that time
    valid_from, -- First observation of these values (UTC)
    valid_to, -- First observation of the next values; null for the current ones
    run_id, -- The run that read them first
    description, -- Description in that time
    derived, -- JSON list of the fields that a rule computed
    homepage_url, -- The tool's own address in that time
    reviewed_on -- The day of the site's review in that time
) AS
SELECT
    entries.key,
    entry_versions.name,
    entry_versions.category,
    entry_versions.tagline,
    entry_versions.verdict,
    entry_versions.panel_ship_pct,
    entry_versions.ship_votes,
    entry_versions.skip_votes,
    entry_versions.community_ship_pct,
    entry_versions.community_votes,
    entry_versions.entry_price,
    entry_versions.pricing,
    entry_versions.valid_from,
    entry_versions.valid_to,
    entry_versions.run_id,
    entry_versions.description,
    entry_versions.derived,
    entry_versions.homepage_url,
    entry_versions.reviewed_on
FROM entry_versions
JOIN entries ON entries.entry_id = entry_versions.entry_id;

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
    valid_to, -- When every page that showed it had stopped to; null while any still does
    run_id -- The run that added it
) AS
SELECT
    quotes.key,
    entries.key,
    quotes.reviewer,
    quotes.seat,
    quotes.score,
    quotes.verdict,
    quotes.text,
    quote_dates.sighting_count,
    coalesce(
        replace(sites.citation, '{slug}', entries.slug),
        (
            SELECT min(cards.page_url)
            FROM card_quotes
            JOIN cards ON cards.card_id = card_quotes.card_id
            WHERE card_quotes.quote_id = quotes.quote_id
        )
    ),
    quote_dates.first_seen_at,
    quote_dates.last_seen_at,
    quote_dates.first_seen_at,
    quotes.valid_to,
    quotes.run_id
FROM quotes
JOIN quote_dates ON quote_dates.quote_id = quotes.quote_id
JOIN entries ON entries.entry_id = quotes.entry_id
LEFT JOIN sites ON sites.site = entries.site;

CREATE VIEW v1_snapshots ( -- Pages as they were received; their bytes are in the archive file
    snapshot_id, -- Text id computed from address, time and digest
    sha256, -- SHA-256 of the bytes
    url, -- Canonical address; null where none is known
    site, -- Host of the site it is read as
    observed_at, -- When it was observed (UTC)
    status, -- HTTP status; null for a local file
    kind, -- comparison, tool or unknown
    run_id -- The run that read it first
) AS
SELECT
    snapshots.key, snapshots.sha256, readings.url, readings.site, snapshots.observed_at,
    snapshots.status, readings.kind, snapshots.run_id
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
    snapshots.key, 'entry', entries.key, sightings.place,
    snapshots.observed_at, NULL
FROM sightings
JOIN snapshots ON snapshots.reading_id = sightings.reading_id
JOIN cards ON cards.card_id = sightings.card_id
JOIN entries ON entries.entry_id = cards.entry_id
UNION ALL
SELECT
    snapshots.key, 'quote', quotes.key,
    CAST(sightings.quote_places ->> (card_quotes.number - 1) AS INTEGER),
    snapshots.observed_at,
    (
        SELECT min(quote_ends.ended_at)
        FROM quote_ends
        WHERE quote_ends.quote_id = card_quotes.quote_id AND quote_ends.page = readings.page
            AND quote_ends.ended_at > snapshots.observed_at
    )
FROM sightings
JOIN readings ON readings.reading_id = sightings.reading_id
JOIN snapshots ON snapshots.reading_id = sightings.reading_id
JOIN card_quotes ON card_quotes.card_id = sightings.card_id
JOIN quotes ON quotes.quote_id = card_quotes.quote_id
WHERE NOT EXISTS (
    SELECT 1 FROM card_quotes AS said
    WHERE said.card_id = card_quotes.card_id AND said.quote_id = card_quotes.quote_id
        AND said.number < card_quotes.number
);

CREATE VIEW v1_entry_aliases ( -- Ids that entries have by name and tagline where no slug is shown
    old_entry_id, -- The id without the slug
    entry_id -- The id it has
) AS
SELECT DISTINCT cards.own_key, entries.key
FROM cards
JOIN entries ON entries.entry_id = cards.entry_id
WHERE cards.own_key = cards.name_key AND entries.key <> cards.own_key;

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
WHERE EXISTS (SELECT 1 FROM entries WHERE entries.site = sites.site);

CREATE VIEW v1_runs ( -- The ledger: every run that wrote, and what it counted; null means not tracked
    run_id, -- Rising number
    command, -- The command that ran
    status, -- running, clean, issues, failed, stopped by a signal, or killed
    started_at, -- When it began (UTC)
    finished_at, -- When it ended (UTC); null while it runs or if it was killed
    pages_seen, -- Pages that it was given or found, each once
    pages_fetched, -- Responses with pages that it archived, those that say nothing has changed among them
    pages_unchanged, -- Pages whose bytes this reader had read before
    pages_failed, -- Pages that it could not fetch or read
    entries_added, -- Entries that it was the first to see
    entries_changed, -- Entries that were there before, and have another history after it
    quotes_added, -- Quotes that it was the first to see
    issues, -- Issues that it met, old and new
    entries_ended, -- Entries that no page shows any more; none ends in this schema
    quotes_ended, -- Quotes that stood before it and no longer do
    code_version, -- Version of versusdb
    reader_version, -- Digest of the reader's code
    settings -- JSON object of the options that it ran with
) AS
SELECT
    run_id, command, status, started_at, finished_at, pages_seen, pages_fetched, pages_unchanged,
    pages_failed, entries_added, entries_changed, quotes_added, issues, entries_ended,
    quotes_ended, code_version, reader_version, settings
FROM runs;
