-- title: Coverage of each field over runs
-- description: How often the pages of the last 12 runs of each kind of page and medium stated a field, in percent of how often they could.
SELECT
    site, kind, medium, field, run_id, filled_pct, filled, slots, pages, judgement, landmark, found
FROM (
    SELECT *, dense_rank() OVER (PARTITION BY site, kind, medium ORDER BY run_id DESC) AS place
    FROM v1_coverage
)
WHERE place <= 12
ORDER BY site, kind, medium, field, run_id
