-- title: A critic's latest quotes
-- description: The 10 quotes of the critic that were first seen most recently, with their words; of_all tells of how many.
-- parameter site: The host of the critic's site
-- parameter critic: The critic's whole name
WITH own AS MATERIALIZED (
    SELECT quote_id, entry_id, valid_from FROM v1_quotes WHERE reviewer = :critic
),
latest AS MATERIALIZED (
    SELECT own.quote_id, entries.name AS entry, count(*) OVER () AS of_all
    FROM own
    CROSS JOIN v1_entries AS entries ON entries.entry_id = own.entry_id
    WHERE entries.site = :site
    ORDER BY own.valid_from DESC, entry, own.quote_id
    LIMIT 10
)
SELECT
    latest.entry,
    quotes.verdict,
    quotes.score,
    quotes.text,
    quotes.valid_from,
    quotes.valid_to,
    quotes.source_url,
    quotes.quote_id,
    quotes.entry_id,
    latest.of_all
FROM latest
CROSS JOIN v1_quotes AS quotes ON quotes.quote_id = latest.quote_id
ORDER BY quotes.valid_from DESC, latest.entry, quotes.quote_id
