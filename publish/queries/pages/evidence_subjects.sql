-- title: What a snapshot shows
-- description: The entries and quotes that a page showed, each with the block that it was read from, counted from 0.
-- parameter snapshot: Id of the snapshot
-- page: /evidence/{snapshot}
WITH shown AS MATERIALIZED (
    SELECT subject, subject_id, place FROM v1_sightings WHERE snapshot_id = :snapshot
),
owned AS MATERIALIZED (
    SELECT subject, subject_id, place, subject_id AS entry_id, NULL AS reviewer
    FROM shown WHERE subject = 'entry'
    UNION ALL
    SELECT shown.subject, shown.subject_id, shown.place, quotes.entry_id, quotes.reviewer
    FROM shown
    CROSS JOIN v1_quotes AS quotes ON quotes.quote_id = shown.subject_id
    WHERE shown.subject = 'quote'
)
SELECT
    owned.subject, owned.place AS block, owned.subject_id, owned.entry_id,
    entries.name AS entry, entries.slug, entries.tool_id, owned.reviewer
FROM owned
CROSS JOIN v1_entries AS entries ON entries.entry_id = owned.entry_id
ORDER BY owned.subject, owned.place, entry, owned.reviewer, owned.subject_id
