-- topic: Data
-- rank: 52
-- title: What could not be fetched or read?
-- description: Open issues, the latest first: what was expected, what was found, and where.
-- parameter code: A stage, a code, a field or a word of the message, such as robots; empty for all
SELECT
    last_seen_at, stage, code, url, field, message, expected, found, first_seen_at, run_id, issue_id
FROM v1_issues
WHERE resolved_at IS NULL AND instr(
    lower(stage || ' ' || code || ' ' || field || ' ' || message || ' ' || coalesce(url, '')),
    lower(trim(:code))
) > 0
ORDER BY last_seen_at DESC, issue_id
