-- title: How critics score
-- description: Every named critic's share of ship, mean score, quartiles and range of scores, and number of entries. Each entry counts once, with the latest verdict and score that stand. A quartile is the lowest score that at least a quarter, a half or three quarters of them do not exceed.
WITH standing AS MATERIALIZED (
    -- Beside a lone max(), SQLite takes the other columns from its row: the latest that stands.
    SELECT
        entry_id, reviewer, score,
        iif(verdict IN ('ship', 'skip'), verdict = 'ship', NULL) AS ship,
        max(valid_from || quote_id) AS latest
    FROM v1_quotes
    WHERE reviewer IS NOT NULL AND valid_to IS NULL
    GROUP BY entry_id, reviewer
),
counted AS (
    SELECT
        entries.site, standing.reviewer, standing.score, count(*) AS entries,
        count(standing.score) AS scored, count(standing.ship) AS voted,
        sum(standing.ship) AS ships
    FROM standing
    JOIN v1_entries AS entries ON entries.entry_id = standing.entry_id
    GROUP BY entries.site, standing.reviewer, standing.score
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
    sum(entries) AS entries,
    round(100.0 * sum(ships) / sum(voted), 1) AS ship_pct,
    round(1.0 * sum(score * scored) / sum(scored), 1) AS mean_score,
    min(score) AS lowest_score,
    min(iif(4 * up_to >= all_scored, score, NULL)) AS lower_quartile,
    min(iif(2 * up_to >= all_scored, score, NULL)) AS median_score,
    min(iif(4 * up_to >= 3 * all_scored, score, NULL)) AS upper_quartile,
    max(score) AS highest_score
FROM placed
GROUP BY site, reviewer
ORDER BY ship_pct DESC, mean_score DESC, site, reviewer
