-- title: Runs that came to no good end
-- description: Runs that failed, were killed, or were stopped by a signal, the latest first; at most 20, of_all tells of how many.
SELECT
    run_id, started_at, finished_at, command, status, pages_seen, pages_failed,
    count(*) OVER () AS of_all
FROM v1_runs
WHERE status IN ('failed', 'killed', 'stopped')
ORDER BY run_id DESC
LIMIT 20
