-- title: How critics score two tools
-- description: Each named critic with the score and the verdicts on either tool, those first whose scores are furthest apart. Each entry counts once, with the latest score and verdict that stand; of several entries (scores_a, scores_b) the score is the mean. quotes_a and quotes_b count all words that stand; prefers is a, b or neither.
-- parameter tool_a: Id of one tool
-- parameter tool_b: Id of the other
-- page: /compare/{tool_a}/{tool_b}
WITH said AS MATERIALIZED (
    -- Beside a lone max(), SQLite takes the other columns from its row: the latest that stands.
    SELECT
        quotes.reviewer AS critic, quotes.score, quotes.verdict, entries.tool_id = :tool_a AS is_a,
        count(*) AS quotes, max(quotes.valid_from || quotes.quote_id) AS latest
    FROM v1_entries AS entries
    CROSS JOIN v1_quotes AS quotes ON quotes.entry_id = entries.entry_id
    WHERE entries.tool_id IN (:tool_a, :tool_b)
        AND quotes.valid_to IS NULL AND quotes.reviewer IS NOT NULL
    GROUP BY entries.entry_id, quotes.reviewer
),
scored AS (
    SELECT
        critic,
        round(avg(score) FILTER (WHERE is_a), 1) AS score_a,
        round(avg(score) FILTER (WHERE NOT is_a), 1) AS score_b,
        group_concat(DISTINCT iif(is_a, verdict, NULL)) AS verdict_a,
        group_concat(DISTINCT iif(is_a, NULL, verdict)) AS verdict_b,
        count(score) FILTER (WHERE is_a) AS scores_a,
        count(score) FILTER (WHERE NOT is_a) AS scores_b,
        total(quotes) FILTER (WHERE is_a) AS quotes_a,
        total(quotes) FILTER (WHERE NOT is_a) AS quotes_b
    FROM said
    GROUP BY critic
)
SELECT
    critic, score_a, score_b, round(abs(score_a - score_b), 1) AS apart,
    CASE
        WHEN score_a > score_b THEN 'a' WHEN score_b > score_a THEN 'b'
        WHEN score_a = score_b THEN 'neither'
    END AS prefers,
    verdict_a, verdict_b, scores_a, scores_b, CAST(quotes_a AS INTEGER) AS quotes_a,
    CAST(quotes_b AS INTEGER) AS quotes_b
FROM scored
ORDER BY apart IS NULL, apart DESC, critic
