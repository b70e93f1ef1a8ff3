-- title: Quotes that a run was the first to see
-- description: By entry and critic, without those that ended in the same run; at most 500 of each how, of_all tells of how many. how is known where the entry had been there before and no quote of it had been read; else new.
-- parameter run: Number of the run
WITH seen AS MATERIALIZED (
    SELECT quote_id, entry_id
    FROM v1_quotes
    WHERE run_id = CAST(:run AS INTEGER) AND (
        valid_to IS NULL OR valid_to NOT IN (
            SELECT observed_at FROM v1_snapshots WHERE run_id = CAST(:run AS INTEGER)
        )
    )
),
touched AS MATERIALIZED (
    SELECT
        entries.entry_id, entries.name,
        iif(
            entries.run_id < CAST(:run AS INTEGER) AND NOT EXISTS (
                SELECT 1 FROM v1_quotes AS others
                WHERE others.entry_id = entries.entry_id
                    AND others.run_id < CAST(:run AS INTEGER)
            ), 'known', 'new'
        ) AS how
    FROM (SELECT DISTINCT entry_id FROM seen) AS places
    JOIN v1_entries AS entries ON entries.entry_id = places.entry_id
),
listed AS MATERIALIZED (
    SELECT
        seen.quote_id, touched.entry_id, touched.name, touched.how,
        count(*) OVER (PARTITION BY touched.how) AS of_all,
        row_number() OVER (
            PARTITION BY touched.how ORDER BY seen.entry_id, seen.quote_id
        ) AS place
    FROM seen
    JOIN touched ON touched.entry_id = seen.entry_id
)
SELECT
    quotes.entry_id, listed.name AS entry, quotes.reviewer, quotes.score, quotes.verdict,
    quotes.text, listed.how, quotes.valid_from, quotes.valid_to, listed.quote_id,
    quotes.source_url, listed.of_all
FROM listed
JOIN v1_quotes AS quotes ON quotes.quote_id = listed.quote_id
WHERE listed.place <= 500
ORDER BY listed.name, listed.entry_id, quotes.seat, listed.quote_id
