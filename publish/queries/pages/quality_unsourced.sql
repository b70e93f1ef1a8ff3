-- title: Entries and quotes without a source on the web
-- description: What no page with an http or https address showed; at most 20 of each, of_all tells of how many.
SELECT subject, entry_id, entry, quote_id, quote, source_url, last_seen_at, of_all
FROM (
    SELECT
        'entry' AS subject, entry_id, name AS entry, NULL AS quote_id, NULL AS quote, source_url,
        last_seen_at, count(*) OVER () AS of_all
    FROM v1_entries
    WHERE coalesce(source_url, '') NOT LIKE 'http://%'
        AND coalesce(source_url, '') NOT LIKE 'https://%'
    ORDER BY name, entry_id
    LIMIT 20
)
UNION ALL
SELECT subject, entry_id, entry, quote_id, quote, source_url, last_seen_at, of_all
FROM (
    SELECT
        'quote' AS subject, quotes.entry_id, entries.name AS entry, quotes.quote_id, quotes.text AS quote,
        quotes.source_url, quotes.last_seen_at, count(*) OVER () AS of_all
    FROM v1_quotes AS quotes
    JOIN v1_entries AS entries ON entries.entry_id = quotes.entry_id
    WHERE coalesce(quotes.source_url, '') NOT LIKE 'http://%'
        AND coalesce(quotes.source_url, '') NOT LIKE 'https://%'
    ORDER BY entries.name, quotes.entry_id, quotes.quote_id
    LIMIT 20
)
