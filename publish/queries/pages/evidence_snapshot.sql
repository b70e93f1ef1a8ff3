-- title: What is known of a snapshot
-- description: A page as it was received: when, from where, as what it was read, and the digest of its bytes.
-- parameter snapshot: Id of the snapshot
-- page: /evidence/{snapshot}
SELECT snapshot_id, url, site, observed_at, status, kind, sha256, run_id
FROM v1_snapshots
WHERE snapshot_id = :snapshot
