-- topic: Comparisons
-- rank: 22
-- title: Which tools of one category were never compared?
-- description: Pairs of tools in one category that no page sets side by side, those that the panel wants most first. It needs a category.
-- parameter category: A whole category, such as Coding Agents, in whatever case
-- needs: category
WITH tools AS MATERIALIZED (
    SELECT
        tools.entry_id AS tool_id, tools.name AS tool, members.category,
        avg(members.panel_ship_pct) AS pct
    FROM v1_entries AS members
    JOIN v1_entries AS tools ON tools.entry_id = members.tool_id
    WHERE lower(members.category) = lower(trim(:category))
    GROUP BY tools.entry_id
)
SELECT
    a.tool AS tool_a,
    b.tool AS tool_b,
    CAST(round(a.pct) AS INTEGER) AS panel_ship_pct_a,
    CAST(round(b.pct) AS INTEGER) AS panel_ship_pct_b,
    a.category,
    a.tool_id AS tool_a_id,
    b.tool_id AS tool_b_id
FROM tools AS a
JOIN tools AS b ON b.tool_id > a.tool_id
WHERE a.tool_id || b.tool_id NOT IN (
    SELECT min(entry_a.tool_id, entry_b.tool_id) || max(entry_a.tool_id, entry_b.tool_id)
    FROM v1_comparisons AS comparisons
    JOIN v1_entries AS entry_a ON entry_a.entry_id = comparisons.entry_a_id
    JOIN v1_entries AS entry_b ON entry_b.entry_id = comparisons.entry_b_id
)
ORDER BY a.pct + b.pct DESC, tool_a, tool_b, a.tool_id, b.tool_id
