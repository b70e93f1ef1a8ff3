-- title: Who speaks of …?
-- description: Quotes that contain a word, in whatever case, the highest score first; at most 500.
-- parameter word: A word or a part of one, such as latency
SELECT
    entries.name,
    quotes.reviewer,
    quotes.score,
    quotes.verdict,
    quotes.text,
    quotes.source_url,
    quotes.last_seen_at,
    quotes.quote_id,
    quotes.entry_id
FROM v1_quotes AS quotes
JOIN v1_entries AS entries ON entries.entry_id = quotes.entry_id
WHERE trim(:word) <> '' AND instr(lower(quotes.text), lower(trim(:word))) > 0
ORDER BY quotes.score DESC, entries.name, quotes.quote_id
LIMIT 500
