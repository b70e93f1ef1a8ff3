-- topic: Changes
-- rank: 41
-- title: Do scores inflate over time?
-- description: By month: the quotes first seen in it, their mean score and share of ship; and the quotes that were given another score in it, with the mean change. The latter compares like with like: the same words on the same entry.
-- parameter critic: A critic's name or a part of it, such as skeptic; empty for all
WITH told AS (
    SELECT substr(valid_from, 1, 7) AS month, 1 AS is_new, score, verdict, NULL AS change
    FROM v1_quotes
    WHERE instr(lower(coalesce(reviewer, '')), lower(trim(:critic))) > 0
    UNION ALL
    SELECT substr(later.valid_from, 1, 7), 0, NULL, NULL, later.score - earlier.score
    FROM v1_quote_history AS earlier
    CROSS JOIN v1_quote_history AS later
        ON later.quote_id = earlier.quote_id AND later.valid_from = earlier.valid_to
    WHERE later.score <> earlier.score
        AND instr(lower(coalesce(later.reviewer, '')), lower(trim(:critic))) > 0
)
SELECT
    month,
    sum(is_new) AS new_quotes,
    round(avg(score), 1) AS mean_score,
    round(100.0 * sum(verdict = 'ship') / sum(verdict IN ('ship', 'skip')), 1) AS ship_pct,
    count(change) AS scores_changed,
    sum(change > 0) AS raised,
    sum(change < 0) AS lowered,
    round(avg(change), 1) AS mean_change
FROM told
GROUP BY month
ORDER BY month DESC
