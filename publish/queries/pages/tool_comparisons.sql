-- title: Comparisons that a tool stands in
-- description: Pages that set an entry of it beside another, the last seen first.
-- parameter tool: Id of the tool
-- page: /tool/{tool}
SELECT
    comparisons.comparison_id, comparisons.title AS comparison,
    others.tool_id, others.name AS tool, others.verdict, others.panel_ship_pct,
    comparisons.url, comparisons.first_seen_at, comparisons.last_seen_at
FROM v1_entries AS entries
CROSS JOIN v1_comparison_entries AS places ON places.entry_id = entries.entry_id
CROSS JOIN v1_comparisons AS comparisons ON comparisons.comparison_id = places.comparison_id
CROSS JOIN v1_comparison_entries AS besides
    ON besides.comparison_id = places.comparison_id AND besides.entry_id <> places.entry_id
CROSS JOIN v1_entries AS others ON others.entry_id = besides.entry_id
WHERE entries.tool_id = :tool
ORDER BY comparisons.last_seen_at DESC, comparison, comparisons.comparison_id, tool
