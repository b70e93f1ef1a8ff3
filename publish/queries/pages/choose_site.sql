-- title: Which sites are there?
-- description: The hosts of the sites that list entries, those of most entries first; at most 200.
SELECT site AS value, count(*) AS entries
FROM v1_entries
GROUP BY site
ORDER BY entries DESC, value
LIMIT 200
