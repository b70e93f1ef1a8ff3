-- title: Pages that show a tool
-- description: Each page that showed an entry of it: when first and last, how often, and the digest of the bytes seen last.
-- parameter tool: Id of the tool
SELECT
    snapshots.url, snapshots.kind, entries.entry_id, entries.name AS entry,
    count(*) AS snapshots, min(snapshots.observed_at) AS first_observed_at,
    max(snapshots.observed_at) AS last_observed_at, snapshots.snapshot_id, snapshots.sha256,
    sightings.place
FROM v1_entries AS entries
JOIN v1_sightings AS sightings
    ON sightings.subject = 'entry' AND sightings.subject_id = entries.entry_id
JOIN v1_snapshots AS snapshots ON snapshots.snapshot_id = sightings.snapshot_id
WHERE entries.tool_id = :tool
GROUP BY entries.entry_id, coalesce(snapshots.url, snapshots.sha256)
ORDER BY snapshots.kind = 'tool' DESC, last_observed_at DESC, snapshots.url, entries.entry_id
