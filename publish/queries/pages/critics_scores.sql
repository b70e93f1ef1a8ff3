-- title: How critics score
-- description: Every named critic's share of ship, mean score, quartiles and range of scores, and number of quotes that stand. A quartile is the lowest score that at least a quarter, a half or three quarters of them do not exceed.
WITH counted AS (
    SELECT
        entries.site, quotes.reviewer, quotes.score, count(*) AS quotes,
        count(quotes.score) AS scored, count(quotes.verdict) AS voted,
        sum(quotes.verdict = 'ship') AS ships
    FROM v1_quotes AS quotes
    JOIN v1_entries AS entries ON entries.entry_id = quotes.entry_id
    WHERE quotes.reviewer IS NOT NULL AND quotes.valid_to IS NULL
    GROUP BY entries.site, quotes.reviewer, quotes.score
),
placed AS (
    SELECT
        *,
        sum(scored) OVER (PARTITION BY site, reviewer ORDER BY score) AS up_to,
        sum(scored) OVER (PARTITION BY site, reviewer) AS all_scored
    FROM counted
)
SELECT
    reviewer,
    site,
    sum(quotes) AS quotes,
    CAST(round(100.0 * sum(ships) / sum(voted)) AS INTEGER) AS ship_pct,
    round(1.0 * sum(score * scored) / sum(scored), 1) AS mean_score,
    min(score) AS lowest_score,
    min(iif(4 * up_to >= all_scored, score, NULL)) AS lower_quartile,
    min(iif(2 * up_to >= all_scored, score, NULL)) AS median_score,
    min(iif(4 * up_to >= 3 * all_scored, score, NULL)) AS upper_quartile,
    max(score) AS highest_score
FROM placed
GROUP BY site, reviewer
ORDER BY ship_pct DESC, mean_score DESC, site, reviewer
