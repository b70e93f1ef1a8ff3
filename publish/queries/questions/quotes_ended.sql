-- topic: Changes
-- rank: 43
-- title: Which quotes no longer stand, and whose tools?
-- description: Entries by how many quotes on them have ended since a day: every page that showed them has stopped to. none_left is 1 where no quote on the entry stands any more.
-- parameter since: A day, YYYY-MM-DD; empty for all
SELECT
    entries.name AS entry,
    sum(quotes.valid_to >= trim(:since)) AS ended,
    sum(quotes.valid_to IS NULL) AS standing,
    sum(quotes.valid_to IS NULL) = 0 AS none_left,
    max(quotes.valid_to) AS last_ended_at,
    entries.last_seen_at,
    entries.category,
    entries.source_url,
    entries.entry_id
FROM v1_entries AS entries
JOIN v1_quotes AS quotes ON quotes.entry_id = entries.entry_id
GROUP BY entries.entry_id
HAVING ended > 0
ORDER BY none_left DESC, ended DESC, last_ended_at DESC, entry, entries.entry_id
