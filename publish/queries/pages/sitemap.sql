-- title: Which pages may be found?
-- description: The ids of all tools and the names of all critics, each with its site, at most 50,000 together, as many as a sitemap may list.
SELECT DISTINCT 'tool' AS kind, tool_id AS name, NULL AS site
FROM v1_entries
UNION ALL
SELECT DISTINCT 'critic', quotes.reviewer, entries.site
FROM v1_quotes AS quotes
JOIN v1_entries AS entries ON entries.entry_id = quotes.entry_id
WHERE quotes.reviewer IS NOT NULL
LIMIT 50000
