-- title: What critics say of two tools
-- description: The quotes that stand now on any entry of either tool, critic by critic; side is a or b.
-- parameter tool_a: Id of one tool
-- parameter tool_b: Id of the other
-- page: /compare/{tool_a}/{tool_b}
SELECT
    iif(entries.tool_id = :tool_a, 'a', 'b') AS side,
    quotes.reviewer, quotes.seat, quotes.score, quotes.verdict, quotes.text,
    quotes.entry_id, entries.name AS entry, entries.site, entries.slug, quotes.quote_id,
    quotes.source_url, quotes.first_seen_at, quotes.last_seen_at, quotes.valid_to
FROM v1_entries AS entries
CROSS JOIN v1_quotes AS quotes ON quotes.entry_id = entries.entry_id
WHERE entries.tool_id IN (:tool_a, :tool_b) AND quotes.valid_to IS NULL
ORDER BY quotes.reviewer IS NULL, quotes.reviewer, iif(quotes.reviewer IS NULL, quotes.seat, 0),
    side, quotes.last_seen_at DESC, quotes.quote_id
