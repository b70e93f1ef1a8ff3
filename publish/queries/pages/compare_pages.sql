-- title: Pages that set two tools beside each other
-- description: Comparisons with an entry of either, the last seen first; of one without an address on the web the snapshot that showed it last.
-- parameter tool_a: Id of one tool
-- parameter tool_b: Id of the other
-- page: /compare/{tool_a}/{tool_b}
SELECT
    comparisons.comparison_id, comparisons.title AS comparison, comparisons.url,
    comparisons.site, comparisons.first_seen_at, comparisons.last_seen_at,
    iif(comparisons.url LIKE 'http%', NULL, (
        SELECT snapshots.snapshot_id
        FROM v1_sightings AS sightings
        CROSS JOIN v1_snapshots AS snapshots ON snapshots.snapshot_id = sightings.snapshot_id
        CROSS JOIN v1_sightings AS beside
            ON beside.snapshot_id = sightings.snapshot_id AND beside.subject_id = others.entry_id
        WHERE sightings.subject_id = entries.entry_id AND snapshots.kind = 'comparison'
            AND snapshots.url IS comparisons.url
            AND snapshots.observed_at = comparisons.last_seen_at
        LIMIT 1
    )) AS snapshot_id
FROM v1_entries AS entries
CROSS JOIN v1_comparison_entries AS places ON places.entry_id = entries.entry_id
CROSS JOIN v1_comparison_entries AS besides
    ON besides.comparison_id = places.comparison_id AND besides.entry_id <> places.entry_id
CROSS JOIN v1_entries AS others ON others.entry_id = besides.entry_id
CROSS JOIN v1_comparisons AS comparisons ON comparisons.comparison_id = places.comparison_id
WHERE entries.tool_id = :tool_a AND others.tool_id = :tool_b
GROUP BY comparisons.comparison_id
ORDER BY comparisons.last_seen_at DESC, comparison, comparisons.comparison_id
