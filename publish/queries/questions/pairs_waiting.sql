-- topic: Data
-- rank: 54
-- title: Which entries may be one tool, and wait for a person's word?
-- description: Pairs of entries that the rule left to a person, with why; what speaks most for it first (score, in thousandths).
-- parameter name: A name of an entry or a part of it; empty for all
SELECT
    queue.name_a AS entry_a,
    queue.name_b AS entry_b,
    queue.score,
    queue.reason,
    (SELECT group_concat(value, '; ') FROM json_each(queue.evidence, '$.for')) AS speaks_for,
    (SELECT group_concat(value, '; ') FROM json_each(queue.evidence, '$.against'))
        AS speaks_against,
    entry_a.slug AS slug_a,
    entry_b.slug AS slug_b,
    entry_a.site AS site_a,
    entry_b.site AS site_b,
    queue.entry_a_id,
    queue.entry_b_id
FROM v1_merge_queue AS queue
JOIN v1_entries AS entry_a ON entry_a.entry_id = queue.entry_a_id
JOIN v1_entries AS entry_b ON entry_b.entry_id = queue.entry_b_id
WHERE instr(lower(queue.name_a), lower(trim(:name))) > 0
    OR instr(lower(queue.name_b), lower(trim(:name))) > 0
ORDER BY queue.score DESC, queue.name_a, queue.name_b, queue.entry_a_id, queue.entry_b_id
