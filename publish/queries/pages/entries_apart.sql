-- title: Where do the entries of one tool disagree?
-- description: Tools of several entries by the distance between the lowest and the highest share of ship, in percent, the widest first; at most 200, of_all tells of how many.
SELECT
    leading.tool_id, leading.name AS tool, apart.entries, apart.lowest_pct, apart.highest_pct,
    apart.highest_pct - apart.lowest_pct AS distance,
    count(*) OVER () AS of_all
FROM (
    SELECT
        tool_id, count(*) AS entries, min(panel_ship_pct) AS lowest_pct,
        max(panel_ship_pct) AS highest_pct
    FROM v1_entries
    GROUP BY tool_id
    HAVING min(panel_ship_pct) < max(panel_ship_pct)
) AS apart
JOIN v1_entries AS leading ON leading.entry_id = apart.tool_id
ORDER BY distance DESC, tool, leading.tool_id
LIMIT 200
