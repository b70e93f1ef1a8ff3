-- title: What scores did critics give, and when?
-- description: Scores of quotes by the month in which they were first seen, or by the day where that makes no more than 62; a score that was changed since counts as it was then. The median of an even number is the mean of the two in the middle; quartiles lie a quarter and three quarters of the way through the scores in order, between two of them in proportion (as in R, NumPy and QUARTILE.INC of spreadsheets).
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
),
-- The scores right before and right after each quarter of the way; one score, if it falls on it.
beside AS (
    SELECT
        period, quotes, quotes - 1 AS way,
        min(iif(4 * up_to > quotes - 1, score, NULL)) AS before_1,
        min(iif(4 * (up_to - 1) >= quotes - 1, score, NULL)) AS after_1,
        min(iif(2 * up_to > quotes - 1, score, NULL)) AS before_2,
        min(iif(2 * (up_to - 1) >= quotes - 1, score, NULL)) AS after_2,
        min(iif(4 * up_to > 3 * (quotes - 1), score, NULL)) AS before_3,
        min(iif(4 * (up_to - 1) >= 3 * (quotes - 1), score, NULL)) AS after_3
    FROM placed
    GROUP BY period
)
SELECT
    period,
    round(before_1 + (after_1 - before_1) * (way % 4) / 4.0, 1) AS lower_quartile,
    round((before_2 + after_2) / 2.0, 1) AS median_score,
    round(before_3 + (after_3 - before_3) * (3 * way % 4) / 4.0, 1) AS upper_quartile,
    quotes
FROM beside
ORDER BY period
