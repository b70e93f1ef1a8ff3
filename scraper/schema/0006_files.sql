-- WARC files of which all is in the archive, so that another run need not read them.

CREATE TABLE finished_files (
    address TEXT NOT NULL,
    -- What its store says of its bytes: others have another mark.
    mark TEXT NOT NULL,
    -- The site that its pages were read as; empty where each is its own host's.
    site TEXT NOT NULL,
    finished_at TEXT NOT NULL,
    PRIMARY KEY (address, site)
) STRICT, WITHOUT ROWID;
