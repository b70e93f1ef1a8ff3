-- title: Which categories are there?
-- description: Categories as the sites write them, those of most entries first; at most 200.
SELECT category AS value, count(*) AS entries
FROM v1_entries
WHERE category <> ''
GROUP BY category
ORDER BY entries DESC, value
LIMIT 200
