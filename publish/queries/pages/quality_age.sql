-- title: Age of the data
-- description: Of each site, how many entries it lists, from when to when they were observed, and how many were last seen more than 7, 30 and 90 days before the site was last observed.
WITH observed AS (
    SELECT site, max(last_seen_at) AS last_observed_at FROM v1_entries GROUP BY site
)
SELECT
    entries.site, count(*) AS entries, min(entries.first_seen_at) AS first_observed_at,
    observed.last_observed_at, min(entries.last_seen_at) AS longest_unseen_at,
    sum(julianday(last_observed_at) - julianday(entries.last_seen_at) > 7) AS unseen_7_days,
    sum(julianday(last_observed_at) - julianday(entries.last_seen_at) > 30) AS unseen_30_days,
    sum(julianday(last_observed_at) - julianday(entries.last_seen_at) > 90) AS unseen_90_days
FROM v1_entries AS entries
JOIN observed ON observed.site = entries.site
GROUP BY entries.site
ORDER BY entries.site
