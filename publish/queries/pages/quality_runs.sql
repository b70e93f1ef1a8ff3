-- title: Issues over runs
-- description: Of the last 20 runs, how many issues each met, how many of them it was the first to meet, how many of these are open still, and how many of its pages failed; of_all counts all runs.
WITH met AS (
    SELECT run_id, count(*) AS new_issues, sum(resolved_at IS NULL) AS open_issues
    FROM v1_issues GROUP BY run_id
)
SELECT
    runs.run_id, runs.started_at, runs.command, runs.status, runs.pages_seen, runs.pages_failed,
    runs.issues, coalesce(met.new_issues, 0) AS new_issues,
    coalesce(met.open_issues, 0) AS open_issues,
    count(*) OVER () AS of_all
FROM v1_runs AS runs
LEFT JOIN met ON met.run_id = runs.run_id
ORDER BY runs.run_id DESC
LIMIT 20
