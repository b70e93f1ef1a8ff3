-- title: Where was an entry or a quote seen last?
-- description: The last snapshot that showed it.
-- parameter subject: Id of an entry or a quote
SELECT snapshots.snapshot_id, snapshots.url, snapshots.observed_at, sightings.place AS block
FROM v1_sightings AS sightings
CROSS JOIN v1_snapshots AS snapshots ON snapshots.snapshot_id = sightings.snapshot_id
WHERE sightings.subject_id = :subject
ORDER BY snapshots.observed_at DESC, snapshots.snapshot_id
LIMIT 1
