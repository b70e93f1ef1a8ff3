-- title: How does each critic lean?
-- description: Every named critic's share of ship, mean score, range of scores and number of quotes.
SELECT
    reviewer,
    count(*) AS quotes,
    CAST(round(100.0 * sum(verdict = 'ship') / count(verdict)) AS INTEGER) AS ship_pct,
    round(avg(score), 1) AS mean_score,
    min(score) AS lowest_score,
    max(score) AS highest_score
FROM v1_quotes
WHERE reviewer IS NOT NULL AND valid_to IS NULL
GROUP BY reviewer
ORDER BY ship_pct DESC, mean_score DESC, reviewer
