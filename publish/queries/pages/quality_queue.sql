-- title: Pairs that wait for a person's word
-- description: Entries that may be one tool, those of which most speaks for it first; at most 10, of_all tells of how many.
SELECT
    entry_a_id, name_a AS entry_a, entry_b_id, name_b AS entry_b, score, reason, evidence,
    count(*) OVER () AS of_all
FROM v1_merge_queue
ORDER BY score DESC, name_a, entry_a_id, entry_b_id
LIMIT 10
