-- title: How fresh and how whole is the data?
-- description: When something was last observed, the last run and how it ended, open issues, and pairs of entries that wait for a person's word.
SELECT
    (SELECT max(observed_at) FROM v1_snapshots) AS observed_at,
    runs.run_id, runs.command, runs.status, runs.started_at, runs.finished_at,
    (SELECT count(*) FROM v1_issues WHERE resolved_at IS NULL) AS open_issues,
    (SELECT count(*) FROM v1_merge_queue) AS waiting_pairs
FROM (SELECT max(run_id) AS run_id FROM v1_runs) AS latest
LEFT JOIN v1_runs AS runs ON runs.run_id = latest.run_id
