-- title: Entries of a tool
-- description: What sites list as this tool, each with its current values, the one seen first first.
-- parameter tool: Id of the tool
-- page: /tool/{tool}
SELECT
    entry_id, name AS entry, site, slug, category, verdict, panel_ship_pct, ship_votes, skip_votes,
    community_ship_pct, community_votes, entry_price, pricing, tagline, description, homepage_url,
    reviewed_on, source_url, comparison_count, first_seen_at, last_seen_at, derived
FROM v1_entries
WHERE tool_id = :tool
ORDER BY first_seen_at, entry_id
