-- What the database knows and no page says, so that it can be made again from this file alone.

-- What could not be fetched, as its issues are.
CREATE TABLE kept_problems (
    key TEXT NOT NULL PRIMARY KEY,
    code TEXT NOT NULL,
    subject TEXT NOT NULL,
    url TEXT,
    message TEXT NOT NULL,
    first_seen_at TEXT NOT NULL,
    last_seen_at TEXT NOT NULL,
    resolved_at TEXT
) STRICT, WITHOUT ROWID;

-- Pages that wait, and pages that the operator has discarded.
CREATE TABLE kept_pages (
    archive_id INTEGER NOT NULL REFERENCES snapshots (archive_id),
    word TEXT NOT NULL CHECK (word IN ('held', 'discarded')),
    -- Of a held page the reader that read it last, of a discarded one what its issue says.
    text TEXT NOT NULL,
    PRIMARY KEY (archive_id, word)
) STRICT, WITHOUT ROWID;
