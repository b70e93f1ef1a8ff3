-- title: Scores and verdicts that a critic changed
-- description: The 20 latest times that a quote of the critic was given another score or verdict; of_all tells of how many.
-- parameter site: The host of the critic's site
-- parameter critic: The critic's whole name
WITH changes AS (
    SELECT
        entries.name AS entry,
        earlier.score AS score_before,
        later.score AS score_after,
        earlier.verdict AS verdict_before,
        later.verdict AS verdict_after,
        later.valid_from AS changed_at,
        later.run_id,
        later.quote_id,
        quotes.entry_id
    FROM v1_quotes AS quotes
    JOIN v1_entries AS entries ON entries.entry_id = quotes.entry_id
    CROSS JOIN v1_quote_history AS later ON later.quote_id = quotes.quote_id
    CROSS JOIN v1_quote_history AS earlier
        ON earlier.quote_id = later.quote_id AND earlier.valid_to = later.valid_from
    WHERE quotes.reviewer = :critic AND entries.site = :site
        AND (earlier.score <> later.score OR earlier.verdict <> later.verdict)
)
SELECT *, count(*) OVER () AS of_all
FROM changes
ORDER BY changed_at DESC, entry, quote_id
LIMIT 20
