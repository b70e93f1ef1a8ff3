-- title: What has changed of a tool
-- description: Each field of its entries that was given another value: when, from what, to what; the latest first. The first version of an entry is no change.
-- parameter tool: Id of the tool
-- page: /tool/{tool}
WITH history AS MATERIALIZED (
    SELECT history.*
    FROM v1_entries AS entries
    CROSS JOIN v1_entry_history AS history ON history.entry_id = entries.entry_id
    WHERE entries.tool_id = :tool
),
stated AS (
    SELECT entry_id, valid_from, run_id, 1 AS rank, 'verdict' AS field, verdict AS value
    FROM history
    UNION ALL SELECT entry_id, valid_from, run_id, 2, 'panel_ship_pct', panel_ship_pct FROM history
    UNION ALL SELECT entry_id, valid_from, run_id, 3, 'ship_votes', ship_votes FROM history
    UNION ALL SELECT entry_id, valid_from, run_id, 4, 'skip_votes', skip_votes FROM history
    UNION ALL SELECT entry_id, valid_from, run_id, 5, 'community_ship_pct', community_ship_pct
    FROM history
    UNION ALL SELECT entry_id, valid_from, run_id, 6, 'community_votes', community_votes
    FROM history
    UNION ALL SELECT entry_id, valid_from, run_id, 7, 'entry_price', entry_price FROM history
    UNION ALL SELECT entry_id, valid_from, run_id, 8, 'pricing', pricing FROM history
    UNION ALL SELECT entry_id, valid_from, run_id, 9, 'category', category FROM history
    UNION ALL SELECT entry_id, valid_from, run_id, 10, 'name', name FROM history
    UNION ALL SELECT entry_id, valid_from, run_id, 11, 'tagline', tagline FROM history
    UNION ALL SELECT entry_id, valid_from, run_id, 12, 'description', description FROM history
    UNION ALL SELECT entry_id, valid_from, run_id, 13, 'homepage_url', homepage_url FROM history
    UNION ALL SELECT entry_id, valid_from, run_id, 14, 'reviewed_on', reviewed_on FROM history
),
followed AS (
    SELECT *, row_number() OVER versions AS version, lag(value) OVER versions AS before
    FROM stated
    WINDOW versions AS (PARTITION BY entry_id, field ORDER BY valid_from)
)
SELECT
    followed.valid_from AS changed_at, followed.entry_id, entries.name AS entry, entries.slug,
    followed.field, followed.before, followed.value AS after, followed.run_id
FROM followed
JOIN v1_entries AS entries ON entries.entry_id = followed.entry_id
WHERE followed.version > 1 AND followed.before IS NOT followed.value
ORDER BY changed_at DESC, followed.entry_id, followed.rank
