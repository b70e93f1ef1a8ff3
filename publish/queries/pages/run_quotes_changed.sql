-- title: Quotes that a run found otherwise
-- description: Critic, score and verdict before the run and in the last version that the run read first, those with another verdict first, then those whose score changed most; at most 500 of each how, of_all tells of how many. how is changed where a score or verdict is another; known where something had not been stated before; back where the quote had ended; earlier where the run read an older state than was known.
-- parameter run: Number of the run
WITH touched AS MATERIALIZED (
    SELECT quote_id, max(valid_from) AS now_at
    FROM v1_quote_history WHERE run_id = CAST(:run AS INTEGER) GROUP BY quote_id
),
placed AS MATERIALIZED (
    SELECT
        quote_id, now_at,
        EXISTS (
            SELECT 1 FROM v1_quote_history AS later
            WHERE later.quote_id = touched.quote_id AND later.valid_from > now_at
                AND later.run_id < CAST(:run AS INTEGER)
        ) AS is_earlier,
        (
            SELECT max(valid_from) FROM v1_quote_history AS earlier
            WHERE earlier.quote_id = touched.quote_id AND earlier.valid_from < now_at
                AND earlier.run_id < CAST(:run AS INTEGER)
        ) AS before_at
    FROM touched
    WHERE before_at NOTNULL
),
told AS (
    SELECT
        placed.quote_id, now.valid_from,
        was.reviewer AS reviewer_before, now.reviewer, was.score AS score_before, now.score,
        was.verdict AS verdict_before, now.verdict,
        CASE
            WHEN is_earlier THEN 'earlier'
            WHEN was.valid_to < now.valid_from AND was.valid_to NOT IN (
                SELECT observed_at FROM v1_snapshots WHERE run_id = CAST(:run AS INTEGER)
            ) THEN 'back'
            WHEN was.score <> now.score OR was.verdict <> now.verdict THEN 'changed'
            WHEN was.score IS NOT now.score OR was.verdict IS NOT now.verdict
                OR was.reviewer IS NOT now.reviewer THEN 'known'
        END AS how
    FROM placed
    JOIN v1_quote_history AS now ON now.quote_id = placed.quote_id AND now.valid_from = now_at
    JOIN v1_quote_history AS was
        ON was.quote_id = placed.quote_id AND was.valid_from = before_at
),
listed AS MATERIALIZED (
    SELECT
        *, count(*) OVER (PARTITION BY how) AS of_all,
        row_number() OVER (
            PARTITION BY how
            ORDER BY verdict = verdict_before, abs(score - score_before) DESC, quote_id
        ) AS place
    FROM told
    WHERE how NOTNULL
)
SELECT
    quotes.entry_id, entries.name AS entry, listed.reviewer_before, listed.reviewer,
    listed.score_before, listed.score, listed.verdict_before, listed.verdict, quotes.text,
    listed.how, listed.valid_from, listed.quote_id, quotes.source_url, listed.of_all
FROM listed
JOIN v1_quotes AS quotes ON quotes.quote_id = listed.quote_id
JOIN v1_entries AS entries ON entries.entry_id = quotes.entry_id
WHERE listed.place <= 500
ORDER BY listed.verdict = listed.verdict_before, abs(listed.score - listed.score_before) DESC,
    entries.name, quotes.entry_id, listed.reviewer, listed.quote_id
