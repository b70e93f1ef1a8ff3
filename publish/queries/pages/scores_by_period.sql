-- title: What scores did critics give, and when?
-- description: Scores of quotes by the month in which they were first seen, or by the day where that makes no more than 62; a score that was changed since counts as it was then. A quartile is the lowest score that at least a quarter, a half or three quarters of them do not exceed.
WITH days AS MATERIALIZED (
    SELECT substr(valid_from, 1, 10) AS day, score, count(*) AS quotes
    FROM v1_quote_history AS first_said
    WHERE score IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM v1_quote_history AS earlier
        WHERE earlier.quote_id = first_said.quote_id
            AND earlier.valid_from < first_said.valid_from
    )
    GROUP BY day, score
),
counted AS (
    SELECT
        iif((SELECT count(DISTINCT day) FROM days) > 62, substr(day, 1, 7), day) AS period,
        score, sum(quotes) AS quotes
    FROM days
    GROUP BY period, score
),
placed AS (
    SELECT
        period, score,
        sum(quotes) OVER (PARTITION BY period ORDER BY score) AS up_to,
        sum(quotes) OVER (PARTITION BY period) AS quotes
    FROM counted
)
SELECT
    period,
    min(iif(4 * up_to >= quotes, score, NULL)) AS lower_quartile,
    min(iif(2 * up_to >= quotes, score, NULL)) AS median_score,
    min(iif(4 * up_to >= 3 * quotes, score, NULL)) AS upper_quartile,
    quotes
FROM placed
GROUP BY period
ORDER BY period
