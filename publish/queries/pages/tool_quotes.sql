-- title: What critics say of a tool
-- description: Quotes on any of its entries by critic, those that still stand first.
-- parameter tool: Id of the tool
-- page: /tool/{tool}
SELECT
    quotes.reviewer, quotes.seat, quotes.score, quotes.verdict, quotes.text,
    quotes.entry_id, entries.name AS entry, entries.site, entries.slug, quotes.quote_id,
    quotes.source_url, quotes.first_seen_at, quotes.last_seen_at, quotes.valid_to
FROM v1_entries AS entries
CROSS JOIN v1_quotes AS quotes ON quotes.entry_id = entries.entry_id
WHERE entries.tool_id = :tool
ORDER BY quotes.reviewer IS NULL, quotes.reviewer, iif(quotes.reviewer IS NULL, quotes.seat, 0),
    quotes.valid_to IS NOT NULL, quotes.last_seen_at DESC, entries.first_seen_at, quotes.quote_id
