-- title: Runs that the feed of changes tells of
-- description: The last 50 that changed something and have ended, the latest first, and the first run of the ledger. site is the first, by name, of those whose pages the run was the first to read.
WITH ended AS (
    SELECT
        *, coalesce(entries_added, 0) + coalesce(entries_changed, 0) + coalesce(quotes_added, 0)
            + coalesce(quotes_changed, 0) + coalesce(quotes_ended, 0) > 0 AS has_changed
    FROM v1_runs WHERE status <> 'running'
),
listed AS (
    SELECT run_id FROM ended
    WHERE has_changed OR (
        entries_added IS NULL AND run_id IN (
            SELECT run_id FROM v1_entry_history UNION SELECT run_id FROM v1_quote_history
        )
    )
    ORDER BY run_id DESC LIMIT 50
),
seen AS (
    SELECT run_id, min(site) AS site FROM v1_snapshots GROUP BY run_id
)
SELECT
    runs.run_id, runs.command, runs.status, runs.started_at,
    coalesce(runs.finished_at, runs.started_at) AS updated_at, runs.entries_added,
    runs.entries_changed, runs.quotes_added, runs.quotes_changed, runs.quotes_ended, seen.site,
    listed.run_id NOTNULL AS is_listed
FROM v1_runs AS runs
LEFT JOIN listed ON listed.run_id = runs.run_id
LEFT JOIN seen ON seen.run_id = runs.run_id
WHERE listed.run_id NOTNULL OR runs.run_id = (SELECT min(run_id) FROM v1_runs)
ORDER BY runs.run_id DESC
