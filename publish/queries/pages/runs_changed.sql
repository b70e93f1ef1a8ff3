-- title: Runs that changed something
-- description: The latest first, with what each counted. A run that was killed, or is at work, has counted nothing; it is listed where versions are known that it read first.
SELECT
    run_id, started_at, finished_at, command, status, entries_added, entries_changed,
    quotes_added, quotes_changed, quotes_ended, pages_seen, issues
FROM v1_runs
WHERE coalesce(entries_added, 0) + coalesce(entries_changed, 0) + coalesce(quotes_added, 0)
    + coalesce(quotes_changed, 0) + coalesce(quotes_ended, 0) > 0
    OR (
        entries_added IS NULL AND run_id IN (
            SELECT run_id FROM v1_entry_history UNION SELECT run_id FROM v1_quote_history
        )
    )
ORDER BY run_id DESC
