-- title: Pages that show a tool
-- description: Each page that showed an entry of it: when first and last, how often, and of the last time the snapshot, the digest of its bytes and the block that the entry begins with.
-- parameter tool: Id of the tool
-- page: /tool/{tool}
WITH seen AS (
    SELECT
        sightings.subject_id AS entry_id, sightings.place, snapshots.snapshot_id, snapshots.url,
        snapshots.kind, snapshots.sha256, snapshots.observed_at,
        count(*) OVER pages AS times_seen,
        min(snapshots.observed_at) OVER pages AS first_observed_at,
        row_number() OVER (
            PARTITION BY sightings.subject_id, coalesce(snapshots.url, snapshots.sha256)
            ORDER BY snapshots.observed_at DESC, snapshots.snapshot_id
        ) AS rank
    FROM v1_sightings AS sightings
    CROSS JOIN v1_snapshots AS snapshots ON snapshots.snapshot_id = sightings.snapshot_id
    WHERE sightings.subject = 'entry' AND sightings.subject_id IN (
        SELECT entry_id FROM v1_entries WHERE tool_id = :tool
    )
    WINDOW pages AS (
        PARTITION BY sightings.subject_id, coalesce(snapshots.url, snapshots.sha256)
    )
)
SELECT
    seen.url, seen.kind, seen.entry_id, entries.name AS entry, entries.slug, seen.times_seen,
    seen.first_observed_at, seen.observed_at AS last_observed_at, seen.snapshot_id, seen.sha256,
    seen.place AS block
FROM seen
JOIN v1_entries AS entries ON entries.entry_id = seen.entry_id
WHERE seen.rank = 1
ORDER BY seen.kind = 'tool' DESC, last_observed_at DESC, seen.url, seen.entry_id
