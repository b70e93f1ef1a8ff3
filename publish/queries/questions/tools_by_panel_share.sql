-- topic: Tools
-- rank: 10
-- title: Which tools does the panel want most?
-- description: Tools by the share of critics who say ship, over the votes on all entries of each. A share of few votes weighs little.
-- parameter category: A category as the site writes it, or a part of it; empty for all
-- parameter price: Words that stand in the entry price or the pricing, such as free or per seat; empty for all
SELECT
    leading.name AS tool,
    CAST(
        round(100.0 * sum(members.ship_votes) / sum(members.ship_votes + members.skip_votes))
        AS INTEGER
    ) AS ship_pct,
    sum(members.ship_votes) AS ship_votes,
    sum(members.skip_votes) AS skip_votes,
    leading.category,
    leading.tagline,
    leading.entry_price,
    leading.pricing,
    leading.source_url,
    leading.entry_id AS tool_id
FROM v1_entries AS members
JOIN v1_entries AS leading ON leading.entry_id = members.tool_id
WHERE members.ship_votes + members.skip_votes > 0
    AND instr(lower(coalesce(leading.category, '')), lower(trim(:category))) > 0
    AND instr(
        lower(coalesce(leading.entry_price, '') || ' ' || coalesce(leading.pricing, '')),
        lower(trim(:price))
    ) > 0
GROUP BY leading.entry_id
ORDER BY ship_pct DESC, ship_votes DESC, tool, tool_id
