-- title: Which critics are called so?
-- description: Critics in whose names a word begins as the words do, and their quotes that stand; the name itself first, then those with most quotes, at most 10; of_all tells of how many.
-- parameter words: A critic's name or the beginning of one
SELECT quotes.reviewer AS critic, entries.site, count(*) AS quotes, count(*) OVER () AS of_all
FROM v1_quotes AS quotes
JOIN v1_entries AS entries ON entries.entry_id = quotes.entry_id
WHERE trim(:words) <> '' AND quotes.valid_to IS NULL
    AND instr(' ' || lower(quotes.reviewer), ' ' || lower(trim(substr(:words, 1, 100)))) > 0
GROUP BY quotes.reviewer, entries.site
ORDER BY lower(critic) = lower(trim(:words)) DESC, quotes DESC, critic, entries.site
LIMIT 10
