-- title: How does each critic lean?
-- description: Every named critic's share of ship, mean score, quartiles and range of scores, and number of quotes. A quartile is the lowest score that at least a quarter, a half or three quarters of them do not exceed.
WITH counted AS (
    SELECT
        reviewer, score, count(*) AS quotes, count(score) AS scored, count(verdict) AS voted,
        sum(verdict = 'ship') AS ships
    FROM v1_quotes
    WHERE reviewer IS NOT NULL AND valid_to IS NULL
    GROUP BY reviewer, score
),
placed AS (
    SELECT
        *,
        sum(scored) OVER (PARTITION BY reviewer ORDER BY score) AS up_to,
        sum(scored) OVER (PARTITION BY reviewer) AS all_scored
    FROM counted
)
SELECT
    reviewer,
    sum(quotes) AS quotes,
    CAST(round(100.0 * sum(ships) / sum(voted)) AS INTEGER) AS ship_pct,
    round(1.0 * sum(score * scored) / sum(scored), 1) AS mean_score,
    min(score) AS lowest_score,
    min(iif(4 * up_to >= all_scored, score, NULL)) AS lower_quartile,
    min(iif(2 * up_to >= all_scored, score, NULL)) AS median_score,
    min(iif(4 * up_to >= 3 * all_scored, score, NULL)) AS upper_quartile,
    max(score) AS highest_score
FROM placed
GROUP BY reviewer
ORDER BY ship_pct DESC, mean_score DESC, reviewer
