-- title: How critics score two tools
-- description: Each named critic with the scores and verdicts that stand now on any entry of either tool, those first whose scores are furthest apart. A score is the mean where there are several; prefers is a, b or neither.
-- parameter tool_a: Id of one tool
-- parameter tool_b: Id of the other
-- page: /compare/{tool_a}/{tool_b}
WITH said AS MATERIALIZED (
    SELECT
        quotes.reviewer AS critic, quotes.score, quotes.verdict, entries.tool_id = :tool_a AS is_a
    FROM v1_entries AS entries
    CROSS JOIN v1_quotes AS quotes ON quotes.entry_id = entries.entry_id
    WHERE entries.tool_id IN (:tool_a, :tool_b)
        AND quotes.valid_to IS NULL AND quotes.reviewer IS NOT NULL
),
scored AS (
    SELECT
        critic,
        round(avg(score) FILTER (WHERE is_a), 1) AS score_a,
        round(avg(score) FILTER (WHERE NOT is_a), 1) AS score_b,
        group_concat(DISTINCT iif(is_a, verdict, NULL)) AS verdict_a,
        group_concat(DISTINCT iif(is_a, NULL, verdict)) AS verdict_b,
        count(*) FILTER (WHERE is_a) AS quotes_a,
        count(*) FILTER (WHERE NOT is_a) AS quotes_b
    FROM said
    GROUP BY critic
)
SELECT
    critic, score_a, score_b, round(abs(score_a - score_b), 1) AS apart,
    CASE
        WHEN score_a > score_b THEN 'a' WHEN score_b > score_a THEN 'b'
        WHEN score_a = score_b THEN 'neither'
    END AS prefers,
    verdict_a, verdict_b, quotes_a, quotes_b
FROM scored
ORDER BY apart IS NULL, apart DESC, critic
