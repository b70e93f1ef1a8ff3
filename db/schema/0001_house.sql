-- Load: the first schema. Whole-number keys stay inside the tables; the text keys that the
-- views show are computed from what a thing *is* (db/keys.py), so that a rebuild gives them
-- again. Comments on a view and its columns are the published descriptions.

CREATE TABLE identity (
    uuid TEXT NOT NULL -- shared with the archive file this database is read from
) STRICT;

CREATE TABLE runs (
    run_id INTEGER PRIMARY KEY,
    command TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('running', 'clean', 'issues', 'failed', 'stopped', 'killed')),
    started_at TEXT NOT NULL CHECK (started_at GLOB '????-??-??T??:??:??Z'),
    finished_at TEXT CHECK (finished_at GLOB '????-??-??T??:??:??Z'),
    settings TEXT NOT NULL CHECK (json_valid(settings)), -- the options it ran with
    pages_seen INTEGER,
    pages_fetched INTEGER,
    pages_unchanged INTEGER,
    pages_failed INTEGER,
    entries_added INTEGER,
    entries_changed INTEGER,
    quotes_added INTEGER,
    issues INTEGER,
    entries_ended INTEGER,
    quotes_ended INTEGER,
    code_version TEXT NOT NULL,
    reader_version TEXT NOT NULL
) STRICT;

-- What a site's own file says about quoting it; handed in, never read from a page.
CREATE TABLE sites (
    site TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    attribution TEXT NOT NULL,
    terms TEXT NOT NULL,
    terms_url TEXT NOT NULL,
    citation TEXT NOT NULL -- address a tool is cited by, with {slug} in it
) STRICT, WITHOUT ROWID;

CREATE TABLE comparisons (
    comparison_id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    site TEXT NOT NULL,
    url TEXT, -- computed: from the latest observation that had one
    title TEXT NOT NULL, -- computed: from the latest observation
    first_seen_at TEXT NOT NULL,
    last_seen_at TEXT NOT NULL
) STRICT;

-- One row an observation: a page's bytes at a time. Written when they have been read, and so
-- also the note that says which reader read them.
CREATE TABLE snapshots (
    snapshot_id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    archive_id INTEGER NOT NULL UNIQUE, -- the row in the archive file
    run_id INTEGER NOT NULL REFERENCES runs (run_id), -- the run that read it first
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
    address TEXT, -- where the bytes came from; null for a local file
    url TEXT, -- the canonical address
    site TEXT,
    observed_at TEXT NOT NULL CHECK (observed_at GLOB '????-??-??T??:??:??Z'),
    status INTEGER,
    kind TEXT NOT NULL CHECK (kind IN ('comparison', 'tool', 'unknown')),
    page TEXT NOT NULL, -- what makes two snapshots the same page (db/keys.py)
    subject TEXT NOT NULL, -- what its issues are about: its address, else its SHA-256
    comparison_id INTEGER REFERENCES comparisons (comparison_id),
    title TEXT,
    reader TEXT NOT NULL,
    reader_version TEXT NOT NULL
) STRICT;
CREATE INDEX snapshots_page ON snapshots (page, observed_at, sha256);
CREATE INDEX snapshots_subject ON snapshots (subject, observed_at);
CREATE INDEX snapshots_comparison ON snapshots (comparison_id);
CREATE INDEX snapshots_sha256 ON snapshots (sha256);
CREATE INDEX snapshots_run ON snapshots (run_id);
CREATE INDEX snapshots_site ON snapshots (site);

-- Identity, and the values computed from every observation (db/history.py).
CREATE TABLE entries (
    entry_id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    tool_id INTEGER REFERENCES entries (entry_id), -- the leading entry of its tool; null: itself
    run_id INTEGER NOT NULL REFERENCES runs (run_id), -- the run that added it
    site TEXT NOT NULL,
    slug TEXT,
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
    derived TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(derived)),
    page_url TEXT, -- the smallest address that shows it
    first_seen_at TEXT NOT NULL,
    last_seen_at TEXT NOT NULL
) STRICT;
CREATE INDEX entries_tool ON entries (tool_id);

-- One row for each different reading of an entry: the card as a page showed it.
CREATE TABLE cards (
    card_id INTEGER PRIMARY KEY,
    entry_id INTEGER NOT NULL REFERENCES entries (entry_id),
    digest TEXT NOT NULL, -- of all the fields below
    name TEXT NOT NULL,
    category TEXT,
    tagline TEXT,
    description TEXT,
    verdict TEXT,
    panel_ship_pct INTEGER,
    ship_votes INTEGER,
    skip_votes INTEGER,
    community_ship_pct INTEGER,
    community_votes INTEGER,
    entry_price TEXT,
    pricing TEXT,
    homepage_url TEXT,
    reviewed_on TEXT,
    derived TEXT NOT NULL CHECK (json_valid(derived)),
    UNIQUE (entry_id, digest)
) STRICT;

CREATE TABLE card_sightings (
    snapshot_id INTEGER NOT NULL REFERENCES snapshots (snapshot_id),
    position INTEGER NOT NULL CHECK (position >= 1),
    card_id INTEGER NOT NULL REFERENCES cards (card_id),
    place INTEGER, -- block index of the name
    reads_quotes INTEGER NOT NULL CHECK (reads_quotes IN (0, 1)), -- its quotes were read, all of them
    PRIMARY KEY (snapshot_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX card_sightings_card ON card_sightings (card_id);

CREATE TABLE entry_versions (
    entry_id INTEGER NOT NULL REFERENCES entries (entry_id),
    valid_from TEXT NOT NULL,
    valid_to TEXT,
    run_id INTEGER NOT NULL REFERENCES runs (run_id),
    name TEXT NOT NULL,
    category TEXT,
    tagline TEXT,
    description TEXT,
    verdict TEXT,
    panel_ship_pct INTEGER,
    ship_votes INTEGER,
    skip_votes INTEGER,
    community_ship_pct INTEGER,
    community_votes INTEGER,
    entry_price TEXT,
    pricing TEXT,
    homepage_url TEXT,
    reviewed_on TEXT,
    derived TEXT NOT NULL,
    PRIMARY KEY (entry_id, valid_from),
    CHECK (valid_to > valid_from)
) STRICT, WITHOUT ROWID;
CREATE INDEX entry_versions_run ON entry_versions (run_id);

CREATE TABLE quotes (
    quote_id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    entry_id INTEGER NOT NULL REFERENCES entries (entry_id),
    run_id INTEGER NOT NULL REFERENCES runs (run_id), -- the run that added it
    text TEXT NOT NULL,
    reviewer TEXT,
    seat INTEGER,
    score INTEGER CHECK (score BETWEEN 0 AND 100),
    verdict TEXT CHECK (verdict IN ('ship', 'mixed', 'skip')),
    page_url TEXT, -- the smallest address that shows it
    first_seen_at TEXT NOT NULL,
    last_seen_at TEXT NOT NULL,
    valid_to TEXT
) STRICT;
CREATE INDEX quotes_entry ON quotes (entry_id);

CREATE TABLE quote_sightings (
    snapshot_id INTEGER NOT NULL REFERENCES snapshots (snapshot_id),
    quote_id INTEGER NOT NULL REFERENCES quotes (quote_id),
    reviewer TEXT,
    seat INTEGER NOT NULL,
    score INTEGER,
    verdict TEXT,
    place INTEGER, -- block index of the text
    valid_to TEXT, -- computed: when the page first stopped showing it
    PRIMARY KEY (snapshot_id, quote_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX quote_sightings_quote ON quote_sightings (quote_id);

CREATE TABLE quote_versions (
    quote_id INTEGER NOT NULL REFERENCES quotes (quote_id),
    valid_from TEXT NOT NULL,
    valid_to TEXT,
    run_id INTEGER NOT NULL REFERENCES runs (run_id),
    reviewer TEXT,
    seat INTEGER,
    score INTEGER,
    verdict TEXT,
    PRIMARY KEY (quote_id, valid_from),
    CHECK (valid_to > valid_from)
) STRICT, WITHOUT ROWID;
CREATE INDEX quote_versions_run ON quote_versions (run_id);

CREATE TABLE comparison_entries (
    comparison_id INTEGER NOT NULL REFERENCES comparisons (comparison_id),
    position INTEGER NOT NULL CHECK (position >= 1),
    entry_id INTEGER NOT NULL REFERENCES entries (entry_id),
    PRIMARY KEY (comparison_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX comparison_entries_entry ON comparison_entries (entry_id);

CREATE TABLE issues (
    issue_id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    run_id INTEGER NOT NULL REFERENCES runs (run_id), -- the run that first saw it
    stage TEXT NOT NULL CHECK (stage IN ('fetch', 'parse', 'load')),
    code TEXT NOT NULL,
    subject TEXT NOT NULL, -- address, SHA-256 or path
    url TEXT,
    field TEXT NOT NULL,
    message TEXT NOT NULL, -- computed for reading: from the latest snapshot that shows it
    expected TEXT,
    found TEXT,
    snapshot_sha256 TEXT,
    first_seen_at TEXT NOT NULL,
    last_seen_at TEXT NOT NULL,
    resolved_at TEXT
) STRICT;
CREATE INDEX issues_subject ON issues (subject);
CREATE INDEX issues_run ON issues (run_id);

CREATE TABLE snapshot_issues (
    snapshot_id INTEGER NOT NULL REFERENCES snapshots (snapshot_id),
    issue_id INTEGER NOT NULL REFERENCES issues (issue_id),
    message TEXT NOT NULL,
    expected TEXT,
    found TEXT,
    PRIMARY KEY (snapshot_id, issue_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX snapshot_issues_issue ON snapshot_issues (issue_id);

-- Pairs of entries that may be one tool and wait for a person.
CREATE TABLE merge_candidates (
    entry_a_id INTEGER NOT NULL REFERENCES entries (entry_id),
    entry_b_id INTEGER NOT NULL REFERENCES entries (entry_id),
    score INTEGER NOT NULL, -- thousandths
    reason TEXT NOT NULL,
    evidence TEXT NOT NULL CHECK (json_valid(evidence)),
    PRIMARY KEY (entry_a_id, entry_b_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX merge_candidates_b ON merge_candidates (entry_b_id);

-- Ids that an entry had before its slug was known.
CREATE TABLE entry_aliases (
    old_key TEXT PRIMARY KEY,
    entry_id INTEGER NOT NULL REFERENCES entries (entry_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX entry_aliases_entry ON entry_aliases (entry_id);
