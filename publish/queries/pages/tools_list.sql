-- title: Tools
-- description: A hundred tools with what the entry that leads each says, the lowest and the highest share of ship among the entries, the comparisons that any of them stands in, and the quotes that stand. of_all tells of how many.
-- parameter words: Words of a name as they follow each other, or a part; empty for all
-- parameter category: A whole category, in whatever case; empty for all
-- parameter verdict: ship, mixed or skip; empty for all
-- parameter sort: name, panel_share, quotes or last_seen; empty for name
-- parameter start: How many tools to pass over; empty for none
-- page: /tools?words={words}&category={category}&verdict={verdict}&sort={sort}&start={start}
WITH members AS MATERIALIZED (
    SELECT
        entry_id, tool_id, name, category, tagline, verdict, panel_ship_pct, last_seen_at,
        instr(lower(name), lower(trim(:words))) > 0 AS is_named
    FROM v1_entries
),
standing AS MATERIALIZED (
    SELECT entry_id, count(*) AS quotes FROM v1_quotes WHERE valid_to IS NULL GROUP BY entry_id
),
tools AS (
    SELECT
        members.tool_id, count(*) AS entries, min(members.panel_ship_pct) AS lowest_pct,
        max(members.panel_ship_pct) AS highest_pct, coalesce(sum(standing.quotes), 0) AS quotes,
        max(members.last_seen_at) AS last_seen_at
    FROM members
    LEFT JOIN standing ON standing.entry_id = members.entry_id
    GROUP BY members.tool_id
    HAVING max(members.is_named)
),
listed AS MATERIALIZED (
    SELECT
        leading.name AS tool, leading.category, leading.tagline, leading.verdict, tools.*,
        count(*) OVER () AS of_all
    FROM tools
    JOIN members AS leading ON leading.entry_id = tools.tool_id
    WHERE lower(trim(:category)) IN ('', lower(leading.category))
        AND lower(trim(:verdict)) IN ('', leading.verdict)
    ORDER BY
        CASE :sort
            WHEN 'panel_share' THEN tools.highest_pct
            WHEN 'quotes' THEN tools.quotes
            WHEN 'last_seen' THEN tools.last_seen_at
        END DESC,
        leading.name COLLATE NOCASE, tools.tool_id
    LIMIT 100 OFFSET CAST(:start AS INTEGER)
)
SELECT
    tool, category, tagline, verdict, lowest_pct, highest_pct, entries,
    (
        SELECT count(DISTINCT places.comparison_id)
        FROM members
        JOIN v1_comparison_entries AS places ON places.entry_id = members.entry_id
        WHERE members.tool_id = listed.tool_id
    ) AS comparisons,
    quotes, last_seen_at, tool_id, of_all
FROM listed
ORDER BY
    CASE :sort
        WHEN 'panel_share' THEN highest_pct
        WHEN 'quotes' THEN quotes
        WHEN 'last_seen' THEN last_seen_at
    END DESC,
    tool COLLATE NOCASE, tool_id
