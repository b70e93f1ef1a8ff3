-- title: What changed, and when?
-- description: Entries whose panel share, verdict, votes, price or words became others, the latest first; a time is that of the first page that showed the change.
WITH versions AS (
    SELECT
        *,
        lag(valid_from) OVER earlier AS previous_from,
        lag(panel_ship_pct) OVER earlier AS previous_pct,
        lag(verdict) OVER earlier AS previous_verdict,
        lag(ship_votes || ' / ' || skip_votes) OVER earlier AS previous_votes,
        lag(entry_price) OVER earlier AS previous_price,
        lag(pricing) OVER earlier AS previous_pricing,
        lag(name) OVER earlier AS previous_name,
        lag(category) OVER earlier AS previous_category,
        lag(tagline) OVER earlier AS previous_tagline,
        lag(description) OVER earlier AS previous_description
    FROM v1_entry_history
    WINDOW earlier AS (PARTITION BY entry_id ORDER BY valid_from)
)
SELECT
    valid_from AS changed_at,
    name,
    iif(panel_ship_pct IS NOT previous_pct,
        coalesce(previous_pct, '–') || ' → ' || coalesce(panel_ship_pct, '–'), '') AS panel_ship_pct_change,
    iif(verdict IS NOT previous_verdict,
        coalesce(previous_verdict, '–') || ' → ' || coalesce(verdict, '–'), '') AS verdict_change,
    iif(ship_votes || ' / ' || skip_votes IS NOT previous_votes,
        coalesce(previous_votes, '–') || ' → ' || coalesce(ship_votes || ' / ' || skip_votes, '–'),
        '') AS ship_skip_votes_change,
    iif(entry_price IS NOT previous_price,
        coalesce(previous_price, '–') || ' → ' || coalesce(entry_price, '–'), '') AS entry_price_change,
    rtrim(
        iif(name IS NOT previous_name, 'name, ', '')
        || iif(category IS NOT previous_category, 'category, ', '')
        || iif(tagline IS NOT previous_tagline, 'tagline, ', '')
        || iif(description IS NOT previous_description, 'description, ', '')
        || iif(pricing IS NOT previous_pricing, 'pricing, ', ''),
        ', '
    ) AS other_fields,
    entry_id,
    run_id
FROM versions
WHERE previous_from IS NOT NULL
ORDER BY changed_at DESC, name, entry_id
LIMIT 500
