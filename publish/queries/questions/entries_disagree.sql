-- topic: Tools
-- rank: 13
-- title: Which entries of one tool disagree?
-- description: Tools of several entries that state another verdict, panel share, category or price for the same thing; the widest distance of shares first. Each value stands once, that of the entry seen first first.
WITH members AS MATERIALIZED (
    SELECT tool_id, verdict, panel_ship_pct, category, entry_price
    FROM v1_entries
    ORDER BY tool_id, first_seen_at, entry_id
),
told AS (
    SELECT
        tool_id, count(*) AS entries, min(panel_ship_pct) AS lowest_pct,
        max(panel_ship_pct) AS highest_pct, max(panel_ship_pct) - min(panel_ship_pct) AS spread,
        count(DISTINCT verdict) > 1 AS verdicts, count(DISTINCT category) > 1 AS categories,
        count(DISTINCT entry_price) > 1 AS prices
    FROM members
    GROUP BY tool_id
    HAVING count(*) > 1
)
SELECT
    tools.name AS tool,
    told.entries,
    told.spread AS panel_spread,
    told.lowest_pct AS lowest_ship_pct,
    told.highest_pct AS highest_ship_pct,
    iif(told.verdicts, (
        SELECT group_concat(verdict, ', ')
        FROM (SELECT DISTINCT verdict FROM members WHERE members.tool_id = told.tool_id)
    ), '') AS verdicts,
    iif(told.categories, (
        SELECT group_concat(category, ', ')
        FROM (SELECT DISTINCT category FROM members WHERE members.tool_id = told.tool_id)
    ), '') AS categories,
    iif(told.prices, (
        SELECT group_concat(entry_price, ', ')
        FROM (SELECT DISTINCT entry_price FROM members WHERE members.tool_id = told.tool_id)
    ), '') AS entry_prices,
    told.tool_id
FROM told
JOIN v1_entries AS tools ON tools.entry_id = told.tool_id
WHERE told.spread > 0 OR told.verdicts OR told.categories OR told.prices
ORDER BY panel_spread DESC, tool, told.tool_id
