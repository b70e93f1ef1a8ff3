-- title: Tools that may be one with a tool
-- description: Other tools with an entry that may be the same as one of its entries and waits for a person's word; what speaks most for it first (score, in thousandths, of the pair with the highest).
-- parameter tool: Id of the tool
-- page: /tool/{tool}
WITH entries AS MATERIALIZED (
    SELECT entry_id FROM v1_entries WHERE tool_id = :tool
),
waiting AS (
    SELECT queue.entry_b_id AS entry_id, queue.score, queue.reason
    FROM entries
    CROSS JOIN v1_merge_queue AS queue ON queue.entry_a_id = entries.entry_id
    UNION ALL
    SELECT queue.entry_a_id, queue.score, queue.reason
    FROM entries
    CROSS JOIN v1_merge_queue AS queue ON queue.entry_b_id = entries.entry_id
)
SELECT
    tools.name AS tool, others.tool_id, max(waiting.score) AS score, waiting.reason,
    count(*) AS pairs
FROM waiting
CROSS JOIN v1_entries AS others ON others.entry_id = waiting.entry_id
CROSS JOIN v1_entries AS tools ON tools.entry_id = others.tool_id
WHERE others.tool_id <> :tool
GROUP BY others.tool_id
ORDER BY score DESC, tool, others.tool_id
