-- title: What the entries of a tool disagree on
-- description: Fields that two of its entries state otherwise, each with what each of them says.
-- parameter tool: Id of the tool
-- page: /tool/{tool}
WITH entries AS MATERIALIZED (
    SELECT * FROM v1_entries WHERE tool_id = :tool
),
stated AS (
    SELECT 1 AS rank, 'verdict' AS field, verdict AS value, entry_id, name, site, slug FROM entries
    UNION ALL SELECT 2, 'panel_ship_pct', panel_ship_pct, entry_id, name, site, slug FROM entries
    UNION ALL SELECT 3, 'ship_votes', ship_votes, entry_id, name, site, slug FROM entries
    UNION ALL SELECT 4, 'skip_votes', skip_votes, entry_id, name, site, slug FROM entries
    UNION ALL SELECT 5, 'community_ship_pct', community_ship_pct, entry_id, name, site, slug
    FROM entries
    UNION ALL SELECT 6, 'community_votes', community_votes, entry_id, name, site, slug FROM entries
    UNION ALL SELECT 7, 'category', category, entry_id, name, site, slug FROM entries
    UNION ALL SELECT 8, 'entry_price', entry_price, entry_id, name, site, slug FROM entries
    UNION ALL SELECT 9, 'pricing', pricing, entry_id, name, site, slug FROM entries
    UNION ALL SELECT 10, 'name', name, entry_id, name, site, slug FROM entries
    UNION ALL SELECT 11, 'homepage_url', homepage_url, entry_id, name, site, slug FROM entries
    UNION ALL SELECT 12, 'reviewed_on', reviewed_on, entry_id, name, site, slug FROM entries
    UNION ALL SELECT 13, 'tagline', tagline, entry_id, name, site, slug FROM entries
)
SELECT field, value, entry_id, name AS entry, site, slug
FROM stated
WHERE value IS NOT NULL AND field IN (
    SELECT field FROM stated GROUP BY field HAVING count(DISTINCT value) > 1
)
ORDER BY rank, value, entry_id
