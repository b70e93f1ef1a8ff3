-- title: How critics score
-- description: Every named critic's share of ship, mean score, quartiles and range of scores, and number of entries. Each entry counts once, with the latest verdict and score that stand. The median of an even number is the mean of the two in the middle; quartiles lie a quarter and three quarters of the way through the scores in order, between two of them in proportion (as in R, NumPy and QUARTILE.INC of spreadsheets).
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
),
-- The scores right before and right after each quarter of the way; one score, if it falls on it.
beside AS (
    SELECT
        site, reviewer, all_scored - 1 AS way, sum(entries) AS entries,
        100.0 * sum(ships) / sum(voted) AS ship_pct,
        1.0 * sum(score * scored) / sum(scored) AS mean_score,
        min(score) AS lowest_score, max(score) AS highest_score,
        min(iif(4 * up_to > all_scored - 1, score, NULL)) AS before_1,
        min(iif(4 * (up_to - 1) >= all_scored - 1, score, NULL)) AS after_1,
        min(iif(2 * up_to > all_scored - 1, score, NULL)) AS before_2,
        min(iif(2 * (up_to - 1) >= all_scored - 1, score, NULL)) AS after_2,
        min(iif(4 * up_to > 3 * (all_scored - 1), score, NULL)) AS before_3,
        min(iif(4 * (up_to - 1) >= 3 * (all_scored - 1), score, NULL)) AS after_3
    FROM placed
    GROUP BY site, reviewer
)
SELECT
    reviewer,
    site,
    entries,
    round(ship_pct, 1) AS ship_pct,
    round(mean_score, 1) AS mean_score,
    lowest_score,
    round(before_1 + (after_1 - before_1) * (way % 4) / 4.0, 1) AS lower_quartile,
    round((before_2 + after_2) / 2.0, 1) AS median_score,
    round(before_3 + (after_3 - before_3) * (3 * way % 4) / 4.0, 1) AS upper_quartile,
    highest_score
FROM beside
ORDER BY ship_pct DESC, mean_score DESC, site, reviewer
