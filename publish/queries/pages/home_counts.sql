-- title: How many rows has each view?
-- description: Rows of the views; only that of sightings, which takes long to count, is left out, and that of the sites. Of quotes, standing is how many stand still.
SELECT
    view, rows,
    iif(view = 'v1_quotes', (SELECT count(*) FROM v1_quotes WHERE valid_to IS NULL), NULL)
        AS standing
FROM (
    SELECT 'v1_tools' AS view, count(DISTINCT tool_id) AS rows FROM v1_entries
    UNION ALL SELECT 'v1_entries', count(*) FROM v1_entries
    UNION ALL SELECT 'v1_comparisons', count(*) FROM v1_comparisons
    UNION ALL SELECT 'v1_quotes', count(*) FROM v1_quotes
    UNION ALL SELECT 'v1_comparison_entries', count(*) FROM v1_comparison_entries
    UNION ALL SELECT 'v1_entry_history', count(*) FROM v1_entry_history
    UNION ALL SELECT 'v1_quote_history', count(*) FROM v1_quote_history
    UNION ALL SELECT 'v1_snapshots', count(*) FROM v1_snapshots
    UNION ALL SELECT 'v1_runs', count(*) FROM v1_runs
    UNION ALL SELECT 'v1_coverage', count(*) FROM v1_coverage
    UNION ALL SELECT 'v1_issues', count(*) FROM v1_issues
    UNION ALL SELECT 'v1_merges', count(*) FROM v1_merges
    UNION ALL SELECT 'v1_merge_queue', count(*) FROM v1_merge_queue
    UNION ALL SELECT 'v1_decisions', count(*) FROM v1_decisions
    UNION ALL SELECT 'v1_entry_aliases', count(*) FROM v1_entry_aliases
    UNION ALL SELECT 'v1_tool_aliases', count(*) FROM v1_tool_aliases
)
