-- title: Which tool is meant?
-- description: Tools by an id, a former id, a slug or a whole name, else those of which most words fit; the best first. fit is 0 for the id itself, 1 for another id of it, 2 for a slug, 3 for a name, 4 for words; at most 20.
-- parameter words: An id, a slug, a name or words
WITH RECURSIVE wanted AS (
    SELECT trim(:words) AS text, '"' || replace(
        trim(replace(replace(replace(substr(:words, 1, 100), '"', ' '), '-', ' '), char(0), ' ')),
        ' ', '" OR "'
    ) || '"*' AS expression
),
parts AS (
    SELECT
        NULL AS part,
        lower(replace(replace(substr(text, 1, 100), '-', ' '), char(0), ' ')) || ' ' AS rest
    FROM wanted
    UNION ALL
    SELECT substr(rest, 1, instr(rest, ' ') - 1), substr(rest, instr(rest, ' ') + 1)
    FROM parts WHERE rest <> ''
),
fitting AS (
    SELECT tool_id, iif(tool_id = entry_id, 0, 1) AS fit, 0 AS words, 0 AS rank
    FROM v1_entries WHERE entry_id = (SELECT text FROM wanted)
    UNION ALL
    SELECT tool_id, 1, 0, 0 FROM v1_tool_aliases WHERE old_tool_id = (SELECT text FROM wanted)
    UNION ALL
    SELECT tool_id, 2, 0, 0 FROM v1_entries WHERE slug = (SELECT text FROM wanted)
    UNION ALL
    SELECT tool_id, 3, 0, 0 FROM v1_entries WHERE lower(name) = (SELECT lower(text) FROM wanted)
    UNION ALL
    SELECT
        entries.tool_id, 4,
        (
            SELECT count(*) FROM parts
            WHERE part <> '' AND instr(
                lower(' ' || replace(entries.name, '-', ' ') || ' ' || coalesce(entries.tagline, '')),
                ' ' || part
            ) > 0
        ),
        found.rank
    FROM (
        SELECT entry_id, rank FROM search_entries
        WHERE words MATCH (SELECT expression FROM wanted) ORDER BY rank LIMIT 20
    ) AS found
    JOIN v1_entries AS entries ON entries.entry_id = found.entry_id
)
SELECT
    fitting.tool_id, tools.name AS tool, min(fitting.fit) AS fit, tools.category, tools.tagline,
    tools.site
FROM fitting
JOIN v1_entries AS tools ON tools.entry_id = fitting.tool_id
GROUP BY fitting.tool_id
ORDER BY fit, max(fitting.words) DESC, min(fitting.rank), tool, fitting.tool_id
LIMIT 20
