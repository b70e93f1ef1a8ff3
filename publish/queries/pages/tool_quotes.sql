-- title: What critics say of a tool
-- description: Quotes on any of its entries by critic, those that still stand first.
-- parameter tool: Id of the tool
SELECT
    quotes.reviewer, quotes.seat, quotes.score, quotes.verdict, quotes.text,
    quotes.entry_id, entries.name AS entry, entries.site, quotes.quote_id, quotes.source_url,
    quotes.sighting_count, quotes.valid_from, quotes.valid_to
FROM v1_entries AS entries
JOIN v1_quotes AS quotes ON quotes.entry_id = entries.entry_id
WHERE entries.tool_id = :tool
ORDER BY quotes.valid_to IS NOT NULL, quotes.reviewer IS NULL, quotes.reviewer, quotes.seat,
    entries.first_seen_at, quotes.valid_from DESC, quotes.quote_id
