-- title: How a critic's scores are spread
-- description: How many entries the critic gave scores of each ten, and with which verdict; one of each entry, the latest that stands.
-- parameter site: The host of the critic's site
-- parameter critic: The critic's whole name
WITH standing AS (
    -- Beside a lone max(), SQLite takes the other columns from its row: the latest that stands.
    SELECT
        quotes.score, quotes.verdict, max(quotes.valid_from || quotes.quote_id) AS latest
    FROM v1_quotes AS quotes
    CROSS JOIN v1_entries AS entries ON entries.entry_id = quotes.entry_id
    WHERE quotes.reviewer = :critic AND entries.site = :site
        AND quotes.valid_to IS NULL AND quotes.score IS NOT NULL
    GROUP BY quotes.entry_id
)
SELECT
    tens.column1 AS lowest,
    tens.column2 AS highest,
    count(*) FILTER (WHERE standing.verdict = 'ship') AS ship,
    count(*) FILTER (WHERE standing.verdict = 'skip') AS skip,
    count(standing.score) AS scores
FROM (
    VALUES (90, 100), (80, 89), (70, 79), (60, 69), (50, 59), (40, 49), (30, 39), (20, 29),
        (10, 19), (0, 9)
) AS tens
LEFT JOIN standing ON standing.score BETWEEN tens.column1 AND tens.column2
GROUP BY tens.column1
ORDER BY lowest DESC
