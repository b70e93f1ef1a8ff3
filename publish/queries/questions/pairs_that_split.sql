-- topic: Comparisons
-- rank: 21
-- title: Which compared pairs split the panel?
-- description: Pairs of tools that a page compares, by how evenly the critics are divided over which of the two is better: how many score the one higher, the other higher, or both the same. The latest score of each named critic that stands.
-- parameter category: A category that one of the two is in, or a part of it; empty for all
WITH scores AS MATERIALIZED (
    -- Beside a lone max(), SQLite takes the other columns from its row: the latest that stands.
    SELECT entry_id, reviewer, score, max(valid_from || quote_id) AS latest
    FROM v1_quotes
    WHERE valid_to IS NULL AND reviewer IS NOT NULL AND score IS NOT NULL
    GROUP BY entry_id, reviewer
),
preferred AS (
    SELECT
        comparisons.comparison_id, comparisons.entry_a_id, comparisons.entry_b_id,
        comparisons.title, comparisons.url, count(*) AS critics,
        sum(a.score > b.score) AS prefer_a, sum(a.score < b.score) AS prefer_b
    FROM v1_comparisons AS comparisons
    CROSS JOIN scores AS a ON a.entry_id = comparisons.entry_a_id
    CROSS JOIN scores AS b ON b.entry_id = comparisons.entry_b_id AND b.reviewer = a.reviewer
    GROUP BY comparisons.comparison_id
    HAVING prefer_a > 0 AND prefer_b > 0
)
SELECT
    entry_a.name AS entry_a,
    preferred.prefer_a,
    preferred.prefer_b,
    entry_b.name AS entry_b,
    preferred.critics - preferred.prefer_a - preferred.prefer_b AS even,
    entry_a.category AS category_a,
    entry_b.category AS category_b,
    preferred.title AS comparison,
    preferred.url,
    preferred.entry_a_id,
    preferred.entry_b_id,
    preferred.comparison_id
FROM preferred
JOIN v1_entries AS entry_a ON entry_a.entry_id = preferred.entry_a_id
JOIN v1_entries AS entry_b ON entry_b.entry_id = preferred.entry_b_id
WHERE instr(lower(coalesce(entry_a.category, '')), lower(trim(:category))) > 0
    OR instr(lower(coalesce(entry_b.category, '')), lower(trim(:category))) > 0
ORDER BY min(prefer_a, prefer_b) DESC, max(prefer_a, prefer_b) DESC, comparison,
    preferred.comparison_id
