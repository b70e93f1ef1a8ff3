-- title: Which tools fit these words?
-- description: Tools whose name, tagline or description has all of the words, the last one also as the beginning of a longer one; where none has all, those with any. The best first, at most 20. found counts all that fit, among the 2,000 entries that fit and were added last.
-- parameter words: Words, such as a name or the beginning of one
WITH asked AS (
    SELECT '"' || replace(
        trim(replace(replace(substr(:words, 1, 100), '"', ' '), char(0), ' ')), ' ', '" "'
    ) || '"*' AS all_words
),
chosen AS MATERIALIZED (
    SELECT all_words AS expression, 'all words' AS fit
    FROM asked
    WHERE EXISTS (SELECT 1 FROM search_entries WHERE words MATCH all_words)
    UNION ALL
    SELECT replace(all_words, '" "', '" OR "'), 'any word'
    FROM asked
    LIMIT 1
),
latest AS MATERIALIZED (
    SELECT entry_id, number
    FROM search_entries
    WHERE words MATCH (SELECT expression FROM chosen)
    ORDER BY number DESC
    LIMIT 2000
),
best AS MATERIALIZED (
    SELECT entry_id, rank, snippet
    FROM search_entries
    WHERE words MATCH (SELECT expression FROM chosen)
        AND number >= (SELECT min(number) FROM latest)
    ORDER BY rank
    LIMIT 60
)
SELECT
    entries.tool_id, tools.name AS tool, tools.verdict, tools.panel_ship_pct, tools.category,
    best.snippet, substr(tools.tagline, 1, 200) AS tagline, min(best.rank) AS rank, chosen.fit,
    (
        SELECT count(DISTINCT fitting.tool_id)
        FROM latest
        JOIN v1_entries AS fitting ON fitting.entry_id = latest.entry_id
    ) AS found
FROM best
JOIN v1_entries AS entries ON entries.entry_id = best.entry_id
JOIN v1_entries AS tools ON tools.entry_id = entries.tool_id
CROSS JOIN chosen
GROUP BY entries.tool_id
ORDER BY lower(tools.name) = lower(trim(:words)) DESC, min(best.rank), entries.tool_id
LIMIT 20
