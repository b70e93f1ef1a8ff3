-- topic: Tools
-- rank: 12
-- title: Do free tools fare better than paid ones?
-- description: Entries by what starting costs, in the site's word: the mean share of ship of panel and community, the verdicts, and the mean of the scores that stand.
-- parameter category: A category as the site writes it, or a part of it; empty for all
WITH scores AS MATERIALIZED (
    SELECT entry_id, count(score) AS scores, sum(score) AS total
    FROM v1_quotes
    WHERE valid_to IS NULL
    GROUP BY entry_id
)
SELECT
    coalesce(entries.entry_price, 'not stated') AS entry_price,
    count(*) AS entries,
    round(avg(entries.panel_ship_pct), 1) AS panel_ship_pct,
    round(avg(entries.community_ship_pct), 1) AS community_ship_pct,
    sum(entries.verdict = 'ship') AS verdict_ship,
    sum(entries.verdict = 'mixed') AS verdict_mixed,
    sum(entries.verdict = 'skip') AS verdict_skip,
    sum(scores.scores) AS scores,
    round(1.0 * sum(scores.total) / sum(scores.scores), 1) AS mean_score
FROM v1_entries AS entries
LEFT JOIN scores ON scores.entry_id = entries.entry_id
WHERE instr(lower(coalesce(entries.category, '')), lower(trim(:category))) > 0
GROUP BY 1
ORDER BY entries DESC, 1
