-- topic: Changes
-- rank: 42
-- title: Which tools are new?
-- description: Tools by when any entry of them was first seen, the latest first. What the first run found is new only to this database.
-- parameter since: A day, YYYY-MM-DD; empty for all
-- parameter category: A category as the site writes it, or a part of it; empty for all
SELECT
    tools.name AS tool,
    min(members.first_seen_at) AS first_seen_at,
    tools.category,
    tools.tagline,
    tools.verdict,
    tools.panel_ship_pct,
    tools.entry_price,
    tools.source_url,
    tools.entry_id AS tool_id
FROM v1_entries AS members
JOIN v1_entries AS tools ON tools.entry_id = members.tool_id
WHERE instr(lower(coalesce(tools.category, '')), lower(trim(:category))) > 0
GROUP BY tools.entry_id
HAVING min(members.first_seen_at) >= trim(:since)
ORDER BY first_seen_at DESC, tool, tool_id
