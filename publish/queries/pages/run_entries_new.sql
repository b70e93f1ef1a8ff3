-- title: Entries that a run was the first to see
-- description: With their current values, by name; at most 500, of_all tells of how many.
-- parameter run: Number of the run
SELECT
    entry_id, name AS entry, site, category, verdict, panel_ship_pct, entry_price, tagline,
    first_seen_at, source_url, count(*) OVER () AS of_all
FROM v1_entries
WHERE run_id = CAST(:run AS INTEGER)
ORDER BY name, entry_id
LIMIT 500
