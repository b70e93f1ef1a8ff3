-- The crawl's memory: which addresses there are and what became of them, what each host allows
-- and when it may be asked again, and what has been taken down. Moments that pauses are reckoned
-- by are whole milliseconds since 1970, UTC; what people read stays text.

CREATE TABLE snapshots_3 (
    -- Rises in the order of arrival and is never given twice.
    archive_id INTEGER PRIMARY KEY AUTOINCREMENT,
    -- What came: a page, robots.txt or a sitemap, as asked for; a redirect, whoever met it; a
    -- page that shows us the door instead of what was asked for.
    role TEXT NOT NULL CHECK (role IN ('page', 'robots', 'sitemap', 'redirect', 'blocked')),
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
    -- HTTP/1.1, HTTP/2 and so on; NULL where it is not known.
    http_version TEXT,
    -- The address that the connection went to; NULL where it is not known.
    ip TEXT,
    -- What was sent, as a JSON list of [name, value], without credentials and cookies.
    request_headers TEXT NOT NULL CHECK (json_valid(request_headers)),
    -- What came back, likewise.
    headers TEXT NOT NULL CHECK (json_valid(headers)),
    -- What the response says to robots: a JSON object with the lists x_robots_tag, meta and
    -- content_signal; NULL if nothing.
    directives TEXT CHECK (directives IS NULL OR json_valid(directives)),
    -- For a 304, the snapshot that it says still holds: its bytes and its type are meant.
    revisit_of INTEGER REFERENCES snapshots_3 (archive_id),
    -- The body; of a 304, the one that still holds.
    sha256 TEXT NOT NULL REFERENCES bodies (sha256)
) STRICT;
INSERT INTO snapshots_3 (archive_id, role, source, address, site, observed_at, status,
    http_version, ip, request_headers, headers, directives, sha256)
SELECT archive_id, role, source, address, site, observed_at, status, http_version, ip,
    request_headers, headers, directives, sha256
FROM snapshots ORDER BY archive_id;
DROP TABLE snapshots;
ALTER TABLE snapshots_3 RENAME TO snapshots;

-- The same bytes of one page at one time are one observation; read as another site they are
-- another statement.
CREATE UNIQUE INDEX snapshots_observation
ON snapshots (coalesce(address, ''), observed_at, sha256, role, coalesce(site, ''));
CREATE INDEX snapshots_sha256 ON snapshots (sha256);
CREATE INDEX snapshots_revisit_of ON snapshots (revisit_of);

-- One row for what an operator asked for. The same command goes on with a crawl that has not
-- ended: what was answered since the crawl began is not asked for again.
CREATE TABLE crawls (
    crawl_id INTEGER PRIMARY KEY,
    -- What makes two commands the same: a digest of sources, site and scope.
    key TEXT NOT NULL,
    started_at INTEGER NOT NULL,
    -- When all of it was loaded; NULL before that.
    ended_at INTEGER,
    -- Whether addresses were left at its end: postponed, or of a host that was given up.
    is_partial INTEGER NOT NULL DEFAULT 0 CHECK (is_partial IN (0, 1))
) STRICT;
CREATE INDEX crawls_key ON crawls (key, started_at);

-- Every address that was ever meant, once, in its canonical form.
CREATE TABLE frontier (
    address TEXT NOT NULL PRIMARY KEY,
    host TEXT NOT NULL,
    -- The crawl that asked for it last, and its place there.
    crawl_id INTEGER NOT NULL REFERENCES crawls (crawl_id),
    position INTEGER NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('page', 'sitemap')),
    -- The address as the operator gave it, or as a sitemap listed it.
    source TEXT NOT NULL,
    -- The site that it is read as.
    site TEXT NOT NULL,
    -- The sitemap that listed it, and the time of change that it gave: a hint, nothing more.
    listed_by TEXT,
    lastmod TEXT,
    -- waiting: to be fetched at due_at or later; leased: being fetched, until leased_until;
    -- fetched; failed; postponed: not before due_at, which is later than this crawl waits;
    -- skipped: out of scope.
    state TEXT NOT NULL
    CHECK (state IN ('waiting', 'leased', 'fetched', 'failed', 'postponed', 'skipped')),
    due_at INTEGER NOT NULL DEFAULT 0,
    leased_until INTEGER,
    -- How often it was asked for in this crawl without an answer that counts.
    attempts INTEGER NOT NULL DEFAULT 0,
    -- What became of it: new, unchanged, or the code of a problem; and why, in words.
    outcome TEXT,
    reason TEXT,
    finished_at INTEGER,
    -- The response that the outcome rests on.
    archive_id INTEGER REFERENCES snapshots (archive_id),
    -- What robots.txt said of it, and the snapshot of robots.txt that said so.
    robots_verdict TEXT,
    robots_id INTEGER REFERENCES snapshots (archive_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX frontier_queue ON frontier (crawl_id, host, state, position);
CREATE INDEX frontier_archive ON frontier (archive_id);
CREATE INDEX frontier_robots ON frontier (robots_id);

-- What is known of a host's wish to be asked.
CREATE TABLE hosts (
    host TEXT NOT NULL PRIMARY KEY,
    -- Not to be asked before: the pause after its last response, or the wait after a failure.
    due_at INTEGER NOT NULL DEFAULT 0,
    -- The host itself named this time (Retry-After).
    closed_until INTEGER NOT NULL DEFAULT 0,
    -- The pause that its robots.txt asks for, and how long its last response took.
    crawl_delay_ms INTEGER,
    fetch_ms INTEGER,
    -- Addresses in a row that failed, and signs in a row that it blocks us; an answer ends both.
    failures INTEGER NOT NULL DEFAULT 0,
    blocks INTEGER NOT NULL DEFAULT 0,
    -- Whether a request may be under way: set before a run's first one, cleared at its end.
    is_busy INTEGER NOT NULL DEFAULT 0 CHECK (is_busy IN (0, 1))
) STRICT, WITHOUT ROWID;

-- What robots.txt said, by scheme, host and port.
CREATE TABLE robots (
    origin TEXT NOT NULL PRIMARY KEY,
    checked_at INTEGER NOT NULL,
    -- To be asked for anew from then on, at most 24 hours later.
    expires_at INTEGER NOT NULL,
    -- The response; NULL if none came.
    archive_id INTEGER REFERENCES snapshots (archive_id),
    -- Why nothing may be fetched; NULL where the body is to be heard.
    refusal_code TEXT,
    refusal_reason TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX robots_archive ON robots (archive_id);

-- What was taken down, and stays so: the SHA-256 of the bytes, or of the address.
CREATE TABLE tombstones (
    hash TEXT NOT NULL PRIMARY KEY CHECK (length(hash) = 64),
    kind TEXT NOT NULL CHECK (kind IN ('body', 'address')),
    reason TEXT NOT NULL,
    forgotten_at TEXT NOT NULL CHECK (forgotten_at GLOB '????-??-??T??:??:??Z'),
    -- For bytes that said they are the page of an address that was taken down: that address.
    follows TEXT REFERENCES tombstones (hash),
    -- Whether all that it stands for has gone from both files; if not, the next start sees to it.
    is_applied INTEGER NOT NULL CHECK (is_applied IN (0, 1))
) STRICT, WITHOUT ROWID;
CREATE INDEX tombstones_follows ON tombstones (follows);
CREATE INDEX tombstones_unapplied ON tombstones (is_applied) WHERE is_applied = 0;
