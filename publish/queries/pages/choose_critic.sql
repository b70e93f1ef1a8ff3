-- title: Which critics are there?
-- description: Names of critics, of whatever site; at most 200.
SELECT DISTINCT reviewer AS value
FROM v1_quotes
WHERE reviewer <> ''
ORDER BY value
LIMIT 200
