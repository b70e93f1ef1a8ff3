-- topic: Comparisons
-- rank: 23
-- title: How do two tools compare?
-- description: Any two tools side by side, also ones that no page sets against each other: what they differ in, then what was observed of one only, then what is the same. Of several that fit, the name that fits best is taken; a tool of several entries is shown by the one that leads it.
-- parameter tool_a: Id, slug or name of one tool, or a part of its name
-- parameter tool_b: Id, slug or name of the other, or a part of its name
-- needs: tool_a and tool_b
-- page: /compare?a={tool_a}&b={tool_b}
WITH a AS MATERIALIZED (
    SELECT * FROM v1_entries
    WHERE entry_id = (
        SELECT tool_id FROM v1_entries
        WHERE trim(:tool_a) IN (entry_id, slug)
            OR (trim(:tool_a) <> '' AND instr(lower(name), lower(trim(:tool_a))) > 0)
        ORDER BY trim(:tool_a) IN (entry_id, slug) DESC, lower(name) = lower(trim(:tool_a)) DESC,
            length(name), name, entry_id
        LIMIT 1
    )
),
b AS MATERIALIZED (
    SELECT * FROM v1_entries
    WHERE entry_id = (
        SELECT tool_id FROM v1_entries
        WHERE trim(:tool_b) IN (entry_id, slug)
            OR (trim(:tool_b) <> '' AND instr(lower(name), lower(trim(:tool_b))) > 0)
        ORDER BY trim(:tool_b) IN (entry_id, slug) DESC, lower(name) = lower(trim(:tool_b)) DESC,
            length(name), name, entry_id
        LIMIT 1
    )
),
stated AS (
    SELECT 1 AS rank, 'verdict' AS field, (SELECT verdict FROM a) AS tool_a,
        (SELECT verdict FROM b) AS tool_b
    UNION ALL SELECT 2, 'panel_ship_pct', (SELECT panel_ship_pct FROM a),
        (SELECT panel_ship_pct FROM b)
    UNION ALL SELECT 3, 'ship_votes', (SELECT ship_votes FROM a), (SELECT ship_votes FROM b)
    UNION ALL SELECT 4, 'skip_votes', (SELECT skip_votes FROM a), (SELECT skip_votes FROM b)
    UNION ALL SELECT 5, 'community_ship_pct', (SELECT community_ship_pct FROM a),
        (SELECT community_ship_pct FROM b)
    UNION ALL SELECT 6, 'community_votes', (SELECT community_votes FROM a),
        (SELECT community_votes FROM b)
    UNION ALL SELECT 7, 'category', (SELECT category FROM a), (SELECT category FROM b)
    UNION ALL SELECT 8, 'entry_price', (SELECT entry_price FROM a), (SELECT entry_price FROM b)
    UNION ALL SELECT 9, 'pricing', (SELECT pricing FROM a), (SELECT pricing FROM b)
    UNION ALL SELECT 10, 'tagline', (SELECT tagline FROM a), (SELECT tagline FROM b)
    UNION ALL SELECT 11, 'description', (SELECT description FROM a), (SELECT description FROM b)
    UNION ALL SELECT 12, 'homepage_url', (SELECT homepage_url FROM a),
        (SELECT homepage_url FROM b)
    UNION ALL SELECT 13, 'reviewed_on', (SELECT reviewed_on FROM a), (SELECT reviewed_on FROM b)
    UNION ALL SELECT 14, 'site', (SELECT site FROM a), (SELECT site FROM b)
)
SELECT
    'name' AS field,
    coalesce((SELECT name FROM a), 'no tool by this name') AS tool_a,
    coalesce((SELECT name FROM b), 'no tool by this name') AS tool_b,
    '' AS compared
UNION ALL
SELECT * FROM (
    SELECT
        field, tool_a, tool_b,
        CASE
            WHEN tool_a IS NULL OR tool_b IS NULL THEN 'one only'
            WHEN tool_a = tool_b THEN 'same'
            ELSE 'differs'
        END AS compared
    FROM stated
    WHERE tool_a IS NOT NULL OR tool_b IS NOT NULL
    ORDER BY compared = 'same', compared = 'one only', rank
)
