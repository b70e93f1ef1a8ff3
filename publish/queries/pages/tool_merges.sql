-- title: Why the entries of a tool are one
-- description: Pairs of its entries that were judged to be one tool: by the rule, by an operator's word, or by a chain of other pairs.
-- parameter tool: Id of the tool
-- page: /tool/{tool}
WITH decisions AS MATERIALIZED (
    SELECT
        max(decision_id) AS decision_id, reason, decided_by, decided_at,
        min(entry_a_id, entry_b_id) AS one_id, max(entry_a_id, entry_b_id) AS other_id
    FROM v1_decisions
    WHERE holds AND word = 'same'
    GROUP BY one_id, other_id
)
SELECT
    merges.entry_a_id, entry_a.name AS entry_a, entry_a.slug AS slug_a,
    merges.entry_b_id, entry_b.name AS entry_b, entry_b.slug AS slug_b,
    merges.decided_by, merges.rule, merges.score, merges.evidence,
    decisions.decision_id, decisions.reason, decisions.decided_by AS operator, decisions.decided_at
FROM v1_merges AS merges
JOIN v1_entries AS entry_a ON entry_a.entry_id = merges.entry_a_id
JOIN v1_entries AS entry_b ON entry_b.entry_id = merges.entry_b_id
LEFT JOIN decisions
    ON merges.decided_by = 'operator'
    AND decisions.one_id = min(merges.entry_a_id, merges.entry_b_id)
    AND decisions.other_id = max(merges.entry_a_id, merges.entry_b_id)
WHERE merges.tool_id = :tool
ORDER BY merges.decided_by = 'chain', merges.score DESC, entry_a, merges.entry_a_id,
    merges.entry_b_id
