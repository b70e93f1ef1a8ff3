-- title: What does one critic say?
-- description: All quotes of a critic, the highest score first; at most 500.
-- parameter critic: The critic's name, such as Skeptic
SELECT
    entries.name,
    quotes.score,
    quotes.verdict,
    quotes.text,
    entries.category,
    quotes.source_url,
    quotes.quote_id,
    quotes.entry_id
FROM v1_quotes AS quotes
JOIN v1_entries AS entries ON entries.entry_id = quotes.entry_id
WHERE lower(quotes.reviewer) = lower(trim(:critic))
ORDER BY quotes.score DESC, entries.name, quotes.quote_id
LIMIT 500
