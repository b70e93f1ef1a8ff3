-- topic: Data
-- rank: 53
-- title: Which entries are one tool, and who says so?
-- description: Pairs of entries that were judged to be one tool: by the rule, by an operator's word, or by a chain of other pairs. score is how much speaks for it, in thousandths.
-- parameter decided_by: rule, operator or chain; empty for all
SELECT
    tools.name AS tool,
    entry_a.name AS entry_a,
    entry_b.name AS entry_b,
    merges.decided_by,
    merges.rule,
    merges.score,
    (SELECT group_concat(value, '; ') FROM json_each(merges.evidence, '$.for')) AS speaks_for,
    (SELECT group_concat(value, '; ') FROM json_each(merges.evidence, '$.against'))
        AS speaks_against,
    decisions.reason,
    decisions.decided_by AS operator,
    decisions.decided_at,
    entry_a.slug AS slug_a,
    entry_b.slug AS slug_b,
    merges.tool_id,
    merges.entry_a_id,
    merges.entry_b_id
FROM v1_merges AS merges
JOIN v1_entries AS tools ON tools.entry_id = merges.tool_id
JOIN v1_entries AS entry_a ON entry_a.entry_id = merges.entry_a_id
JOIN v1_entries AS entry_b ON entry_b.entry_id = merges.entry_b_id
LEFT JOIN v1_decisions AS decisions
    ON merges.decided_by = 'operator' AND decisions.holds AND decisions.word = 'same'
    AND min(decisions.entry_a_id, decisions.entry_b_id)
        = min(merges.entry_a_id, merges.entry_b_id)
    AND max(decisions.entry_a_id, decisions.entry_b_id)
        = max(merges.entry_a_id, merges.entry_b_id)
WHERE lower(trim(:decided_by)) IN ('', merges.decided_by)
ORDER BY tool, merges.tool_id, merges.decided_by, merges.score DESC, merges.entry_a_id,
    merges.entry_b_id
