-- title: How do two tools compare?
-- description: Any two tools side by side, also ones that no page sets against each other, critic by critic at the end. Of several that fit, the name that fits best is taken.
-- parameter tool_a: Name of one tool, or a part of it
-- parameter tool_b: Name of the other, or a part of it
WITH a AS MATERIALIZED (
    SELECT * FROM v1_entries
    WHERE trim(:tool_a) <> '' AND instr(lower(name), lower(trim(:tool_a))) > 0
    ORDER BY lower(name) = lower(trim(:tool_a)) DESC, length(name), name, entry_id
    LIMIT 1
),
b AS MATERIALIZED (
    SELECT * FROM v1_entries
    WHERE trim(:tool_b) <> '' AND instr(lower(name), lower(trim(:tool_b))) > 0
    ORDER BY lower(name) = lower(trim(:tool_b)) DESC, length(name), name, entry_id
    LIMIT 1
),
said AS (
    SELECT
        coalesce(reviewer, 'Seat ' || seat) AS critic,
        entry_id,
        coalesce(score || ', ', '') || coalesce(verdict || ': ', '') || text AS words
    FROM v1_quotes
    WHERE entry_id IN ((SELECT entry_id FROM a), (SELECT entry_id FROM b)) AND valid_to IS NULL
)
SELECT
    'Name' AS what,
    coalesce((SELECT name FROM a), 'no tool by this name') AS tool_a,
    coalesce((SELECT name FROM b), 'no tool by this name') AS tool_b
UNION ALL SELECT 'Panel verdict', (SELECT verdict FROM a), (SELECT verdict FROM b)
UNION ALL SELECT 'Panel ship, %', (SELECT panel_ship_pct FROM a), (SELECT panel_ship_pct FROM b)
UNION ALL SELECT
    'Ship / skip votes',
    (SELECT ship_votes || ' / ' || skip_votes FROM a),
    (SELECT ship_votes || ' / ' || skip_votes FROM b)
UNION ALL SELECT
    'Community ship, %', (SELECT community_ship_pct FROM a), (SELECT community_ship_pct FROM b)
UNION ALL SELECT
    'Community votes', (SELECT community_votes FROM a), (SELECT community_votes FROM b)
UNION ALL SELECT 'Category', (SELECT category FROM a), (SELECT category FROM b)
UNION ALL SELECT 'Entry price', (SELECT entry_price FROM a), (SELECT entry_price FROM b)
UNION ALL SELECT 'Pricing', (SELECT pricing FROM a), (SELECT pricing FROM b)
UNION ALL SELECT 'Tagline', (SELECT tagline FROM a), (SELECT tagline FROM b)
UNION ALL SELECT 'Description', (SELECT description FROM a), (SELECT description FROM b)
UNION ALL SELECT 'Last seen (UTC)', (SELECT last_seen_at FROM a), (SELECT last_seen_at FROM b)
UNION ALL SELECT 'Cite as', (SELECT source_url FROM a), (SELECT source_url FROM b)
UNION ALL SELECT * FROM (
    SELECT
        critic,
        group_concat(CASE WHEN entry_id = (SELECT entry_id FROM a) THEN words END, char(10)),
        group_concat(CASE WHEN entry_id = (SELECT entry_id FROM b) THEN words END, char(10))
    FROM said
    GROUP BY critic
    ORDER BY critic
)
