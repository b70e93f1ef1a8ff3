-- title: Pages that set two tools beside each other
-- description: Comparisons with an entry of either, the last seen first.
-- parameter tool_a: Id of one tool
-- parameter tool_b: Id of the other
-- page: /compare/{tool_a}/{tool_b}
SELECT
    comparisons.comparison_id, comparisons.title AS comparison, comparisons.url,
    comparisons.site, comparisons.first_seen_at, comparisons.last_seen_at
FROM v1_entries AS entries
CROSS JOIN v1_comparison_entries AS places ON places.entry_id = entries.entry_id
CROSS JOIN v1_comparison_entries AS besides
    ON besides.comparison_id = places.comparison_id AND besides.entry_id <> places.entry_id
CROSS JOIN v1_entries AS others ON others.entry_id = besides.entry_id
CROSS JOIN v1_comparisons AS comparisons ON comparisons.comparison_id = places.comparison_id
WHERE entries.tool_id = :tool_a AND others.tool_id = :tool_b
GROUP BY comparisons.comparison_id
ORDER BY comparisons.last_seen_at DESC, comparison, comparisons.comparison_id
