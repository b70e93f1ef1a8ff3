-- title: Changes that the feed tells of
-- description: Of each of the last 50 runs that read a version of an entry first, at most ten entries: those whose panel changed most, then those with another verdict or price, then new ones.
WITH versions AS (
    SELECT
        entry_id, run_id, name, verdict, panel_ship_pct, entry_price,
        lag(entry_id) OVER entry IS NULL AS is_first, lag(verdict) OVER entry AS verdict_before,
        lag(panel_ship_pct) OVER entry AS panel_ship_pct_before,
        lag(entry_price) OVER entry AS entry_price_before
    FROM v1_entry_history
    WINDOW entry AS (PARTITION BY entry_id ORDER BY valid_from)
),
told AS (
    SELECT
        versions.*, row_number() OVER (
            PARTITION BY versions.run_id
            ORDER BY is_first, abs(panel_ship_pct - panel_ship_pct_before) DESC, name,
                versions.entry_id
        ) AS place
    FROM versions
    WHERE is_first OR verdict <> verdict_before OR panel_ship_pct <> panel_ship_pct_before
        OR entry_price <> entry_price_before
)
SELECT
    told.run_id, told.entry_id, told.name AS entry, told.is_first, told.verdict_before,
    told.verdict, told.panel_ship_pct_before, told.panel_ship_pct, told.entry_price_before,
    told.entry_price
FROM told
WHERE told.place <= 10 AND told.run_id IN (
    SELECT DISTINCT run_id FROM v1_entry_history ORDER BY run_id DESC LIMIT 50
)
ORDER BY told.run_id DESC, told.place
