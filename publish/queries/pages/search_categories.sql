-- title: Which categories are called so?
-- description: Categories in whose names a word begins as the words do, and their entries; the name itself first, then those with most entries, at most 10; of_all tells of how many.
-- parameter words: A category or the beginning of one
SELECT category, count(*) AS entries, count(*) OVER () AS of_all
FROM v1_entries
WHERE trim(:words) <> ''
    AND instr(' ' || lower(category), ' ' || lower(trim(substr(:words, 1, 100)))) > 0
GROUP BY category
ORDER BY lower(category) = lower(trim(:words)) DESC, entries DESC, category
LIMIT 10
