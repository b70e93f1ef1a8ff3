-- title: Open issues by kind
-- description: How many of each stage and code are open, since when, and the one that was seen last.
SELECT
    stage, code, open_issues, first_seen_at, last_seen_at, url, field, message, expected, found,
    issue_id, run_id
FROM (
    SELECT
        stage, code, min(first_seen_at) OVER kind AS first_seen_at, last_seen_at, url, field,
        message, expected, found, issue_id, run_id, count(*) OVER kind AS open_issues,
        row_number() OVER (
            PARTITION BY stage, code ORDER BY last_seen_at DESC, issue_id
        ) AS place
    FROM v1_issues
    WHERE resolved_at IS NULL
    WINDOW kind AS (PARTITION BY stage, code)
)
WHERE place = 1
ORDER BY open_issues DESC, stage, code
