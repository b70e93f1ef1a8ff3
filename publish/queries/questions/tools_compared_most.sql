-- topic: Comparisons
-- rank: 20
-- title: Which tools are compared most?
-- description: Tools by how many comparisons any entry of them stands in, and against how many other tools.
-- parameter category: A category as the site writes it, or a part of it; empty for all
SELECT
    tools.name AS tool,
    count(DISTINCT comparisons.comparison_id) AS comparisons,
    count(DISTINCT nullif(others.tool_id, tools.entry_id)) AS other_tools,
    max(comparisons.last_seen_at) AS last_compared_at,
    tools.category,
    tools.verdict,
    tools.panel_ship_pct,
    tools.source_url,
    tools.entry_id AS tool_id
FROM v1_comparisons AS comparisons
CROSS JOIN v1_entries AS members
    ON members.entry_id IN (comparisons.entry_a_id, comparisons.entry_b_id)
JOIN v1_entries AS others ON others.entry_id = iif(
    members.entry_id = comparisons.entry_a_id, comparisons.entry_b_id, comparisons.entry_a_id
)
JOIN v1_entries AS tools ON tools.entry_id = members.tool_id
WHERE instr(lower(coalesce(tools.category, '')), lower(trim(:category))) > 0
GROUP BY tools.entry_id
ORDER BY comparisons DESC, other_tools DESC, tool, tool_id
