-- The archive file: every response as received, and nothing that is computed from one.

CREATE TABLE identity (
    -- What this archive shares with the database that was made from it; one row.
    uuid TEXT NOT NULL PRIMARY KEY
) STRICT;

CREATE TABLE bodies (
    -- SHA-256, in lower-case hex, of the bytes after transfer and content decoding.
    sha256 TEXT NOT NULL PRIMARY KEY CHECK (length(sha256) = 64),
    -- Number of bytes before compression.
    size INTEGER NOT NULL CHECK (size >= 0),
    -- The bytes as one zstd frame.
    data BLOB NOT NULL
) STRICT;

CREATE TABLE snapshots (
    -- Rises in the order of arrival and is never given twice.
    archive_id INTEGER PRIMARY KEY AUTOINCREMENT,
    -- What the response was asked for; a redirect is kept as such, whoever met it.
    role TEXT NOT NULL CHECK (role IN ('page', 'robots', 'sitemap', 'redirect')),
    -- The path or address as the operator gave it, or as a sitemap listed it.
    source TEXT NOT NULL,
    -- Where the bytes came from; NULL for a local file.
    address TEXT,
    -- The site that the page is read as; NULL where only the page can tell.
    site TEXT,
    -- Time of the response, or of the file, as YYYY-MM-DDTHH:MM:SSZ.
    observed_at TEXT NOT NULL CHECK (observed_at GLOB '????-??-??T??:??:??Z'),
    -- HTTP status; NULL for a local file.
    status INTEGER CHECK (status BETWEEN 100 AND 999),
    -- What was sent, as a JSON list of [name, value], without credentials and cookies.
    request_headers TEXT NOT NULL CHECK (json_valid(request_headers)),
    -- What came back, likewise.
    headers TEXT NOT NULL CHECK (json_valid(headers)),
    -- The body.
    sha256 TEXT NOT NULL REFERENCES bodies (sha256)
) STRICT;

-- The same bytes of one page at one time are one observation; read as another site they are
-- another statement.
CREATE UNIQUE INDEX snapshots_observation
ON snapshots (coalesce(address, ''), observed_at, sha256, role, coalesce(site, ''));

CREATE INDEX snapshots_sha256 ON snapshots (sha256);
