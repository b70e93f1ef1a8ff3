-- title: Which tools does the panel want most?
-- description: Tools by the share of critics who say ship, with the votes behind it. A share of few votes weighs little.
-- parameter category: A category as the site writes it, or a part of it; empty for all
SELECT
    CAST(
        round(100.0 * sum(members.ship_votes) / sum(members.ship_votes + members.skip_votes))
        AS INTEGER
    ) AS ship_pct,
    sum(members.ship_votes) AS ship_votes,
    sum(members.skip_votes) AS skip_votes,
    leading.name,
    leading.category,
    leading.tagline,
    leading.entry_price,
    leading.source_url,
    leading.entry_id AS tool_id
FROM v1_entries AS members
JOIN v1_entries AS leading ON leading.entry_id = members.tool_id
WHERE members.ship_votes + members.skip_votes > 0
    AND instr(lower(coalesce(leading.category, '')), lower(trim(:category))) > 0
GROUP BY leading.entry_id
ORDER BY ship_pct DESC, ship_votes DESC, leading.name, tool_id
LIMIT 500
