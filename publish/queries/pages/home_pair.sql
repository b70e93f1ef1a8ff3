-- title: Which two tools stand in most comparisons?
-- description: The two tools whose leading entries stand in most comparisons.
SELECT tool_id, name AS tool, comparison_count
FROM v1_entries
WHERE entry_id = tool_id
ORDER BY comparison_count DESC, name, tool_id
LIMIT 2
