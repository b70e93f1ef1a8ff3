-- topic: Changes
-- rank: 41
-- title: Do scores inflate over time?
-- description: By month: the quotes first seen in it, their mean score and share of ship, as they are now; and the quotes that were given another score in it, with the mean change. The latter compares like with like: the same words on the same entry.
-- parameter critic: A critic's name or a part of it, such as skeptic; empty for all
WITH fresh AS MATERIALIZED (
    SELECT
        substr(valid_from, 1, 7) AS month, count(*) AS quotes, avg(score) AS mean_score,
        100.0 * sum(verdict = 'ship') / sum(verdict IN ('ship', 'skip')) AS ship_pct
    FROM v1_quotes
    WHERE instr(lower(coalesce(reviewer, '')), lower(trim(:critic))) > 0
    GROUP BY month
),
changed AS MATERIALIZED (
    SELECT
        substr(later.valid_from, 1, 7) AS month, count(*) AS scores,
        sum(later.score > earlier.score) AS raised, sum(later.score < earlier.score) AS lowered,
        avg(later.score - earlier.score) AS mean_change
    FROM v1_quote_history AS earlier
    CROSS JOIN v1_quote_history AS later
        ON later.quote_id = earlier.quote_id AND later.valid_from = earlier.valid_to
    WHERE later.score <> earlier.score
        AND instr(lower(coalesce(later.reviewer, '')), lower(trim(:critic))) > 0
    GROUP BY month
),
months AS (
    SELECT month FROM fresh UNION SELECT month FROM changed
)
SELECT
    months.month,
    coalesce(fresh.quotes, 0) AS new_quotes,
    round(fresh.mean_score, 1) AS mean_score,
    round(fresh.ship_pct, 1) AS ship_pct,
    coalesce(changed.scores, 0) AS scores_changed,
    coalesce(changed.raised, 0) AS raised,
    coalesce(changed.lowered, 0) AS lowered,
    round(changed.mean_change, 1) AS mean_change
FROM months
LEFT JOIN fresh ON fresh.month = months.month
LEFT JOIN changed ON changed.month = months.month
ORDER BY months.month DESC
