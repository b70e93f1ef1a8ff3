-- topic: Tools
-- rank: 11
-- title: Where do panel and community part?
-- description: Entries by the distance between the panel's share of ship and the community's; points_above says how much higher the panel's is (lower, if negative).
-- parameter category: A category as the site writes it, or a part of it; empty for all
-- parameter votes: How many community votes there must be at least, such as 50; empty for any number
SELECT
    name AS entry,
    panel_ship_pct - community_ship_pct AS points_above,
    panel_ship_pct,
    community_ship_pct,
    ship_votes,
    skip_votes,
    community_votes,
    category,
    site,
    source_url,
    entry_id
FROM v1_entries
WHERE panel_ship_pct IS NOT NULL AND community_ship_pct IS NOT NULL
    AND coalesce(community_votes, 0) >= CAST(:votes AS INTEGER)
    AND instr(lower(coalesce(category, '')), lower(trim(:category))) > 0
ORDER BY abs(points_above) DESC, community_votes DESC, entry, entry_id
