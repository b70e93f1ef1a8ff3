-- topic: Changes
-- rank: 40
-- title: What changed, and when?
-- description: What entries say otherwise than before, field by field, the latest first. A time is that of the first page that showed the change; a value that was not observed before is none.
-- parameter since: A day, YYYY-MM-DD; empty for all
-- parameter field: A field or a part of its name, such as verdict, votes, panel_ship_pct, entry_price, pricing, category or tagline; empty for all
WITH fields AS (
    SELECT column1 AS rank, column2 AS field
    FROM (
        VALUES (1, 'verdict'), (2, 'panel_ship_pct'), (3, 'votes'), (4, 'community_ship_pct'),
            (5, 'community_votes'), (6, 'entry_price'), (7, 'pricing'), (8, 'name'),
            (9, 'category'), (10, 'tagline'), (11, 'description'), (12, 'homepage_url'),
            (13, 'reviewed_on')
    )
),
changes AS (
    SELECT
        later.entry_id, later.name AS entry, later.valid_from, later.run_id, fields.rank,
        fields.field,
        CASE fields.field
            WHEN 'verdict' THEN earlier.verdict
            WHEN 'panel_ship_pct' THEN earlier.panel_ship_pct
            WHEN 'votes' THEN earlier.ship_votes || ' ship, ' || earlier.skip_votes || ' skip'
            WHEN 'community_ship_pct' THEN earlier.community_ship_pct
            WHEN 'community_votes' THEN earlier.community_votes
            WHEN 'entry_price' THEN earlier.entry_price
            WHEN 'pricing' THEN earlier.pricing
            WHEN 'name' THEN earlier.name
            WHEN 'category' THEN earlier.category
            WHEN 'tagline' THEN earlier.tagline
            WHEN 'description' THEN earlier.description
            WHEN 'homepage_url' THEN earlier.homepage_url
            WHEN 'reviewed_on' THEN earlier.reviewed_on
        END AS before,
        CASE fields.field
            WHEN 'verdict' THEN later.verdict
            WHEN 'panel_ship_pct' THEN later.panel_ship_pct
            WHEN 'votes' THEN later.ship_votes || ' ship, ' || later.skip_votes || ' skip'
            WHEN 'community_ship_pct' THEN later.community_ship_pct
            WHEN 'community_votes' THEN later.community_votes
            WHEN 'entry_price' THEN later.entry_price
            WHEN 'pricing' THEN later.pricing
            WHEN 'name' THEN later.name
            WHEN 'category' THEN later.category
            WHEN 'tagline' THEN later.tagline
            WHEN 'description' THEN later.description
            WHEN 'homepage_url' THEN later.homepage_url
            WHEN 'reviewed_on' THEN later.reviewed_on
        END AS after
    FROM v1_entry_history AS earlier
    CROSS JOIN v1_entry_history AS later
        ON later.entry_id = earlier.entry_id AND later.valid_from = earlier.valid_to
    CROSS JOIN fields
    WHERE later.valid_from >= trim(:since) AND instr(fields.field, lower(trim(:field))) > 0
)
SELECT valid_from AS changed_at, entry, field, before, after, run_id, entry_id
FROM changes
WHERE before <> after
ORDER BY changed_at DESC, entry, entry_id, rank
