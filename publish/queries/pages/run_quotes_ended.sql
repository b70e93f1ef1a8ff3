-- title: Quotes that ended when a run observed their pages
-- description: No page shows them any more, since a time at which this run was the first to read a page; at most 500, of_all tells of how many. Where another run read a page of the very same second, it may have been that one.
-- parameter run: Number of the run
WITH listed AS MATERIALIZED (
    SELECT quote_id, entry_id, count(*) OVER () AS of_all
    FROM v1_quotes
    WHERE run_id < CAST(:run AS INTEGER) AND valid_to IN (
        SELECT observed_at FROM v1_snapshots WHERE run_id = CAST(:run AS INTEGER)
    )
    ORDER BY entry_id, quote_id
    LIMIT 500
)
SELECT
    quotes.entry_id, entries.name AS entry, quotes.reviewer, quotes.score, quotes.verdict,
    quotes.text, quotes.valid_from, quotes.valid_to, listed.quote_id, quotes.source_url,
    listed.of_all
FROM listed
JOIN v1_quotes AS quotes ON quotes.quote_id = listed.quote_id
JOIN v1_entries AS entries ON entries.entry_id = listed.entry_id
ORDER BY entries.name, listed.entry_id, quotes.seat, listed.quote_id
