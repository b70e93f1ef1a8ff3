-- title: A run
-- description: Its row of the ledger, the runs before and after it that changed something, and from when to when the pages were observed that it read first.
-- parameter run: Number of the run
WITH changing AS (
    SELECT run_id FROM v1_runs
    WHERE coalesce(entries_added, 0) + coalesce(entries_changed, 0) + coalesce(quotes_added, 0)
        + coalesce(quotes_changed, 0) + coalesce(quotes_ended, 0) > 0
)
SELECT
    runs.run_id, runs.command, runs.status, runs.started_at, runs.finished_at, runs.pages_seen,
    runs.pages_failed, runs.issues, runs.entries_added, runs.entries_changed, runs.quotes_added,
    runs.quotes_changed, runs.quotes_ended,
    (SELECT max(run_id) FROM changing WHERE changing.run_id < runs.run_id) AS run_before,
    (SELECT min(run_id) FROM changing WHERE changing.run_id > runs.run_id) AS run_after,
    observed.first_observed_at, observed.last_observed_at
FROM v1_runs AS runs
JOIN (
    SELECT min(observed_at) AS first_observed_at, max(observed_at) AS last_observed_at
    FROM v1_snapshots WHERE run_id = CAST(:run AS INTEGER)
) AS observed
WHERE runs.run_id = CAST(:run AS INTEGER)
