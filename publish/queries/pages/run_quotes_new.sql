-- title: Quotes that a run was the first to see
-- description: By entry and critic, without those that ended in the same run; at most 500, of_all tells of how many. how is known where the entry had been there before and no quote of it had been read; else new.
-- parameter run: Number of the run
WITH listed AS MATERIALIZED (
    SELECT quote_id, entry_id, count(*) OVER () AS of_all
    FROM v1_quotes
    WHERE run_id = CAST(:run AS INTEGER) AND (
        valid_to IS NULL OR valid_to NOT IN (
            SELECT observed_at FROM v1_snapshots WHERE run_id = CAST(:run AS INTEGER)
        )
    )
    ORDER BY entry_id, quote_id
    LIMIT 500
)
SELECT
    quotes.entry_id, entries.name AS entry, quotes.reviewer, quotes.score, quotes.verdict,
    quotes.text,
    iif(
        entries.run_id < CAST(:run AS INTEGER) AND NOT EXISTS (
            SELECT 1 FROM v1_quotes AS others
            WHERE others.entry_id = listed.entry_id AND others.run_id < CAST(:run AS INTEGER)
        ), 'known', 'new'
    ) AS how,
    quotes.valid_from, quotes.valid_to, listed.quote_id, quotes.source_url, listed.of_all
FROM listed
JOIN v1_quotes AS quotes ON quotes.quote_id = listed.quote_id
JOIN v1_entries AS entries ON entries.entry_id = listed.entry_id
ORDER BY entries.name, listed.entry_id, quotes.seat, listed.quote_id
