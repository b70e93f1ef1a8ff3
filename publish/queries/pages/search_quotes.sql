-- title: Which quotes fit these words?
-- description: Quotes that have all of the words, the last one also as the beginning of a longer one if it has three letters and few have it alone; where none has all, those with any. The best first, at most 30. Ranked are the 2,000 that were added last; of_all counts all that fit, and no further than these.
-- parameter words: Words, such as latency
WITH asked AS (
    SELECT '"' || replace(
        trim(replace(replace(substr(:words, 1, 100), '"', ' '), char(0), ' ')), ' ', '" "'
    ) || '"' AS whole
),
begun AS (
    SELECT whole, iif(whole GLOB '*[^" ][^" ][^" ]"', whole || '*', whole) AS all_words
    FROM asked
),
chosen AS MATERIALIZED (
    SELECT whole AS expression, 'all words' AS fit
    FROM begun
    WHERE EXISTS (SELECT 1 FROM search_quotes WHERE words MATCH whole LIMIT 1 OFFSET 1000)
    UNION ALL
    SELECT all_words, 'all words'
    FROM begun
    WHERE EXISTS (SELECT 1 FROM search_quotes WHERE words MATCH all_words)
    UNION ALL
    SELECT replace(all_words, '" "', '" OR "'), 'any word'
    FROM begun
    LIMIT 1
),
latest AS MATERIALIZED (
    SELECT number
    FROM search_quotes
    WHERE words MATCH (SELECT expression FROM chosen)
    ORDER BY number DESC
    LIMIT 2000
),
best AS MATERIALIZED (
    SELECT quote_id, rank, snippet
    FROM search_quotes
    WHERE words MATCH (SELECT expression FROM chosen)
        AND number >= (SELECT min(number) FROM latest)
    ORDER BY rank
    LIMIT 30
)
SELECT
    quotes.reviewer, quotes.score, quotes.verdict, entries.tool_id, tools.name AS tool,
    best.snippet, quotes.valid_to, quotes.source_url, quotes.quote_id, best.rank, chosen.fit,
    (SELECT count(*) FROM latest) AS of_all
FROM best
JOIN v1_quotes AS quotes ON quotes.quote_id = best.quote_id
JOIN v1_entries AS entries ON entries.entry_id = quotes.entry_id
JOIN v1_entries AS tools ON tools.entry_id = entries.tool_id
CROSS JOIN chosen
ORDER BY best.rank, quotes.quote_id
