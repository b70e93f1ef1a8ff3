-- title: What could not be fetched or read?
-- description: Open issues, the latest first: what was expected, what was found, and where; at most 500.
SELECT last_seen_at, stage, code, url, field, message, expected, found, first_seen_at, run_id, issue_id
FROM v1_issues
WHERE resolved_at IS NULL
ORDER BY last_seen_at DESC, issue_id
LIMIT 500
