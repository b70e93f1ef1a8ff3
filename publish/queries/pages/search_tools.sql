-- title: Which tools fit these words?
-- description: Tools whose name, tagline or description has all of the words, the last one also as the beginning of a longer one; where none has all, those with any. Names that are these words come first, whatever their case, hyphens, dots and spaces, then names that begin with them, the shorter first, then the best; at most 20. of_all counts all that fit, among the 2,000 entries that fit and were added last.
-- parameter words: Words, such as a name or the beginning of one
WITH asked AS (
    SELECT '"' || replace(
        trim(replace(replace(substr(:words, 1, 100), '"', ' '), char(0), ' ')), ' ', '" "'
    ) || '"*' AS all_words,
    lower(replace(replace(replace(substr(:words, 1, 100), '-', ''), '.', ''), ' ', '')) AS name
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
named AS MATERIALIZED (
    SELECT folded.number, iif(folded.name = asked.name, 0, length(folded.name)) AS place
    FROM (
        SELECT
            latest.number,
            lower(replace(replace(replace(entries.name, '-', ''), '.', ''), ' ', '')) AS name
        FROM latest
        JOIN v1_entries AS entries ON entries.entry_id = latest.entry_id
    ) AS folded
    CROSS JOIN asked
    WHERE substr(folded.name, 1, length(asked.name)) = asked.name AND asked.name <> ''
),
best AS MATERIALIZED (
    SELECT found.entry_id, found.rank, found.snippet, named.place
    FROM search_entries AS found
    LEFT JOIN named ON named.number = found.number
    WHERE found.words MATCH (SELECT expression FROM chosen)
        AND found.number >= (SELECT min(number) FROM latest)
    ORDER BY named.place NULLS LAST, found.rank
    LIMIT 60
)
SELECT
    entries.tool_id, tools.name AS tool, tools.verdict, tools.panel_ship_pct, tools.category,
    best.snippet, substr(tools.tagline, 1, 200) AS tagline, min(best.rank) AS rank, chosen.fit,
    (
        SELECT count(DISTINCT fitting.tool_id)
        FROM latest
        JOIN v1_entries AS fitting ON fitting.entry_id = latest.entry_id
    ) AS of_all
FROM best
JOIN v1_entries AS entries ON entries.entry_id = best.entry_id
JOIN v1_entries AS tools ON tools.entry_id = entries.tool_id
CROSS JOIN chosen
GROUP BY entries.tool_id
ORDER BY min(best.place) NULLS LAST, min(best.rank), entries.tool_id
LIMIT 20
