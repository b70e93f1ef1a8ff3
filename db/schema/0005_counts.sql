-- Schema 5: a run counts the quotes that it changed; what a page's address showed is found by it.

ALTER TABLE runs ADD COLUMN quotes_changed INTEGER; -- null: not tracked
CREATE INDEX snapshots_address ON snapshots (address) WHERE address IS NOT NULL;

DROP VIEW v1_runs;

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
    entries_changed, -- Entries that were there before, and have more or fewer versions after it
    quotes_added, -- Quotes that it was the first to see
    issues, -- Issues that it met, old and new
    entries_ended, -- Entries that no page shows any more; none ends, for a page is known by its entries
    quotes_ended, -- Quotes that stood before it and no longer do
    code_version, -- Version of versusdb
    reader_version, -- Digest of the reader's code
    settings, -- JSON object of the options that it ran with
    quotes_changed -- Quotes that were there before, did not end, and have more or fewer versions after it
) AS
SELECT
    run_id, command, status, started_at, finished_at, pages_seen, pages_fetched, pages_unchanged,
    pages_failed, entries_added, entries_changed, quotes_added, issues, entries_ended,
    quotes_ended, code_version, reader_version, settings, quotes_changed
FROM runs;
